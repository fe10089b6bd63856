// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

ExitCode runReport(const Call &call)
{
    if (auto written = call.backend.writeReport(call.arguments.run, call.arguments.out); !written)
        return call.failed(written.error());
    call.reporter.message(QCoreApplication::translate("RunCli", "Report: %1").arg(call.arguments.out),
                          {{QStringLiteral("exitCode"), 0}, {QStringLiteral("reportFile"), call.arguments.out}});
    return ExitCode::Done;
}

} // namespace cloudsync
