// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DomainPermissions.h"

#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/ServiceAccountLookup.h"
#include "backend/setup/security/Sddl.h"

#include <algorithm>

namespace cloudsync {

namespace {

Result<PermissionHolder> holderOf(Directory &home, const DirectoryEntry &account, const std::stop_token &stop)
{
    PermissionHolder holder;
    auto sid = Sid::fromBytes(account.value(QStringLiteral("objectSid")));
    if (!sid)
        return fail(ErrorCode::DirectoryResponseInvalid, account.dn, sid.error().detail);
    holder.account = *sid;
    auto entry = home.read(account.dn, {QStringLiteral("tokenGroups")}, stop);
    if (!entry)
        return fail(std::move(entry.error()));
    for (const QByteArray &value : entry->values(QStringLiteral("tokenGroups"))) {
        auto group = Sid::fromBytes(value);
        if (!group)
            return fail(ErrorCode::DirectoryResponseInvalid, account.dn, group.error().detail);
        if (*group != holder.account)
            holder.groups.append(*group);
    }
    return holder;
}

} // namespace

PermissionDiff DomainPermissions::compare(const PermissionTarget &target, const Acl &dacl) const
{
    if (holder)
        return comparePermissions(target.wanted, dacl, *holder, !removesSurplus);
    PermissionDiff diff;
    diff.standing.fill(PermissionStanding::Missing, target.wanted.size());
    return diff;
}

QVector<PermissionTarget> permissionTargets(const QVector<WantedAce> &aces, const QStringList &parts,
                                            const QString &root)
{
    QStringList mine;
    std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(mine),
                 [&](const QString &dn) { return dnToDomain(dn).compare(dnToDomain(root), Qt::CaseInsensitive) == 0; });
    const bool whole = mine.isEmpty() || std::any_of(mine.cbegin(), mine.cend(), [&](const QString &dn) {
                           return normalizeDn(dn) == normalizeDn(root);
                       });
    QVector<PermissionTarget> targets;
    QVector<WantedAce> atRoot;
    QVector<WantedAce> onParts;
    for (const WantedAce &one : aces)
        (isRootOnly(one.permission) ? atRoot : onParts).append(one);
    for (const QString &dn : std::as_const(mine)) {
        if (normalizeDn(dn) != normalizeDn(root) && !onParts.isEmpty())
            targets.append({dn, onParts});
    }
    targets.append({root, whole ? aces : atRoot});
    return targets;
}

Result<DomainPermissions> domainPermissions(Session &session, const ServiceAccountAnswers &answers,
                                            const QString &domain, const std::stop_token &stop)
{
    auto directory = session.directory(domain, stop);
    if (!directory)
        return fail(std::move(directory.error()));
    auto home = session.directory(answers.domain, stop);
    if (!home)
        return fail(std::move(home.error()));
    DomainPermissions result;
    result.root = (*directory)->rootDse().defaultNamingContext;
    result.account = accountNameWithDollar(answers.name);
    result.removesSurplus = answers.removeSurplus;
    auto found = findNameHolder(**home, answers.name, stop);
    if (!found)
        return fail(std::move(found.error()));
    if (*found && (*found)->isServiceAccount) {
        auto holder = holderOf(**home, (*found)->entry, stop);
        if (!holder)
            return fail(std::move(holder.error()));
        result.holder = *holder;
        result.accountDn = (*found)->entry.dn;
    }
    auto schema = SchemaGuids::read(**directory, permissionSchemaNames(), stop);
    if (!schema)
        return fail(std::move(schema.error()));
    const ComposedPermissions composed =
        composePermissions(answers.permissions, result.holder ? result.holder->account : Sid(), *schema);
    result.leftOut = composed.leftOut;
    result.schema = *schema;
    result.targets = permissionTargets(composed.aces, answers.permissionTargets, result.root);
    return result;
}

QString surplusWords(const Ace &ace, const QString &account, const QString &target)
{
    //: %1 account, %2 distinguished name, %3 access control entry in SDDL
    return DirectoryText::tr("%1 loses what no chosen feature needs on %2: %3").arg(account, target, toSddl(ace));
}

} // namespace cloudsync
