// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/Acl.h"

namespace cloudsync {

// Changes to a list that leave every other entry where it stands, byte for byte.

/// True when explicit denials come before explicit grants and both before inherited entries (the canonical order of
/// MS-DTYP 2.4.5; Windows shows a warning and rewrites a list that is not).
[[nodiscard]] bool isCanonical(const Acl &acl);

/// How an entry already stands in a list.
enum class AcePresence {
    Absent,
    Inherited, ///< an inherited entry grants (or denies) the same
    Explicit   ///< an explicit entry does
};
/// Looks for an entry of the same type, trustee and object types that inherits alike and holds at least the same
/// rights. The inherited flag of `ace` is not looked at.
[[nodiscard]] AcePresence findAce(const Acl &acl, const Ace &ace);

/// Adds an explicit entry at its canonical place unless findAce() says Explicit. An object entry raises the revision of
/// the list to 4. Returns whether anything changed. In a list that is not canonical nothing is moved: a denial goes
/// after the denials it begins with, a grant before the first inherited entry.
bool addIfAbsent(Acl &acl, const Ace &ace);

/// Removes the first entry that equals `ace` in every byte. Returns whether there was one.
bool removeExact(Acl &acl, const Ace &ace);

/// Removes every explicit entry of a trustee. Returns how many there were.
int removeExplicitOf(Acl &acl, const Sid &trustee);

} // namespace cloudsync
