// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Cycle.h"

namespace cloudsync::lab {

Scheduler::Scheduler(Lab &lab)
    : m_lab(lab)
{
    {
        const std::lock_guard lock(lab.mutex);
        lab.wakeScheduler = [this] { wake(); };
    }
    m_thread = std::thread([this] { run(); });
}

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_condition.notify_all();
    m_thread.join();
    const std::lock_guard lock(m_lab.mutex);
    m_lab.wakeScheduler = nullptr;
}

void Scheduler::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_condition.notify_all();
}

void Scheduler::run()
{
    while (true) {
        std::string due;
        Time next = std::chrono::system_clock::now() + std::chrono::hours(1);
        {
            const std::lock_guard lock(m_lab.mutex);
            for (const ServicePrincipal &principal : m_lab.tenant.servicePrincipals) {
                for (const Job &job : principal.jobs) {
                    if (job.nextRun && *job.nextRun < next) {
                        next = *job.nextRun;
                        due = job.id();
                    }
                }
            }
        }
        if (!due.empty() && next <= std::chrono::system_clock::now()) {
            const CycleResult result = runCycle(m_lab, due);
            static_cast<void>(result); // the job's status tells it
            const std::lock_guard lock(m_mutex);
            if (m_stop)
                return;
            continue;
        }
        std::unique_lock lock(m_mutex);
        m_condition.wait_until(lock, next, [this] { return m_stop || m_woken; });
        m_woken = false;
        if (m_stop)
            return;
    }
}

} // namespace cloudsync::lab
