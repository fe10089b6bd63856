// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/scan/ScanFinding.h"

namespace cloudsync {

/// Members of one group, and objects of one domain, that Cloud Sync takes (prerequisites.md section 15).
constexpr qint64 mostGroupMembers = 50000;
constexpr qint64 mostDomainObjects = 150000;

/// Whether a group has more direct members than `most`: asks for the one member behind them alone, whatever its size.
[[nodiscard]] Result<bool> hasMoreMembers(Directory &directory, const QString &groupDn, qint64 most,
                                          const std::stop_token &stop);

/// "member.tooMany" and "domain.tooManyObjects".
[[nodiscard]] ScanFinding tooManyMembers(const QString &domain, const QString &groupDn);
[[nodiscard]] ScanFinding tooManyObjects(const QString &domain, const QString &domainDn, qint64 objects);

} // namespace cloudsync
