// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/SystemClock.h"

#include <condition_variable>
#include <mutex>

namespace cloudsync {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

bool SystemClock::wait(std::chrono::milliseconds duration, const std::stop_token &stop)
{
    // Own mutex and condition for each call: nobody but the stop token ever wakes it.
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, duration, [] { return false; });
    return !stop.stop_requested();
}

} // namespace cloudsync
