// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SyncFlagTask.h"

#include "backend/setup/tenant/TenantText.h"

namespace cloudsync {

TaskId SyncFlagTask::id() const
{
    return QStringLiteral("tenant.syncFlag");
}

QString SyncFlagTask::section() const
{
    return QStringLiteral("tenant");
}

QString SyncFlagTask::title() const
{
    return tr("Allow directory synchronisation in the tenant");
}

QString SyncFlagTask::neededRight() const
{
    return TenantText::tr("Hybrid Identity Administrator in the tenant");
}

Reversibility SyncFlagTask::reversibility() const
{
    return {false, tr("The service takes up to three days to switch directory synchronisation off again, and turns "
                      "every synchronised "
                      "object into a cloud object. An undo therefore leaves it on.")};
}

Result<State> SyncFlagTask::check(RunContext &context)
{
    auto tenant = m_session->tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    // Not the session's copy: that one is read once a sitting and would not see the change.
    auto organization = (*tenant)->organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    if (organization->onPremisesSyncEnabled.value_or(false))
        return State::satisfied();
    return State::missing(
        {tr("Directory synchronisation is switched on for the tenant %1.").arg(organization->displayName)});
}

Result<void> SyncFlagTask::apply(RunContext &context, UndoLog &undo)
{
    auto tenant = m_session->tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto organization = m_session->organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    if (auto recorded = undo.record(
            {{QStringLiteral("tenant"), organization->id}, {QStringLiteral("onPremisesSyncEnabled"), true}});
        !recorded)
        return recorded;
    return (*tenant)->setOnPremisesSyncEnabled(organization->id, true, context.stop());
}

Result<void> SyncFlagTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto tenant = m_session->tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto organization = (*tenant)->organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    if (organization->onPremisesSyncEnabled.value_or(false))
        context.leaveBehind(
            tr("Directory synchronisation stays switched on for the tenant: the service needs days to switch it off."));
    return {};
}

} // namespace cloudsync
