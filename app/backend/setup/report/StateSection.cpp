// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/StateSection.h"

#include "backend/setup/report/HtmlText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

// Words as `status` gives them; what is not known to be good or bad is shown without a judgement.
QString styleOf(const QString &health)
{
    if (health == QLatin1String("healthy"))
        return QStringLiteral("good");
    if (health == QLatin1String("attention") || health == QLatin1String("stopped") || health == QLatin1String("inactive"))
        return QStringLiteral("warning");
    if (health == QLatin1String("failing") || health == QLatin1String("quarantined") || health == QLatin1String("noAgent") ||
        health == QLatin1String("notRunning"))
        return QStringLiteral("bad");
    return QStringLiteral("neutral");
}

QString badge(const QString &health)
{
    return QStringLiteral("<span class=\"badge %1\">%2</span>").arg(styleOf(health), htmlText(health));
}

QString table(const QString &caption, const QStringList &headings, const QStringList &rows)
{
    if (rows.isEmpty())
        return {};
    QString html = QStringLiteral("<table><caption>") + htmlText(caption) + QStringLiteral("</caption>\n<thead><tr>");
    for (const QString &heading : headings)
        html += QStringLiteral("<th scope=\"col\">") + htmlText(heading) + QStringLiteral("</th>");
    return html + QStringLiteral("</tr></thead>\n<tbody>\n") + rows.join(QString()) + QStringLiteral("</tbody></table>\n");
}

/// `cells` are HTML already; the first is the heading of the row.
QString row(const QStringList &cells)
{
    QString html = QStringLiteral("<tr><th scope=\"row\">") + cells.first() + QStringLiteral("</th>");
    for (const QString &cell : cells.mid(1))
        html += QStringLiteral("<td>") + cell + QStringLiteral("</td>");
    return html + QStringLiteral("</tr>\n");
}

QString countsOf(const QJsonObject &counts)
{
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        parts.append(QStringLiteral("%1 %2").arg(it.key(), QString::number(it.value().toInteger())));
    return parts.join(QStringLiteral(", "));
}

QString jobsTable(const QJsonObject &configuration)
{
    QStringList rows;
    for (const QJsonValue value : configuration.value(QLatin1String("jobs")).toArray()) {
        const QJsonObject job = value.toObject();
        const QJsonObject quarantine = job.value(QLatin1String("quarantine")).toObject();
        const QString state = quarantine.isEmpty() ? text(job, "state") : text(job, "state") + QStringLiteral(": ") + text(quarantine, "reason");
        rows.append(row({htmlValue(text(job, "template")), htmlValue(state), htmlTime(QDateTime::fromString(text(job, "lastRun"), Qt::ISODate)),
                         htmlValue(text(job, "lastRunState")), htmlText(countsOf(job.value(QLatin1String("counts")).toObject()))}));
    }
    //: %1 domain
    return table(Text::tr("Jobs of %1").arg(text(configuration, "domain")),
                 {Text::tr("Job"), Text::tr("State"), Text::tr("Last cycle"), Text::tr("Result"), Text::tr("Objects")}, rows);
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue one : array.toArray())
        list.append(one.toString());
    return list;
}

} // namespace

QString stateSection(const QJsonObject &status)
{
    if (status.isEmpty())
        return {};
    QString html = QStringLiteral("<section><h2>") + htmlText(Text::tr("How it stands now")) + QStringLiteral("</h2>\n<p>") +
                   htmlText(Text::tr("Asked:")) + u' ' + htmlTime(QDateTime::fromString(text(status, "at"), Qt::ISODate)) + QStringLiteral("</p>\n");
    QStringList agents;
    for (const QJsonValue value : status.value(QLatin1String("agents")).toArray()) {
        const QJsonObject agent = value.toObject();
        agents.append(row({htmlValue(text(agent, "machine")), badge(text(agent, "health")), htmlValue(text(agent, "version"))}));
    }
    html += table(Text::tr("Agents"), {Text::tr("Server"), Text::tr("State"), Text::tr("Version")}, agents);
    for (const QJsonValue value : status.value(QLatin1String("configurations")).toArray()) {
        const QJsonObject configuration = value.toObject();
        html += QStringLiteral("<h3>") + htmlText(text(configuration, "domain")) + u' ' + badge(text(configuration, "health")) + QStringLiteral("</h3>\n") +
                htmlList(texts(configuration.value(QLatin1String("reasons")))) + jobsTable(configuration);
    }
    QStringList differences;
    for (const QJsonValue value : status.value(QLatin1String("drift")).toArray()) {
        const QJsonObject drift = value.toObject();
        differences.append(row({htmlText(text(drift, "title")), htmlList(texts(drift.value(QLatin1String("changes"))))}));
    }
    html += differences.isEmpty() ? QStringLiteral("<p>") + htmlText(Text::tr("What was compared is as the answers say.")) + QStringLiteral("</p>\n")
                                  : table(Text::tr("What differs from the answers"), {Text::tr("Step"), Text::tr("Would change")}, differences);
    return html + htmlList(texts(status.value(QLatin1String("uncompared"))) + texts(status.value(QLatin1String("notes")))) + QStringLiteral("</section>\n");
}

} // namespace cloudsync
