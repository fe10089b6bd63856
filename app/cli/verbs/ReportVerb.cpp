// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

ExitCode runReport(const Call &call)
{
    // With answers the systems are asked how it stands now; without, the journal tells its part alone.
    std::optional<StatusReport> now;
    if (!call.arguments.answersFile.isEmpty()) {
        auto wanted = call.request();
        if (!wanted)
            return call.failed(wanted.error());
        auto status = call.backend.status(*wanted);
        if (!status)
            return call.failed(status.error());
        now = std::move(*status);
    }
    if (auto written = call.backend.writeReport(call.arguments.run, call.arguments.out, now); !written)
        return call.failed(written.error());
    call.reporter.message(QCoreApplication::translate("RunCli", "Report: %1").arg(call.arguments.out),
                          {{QStringLiteral("exitCode"), 0}, {QStringLiteral("reportFile"), call.arguments.out}});
    return ExitCode::Done;
}

} // namespace cloudsync
