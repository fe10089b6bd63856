// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

namespace cloudsync {

/// The forest's key from which the passwords of group managed service accounts are made (MS-GKDI).
struct KdsRootKeyFacts
{
    int keys = 0;         ///< that this identity may see
    QDateTime usableFrom; ///< UTC; ten hours after the earliest start time, so that every controller has it; invalid
                          ///< without keys
    /// False where keys may exist all the same: outside the forest's root domain they show themselves to enterprise
    /// administrators only.
    bool certain = true;

    [[nodiscard]] bool usable(const QDateTime &now) const { return usableFrom.isValid() && usableFrom <= now; }
};

[[nodiscard]] Result<KdsRootKeyFacts> readKdsRootKeys(Directory &directory, const std::stop_token &stop);

/// KdsRootKeyMissing for a domain; `detail` tells the time from which a key will be usable, if there is one.
[[nodiscard]] Error rootKeyMissing(const QString &domain, const KdsRootKeyFacts &facts);

/// Windows FILETIME (100 ns since 1601-01-01 UTC) to a time, and back to its decimal text.
[[nodiscard]] QDateTime timeFromFileTime(qint64 fileTime);
[[nodiscard]] qint64 fileTimeFromTime(const QDateTime &time);

} // namespace cloudsync
