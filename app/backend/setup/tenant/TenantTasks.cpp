// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/ConfigurationTask.h"
#include "backend/setup/tenant/FirstCycleTask.h"
#include "backend/setup/tenant/JobTask.h"
#include "backend/setup/tenant/SchemaTask.h"
#include "backend/setup/tenant/SecretsTask.h"
#include "backend/setup/tenant/StartTask.h"
#include "backend/setup/tenant/SyncFlagTask.h"
#include "backend/setup/tenant/TenantSetup.h"

namespace cloudsync {

std::vector<std::unique_ptr<Task>> tenantTasks(const std::shared_ptr<Session> &session)
{
    std::vector<std::unique_ptr<Task>> tasks;
    const Answers answers = session->answers();
    if (answers.configurations.isEmpty())
        return tasks;
    tasks.push_back(std::make_unique<SyncFlagTask>(session));
    for (const ConfigurationAnswers &configuration : answers.configurations) {
        const auto where = std::make_shared<DomainConfiguration>(session, configuration);
        tasks.push_back(std::make_unique<ConfigurationTask>(where));
        tasks.push_back(std::make_unique<SecretsTask>(where));
        const QStringList templates = wantedTemplates(configuration);
        for (const QString &templateId : templates)
            tasks.push_back(std::make_unique<JobTask>(where, templateId));
        if (speaksOfSchema(configuration))
            tasks.push_back(std::make_unique<SchemaTask>(where));
        if (!wantedRuns(configuration).isEmpty())
            tasks.push_back(std::make_unique<StartTask>(where));
        if (configuration.enable.value_or(false))
            tasks.push_back(std::make_unique<FirstCycleTask>(where));
    }
    return tasks;
}

} // namespace cloudsync
