// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ports/Machine.h"

namespace cloudsync {

QString agentServiceName()
{
    return QStringLiteral("AADConnectProvisioningAgent");
}

QString agentUpdaterServiceName()
{
    return QStringLiteral("AzureADConnectAgentUpdater");
}

Result<AgentRegistration> Machine::registrationWays()
{
    return AgentRegistration{};
}

Result<void> Machine::registerAgentInWindow(const std::stop_token &)
{
    return fail(ErrorCode::NotSupportedHere, QStringLiteral("registration window"));
}

Result<void> Machine::resumeAfterRestart(const QStringList &)
{
    return fail(ErrorCode::NotSupportedHere, QStringLiteral("start after a restart"));
}

Result<void> Machine::forgetResume()
{
    return {};
}

Result<void> Machine::restartComputer()
{
    return fail(ErrorCode::NotSupportedHere, QStringLiteral("restart"));
}

} // namespace cloudsync
