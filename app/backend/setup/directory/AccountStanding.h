// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

#include <optional>

namespace cloudsync {

/// What a directory knows of an account that somebody signs in with.
struct AccountStanding
{
    QString dn;
    bool isProtectedUser = false; ///< member of Protected Users: Kerberos with AES alone, no NTLM, no delegation
    bool isDisabled = false;
    bool isLockedOut = false;
    bool mustChangePassword = false;
    QDateTime passwordExpires; ///< UTC; invalid: never
    QDateTime accountExpires;  ///< UTC; invalid: never

    int lockoutThreshold = 0; ///< refusals that lock it out; 0: never
    int refusals = 0;         ///< counted within the observation window, by the controller that was asked
    int windowMinutes = 0;    ///< after so long without a refusal the count starts again
    QString policy;           ///< DN of the fine-grained password policy; empty: the domain's own

    /// Refusals that are left before it is locked out; nullopt where there is no lockout.
    [[nodiscard]] std::optional<int> attemptsLeft() const;
};

/// Reads what is known of `user` (UPN, DOMAIN\name, name or DN). Makes no sign-in attempt, so it counts towards
/// nothing. nullopt when this domain has no such account. `now`: the controller's clock, UTC.
[[nodiscard]] Result<std::optional<AccountStanding>>
readAccountStanding(Directory &directory, const QString &user, const QDateTime &now, const std::stop_token &stop);

} // namespace cloudsync
