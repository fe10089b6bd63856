// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/PasswordWritebackTask.h"

#include <algorithm>

namespace cloudsync {

namespace {

const QString enabledNote = QStringLiteral("enabled");
const QString disabledNote = QStringLiteral("disabled");

RegistryAddress noteAddress()
{
    return {QStringLiteral(R"(SOFTWARE\CloudSyncSetup)"), QStringLiteral("PasswordWriteback")};
}

} // namespace

TaskId PasswordWritebackTask::id() const
{
    return QStringLiteral("server.passwordWriteback");
}

QString PasswordWritebackTask::title() const
{
    return wanted() ? tr("Switch password writeback on") : tr("Switch password writeback off");
}

QStringList PasswordWritebackTask::needs() const
{
    return {QStringLiteral("server.service")};
}

QString PasswordWritebackTask::neededRight() const
{
    return tr("Administrator of this server, Hybrid Identity Administrator in the tenant");
}

bool PasswordWritebackTask::wanted() const
{
    const Answers answers = session().answers();
    return answers.passwordWriteback && answers.passwordWriteback->enabled;
}

Result<QString> PasswordWritebackTask::note()
{
    auto value = machine().registryValue(noteAddress());
    if (!value)
        return fail(std::move(value.error()));
    return *value ? (*value)->toString() : QString();
}

Result<QString> PasswordWritebackTask::wantedNote(bool enabled, RunContext &context)
{
    auto organization = session().organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    return QStringLiteral("%1 %2").arg(enabled ? enabledNote : disabledNote, organization->id);
}

Result<bool> PasswordWritebackTask::canHaveBeenOn(RunContext &context)
{
    if (!changes().installedNow)
        return true;
    auto host = machine().facts();
    if (!host)
        return fail(std::move(host.error()));
    auto tenant = session().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto agents = (*tenant)->agents(context.stop());
    if (!agents)
        return fail(std::move(agents.error()));
    return std::any_of(agents->cbegin(), agents->cend(), [&](const SyncAgent &agent) {
        return agent.active && agent.machineName.compare(host->name, Qt::CaseInsensitive) != 0 &&
               agent.machineName.compare(host->fullName, Qt::CaseInsensitive) != 0;
    });
}

Result<void> PasswordWritebackTask::set(bool enabled, RunContext &context)
{
    auto signedIn = session().signIn(context.stop());
    if (!signedIn)
        return fail(std::move(signedIn.error()));
    if (!signedIn->tokens)
        return fail(ErrorCode::SignInExpired, signedIn->accountName);
    auto token = signedIn->tokens->accessToken(context.stop());
    if (!token)
        return fail(std::move(token.error()));
    return machine().setPasswordWriteback(enabled, *token, context.stop());
}

Result<State> PasswordWritebackTask::check(RunContext &context)
{
    auto wish = wantedNote(wanted(), context);
    if (!wish)
        return fail(std::move(wish.error()));
    auto noted = note();
    if (!noted)
        return fail(std::move(noted.error()));
    if (*noted == *wish)
        return State::satisfied();
    return State::missing({wanted() ? tr("Password writeback is switched on for the tenant.")
                                    : tr("Password writeback is switched off for the tenant.")});
}

Result<void> PasswordWritebackTask::apply(RunContext &context, UndoLog &undo)
{
    auto wish = wantedNote(wanted(), context);
    if (!wish)
        return fail(std::move(wish.error()));
    auto noted = note();
    if (!noted)
        return fail(std::move(noted.error()));
    if (*noted == *wish)
        return {};
    auto usedBefore = canHaveBeenOn(context);
    if (!usedBefore)
        return fail(std::move(usedBefore.error()));
    if (auto recorded = undo.record({{QStringLiteral("previous"), *noted},
                                     {QStringLiteral("written"), *wish},
                                     {QStringLiteral("canHaveBeenOn"), *usedBefore}});
        !recorded) {
        return recorded;
    }
    if (auto done = set(wanted(), context); !done)
        return done;
    return machine().setRegistryValue(noteAddress(), *wish);
}

Result<void> PasswordWritebackTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    const QString previous = data.effects.first().value(QLatin1String("previous")).toString();
    const QString written = data.effects.first().value(QLatin1String("written")).toString();
    auto noted = note();
    if (!noted)
        return fail(std::move(noted.error()));
    if (*noted != written)
        return {}; // never came to be, or was changed since
    if (previous.section(QLatin1Char(' '), 1) == written.section(QLatin1Char(' '), 1) && !previous.isEmpty()) {
        if (auto done = set(previous.startsWith(enabledNote), context); !done)
            return done;
    } else if (!data.effects.first().value(QLatin1String("canHaveBeenOn")).toBool(true)) {
        if (auto done = written.startsWith(enabledNote) ? set(false, context) : Result<void>(); !done)
            return done;
    } else {
        context.leaveBehind(written.startsWith(enabledNote)
                                ? tr("Password writeback stays switched on: whether it was on before is not known.")
                                : tr("Password writeback stays switched off: whether it was on before is not known."));
    }
    return previous.isEmpty() ? machine().removeRegistryValue(noteAddress())
                              : machine().setRegistryValue(noteAddress(), previous);
}

} // namespace cloudsync
