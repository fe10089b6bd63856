// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Tenant.h"

#include <QHash>

#include <future>
#include <memory>
#include <mutex>
#include <optional>

namespace cloudsync {

struct JournalRecord;
class Session;

/// What an earlier run on this machine made for a domain, by its journal.
struct KnownConfiguration
{
    QString servicePrincipalId;
    QString provisioningJobId; ///< empty where none was made
    friend bool operator==(const KnownConfiguration &, const KnownConfiguration &) = default;
};

/// By domain in lower case, from journals, the newest first. What was undone is not known.
[[nodiscard]] QHash<QString, KnownConfiguration> knownConfigurations(const QVector<JournalRecord> &runs);

/// Reads that a look at the tenant is going to need, begun before the tenant has confirmed what they are about: the journal
/// proposes the ids, and the answer counts only for who has found the same id in the tenant. So a second run, a plan and a
/// status take two round trips less. One look has one of these, and no change is made while it stands. Thread-safe.
class EarlyReads
{
public:
    EarlyReads(QHash<QString, KnownConfiguration> known, const std::stop_token &stop);
    /// Ends what nobody asked for.
    ~EarlyReads();

    /// Once for a domain; later calls change nothing.
    void begin(const QString &domain, const std::shared_ptr<Tenant> &tenant);

    /// Wait for what was begun; nullopt when nothing of this id was, or it failed: then it is to be asked for.
    [[nodiscard]] std::optional<QVector<SyncJob>> jobs(const QString &servicePrincipalId);
    [[nodiscard]] std::optional<QJsonArray> secrets(const QString &servicePrincipalId);
    [[nodiscard]] std::optional<QJsonObject> schema(const QString &servicePrincipalId, const QString &jobId);

private:
    struct Begun
    {
        KnownConfiguration about;
        std::shared_future<Result<QVector<SyncJob>>> jobs;
        std::shared_future<Result<QJsonArray>> secrets;
        std::shared_future<Result<QJsonObject>> schema; ///< invalid where no job is known
    };
    [[nodiscard]] std::optional<Begun> about(const QString &servicePrincipalId);

    const QHash<QString, KnownConfiguration> m_known;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_stopped;
    std::mutex m_mutex;
    QHash<QString, Begun> m_begun; // by domain
};

/// Gives a session early reads as long as it lives.
class EarlyLook
{
public:
    EarlyLook(std::shared_ptr<Session> session, QHash<QString, KnownConfiguration> known, const std::stop_token &stop);
    ~EarlyLook();
    EarlyLook(const EarlyLook &) = delete;
    EarlyLook &operator=(const EarlyLook &) = delete;

private:
    std::shared_ptr<Session> m_session;
};

} // namespace cloudsync
