// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/JournalRecord.h"
#include "backend/engine/Plan.h"
#include "backend/engine/Task.h"
#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Session.h"

#include <memory>
#include <vector>

namespace cloudsync {

/// Tasks of the section "server" for the session's answers: "server.repair.<id>", "server.agentPackage", "server.agentRegistration",
/// "server.serviceAccount", "server.agentDomain.<domain>", "server.service", "server.verification", "server.passwordWriteback".
[[nodiscard]] std::vector<std::unique_ptr<Task>> serverTasks(const std::shared_ptr<Session> &session);

/// Tells the server's tasks of a plan what the run that it continues had done before.
void rememberEarlier(const Plan &plan, const JournalRecord &earlier);

/// Findings of this machine: operating system, join, memory, .NET, TLS 1.2, services, network, package. On a machine that is not
/// Windows one Error finding "server.operatingSystem" with NotSupportedHere in `failures`.
[[nodiscard]] QVector<Finding> serverFindings(const std::shared_ptr<Session> &session, RunContext &context,
                                              QVector<Error> *failures = nullptr);

} // namespace cloudsync
