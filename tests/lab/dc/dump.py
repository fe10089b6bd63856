#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints domain and configuration of a controller as LDIF that two runs can be compared by.

Entries are sorted by path (parents first), attributes by name, values by content. Security descriptors are printed as
one line an entry, in their order, because the order of access control entries matters. Secrets are printed as digests:
a change shows, the secret does not. Deleted objects are not shown: a deletion always leaves a tombstone.
"""

import base64
import hashlib
import os
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import misc, security
from samba.ndr import ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

# Attributes that move although nobody meant to change anything, each with the reason it is left out.
LEFT_OUT = {
    "whenChanged": "time of the last write; an undo is a write",
    "uSNChanged": "number of the last write on this controller",
    "replPropertyMetaData": "versions and times of each attribute's last write",
    "replUpToDateVector": "state of replication",
    "dSCorePropagationData": "times at which inherited access control entries were recalculated",
    "lastLogon": "signing in moves it",
    "lastLogonTimestamp": "signing in moves it",
    "lastLogoff": "signing out moves it",
    "logonCount": "signing in counts it",
    "badPwdCount": "a refused password counts it, an accepted one clears it",
    "badPasswordTime": "a refused password moves it",
    "lockoutTime": "set to 0 by the first sign-in after a refused password",
    "rIDNextRID": "numbers for SIDs are handed out once and never taken back",
    "rIDAllocationPool": "as rIDNextRID",
    "rIDPreviousAllocationPool": "as rIDNextRID",
    "rIDUsedPool": "as rIDNextRID",
    "rIDAvailablePool": "as rIDNextRID",
    "nextRid": "as rIDNextRID",
    "modifiedCount": "counts changes of accounts",
    "modifiedCountAtLastProm": "as modifiedCount",
}
SECRETS = {"unicodePwd", "dBCSPwd", "ntPwdHistory", "lmPwdHistory", "supplementalCredentials", "currentValue",
           "priorValue", "initialAuthIncoming", "initialAuthOutgoing", "trustAuthIncoming", "trustAuthOutgoing",
           "msKds-RootKeyData", "clearTextPassword"}


def plain(value):
    """True when LDIF may carry the value as it is (RFC 2849, SAFE-STRING; beyond ASCII we stay readable)."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(text) and text == text.strip() and text[0] not in ":<" and text.isprintable()


def lines(name, value, domain):
    """The LDIF lines of one value; domain is the SID that SDDL shortens to DA, DU and so on."""
    if name == "nTSecurityDescriptor":
        descriptor = ndr_unpack(security.descriptor, value)
        yield f"{name};owner: {descriptor.owner_sid}"
        yield f"{name};group: {descriptor.group_sid}"
        yield f"{name};control: 0x{descriptor.type:04x}"
        for part in ("dacl", "sacl"):
            entries = getattr(descriptor, part)
            for entry in entries.aces if entries is not None else ():
                yield f"{name};{part}: {entry.as_sddl(domain)}"
    elif name in SECRETS:
        yield f"{name};digest: {hashlib.sha256(value).hexdigest()}"
    elif name == "objectGUID":
        yield f"{name}: {ndr_unpack(misc.GUID, value)}"
    elif name == "objectSid":
        yield f"{name}: {ndr_unpack(security.dom_sid, value)}"
    elif plain(value):
        yield f"{name}: {value.decode('utf-8')}"
    else:
        yield f"{name}:: {base64.b64encode(value).decode('ascii')}"


def path(dn):
    return [(dn.get_component_name(i).lower(), dn.get_component_value(i).lower()) for i in reversed(range(len(dn)))]


def main(folder):
    parameters = LoadParm()
    parameters.load(os.path.join(folder, "etc", "smb.conf"))
    # Samba's own settings file would be the machine's; this one names the folder of the controller.
    db = SamDB(url=os.path.join(folder, "private", "sam.ldb"), lp=parameters, session_info=system_session())
    out = sys.stdout
    out.reconfigure(encoding="utf-8", newline="\n")
    out.write("version: 1\n")
    domain = security.dom_sid(db.get_domain_sid())
    left_out = {name.lower() for name in LEFT_OUT}
    for context in (db.domain_dn(), str(db.get_config_basedn())):
        found = db.search(context, ldb.SCOPE_SUBTREE, "(objectClass=*)", ["*", "nTSecurityDescriptor", *SECRETS])
        for entry in sorted(found, key=lambda entry: path(entry.dn)):
            out.write(f"\ndn: {entry.dn}\n")
            for name in sorted(entry, key=str.lower):
                if name == "dn" or name.lower() in left_out:
                    continue
                printed = [list(lines(name, bytes(value), domain)) for value in entry[name]]
                for line in (line for value in sorted(printed) for line in value):
                    out.write(line + "\n")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
