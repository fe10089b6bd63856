// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Streams.h"

#include <functional>
#include <stop_token>
#include <thread>

namespace cloudsync {

/// The process's own standard streams; questions are possible only when standard input and error are a terminal.
[[nodiscard]] CliStreams terminalStreams();

/// Requests the stop source on Ctrl+C or a termination request, as long as it lives. Make it before any other thread.
class InterruptWatch
{
public:
    explicit InterruptWatch(std::stop_source &stop);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

private:
    std::jthread m_thread;
};

} // namespace cloudsync
