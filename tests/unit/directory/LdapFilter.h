// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

namespace cloudsync::tests {

/// True when an entry matches an RFC 4515 filter: and, or, not, presence, equality, substrings, comparison, and the two
/// bit rules of Active Directory. Values compare without case; that is what most of its attributes do. A filter that
/// cannot be read matches nothing.
[[nodiscard]] bool matchesFilter(const DirectoryEntry &entry, const QString &filter);

} // namespace cloudsync::tests
