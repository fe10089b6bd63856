// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tenant/CriticalPath.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace cloudsync::bench {

namespace {

// Milliseconds of the nth successful exchange that matches; negative when there is none.
int durationOf(const QString &call, int nth, const QJsonArray &exchanges)
{
    const QString method = call.section(u' ', 0, 0);
    const QRegularExpression path(call.section(u' ', 1));
    int seen = 0;
    for (const QJsonValue &value : exchanges) {
        const QJsonObject exchange = value.toObject();
        const int status = exchange.value(QStringLiteral("status")).toInt();
        if (exchange.value(QStringLiteral("method")).toString() != method || status < 200 || status > 299 ||
            !path.match(exchange.value(QStringLiteral("path")).toString()).hasMatch())
            continue;
        if (++seen == nth)
            return exchange.value(QStringLiteral("milliseconds")).toInt();
    }
    return -1;
}

} // namespace

QVector<Stage> neededStages()
{
    return {
        {QStringLiteral("find the sign-in service"), {QStringLiteral("GET /openid-configuration$")}},
        {QStringLiteral("sign in"), {QStringLiteral("POST /token$")}},
        {QStringLiteral("see what is there"),
         {QStringLiteral("GET /organization$"), QStringLiteral("GET /servicePrincipals$"),
          QStringLiteral("GET /domains$"), QStringLiteral("GET /subscribedSkus$"), QStringLiteral("GET /agents$")}},
        {QStringLiteral("make the configuration"),
         {QStringLiteral("POST /instantiate$"), QStringLiteral("PATCH /organization/")}},
        {QStringLiteral("read its settings"), {QStringLiteral("GET /secrets$")}},
        {QStringLiteral("write its settings"), {QStringLiteral("PUT /secrets$")}},
        {QStringLiteral("make the job"), {QStringLiteral("POST /jobs$")}},
        {QStringLiteral("read the schema"), {QStringLiteral("GET /schema$")}},
        {QStringLiteral("parse the expression, make further jobs"),
         {QStringLiteral("POST /parseExpression$"), QStringLiteral("POST /jobs$")}},
        {QStringLiteral("read the schema again"), {QStringLiteral("GET /schema$")}, 2},
        {QStringLiteral("replace the schema"), {QStringLiteral("PUT /schema$")}},
        {QStringLiteral("start the jobs"), {QStringLiteral("POST /start$")}},
    };
}

QStringList timeline(const QJsonArray &exchanges)
{
    QStringList lines;
    QDateTime first;
    for (const QJsonValue &value : exchanges) {
        const QJsonObject exchange = value.toObject();
        const QDateTime began =
            QDateTime::fromString(exchange.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
        if (!first.isValid() || began < first)
            first = began;
    }
    for (const QJsonValue &value : exchanges) {
        const QJsonObject exchange = value.toObject();
        const QDateTime began =
            QDateTime::fromString(exchange.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
        lines.append(QStringLiteral("%1 +%2 ms  %3 %4")
                         .arg(first.msecsTo(began), 5)
                         .arg(exchange.value(QStringLiteral("milliseconds")).toInt(), 4)
                         .arg(exchange.value(QStringLiteral("method")).toString(),
                              exchange.value(QStringLiteral("path")).toString().section(u'/', -3)));
    }
    lines.sort();
    return lines;
}

Path criticalPath(const QVector<Stage> &stages, const QJsonArray &exchanges)
{
    Path path;
    for (const Stage &stage : stages) {
        int longest = -1;
        for (const QString &call : stage.calls)
            longest = std::max(longest, durationOf(call, stage.nth, exchanges));
        if (longest < 0) {
            path.missing.append(stage.name);
            continue;
        }
        path.milliseconds += longest;
        path.lines.append(QStringLiteral("%1 ms  %2").arg(longest, 5).arg(stage.name));
    }
    return path;
}

} // namespace cloudsync::bench
