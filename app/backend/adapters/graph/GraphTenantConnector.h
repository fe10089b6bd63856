// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"
#include "backend/ports/HttpClient.h"
#include "backend/ports/Tenant.h"

namespace cloudsync {

class Log;

/// Opens a tenant through Microsoft Graph. `http`, `clock` and `log` must live as long as this object and every tenant
/// of it. `stateFolder`, where there is one, lets other programs of this machine count in the limit of the service on
/// provisioning on demand.
class GraphTenantConnector final : public TenantConnector
{
public:
    GraphTenantConnector(HttpClient &http, Clock &clock, Log &log, QString stateFolder = {});

    [[nodiscard]] std::shared_ptr<Tenant> open(const CloudEndpoint &cloud,
                                               std::shared_ptr<AccessTokens> tokens) override;

private:
    HttpClient &m_http;
    Clock &m_clock;
    Log &m_log;
    const QString m_stateFolder;
};

} // namespace cloudsync
