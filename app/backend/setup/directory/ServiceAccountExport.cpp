// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountExport.h"

#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/DomainPermissions.h"
#include "backend/setup/directory/RestrictedPermissionsTask.h"
#include "backend/setup/directory/ServiceAccountLookup.h"

namespace cloudsync {

namespace {

// All is left out: it stands for the others, and which of them are meant is better named.
constexpr PermissionSet sets[] = {PermissionSet::BasicRead,
                                  PermissionSet::PasswordHashSync,
                                  PermissionSet::PasswordWriteBack,
                                  PermissionSet::HybridExchangePermissions,
                                  PermissionSet::ExchangeMailPublicFolderPermissions,
                                  PermissionSet::UserGroupCreateDelete};

/// True when nothing of the set is missing in the domain. A set of which this schema knows nothing is not held.
Result<bool> holds(Session &session, ServiceAccountAnswers account, PermissionSet set, const QString &domain,
                   const std::stop_token &stop)
{
    account.permissions = {set};
    auto permissions = domainPermissions(session, account, domain, stop);
    if (!permissions)
        return fail(std::move(permissions.error()));
    bool any = false;
    for (const PermissionTarget &target : permissions->targets) {
        auto list = readAccessList(**session.directory(domain, stop), target.dn, stop);
        if (!list)
            return fail(std::move(list.error()));
        if (!permissions->compare(target, list->acl()).missing(target.wanted).isEmpty())
            return false;
        // Rows that come with every set say nothing of this one.
        for (const WantedAce &one : target.wanted)
            any = any || one.set == set;
    }
    return any;
}

Result<bool> isRestricted(const std::shared_ptr<Session> &session, const ServiceAccountAnswers &account, const std::stop_token &stop)
{
    RunContext context(stop);
    auto state = RestrictedPermissionsTask(session, account).check(context);
    if (!state)
        return fail(std::move(state.error()));
    return state->kind == State::Kind::Satisfied;
}

} // namespace

Result<std::optional<ServiceAccountAnswers>> exportedServiceAccount(const std::shared_ptr<Session> &session,
                                                                    const ServiceAccountAnswers &named, QStringList *notes,
                                                                    const std::stop_token &stop)
{
    const auto note = [&](const QString &sentence) {
        if (notes)
            notes->append(sentence);
    };
    auto home = session->directory(named.domain, stop);
    if (!home)
        return fail(std::move(home.error()));
    auto facts = findServiceAccount(**home, named.name, stop);
    if (!facts && facts.error().code == ErrorCode::DirectoryObjectMissing) {
        note(DirectoryText::tr("The domain %1 has no service account %2.").arg(named.domain, named.name));
        return std::nullopt;
    }
    if (!facts)
        return fail(std::move(facts.error()));
    ServiceAccountAnswers account = named;
    account.hosts.clear();
    for (QString host : std::as_const(facts->allowedHosts)) {
        // A SID that nobody bears any more, or somebody of another forest.
        if (host.startsWith(QLatin1String("S-1-"))) {
            note(DirectoryText::tr("%1 may use the account and has no name here; it is left out.").arg(host));
            continue;
        }
        if (host.endsWith(QLatin1Char('$')))
            host.chop(1);
        account.hosts.append(host);
    }
    account.permissions.clear();
    for (const PermissionSet set : sets) {
        bool everywhere = true;
        bool somewhere = false;
        const Answers answers = session->answers();
        for (const DirectoryAnswers &directory : answers.directories) {
            auto held = holds(*session, account, set, directory.domain, stop);
            if (!held)
                return fail(std::move(held.error()));
            everywhere = everywhere && *held;
            somewhere = somewhere || *held;
        }
        if (everywhere && somewhere)
            account.permissions.append(set);
        else if (somewhere)
            note(DirectoryText::tr("The account holds the permissions %1 in some of the domains only; they are left out.").arg(permissionSetName(set)));
    }
    auto restricted = isRestricted(session, account, stop);
    if (!restricted)
        return fail(std::move(restricted.error()));
    account.restrict = *restricted;
    return account;
}

} // namespace cloudsync
