// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/RequestQueue.h"

#include <utility>

namespace cloudsync::ldap {

Result<RequestQueue::Turn> RequestQueue::enter(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto self = std::this_thread::get_id();
    if (m_depth > 0 && m_owner == self) {
        ++m_depth;
        return Turn(*this, false);
    }
    if (!m_free.wait(lock, stop, [this] { return m_depth == 0; }))
        return fail(ErrorCode::Cancelled);
    m_owner = self;
    m_depth = 1;
    return Turn(*this, true);
}

RequestQueue::Turn::Turn(Turn &&other) noexcept
    : m_queue(std::exchange(other.m_queue, nullptr)), m_outermost(other.m_outermost)
{
}

RequestQueue::Turn::~Turn()
{
    if (!m_queue)
        return;
    const std::scoped_lock lock(m_queue->m_mutex);
    if (--m_queue->m_depth == 0)
        m_queue->m_free.notify_one();
}

} // namespace cloudsync::ldap
