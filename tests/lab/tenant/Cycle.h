// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Lab.h"

#include <condition_variable>
#include <string>
#include <thread>

namespace cloudsync::lab {

/// What one run of a job did.
struct CycleCounts {
    long long imported = 0;  // objects read
    long long inScope = 0;   // of them entitled
    long long created = 0, updated = 0, disabled = 0, deleted = 0, unchanged = 0;
    long long staged = 0;    // deletes held back by the threshold
    long long failed = 0, skipped = 0;
    [[nodiscard]] long long exports() const { return created + updated + disabled + deleted; }
    [[nodiscard]] Json toJson() const;
};

struct CycleResult {
    bool ran = false;        // false: there is no such job
    std::string error;       // code of the failure, empty where it went well
    CycleCounts counts;
    std::map<std::string, long long> entries; // "user to User" and how many are in the tenant
};

/// Runs one job now. Takes the lab's lock itself.
[[nodiscard]] CycleResult runCycle(Lab &lab, const std::string &jobId);

/// What on-demand provisioning of one object answers: the two texts of the service.
struct OnDemandResult {
    Json key, value;
};
/// `why` tells a request that cannot be carried out.
[[nodiscard]] std::optional<OnDemandResult> provisionOne(Lab &lab, const std::string &jobId, const std::string &ruleId,
                                                         const std::string &dn, const std::string &objectTypeName, std::string &why);

/// Starts, pauses and restarts change the job's state; the caller holds the lock.
void startJob(Lab &lab, Job &job);
void pauseJob(Job &job);
/// `scopes`: members of synchronizationJobRestartScope.
void restartJob(Lab &lab, Job &job, const std::vector<std::string> &scopes);
/// Jobs that wait in quarantine for an agent try again; the caller holds the lock.
void retryAfterAgentChange(Lab &lab);

/// Runs the started jobs at their time.
class Scheduler {
public:
    explicit Scheduler(Lab &lab);
    ~Scheduler();
    Scheduler(const Scheduler &) = delete;
    Scheduler &operator=(const Scheduler &) = delete;

private:
    void run();
    void wake();

    Lab &m_lab;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_stop = false;
    bool m_woken = false;
    std::thread m_thread;
};

} // namespace cloudsync::lab
