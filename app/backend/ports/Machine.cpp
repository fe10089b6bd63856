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

} // namespace cloudsync
