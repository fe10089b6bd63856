// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/scan/ScanDocument.h"
#include "cli/Documents.h"
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QLocale>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulateVerb)
};

QString deletionText(const DeletionEstimate &estimate)
{
    if (estimate.held())
        return Text::tr("%1: %2 deletions would be held back; the threshold is %3.").arg(estimate.domain).arg(estimate.count).arg(estimate.threshold);
    return Text::tr("%1: %2 deletions would be carried out; the threshold is %3.").arg(estimate.domain).arg(estimate.count).arg(estimate.threshold);
}

/// The estimate for a person: every object that does something, then the counts.
QString reportText(const SimulationReport &report)
{
    const QLocale locale;
    QStringList lines;
    for (const SimulatedObject &object : report.objects) {
        if (object.action == SyncAction::OutOfScope)
            continue;
        QString line = syncActionName(object.action).leftJustified(11) + terminalText(object.dn);
        if (!object.principalName.isEmpty())
            line += QStringLiteral("  ") + terminalText(object.principalName);
        if (!object.matchedBy.isEmpty())
            line += QStringLiteral("  (") + object.matchedBy + u')';
        lines.append(line);
        for (const QString &reason : object.reasons)
            lines.append(QString(11, u' ') + terminalText(reason));
    }
    for (const ScopeDifference &one : report.differences) {
        lines.append(Text::tr("%1: between the two scopes %2 objects enter and %3 leave.").arg(one.domain).arg(one.enters.size()).arg(one.leaves.size()));
        for (const QString &dn : one.enters)
            lines.append(QStringLiteral("+ ") + terminalText(dn));
        for (const QString &dn : one.leaves)
            lines.append(QStringLiteral("- ") + terminalText(dn));
        if (!one.leaves.isEmpty())
            lines.append(deletionText(one.deletions));
    }
    for (const DeletionEstimate &one : report.deletions) {
        if (one.count > 0)
            lines.append(deletionText(one));
    }
    for (auto it = report.failures.cbegin(); it != report.failures.cend(); ++it) {
        const ErrorText text = errorText(it.value());
        lines.append(Text::tr("%1 was not read: %2 %3").arg(it.key(), terminalText(text.happened), terminalText(text.next)));
    }
    QStringList counts;
    for (auto it = report.counts.cbegin(); it != report.counts.cend(); ++it)
        counts.append(it.key() + u' ' + locale.toString(it.value()));
    lines.append(counts.join(QStringLiteral(", ")));
    lines.append(Text::tr("This is an estimate. It was made by these rules:"));
    for (const QString &rule : report.rules)
        lines.append(QStringLiteral("- ") + rule);
    return lines.join(u'\n');
}

} // namespace

ExitCode runSimulate(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    std::optional<Answers> against;
    if (!call.arguments.against.isEmpty()) {
        auto other = readAnswerFile(call.arguments.against);
        if (!other)
            return call.failed(other.error());
        against = std::move(*other);
    }
    auto report = call.backend.simulate(*wanted, against);
    if (!report)
        return call.failed(report.error());
    // A domain that could not be read decides the exit code; what was found stands beside it.
    QJsonObject document = simulationToJson(*report);
    ExitCode code = ExitCode::Done;
    if (!report->failures.isEmpty()) {
        const Error &failure = report->failures.first();
        code = exitCodeFor(failure.code);
        document.insert(QStringLiteral("error"),
                        errorDocument(failure, code, call.backend.ports().log.path()).value(QStringLiteral("error")));
    }
    document.insert(QStringLiteral("exitCode"), static_cast<int>(code));
    call.reporter.message(reportText(*report), document);
    return code;
}

} // namespace cloudsync
