// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/RunContext.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

RunContext::RunContext(std::stop_token stop, Report report) : m_stop(std::move(stop)), m_report(std::move(report)) {}

void RunContext::report(const QString &message, int percent)
{
    if (m_report)
        m_report(message, percent);
}

void RunContext::leaveBehind(const QString &what)
{
    const std::lock_guard lock(m_mutex);
    m_leftBehind.append(what);
}

QStringList RunContext::leftBehind() const
{
    const std::lock_guard lock(m_mutex);
    return m_leftBehind;
}

void RunContext::requestRestart(Restart restart)
{
    const std::lock_guard lock(m_mutex);
    m_restart = std::max(m_restart, restart);
}

Restart RunContext::restart() const
{
    const std::lock_guard lock(m_mutex);
    return m_restart;
}

} // namespace cloudsync
