// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/DomainConfiguration.h"

#include "backend/setup/session/EarlyReads.h"
#include "backend/setup/tenant/TenantText.h"

#include <utility>

namespace cloudsync {

DomainConfiguration::DomainConfiguration(std::shared_ptr<Session> session, ConfigurationAnswers answers)
    : m_session(std::move(session)), m_answers(std::move(answers))
{
}

TaskId DomainConfiguration::taskId(const QString &part) const
{
    return QStringLiteral("tenant.%1.%2").arg(domain(), part);
}

Result<std::shared_ptr<Tenant>> DomainConfiguration::tenant(const std::stop_token &stop) const
{
    return m_session->tenant(stop);
}

Result<std::optional<SyncConfiguration>> DomainConfiguration::find(const std::stop_token &stop)
{
    const std::lock_guard asking(m_asking);
    {
        const std::lock_guard lock(m_mutex);
        if (m_found || m_absent)
            return m_found;
    }
    auto opened = tenant(stop);
    if (!opened)
        return fail(std::move(opened.error()));
    if (const auto early = m_session->earlyReads())
        early->begin(domain(), *opened);
    auto all = (*opened)->configurations(stop);
    if (!all)
        return fail(std::move(all.error()));
    // The portal and the vendor's instructions name a configuration after the Active Directory domain (graph.md section
    // 4).
    std::optional<SyncConfiguration> found;
    for (const SyncConfiguration &one : std::as_const(*all)) {
        if (one.displayName.compare(domain(), Qt::CaseInsensitive) != 0)
            continue;
        if (found) {
            return fail(ErrorCode::TenantConflict, domain(),
                        TenantText::tr("The tenant has more than one configuration of this name: %1 and %2.")
                            .arg(found->servicePrincipalId, one.servicePrincipalId));
        }
        found = one;
    }
    const std::lock_guard lock(m_mutex);
    if (found && !m_found)
        m_found = found;
    m_absent = !m_found;
    return m_found;
}

Result<std::optional<SyncConfiguration>> DomainConfiguration::findAnew(const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_absent = false;
    }
    return find(stop);
}

Result<SyncConfiguration> DomainConfiguration::require(const std::stop_token &stop)
{
    auto found = find(stop);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(ErrorCode::TenantNotFound, domain());
    return **found;
}

Result<QVector<SyncJob>> DomainConfiguration::jobs(const std::stop_token &stop)
{
    auto configuration = find(stop);
    if (!configuration)
        return fail(std::move(configuration.error()));
    if (!*configuration)
        return QVector<SyncJob>();
    {
        const std::lock_guard lock(m_mutex);
        if (m_madeJobs)
            return *m_madeJobs;
    }
    return readJobs((*configuration)->servicePrincipalId, stop);
}

// Only while somebody looks are there early reads: a task that is about to write reads anew.
Result<QVector<SyncJob>> DomainConfiguration::readJobs(const QString &servicePrincipalId, const std::stop_token &stop)
{
    const auto early = m_session->earlyReads();
    if (auto read = early ? early->jobs(servicePrincipalId) : std::nullopt)
        return std::move(*read);
    auto opened = tenant(stop);
    if (!opened)
        return fail(std::move(opened.error()));
    return (*opened)->jobs(servicePrincipalId, stop);
}

Result<QJsonArray> DomainConfiguration::readSecrets(const QString &servicePrincipalId, const std::stop_token &stop)
{
    const auto early = m_session->earlyReads();
    if (auto read = early ? early->secrets(servicePrincipalId) : std::nullopt)
        return std::move(*read);
    auto opened = tenant(stop);
    if (!opened)
        return fail(std::move(opened.error()));
    return (*opened)->secrets(servicePrincipalId, stop);
}

Result<QJsonObject> DomainConfiguration::readSchema(const QString &servicePrincipalId, const QString &jobId,
                                                    const std::stop_token &stop)
{
    const auto early = m_session->earlyReads();
    if (auto read = early ? early->schema(servicePrincipalId, jobId) : std::nullopt)
        return std::move(*read);
    auto opened = tenant(stop);
    if (!opened)
        return fail(std::move(opened.error()));
    return (*opened)->schema(servicePrincipalId, jobId, stop);
}

Result<std::optional<SyncJob>> DomainConfiguration::job(const QString &templateId, const std::stop_token &stop)
{
    auto all = jobs(stop);
    if (!all)
        return fail(std::move(all.error()));
    std::optional<SyncJob> found;
    for (const SyncJob &one : std::as_const(*all)) {
        if (one.templateId != templateId)
            continue;
        if (found) {
            return fail(ErrorCode::TenantConflict, domain(),
                        TenantText::tr("The configuration has more than one job of the template %1: %2 and %3.")
                            .arg(templateId, found->id, one.id));
        }
        found = one;
    }
    return found;
}

Result<SyncJob> DomainConfiguration::requireJob(const QString &templateId, const std::stop_token &stop)
{
    auto found = job(templateId, stop);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(ErrorCode::TenantNotFound, QStringLiteral("%1/%2").arg(domain(), templateId));
    return **found;
}

