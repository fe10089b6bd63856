// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Reporter.h"

#include "cli/JsonReporter.h"
#include "cli/TextReporter.h"

namespace cloudsync {

std::unique_ptr<Reporter> makeReporter(const Arguments &arguments, const CliStreams &streams)
{
    if (arguments.json)
        return std::make_unique<JsonReporter>(streams);
    return std::make_unique<TextReporter>(streams, arguments.quiet, streams.colour && !arguments.noColor);
}

} // namespace cloudsync
