// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/OnDemand.h"

namespace cloudsync {

/// One entry of the provisioning log of a job, or of the directory audit (graph.md section 13).
struct LogEntry
{
    enum class Source { Provisioning, Audit };
    Source source = Source::Provisioning;
    QDateTime at;
    QString domain;    ///< of the configuration; empty for audit entries
    QString job;       ///< template; empty for audit entries
    QString action;    ///< create, update, … or the audited activity
    QString status;    ///< success, failure, skipped, warning
    QString object;    ///< display name, or the id where there is none
    QString objectId;  ///< in the tenant; may be empty
    QString initiator; ///< who did it, for audit entries
    QString errorCode;
    QString reason; ///< the service's own words
    QString remedy; ///< the service's own words
    QVector<PropertyChange> properties;
};

struct LogReport
{
    QDateTime since;                          ///< invalid: from the beginning
    QVector<LogEntry> entries;                ///< newest first
    bool isComplete = true;                   ///< false: a log held more than was asked for
    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract, without exitCode
};

/// Provisioning log of every job of the configurations that the answers name (all when they name none), and what the
/// directory audit holds of the sync service's own principal and of its account in older tenants (operations.md
/// section 2). At most `most` entries a log.
[[nodiscard]] Result<LogReport> readLogs(const std::shared_ptr<Session> &session, const QDateTime &since, int most,
                                         const std::stop_token &stop);

/// A point in time: RFC 3339, or how long ago: "90m", "24h", "7d". CommandLineWrong (subject "--since") otherwise.
[[nodiscard]] Result<QDateTime> pointInTime(const QString &text, const QDateTime &now);

/// Name of the service principal through which the service writes.
[[nodiscard]] QString syncServiceName();

} // namespace cloudsync
