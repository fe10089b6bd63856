// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

#include <chrono>

namespace cloudsync {

ExitCode runStatus(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    for (;;) {
        auto result = call.backend.status(*wanted);
        if (!result)
            return call.failed(result.error());
        call.reporter.status(*result);
        if (!call.arguments.watch || !call.backend.ports().clock.wait(std::chrono::seconds(30), call.stop))
            return ExitCode::Done;
    }
}

} // namespace cloudsync
