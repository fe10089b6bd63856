// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TextReporter.h"

#include "backend/setup/errors/ErrorCatalogue.h"
#include "cli/Documents.h"
#include "cli/TerminalText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TextReporter)
};

QString plain(const QString &text)
{
    return terminalText(text);
}

/// Plain text that may have several lines of our own.
QString lineByLine(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(plain(line));
    return lines.join(u'\n');
}

QString seconds(qint64 milliseconds)
{
    return QLocale::c().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1) + QStringLiteral(" s");
}

} // namespace

QString TextReporter::painted(const QString &text, Tone tone) const
{
    if (!m_colour)
        return text;
    const char *code = "0";
    switch (tone) {
    case Tone::Plain:
        return text;
    case Tone::Good:
        code = "32";
        break;
    case Tone::Careful:
        code = "33";
        break;
    case Tone::Bad:
        code = "31";
        break;
    case Tone::Faint:
        code = "2";
        break;
    }
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(code), text);
}

void TextReporter::say(const QString &line)
{
    if (!m_quiet)
        m_streams.out((line + u'\n').toUtf8());
}

void TextReporter::check(const CheckReport &report)
{
    for (const Finding &finding : report.findings) {
        Tone tone = Tone::Plain;
        switch (finding.severity) {
        case Severity::Ok:
            tone = Tone::Good;
            break;
        case Severity::Info:
            tone = Tone::Plain;
            break;
        case Severity::Warning:
            tone = Tone::Careful;
            break;
        case Severity::Error:
            tone = Tone::Bad;
            break;
        }
        say(painted(severityName(finding.severity).leftJustified(8), tone) + plain(finding.title)
            + painted(QStringLiteral("  ") + finding.id, Tone::Faint));
        if (!finding.evidence.isEmpty())
            say(QStringLiteral("        ") + plain(finding.evidence));
        if (finding.severity == Severity::Warning || finding.severity == Severity::Error) {
            if (!finding.cause.isEmpty())
                say(QStringLiteral("        ") + Text::tr("Cause: %1").arg(plain(finding.cause)));
            if (!finding.remedy.isEmpty())
                say(QStringLiteral("        ") + Text::tr("Remedy: %1").arg(plain(finding.remedy)));
        }
    }
    const auto count = [&](Severity severity) {
        return static_cast<int>(std::count_if(report.findings.begin(), report.findings.end(), [&](const Finding &f) { return f.severity == severity; }));
    };
    say({});
    say(Text::tr("%1 findings: %2 errors, %3 warnings.").arg(report.findings.size()).arg(count(Severity::Error)).arg(count(Severity::Warning)));
}

void TextReporter::plan(const QVector<PlannedStep> &steps, ExitCode)
{
    int changes = 0;
    for (const PlannedStep &step : steps) {
        const bool missing = step.state.kind == State::Kind::Missing;
        const bool conflict = step.state.kind == State::Kind::Conflict;
        changes += missing ? 1 : 0;
        say(painted(stateName(step.state.kind).leftJustified(10), conflict ? Tone::Bad : missing ? Tone::Careful : Tone::Good) + plain(step.title)
            + painted(QStringLiteral("  ") + step.id, Tone::Faint));
        for (const QString &change : step.state.changes)
            say(QStringLiteral("          - ") + plain(change));
        if (missing && !step.reversibility.reversible)
            say(QStringLiteral("          ") + Text::tr("Cannot be undone: %1").arg(plain(step.reversibility.why)));
        if (step.state.why) {
            const ErrorText text = errorText(*step.state.why);
            say(QStringLiteral("          ") + plain(text.happened));
            say(QStringLiteral("          ") + plain(text.next));
        }
    }
    say({});
    if (changes == 0)
        say(Text::tr("Nothing to change: %1 steps are in place.").arg(steps.size()));
    else
        say(Text::tr("%1 of %2 steps would change something.").arg(changes).arg(steps.size()));
}

void TextReporter::run(const RunReport &report, const QString &reportFile, const QString &logFile)
{
    say({});
    for (const StepReport &step : report.steps) {
        Tone tone = Tone::Good;
        if (step.outcome == StepOutcome::Failed || step.outcome == StepOutcome::LeftBehind)
            tone = Tone::Bad;
        else if (step.outcome == StepOutcome::Undone || step.outcome == StepOutcome::Skipped)
            tone = Tone::Careful;
        say(painted(stepOutcomeName(step.outcome).leftJustified(14), tone) + plain(step.title).leftJustified(60)
            + painted(QStringLiteral("  ") + seconds(step.milliseconds), Tone::Faint));
        for (const QString &what : step.leftBehind)
            say(QStringLiteral("              ") + Text::tr("left behind: %1").arg(plain(what)));
    }
    say({});
    if (report.error)
        complain(*report.error, whatChanged(report), logFile);
    else if (!report.changedAnything() && report.outcome == RunOutcome::Done)
        say(Text::tr("Done. Nothing had to be changed."));
    else
        say(Text::tr("Done."));
    switch (report.restart) {
    case Restart::None:
        break;
    case Restart::Required:
        say(Text::tr("Restart this server to finish."));
        break;
    case Restart::Initiated:
        say(Text::tr("This server is restarting."));
        break;
    }
    if (!report.runId.isEmpty())
        say(Text::tr("Run: %1").arg(report.runId));
    if (!reportFile.isEmpty())
        say(Text::tr("Report: %1").arg(reportFile));
}

