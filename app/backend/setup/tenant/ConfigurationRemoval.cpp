// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/JobControl.h"
#include "backend/setup/tenant/SecretsDocument.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

ConfigurationAnswers named(const QString &domain)
{
    ConfigurationAnswers answers;
    answers.domain = domain;
    return answers;
}

void addCounts(const SyncJob &job, QJsonObject &counts)
{
    const QJsonArray entries = job.status().value(QLatin1String("synchronizedEntryCountByType")).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject pair = value.toObject();
        counts.insert(pair.value(QLatin1String("key")).toString(),
                      pair.value(QLatin1String("value")).toVariant().toLongLong());
    }
}

// Everything that is needed to make the configuration again by hand. Values that are not our own settings may be
// confidential and stay out.
Result<QJsonObject> wholeConfiguration(Tenant &tenant, const RemovalReport &report, const std::stop_token &stop)
{
    auto secrets = tenant.secrets(report.servicePrincipalId, stop);
    if (!secrets)
        return fail(std::move(secrets.error()));
    auto jobs = tenant.jobs(report.servicePrincipalId, stop);
    if (!jobs)
        return fail(std::move(jobs.error()));
    QJsonArray jobList;
    for (const SyncJob &job : std::as_const(*jobs)) {
        auto schema = tenant.schema(report.servicePrincipalId, job.id, stop);
        if (!schema)
            return fail(std::move(schema.error()));
        jobList.append(QJsonObject{{QStringLiteral("job"), job.raw}, {QStringLiteral("schema"), *schema}});
    }
    return QJsonObject{{QStringLiteral("what"), QStringLiteral("configuration")},
                       {QStringLiteral("domain"), report.domain},
                       {QStringLiteral("servicePrincipal"), report.servicePrincipalId},
                       {QStringLiteral("application"), report.applicationId},
                       {QStringLiteral("secrets"), withoutConfidentialValues(*secrets)},
                       {QStringLiteral("jobs"), jobList}};
}

} // namespace

QJsonObject RemovalReport::toJson() const
{
    return {{QStringLiteral("domain"), domain},
            {QStringLiteral("servicePrincipalId"), servicePrincipalId},
            {QStringLiteral("jobs"), QJsonArray::fromStringList(jobs)},
            {QStringLiteral("objectsThatStay"), counts},
            {QStringLiteral("copy"), copy.isEmpty() ? QJsonValue() : QJsonValue(copy)},
            {QStringLiteral("carriedOut"), carriedOut}};
}

Result<RemovalReport> planRemoval(const std::shared_ptr<Session> &session, const QString &domain,
                                  const std::stop_token &stop)
{
    DomainConfiguration where(session, named(domain));
    auto configuration = where.require(stop);
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto jobs = where.jobs(stop);
    if (!jobs)
        return fail(std::move(jobs.error()));
    RemovalReport report;
    report.domain = configuration->displayName;
    report.servicePrincipalId = configuration->servicePrincipalId;
    report.applicationId = configuration->applicationId;
    report.appId = configuration->appId;
    for (const SyncJob &job : std::as_const(*jobs)) {
        report.jobs.append(job.templateId);
        if (job.templateId == provisioningTemplate())
            addCounts(job, report.counts);
    }
    report.scopeIsEmpty = std::all_of(report.counts.constBegin(), report.counts.constEnd(),
                                      [](const QJsonValue &count) { return count.toInteger() == 0; });
    return report;
}

Result<RemovalReport> removeConfiguration(const std::shared_ptr<Session> &session, const QString &domain,
                                          const QString &typed, const std::stop_token &stop)
{
    if (typed.compare(domain, Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::ConfirmationMissing, QStringLiteral("--confirm"));
    auto planned = planRemoval(session, domain, stop);
    if (!planned)
        return planned;
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    if (planned->applicationId.isEmpty() && !planned->appId.isEmpty()) {
        auto application = (*tenant)->applicationOf(planned->appId, stop);
        if (!application)
            return fail(std::move(application.error()));
        planned->applicationId = *application;
    }
    if (const auto copies = session->copies()) {
        auto whole = wholeConfiguration(**tenant, *planned, stop);
        if (!whole)
            return fail(std::move(whole.error()));
        auto kept = copies->keep(planned->domain + QStringLiteral("-configuration"), *whole);
        if (!kept)
            return fail(std::move(kept.error()));
        planned->copy = copies->path(*kept);
    }
    if (auto removed = (*tenant)->removeServicePrincipal(planned->servicePrincipalId, stop);
        !removed && removed.error().code != ErrorCode::TenantNotFound)
        return fail(std::move(removed.error()));
    planned->carriedOut = true;
    session->ports().log.info("configuration.removed",
                              {{"domain", planned->domain}, {"servicePrincipal", planned->servicePrincipalId}});
    if (!planned->applicationId.isEmpty()) {
        if (auto removed = (*tenant)->removeApplication(planned->applicationId, stop);
            !removed && removed.error().code != ErrorCode::TenantNotFound)
            return fail(std::move(removed.error()));
    }
    return planned;
}

} // namespace cloudsync
