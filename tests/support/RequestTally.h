// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonObject>

namespace cloudsync::test {

/// Environment variable with the file to which each program adds how many requests its tenants recorded, how many of
/// their bodies were checked against the published metadata, and how many were not valid.
inline constexpr const char *tallyVariable = "CLOUDSYNC_REQUEST_TALLY";

/// Adds one line, "<requests> <checked> <invalid>", from a record of the stand-in tenant. Does nothing without the
/// variable. Programs run side by side: one write call a line.
inline void appendTally(const QJsonObject &record)
{
    const QString path = qEnvironmentVariable(tallyVariable);
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return;
    file.write(QStringLiteral("%1 %2 %3\n")
                   .arg(record.value(QStringLiteral("count")).toInt())
                   .arg(record.value(QStringLiteral("checked")).toInt())
                   .arg(record.value(QStringLiteral("invalid")).toInt())
                   .toUtf8());
}

} // namespace cloudsync::test