void DomainConfiguration::rememberMade(const SyncConfiguration &made)
{
    const std::lock_guard lock(m_mutex);
    m_found = made;
    m_absent = false;
    m_madeNow = true;
    m_madeJobs = QVector<SyncJob>();
}

void DomainConfiguration::rememberMadeSecrets(const QJsonArray &secrets)
{
    const std::lock_guard lock(m_mutex);
    m_madeSecrets = secrets;
}

std::optional<QJsonArray> DomainConfiguration::takeMadeSecrets()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_madeSecrets, std::nullopt);
}

void DomainConfiguration::rememberMadeJob(const SyncJob &made)
{
    const std::lock_guard lock(m_mutex);
    if (m_madeJobs)
        m_madeJobs->append(made);
}

void DomainConfiguration::forgetJobs()
{
    const std::lock_guard lock(m_mutex);
    m_madeJobs.reset();
}

bool DomainConfiguration::wasMadeNow() const
{
    const std::lock_guard lock(m_mutex);
    return m_madeNow;
}

void DomainConfiguration::forget()
{
    const std::lock_guard lock(m_mutex);
    m_found.reset();
    m_absent = false;
    m_madeNow = false;
    m_madeSecrets.reset();
    m_madeJobs.reset();
}

QString provisioningTemplate()
{
    return QStringLiteral("AD2AADProvisioning");
}

QString passwordHashTemplate()
{
    return QStringLiteral("AD2AADPasswordHash");
}

QString exchangeWritebackTemplate()
{
    return QStringLiteral("AAD2ADExchangeHybridWriteback");
}

QString deviceSyncTemplate()
{
    return QStringLiteral("AD2AADDeviceSync");
}

QStringList wantedTemplates(const ConfigurationAnswers &answers)
{
    QStringList templates{provisioningTemplate()};
    if (answers.passwordHashSync.value_or(false))
        templates.append(passwordHashTemplate());
    if (answers.exchangeHybridWriteback.value_or(false))
        templates.append(exchangeWritebackTemplate());
    if (answers.deviceSync.value_or(false))
        templates.append(deviceSyncTemplate());
    return templates;
}

QString templateTitle(const QString &templateId)
{
    if (templateId == provisioningTemplate())
        return TenantText::tr("synchronisation of users, groups and contacts");
    if (templateId == passwordHashTemplate())
        return TenantText::tr("synchronisation of password hashes");
    if (templateId == exchangeWritebackTemplate())
        return TenantText::tr("Exchange hybrid writeback");
    if (templateId == deviceSyncTemplate())
        return TenantText::tr("synchronisation of devices");
    return templateId;
}

bool isStarted(const SyncJob &job)
{
    // A job can say schedule "Active" and status "NotConfigured" right after it was made: it was never started.
    return job.scheduleState == QLatin1String("Active") && job.statusCode != QLatin1String("Paused") &&
           job.statusCode != QLatin1String("NotConfigured");
}

bool isQuarantined(const SyncJob &job)
{
    return job.statusCode == QLatin1String("Quarantine") ||
           !job.status().value(QLatin1String("quarantine")).toObject().isEmpty();
}

QString quarantineText(const SyncJob &job)
{
    if (!isQuarantined(job))
        return {};
    const QJsonObject quarantine = job.status().value(QLatin1String("quarantine")).toObject();
    const QJsonObject error = quarantine.value(QLatin1String("error")).toObject();
    QStringList parts;
    for (const QString &part :
         {quarantine.value(QLatin1String("reason")).toString(), error.value(QLatin1String("code")).toString(),
          error.value(QLatin1String("message")).toString()}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? QStringLiteral("Quarantine") : parts.join(QStringLiteral(": "));
}

bool hasRun(const SyncJob &job)
{
    const QJsonObject last = job.status().value(QLatin1String("lastExecution")).toObject();
    const QDateTime ended = QDateTime::fromString(last.value(QLatin1String("timeEnded")).toString(), Qt::ISODateWithMs);
    // Services of .NET write "0001-01-01T00:00:00Z" for a time that is not there.
    return ended.isValid() && ended.date().year() > 1;
}

QString countsText(const SyncJob &job)
{
    QStringList parts;
    const QJsonArray counts = job.status().value(QLatin1String("synchronizedEntryCountByType")).toArray();
    for (const QJsonValue &count : counts) {
        const QJsonObject pair = count.toObject();
        parts.append(
            QStringLiteral("%1 %2").arg(pair.value(QLatin1String("key")).toString(),
                                        QString::number(pair.value(QLatin1String("value")).toVariant().toLongLong())));
    }
    return parts.join(QStringLiteral(", "));
}

QString DomainTask::section() const
{
    return QStringLiteral("tenant");
}

QString DomainTask::neededRight() const
{
    return TenantText::tr("Hybrid Identity Administrator in the tenant");
}

} // namespace cloudsync
