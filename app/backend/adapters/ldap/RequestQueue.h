// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace cloudsync::ldap {

/// Lets one thread at a time through. The thread that is in may come again: a search's receiver may read.
class RequestQueue
{
public:
    /// Held while a request runs.
    class Turn
    {
    public:
        explicit Turn(RequestQueue &queue, bool outermost) : m_queue(&queue), m_outermost(outermost) {}
        ~Turn();
        Turn(Turn &&other) noexcept;
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        Turn &operator=(Turn &&) = delete;
        /// False for a request made from within another one.
        [[nodiscard]] bool isOutermost() const { return m_outermost; }

    private:
        RequestQueue *m_queue;
        bool m_outermost;
    };

    /// Cancelled when stopped while waiting.
    [[nodiscard]] Result<Turn> enter(const std::stop_token &stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    std::thread::id m_owner;
    int m_depth = 0;
};

} // namespace cloudsync::ldap
