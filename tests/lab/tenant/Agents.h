// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Lab.h"

#include <string>

namespace cloudsync::lab {

/// Registers an agent or renews the registration of one with the same machine name, as the agent's own wizard does; the caller
/// holds the lock. The domains become published resources.
[[nodiscard]] Json registerAgent(Lab &lab, const std::string &machineName, const std::string &version, const Json &domains,
                                 const std::string &registeredBy);
/// Changes status, version or domains; false where there is no such agent.
[[nodiscard]] bool changeAgent(Lab &lab, const std::string &id, const Json &change);
[[nodiscard]] bool removeAgent(Lab &lab, const std::string &id);

enum class AgentState { None, Inactive, Active };
/// The best state of the agents that serve a domain.
[[nodiscard]] AgentState agentStateFor(const Lab &lab, const std::string &domain);

} // namespace cloudsync::lab
