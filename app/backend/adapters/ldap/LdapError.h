// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

namespace cloudsync::ldap {

/// The error of a directory operation (RFC 4511 section 4.1.9) on `subject`; `diagnostic` is the server's own text.
[[nodiscard]] Error operationError(int resultCode, const QString &subject, const QString &diagnostic);

/// The error of a bind for `user`. Active Directory's reason stands as "data <hexadecimal Windows error>" in the
/// diagnostic message of code 49.
[[nodiscard]] Error bindError(int resultCode, const QString &user, const QString &diagnostic);

/// The error of a Windows status that a key distribution centre adds to its refusal; nothing for one that says nothing
/// of the account. `status` is an NTSTATUS.
[[nodiscard]] ErrorCode accountErrorOfStatus(quint32 status, ErrorCode otherwise);

/// True for the codes that mean: this credential was looked at and turned down. They count towards a lockout, or will
/// not get better by trying.
[[nodiscard]] bool isCredentialRefusal(ErrorCode code);

/// True for the codes after which another controller may do better.
[[nodiscard]] bool isWorthAnotherController(ErrorCode code);

} // namespace cloudsync::ldap
