// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RemoveVerb)
};

} // namespace

ExitCode runRemove(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto domain = call.domain(wanted->session->answers());
    if (!domain)
        return call.failed(domain.error());
    auto planned = planRemoval(wanted->session, *domain, call.stop);
    if (!planned)
        return call.failed(planned.error());
    QStringList lines{
        Text::tr("The configuration for %1 and its jobs are removed from the tenant. This cannot be undone.")
            .arg(terminalText(*domain))};
    QStringList counts;
    for (auto it = planned->counts.constBegin(); it != planned->counts.constEnd(); ++it)
        counts.append(QStringLiteral("%1 %2").arg(terminalText(it.key())).arg(it.value().toInteger()));
    if (!planned->scopeIsEmpty) {
        lines.append(Text::tr("The objects that it synchronised stay in the tenant: %1.")
                         .arg(counts.join(QStringLiteral(", "))));
        lines.append(
            Text::tr("To remove them first, empty the scope, let a cycle run, then remove the configuration."));
    }
    QString typed = call.arguments.confirm;
    if (typed.isEmpty()) {
        const bool canAsk = call.streams.askText && !call.arguments.json;
        if (!canAsk)
            return call.failed({ErrorCode::ConfirmationMissing, QStringLiteral("--confirm"), lines.join(u' '), {}});
        call.reporter.message(lines.join(u'\n'), planned->toJson());
        const auto answer = call.streams.askText(Text::tr("Type the domain to confirm"));
        if (!answer || answer->isEmpty())
            return call.failed({ErrorCode::Cancelled, {}, {}, {}});
        typed = *answer;
    }
    auto removed = removeConfiguration(wanted->session, *domain, typed, call.stop);
    if (!removed)
        return call.failed(removed.error());
    lines.append(Text::tr("Removed. A copy of its settings is in %1.").arg(removed->copy));
    return call.told(call.arguments.confirm.isEmpty() ? lines.last() : lines.join(u'\n'), removed->toJson());
}

} // namespace cloudsync
