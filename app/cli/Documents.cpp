// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Documents.h"

#include "backend/setup/errors/ErrorCatalogue.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cloudsync {

namespace {

QString restartName(Restart restart)
{
    switch (restart) {
    case Restart::None:
        return QStringLiteral("none");
    case Restart::Required:
        return QStringLiteral("required");
    case Restart::Initiated:
        return QStringLiteral("initiated");
    }
    return {};
}

QString eventName(ProgressEvent::Kind kind)
{
    switch (kind) {
    case ProgressEvent::Kind::RunStarted:
        return QStringLiteral("runStarted");
    case ProgressEvent::Kind::StepStarted:
        return QStringLiteral("stepStarted");
    case ProgressEvent::Kind::StepProgress:
        return QStringLiteral("stepProgress");
    case ProgressEvent::Kind::StepEnded:
        return QStringLiteral("stepEnded");
    case ProgressEvent::Kind::RunEnded:
        return QStringLiteral("runEnded");
    }
    return {};
}

QJsonObject withExitCode(ExitCode code, QJsonObject document = {})
{
    document.insert(QStringLiteral("exitCode"), static_cast<int>(code));
    return document;
}

QString nothingChanged()
{
    //: Part of an error message: what a failed call changed
    return QCoreApplication::translate("Documents", "Nothing was changed.");
}

} // namespace

QJsonObject errorMember(const Error &error, const QString &changed, const QString &logFile)
{
    const ErrorText text = errorText(error);
    QJsonObject member{{QStringLiteral("code"), errorCodeName(error.code)},
                       {QStringLiteral("subject"), error.subject},
                       {QStringLiteral("title"), text.title},
                       {QStringLiteral("happened"), text.happened},
                       {QStringLiteral("changed"), changed},
                       {QStringLiteral("next"), text.next},
                       {QStringLiteral("logFile"), logFile.isEmpty() ? QJsonValue() : QJsonValue(logFile)}};
    if (!error.causes.isEmpty()) {
        QJsonArray causes;
        for (const Error &cause : error.causes)
            causes.append(QJsonObject{{QStringLiteral("code"), errorCodeName(cause.code)},
                                      {QStringLiteral("pointer"), cause.subject},
                                      {QStringLiteral("message"), cause.detail}});
        member.insert(QStringLiteral("causes"), causes);
    }
    return member;
}

QString whatChanged(const RunReport &report)
{
    const QStringList left = report.allLeftBehind();
    if (!left.isEmpty()) {
        QStringList names; // some are sentences, some are names
        for (const QString &one : left)
            names.append(one.endsWith(u'.') ? one.chopped(1) : one);
        //: %1 is a list of things that a failed run could not take back
        return QCoreApplication::translate("Documents", "This is left behind: %1.").arg(names.join(QStringLiteral("; ")));
    }
    for (const StepReport &step : report.steps) {
        if (step.outcome == StepOutcome::Undone)
            return QCoreApplication::translate("Documents", "Everything that this run did is undone.");
    }
    return nothingChanged();
}

QJsonObject checkDocument(const CheckReport &report)
{
    QJsonArray findings;
    for (const Finding &finding : report.findings)
        findings.append(finding.toJson());
    QJsonObject document = withExitCode(report.exitCode, {{QStringLiteral("findings"), findings}});
    if (report.exitCode != ExitCode::Done) {
        for (const Error &failure : report.failures) {
            if (exitCodeFor(failure.code) == report.exitCode) {
                document.insert(QStringLiteral("error"), errorMember(failure, nothingChanged(), {}));
                break;
            }
        }
    }
    return document;
}

QJsonObject planDocument(const QVector<PlannedStep> &steps, ExitCode code)
{
    QJsonArray list;
    for (const PlannedStep &step : steps) {
        QJsonObject one{{QStringLiteral("id"), step.id},
                        {QStringLiteral("section"), step.section},
                        {QStringLiteral("title"), step.title},
                        {QStringLiteral("state"), stateName(step.state.kind)},
                        {QStringLiteral("changes"), QJsonArray::fromStringList(step.state.changes)},
                        {QStringLiteral("reversible"), step.reversibility.reversible},
                        {QStringLiteral("needs"), QJsonArray::fromStringList(step.needs)}};
        if (!step.reversibility.reversible)
            one.insert(QStringLiteral("irreversibleBecause"), step.reversibility.why);
        if (!step.neededRight.isEmpty())
            one.insert(QStringLiteral("neededRight"), step.neededRight);
        if (step.state.why)
            one.insert(QStringLiteral("conflict"), errorMember(*step.state.why, nothingChanged(), {}));
        list.append(one);
    }
    return withExitCode(code, {{QStringLiteral("steps"), list}});
}

QJsonObject runDocument(const RunReport &report, const QString &reportFile, const QString &logFile)
{
    QJsonArray steps;
    for (const StepReport &step : report.steps) {
        QJsonObject one{{QStringLiteral("id"), step.id},
                        {QStringLiteral("section"), step.section},
                        {QStringLiteral("title"), step.title},
                        {QStringLiteral("outcome"), stepOutcomeName(step.outcome)},
                        {QStringLiteral("milliseconds"), step.milliseconds}};
        if (!step.changes.isEmpty())
            one.insert(QStringLiteral("changes"), QJsonArray::fromStringList(step.changes));
        if (!step.leftBehind.isEmpty())
            one.insert(QStringLiteral("leftBehind"), QJsonArray::fromStringList(step.leftBehind));
        if (step.error)
            one.insert(QStringLiteral("error"), step.error->toJson());
        steps.append(one);
    }
    QJsonObject document{{QStringLiteral("runId"), report.runId},
                         {QStringLiteral("steps"), steps},
                         {QStringLiteral("restart"), restartName(report.restart)},
                         {QStringLiteral("error"), report.error ? QJsonValue(errorMember(*report.error, whatChanged(report), logFile)) : QJsonValue()}};
    if (!reportFile.isEmpty())
        document.insert(QStringLiteral("reportFile"), reportFile);
    return withExitCode(exitCodeFor(report), document);
}

QJsonObject statusDocument(const StatusReport &report)
{
    return withExitCode(ExitCode::Done, report.toJson());
}

QJsonObject versionDocument(const QJsonObject &libraryVersions)
{
    QJsonObject document = libraryVersions;
    document.insert(QStringLiteral("product"), QStringLiteral(CLOUDSYNC_VERSION));
    document.insert(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
    document.insert(QStringLiteral("answerFile"), 1);
    document.insert(QStringLiteral("journal"), 1);
    return withExitCode(ExitCode::Done, document);
}

QJsonObject errorDocument(const Error &error, ExitCode code, const QString &logFile)
{
    return withExitCode(code, {{QStringLiteral("error"), errorMember(error, nothingChanged(), logFile)}});
}

QJsonObject progressDocument(const ProgressEvent &event)
{
    QJsonObject line{{QStringLiteral("event"), eventName(event.kind)}, {QStringLiteral("done"), event.done}, {QStringLiteral("total"), event.total}};
    if (!event.step.isEmpty())
        line.insert(QStringLiteral("id"), event.step);
    if (!event.message.isEmpty())
        line.insert(QStringLiteral("message"), event.message);
    if (event.percent >= 0)
        line.insert(QStringLiteral("percent"), event.percent);
    if (event.kind == ProgressEvent::Kind::StepEnded) {
        line.insert(QStringLiteral("outcome"), stepOutcomeName(event.outcome));
        line.insert(QStringLiteral("milliseconds"), event.milliseconds);
    }
    return line;
}

} // namespace cloudsync
