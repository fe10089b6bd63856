// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/ScanRule.h"

namespace cloudsync {

/// pwdLastSet.mustChange: the password hash is not sent before the password has been changed (operations.md 1).
class PasswordChangeRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// objectClass.inetOrgPerson: comes without its password (prerequisites.md section 15).
class InetOrgPersonRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

/// mS-DS-ConsistencyGuid.present: Connect Sync writes it to what it synchronises, and it is the object's anchor.
class ConsistencyGuidRule : public ScanRule
{
public:
    void examine(const ScannedObject &object, const ObjectFindings &findings) const override;
};

} // namespace cloudsync
