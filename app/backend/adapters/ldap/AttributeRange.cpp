// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/AttributeRange.h"

#include <QRegularExpression>

namespace cloudsync::ldap {

std::optional<AttributeRange> AttributeRange::parse(const QString &description)
{
    static const QRegularExpression pattern(QStringLiteral("^(.+);range=(\\d{1,10})-(\\d{1,10}|\\*)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(description);
    if (!match.hasMatch())
        return std::nullopt;
    AttributeRange range;
    range.attribute = match.captured(1);
    range.first = match.captured(2).toLongLong();
    if (match.captured(3) != QLatin1String("*")) {
        range.last = match.captured(3).toLongLong();
        if (range.last < range.first)
            return std::nullopt;
    }
    return range;
}

QString AttributeRange::toText() const
{
    const QString end = last < 0 ? QStringLiteral("*") : QString::number(last);
    return QStringLiteral("%1;range=%2-%3").arg(attribute).arg(first).arg(end);
}

} // namespace cloudsync::ldap
