// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphTenantConnector.h"

#include "backend/adapters/graph/GraphTenant.h"

#include <utility>

namespace cloudsync {

GraphTenantConnector::GraphTenantConnector(HttpClient &http, Clock &clock, Log &log, QString stateFolder)
    : m_http(http), m_clock(clock), m_log(log), m_stateFolder(std::move(stateFolder))
{
}

std::shared_ptr<Tenant> GraphTenantConnector::open(const CloudEndpoint &cloud, std::shared_ptr<AccessTokens> tokens)
{
    return std::make_shared<GraphTenant>(m_http, m_clock, m_log, cloud, std::move(tokens), m_stateFolder);
}

} // namespace cloudsync
