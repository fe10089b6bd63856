// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/DomainConfiguration.h"
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobVerb)
};

QString doing(JobAction action)
{
    switch (action) {
    case JobAction::Start:
        return Text::tr("is started");
    case JobAction::Pause:
        return Text::tr("is paused; it stays so until it is started");
    case JobAction::Restart:
        return Text::tr("begins anew and reads everything once more");
    case JobAction::ClearQuarantine:
        return Text::tr("leaves the quarantine; what put it there brings it back");
    case JobAction::AllowDeletes:
        return Text::tr("may carry out the deletions that are held back, once");
    }
    return {};
}

QString textOf(const JobActionReport &report)
{
    QStringList lines;
    for (const JobActionReport::Job &job : report.jobs) {
        lines.append(QStringLiteral("%1: %2 (%3)")
                         .arg(terminalText(report.domain), terminalText(templateTitle(job.templateId)),
                              terminalText(job.state)));
        if (!job.quarantine.isEmpty())
            lines.append(QStringLiteral("  ") + terminalText(job.quarantine));
        lines.append(QStringLiteral("  ") + (job.concerned ? doing(report.action) : Text::tr("nothing to do here")));
    }
    if (report.action == JobAction::AllowDeletes && report.hasWork()) {
        lines.append(Text::tr("Would be deleted, by the log: %1 objects.").arg(report.deletions.size()));
        for (const HeldDeletion &held : report.deletions)
            lines.append(QStringLiteral("  - %1  %2").arg(terminalText(held.object), terminalText(held.objectId)));
        if (!report.deletionsComplete)
            lines.append(Text::tr("The log holds more; there may be further ones."));
    }
    return lines.join(u'\n');
}

} // namespace

ExitCode runJob(const Call &call)
{
    const auto action = jobActionFromName(call.arguments.action);
    if (!action)
        return call.failed({ErrorCode::CommandLineWrong, QStringLiteral("ACTION"), call.arguments.action, {}});
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto domain = call.domain(wanted->session->answers());
    if (!domain)
        return call.failed(domain.error());
    auto planned = planJobAction(wanted->session, {*action, *domain, call.arguments.jobTemplate}, call.stop);
    if (!planned)
        return call.failed(planned.error());
    if (!planned->hasWork() || (!call.arguments.yes && call.arguments.json))
        return call.told(textOf(*planned), planned->toJson());
    // What would happen is shown first, deletions by name.
    if (!call.arguments.yes)
        call.reporter.message(textOf(*planned), planned->toJson());
    if (auto yes = call.agreed(Text::tr("Do this?")); !yes)
        return call.failed(yes.error());
    auto done = carryOutJobAction(wanted->session, *planned, call.stop);
    if (!done)
        return call.failed(done.error());
    return call.told(call.arguments.yes ? textOf(*done) : Text::tr("Done."), done->toJson());
}

} // namespace cloudsync
