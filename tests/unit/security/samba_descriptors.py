#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Samba's own parser as the second opinion on security descriptors, in one process.

    samba_descriptors.py [SAM.LDB]      with a database: the descriptor of every object in it, too

First prints descriptors as JSON lines {"name", "bytes" (base64), "sddl" (or null where Samba's text is not comparable)},
made with a fixed seed, then an empty line. After that it answers lines {"bytes", "sddl"} with what it makes of them:
{"sddlAsBytes": base64 or null, "bytesAsBytes": base64 or null}.
"""
import base64
import glob
import json
import random
import sys

import samba.descriptor
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack

DOMAIN = security.dom_sid("S-1-5-21-3067529159-2088026235-3412743449")
random.seed(20220)

SIDS = ["S-1-1-0", "S-1-3-0", "S-1-5-10", "S-1-5-11", "S-1-5-18", "S-1-5-32-544", "S-1-5-32-554", "S-1-16-8192",
        "%s-500" % DOMAIN, "%s-512" % DOMAIN, "%s-519" % DOMAIN, "%s-1111" % DOMAIN, "S-1-5-21-1-2-3-512",
        "S-1-5-21-1-2-3-4-5-6-7-8-9-10-11-12-13-14"]
GUIDS = ["bf967aba-0de6-11d0-a285-00aa003049e2", "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2",
         "00299570-246d-11d0-a768-00aa006e0529", "00000000-0000-0000-0000-000000000000"]
MASKS = [0x10, 0x20, 0x30, 0x100, 0xF01FF, 0x20094, 0x10000000, 0x80000000, 0, 0x1F01FF]


def out(name, descriptor_bytes, sddl):
    print(json.dumps({"name": name, "bytes": base64.b64encode(descriptor_bytes).decode(), "sddl": sddl}))


def emit(name, descriptor, comparable=True):
    # as_sddl of what a reader gets, so that packing's own changes are in it
    raw = ndr_pack(descriptor)
    out(name, raw, ndr_unpack(security.descriptor, raw).as_sddl(DOMAIN) if comparable else None)


def guid(text):
    from samba.dcerpc import misc
    return misc.GUID(text)


def random_ace(sacl):
    ace = security.ace()
    ace.type = random.choice([2, 7] if sacl else [0, 0, 1, 5, 5, 6])
    ace.flags = random.choice([0, 2, 3, 0xA, 0x12, 0x1A, 4, 0xF] if not sacl else [0x40, 0x80, 0xC2, 0xDA])
    ace.access_mask = random.choice(MASKS + [random.getrandbits(9), random.getrandbits(20) & 0xF01FF])
    ace.trustee = security.dom_sid(random.choice(SIDS))
    if ace.type in (5, 6, 7):
        ace.object.flags = random.choice([0, 1, 2, 3])
        if ace.object.flags & 1:
            ace.object.type = guid(random.choice(GUIDS))
        if ace.object.flags & 2:
            ace.object.inherited_type = guid(random.choice(GUIDS))
    return ace


def random_acl(sacl):
    acl = security.acl()
    acl.aces = [random_ace(sacl) for _ in range(random.choice([0, 1, 2, 5, 20]))]
    acl.num_aces = len(acl.aces)
    acl.revision = 4
    return acl


def random_descriptor():
    sd = security.descriptor()
    kind = 0x8000  # control flags: packing does not add "self-relative"
    if random.random() < 0.8:
        sd.owner_sid = security.dom_sid(random.choice(SIDS))
    if random.random() < 0.8:
        sd.group_sid = security.dom_sid(random.choice(SIDS))
    if random.random() < 0.9:
        sd.dacl = random_acl(False)
        kind |= 0x4 | random.choice([0, 0x1000, 0x400, 0x100, 0x1500])
    if random.random() < 0.4:
        sd.sacl = random_acl(True)
        kind |= 0x10 | random.choice([0, 0x2000, 0x800, 0x200])
    sd.type = kind
    return sd


for maker in sorted(n for n in dir(samba.descriptor) if n.startswith("get_") and n.endswith("_descriptor")):
    try:
        made = getattr(samba.descriptor, maker)(DOMAIN)
    except security.SDDLValueError:
        continue  # the DNS partitions name a group whose SID only a provisioned domain has
    # from these functions come bytes on some releases, objects on others
    emit(maker, made if isinstance(made, security.descriptor) else ndr_unpack(security.descriptor, made))

seen = set()
for path in sorted(glob.glob("/usr/share/samba/setup/ad-schema/*.ldf")):
    with open(path, encoding="utf-8", errors="replace") as file:
        unfolded = file.read().replace("\n ", "")
    for line in unfolded.splitlines():
        key, _, value = line.partition(":")
        if key.lower() == "defaultsecuritydescriptor" and value.strip() and value not in seen:
            seen.add(value)
            emit("schema %d" % len(seen), security.descriptor.from_sddl(value.strip(), DOMAIN))

if len(sys.argv) > 1:
    from samba.auth import system_session
    from samba.param import LoadParm
    from samba.samdb import SamDB

    parameters = LoadParm()
    parameters.load_default()
    samdb = SamDB(url=sys.argv[1], session_info=system_session(), lp=parameters)
    domain_dn = str(samdb.domain_dn())
    for base in (domain_dn, "CN=Configuration," + domain_dn, "CN=Schema,CN=Configuration," + domain_dn):
        for message in samdb.search(base=base, attrs=["nTSecurityDescriptor"]):
            raw = bytes(message["nTSecurityDescriptor"][0])
            out("object %s" % message.dn, raw, ndr_unpack(security.descriptor, raw).as_sddl(DOMAIN))

for i in range(5000):
    emit("random %d" % i, random_descriptor())

# Conditions and resource attributes: our text for them is our own, their bytes are not. (Samba 4.22 crashes on a
# domain-relative alias such as SID(DA) in a condition.)
for i, text in enumerate([
        'D:(XA;;RPWP;;;WD;(@User.Title == "x"))',
        'D:(A;;RP;;;AU)(XD;CI;WP;;;WD;(Member_of {SID(BA), SID(SY)}))(A;ID;RP;;;BA)',
        'D:(ZA;CI;CR;00299570-246d-11d0-a768-00aa006e0529;bf967aba-0de6-11d0-a285-00aa003049e2;WD;(@Device.y > 3))',
        'S:(RA;;;;;WD;("Project",TS,0x0,"Windows","SQL"))(XU;SA;RP;;;WD;(exists @User.x))']):
    emit("condition %d" % i, security.descriptor.from_sddl(text, DOMAIN), comparable=False)
print(flush=True)


def attempt(function):
    try:
        return base64.b64encode(ndr_pack(function())).decode()
    except Exception:  # whatever Samba raises means the same: it does not read this
        return None


for line in sys.stdin:
    asked = json.loads(line)
    raw = base64.b64decode(asked["bytes"])
    print(json.dumps({
        "sddlAsBytes": attempt(lambda: security.descriptor.from_sddl(asked["sddl"], DOMAIN)),
        "bytesAsBytes": attempt(lambda: ndr_unpack(security.descriptor, raw)),
    }), flush=True)
