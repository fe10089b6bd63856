// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace cloudsync {

/// A security identifier (MS-DTYP 2.4.2): identifier authority (48 bits) and up to 15 sub-authorities.
class Sid
{
public:
    Sid() = default;
    Sid(quint64 authority, QVector<quint32> subAuthorities);

    /// From the binary form, which must fill `bytes` exactly (objectSid). SecurityDescriptorInvalid otherwise.
    [[nodiscard]] static Result<Sid> fromBytes(QByteArrayView bytes);
    /// From the start of `bytes`; `length` receives the number of bytes taken.
    [[nodiscard]] static Result<Sid> fromPrefix(QByteArrayView bytes, qsizetype &length);
    /// From "S-1-5-21-…" (authority in decimal, or hexadecimal with 0x).
    [[nodiscard]] static Result<Sid> fromText(const QString &text);

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] QString toText() const;

    [[nodiscard]] quint64 authority() const { return m_authority; }
    [[nodiscard]] const QVector<quint32> &subAuthorities() const { return m_subAuthorities; }

    /// The last sub-authority; 0 when there is none.
    [[nodiscard]] quint32 rid() const;
    /// This SID with one more sub-authority: domain SID + RID.
    [[nodiscard]] Sid child(quint32 rid) const;
    /// This SID without its last sub-authority: the domain of an account.
    [[nodiscard]] Sid parent() const;

    friend bool operator==(const Sid &, const Sid &) = default;

private:
    quint64 m_authority = 0;
    QVector<quint32> m_subAuthorities;
};

} // namespace cloudsync
