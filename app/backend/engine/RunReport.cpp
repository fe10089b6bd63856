// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/RunReport.h"

#include <algorithm>

namespace cloudsync {

QString runOutcomeName(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Done:
        return QStringLiteral("done");
    case RunOutcome::Failed:
        return QStringLiteral("failed");
    case RunOutcome::FailedLeftBehind:
        return QStringLiteral("failedLeftBehind");
    case RunOutcome::Cancelled:
        return QStringLiteral("cancelled");
    case RunOutcome::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

bool RunReport::changedAnything() const
{
    return std::any_of(steps.begin(), steps.end(),
                       [](const StepReport &step) { return step.outcome == StepOutcome::Applied; });
}

QStringList RunReport::allLeftBehind() const
{
    QStringList all;
    for (const StepReport &step : steps)
        all += step.leftBehind;
    return all;
}

} // namespace cloudsync
