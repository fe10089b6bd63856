// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

namespace cloudsync {

ExitCode runCheck(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    const CheckReport result = call.backend.check(*wanted);
    call.reporter.check(result);
    return result.exitCode;
}

} // namespace cloudsync
