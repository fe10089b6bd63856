// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/HostPrincipals.h"

namespace cloudsync {

/// Kerberos encryption types, the bits of msDS-SupportedEncryptionTypes (MS-KILE 2.2.7).
namespace encryption_types {

constexpr int rc4 = 0x4;
constexpr int aes = 0x18; ///< AES128 and AES256
constexpr int all = 0x1f;

/// "AES128, AES256"; "not set" for none.
[[nodiscard]] QString text(int types);

/// What counts for an account with this value: without one, domain controllers that still issue RC4 tickets use RC4
/// (MS-KILE 3.3.5.7).
[[nodiscard]] int effective(int stored);

/// For a new account: AES alone, and RC4 beside it when one of its hosts is set to something without AES.
[[nodiscard]] int forNewAccount(const QVector<HostPrincipal> &hosts);

/// Hosts that say what they can and share nothing with an account of these types. Groups say nothing.
[[nodiscard]] QVector<HostPrincipal> apart(const QVector<HostPrincipal> &hosts, int accountTypes);

/// `stored` widened so that none of the hosts stands apart: AES, and RC4 where one needs it.
[[nodiscard]] int widened(int stored, const QVector<HostPrincipal> &hosts);

} // namespace encryption_types

} // namespace cloudsync
