// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentAccountTask.h"
#include "backend/setup/server/AgentDomainTask.h"
#include "backend/setup/server/AgentPackageTask.h"
#include "backend/setup/server/AgentRegistrationTask.h"
#include "backend/setup/server/AgentServiceTask.h"
#include "backend/setup/server/AgentVerificationTask.h"
#include "backend/setup/server/PasswordWritebackTask.h"
#include "backend/setup/server/RegistryRepair.h"
#include "backend/setup/server/RepairTask.h"
#include "backend/setup/server/ServerSetup.h"

namespace cloudsync {

std::vector<std::unique_ptr<Task>> serverTasks(const std::shared_ptr<Session> &session)
{
    std::vector<std::unique_ptr<Task>> tasks;
    const Answers answers = session->answers();
    if (!answers.server)
        return tasks;
    const auto changes = std::make_shared<AgentChanges>();
    const QStringList repairs = registryRepairs();
    for (const QString &repair : repairs) {
        if (answers.server->repair.contains(repair))
            tasks.push_back(std::make_unique<RepairTask>(session, changes, repair));
    }
    tasks.push_back(std::make_unique<AgentPackageTask>(session, changes));
    // Without a sign-in there is no tenant to register with; what is registered already is left as it is.
    if (answers.signIn)
        tasks.push_back(std::make_unique<AgentRegistrationTask>(session, changes));
    // The host of on-premises applications gets its connectors in a wizard of its own; directories are not its matter.
    const bool synchronises = answers.server->extension == Extension::CloudSync;
    if (synchronises && answers.serviceAccount)
        tasks.push_back(std::make_unique<AgentAccountTask>(session, changes));
    if (synchronises) {
        for (const DirectoryAnswers &directory : answers.directories)
            tasks.push_back(std::make_unique<AgentDomainTask>(session, changes, directory.domain));
    }
    QStringList before;
    for (const auto &task : tasks)
        before.append(task->id());
    tasks.push_back(std::make_unique<AgentServiceTask>(session, changes, before));
    if (synchronises && answers.signIn) {
        if (answers.passwordWriteback)
            tasks.push_back(std::make_unique<PasswordWritebackTask>(session, changes));
        tasks.push_back(std::make_unique<AgentVerificationTask>(session, changes));
    }
    return tasks;
}

void rememberEarlier(const Plan &plan, const JournalRecord &earlier)
{
    for (const auto &task : plan.tasks()) {
        auto *package = dynamic_cast<AgentPackageTask *>(task.get());
        const JournalTask *before = package ? earlier.find(package->id()) : nullptr;
        if (before && before->phase != JournalTask::Phase::Undone)
            package->rememberEarlier(before->effects);
    }
}

} // namespace cloudsync
