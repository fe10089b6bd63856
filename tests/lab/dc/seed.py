#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the stopped controller in a folder with an organisation that looks real, and writes manifest.json beside it.

    seed.py DIR

Deterministic but for what the server decides (GUIDs, times). Everything goes through Samba's own directory modules, in
one transaction, except what those refuse and older directories hold all the same: an old password, account names with
forbidden characters, a user principal name twice. These are written into the partition's file afterwards.
"""

import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import ldb
import samba
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

from seed import faults, organisation, people

NORMAL_ACCOUNT, ACCOUNT_DISABLED, WORKSTATION_TRUST = 0x200, 0x2, 0x1000
GROUP_TYPES = {"global": -2147483646, "domainLocal": -2147483644, "universal": -2147483640, "distribution": 8}
PASSWORD = "Lab-Us3r-Passw0rd"  # of every lab account and computer below; the domain exists for the length of a test
LONG_AGO = 126227808000000000  # 1 January 2001 in 100 ns since 1601: older than any password may be

# account -> (what it is, display name)
LAB_ACCOUNTS = {
    "lab.ordinary": ("ordinary", "Lab Ordinary"),
    "lab.expired": ("expired", "Lab Expired"),
    "lab.mustchange": ("mustChange", "Lab Must Change"),
    "lab.protected": ("protectedUser", "Lab Protected"),
    "lab.disabled": ("disabled", "Lab Disabled"),
    "lab.lockable": ("lockable", "Lab Lockable"),
}
# account -> (unit, operating system, whether it is meant to run the agent)
COMPUTERS = {
    "SYNC1": (("Operations", "Servers"), "Windows Server 2022 Datacenter", True),
    "SYNC2": (("Operations", "Servers"), "Windows Server 2025 Standard", True),
    "FILES1": (("Operations", "Servers"), "Windows Server 2019 Standard", False),
    "WKS1": (("Operations", "Workstations"), "Windows 11 Enterprise", False),
    "WKS2": (("Operations", "Workstations"), "Windows 11 Enterprise", False),
}


class Directory:
    """Adds objects to a controller's database and counts them by organisational unit and class."""

    def __init__(self, folder):
        self.folder = folder
        self.parameters = LoadParm()
        self.parameters.load(os.path.join(folder, "etc", "smb.conf"))
        self.db = SamDB(url=os.path.join(folder, "private", "sam.ldb"), lp=self.parameters,
                        session_info=system_session())
        self.base = str(self.db.domain_dn())
        self.configuration = str(self.db.get_config_basedn())
        self.forest = self.parameters.get("realm").lower()
        self.suffix = self.forest.split(".")[0] + ".com"  # the routable name of the company
        self.counts = {}
        self.beneath = []  # (distinguished name, attribute, value) for write_beneath()
        self.exchange = bool(self.db.search(self.db.get_schema_basedn(), ldb.SCOPE_ONELEVEL,
                                            "(lDAPDisplayName=mailNickname)", ["cn"]))

    def dn(self, rdn_value, unit=(), rdn="CN"):
        """The distinguished name of an object in a unit given as a path, top first; escapes what needs it."""
        dn = ldb.Dn(self.db, self.base)
        for name in unit:
            child = ldb.Dn(self.db, "OU=x")
            child.set_component(0, "OU", name)
            child.add_base(dn)
            dn = child
        if rdn_value is not None:
            child = ldb.Dn(self.db, f"{rdn}=x")
            child.set_component(0, rdn, rdn_value)
            child.add_base(dn)
            dn = child
        return dn

    def add(self, dn, object_class, attributes, unit=None):
        message = ldb.Message(dn)
        message["objectClass"] = ldb.MessageElement(object_class, ldb.FLAG_MOD_ADD, "objectClass")
        for name, value in attributes.items():
            if value is None:
                continue
            values = value if isinstance(value, list) else [value]
            if values:
                message[name] = ldb.MessageElement(values, ldb.FLAG_MOD_ADD, name)
        self.db.add(message)
        if unit is not None:
            of_unit = self.counts.setdefault(unit, {})
            of_unit[object_class] = of_unit.get(object_class, 0) + 1
        return str(dn)

    def change(self, dn, attribute, value, flag=ldb.FLAG_MOD_REPLACE, controls=None):
        message = ldb.Message(dn if isinstance(dn, ldb.Dn) else ldb.Dn(self.db, str(dn)))
        message[attribute] = ldb.MessageElement(value, flag, attribute)
        self.db.modify(message, controls=controls or [])

    def access_list(self, dn):
        found = self.db.search(dn, ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"])
        return ndr_unpack(security.descriptor, bytes(found[0]["nTSecurityDescriptor"][0]))

    def protect(self, dn, like=None, keep_inherited=True):
        """Blocks inheritance on an object: with its own entries, or those of another object, made explicit."""
        descriptor = self.access_list(like or dn)
        entries = []
        for entry in descriptor.dacl.aces:
            if entry.flags & security.SEC_ACE_FLAG_INHERITED_ACE and not keep_inherited:
                continue
            entry.flags &= ~security.SEC_ACE_FLAG_INHERITED_ACE
            entries.append(entry)
        descriptor.dacl.aces = entries
        descriptor.dacl.num_aces = len(entries)
        descriptor.type |= security.SEC_DESC_DACL_PROTECTED
        self.change(dn, "nTSecurityDescriptor", ndr_pack(descriptor), controls=["sd_flags:1:4"])


def quoted(password):
    return ('"%s"' % password).encode("utf-16-le")


def add_units(directory):
    for path in organisation.units():
        directory.add(directory.dn(None, path), "organizationalUnit", {"description": f"{path[-1]} of the company"})
        directory.counts[path] = {}


def add_people(directory, staff):
    dns = {}
    for person in staff:
        # Finance files its people by surname, so that distinguished names with an escaped comma exist.
        cn = f"{person.family}, {person.given}" if person.unit[0] == "Finance" else person.display
        suffix = directory.forest if person.unroutable else directory.suffix
        mail = f"{person.local_part}@{directory.suffix}"
        addresses = [f"SMTP:{mail}", f"smtp:{person.account}@{directory.suffix}"]
        if person.number % 3 == 0:
            addresses.append(f"sip:{mail}")
        if person.number % 25 == 0:
            addresses.append(f"X500:/o=Contoso/ou=Exchange Administrative Group/cn=Recipients/cn={person.account}")
        control = NORMAL_ACCOUNT | (ACCOUNT_DISABLED if person.disabled else 0)
        attributes = {
            **person.attributes, "sAMAccountName": person.account, "givenName": person.given, "sn": person.family,
            "displayName": person.display, "userPrincipalName": f"{person.local_part}@{suffix}", "mail": mail,
            "proxyAddresses": addresses, "company": "Contoso", "userAccountControl": str(control),
            "unicodePwd": quoted(f"Pers0n-{person.number}-Lab"),
            "manager": dns[person.manager.number] if person.manager else None,
        }
        if directory.exchange:
            attributes.update(mailNickname=person.account, msExchRecipientTypeDetails="1",
                              extensionAttribute1=person.attributes["employeeType"])
        dns[person.number] = directory.add(directory.dn(cn, person.unit), "user", attributes, person.unit)
    return dns


def add_contacts(directory):
    unit, dns = ("Partners", "Contacts"), []
    for display, mail in organisation.CONTACTS:
        attributes = {"displayName": display, "mail": mail, "proxyAddresses": f"SMTP:{mail}"}
        if directory.exchange:
            attributes.update(targetAddress=f"SMTP:{mail}", mailNickname=mail.split("@")[0])
        dns.append(directory.add(directory.dn(display, unit), "contact", attributes, unit))
    return dns


def add_groups(directory, staff, person_dns, contact_dns):
    dns = {}
    for group in organisation.groups(staff):
        members = [person_dns[p.number] for p in group.people] + [dns[name] for name in group.nested]
        members += contact_dns if group.contacts else []
        mail = f"{group.mail}@{directory.suffix}" if group.mail else None
        attributes = {
            "sAMAccountName": group.name.replace(",", " and"), "displayName": group.name,
            "groupType": str(GROUP_TYPES[group.kind]), "mail": mail,
            "proxyAddresses": f"SMTP:{mail}" if mail else None, "member": members,
        }
        if directory.exchange and mail:
            attributes["mailNickname"] = group.mail
        dns[group.name] = directory.add(directory.dn(group.name, group.unit), "group", attributes, group.unit)
    return dns


def add_computers(directory, group_dns):
    dns = {}
    for name, (unit, system, sync_server) in COMPUTERS.items():
        host = f"{name.lower()}.{directory.forest}"
        dns[name] = directory.add(directory.dn(name, unit), "computer", {
            "sAMAccountName": f"{name}$", "userAccountControl": str(WORKSTATION_TRUST), "dNSHostName": host,
            "servicePrincipalName": [f"HOST/{name}", f"HOST/{host}"], "operatingSystem": system,
            "msDS-SupportedEncryptionTypes": "28", "unicodePwd": quoted(PASSWORD),
        }, unit)
        if sync_server:
            directory.change(group_dns["Cloud Sync Servers"], "member", dns[name], ldb.FLAG_MOD_ADD)
    return dns


def add_lab_accounts(directory):
    unit, accounts = ("Service Accounts", "Lab Accounts"), {}
    for account, (role, display) in LAB_ACCOUNTS.items():
        control = NORMAL_ACCOUNT | (ACCOUNT_DISABLED if role == "disabled" else 0)
        name = f"{account}@{directory.suffix}"
        dn = directory.add(directory.dn(display, unit), "user", {
            "sAMAccountName": account, "displayName": display, "userPrincipalName": name,
            "userAccountControl": str(control), "unicodePwd": quoted(PASSWORD),
        }, unit)
        if role == "mustChange":
            directory.change(dn, "pwdLastSet", "0")
        if role == "protectedUser":
            directory.change(f"CN=Protected Users,CN=Users,{directory.base}", "member", dn, ldb.FLAG_MOD_ADD)
        accounts[role] = {"dn": dn, "userPrincipalName": name, "sAMAccountName": account, "password": PASSWORD}
    return accounts


def add_administrator(directory):
    """A named administrator as Active Directory leaves one: adminCount, and the access list of AdminSDHolder."""
    unit = ("Operations", "Administration")
    name = f"adm.lindqvist@{directory.suffix}"
    dn = directory.add(directory.dn("Lindqvist Administrator", unit), "user", {
        "sAMAccountName": "adm.lindqvist", "displayName": "Sten Lindqvist (administration)", "givenName": "Sten",
        "sn": "Lindqvist", "userPrincipalName": name, "userAccountControl": str(NORMAL_ACCOUNT),
        "unicodePwd": quoted(PASSWORD), "adminCount": "1",
    }, unit)
    directory.change(f"CN=Domain Admins,CN=Users,{directory.base}", "member", dn, ldb.FLAG_MOD_ADD)
    return {"dn": dn, "userPrincipalName": name, "sAMAccountName": "adm.lindqvist", "password": PASSWORD}


def protect_administrators(directory):
    """What the SDProp task of Active Directory does every hour and Samba does not do."""
    holder = f"CN=AdminSDHolder,CN=System,{directory.base}"
    directory.protect(holder, keep_inherited=False)  # as Active Directory ships it
    for found in directory.db.search(directory.base, ldb.SCOPE_SUBTREE, "(adminCount=1)", ["cn"]):
        directory.protect(found.dn, like=holder)


def add_faults(directory):
    unit, manifest = organisation.FAULTS_UNIT, []
    for fault in faults.faults(directory.suffix, directory.forest, directory.exchange):
        account = f"fault{fault.number:03d}"
        attributes = {"displayName": fault.name.split("\n")[0]}
        if fault.kind != "contact":
            attributes["sAMAccountName"] = account
        if fault.kind in ("user", "inetOrgPerson"):
            attributes.update(userPrincipalName=f"{account}@{directory.suffix}", sn="Fault",
                              userAccountControl=str(NORMAL_ACCOUNT), unicodePwd=quoted(f"{PASSWORD}-{account}"))
        if fault.kind == "group":
            # with an address, because scans may leave security groups without one out
            attributes.update(groupType=str(GROUP_TYPES["universal"]), mail=f"{account}@{directory.suffix}")
        late = {"pwdLastSet": fault.changes["pwdLastSet"]} if "pwdLastSet" in fault.changes else {}
        beneath = {k: v for k, v in fault.changes.items() if fault.beneath and v is not None}
        attributes.update({k: v for k, v in fault.changes.items() if k not in late and k not in beneath})
        fault.dn = directory.add(directory.dn(fault.name, unit), fault.kind, attributes, unit)
        directory.beneath.extend((fault.dn, name, value) for name, value in beneath.items())
        for name, value in late.items():
            directory.change(fault.dn, name, value)
        value = fault.changes.get(fault.attribute)
        if isinstance(value, list):
            value = value[0]
        manifest.append({"dn": fault.dn, "objectClass": fault.kind, "attribute": fault.attribute, "rule": fault.rule,
                         "value": value.hex() if isinstance(value, bytes) else value, "reported": fault.reported})
    return manifest


def write_beneath(directory):
    """Writes values past the directory's own checks, into the file of the domain partition; its indexes follow."""
    partition = os.path.join(directory.folder, "private", "sam.ldb.d", f"{directory.base.upper()}.ldb")
    file = samba.Ldb(url=partition, lp=directory.parameters, options=["modules:"], session_info=system_session())
    file.transaction_start()
    for dn, attribute, value in directory.beneath:
        message = ldb.Message(ldb.Dn(file, dn))
        message[attribute] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, attribute)
        file.modify(message)
    file.transaction_commit()


