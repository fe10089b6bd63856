// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

namespace cloudsync::ldap {

/// The attributes to ask the rootDSE for (MS-ADTS 3.1.1.3.2).
[[nodiscard]] QStringList rootDseAttributes();
/// Reads them from the entry. Attributes that are missing or malformed leave their field empty.
[[nodiscard]] RootDse rootDseFromEntry(const DirectoryEntry &entry, const QString &uri, const QDateTime &readAt);
/// "20260131235959.0Z" (RFC 4517 section 3.3.13, as Active Directory writes it); invalid when it is not that.
[[nodiscard]] QDateTime fromGeneralizedTime(const QString &text);

} // namespace cloudsync::ldap
