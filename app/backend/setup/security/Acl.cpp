// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Acl.h"

#include <QtEndian>

#include <limits>
#include <utility>

namespace cloudsync {

namespace {

constexpr qsizetype headSize = 8;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("ACL"), detail);
}

} // namespace

Result<Acl> Acl::fromPrefix(QByteArrayView bytes, qsizetype &length)
{
    if (bytes.size() < headSize)
        return invalid(QStringLiteral("ends within its head"));
    Acl acl;
    acl.revision = static_cast<quint8>(bytes.at(0));
    // MS-DTYP 2.4.5 knows 2 and 4; NT itself knows 3 (compound entries). Anything else is not an ACL.
    if (acl.revision < plainRevision || acl.revision > objectRevision)
        return invalid(QStringLiteral("revision %1 is unknown").arg(acl.revision));
    acl.reserved1 = static_cast<quint8>(bytes.at(1));
    const qsizetype size = qFromLittleEndian<quint16>(bytes.data() + 2);
    const int count = qFromLittleEndian<quint16>(bytes.data() + 4);
    acl.reserved2 = qFromLittleEndian<quint16>(bytes.data() + 6);
    if (size < headSize || size > bytes.size())
        return invalid(QStringLiteral("size %1 does not fit").arg(size));

    QByteArrayView rest = bytes.sliced(headSize, size - headSize);
    for (int i = 0; i < count; ++i) {
        qsizetype taken = 0;
        auto ace = Ace::fromPrefix(rest, taken);
        if (!ace) {
            ace.error().subject = QStringLiteral("ACE %1 of %2").arg(i + 1).arg(count);
            return fail(std::move(ace.error()));
        }
        acl.aces.append(std::move(*ace));
        rest = rest.sliced(taken);
    }
    acl.slack = rest.toByteArray();
    length = size;
    return acl;
}

Result<QByteArray> Acl::toBytes() const
{
    QByteArray bytes(headSize, '\0');
    for (const Ace &ace : aces) {
        auto one = ace.toBytes();
        if (!one)
            return one;
        bytes.append(*one);
    }
    bytes.append(slack);
    if (bytes.size() > std::numeric_limits<quint16>::max())
        return invalid(QStringLiteral("%1 bytes, 65535 at most").arg(bytes.size()));
    bytes[0] = static_cast<char>(revision);
    bytes[1] = static_cast<char>(reserved1);
    qToLittleEndian(static_cast<quint16>(bytes.size()), bytes.data() + 2);
    qToLittleEndian(static_cast<quint16>(aces.size()), bytes.data() + 4);
    qToLittleEndian(reserved2, bytes.data() + 6);
    return bytes;
}

} // namespace cloudsync
