// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/ports/SignIn.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <memory>
#include <optional>

namespace cloudsync {

struct TenantDomain
{
    QString name;
    bool isVerified = false;
    bool isInitial = false;
    bool isDefault = false;
    QString authenticationType; ///< "Managed" or "Federated"
};

struct Organization
{
    QString id;
    QString displayName;
    QVector<TenantDomain> verifiedDomains;
    std::optional<bool> onPremisesSyncEnabled; ///< null until it was ever set
};

/// A Cloud Sync configuration: one service principal, named after the Active Directory domain.
struct SyncConfiguration
{
    QString servicePrincipalId; ///< object id
    QString applicationId;      ///< object id of the application; empty where it is not told
    QString appId;
    QString displayName;
};

/// synchronizationJob, the parts that are read often; `raw` is the whole object as it came.
struct SyncJob
{
    QString id;
    QString templateId;
    QString scheduleState;  ///< Active, Disabled, Paused
    QString statusCode;     ///< NotConfigured, NotRun, Active, Paused, Quarantine
    QJsonObject raw;
    [[nodiscard]] QJsonObject status() const { return raw.value(QStringLiteral("status")).toObject(); }
};

/// onPremisesAgent. The API does not tell the version of an agent.
struct SyncAgent
{
    QString id;
    QString machineName;
    QString externalIp;
    bool active = false;
};

struct SubscribedSku
{
    QString skuPartNumber;
    QStringList servicePlans;
    int enabledUnits = 0;
    int consumedUnits = 0;
    QString skuId{}; ///< what assignLicense() takes
};

/// Collections of directory objects that can be read one by one.
enum class TenantCollection { Users, Groups, Contacts };

/// Answer of provisionOnDemand: both members are JSON documents that came as strings.
struct OnDemandResult
{
    QJsonObject key;
    QJsonObject value;
};

/// The tenant through Microsoft Graph (facts and shapes: graph.md sections 2 to 14). Blocking, thread-safe. What is safe is
/// retried (429 and 503 with Retry-After, reset on an idempotent call); a new service principal's 404 is waited out.
/// Errors: TenantRoleMissing, TenantPermissionMissing, TenantNotFound, TenantConflict, TenantThrottled, TenantUnavailable,
/// TenantRequestRefused, TenantResponseInvalid, the SignIn… codes, those of the HTTP client. `detail` keeps the service's code,
/// message, request-id and client-request-id.
class Tenant
{
public:
    virtual ~Tenant() = default;

