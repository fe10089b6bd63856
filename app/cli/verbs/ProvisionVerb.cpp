// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProvisionVerb)
};

QString textOf(const OnDemandReport &report)
{
    QStringList lines{
        Text::tr("%1 (%2) for %3")
            .arg(terminalText(report.distinguishedName), terminalText(report.objectType), terminalText(report.domain))};
    for (const OnDemandReport::Step &step : report.steps) {
        lines.append(QStringLiteral("  %1 %2 %3")
                         .arg(terminalText(step.status).leftJustified(9), terminalText(step.kind).leftJustified(11),
                              terminalText(step.description)));
    }
    for (const PropertyChange &change : report.properties) {
        lines.append(QStringLiteral("    %1: %2 -> %3")
                         .arg(terminalText(change.name), terminalText(change.before), terminalText(change.after)));
    }
    if (report.wasInStep())
        lines.append(Text::tr("Nothing to do: the object was in step already."));
    else if (report.action.isEmpty())
        lines.append(Text::tr("Result: %1").arg(terminalText(report.result)));
    else
        lines.append(Text::tr("Result: %1 (%2)").arg(terminalText(report.result), terminalText(report.action)));
    if (!report.errorCode.isEmpty() && !report.wasInStep())
        lines.append(QStringLiteral("  %1: %2").arg(terminalText(report.errorCode), terminalText(report.errorMessage)));
    if (!report.userPrincipalName.isEmpty())
        lines.append(Text::tr("Sign-in name: %1").arg(terminalText(report.userPrincipalName)));
    if (!report.nameReason.isEmpty())
        lines.append(QStringLiteral("  ") + terminalText(report.nameReason));
    return lines.join(u'\n');
}

} // namespace

ExitCode runProvision(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto report = provisionObject(wanted->session, call.arguments.dn, call.arguments.objectType, call.stop);
    if (!report)
        return call.failed(report.error());
    // The service refused the object and nothing of it was written: a check that failed.
    const ExitCode code = report->failed() ? ExitCode::CheckFailed : ExitCode::Done;
    QJsonObject document = report->toJson();
    document.insert(QStringLiteral("exitCode"), static_cast<int>(code));
    call.reporter.message(textOf(*report), document);
    return code;
}

} // namespace cloudsync
