// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ports/Directory.h"

#include <QUuid>

#include <utility>

namespace cloudsync {

QByteArrayList DirectoryEntry::values(const QString &attribute) const
{
    return m_attributes.value(attribute.toLower());
}

QByteArray DirectoryEntry::value(const QString &attribute) const
{
    const QByteArrayList all = values(attribute);
    return all.isEmpty() ? QByteArray() : all.first();
}

QString DirectoryEntry::text(const QString &attribute) const
{
    return QString::fromUtf8(value(attribute));
}

QStringList DirectoryEntry::texts(const QString &attribute) const
{
    QStringList list;
    for (const QByteArray &one : values(attribute))
        list.append(QString::fromUtf8(one));
    return list;
}

bool DirectoryEntry::has(const QString &attribute) const
{
    return m_attributes.contains(attribute.toLower());
}

void DirectoryEntry::set(const QString &attribute, QByteArrayList list)
{
    m_attributes.insert(attribute.toLower(), std::move(list));
}

Result<std::shared_ptr<Directory>> DirectoryConnector::connectAsCaller(const DirectoryTarget &target,
                                                                       const std::stop_token &)
{
    return fail(ErrorCode::NotSupportedHere, target.domain);
}

Result<QVector<DirectoryEntry>> Directory::list(const DirectorySearch &request, const std::stop_token &stop)
{
    QVector<DirectoryEntry> entries;
    auto done = search(
        request,
        [&](DirectoryEntry &&entry) {
            entries.append(std::move(entry));
            return true;
        },
        stop);
    if (!done)
        return fail(std::move(done.error()));
    return entries;
}

Result<DirectoryEntry> Directory::read(const QString &dn, const QStringList &attributes, const std::stop_token &stop,
                                       int securityDescriptorParts)
{
    DirectorySearch request;
    request.base = dn;
    request.scope = SearchScope::Base;
    request.attributes = attributes;
    request.securityDescriptorParts = securityDescriptorParts;
    auto entries = list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    if (entries->isEmpty())
        return fail(ErrorCode::DirectoryObjectMissing, dn);
    return entries->first();
}

QString escapeFilter(const QString &value)
{
    QString text;
    for (const QChar c : value) {
        if (c == u'*' || c == u'(' || c == u')' || c == u'\\' || c == QChar(0))
            text += QStringLiteral("\\%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text;
}

QString escapeFilter(const QByteArray &bytes)
{
    QString text;
    for (const char c : bytes)
        text += QStringLiteral("\\%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    return text;
}

QString escapeRdn(const QString &value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        const bool edge = (c == u' ' && (i == 0 || i == value.size() - 1)) || (c == u'#' && i == 0);
        if (c == QChar(0))
            text += QStringLiteral("\\00");
        else if (edge || QStringView(u"\",+;<>\\=").contains(c))
            text += u'\\' + QString(c);
        else
            text += c;
    }
    return text;
}

QString domainToDn(const QString &domain)
{
    QStringList parts;
    for (const QString &label : domain.split(u'.', Qt::SkipEmptyParts))
        parts.append(QStringLiteral("DC=") + escapeRdn(label));
    return parts.join(u',');
}

QString dnToDomain(const QString &dn)
{
    QStringList labels;
    for (const QString &part : splitDn(dn)) {
        if (part.startsWith(QStringLiteral("DC="), Qt::CaseInsensitive))
            labels.append(part.mid(3));
        else
            labels.clear();
    }
    return labels.join(u'.').toLower();
}

QStringList splitDn(const QString &dn)
{
    QStringList parts;
    QString part;
    bool quoted = false;
    for (qsizetype i = 0; i < dn.size(); ++i) {
        const QChar c = dn.at(i);
        if (c == u'\\' && i + 1 < dn.size()) {
            part += c;
            part += dn.at(++i);
        } else if (c == u'"') {
            quoted = !quoted;
            part += c;
        } else if ((c == u',' || c == u';') && !quoted) {
            parts.append(part.trimmed());
            part.clear();
        } else {
            part += c;
        }
    }
    if (!part.trimmed().isEmpty())
        parts.append(part.trimmed());
    else if (!parts.isEmpty())
        return {}; // ends in a separator
    for (const QString &one : std::as_const(parts)) {
        const qsizetype equals = one.indexOf(u'=');
        if (equals <= 0 || equals == one.size() - 1)
            return {};
        for (const QChar c : QStringView(one).left(equals).trimmed()) {
            if (!(c.isLetterOrNumber() || c == u'-' || c == u'.'))
                return {};
        }
    }
    return quoted ? QStringList() : parts;
}

namespace {

// Undoes RFC 4514 escapes, so that "\2C" and "\," compare equal.
QString unescapedValue(const QString &value)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        if (c == u'\\' && i + 1 < value.size()) {
            bool isHex = false;
            const uint code = i + 2 < value.size() ? value.mid(i + 1, 2).toUInt(&isHex, 16) : 0;
            if (isHex) {
                bytes.append(static_cast<char>(code));
                i += 2;
            } else {
                bytes.append(QString(value.at(++i)).toUtf8());
            }
        } else if (c.isHighSurrogate() && i + 1 < value.size()) {
            bytes.append(value.mid(i, 2).toUtf8());
            ++i;
        } else if (c != u'"') {
            bytes.append(QString(c).toUtf8());
        }
    }
    return QString::fromUtf8(bytes);
}

} // namespace

QString normalizeDn(const QString &dn)
{
    QStringList parts;
    for (const QString &part : splitDn(dn)) {
        const qsizetype equals = part.indexOf(u'=');
        parts.append(part.left(equals).trimmed().toLower() + u'='
                     + escapeRdn(unescapedValue(part.mid(equals + 1).trimmed()).toCaseFolded()));
    }
    return parts.join(u',');
}

bool isSameOrBelow(const QString &dn, const QString &ancestor)
{
    const QString lower = normalizeDn(dn);
    const QString upper = normalizeDn(ancestor);
    return !upper.isEmpty() && (lower == upper || lower.endsWith(u',' + upper));
}

QString guidToText(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return {};
    const auto *b = reinterpret_cast<const unsigned char *>(bytes.constData());
    const QUuid uuid(static_cast<uint>(b[0] | b[1] << 8 | b[2] << 16 | static_cast<uint>(b[3]) << 24),
                     static_cast<ushort>(b[4] | b[5] << 8), static_cast<ushort>(b[6] | b[7] << 8), b[8], b[9], b[10],
                     b[11], b[12], b[13], b[14], b[15]);
    return uuid.toString(QUuid::WithoutBraces);
}

QByteArray guidFromText(const QString &text)
{
    const QUuid uuid(text);
    if (uuid.isNull() && !text.contains(QStringLiteral("00000000-0000")))
        return {};
    QByteArray bytes;
    for (const int shift : {0, 8, 16, 24})
        bytes.append(static_cast<char>(uuid.data1 >> shift & 0xff));
    bytes.append(static_cast<char>(uuid.data2 & 0xff)).append(static_cast<char>(uuid.data2 >> 8));
    bytes.append(static_cast<char>(uuid.data3 & 0xff)).append(static_cast<char>(uuid.data3 >> 8));
    bytes.append(reinterpret_cast<const char *>(uuid.data4), 8);
    return bytes;
}

} // namespace cloudsync
