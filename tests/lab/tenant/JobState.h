// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Cycle.h"

namespace cloudsync::lab {

/// What a run needs to know, copied so that the directory is read without the lock.
struct JobPicture {
    std::string jobId, templateId, principalId, principalName, domain;
    Json schema;
    long long deleteThreshold = 500;
    bool thresholdEnabled = true;
    bool allowDeletes = false;
    std::string refusal, refusalMessage; // why the job cannot run at all
};

/// Takes the picture; nullopt where the job does not exist. The caller holds the lock.
[[nodiscard]] std::optional<JobPicture> pictureOf(Lab &lab, const std::string &jobId);

/// Why a run ends in quarantine; reason "" for none.
struct QuarantineCause {
    std::string reason, code, message;
    bool tenantActionable = true;
};
/// Writes the outcome of a run into the job's status and schedule. The caller holds the lock.
void finishRun(Lab &lab, const std::string &jobId, Time began, const CycleResult &result, const QuarantineCause &cause);

} // namespace cloudsync::lab
