// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/Ace.h"

#include <QVector>

namespace cloudsync {

/// An access control list (MS-DTYP 2.4.5). Reading and writing it again gives the same bytes.
struct Acl
{
    static constexpr quint8 plainRevision = 2;
    static constexpr quint8 objectRevision = 4; ///< ACL_REVISION_DS: needed as soon as an object entry is in it

    quint8 revision = objectRevision;
    quint8 reserved1 = 0;
    quint16 reserved2 = 0;
    QVector<Ace> aces;
    QByteArray slack; ///< unused bytes between the last entry and the end that the list claims

    /// Reads the list at the start of `bytes`; `length` receives its size. SecurityDescriptorInvalid when it is
    /// malformed.
    [[nodiscard]] static Result<Acl> fromPrefix(QByteArrayView bytes, qsizetype &length);
    /// SecurityDescriptorInvalid when the list is longer than 65535 bytes.
    [[nodiscard]] Result<QByteArray> toBytes() const;

    friend bool operator==(const Acl &, const Acl &) = default;
};

} // namespace cloudsync