def write_manifest(directory, accounts, computers, planted, staff):
    by_unit = {str(directory.dn(None, path)): counts for path, counts in sorted(directory.counts.items())}
    totals = {}
    for counts in by_unit.values():
        for name, count in counts.items():
            totals[name] = totals.get(name, 0) + count
    manifest = {
        "base": directory.base, "domain": directory.forest, "suffix": directory.suffix,
        "domainSid": str(directory.db.get_domain_sid()), "exchange": directory.exchange,
        "organizationalUnits": {"top": len({p[0] for p in directory.counts}) - 1, "all": len(by_unit)},
        "counts": {"byUnit": by_unit, "total": totals,
                   "people": len(staff), "groups": sum(1 for _ in organisation.groups(staff)),
                   "disabledPeople": sum(p.disabled for p in staff)},
        "unroutable": [f"{p.local_part}@{directory.forest}" for p in staff if p.unroutable],
        "blockedUnit": str(directory.dn(None, organisation.BLOCKED_UNIT)),
        "faultsUnit": str(directory.dn(None, organisation.FAULTS_UNIT)),
        "accounts": accounts,
        "computers": {name: {"dn": dn, "sAMAccountName": f"{name}$", "password": PASSWORD,
                             "syncServer": COMPUTERS[name][2]} for name, dn in computers.items()},
        "faults": planted, "notPlantable": faults.NOT_PLANTABLE,
    }
    with open(os.path.join(directory.folder, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main(folder):
    directory = Directory(folder)
    staff = organisation.hire_everybody(people.Registry(directory.forest))
    directory.db.transaction_start()
    try:
        directory.change(f"CN=Partitions,{directory.configuration}", "uPNSuffixes", directory.suffix, ldb.FLAG_MOD_ADD)
        add_units(directory)
        person_dns = add_people(directory, staff)
        contact_dns = add_contacts(directory)
        group_dns = add_groups(directory, staff, person_dns, contact_dns)
        computers = add_computers(directory, group_dns)
        accounts = add_lab_accounts(directory)
        accounts["protectedAdministrator"] = add_administrator(directory)
        unit = ("Partners", "Agencies")
        directory.add(directory.dn("Inès Contact", unit), "inetOrgPerson", {
            "sAMAccountName": "icontact", "displayName": "Inès Contact", "givenName": "Inès", "sn": "Contact",
            "userPrincipalName": f"ines.contact@{directory.suffix}", "mail": f"ines.contact@{directory.suffix}",
            "userAccountControl": str(NORMAL_ACCOUNT), "unicodePwd": quoted(PASSWORD)}, unit)
        planted = add_faults(directory)
    except BaseException:
        directory.db.transaction_cancel()
        raise
    directory.db.transaction_commit()
    directory.protect(directory.dn(None, organisation.BLOCKED_UNIT))
    protect_administrators(directory)
    directory.beneath.append((accounts["expired"]["dn"], "pwdLastSet", str(LONG_AGO)))
    write_beneath(directory)
    write_manifest(directory, accounts, computers, planted, staff)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
