// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/ReadinessSection.h"

#include "backend/setup/report/HtmlText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QVector>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

struct Bar
{
    QString rule;
    QString severity;
    qint64 count = 0;
};

int rankOf(const QString &severity)
{
    return severity == QStringLiteral("error") ? 0 : severity == QStringLiteral("warning") ? 1 : 2;
}

QString styleOf(const QString &severity)
{
    switch (rankOf(severity)) {
    case 0:
        return QStringLiteral("bad");
    case 1:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("neutral");
    }
}

QString severityWord(const QString &severity)
{
    switch (rankOf(severity)) {
    case 0:
        return Text::tr("error");
    case 1:
        return Text::tr("warning");
    default:
        return Text::tr("note");
    }
}

QVector<Bar> barsOf(const QJsonObject &scan)
{
    QVector<Bar> bars;
    const QJsonObject rules = scan.value(QStringLiteral("rules")).toObject();
    const QJsonObject severities = scan.value(QStringLiteral("severities")).toObject();
    for (auto it = rules.begin(); it != rules.end(); ++it)
        bars.append({it.key(), severities.value(it.key()).toString(), it.value().toInteger()});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar &a, const Bar &b) {
        return rankOf(a.severity) != rankOf(b.severity) ? rankOf(a.severity) < rankOf(b.severity) : a.count > b.count;
    });
    return bars;
}

QString barHtml(const Bar &bar, qint64 most)
{
    // At least a sliver, so that one of many thousands is seen.
    const double width = std::max(1.0, 100.0 * double(bar.count) / double(std::max<qint64>(most, 1)));
    return QStringLiteral("<tr><th scope=\"row\">%1 <span class=\"badge %2\">%3</span></th>"
                          "<td><svg class=\"bar %2\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                          "<rect width=\"%4\" height=\"8\"/></svg></td><td class=\"number\">%5</td></tr>\n")
        .arg(htmlText(bar.rule), styleOf(bar.severity), htmlText(severityWord(bar.severity)), QString::number(width, 'f', 1),
             htmlText(QLocale().toString(bar.count)));
}

} // namespace

QString readinessSection(const QJsonObject &scan)
{
    if (scan.isEmpty())
        return {};
    const QLocale locale;
    const auto number = [&](const QJsonObject &object, const char *key) { return locale.toString(object.value(QLatin1String(key)).toInteger()); };
    const QJsonObject inScope = scan.value(QStringLiteral("inScope")).toObject();
    QString html = QStringLiteral("<section><h2>") + htmlText(Text::tr("Readiness of the data")) + QStringLiteral("</h2>\n<p>") +
                   htmlText(Text::tr("In scope: %1 users, %2 inetOrgPerson objects, %3 groups, %4 contacts. Found: %5 errors, %6 warnings, %7 notes.")
                                .arg(number(inScope, "user"), number(inScope, "inetOrgPerson"), number(inScope, "group"), number(inScope, "contact"),
                                     number(scan, "errors"), number(scan, "warnings"), number(scan, "notes"))) +
                   QStringLiteral("</p>\n<p>") + htmlText(Text::tr("Scanned:")) + u' ' +
                   htmlTime(QDateTime::fromString(scan.value(QStringLiteral("written")).toString(), Qt::ISODate)) + QStringLiteral("</p>\n");
    QStringList notChecked;
    for (const QJsonValue one : scan.value(QStringLiteral("notChecked")).toArray())
        notChecked.append(one.toString());
    html += htmlList(notChecked);
    const QVector<Bar> bars = barsOf(scan);
    if (bars.isEmpty())
        return html + QStringLiteral("</section>\n");
    qint64 most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, bar.count);
    html += QStringLiteral("<table class=\"chart\"><caption>") + htmlText(Text::tr("Findings by rule")) +
            QStringLiteral("</caption>\n<thead><tr><th scope=\"col\">") + htmlText(Text::tr("Rule")) + QStringLiteral("</th><th scope=\"col\">") +
            htmlText(Text::tr("Share")) + QStringLiteral("</th><th scope=\"col\" class=\"number\">") + htmlText(Text::tr("Findings")) +
            QStringLiteral("</th></tr></thead>\n<tbody>\n");
    for (const Bar &bar : bars)
        html += barHtml(bar, most);
    return html + QStringLiteral("</tbody></table>\n</section>\n");
}

} // namespace cloudsync
