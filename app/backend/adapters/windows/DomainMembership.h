// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

namespace cloudsync::windows {

/// What netapi32 says of this computer and its domain. The library is loaded when it is first asked, from the system's folder alone, and
/// functions that a release does not have are an answer of their own.
struct DomainMembership
{
    bool isJoined = false;
    QString domain; ///< DNS name; the short one where only that is known
    bool isController = false;
};
[[nodiscard]] DomainMembership domainMembership();

/// Whether this computer can retrieve and use a managed service account ("name$") now. False when there is no such account.
/// NotSupportedHere where this Windows cannot tell, DirectoryUnreachable with the status otherwise.
[[nodiscard]] Result<bool> canUseManagedAccount(const QString &name);

} // namespace cloudsync::windows
