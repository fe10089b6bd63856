#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts very many users into the stopped lab controller of a folder.

    many_users.py DIR COUNT [CHILDREN]

OU=Bulk holds COUNT users in units of a thousand, OU=Children another CHILDREN units side by side. Adding a user through
the directory's own modules takes milliseconds, so one user is added that way and then copied straight into the
partition's file, with identifiers of its own, while the attribute indexes are away; the modules make the indexes anew at
the end. Of use to a test alone: replication would trip over such objects.
"""

import os
import struct
import sys
import uuid

import ldb
import samba
import tdb
from samba import dsdb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack
from samba.param import LoadParm
from samba.samdb import SamDB

PER_UNIT = 1000
INDEX = ("@IDXATTR", "@IDXONE", "@SAMDB_INDEXING_VERSION")


def in_child(work):
    """Runs work() in a process of its own, so that every handle of the database is closed afterwards; gives its text."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            os.write(writing, work().encode())
        finally:
            os._exit(0)
    os.close(writing)
    _, status = os.wait()
    text = os.read(reading, 65536).decode()
    if status or not text:
        sys.exit("many_users.py: the directory could not be prepared")
    return text


class Loader:
    def __init__(self, folder, count, children):
        self.folder, self.count, self.children = folder, count, children
        self.parameters = LoadParm()
        self.parameters.load(os.path.join(folder, "etc", "smb.conf"))
        self.parameters.set("ldb:nosync", "true")
        self.url = os.path.join(folder, "private", "sam.ldb")

    def open(self):
        return SamDB(url=self.url, session_info=system_session(), lp=self.parameters)

    def prepare(self):
        """Units, the user that is copied, and a range of relative identifiers set aside for the copies."""
        db = self.open()
        base = str(db.domain_dn())
        forest = self.parameters.get("realm").lower()
        suffix = forest.split(".")[0] + ".com"
        db.transaction_start()
        db.add({"dn": f"OU=Bulk,{base}", "objectClass": "organizationalUnit"})
        for number in range((self.count + PER_UNIT - 1) // PER_UNIT):
            db.add({"dn": f"OU=Bulk {number:04d},OU=Bulk,{base}", "objectClass": "organizationalUnit"})
        if self.children:
            db.add({"dn": f"OU=Children,{base}", "objectClass": "organizationalUnit"})
            for number in range(self.children):
                db.add({"dn": f"OU=Child {number:05d},OU=Children,{base}", "objectClass": "organizationalUnit"})
        pattern = f"CN=pattern,OU=Bulk,{base}"
        db.add({"dn": pattern, "objectClass": "user", "sAMAccountName": "pattern", "userPrincipalName": f"pattern@{suffix}",
                "givenName": "x", "sn": "x", "displayName": "x", "mail": "x@x.com", "proxyAddresses": ["SMTP:x@x.com", "smtp:y@x.com"],
                "telephoneNumber": "1", "department": "x", "title": "x", "company": "Contoso", "employeeID": "1",
                "userAccountControl": "512", "unicodePwd": '"Patt3rn-Passw0rd"'.encode("utf-16-le")})
        db.transaction_commit()
        manager = db.search(f"CN=RID Manager$,CN=System,{base}", ldb.SCOPE_BASE, attrs=["rIDAvailablePool"])[0]
        pool = int(str(manager["rIDAvailablePool"][0]))
        first, last = pool & 0xFFFFFFFF, pool >> 32
        message = ldb.Message(manager.dn)
        message["pool"] = ldb.MessageElement(str(last << 32 | first + self.count), ldb.FLAG_MOD_REPLACE, "rIDAvailablePool")
        db.modify(message)
        root = db.search("", ldb.SCOPE_BASE, attrs=["highestCommittedUSN"])[0]
        return "\n".join((base, suffix, str(db.get_domain_sid()), str(first), str(int(str(root["highestCommittedUSN"][0])) + 1)))

    def run(self):
        base, suffix, sid, first, usn = in_child(self.prepare).split("\n")
        first, usn = int(first), int(usn)
        file = os.path.join(self.folder, "private", "sam.ldb.d", f"{base.upper()}.ldb")
        with open(file, "rb") as start:
            backend = "tdb" if start.read(8) == b"TDB file" else "mdb"
        indexes = self.copy(f"{backend}://{file}", base, suffix, sid, first, usn)
        with_sequence = tdb.open(os.path.join(self.folder, "private", "sam.ldb.d", "metadata.tdb"))
        with_sequence.store(b"SEQ_NUM", str(usn + self.count).encode())
        with_sequence.close()
        self.index(f"{backend}://{file}", indexes)

    def copy(self, url, base, suffix, sid, first, usn):
        raw = ldb.Ldb(url, flags=ldb.FLG_NOSYNC)
        pattern = raw.search(base, ldb.SCOPE_SUBTREE, "(sAMAccountName=pattern)")[0]
        own_usn = struct.pack("<Q", int(str(pattern["uSNCreated"][0])))
        metadata = bytes(pattern["replPropertyMetaData"][0])
        common = {name: [bytes(value) for value in pattern[name]] for name in pattern.keys() if name not in ("dn", "distinguishedName")}
        list_of_indexes = raw.search("@INDEXLIST", ldb.SCOPE_BASE)[0]
        saved = {name: [bytes(value) for value in list_of_indexes[name]] for name in INDEX}
        message = ldb.Message(ldb.Dn(raw, "@INDEXLIST"))
        for name in INDEX:
            message[name] = ldb.MessageElement([], ldb.FLAG_MOD_DELETE, name)
        raw.modify(message)
        raw.transaction_start()
        for number in range(self.count):
            name = f"user{number:06d}"
            account, mail = name.encode(), f"{name}@{suffix}".encode()
            dn = ldb.Dn(raw, f"CN={name},OU=Bulk {number // PER_UNIT:04d},OU=Bulk,{base}")
            stamp = usn + number
            values = dict(common)
            values.update(
                cn=[account], name=[account], sAMAccountName=[account], userPrincipalName=[mail], mail=[mail],
                proxyAddresses=[b"SMTP:" + mail, b"smtp:" + account + b".alias@" + suffix.encode()],
                givenName=[b"Given %d" % number], sn=[b"Surname %d" % number], displayName=[b"Given %d Surname %d" % (number, number)],
                telephoneNumber=[b"+1 555 %06d" % number], department=[b"Department %d" % (number % 50)], title=[b"Title %d" % (number % 20)],
                employeeID=[b"%d" % number], objectGUID=[uuid.uuid4().bytes_le],
                objectSid=[ndr_pack(security.dom_sid(f"{sid}-{first + number}"))], uSNCreated=[b"%d" % stamp], uSNChanged=[b"%d" % stamp],
                replPropertyMetaData=[metadata.replace(own_usn, struct.pack("<Q", stamp))], distinguishedName=[str(dn).encode()])
            message = ldb.Message(dn)
            for key, value in values.items():
                message[key] = ldb.MessageElement(value, ldb.FLAG_MOD_ADD, key)
            raw.add(message)
            if number % 20000 == 19999:
                raw.transaction_commit()
                raw.transaction_start()
        message = ldb.Message(ldb.Dn(raw, "@REPLCHANGED"))
        message["usn"] = ldb.MessageElement(str(usn + self.count), ldb.FLAG_MOD_REPLACE, "uSNHighest")
        raw.modify(message)
        raw.transaction_commit()
        return saved

    def index(self, url, saved):
        """The indexes again, in the formats of the schema: writing the list of them makes the database work them out."""
        db = self.open()
        raw = samba.Ldb(url, lp=self.parameters, flags=ldb.FLG_NOSYNC,
                        options=["batch_mode:1", f"transaction_index_cache_size:{max(100000, 15 * self.count)}"])
        dsdb._dsdb_set_schema_from_ldb(raw, db, False)
        message = ldb.Message(ldb.Dn(raw, "@INDEXLIST"))
        for name in INDEX:
            message[name] = ldb.MessageElement(saved[name], ldb.FLAG_MOD_REPLACE, name)
        raw.modify(message)


if __name__ == "__main__":
    Loader(os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0).run()
