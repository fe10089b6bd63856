// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Tenant.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <mutex>

namespace cloudsync::tests {

/// A tenant in memory. Every write is listed by name, so that a test can say which there were; `failNext` makes a call
/// fail once.
class FakeTenant : public Tenant
{
public:
    struct Configuration
    {
        SyncConfiguration identity;
        QJsonArray secrets;
        QVector<SyncJob> jobs;
        QHash<QString, QJsonObject> schemas; ///< by job id
        int notFoundYet = 0;                 ///< calls that still answer TenantNotFound
    };

    // What a test sets and looks at.
    Organization company{
        QStringLiteral("7f5d8c1e-0000-4000-8000-000000000001"), QStringLiteral("Contoso"), {}, std::nullopt};
    QVector<TenantDomain> domainList{
        {QStringLiteral("contoso.onmicrosoft.com"), true, true, false, QStringLiteral("Managed")},
        {QStringLiteral("contoso.com"), true, false, true, QStringLiteral("Managed")}};
    QVector<SubscribedSku> skus;
    QStringList roles{QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2")};
    std::optional<QStringList> eligibleRoles; ///< absent: the permission to look is missing
    QVector<SyncAgent> agentList;
    QVector<Configuration> all;
    QStringList removedApplications;
    QJsonObject templateSchema;
    QJsonObject discovered; ///< answer of discover(); empty: it fails
    bool keepsOneAppKey = false;
    OnDemandResult onDemand; ///< answer of provisionOnDemand()
    QJsonArray userList;     ///< answer of users()
    QString drops;           ///< a key that replaceSecrets() loses
    QHash<int, QVector<QJsonObject>> objects; ///< by TenantCollection
    int newConfigurationLag = 0;

    QStringList writes;
    QStringList asked;                              ///< reads worth counting: "discover", "parseExpression"
    std::atomic_int contentReads = 0;               ///< secrets, jobs and schemas that were read
    QHash<QString, Error> failNext;                 ///< by call name
    std::function<void(const QString &)> afterRead; ///< runs after "schema" and "jobs" were read

    [[nodiscard]] Configuration *find(const QString &servicePrincipalId)
    {
        for (Configuration &one : all) {
            if (one.identity.servicePrincipalId == servicePrincipalId)
                return &one;
        }
        return nullptr;
    }
    [[nodiscard]] SyncJob *job(const QString &templateId)
    {
        for (Configuration &one : all) {
            for (SyncJob &job : one.jobs) {
                if (job.templateId == templateId)
                    return &job;
            }
        }
        return nullptr;
    }
    Configuration &addConfiguration(const QString &name)
    {
        const QString number = QString::number(++m_made);
        Configuration made;
        made.identity = {QStringLiteral("sp-") + number, QStringLiteral("app-") + number,
                         QStringLiteral("appid-") + number, name};
        all.append(made);
        return all.last();
    }
    SyncJob &addJob(Configuration &configuration, const QString &templateId)
    {
        SyncJob job;
        job.id = QStringLiteral("%1.7f5d8c1e.%2").arg(templateId).arg(++m_made);
        job.templateId = templateId;
        job.scheduleState = QStringLiteral("Disabled");
        job.statusCode = QStringLiteral("NotConfigured");
        configuration.jobs.append(job);
        configuration.schemas.insert(job.id, templateSchema);
        return configuration.jobs.last();
    }
    /// Lets a job have run.
    static void finishCycle(SyncJob &job)
    {
        job.statusCode = QStringLiteral("Active");
        job.raw = QJsonObject{
            {QStringLiteral("status"),
             QJsonObject{{QStringLiteral("code"), QStringLiteral("Active")},
                         {QStringLiteral("lastExecution"),
                          QJsonObject{{QStringLiteral("state"), QStringLiteral("Succeeded")},
                                      {QStringLiteral("timeEnded"), QStringLiteral("2026-01-31T12:05:00Z")}}},
                         {QStringLiteral("synchronizedEntryCountByType"),
                          QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("User")},
                                                 {QStringLiteral("value"), 250}}}}}}};
    }
    static void quarantine(SyncJob &job, const QString &reason)
    {
        job.statusCode = QStringLiteral("Quarantine");
        job.raw = QJsonObject{
            {QStringLiteral("status"),
             QJsonObject{{QStringLiteral("code"), QStringLiteral("Quarantine")},
                         {QStringLiteral("quarantine"),
                          QJsonObject{{QStringLiteral("reason"), reason},
                                      {QStringLiteral("nextAttempt"), QStringLiteral("2026-02-01T00:00:00Z")}}}}}};
    }

    Result<Organization> organization(const std::stop_token &) override
    {
        if (auto failure = failing("organization"))
            return fail(*failure);
        return company;
    }
    Result<void> setOnPremisesSyncEnabled(const QString &tenantId, bool enabled, const std::stop_token &) override
    {
        if (auto failure = write("setOnPremisesSyncEnabled"))
            return fail(*failure);
        if (tenantId != company.id)
            return fail(ErrorCode::TenantNotFound, tenantId);
        company.onPremisesSyncEnabled = enabled;
        return {};
    }
    Result<QVector<TenantDomain>> domains(const std::stop_token &) override { return domainList; }
    Result<QVector<SubscribedSku>> subscribedSkus(const std::stop_token &) override { return skus; }
    Result<QStringList> rolesOfSignedInUser(const std::stop_token &) override { return roles; }
    Result<QStringList> eligibleRolesOfSignedInUser(const std::stop_token &) override
    {
        if (!eligibleRoles)
            return fail(ErrorCode::TenantPermissionMissing);
        return *eligibleRoles;
    }

    Result<QVector<SyncConfiguration>> configurations(const std::stop_token &) override
    {
        if (auto failure = failing("configurations"))
            return fail(*failure);
        QVector<SyncConfiguration> result;
        for (const Configuration &one : std::as_const(all))
            result.append(one.identity);
        return result;
    }
    Result<SyncConfiguration> createConfiguration(const QString &displayName, const std::stop_token &) override
    {
        if (auto failure = write("createConfiguration"))
            return fail(*failure);
        Configuration &made = addConfiguration(displayName);
        made.notFoundYet = newConfigurationLag;
        // The answer can get lost after the service has done its work.
        if (auto failure = failing("createConfigurationAnswer"))
            return fail(*failure);
        return made.identity;
    }
    Result<void> removeServicePrincipal(const QString &id, const std::stop_token &) override
    {
        if (auto failure = write("removeServicePrincipal"))
            return fail(*failure);
        const auto removed =
            all.removeIf([&](const Configuration &one) { return one.identity.servicePrincipalId == id; });
        return removed > 0 ? Result<void>() : fail(ErrorCode::TenantNotFound, id);
    }
    Result<QString> applicationOf(const QString &appId, const std::stop_token &) override
    {
        for (const Configuration &one : std::as_const(all)) {
            if (one.identity.appId == appId)
                return one.identity.applicationId;
        }
        return QString();
    }
    Result<void> removeApplication(const QString &applicationId, const std::stop_token &) override
    {
        if (auto failure = write("removeApplication"))
            return fail(*failure);
        removedApplications.append(applicationId);
        return {};
    }
    Result<bool> servicePrincipalExists(const QString &, const std::stop_token &) override { return true; }

    Result<QJsonArray> secrets(const QString &id, const std::stop_token &) override
    {
        ++contentReads;
        Configuration *one = reach(id);
        return one ? Result<QJsonArray>(one->secrets) : fail(ErrorCode::TenantNotFound, id);
    }
    Result<void> replaceSecrets(const QString &id, const QJsonArray &secrets, const std::stop_token &) override
    {
        if (auto failure = write("replaceSecrets"))
            return fail(*failure);
        Configuration *one = reach(id);
        if (!one)
            return fail(ErrorCode::TenantNotFound, id);
        one->secrets = QJsonArray();
        for (const QJsonValue &entry : secrets) {
            const bool isAppKey = entry.toObject().value(QLatin1String("key")).toString() == QLatin1String("AppKey");
            for (qsizetype i = one->secrets.size() - 1; i >= 0 && isAppKey && keepsOneAppKey; --i) {
                if (one->secrets.at(i).toObject().value(QLatin1String("key")).toString() == QLatin1String("AppKey"))
                    one->secrets.removeAt(i);
            }
            if (drops.isEmpty() || entry.toObject().value(QLatin1String("key")).toString() != drops)
                one->secrets.append(entry);
        }
        return {};
    }

    Result<QVector<SyncJob>> jobs(const QString &id, const std::stop_token &) override
    {
        ++contentReads;
        if (auto failure = failing("jobs"))
            return fail(*failure);
        Configuration *one = reach(id);
        if (!one)
            return fail(ErrorCode::TenantNotFound, id);
        const QVector<SyncJob> result = one->jobs;
        if (afterRead)
            afterRead(QStringLiteral("jobs"));
        return result;
    }
    Result<SyncJob> createJob(const QString &id, const QString &templateId, const std::stop_token &) override
    {
        if (auto failure = write("createJob"))
            return fail(*failure);
        Configuration *one = reach(id);
        if (!one)
            return fail(ErrorCode::TenantNotFound, id);
        const SyncJob made = addJob(*one, templateId);
        if (auto failure = failing("createJobAnswer"))
            return fail(*failure);
        return made;
    }
    Result<void> removeJob(const QString &id, const QString &jobId, const std::stop_token &) override
    {
        if (auto failure = write("removeJob"))
            return fail(*failure);
        Configuration *one = reach(id);
        if (!one || one->jobs.removeIf([&](const SyncJob &job) { return job.id == jobId; }) == 0)
            return fail(ErrorCode::TenantNotFound, jobId);
        return {};
    }
    Result<void> startJob(const QString &id, const QString &jobId, const std::stop_token &) override
    {
        if (auto failure = write("startJob"))
            return fail(*failure);
        return run(id, jobId, QStringLiteral("Active"), QStringLiteral("NotRun"));
    }
    Result<void> pauseJob(const QString &id, const QString &jobId, const std::stop_token &) override
    {
        if (auto failure = write("pauseJob"))
            return fail(*failure);
        return run(id, jobId, QStringLiteral("Paused"), QStringLiteral("Paused"));
    }
    Result<void> restartJob(const QString &, const QString &, const QString &, const std::stop_token &) override
    {
        writes.append(QStringLiteral("restartJob"));
        return {};
    }

    Result<QJsonObject> schemaOfTemplate(const QString &, const QString &, const std::stop_token &) override
    {
        return templateSchema; // what a new job gets
    }
    Result<QJsonObject> schema(const QString &id, const QString &jobId, const std::stop_token &) override
    {
        ++contentReads;
        Configuration *one = reach(id);
        if (!one || !one->schemas.contains(jobId))
            return fail(ErrorCode::TenantNotFound, jobId);
        const QJsonObject result = one->schemas.value(jobId);
        if (afterRead)
            afterRead(QStringLiteral("schema"));
        return result;
    }
    Result<void> replaceSchema(const QString &id, const QString &jobId, const QJsonObject &schema,
                               const std::stop_token &) override
    {
        if (auto failure = write("replaceSchema"))
            return fail(*failure);
        Configuration *one = reach(id);
        if (!one)
            return fail(ErrorCode::TenantNotFound, jobId);
        one->schemas.insert(jobId, schema);
        return {};
    }
    Result<QJsonObject> discover(const QString &, const QString &, const QString &directoryId,
                                 const std::stop_token &) override
    {
        asked.append(QStringLiteral("discover"));
        if (discovered.isEmpty())
            return fail(ErrorCode::TenantUnavailable, directoryId);
        return discovered;
    }
    Result<QJsonObject> parseExpression(const QString &, const QString &, const QJsonObject &body,
                                        const std::stop_token &) override
    {
        asked.append(QStringLiteral("parseExpression"));
        const QString expression = body.value(QLatin1String("expression")).toString();
        if (expression.count(QLatin1Char('(')) != expression.count(QLatin1Char(')'))) {
            return QJsonObject{{QStringLiteral("parsingSucceeded"), false},
                               {QStringLiteral("error"),
                                QJsonObject{{QStringLiteral("message"), QStringLiteral("a bracket is missing")}}}};
        }
        return QJsonObject{
            {QStringLiteral("parsingSucceeded"), true},
            {QStringLiteral("parsedExpression"), QJsonObject{{QStringLiteral("type"), QStringLiteral("Function")},
                                                             {QStringLiteral("name"), QStringLiteral("Parsed")},
                                                             {QStringLiteral("expression"), expression},
                                                             {QStringLiteral("parameters"), QJsonArray()}}}};
    }
    Result<OnDemandResult> provisionOnDemand(const QString &, const QString &, const QString &, const QString &,
                                             const QString &, const std::stop_token &) override
    {
        asked.append(QStringLiteral("provisionOnDemand"));
        return onDemand;
    }

    Result<QVector<SyncAgent>> agents(const std::stop_token &) override
    {
        if (auto failure = failing("agents"))
            return fail(*failure);
        return agentList;
    }
    Result<QJsonArray> publishedResources(const std::stop_token &) override { return QJsonArray(); }
    Result<QJsonArray> provisioningLogs(const QString &, const QDateTime &, int, const std::stop_token &) override
    {
        return QJsonArray();
    }
    Result<QJsonArray> directoryAudits(const QString &, const QDateTime &, int, const std::stop_token &) override
    {
        return QJsonArray();
    }
    Result<QJsonArray> users(const QString &, const QStringList &, const std::stop_token &) override
    {
        return userList;
    }
    Result<void> updateUser(const QString &, const QJsonObject &changes, const std::stop_token &) override
    {
        writes.append(QStringLiteral("updateUser ") + changes.value(QLatin1String("usageLocation")).toString());
        return {};
    }
    Result<void> assignLicense(const QString &, const QString &skuId, const std::stop_token &) override
    {
        writes.append(QStringLiteral("assignLicense ") + skuId);
        return {};
    }
    Result<void> forEachObject(TenantCollection collection, const QString &, const QStringList &,
                               const std::function<bool(const QJsonObject &)> &onObject,
                               const std::stop_token &) override
    {
        if (auto failure = failing("forEachObject"))
            return fail(*failure);
        for (const QJsonObject &one : objects.value(static_cast<int>(collection))) {
            if (!onObject(one))
                break;
        }
        return {};
    }

private:
    std::optional<Error> failing(const char *call)
    {
        const std::lock_guard lock(m_failing);
        const QString name = QString::fromLatin1(call);
        if (!failNext.contains(name))
            return std::nullopt;
        return failNext.take(name);
    }
    std::optional<Error> write(const char *call)
    {
        {
            const std::lock_guard lock(m_failing); // jobs are started side by side
            writes.append(QString::fromLatin1(call));
        }
        return failing(call);
    }
    Configuration *reach(const QString &id)
    {
        Configuration *one = find(id);
        if (one && one->notFoundYet > 0) {
            --one->notFoundYet;
            return nullptr;
        }
        return one;
    }
    Result<void> run(const QString &id, const QString &jobId, const QString &schedule, const QString &code)
    {
        const std::lock_guard lock(m_failing);
        Configuration *one = find(id);
        for (SyncJob &job : one->jobs) {
            if (job.id != jobId)
                continue;
            job.scheduleState = schedule;
            job.statusCode = code;
            return {};
        }
        return fail(ErrorCode::TenantNotFound, jobId);
    }
    std::mutex m_failing; ///< calls come from several threads at once
    int m_made = 0;
};

} // namespace cloudsync::tests
