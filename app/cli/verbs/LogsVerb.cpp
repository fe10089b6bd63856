// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

constexpr int mostEntries = 1000; // of each log

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogsVerb)
};

QString textOf(const LogReport &report)
{
    QStringList lines;
    for (const LogEntry &entry : report.entries) {
        const bool audit = entry.source == LogEntry::Source::Audit;
        lines.append(QStringLiteral("%1  %2 %3  %4  %5")
                         .arg(entry.at.toString(Qt::ISODate), terminalText(entry.status).leftJustified(8),
                              terminalText(entry.action), terminalText(entry.object),
                              terminalText(audit ? entry.initiator : entry.job)));
        if (!entry.errorCode.isEmpty() || (!entry.reason.isEmpty() && entry.status != QLatin1String("success")))
            lines.append(QStringLiteral("    %1: %2").arg(terminalText(entry.errorCode), terminalText(entry.reason)));
        if (!entry.remedy.isEmpty())
            lines.append(QStringLiteral("    ") + terminalText(entry.remedy));
        for (const PropertyChange &change : entry.properties) {
            lines.append(QStringLiteral("    %1: %2 -> %3")
                             .arg(terminalText(change.name), terminalText(change.before), terminalText(change.after)));
        }
    }
    if (report.entries.isEmpty())
        lines.append(Text::tr("The logs hold nothing from this time on."));
    if (!report.isComplete)
        lines.append(
            Text::tr("A log holds more than %1 entries from this time on; the newest are shown.").arg(mostEntries));
    return lines.join(u'\n');
}

} // namespace

ExitCode runLogs(const Call &call)
{
    QDateTime since;
    if (!call.arguments.since.isEmpty()) {
        auto time = pointInTime(call.arguments.since, call.backend.ports().clock.now());
        if (!time)
            return call.failed(time.error());
        since = *time;
    }
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto report = readLogs(wanted->session, since, mostEntries, call.stop);
    if (!report)
        return call.failed(report.error());
    QJsonObject document = report->toJson();
    document.insert(QStringLiteral("exitCode"), 0);
    call.reporter.message(textOf(*report), document);
    return ExitCode::Done;
}

} // namespace cloudsync
