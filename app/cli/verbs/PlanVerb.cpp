// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <algorithm>

namespace cloudsync {

ExitCode exitCodeOfPlan(const QVector<PlannedStep> &steps)
{
    const bool conflict = std::any_of(steps.begin(), steps.end(), [](const PlannedStep &step) { return step.state.kind == State::Kind::Conflict; });
    return conflict ? ExitCode::CheckFailed : ExitCode::Done;
}

ExitCode runPlan(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto steps = call.backend.plan(*wanted);
    if (!steps)
        return call.failed(steps.error());
    const ExitCode code = exitCodeOfPlan(*steps);
    call.reporter.plan(*steps, code);
    return code;
}

} // namespace cloudsync
