// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionsTask.h"

#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/PermissionProof.h"
#include "backend/setup/directory/ServiceAccountLookup.h"
#include "backend/setup/security/AclEdit.h"
#include "backend/setup/security/Sddl.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

constexpr int attempts = 5; // against somebody who writes the same list at the same moment

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Result<QJsonArray> hexOf(const QVector<Ace> &aces)
{
    QJsonArray list;
    for (const Ace &ace : aces) {
        auto text = aceToHex(ace);
        if (!text)
            return fail(std::move(text.error()));
        list.append(*text);
    }
    return list;
}

// An effect in the journal: entries that were added ("aces"), and where entries were taken out too ("removed"), the
// lists before and after, because the place of an entry in its list means something.
Result<QJsonObject> effectOf(const AccessList &before, const SecurityDescriptor &after, const QVector<Ace> &added,
                             const QVector<Ace> &removed)
{
    auto aces = hexOf(added);
    auto gone = hexOf(removed);
    if (!aces || !gone)
        return fail(aces ? std::move(gone.error()) : std::move(aces.error()));
    QJsonObject effect{{QStringLiteral("effect"), QStringLiteral("entriesAdded")},
                       {QStringLiteral("dn"), before.dn},
                       {QStringLiteral("guid"), hex(before.guid)},
                       {QStringLiteral("aces"), *aces}};
    if (removed.isEmpty())
        return effect;
    auto bytes = after.daclOnly().toBytes();
    if (!bytes)
        return fail(std::move(bytes.error()));
    effect.insert(QStringLiteral("effect"), QStringLiteral("entriesReplaced"));
    effect.insert(QStringLiteral("removed"), *gone);
    effect.insert(QStringLiteral("before"), hex(before.bytes));
    effect.insert(QStringLiteral("after"), hex(*bytes));
    return effect;
}

QByteArray bytesIn(const QJsonObject &effect, const char *key)
{
    return QByteArray::fromHex(effect.value(QLatin1String(key)).toString().toLatin1());
}

// The list as it is to be after an effect was taken back; nullopt when there is nothing left to take back.
Result<std::optional<SecurityDescriptor>> takenBack(const AccessList &list, const QJsonObject &effect)
{
    if (const QByteArray before = bytesIn(effect, "before");
        !before.isEmpty() && list.bytes == bytesIn(effect, "after")) {
        auto whole = SecurityDescriptor::fromBytes(before);
        if (!whole)
            return fail(std::move(whole.error()));
        return std::optional(*whole);
    }
    auto added = acesFromHex(effect.value(QLatin1String("aces")).toArray());
    auto removed = acesFromHex(effect.value(QLatin1String("removed")).toArray());
    if (!added || !removed)
        return fail(added ? std::move(removed.error()) : std::move(added.error()));
    SecurityDescriptor after = list.descriptor;
    bool changed = false;
    for (const Ace &ace : std::as_const(*added))
        changed = removeExact(*after.dacl, ace) || changed;
    for (const Ace &ace : std::as_const(*removed)) {
        if (after.dacl->aces.contains(ace))
            continue;
        insertGrant(*after.dacl, ace);
        changed = true;
    }
    return changed ? std::optional(after) : std::nullopt;
}

} // namespace

PermissionsTask::PermissionsTask(std::shared_ptr<Session> session, QString domain)
    : m_session(std::move(session)), m_answers(m_session->answers().serviceAccount.value_or(ServiceAccountAnswers{})),
      m_domain(std::move(domain))
{
}

TaskId PermissionsTask::id() const
{
    return QStringLiteral("directory.%1.permissions").arg(m_domain);
}

QString PermissionsTask::section() const
{
    return QStringLiteral("directory");
}

QString PermissionsTask::title() const
{
    //: %1 account name, %2 domain
    return DirectoryText::tr("Permissions of %1 on %2").arg(accountNameWithDollar(m_answers.name), m_domain);
}

QStringList PermissionsTask::needs() const
{
    return {QStringLiteral("directory.%1.gmsa").arg(m_answers.domain)};
}

QString PermissionsTask::neededRight() const
{
    //: %1 domain
    return DirectoryText::tr("Change permissions of the domain object of %1 (Domain Admins)").arg(m_domain);
}

Result<State> PermissionsTask::check(RunContext &context)
{
    auto permissions = domainPermissions(*m_session, m_answers, m_domain, context.stop());
    if (!permissions)
        return fail(std::move(permissions.error()));
    for (const QString &name : std::as_const(permissions->leftOut)) {
        //: %1 name of a class or attribute
        context.report(DirectoryText::tr("The schema has no %1. The permission for it is left out.").arg(name));
    }
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    QStringList changes;
    for (const PermissionTarget &target : std::as_const(permissions->targets)) {
        auto list = readAccessList(**directory, target.dn, context.stop());
        if (!list && list.error().code == ErrorCode::DirectoryObjectMissing)
            return State::conflict(list.error());
        if (!list)
            return fail(std::move(list.error()));
        const PermissionDiff diff = permissions->compare(target, list->acl());
        for (const WantedAce &one : diff.missing(target.wanted))
            changes.append(permissionWords(one.permission, permissions->account, target.dn));
        if (!permissions->removesSurplus)
            continue;
        for (const Ace &ace : diff.surplus)
            changes.append(surplusWords(ace, permissions->account, target.dn));
    }
    return changes.isEmpty() ? State::satisfied() : State::missing(changes);
}

