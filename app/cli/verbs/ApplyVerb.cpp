// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

ExitCode runApply(const Call &call)
{
    const Arguments &arguments = call.arguments;
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    if (!arguments.yes && (!call.streams.confirm || arguments.json))
        return call.failed({ErrorCode::ConfirmationMissing, QStringLiteral("--yes"), {}, {}});
    if (!arguments.yes) {
        auto steps = call.backend.plan(*wanted);
        if (!steps)
            return call.failed(steps.error());
        call.reporter.plan(*steps, exitCodeOfPlan(*steps));
        if (auto yes = call.agreed(QCoreApplication::translate("RunCli", "Apply this plan?")); !yes)
            return call.failed(yes.error());
    }
    auto result = call.backend.apply(*wanted, arguments.resume);
    if (!result)
        return call.failed(result.error());
    return call.ended(*result);
}

} // namespace cloudsync
