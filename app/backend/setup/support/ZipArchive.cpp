// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/support/ZipArchive.h"

#include <QtEndian>

#include <array>

namespace cloudsync {

namespace {

void put16(QByteArray &out, quint32 value)
{
    std::array<char, 2> raw{};
    qToLittleEndian(static_cast<quint16>(value), raw.data());
    out.append(raw.data(), raw.size());
}

void put32(QByteArray &out, quint32 value)
{
    std::array<char, 4> raw{};
    qToLittleEndian(value, raw.data());
    out.append(raw.data(), raw.size());
}

/// CRC-32 of ISO 3309, as ZIP asks for it.
quint32 crc32(const QByteArray &content)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
            made.at(i) = value;
        }
        return made;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : content)
        crc = table.at((crc ^ static_cast<quint8>(byte)) & 0xFFU) ^ (crc >> 8U);
    return crc ^ 0xFFFFFFFFU;
}

/// The raw deflate stream: qCompress() gives four bytes of length, the two of zlib's header and, at the end, its four of Adler-32.
QByteArray deflated(const QByteArray &content)
{
    const QByteArray wrapped = qCompress(content, 9);
    return wrapped.size() > 10 ? wrapped.mid(6, wrapped.size() - 10) : QByteArray("\x03\x00", 2); // an empty final block
}

constexpr quint32 utf8Names = 0x0800;
constexpr quint32 methodDeflate = 8;
constexpr quint32 versionNeeded = 20;

} // namespace

void ZipArchive::add(const QString &name, const QByteArray &content)
{
    Entry entry;
    entry.name = name.toUtf8();
    entry.crc = crc32(content);
    entry.size = static_cast<quint32>(content.size());
    entry.offset = static_cast<quint32>(m_data.size());
    const QByteArray packed = deflated(content);
    entry.packed = static_cast<quint32>(packed.size());
    const QDate date = m_written.date();
    const QTime time = m_written.time();
    m_data.append("PK\x03\x04", 4);
    put16(m_data, versionNeeded);
    put16(m_data, utf8Names);
    put16(m_data, methodDeflate);
    put16(m_data, static_cast<quint32>(time.hour() << 11 | time.minute() << 5 | time.second() / 2));
    put16(m_data, static_cast<quint32>((date.year() - 1980) << 9 | date.month() << 5 | date.day()));
    put32(m_data, entry.crc);
    put32(m_data, entry.packed);
    put32(m_data, entry.size);
    put16(m_data, static_cast<quint32>(entry.name.size()));
    put16(m_data, 0);
    m_data += entry.name;
    m_data += packed;
    m_entries.append(entry);
}

QByteArray ZipArchive::bytes() const
{
    QByteArray out = m_data;
    const auto start = static_cast<quint32>(out.size());
    for (const Entry &entry : m_entries) {
        out.append("PK\x01\x02", 4);
        put16(out, versionNeeded);
        // From "version needed" to the lengths the local header says the same.
        out += m_data.mid(entry.offset + 4, 26);
        put16(out, 0); // comment
        put16(out, 0); // disk
        put16(out, 0); // internal attributes
        put32(out, 0); // external attributes
        put32(out, entry.offset);
        out += entry.name;
    }
    const auto size = static_cast<quint32>(out.size()) - start;
    out.append("PK\x05\x06", 4);
    put16(out, 0);
    put16(out, 0);
    put16(out, static_cast<quint32>(m_entries.size()));
    put16(out, static_cast<quint32>(m_entries.size()));
    put32(out, size);
    put32(out, start);
    put16(out, 0);
    return out;
}

} // namespace cloudsync
