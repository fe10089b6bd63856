// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace cloudsync::ldap {

/// The range option of an attribute description (MS-ADTS 3.1.1.3.1.3.3): "member;range=0-1499", "member;range=1500-*".
struct AttributeRange
{
    QString attribute; ///< with its other options
    qint64 first = 0;
    qint64 last = -1; ///< -1: to the end

    /// Nothing for a description without a range, or with a malformed one.
    [[nodiscard]] static std::optional<AttributeRange> parse(const QString &description);
    [[nodiscard]] QString toText() const;
    [[nodiscard]] bool isLast() const { return last < 0; }
    /// All from the value after this range on.
    [[nodiscard]] AttributeRange following() const { return {attribute, last + 1, -1}; }
};

} // namespace cloudsync::ldap
