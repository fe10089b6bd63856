// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RequestWindow.h"

#include <algorithm>

namespace cloudsync {

using std::chrono::milliseconds;

bool RequestWindow::enter(Clock &clock, const std::stop_token &stop)
{
    for (;;) {
        milliseconds pause{0};
        {
            const std::lock_guard lock(m_mutex);
            const QDateTime now = clock.now();
            while (!m_entered.isEmpty() && m_entered.first().msecsTo(now) >= m_span.count())
                m_entered.removeFirst();
            if (m_entered.size() < m_most) {
                m_entered.append(now);
                return true;
            }
            pause = std::max(milliseconds(1), m_span - milliseconds(m_entered.first().msecsTo(now)));
        }
        if (!clock.wait(pause, stop))
            return false;
    }
}

} // namespace cloudsync
