// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/ScanRule.h"

namespace cloudsync {

/// displayName: blank, whitespace, surroundingSpace, length.
class DisplayNameRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// givenName: length.
class GivenNameRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// sAMAccountName: length, character. A bad account name matters most where there is no user principal name; that case
/// is PrincipalNameRule's.
class AccountNameRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
    /// True when the name holds a character that Microsoft Entra ID does not take.
    [[nodiscard]] static bool holdsForbidden(const QString &accountName);
};

/// mailNickname: length, leadingDot, character.
class MailNicknameRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

} // namespace cloudsync
