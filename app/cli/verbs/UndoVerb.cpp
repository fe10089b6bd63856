// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

namespace cloudsync {

ExitCode runUndo(const Call &call)
{
    if (auto yes = call.agreed(QCoreApplication::translate("RunCli", "Take back what the run created?")); !yes)
        return call.failed(yes.error());
    auto result = call.backend.undo(call.arguments.run, [&](const ProgressEvent &event) { call.reporter.progress(event); }, call.stop);
    if (!result)
        return call.failed(result.error());
    return call.ended(*result);
}

} // namespace cloudsync
