#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the explicit entries of an object's access list, as Samba's own parser reads them from the database.

    access_list.py SAM.LDB DN [SID]

One line an entry, in order: type;flags;mask;object GUID;inherited object GUID;trustee, numbers in hexadecimal. With a
SID only the entries of that trustee, without it.
"""
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

parameters = LoadParm()
parameters.load_default()
samdb = SamDB(url=sys.argv[1], session_info=system_session(), lp=parameters)
found = samdb.search(base=sys.argv[2], scope=ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"])
descriptor = ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0])
wanted = sys.argv[3] if len(sys.argv) > 3 else None
for ace in descriptor.dacl.aces:
    if ace.flags & security.SEC_ACE_FLAG_INHERITED_ACE or (wanted and str(ace.trustee) != wanted):
        continue
    object_type = inherited_type = ""
    if ace.type in (5, 6):
        if ace.object.flags & 1:
            object_type = str(ace.object.type)
        if ace.object.flags & 2:
            inherited_type = str(ace.object.inherited_type)
    line = "%x;%x;%x;%s;%s" % (ace.type, ace.flags, ace.access_mask, object_type, inherited_type)
    print(line if wanted else line + ";" + str(ace.trustee))
