// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVector>

namespace cloudsync {

/// A ZIP archive in memory (APPNOTE.TXT 6.3, method 8, names in UTF-8). Own code, because Qt's writer is private to QtGui and the
/// libraries at hand cannot be had for both systems; deflate itself is Qt's zlib.
class ZipArchive
{
public:
    explicit ZipArchive(const QDateTime &written) : m_written(written) {}

    /// `name` with forward slashes, relative. Content below 4 GiB.
    void add(const QString &name, const QByteArray &content);
    [[nodiscard]] QByteArray bytes() const;

private:
    struct Entry
    {
        QByteArray name;
        quint32 crc = 0;
        quint32 packed = 0;
        quint32 size = 0;
        quint32 offset = 0;
    };
    QDateTime m_written;
    QByteArray m_data;
    QVector<Entry> m_entries;
};

} // namespace cloudsync
