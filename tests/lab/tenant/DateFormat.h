// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Text.h"

namespace cloudsync::lab {

/// Reads a moment by a .NET-like pattern of yyyy, MM, dd, HH, mm, ss, f and literal characters; an empty pattern takes RFC 3339
/// and LDAP generalised time.
[[nodiscard]] std::optional<Time> readDate(const std::string &content, const std::string &pattern);
/// Writes a moment by the same kind of pattern; an empty one gives RFC 3339.
[[nodiscard]] std::string writeDate(Time time, const std::string &pattern);

} // namespace cloudsync::lab