void TextReporter::status(const StatusReport &report)
{
    say(Text::tr("Agents"));
    for (const AgentStatus &agent : report.agents)
        say(QStringLiteral("  ") + painted(agent.status.leftJustified(10), agent.status == QStringLiteral("active") ? Tone::Good : Tone::Bad)
            + plain(agent.machine) + QStringLiteral("  ") + plain(agent.version)
            + (agent.health == QStringLiteral("healthy") ? Text::tr("  (works)") : QString()));
    if (report.agents.isEmpty())
        say(QStringLiteral("  ") + Text::tr("No agent is registered."));
    for (const ConfigurationStatus &configuration : report.configurations) {
        say({});
        say(Text::tr("Configuration %1: %2").arg(plain(configuration.domain), configuration.health));
        for (const QString &reason : configuration.reasons)
            say(QStringLiteral("  ") + painted(plain(reason), Tone::Careful));
        for (const JobStatus &job : configuration.jobs) {
            const bool good = job.state == QStringLiteral("Active");
            say(QStringLiteral("  ") + painted(job.state.leftJustified(12), good ? Tone::Good : Tone::Careful) + plain(job.templateId)
                + (job.lastRun.isValid() ? Text::tr("  last run %1 (%2)").arg(job.lastRun.toString(Qt::ISODate), job.lastRunState) : Text::tr("  never ran")));
            QStringList counts;
            for (auto it = job.counts.begin(); it != job.counts.end(); ++it)
                counts.append(plain(it.key()) + QStringLiteral(" ") + QString::number(it.value().toInteger()));
            if (!counts.isEmpty())
                say(QStringLiteral("              ") + counts.join(QStringLiteral(", ")));
            if (!job.lastCycle.isEmpty())
                say(QStringLiteral("              ")
                    + Text::tr("last cycle: %1 in scope, %2 read, %3 written, %4 failed")
                          .arg(job.lastCycle.value(QStringLiteral("inScope")).toInteger())
                          .arg(job.lastCycle.value(QStringLiteral("imported")).toInteger())
                          .arg(job.lastCycle.value(QStringLiteral("exported")).toInteger())
                          .arg(job.lastCycle.value(QStringLiteral("failed")).toInteger()));
        }
    }
    say({});
    for (const QString &note : report.notes)
        say(plain(note));
    for (const QString &what : report.uncompared)
        say(Text::tr("Not compared with the answers: %1").arg(plain(what)));
    for (const Drift &one : report.drift) {
        say(painted(Text::tr("differs from the answers"), Tone::Careful) + QStringLiteral("  ") + plain(one.title)
            + painted(QStringLiteral("  ") + one.id, Tone::Faint));
        for (const QString &change : one.changes)
            say(QStringLiteral("  - ") + plain(change));
    }
    if (report.drift.isEmpty() && report.uncompared.isEmpty())
        say(Text::tr("What was compared is as the answers say."));
}

void TextReporter::complain(const Error &error, const QString &changed, const QString &logFile)
{
    const ErrorText text = errorText(error);
    QString lines = painted(plain(text.title), Tone::Bad) + u'\n' + lineByLine(text.happened) + u'\n';
    for (const Error &cause : error.causes) {
        if (text.happened.contains(cause.detail) && text.happened.contains(cause.subject))
            continue; // said already
        lines += QStringLiteral("  ") + plain(cause.subject) + (cause.detail.isEmpty() ? QString() : QStringLiteral(": ") + plain(cause.detail)) + u'\n';
    }
    lines += plain(changed) + u'\n' + plain(text.next) + u'\n';
    if (!logFile.isEmpty())
        lines += Text::tr("Log: %1").arg(logFile) + u'\n';
    m_streams.err(lines.toUtf8());
}

void TextReporter::error(const Error &error, ExitCode, const QString &logFile)
{
    complain(error, Text::tr("Nothing was changed."), logFile);
}

void TextReporter::progress(const ProgressEvent &event)
{
    if (m_quiet)
        return;
    switch (event.kind) {
    case ProgressEvent::Kind::StepStarted:
        m_streams.err((QStringLiteral("  … ") + plain(event.title) + u'\n').toUtf8());
        break;
    case ProgressEvent::Kind::StepProgress:
        if (!event.message.isEmpty())
            m_streams.err((QStringLiteral("    ") + plain(event.message) + u'\n').toUtf8());
        break;
    case ProgressEvent::Kind::StepEnded:
        m_streams.err(QStringLiteral("  [%1/%2] %3: %4\n").arg(event.done).arg(event.total).arg(plain(event.title), stepOutcomeName(event.outcome)).toUtf8());
        break;
    case ProgressEvent::Kind::RunStarted:
    case ProgressEvent::Kind::RunEnded:
        break;
    }
}

void TextReporter::message(const QString &text, const QJsonObject &)
{
    say(text);
}

void TextReporter::signInHint(const QString &text, const QJsonObject &)
{
    m_streams.err((text + u'\n').toUtf8());
}

} // namespace cloudsync
