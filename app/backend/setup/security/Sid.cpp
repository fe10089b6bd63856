// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Sid.h"

#include <QtEndian>

#include <utility>

namespace cloudsync {

namespace {

constexpr int mostSubAuthorities = 15; // MS-DTYP 2.4.2.2: SubAuthorityCount is at most 15
constexpr quint64 largestAuthority = (quint64(1) << 48) - 1;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("SID"), detail);
}

} // namespace

Sid::Sid(quint64 authority, QVector<quint32> subAuthorities)
    : m_authority(authority & largestAuthority), m_subAuthorities(std::move(subAuthorities))
{
    if (m_subAuthorities.size() > mostSubAuthorities)
        m_subAuthorities.resize(mostSubAuthorities);
}

Result<Sid> Sid::fromPrefix(QByteArrayView bytes, qsizetype &length)
{
    if (bytes.size() < 8)
        return invalid(QStringLiteral("shorter than its 8 byte head"));
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    if (data[0] != 1)
        return invalid(QStringLiteral("revision %1 is not 1").arg(data[0]));
    const int count = data[1];
    if (count > mostSubAuthorities)
        return invalid(QStringLiteral("%1 sub-authorities, 15 at most").arg(count));
    if (bytes.size() < 8 + 4 * count)
        return invalid(QStringLiteral("ends within its sub-authorities"));

    Sid sid;
    for (int i = 2; i < 8; ++i) // the authority alone is big endian
        sid.m_authority = (sid.m_authority << 8) | data[i];
    for (int i = 0; i < count; ++i)
        sid.m_subAuthorities.append(qFromLittleEndian<quint32>(data + 8 + 4 * i));
    length = 8 + 4 * count;
    return sid;
}

Result<Sid> Sid::fromBytes(QByteArrayView bytes)
{
    qsizetype length = 0;
    auto sid = fromPrefix(bytes, length);
    if (sid && length != bytes.size())
        return invalid(QStringLiteral("%1 bytes after its end").arg(bytes.size() - length));
    return sid;
}

Result<Sid> Sid::fromText(const QString &text)
{
    const QStringList parts = text.trimmed().split(QLatin1Char('-'));
    if (parts.size() < 3 || parts.size() > 3 + mostSubAuthorities || parts.at(0).toUpper() != QLatin1String("S") ||
        parts.at(1) != QLatin1String("1")) {
        return invalid(QStringLiteral("\"%1\" is not a SID").arg(text));
    }
    // A sign or a blank would pass toULongLong().
    for (const QString &part : parts) {
        if (part.isEmpty() || part.contains(QLatin1Char('+')) || part.contains(QLatin1Char(' ')))
            return invalid(QStringLiteral("\"%1\" is not a SID").arg(text));
    }
    bool ok = false;
    const bool hexadecimal = parts.at(2).startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    const quint64 authority = parts.at(2).toULongLong(&ok, hexadecimal ? 16 : 10);
    if (!ok || authority > largestAuthority)
        return invalid(QStringLiteral("\"%1\" has no valid authority").arg(text));
    QVector<quint32> subAuthorities;
    for (qsizetype i = 3; i < parts.size(); ++i) {
        const uint one = parts.at(i).toUInt(&ok, 10);
        if (!ok)
            return invalid(QStringLiteral("\"%1\" has an invalid sub-authority").arg(text));
        subAuthorities.append(one);
    }
    return Sid(authority, std::move(subAuthorities));
}

QByteArray Sid::toBytes() const
{
    QByteArray bytes(8 + 4 * m_subAuthorities.size(), '\0');
    auto *data = reinterpret_cast<uchar *>(bytes.data());
    data[0] = 1;
    data[1] = static_cast<uchar>(m_subAuthorities.size());
    for (int i = 0; i < 6; ++i)
        data[7 - i] = static_cast<uchar>(m_authority >> (8 * i));
    for (qsizetype i = 0; i < m_subAuthorities.size(); ++i)
        qToLittleEndian(m_subAuthorities.at(i), data + 8 + 4 * i);
    return bytes;
}

QString Sid::toText() const
{
    // MS-DTYP 2.4.2.1: an authority of 2^32 or more is written in hexadecimal, twelve digits.
    QString text = QStringLiteral("S-1-");
    if (m_authority >= (quint64(1) << 32))
        text += QStringLiteral("0x%1").arg(m_authority, 12, 16, QLatin1Char('0'));
    else
        text += QString::number(m_authority);
    for (const quint32 one : m_subAuthorities)
        text += QLatin1Char('-') + QString::number(one);
    return text;
}

quint32 Sid::rid() const
{
    return m_subAuthorities.isEmpty() ? 0 : m_subAuthorities.last();
}

Sid Sid::child(quint32 rid) const
{
    QVector<quint32> subAuthorities = m_subAuthorities;
    subAuthorities.append(rid);
    return Sid(m_authority, std::move(subAuthorities));
}

Sid Sid::parent() const
{
    QVector<quint32> subAuthorities = m_subAuthorities;
    if (!subAuthorities.isEmpty())
        subAuthorities.removeLast();
    return Sid(m_authority, std::move(subAuthorities));
}

} // namespace cloudsync
