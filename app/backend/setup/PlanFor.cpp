// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/Backend.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/scan/DataRepairTask.h"
#include "backend/setup/server/ServerSetup.h"
#include "backend/setup/tenant/TenantSetup.h"

namespace cloudsync {

namespace {

void addAll(Plan &plan, std::vector<std::unique_ptr<Task>> tasks)
{
    for (auto &task : tasks)
        plan.add(std::move(task));
}

} // namespace

Plan planFor(const std::shared_ptr<Session> &session, Sections sections)
{
    // The order in which a person reads it: the account first, then what runs as it, then the tenant.
    Plan plan;
    if (sections & Section::Directory) {
        addAll(plan, directoryTasks(session));
        addAll(plan, dataRepairTasks(session));
    }
    if (sections & Section::Server)
        addAll(plan, serverTasks(session));
    if (sections & Section::Tenant)
        addAll(plan, tenantTasks(session));
    return plan;
}

} // namespace cloudsync
