// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/KdsRootKeyTask.h"
#include "backend/setup/directory/PermissionsTask.h"
#include "backend/setup/directory/RestrictedPermissionsTask.h"
#include "backend/setup/directory/ServiceAccountContainerTask.h"
#include "backend/setup/directory/ServiceAccountTask.h"
#include "backend/setup/directory/TestUserTask.h"

namespace cloudsync {

std::vector<std::unique_ptr<Task>> directoryTasks(const std::shared_ptr<Session> &session)
{
    std::vector<std::unique_ptr<Task>> tasks;
    const Answers answers = session->answers();
    if (answers.testUser)
        tasks.push_back(std::make_unique<TestUserTask>(session));
    if (!answers.serviceAccount)
        return tasks;
    if (answers.serviceAccount->repair.contains(QStringLiteral("kdsRootKey")))
        tasks.push_back(std::make_unique<KdsRootKeyTask>(session));
    if (answers.serviceAccount->repair.contains(QStringLiteral("serviceAccountContainer")))
        tasks.push_back(std::make_unique<ServiceAccountContainerTask>(session));
    tasks.push_back(std::make_unique<ServiceAccountTask>(session));
    if (!answers.serviceAccount->permissions.isEmpty()) {
        for (const DirectoryAnswers &directory : answers.directories)
            tasks.push_back(std::make_unique<PermissionsTask>(session, directory.domain));
    }
    if (answers.serviceAccount->restrict)
        tasks.push_back(std::make_unique<RestrictedPermissionsTask>(session));
    return tasks;
}

} // namespace cloudsync
