// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Progress.h"

namespace cloudsync {

QString stepOutcomeName(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Applied:
        return QStringLiteral("applied");
    case StepOutcome::AlreadyThere:
        return QStringLiteral("alreadyThere");
    case StepOutcome::Failed:
        return QStringLiteral("failed");
    case StepOutcome::Undone:
        return QStringLiteral("undone");
    case StepOutcome::LeftBehind:
        return QStringLiteral("leftBehind");
    case StepOutcome::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

} // namespace cloudsync
