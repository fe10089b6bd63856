// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace cloudsync {

/// A GUID as it lies in an ACE or in objectGUID: 16 bytes, mixed endian (MS-DTYP 2.3.4.2).
class Guid
{
public:
    Guid() = default;

    /// Exactly 16 bytes.
    [[nodiscard]] static Result<Guid> fromBytes(QByteArrayView bytes);
    /// "bf967aba-0de6-11d0-a285-00aa003049e2", without case, braces allowed.
    [[nodiscard]] static Result<Guid> fromText(const QString &text);

    [[nodiscard]] QByteArray toBytes() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }
    /// Lower case, without braces.
    [[nodiscard]] QString toText() const;

    friend auto operator<=>(const Guid &, const Guid &) = default;

private:
    std::array<char, 16> m_bytes{};
};

} // namespace cloudsync
