// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// Answers read back from what runs. A plan made of them has nothing to do.
struct ExportReport
{
    Answers answers;
    QStringList notes; ///< what an answer file cannot say, a sentence each; such parts are left out of the answers
};

/// Reads the configurations that the session's answers name (all of the tenant when they name none). How to sign in and
/// how to reach the directories is taken over from the session's answers, secrets as the references they are; so is
/// what no system tells (password writeback). The service account is the one that the answers or this machine's agent
/// name; what the directory says of it is added by exportedServiceAccount().
[[nodiscard]] Result<ExportReport> exportAnswers(const std::shared_ptr<Session> &session, const std::stop_token &stop);

/// One configuration from what the service holds. `templateSchema`: what a new provisioning job starts with; mappings
/// that do not differ from it are left out. `schema`: that of the provisioning job; empty when there is none.
[[nodiscard]] ConfigurationAnswers exportedConfiguration(const QString &domain, const QJsonArray &secrets,
                                                         const QVector<SyncJob> &jobs, const QJsonObject &schema,
                                                         const QJsonObject &templateSchema, QStringList *notes);

} // namespace cloudsync
