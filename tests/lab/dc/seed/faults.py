# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects with one planted data fault each: what Microsoft's IdFix and the Microsoft Entra attribute rules object to.

Every fault is an object that is right in all else. A rule is named `attribute.check`; the checks are those of IdFix
(length, blank, character, duplicate, topLevelDomain, domainPart, localPart, format) and, where Cloud Sync knows more,
words of our own. The manifest lists what was planted; NOT_PLANTABLE lists what the server refuses, and why.
"""

from dataclasses import dataclass, field

# A long piece of text that stays readable in a listing.
def _long(length, stem="abcdefghij"):
    return (stem * (length // len(stem) + 1))[:length]


@dataclass
class Fault:
    rule: str
    attribute: str
    changes: dict  # attribute -> value(s); None takes the attribute away
    kind: str = "user"  # user, group, contact, inetOrgPerson
    cn: str = ""  # taken from the rule when empty
    reported: bool = True  # False: the object must be skipped although a rule would match (or is only worth a note)
    beneath: bool = False  # the directory refuses the value today; older directories hold it all the same
    number: int = 0
    name: str = ""
    dn: str = ""
    values: list = field(default_factory=list)


# rule -> why it is not in the directory
NOT_PLANTABLE = {
    "mail.length": "the schema allows 256 characters, the rule asks for more",
    "mailNickname.length": "the schema allows 64 characters, the rule asks for more",
    "sAMAccountName.lengthGroup": "the schema allows 256 characters, the rule asks for more",
    "sAMAccountName.duplicate": "the server holds account names unique, as Active Directory does",
    "sAMAccountName.blank": "the server makes up an account name when none is given",
    "group.members": "50,000 members are left to the tests of scale",
}


def faults(suffix, forest, exchange):
    """suffix: the routable mail domain; forest: the domain's own name; exchange: with the Exchange schema."""
    at = f"@{suffix}"
    planted = []

    def plant(rule, attribute, *variants, **more):
        for changes in variants:
            planted.append(Fault(rule, attribute, changes, **more))

    def smtp(*values):
        return {"proxyAddresses": list(values)}

    def upn(*values):
        return [{"userPrincipalName": value} for value in values]

    # --- displayName, givenName
    plant("displayName.length", "displayName", {"displayName": _long(256, "Ada Byron ")[:-1] + "x"},
          {"displayName": _long(256, "Mary Jackson ")[:-1] + "x"})
    plant("displayName.blank", "displayName", {"displayName": None}, {"displayName": None})
    plant("displayName.blank", "displayName", {"displayName": None}, kind="group")
    plant("displayName.blank", "displayName", {"displayName": None}, kind="contact")
    plant("displayName.whitespace", "displayName", {"displayName": " "}, {"displayName": "   "})
    plant("displayName.surroundingSpace", "displayName", {"displayName": " Katherine Johnson"},
          {"displayName": "Dorothy Vaughan "}, reported=False)
    plant("givenName.length", "givenName", {"givenName": _long(64)}, {"givenName": _long(64, "Maximilian ")[:-1] + "x"})
    # --- mail
    plant("mail.duplicate", "mail", *[{"mail": f"shared.mailbox{at}"}] * 2)
    plant("mail.duplicate", "mail", {"mail": f"Second.Mailbox{at}"}, {"mail": f"second.mailbox{at}"})
    plant("mail.duplicateAcrossAttributes", "mail", {"mail": f"across{at}"})
    plant("proxyAddresses.duplicateAcrossAttributes", "proxyAddresses", smtp(f"smtp:across{at}"))
    # --- proxyAddresses
    plant("proxyAddresses.length", "proxyAddresses", smtp(f"smtp:{_long(256)}{at}"),
          smtp(f"X500:/o=Contoso/cn={_long(260)}"))
    plant("proxyAddresses.secondColon", "proxyAddresses", smtp(f"smtp:smtp:colon.one{at}"), smtp(f"SMTP::colon.two{at}"))
    plant("proxyAddresses.duplicate", "proxyAddresses", *[smtp(f"smtp:twice{at}")] * 2)
    plant("proxyAddresses.duplicate", "proxyAddresses", smtp(f"SMTP:Cased{at}"), smtp(f"smtp:cased{at}"))
    plant("proxyAddresses.character", "proxyAddresses", smtp(f"smtp:with space{at}"), smtp(f"smtp:par(en)s{at}"),
          smtp(f"smtp:semi;colon{at}"), smtp(f'smtp:quo"te{at}'))
    plant("proxyAddresses.characterX500", "proxyAddresses", smtp("X500:/o=Contoso/cn=[old] mailbox"),
          smtp("x400:c=us;a= ;p=contoso;s='quoted'"))
    plant("proxyAddresses.characterOther", "proxyAddresses", smtp(f"sip:two words{at}"), smtp(f"EUM:<1234>{at}"))
    plant("proxyAddresses.topLevelDomain", "proxyAddresses", smtp("smtp:top.level@contoso.local"),
          smtp("smtp:other.level@contoso.corporate"))
    plant("proxyAddresses.domainPart", "proxyAddresses", smtp("smtp:domain@-contoso.com"),
          smtp("smtp:domain@con_toso.com"))
    plant("proxyAddresses.localPart", "proxyAddresses", smtp(f"smtp:dots..twice{at}"), smtp(f"smtp:.dotted{at}"))
    plant("proxyAddresses.format", "proxyAddresses", smtp("smtp:no-at-sign"), smtp("smtp:two@signs@contoso.com"))
    plant("proxyAddresses.diacritics", "proxyAddresses", smtp(f"smtp:jürgen.umlaut{at}"), smtp(f"smtp:léa.accent{at}"))
    # --- sAMAccountName
    plant("sAMAccountName.length", "sAMAccountName", {"sAMAccountName": "a-name-of-21-letters1"},
          {"sAMAccountName": "another-name-that-is-far-too-long"})
    plant("sAMAccountName.character", "sAMAccountName", {"sAMAccountName": "with+plus"}, {"sAMAccountName": "with=equals"},
          {"sAMAccountName": "with,comma"}, {"sAMAccountName": "star*red"}, beneath=True)
    plant("sAMAccountName.character", "sAMAccountName", {"sAMAccountName": "semi;colon group"}, kind="group", beneath=True)
    # --- userPrincipalName
    plant("userPrincipalName.length", "userPrincipalName", *upn(f"{_long(104)}{at}", f"{_long(110, 'long.')}x{at}"))
    plant("userPrincipalName.localPartLength", "userPrincipalName", *upn(f"{_long(65)}{at}"))
    plant("userPrincipalName.domainPartLength", "userPrincipalName",
          *upn(f"long.domain@{_long(37, 'department')}.contoso.com"))
    plant("userPrincipalName.character", "userPrincipalName",
          *upn(f"with blank{at}", f"per%cent{at}", f"amper&sand{at}", f"brace{{d}}{at}", f"jörg.umlaut{at}"))
    plant("userPrincipalName.diacritics", "userPrincipalName", *upn(f"françois.cedilla{at}", f"renée.accent{at}"))
    plant("userPrincipalName.localPart", "userPrincipalName", *upn(f"doubled..dots{at}", f".leading{at}", f"trailing.{at}"))
    plant("userPrincipalName.domainPart", "userPrincipalName", *upn("domain.part@-contoso.com", "domain.label@con_toso.com"))
    plant("userPrincipalName.topLevelDomain", "userPrincipalName", *upn("top.name@contoso.local", "top@contoso.corporate"))
    plant("userPrincipalName.format", "userPrincipalName", *upn("without-a-sign"))
    plant("userPrincipalName.format", "userPrincipalName", *upn(f"signs@twice{at}"), beneath=True)
    plant("userPrincipalName.duplicate", "userPrincipalName", *upn(f"same.name{at}", f"same.name{at}"), beneath=True)
    plant("userPrincipalName.duplicate", "userPrincipalName", *upn(f"Cased.Name{at}", f"cased.name{at}"), beneath=True)
    plant("userPrincipalName.unroutable", "userPrincipalName", *upn(f"unroutable.one@{forest}", f"unroutable.two@{forest}"))
    plant("userPrincipalName.blank", "userPrincipalName", *upn(None, None))
    plant("userPrincipalName.blankAndAccountNameCharacter", "userPrincipalName",
          {"userPrincipalName": None, "sAMAccountName": "no-upn|pipe"}, beneath=True)
    # --- what Cloud Sync itself trips over
    plant("mS-DS-ConsistencyGuid.duplicate", "mS-DS-ConsistencyGuid",
          *[{"mS-DS-ConsistencyGuid": bytes(range(16))}] * 2)
    plant("msDS-ExternalDirectoryObjectId.duplicate", "msDS-ExternalDirectoryObjectId",
          *[{"msDS-ExternalDirectoryObjectId": "Group_0f0e0d0c-0b0a-4908-8706-050403020100"}] * 2, kind="group")
    plant("pwdLastSet.mustChange", "pwdLastSet", {"pwdLastSet": "0"}, {"pwdLastSet": "0"}, reported=False)
    plant("objectClass.inetOrgPerson", "objectClass", {}, {}, kind="inetOrgPerson", reported=False)
    plant("distinguishedName.conflict", "distinguishedName", {},
          cn="Conflict\nCNF:5b8c7a52-3f0e-4a51-9d3b-0c3e7a1f2d64", reported=False)
    # --- objects that a scan leaves out by name: their fault must not be reported
    for cn in ("MSOL_0123456789ab", "SystemMailbox{1f05a927}", "HealthMailbox0a1b2c"):
        plant("skipped.name", "displayName", {"displayName": None}, cn=cn, reported=False)
    plant("skipped.accountName", "displayName", {"displayName": None, "sAMAccountName": "SUPPORT_388945a0"}, reported=False)
    plant("skipped.accountName", "displayName", {"displayName": None, "sAMAccountName": "CAS_0a1b2c3d"}, reported=False)
    # --- people whose names only look like those of system accounts: they must not be left out
    for cn in ("Guest House Reception", "Iwamoto Haruki", "Adminino Rossi"):
        plant("displayName.blank", "displayName", {"displayName": None}, cn=cn)
    if exchange:
        plant("mailNickname.leadingDot", "mailNickname", {"mailNickname": ".leading"}, {"mailNickname": "..twice"})
        plant("mailNickname.character", "mailNickname", {"mailNickname": "with space"}, {"mailNickname": "at@sign"})
        plant("mailNickname.duplicate", "mailNickname", *[{"mailNickname": "nickname"}] * 2)
        for kind in ("user", "contact"):
            plant("targetAddress.length", "targetAddress", {"targetAddress": f"SMTP:{_long(256)}{kind}{at}"}, kind=kind)
            plant("targetAddress.duplicate", "targetAddress", {"targetAddress": "SMTP:target.twice@fabrikam.com"}, kind=kind)
            plant("targetAddress.character", "targetAddress", {"targetAddress": f"SMTP:{kind} space@fabrikam.com"}, kind=kind)
            plant("targetAddress.format", "targetAddress", {"targetAddress": f"SMTP:{kind}-no-at-sign"}, kind=kind)
        plant("targetAddress.secondColon", "targetAddress", {"targetAddress": "SMTP:smtp:target.colon@fabrikam.com"},
              {"targetAddress": "SMTP::target.two@fabrikam.com"})
        plant("skipped.hidden", "displayName", {"displayName": "MSOL sync account", "givenName": _long(64),
                                                "msExchHideFromAddressLists": "TRUE"}, reported=False)
        plant("skipped.recipientType", "displayName", {"displayName": None, "msExchRecipientTypeDetails": "536870912"},
              reported=False)
    counts = {}
    for number, fault in enumerate(planted, 1):
        counts[fault.rule] = counts.get(fault.rule, 0) + 1
        fault.number = number
        fault.name = fault.cn or f"{fault.rule} {counts[fault.rule]}"
    return planted
