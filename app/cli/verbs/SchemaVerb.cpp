// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include "backend/setup/answers/AnswerFile.h"

namespace cloudsync {

ExitCode runSchema(const Call &call)
{
    call.streams.out(answerFileSchema());
    return ExitCode::Done;
}

} // namespace cloudsync
