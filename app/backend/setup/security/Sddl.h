// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/SddlTables.h"
#include "backend/setup/security/SecurityDescriptor.h"

namespace cloudsync {

// Security descriptor definition language (MS-DTYP 2.5.1). Two things it cannot say are written in a form of our own
// that fromSddl() reads back: bytes after the SID of an entry (conditions of callback entries, resource attributes,
// padding) stand as the last field, "#" and hexadecimal digits; an entry of a type without a name is
// (0x<type>;<flags>;;;;#<body>). The text of a condition, (XA;…;(@User.x == 1)), is not understood and is refused
// rather than dropped.

/// SecurityDescriptorInvalid names the part that is wrong. A descriptor made from text has no particular layout.
[[nodiscard]] Result<SecurityDescriptor> securityDescriptorFromSddl(const QString &text,
                                                                    const SddlContext &context = {});
[[nodiscard]] QString toSddl(const SecurityDescriptor &descriptor, const SddlContext &context = {});

/// One entry, "(A;CI;RP;;;AU)"; the parentheses may be left out when reading.
[[nodiscard]] Result<Ace> aceFromSddl(const QString &text, const SddlContext &context = {});
[[nodiscard]] QString toSddl(const Ace &ace, const SddlContext &context = {});

/// "S-1-…" or an alias such as "DA".
[[nodiscard]] Result<Sid> sidFromSddl(const QString &text, const SddlContext &context = {});
[[nodiscard]] QString toSddl(const Sid &sid, const SddlContext &context = {});

} // namespace cloudsync
