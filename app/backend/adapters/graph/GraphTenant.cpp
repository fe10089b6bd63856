// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphTenant.h"

#include <algorithm>

namespace cloudsync {

GraphTenant::GraphTenant(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud,
                         std::shared_ptr<AccessTokens> tokens, const QString &stateFolder)
    : m_client(http, clock, log, cloud, std::move(tokens)), m_clock(clock),
      // Microsoft Graph, "synchronizationJob: provisionOnDemand": five requests in ten seconds.
      m_onDemand(5, std::chrono::seconds(10), stateFolder.isEmpty() ? QString() : stateFolder + QStringLiteral("/on-demand-requests"))
{
}

GraphCall GraphTenant::patient(GraphCall call, const QString &servicePrincipalId, const QString &jobId) const
{
    const QDateTime now = m_clock.now();
    if (call.method == "DELETE")
        call.lag = m_recent.lagForRemoval(jobId.isEmpty() ? servicePrincipalId : jobId, now);
    else
        call.lag = std::max(m_recent.lagFor(servicePrincipalId, now), m_recent.lagFor(jobId, now));
    return call;
}

QStringList synchronizationPath(const QString &servicePrincipalId, const QStringList &rest)
{
    return QStringList{QStringLiteral("servicePrincipals"), servicePrincipalId, QStringLiteral("synchronization")} +
           rest;
}

QStringList jobPath(const QString &servicePrincipalId, const QString &jobId, const QStringList &rest)
{
    return synchronizationPath(servicePrincipalId, QStringList{QStringLiteral("jobs"), jobId} + rest);
}

} // namespace cloudsync
