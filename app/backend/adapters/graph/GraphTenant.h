// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/graph/GraphClient.h"
#include "backend/adapters/graph/RecentObjects.h"
#include "backend/adapters/graph/RequestWindow.h"
#include "backend/ports/Tenant.h"

#include <QSet>

namespace cloudsync {

/// Tenant through Microsoft Graph v1.0; beta for the directory synchronization flag, agents and published resources,
/// which v1.0 does not have. The members are spread over GraphTenant*.cpp by topic.
///
/// createConfiguration() and createJob() return as soon as the service has made the object, so that the caller can
/// record it; that other servers of the service do not know it yet is waited out by the calls that follow (two minutes
/// at most). When the answer to one of the two is lost, the service is asked whether the object came to be before a
/// second one is made.
class GraphTenant final : public Tenant
{
public:
    GraphTenant(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud,
                std::shared_ptr<AccessTokens> tokens, const QString &stateFolder = {});

    // GraphTenantOrganization.cpp
    [[nodiscard]] Result<Organization> organization(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> setOnPremisesSyncEnabled(const QString &tenantId, bool enabled,
                                                        const std::stop_token &stop) override;
    [[nodiscard]] Result<QVector<TenantDomain>> domains(const std::stop_token &stop) override;
    [[nodiscard]] Result<QVector<SubscribedSku>> subscribedSkus(const std::stop_token &stop) override;
    [[nodiscard]] Result<QStringList> rolesOfSignedInUser(const std::stop_token &stop) override;
    [[nodiscard]] Result<QStringList> eligibleRolesOfSignedInUser(const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonArray> users(const QString &filter, const QStringList &select,
                                           const std::stop_token &stop) override;
    [[nodiscard]] Result<void> forEachObject(TenantCollection collection, const QString &filter, const QStringList &select,
                                             const std::function<bool(const QJsonObject &)> &onObject,
                                             const std::stop_token &stop) override;
    [[nodiscard]] Result<void> updateUser(const QString &userId, const QJsonObject &changes,
                                          const std::stop_token &stop) override;
    [[nodiscard]] Result<void> assignLicense(const QString &userId, const QString &skuId,
                                             const std::stop_token &stop) override;

    // GraphTenantConfigurations.cpp
    [[nodiscard]] Result<QVector<SyncConfiguration>> configurations(const std::stop_token &stop) override;
    [[nodiscard]] Result<SyncConfiguration> createConfiguration(const QString &displayName,
                                                                const std::stop_token &stop) override;
    [[nodiscard]] Result<void> removeServicePrincipal(const QString &servicePrincipalId,
                                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<QString> applicationOf(const QString &appId, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> removeApplication(const QString &applicationId, const std::stop_token &stop) override;
    [[nodiscard]] Result<bool> servicePrincipalExists(const QString &displayName, const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonArray> secrets(const QString &servicePrincipalId, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> replaceSecrets(const QString &servicePrincipalId, const QJsonArray &secrets,
                                              const std::stop_token &stop) override;

    // GraphTenantJobs.cpp
    [[nodiscard]] Result<QVector<SyncJob>> jobs(const QString &servicePrincipalId,
                                                const std::stop_token &stop) override;
    [[nodiscard]] Result<SyncJob> createJob(const QString &servicePrincipalId, const QString &templateId,
                                            const std::stop_token &stop) override;
    [[nodiscard]] Result<void> removeJob(const QString &servicePrincipalId, const QString &jobId,
                                         const std::stop_token &stop) override;
    [[nodiscard]] Result<void> startJob(const QString &servicePrincipalId, const QString &jobId,
                                        const std::stop_token &stop) override;
    [[nodiscard]] Result<void> pauseJob(const QString &servicePrincipalId, const QString &jobId,
                                        const std::stop_token &stop) override;
    [[nodiscard]] Result<void> restartJob(const QString &servicePrincipalId, const QString &jobId,
                                          const QString &resetScope, const std::stop_token &stop) override;

    // GraphTenantSchema.cpp
    [[nodiscard]] Result<QJsonObject> schemaOfTemplate(const QString &servicePrincipalId, const QString &templateId,
                                                     const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonObject> schema(const QString &servicePrincipalId, const QString &jobId,
                                             const std::stop_token &stop) override;
    [[nodiscard]] Result<void> replaceSchema(const QString &servicePrincipalId, const QString &jobId,
                                             const QJsonObject &schema, const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonObject> discover(const QString &servicePrincipalId, const QString &jobId,
                                               const QString &directoryId, const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonObject> parseExpression(const QString &servicePrincipalId, const QString &jobId,
                                                      const QJsonObject &body, const std::stop_token &stop) override;
    [[nodiscard]] Result<OnDemandResult> provisionOnDemand(const QString &servicePrincipalId, const QString &jobId,
                                                           const QString &ruleId, const QString &objectDn,
                                                           const QString &objectType,
                                                           const std::stop_token &stop) override;

    // GraphTenantAgents.cpp
    [[nodiscard]] Result<QVector<SyncAgent>> agents(const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonArray> publishedResources(const std::stop_token &stop) override;

    // GraphTenantLogs.cpp
    [[nodiscard]] Result<QJsonArray> provisioningLogs(const QString &jobId, const QDateTime &since, int most,
                                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<QJsonArray> directoryAudits(const QString &initiator, const QDateTime &since, int most,
                                                     const std::stop_token &stop) override;

private:
    /// Adds the patience that objects of this connection need.
    [[nodiscard]] GraphCall patient(GraphCall call, const QString &servicePrincipalId, const QString &jobId = {}) const;
    [[nodiscard]] Result<QVector<SyncConfiguration>> listConfigurations(const std::stop_token &stop);
    [[nodiscard]] Result<std::optional<SyncConfiguration>> findNewConfiguration(const QString &displayName,
                                                                                const std::stop_token &stop);
    [[nodiscard]] Result<std::optional<SyncJob>> findNewJob(const QString &servicePrincipalId,
                                                            const QString &templateId, const std::stop_token &stop);

    GraphClient m_client;
    Clock &m_clock;
    RecentObjects m_recent;
    RequestWindow m_onDemand;
    std::mutex m_knownMutex;
    bool m_listed = false;
    QSet<QString> m_knownConfigurations; // ids of every configuration listed or made here
};

/// Path of a service principal's synchronization, with `rest` below it.
[[nodiscard]] QStringList synchronizationPath(const QString &servicePrincipalId, const QStringList &rest);
/// Path of a job, with `rest` below it.
[[nodiscard]] QStringList jobPath(const QString &servicePrincipalId, const QString &jobId,
                                  const QStringList &rest = {});

} // namespace cloudsync
