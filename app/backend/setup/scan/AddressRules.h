// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/ScanRule.h"

namespace cloudsync {

/// mail: length.
class MailRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// proxyAddresses, each value: length, secondColon; of mail addresses character, diacritics, format, domainPart,
/// localPart, topLevelDomain; of X.400 and X.500 addresses characterX500; of others characterOther.
class ProxyAddressesRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// targetAddress: length, secondColon, character, diacritics, format, domainPart, localPart, topLevelDomain.
class TargetAddressRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// userPrincipalName: blank, blankAndAccountNameCharacter, length, character, diacritics, localPartLength,
/// domainPartLength, format, domainPart, localPart, topLevelDomain, unroutable.
class PrincipalNameRule : public ScanRule
{
public:
    explicit PrincipalNameRule(const RoutableSuffixes &suffixes) : m_suffixes(suffixes) {}
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;

private:
    void examineSuffix(const ScannedObject &object, const QString &name, const ObjectFindings &findings) const;
    const RoutableSuffixes &m_suffixes;
};

} // namespace cloudsync
