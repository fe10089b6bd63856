// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/StateRules.h"

#include "backend/setup/scan/AddressRules.h"
#include "backend/setup/scan/NameRules.h"
#include "backend/setup/scan/ScanText.h"

namespace cloudsync {

void PasswordChangeRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (object.mustChangePassword && object.kind == ObjectKind::User)
        findings.add(Severity::Info, QStringLiteral("pwdLastSet"), QStringLiteral("mustChange"), QStringLiteral("0"),
                     ScanText::tr("The password must be changed at the next sign-in; until then it does not work in "
                                  "Microsoft Entra ID."),
                     ScanText::tr("Have the password changed, or set one without that flag."));
}

void InetOrgPersonRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (object.kind == ObjectKind::InetOrgPerson)
        findings.add(Severity::Info, QStringLiteral("objectClass"), QStringLiteral("inetOrgPerson"),
                     QStringLiteral("inetOrgPerson"),
                     ScanText::tr("Password hash synchronisation does not cover inetOrgPerson objects."),
                     ScanText::tr("Make the person a user if the password should work in Microsoft Entra ID."));
}

void ConsistencyGuidRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (!object.consistencyGuid.isEmpty())
        findings.add(Severity::Info, QStringLiteral("mS-DS-ConsistencyGuid"), QStringLiteral("present"),
                     QString::fromLatin1(object.consistencyGuid.toHex()),
                     ScanText::tr("The object has an anchor as Connect Sync writes it."),
                     ScanText::tr("Take it out of the scope of Connect Sync before it comes into this one: never let "
                                  "both own an object."));
}

std::vector<std::unique_ptr<ScanRule>> scanRules(const RoutableSuffixes &suffixes)
{
    std::vector<std::unique_ptr<ScanRule>> rules;
    rules.push_back(std::make_unique<DisplayNameRule>());
    rules.push_back(std::make_unique<GivenNameRule>());
    rules.push_back(std::make_unique<MailRule>());
    rules.push_back(std::make_unique<MailNicknameRule>());
    rules.push_back(std::make_unique<ProxyAddressesRule>());
    rules.push_back(std::make_unique<TargetAddressRule>());
    rules.push_back(std::make_unique<AccountNameRule>());
    rules.push_back(std::make_unique<PrincipalNameRule>(suffixes));
    rules.push_back(std::make_unique<PasswordChangeRule>());
    rules.push_back(std::make_unique<InetOrgPersonRule>());
    rules.push_back(std::make_unique<ConsistencyGuidRule>());
    return rules;
}

} // namespace cloudsync
