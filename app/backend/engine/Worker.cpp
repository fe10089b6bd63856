// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Worker.h"

namespace cloudsync {

Worker::~Worker()
{
    requestStop();
}

void Worker::requestStop()
{
    for (Item &item : m_items)
        item.thread.request_stop();
}

void Worker::start(std::function<void(std::stop_token)> work)
{
    reap();
    auto ended = std::make_shared<std::atomic_bool>(false);
    m_items.push_back({std::jthread([ended, work = std::move(work)](std::stop_token stop) {
                           work(std::move(stop));
                           ended->store(true);
                       }),
                       ended});
}

// Threads that have come to their end are joined when the next piece of work starts, so a long-lived worker stays small.
void Worker::reap()
{
    m_items.remove_if([](const Item &item) { return item.ended->load(); });
}

} // namespace cloudsync