Result<void> PermissionsTask::apply(RunContext &context, UndoLog &undo)
{
    auto permissions = domainPermissions(*m_session, m_answers, m_domain, context.stop());
    if (!permissions)
        return fail(std::move(permissions.error()));
    if (!permissions->holder)
        return fail(ErrorCode::DirectoryObjectMissing, permissions->account, m_answers.domain);
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    for (const PermissionTarget &target : std::as_const(permissions->targets)) {
        if (auto granted = grant(**directory, *permissions, target, context, undo); !granted)
            return granted;
    }
    return prove(**directory, *permissions, context);
}

// What only has not spread yet is left to the findings of a later check; what an entry denies will not come right.
Result<void> PermissionsTask::prove(Directory &directory, const DomainPermissions &permissions, RunContext &context)
{
    auto proof = provePermissions(directory, permissions, {}, context.stop());
    if (!proof)
        return fail(std::move(proof.error()));
    const QVector<ProvedRight> denied = proof->onOrdinary(true);
    if (denied.isEmpty()) {
        //: %n number of objects
        context.report(DirectoryText::tr("The rights were computed on %n object(s).", nullptr, int(proof->samples.size())));
        return {};
    }
    const ProvedRight &first = denied.first();
    return fail(ErrorCode::DirectoryRightMissing, permissions.account,
                QStringLiteral("%1: %2, denied by %3")
                    .arg(first.sample.dn, permissionWords(first.wanted.permission, permissions.account, first.sample.dn),
                         toSddl(*first.verdict.by)));
}

Result<void> PermissionsTask::grant(Directory &directory, const DomainPermissions &permissions,
                                    const PermissionTarget &target, RunContext &context, UndoLog &undo)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto before = readAccessList(directory, target.dn, context.stop());
        if (!before)
            return fail(std::move(before.error()));
        SecurityDescriptor after = before->descriptor;
        QVector<Ace> removed;
        if (permissions.removesSurplus)
            removed = permissions.compare(target, before->acl()).surplus;
        for (const Ace &ace : std::as_const(removed))
            (void)removeExact(*after.dacl, ace);
        // What a wider entry held until now has to stand there by itself.
        QVector<Ace> added;
        for (const WantedAce &one : permissions.compare(target, *after.dacl).missing(target.wanted)) {
            insertGrant(*after.dacl, one.ace);
            added.append(one.ace);
        }
        if (added.isEmpty() && removed.isEmpty())
            return {};
        auto effect = effectOf(*before, after, added, removed);
        if (!effect)
            return fail(std::move(effect.error()));
        auto again = readAccessList(directory, target.dn, context.stop());
        if (!again)
            return fail(std::move(again.error()));
        if (again->bytes != before->bytes)
            continue; // somebody wrote in between: merge with what stands there now
        if (auto recorded = undo.record(*effect); !recorded)
            return recorded;
        if (auto written = writeAccessList(directory, before->dn, after, context.stop()); !written)
            return written;
        m_session->ports().log.info("directory.permissionsWritten", {{"dn", before->dn},
                                                                     {"added", QString::number(added.size())},
                                                                     {"removed", QString::number(removed.size())}});
        auto stands = readAccessList(directory, target.dn, context.stop());
        if (!stands)
            return fail(std::move(stands.error()));
        if (permissions.compare(target, stands->acl()).missing(target.wanted).isEmpty())
            return {};
    }
    return fail(ErrorCode::DirectoryRequestRefused, target.dn, QStringLiteral("the access list keeps changing"));
}

Result<void> PermissionsTask::rollback(const UndoData &data, RunContext &context)
{
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    const auto takeBack = [&](const QJsonObject &effect) -> Result<void> {
        const QString target = effect.value(QLatin1String("dn")).toString();
        for (int attempt = 0; attempt < attempts; ++attempt) {
            auto list = readAccessList(**directory, target, context.stop());
            if (!list)
                return fail(std::move(list.error()));
            auto after = takenBack(*list, effect);
            if (!after)
                return fail(std::move(after.error()));
            if (!*after)
                return {};
            auto again = readAccessList(**directory, target, context.stop());
            if (!again)
                return fail(std::move(again.error()));
            if (again->bytes == list->bytes)
                return writeAccessList(**directory, target, **after, context.stop());
        }
        return fail(ErrorCode::DirectoryRequestRefused, target, QStringLiteral("the access list keeps changing"));
    };
    for (auto effect = data.effects.crbegin(); effect != data.effects.crend(); ++effect) {
        if (auto done = takeBack(*effect); !done)
            return done;
    }
    return {};
}

} // namespace cloudsync
