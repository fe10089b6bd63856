#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints top-level-domains.txt from the Public Suffix List (Debian package publicsuffix).

    top-level-domains.py [/usr/share/publicsuffix/public_suffix_list.dat] > top-level-domains.txt
"""

import sys

HEADER = """# Top-level domains of the Internet, internationalised ones in their xn-- form. Made by resources/top-level-domains.py from the
# Public Suffix List (https://publicsuffix.org, Mozilla Public License 2.0): the last label of each name in its ICANN part."""


def names(path):
    found, official = set(), False
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if "BEGIN ICANN" in line or "END ICANN" in line:
            official = "BEGIN" in line
        elif official and line and not line.startswith("//"):
            label = line.split(".")[-1].lstrip("!*")
            found.add((label if label.isascii() else "xn--" + label.encode("punycode").decode()).lower())
    found.discard("arpa")  # infrastructure: nobody receives mail or signs in there
    return sorted(found)


def main(path):
    print(HEADER)
    line = ""
    for name in names(path):
        if len(line) + len(name) + 1 > 150:
            print(line)
            line = name
        else:
            line = f"{line} {name}".strip()
    print(line)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/publicsuffix/public_suffix_list.dat")
