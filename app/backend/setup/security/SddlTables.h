// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/Ace.h"

#include <QString>

#include <optional>

namespace cloudsync {

/// Domains that relative aliases such as DA are resolved against. `rootDomain` (of the forest) defaults to `domain`.
struct SddlContext
{
    std::optional<Sid> domain;
    std::optional<Sid> rootDomain;
};

/// The tables of SDDL (MS-DTYP 2.5.1.1): two-letter names and what they stand for. Names compare without case.
namespace sddl {

/// "A", "OD", "XA", … or nothing for a type that SDDL has no name for.
[[nodiscard]] QString aceTypeName(AceType type);
[[nodiscard]] std::optional<AceType> aceTypeFromName(QStringView name);

/// "CIIO". Bit 0x40 is TP on an access filter and SA on every other type.
[[nodiscard]] QString aceFlagsText(quint8 flags, AceType type);
[[nodiscard]] std::optional<quint8> aceFlagsFromText(QStringView text);

/// "RPWP", or "0x…" when it is not covered by names.
[[nodiscard]] QString rightsText(quint32 mask, AceType type);
/// Names one after the other, or a number (decimal, 0x hexadecimal, 0 octal).
[[nodiscard]] std::optional<quint32> rightsFromText(QStringView text);

/// The alias of a SID, for example "BA", or nothing.
[[nodiscard]] QString sidAlias(const Sid &sid, const SddlContext &context);
/// The SID of an alias; nothing when it is unknown or needs a domain that the context lacks.
[[nodiscard]] std::optional<Sid> sidFromAlias(QStringView alias, const SddlContext &context);

} // namespace sddl

} // namespace cloudsync
