// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionsTask.h"

#include "backend/setup/directory/AccessList.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/ServiceAccountLookup.h"
#include "backend/setup/security/AclEdit.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

constexpr int attempts = 5; // against somebody who writes the same list at the same moment

QJsonObject addedEffect(const AccessList &before, const QJsonArray &aces)
{
    return {{QStringLiteral("effect"), QStringLiteral("entriesAdded")},
            {QStringLiteral("dn"), before.dn},
            {QStringLiteral("guid"), QString::fromLatin1(before.guid.toHex())},
            {QStringLiteral("aces"), aces}};
}

} // namespace

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
    result.target = (*directory)->rootDse().defaultNamingContext;
    result.account = accountNameWithDollar(answers.name);
    auto holder = findNameHolder(**home, answers.name, stop);
    if (!holder)
        return fail(std::move(holder.error()));
    if (*holder && (*holder)->isServiceAccount) {
        auto sid = Sid::fromBytes((*holder)->entry.value(QStringLiteral("objectSid")));
        if (!sid)
            return fail(ErrorCode::DirectoryResponseInvalid, (*holder)->entry.dn, sid.error().detail);
        result.sid = *sid;
    }
    auto schema = SchemaGuids::read(**directory, permissionSchemaNames(), stop);
    if (!schema)
        return fail(std::move(schema.error()));
    result.composed = composePermissions(answers.permissions, result.sid.value_or(Sid()), *schema);
    return result;
}

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
    auto wanted = domainPermissions(*m_session, m_answers, m_domain, context.stop());
    if (!wanted)
        return fail(std::move(wanted.error()));
    for (const QString &name : std::as_const(wanted->composed.leftOut)) {
        //: %1 name of a class or attribute
        context.report(DirectoryText::tr("The schema has no %1. The permission for it is left out.").arg(name));
    }
    QVector<WantedAce> missing = wanted->composed.aces;
    if (wanted->sid) {
        auto directory = m_session->directory(m_domain, context.stop());
        if (!directory)
            return fail(std::move(directory.error()));
        auto list = readAccessList(**directory, wanted->target, context.stop());
        if (!list)
            return fail(std::move(list.error()));
        missing = missingPermissions(missing, list->acl());
    }
    QStringList changes;
    for (const WantedAce &one : std::as_const(missing))
        changes.append(permissionWords(one.permission, wanted->account, wanted->target));
    return changes.isEmpty() ? State::satisfied() : State::missing(changes);
}

Result<void> PermissionsTask::apply(RunContext &context, UndoLog &undo)
{
    auto wanted = domainPermissions(*m_session, m_answers, m_domain, context.stop());
    if (!wanted)
        return fail(std::move(wanted.error()));
    if (!wanted->sid)
        return fail(ErrorCode::DirectoryObjectMissing, wanted->account, m_answers.domain);
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto before = readAccessList(**directory, wanted->target, context.stop());
        if (!before)
            return fail(std::move(before.error()));
        const QVector<WantedAce> missing = missingPermissions(wanted->composed.aces, before->acl());
        if (missing.isEmpty())
            return {};
        SecurityDescriptor after = before->descriptor;
        QJsonArray added;
        for (const WantedAce &one : missing) {
            insertGrant(*after.dacl, one.ace);
            auto text = aceToHex(one.ace);
            if (!text)
                return fail(std::move(text.error()));
            added.append(*text);
        }
        auto again = readAccessList(**directory, wanted->target, context.stop());
        if (!again)
            return fail(std::move(again.error()));
        if (again->bytes != before->bytes)
            continue; // somebody wrote in between: merge with what stands there now
        if (auto recorded = undo.record(addedEffect(*before, added)); !recorded)
            return recorded;
        if (auto written = writeAccessList(**directory, before->dn, after, context.stop()); !written)
            return written;
        m_session->ports().log.info("directory.permissionsAdded",
                                    {{"dn", before->dn}, {"count", QString::number(missing.size())}});
        auto stands = readAccessList(**directory, wanted->target, context.stop());
        if (!stands)
            return fail(std::move(stands.error()));
        if (missingPermissions(wanted->composed.aces, stands->acl()).isEmpty())
            return {};
    }
    return fail(ErrorCode::DirectoryRequestRefused, wanted->target, QStringLiteral("the access list keeps changing"));
}

Result<void> PermissionsTask::rollback(const UndoData &data, RunContext &context)
{
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    QVector<Ace> aces;
    QString target;
    for (const QJsonObject &effect : data.effects) {
        auto some = acesFromHex(effect.value(QStringLiteral("aces")).toArray());
        if (!some)
            return fail(std::move(some.error()));
        aces += *some;
        target = effect.value(QStringLiteral("dn")).toString();
    }
    if (aces.isEmpty())
        return {};
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto list = readAccessList(**directory, target, context.stop());
        if (!list)
            return fail(std::move(list.error()));
        SecurityDescriptor after = list->descriptor;
        bool changed = false;
        for (const Ace &ace : std::as_const(aces))
            changed = removeExact(*after.dacl, ace) || changed;
        if (!changed)
            return {};
        auto again = readAccessList(**directory, target, context.stop());
        if (!again)
            return fail(std::move(again.error()));
        if (again->bytes != list->bytes)
            continue;
        return writeAccessList(**directory, target, after, context.stop());
    }
    return fail(ErrorCode::DirectoryRequestRefused, target, QStringLiteral("the access list keeps changing"));
}

} // namespace cloudsync