    [[nodiscard]] virtual Result<Organization> organization(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> setOnPremisesSyncEnabled(const QString &tenantId, bool enabled, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<QVector<TenantDomain>> domains(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<QVector<SubscribedSku>> subscribedSkus(const std::stop_token &stop) = 0;
    /// roleTemplateId of each directory role that the signed-in user holds, through groups too.
    [[nodiscard]] virtual Result<QStringList> rolesOfSignedInUser(const std::stop_token &stop) = 0;
    /// roleTemplateId of each role that the signed-in user could activate (Privileged Identity Management) but does not
    /// hold now. Needs RoleEligibilitySchedule.Read.Directory and a licence for it: an error says nothing about the roles.
    [[nodiscard]] virtual Result<QStringList> eligibleRolesOfSignedInUser(const std::stop_token &stop) = 0;

    /// Every service principal made from the AD to Entra ID template.
    [[nodiscard]] virtual Result<QVector<SyncConfiguration>> configurations(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<SyncConfiguration> createConfiguration(const QString &displayName, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> removeServicePrincipal(const QString &servicePrincipalId, const std::stop_token &stop) = 0;
    /// Object id of the application with this client id; empty when the tenant holds none.
    [[nodiscard]] virtual Result<QString> applicationOf(const QString &appId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> removeApplication(const QString &applicationId, const std::stop_token &stop) = 0;
    /// True when a service principal with this display name exists (the sync service's own: operations.md 2).
    [[nodiscard]] virtual Result<bool> servicePrincipalExists(const QString &displayName, const std::stop_token &stop) = 0;

    /// [{"key","value"},…] as the service gives them. PUT replaces every key.
    [[nodiscard]] virtual Result<QJsonArray> secrets(const QString &servicePrincipalId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> replaceSecrets(const QString &servicePrincipalId, const QJsonArray &secrets, const std::stop_token &stop) = 0;

    [[nodiscard]] virtual Result<QVector<SyncJob>> jobs(const QString &servicePrincipalId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<SyncJob> createJob(const QString &servicePrincipalId, const QString &templateId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> removeJob(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> startJob(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> pauseJob(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop) = 0;
    /// `resetScope`: comma separated flags of synchronizationJobRestartScope, for example "Full".
    [[nodiscard]] virtual Result<void> restartJob(const QString &servicePrincipalId, const QString &jobId, const QString &resetScope,
                                                  const std::stop_token &stop) = 0;

    /// synchronizationSchema that a new job of the template starts with.
    [[nodiscard]] virtual Result<QJsonObject> schemaOfTemplate(const QString &servicePrincipalId, const QString &templateId,
                                                             const std::stop_token &stop) = 0;
    /// synchronizationSchema as it came; put back the exact object, changed only where needed. PUT replaces all.
    [[nodiscard]] virtual Result<QJsonObject> schema(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> replaceSchema(const QString &servicePrincipalId, const QString &jobId, const QJsonObject &schema,
                                                     const std::stop_token &stop) = 0;
    /// directoryDefinition with what the agent sees now.
    [[nodiscard]] virtual Result<QJsonObject> discover(const QString &servicePrincipalId, const QString &jobId, const QString &directoryId,
                                                       const std::stop_token &stop) = 0;
    /// parseExpressionResponse.
    [[nodiscard]] virtual Result<QJsonObject> parseExpression(const QString &servicePrincipalId, const QString &jobId, const QJsonObject &body,
                                                              const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<OnDemandResult> provisionOnDemand(const QString &servicePrincipalId, const QString &jobId,
                                                                   const QString &ruleId, const QString &objectDn,
                                                                   const QString &objectType, const std::stop_token &stop) = 0;

    [[nodiscard]] virtual Result<QVector<SyncAgent>> agents(const std::stop_token &stop) = 0;
    /// AD domains that some agent serves: publishedResource as it came (resourceName is the FQDN).
    [[nodiscard]] virtual Result<QJsonArray> publishedResources(const std::stop_token &stop) = 0;

    /// provisioningObjectSummary items of a job, newest first, from `since` on (invalid: all).
    [[nodiscard]] virtual Result<QJsonArray> provisioningLogs(const QString &jobId, const QDateTime &since, int most, const std::stop_token &stop) = 0;
    /// directoryAudit items initiated by the named application or user, newest first.
    [[nodiscard]] virtual Result<QJsonArray> directoryAudits(const QString &initiator, const QDateTime &since, int most, const std::stop_token &stop) = 0;
    /// user objects by OData filter, with the given properties. Follows every page.
    [[nodiscard]] virtual Result<QJsonArray> users(const QString &filter, const QStringList &select, const std::stop_token &stop) = 0;
    /// The objects of a collection page by page, so that no more than a page is held; `onObject` returns false to end early.
    [[nodiscard]] virtual Result<void> forEachObject(TenantCollection collection, const QString &filter, const QStringList &select,
                                                     const std::function<bool(const QJsonObject &)> &onObject,
                                                     const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> updateUser(const QString &userId, const QJsonObject &changes, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> assignLicense(const QString &userId, const QString &skuId, const std::stop_token &stop) = 0;
};

/// Opens a tenant with a source of tokens.
class TenantConnector
{
public:
    virtual ~TenantConnector() = default;
    [[nodiscard]] virtual std::shared_ptr<Tenant> open(const CloudEndpoint &cloud, std::shared_ptr<AccessTokens> tokens) = 0;
};

} // namespace cloudsync
