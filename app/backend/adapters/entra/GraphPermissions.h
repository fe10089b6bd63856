// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cloudsync {

/// Delegated Graph permissions the product asks for where the caller names none: short names, sorted. The application
/// registration needs the same ones (as application permissions for the certificate).
[[nodiscard]] QStringList defaultGraphPermissions();

/// "https://graph.microsoft.com" + "Domain.Read.All" -> "https://graph.microsoft.com/Domain.Read.All …", with the
/// OpenID scopes that bring an ID token and a refresh token.
[[nodiscard]] QString delegatedScope(const QString &audience, const QStringList &permissions);
/// What an application asks for: all that was granted to it.
[[nodiscard]] QString applicationScope(const QString &audience);
/// Short names of the Graph permissions in a token answer's `scope`; OpenID scopes are left out.
[[nodiscard]] QStringList permissionsOf(const QString &scope, const QString &audience);

} // namespace cloudsync
