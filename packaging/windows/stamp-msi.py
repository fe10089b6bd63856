#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""stamp-msi.py FILE UUID SECONDS - gives an MSI its package code and its times.

wixl makes a new package code in each run, whatever the source says, and writes the time of the day: two builds would never be equal. Both stand
in the summary information ([MS-OLEPS]): the code as text in braces, then two values of the type FILETIME (64).
"""

import re
import struct
import sys

FILETIME = struct.pack("<I", 64)


def main(path, code, seconds):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    # The code's text is followed by the times; braces with a code elsewhere (tables) are not.
    found = [match for match in re.finditer(rb"\{[0-9A-F-]{36}\}", content) if content.count(FILETIME, match.end(), match.end() + 64) >= 2]
    if len(found) != 1:
        raise SystemExit(f"{path}: the package code was not found ({len(found)} places)")
    content[found[0].start() : found[0].end()] = b"{%s}" % code.encode("ascii")
    stamp = struct.pack("<Q", (seconds + 11644473600) * 10_000_000)
    position = found[0].end()
    for _ in range(2):
        position = content.index(FILETIME, position) + len(FILETIME)
        content[position : position + 8] = stamp
    with open(path, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
