// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphTenantConnector.h"

#include "backend/adapters/graph/GraphTenant.h"

namespace cloudsync {

GraphTenantConnector::GraphTenantConnector(HttpClient &http, Clock &clock, Log &log)
    : m_http(http), m_clock(clock), m_log(log)
{
}

std::shared_ptr<Tenant> GraphTenantConnector::open(const CloudEndpoint &cloud, std::shared_ptr<AccessTokens> tokens)
{
    return std::make_shared<GraphTenant>(m_http, m_clock, m_log, cloud, std::move(tokens));
}

} // namespace cloudsync
