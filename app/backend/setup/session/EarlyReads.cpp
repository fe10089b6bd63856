// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/EarlyReads.h"

#include "backend/engine/JournalRecord.h"
#include "backend/setup/session/Session.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

QHash<QString, KnownConfiguration> knownConfigurations(const QVector<JournalRecord> &runs)
{
    static const QString prefix = QStringLiteral("tenant.");
    static const QString provisioning = QStringLiteral(".job.AD2AADProvisioning");
    static const QString configuration = QStringLiteral(".configuration");
    QHash<QString, KnownConfiguration> known;
    // Oldest first, so that what is newer stands in the end; a job counts for the configuration that it was made in.
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        for (const JournalTask &task : run->tasks) {
            const bool isJob = task.id.endsWith(provisioning);
            if (task.phase == JournalTask::Phase::Undone || !task.id.startsWith(prefix) ||
                !(isJob || task.id.endsWith(configuration)))
                continue;
            const QString domain =
                task.id.mid(prefix.size(), task.id.size() - prefix.size() - (isJob ? provisioning : configuration).size()).toLower();
            for (const QJsonObject &effect : task.effects) {
                const QString principal = effect.value(QLatin1String("servicePrincipal")).toString();
                const QString job = effect.value(QLatin1String("job")).toString();
                if (principal.isEmpty())
                    continue;
                KnownConfiguration &one = known[domain];
                if (one.servicePrincipalId != principal)
                    one = {principal, {}};
                if (isJob && !job.isEmpty())
                    one.provisioningJobId = job;
            }
        }
    }
    return known;
}

EarlyReads::EarlyReads(QHash<QString, KnownConfiguration> known, const std::stop_token &stop)
    : m_known(std::move(known)), m_stopped(stop, [this] { m_stop.request_stop(); })
{
}

EarlyReads::~EarlyReads()
{
    m_stop.request_stop(); // the futures wait for their threads
}

void EarlyReads::begin(const QString &domain, const std::shared_ptr<Tenant> &tenant)
{
    const auto known = m_known.constFind(domain.toLower());
    if (known == m_known.constEnd())
        return;
    const std::lock_guard lock(m_mutex);
    if (m_begun.contains(domain.toLower()))
        return;
    const auto later = [&](auto read) { return std::async(std::launch::async, std::move(read)).share(); };
    const QString principal = known->servicePrincipalId;
    Begun begun;
    begun.about = *known;
    begun.jobs = later([tenant, principal, stop = m_stop.get_token()] { return tenant->jobs(principal, stop); });
    begun.secrets = later([tenant, principal, stop = m_stop.get_token()] { return tenant->secrets(principal, stop); });
    if (!known->provisioningJobId.isEmpty()) {
        begun.schema = later([tenant, principal, job = known->provisioningJobId, stop = m_stop.get_token()] {
            return tenant->schema(principal, job, stop);
        });
    }
    m_begun.insert(domain.toLower(), begun);
}

std::optional<EarlyReads::Begun> EarlyReads::about(const QString &servicePrincipalId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_begun.cbegin(), m_begun.cend(), [&](const Begun &begun) {
        return begun.about.servicePrincipalId == servicePrincipalId;
    });
    return found == m_begun.cend() ? std::nullopt : std::optional(*found);
}

std::optional<QVector<SyncJob>> EarlyReads::jobs(const QString &servicePrincipalId)
{
    const auto begun = about(servicePrincipalId);
    if (!begun)
        return std::nullopt;
    const auto &read = begun->jobs.get();
    return read ? std::optional(*read) : std::nullopt;
}

std::optional<QJsonArray> EarlyReads::secrets(const QString &servicePrincipalId)
{
    const auto begun = about(servicePrincipalId);
    if (!begun)
        return std::nullopt;
    const auto &read = begun->secrets.get();
    return read ? std::optional(*read) : std::nullopt;
}

std::optional<QJsonObject> EarlyReads::schema(const QString &servicePrincipalId, const QString &jobId)
{
    const auto begun = about(servicePrincipalId);
    if (!begun || !begun->schema.valid() || begun->about.provisioningJobId != jobId)
        return std::nullopt;
    const auto &read = begun->schema.get();
    return read ? std::optional(*read) : std::nullopt;
}

EarlyLook::EarlyLook(std::shared_ptr<Session> session, QHash<QString, KnownConfiguration> known,
                     const std::stop_token &stop)
    : m_session(std::move(session))
{
    m_session->setEarlyReads(std::make_shared<EarlyReads>(std::move(known), stop));
}

EarlyLook::~EarlyLook()
{
    m_session->setEarlyReads(nullptr);
}

} // namespace cloudsync
