#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects with random faults in their data, and what a scan has to say of each.

    random_faults.py BASE SUFFIX FOREST SEED COUNT LDIF EXPECTED

Writes LDIF that makes OU=Random Faults below BASE with COUNT objects, and a JSON list of [dn, rule] with every finding
that they must give, notes included. The rules are restated here from the published attribute rules; nothing of the
program under test is used. About half of the objects are right: many of those look odd without breaking a rule.
"""

import base64
import json
import random
import string
import sys

LETTERS = string.ascii_lowercase
FORBIDDEN_UPN = r'\%&*+/=?{}|<>();:,[]"'
FORBIDDEN_SMTP = '<>();,[]"'


class Maker:
    def __init__(self, base, suffix, forest, seed):
        self.random = random.Random(seed)
        self.base, self.suffix, self.forest = f"OU=Random Faults,{base}", suffix, forest
        self.number = 0
        self.ldif = [f"dn: {self.base}\nchangetype: add\nobjectClass: organizationalUnit\n"]
        self.expected = []

    def word(self, low=3, high=9):
        return "".join(self.random.choice(LETTERS) for _ in range(self.random.randint(low, high)))

    def unique(self):
        """A name that nobody else has."""
        return f"{self.word()}{self.number}{self.word(2, 4)}"

    def inject(self, text, characters):
        """One of the characters somewhere inside the text."""
        at = self.random.randrange(1, len(text))
        return text[:at] + self.random.choice(characters) + text[at:]

    def person(self, kind="user"):
        self.number += 1
        name = self.unique()
        mail = f"{name}@{self.suffix}"
        return {"kind": kind, "cn": f"Random {self.number} {name}", "sAMAccountName": f"r{self.number}{name}"[:20], "displayName": name.title(),
                "givenName": name, "sn": "Random", "userPrincipalName": mail, "mail": mail, "proxyAddresses": [f"SMTP:{mail}"], "pwdLastSet": "-1"}

    def group(self):
        self.number += 1
        name = self.unique()
        return {"kind": "group", "cn": f"Random group {self.number}", "sAMAccountName": f"r{self.number}{name}", "displayName": name,
                "groupType": str(self.random.choice((8, -2147483640)))}

    def contact(self):
        self.number += 1
        name = self.unique()
        return {"kind": "contact", "cn": f"Random contact {self.number}", "displayName": name, "mail": f"{name}@fabrikam.com",
                "proxyAddresses": [f"SMTP:{name}@fabrikam.com"]}

    def write(self, entry, *rules):
        dn = f"CN={entry['cn']},{self.base}"
        lines = []
        for attribute, value in entry.items():
            if attribute in ("kind", "cn") or value is None:
                continue
            for one in value if isinstance(value, list) else [value]:
                raw = one if isinstance(one, bytes) else one.encode("utf-8")
                lines.append(f"{attribute}:: {base64.b64encode(raw).decode()}")
        account = "userAccountControl: 544\n" if entry["kind"] in ("user", "inetOrgPerson") else ""
        self.ldif.append(f"dn:: {base64.b64encode(dn.encode()).decode()}\nchangetype: add\nobjectClass: {entry['kind']}\n{account}" + "\n".join(lines) + "\n")
        self.expected.extend([dn, rule] for rule in rules)

    # --- one fault each, as a change of an object that is right; gives the rules that it breaks
    def display_blank(self, entry):
        entry["displayName"] = None
        return ["displayName.blank"]

    def display_whitespace(self, entry):
        entry["displayName"] = " " * self.random.randint(1, 5)
        return ["displayName.whitespace"]

    def display_edge(self, entry):
        entry["displayName"] = self.random.choice([" {}", "{} ", " {} "]).format(self.word())
        return ["displayName.surroundingSpace"]

    def display_length(self, entry):
        entry["displayName"] = self.word(1, 1) * 256
        return ["displayName.length"]

    def given_length(self, entry):
        entry["givenName"] = self.word(1, 1) * 64
        return ["givenName.length"]

    def proxy(self, entry, value, rule):
        entry["proxyAddresses"].append(value)
        return [f"proxyAddresses.{rule}"]

    def proxy_length(self, entry):
        return self.proxy(entry, f"smtp:{self.word(1, 1) * self.random.randint(257, 400)}@{self.suffix}", "length")

    def proxy_colon(self, entry):
        return self.proxy(entry, f"smtp:{self.inject(self.unique(), ':')}@{self.suffix}", "secondColon")

    def proxy_character(self, entry):
        return self.proxy(entry, f"smtp:{self.inject(self.unique(), FORBIDDEN_SMTP + ' ')}@{self.suffix}", "character")

    def proxy_x500(self, entry):
        return self.proxy(entry, "X500:/o=Contoso/cn=" + self.inject(self.unique(), '[]"\''), "characterX500")

    def proxy_other(self, entry):
        kind = self.random.choice(["sip", "EUM", "notes"])
        return self.proxy(entry, f"{kind}:{self.inject(self.unique(), '<>(),[] ' + chr(34))}@{self.suffix}", "characterOther")

    def proxy_tld(self, entry):
        return self.proxy(entry, f"smtp:{self.unique()}@{self.word()}.{self.random.choice(['local', 'lan', 'corp', 'internal', 'qqq'])}", "topLevelDomain")

    def proxy_domain(self, entry):
        domain = self.random.choice(["-{}.com", "{}-.com", "{}_x.com", "{}..com", "{}"]).format(self.word())
        return self.proxy(entry, f"smtp:{self.unique()}@{domain}", "domainPart")

    def proxy_local(self, entry):
        local = self.random.choice([".{}", "{}.", "a..{}"]).format(self.unique())
        return self.proxy(entry, f"smtp:{local}@{self.suffix}", "localPart")

    def proxy_format(self, entry):
        value = self.random.choice(["{}", "{}@a@b.com", "@{}.com", "{}@"]).format(self.unique())
        return self.proxy(entry, f"smtp:{value}", "format")

    def proxy_diacritics(self, entry):
        return self.proxy(entry, f"smtp:{self.inject(self.unique(), 'áçéñøž中')}@{self.suffix}", "diacritics")

    def account_length(self, entry):
        entry["sAMAccountName"] = entry["sAMAccountName"] + "x" * (21 - len(entry["sAMAccountName"]) + self.random.randint(0, 20))
        return ["sAMAccountName.length"]

    def principal(self, entry, value, rule):
        entry["userPrincipalName"] = value
        return [f"userPrincipalName.{rule}"]

    def principal_length(self, entry):
        return self.principal(entry, f"{self.word(1, 1) * self.random.randint(105, 200)}@{self.suffix}", "length")

    def principal_local_length(self, entry):
        return self.principal(entry, f"{self.word(1, 1) * self.random.randint(65, 90)}{self.number}@{self.suffix}", "localPartLength")

    def principal_character(self, entry):
        return self.principal(entry, f"{self.inject(self.unique(), FORBIDDEN_UPN + ' äëïöüÿÄËÏÖÜ')}@{self.suffix}", "character")

    def principal_diacritics(self, entry):
        return self.principal(entry, f"{self.inject(self.unique(), 'áçéñøžß中')}@{self.suffix}", "diacritics")

    def principal_local(self, entry):
        local = self.random.choice([".{}", "{}.", "a..{}"]).format(self.unique())
        return self.principal(entry, f"{local}@{self.suffix}", "localPart")

    def principal_domain(self, entry):
        domain = self.random.choice(["-{}.com", "{}_x.com", "{}"]).format(self.word())
        return self.principal(entry, f"{self.unique()}@{domain}", "domainPart")

    def principal_tld(self, entry):
        return self.principal(entry, f"{self.unique()}@{self.word()}.{self.random.choice(['local', 'lan', 'corp', 'qqq'])}", "topLevelDomain")

    def principal_unverified(self, entry):
        return self.principal(entry, f"{self.unique()}@{self.random.choice([self.forest, self.word(12, 16) + '.com'])}", "unroutable")

    def principal_blank(self, entry):
        return self.principal(entry, None, "blank")

    def must_change(self, entry):
        entry["pwdLastSet"] = "0"
        return ["pwdLastSet.mustChange"]

    # --- pairs that share a value
    def shared(self, first, second, change_first, change_second):
        rules = [change_first(first), change_second(second)]
        self.write(first, rules[0])
        self.write(second, rules[1])

    def pair(self):
        name = self.unique()
        address = f"{name}@{self.suffix}"
        cased = address.title() if self.random.random() < 0.5 else address

        def mail(value, rule):
            def change(entry):
                entry["mail"] = value
                return f"mail.{rule}"
            return change

        def proxy(value, rule):
            def change(entry):
                entry["proxyAddresses"].append(value)
                return f"proxyAddresses.{rule}"
            return change

        def principal(value, rule):
            def change(entry):
                entry["userPrincipalName"] = value
                return f"userPrincipalName.{rule}"
            return change

        def anchor(entry):
            entry["mS-DS-ConsistencyGuid"] = guid
            return "mS-DS-ConsistencyGuid.duplicate"

        guid = bytes(self.random.randrange(256) for _ in range(16))
        across = "duplicateAcrossAttributes"
        kind = self.random.randrange(7)
        first, second = self.person(), self.random.choice([self.person, self.contact])() if kind < 4 else self.person()
        if kind == 0:
            self.shared(first, second, mail(address, "duplicate"), mail(cased, "duplicate"))
        elif kind == 1:
            self.shared(first, second, proxy(f"smtp:{address}", "duplicate"), proxy(f"smtp:{cased}", "duplicate"))
        elif kind == 2:
            self.shared(first, second, mail(address, across), proxy(f"smtp:{cased}", across))
        elif kind == 3:
            self.shared(first, second, principal(address, across), mail(cased, across))
        elif kind == 4:
            self.shared(first, second, principal(address, across), proxy(f"smtp:{cased}", across))
        elif kind == 5:
            sip = f"sip:{address}"
            self.shared(first, second, proxy(sip, "duplicate"), proxy(sip.upper(), "duplicate"))
        else:
            self.expected.extend([f"CN={entry['cn']},{self.base}", "mS-DS-ConsistencyGuid.present"] for entry in (first, second))
            self.shared(first, second, anchor, anchor)

    def one_fault(self):
        """One or two faults of different attributes on one object."""
        by_attribute = [
            [self.display_blank, self.display_whitespace, self.display_edge, self.display_length],
            [self.given_length],
            [self.proxy_length, self.proxy_colon, self.proxy_character, self.proxy_x500, self.proxy_other, self.proxy_tld, self.proxy_domain,
             self.proxy_local, self.proxy_format, self.proxy_diacritics],
            [self.account_length],
            [self.principal_length, self.principal_local_length, self.principal_character, self.principal_diacritics, self.principal_local,
             self.principal_domain, self.principal_tld, self.principal_unverified, self.principal_blank],
            [self.must_change],
        ]
        entry = self.person("inetOrgPerson" if self.random.random() < 0.1 else "user")
        rules = ["objectClass.inetOrgPerson"] if entry["kind"] == "inetOrgPerson" else []
        for choices in self.random.sample(by_attribute, self.random.choice((1, 1, 2))):
            change = self.random.choice(choices)
            if change == self.must_change and entry["kind"] != "user":
                continue  # password hashes of inetOrgPerson objects are not sent at all
            rules += change(entry)
        self.write(entry, *rules)

    def odd_but_right(self):
        """What looks wrong and is not."""
        kind = self.random.randrange(9)
        if kind == 0:
            return self.write(self.group())
        if kind == 1:
            return self.write(self.contact())
        entry = self.person()
        if kind == 2:
            entry["userPrincipalName"] = f"o'{self.inject(self.unique(), '_!#^~-')}@{self.suffix}"
        elif kind == 3:
            entry["displayName"], entry["givenName"] = "ä" * 255, "é" * 63
        elif kind == 4:
            entry["userPrincipalName"] = f"{self.word(1, 1) * (64 - len(str(self.number)))}{self.number}@{self.suffix}"
        elif kind == 5:
            entry["proxyAddresses"] += [f"sip:{entry['mail']}", f"X500:/o=Contoso/ou=Exchange Group (X)/cn={self.unique()}",
                                        f"smtp:{self.unique()}+tag@sub-domain.{self.word()}.museum"]
        elif kind == 6:
            entry["cn"] = f"{self.random.choice(['Guest', 'Iwamoto', 'Administrativa', 'Supporter', 'Cassandra'])} {self.number}"
        elif kind == 7:
            entry["sAMAccountName"] = (entry["sAMAccountName"] + "abcdefghijklmnopqrst")[:20]
            entry["mail"], entry["proxyAddresses"] = None, None
        return self.write(entry)


def main(base, suffix, forest, seed, count, ldif, expected):
    maker = Maker(base, suffix, forest, int(seed))
    while maker.number < int(count):
        maker.random.choice([maker.one_fault, maker.odd_but_right, maker.one_fault, maker.odd_but_right, maker.pair])()
    with open(ldif, "w", encoding="utf-8") as file:
        file.write("\n".join(maker.ldif))
    with open(expected, "w", encoding="utf-8") as file:
        json.dump(maker.expected, file, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
