// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/RestrictedPermissionsTask.h"

#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/ServiceAccountLookup.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

constexpr quint32 domainAdminsRid = 512;
constexpr quint32 enterpriseAdminsRid = 519;
constexpr int attempts = 5; // against somebody who writes the same list at the same moment

Sid self()
{
    return Sid(5, {10});
}

Sid administrators()
{
    return Sid(5, {32, 544});
}

QJsonObject replacedEffect(const QString &stage, const AccessList &before, const QByteArray &after)
{
    return {{QStringLiteral("effect"), stage},
            {QStringLiteral("dn"), before.dn},
            {QStringLiteral("guid"), QString::fromLatin1(before.guid.toHex())},
            {QStringLiteral("before"), QString::fromLatin1(before.bytes.toHex())},
            {QStringLiteral("after"), QString::fromLatin1(after.toHex())}};
}

} // namespace

SecurityDescriptor restrictedDescriptor(const SecurityDescriptor &before, const Sid &domain, const Sid &rootDomain)
{
    SecurityDescriptor after = before.daclOnly();
    after.control |= sd_control::daclProtected;
    Acl acl;
    acl.revision = Acl::objectRevision;
    if (before.dacl) {
        for (const Ace &ace : before.dacl->aces) {
            if (!ace.isInherited() && ace.trustee == self())
                acl.aces.append(ace);
        }
    }
    // gmsa-permissions.md 4; a denial that SELF may have stands before these already.
    const QVector<Ace> table{
        Ace::allow(Sid(5, {18}), ds_right::fullControl), // SYSTEM
        Ace::allow(rootDomain.child(enterpriseAdminsRid), ds_right::fullControl),
        Ace::allow(domain.child(domainAdminsRid), ds_right::fullControl),
        Ace::allow(administrators(), ds_right::fullControl),
        Ace::allow(Sid(5, {9}), ds_right::genericRead),  // Enterprise Domain Controllers
        Ace::allow(Sid(5, {11}), ds_right::genericRead), // Authenticated Users
    };
    acl.aces += table;
    after.setDacl(acl);
    return after;
}

bool isSameAccess(const SecurityDescriptor &a, const SecurityDescriptor &b)
{
    if (!a.dacl || !b.dacl || a.isDaclProtected() != b.isDaclProtected())
        return false;
    const QVector<Ace> &left = a.dacl->aces;
    const QVector<Ace> &right = b.dacl->aces;
    return left.size() == right.size() && std::is_permutation(left.cbegin(), left.cend(), right.cbegin());
}

struct RestrictedPermissionsTask::Outlook
{
    std::shared_ptr<Directory> directory;
    std::optional<AccessList> list; ///< nullopt: the account is not there yet
    SecurityDescriptor wanted;
    std::optional<Error> conflict;
};

RestrictedPermissionsTask::RestrictedPermissionsTask(std::shared_ptr<Session> session)
    : m_session(std::move(session)), m_answers(m_session->answers().serviceAccount.value_or(ServiceAccountAnswers{}))
{
}

RestrictedPermissionsTask::RestrictedPermissionsTask(std::shared_ptr<Session> session, ServiceAccountAnswers account)
    : m_session(std::move(session)), m_answers(std::move(account))
{
}

TaskId RestrictedPermissionsTask::id() const
{
    return QStringLiteral("directory.%1.restrictedPermissions").arg(m_answers.domain);
}

QString RestrictedPermissionsTask::section() const
{
    return QStringLiteral("directory");
}

QString RestrictedPermissionsTask::title() const
{
    //: %1 account name
    return DirectoryText::tr("Restricted permissions of the object of %1").arg(accountNameWithDollar(m_answers.name));
}

QStringList RestrictedPermissionsTask::needs() const
{
    return {QStringLiteral("directory.%1.gmsa").arg(m_answers.domain)};
}

QString RestrictedPermissionsTask::neededRight() const
{
    //: %1 account name
    return DirectoryText::tr(
               "Change permissions of %1, as a member of Domain Admins, Enterprise Admins or Administrators")
        .arg(accountNameWithDollar(m_answers.name));
}

Result<RestrictedPermissionsTask::Outlook> RestrictedPermissionsTask::look(RunContext &context)
{
    Outlook outlook;
    auto directory = m_session->directory(m_answers.domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    outlook.directory = *directory;
    auto holder = findNameHolder(**directory, m_answers.name, context.stop());
    if (!holder)
        return fail(std::move(holder.error()));
    if (!*holder || !(*holder)->isServiceAccount)
        return outlook;
    auto list = readAccessList(**directory, (*holder)->entry.dn, context.stop());
    if (!list)
        return fail(std::move(list.error()));
    outlook.list = *list;
    auto own = domainSid(**directory, context.stop());
    auto root = rootDomainSid(*m_session, m_answers.domain, **directory, context.stop());
    for (const auto *result : {&own, &root}) {
        if (!*result)
            return fail(result->error());
    }
    auto domain = Sid::fromBytes(*own);
    auto rootDomain = Sid::fromBytes(*root);
    if (!domain || !rootDomain)
        return fail(ErrorCode::DirectoryResponseInvalid, m_answers.domain, QStringLiteral("objectSid"));
    outlook.wanted = restrictedDescriptor(list->descriptor, *domain, *rootDomain);
    if (isSameAccess(outlook.wanted, list->descriptor))
        return outlook;
    // Who is none of these loses every right to the object with this change, and could not take it back.
    auto groups = (*directory)->read(QString(), {QStringLiteral("tokenGroups")}, context.stop());
    if (!groups)
        return fail(std::move(groups.error()));
    const QByteArrayList mine = groups->values(QStringLiteral("tokenGroups"));
    const bool keepsAccess = mine.contains(administrators().toBytes()) ||
                             mine.contains(domain->child(domainAdminsRid).toBytes()) ||
                             mine.contains(rootDomain->child(enterpriseAdminsRid).toBytes());
    if (!keepsAccess)
        outlook.conflict = Error{ErrorCode::DirectoryRightMissing, list->dn, (*directory)->identity(), {}};
    return outlook;
}

Result<State> RestrictedPermissionsTask::check(RunContext &context)
{
    auto outlook = look(context);
    if (!outlook)
        return fail(std::move(outlook.error()));
    if (outlook->conflict)
        return State::conflict(*outlook->conflict);
    if (outlook->list && isSameAccess(outlook->wanted, outlook->list->descriptor))
        return State::satisfied();
    const QString account = accountNameWithDollar(m_answers.name);
    return State::missing({
        //: %1 account name
        DirectoryText::tr("The object of %1 no longer inherits permissions.").arg(account),
        DirectoryText::tr(
            "Only administrators and the system may change the object of %1; signed-in users may read it.")
            .arg(account),
    });
}

Result<void> RestrictedPermissionsTask::apply(RunContext &context, UndoLog &undo)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto outlook = look(context);
        if (!outlook)
            return fail(std::move(outlook.error()));
        if (outlook->conflict)
            return fail(*outlook->conflict);
        if (!outlook->list)
            return fail(ErrorCode::DirectoryObjectMissing, accountNameWithDollar(m_answers.name), m_answers.domain);
        const AccessList &before = *outlook->list;
        if (isSameAccess(outlook->wanted, before.descriptor))
            return {};
        auto wanted = outlook->wanted.toBytes();
        if (!wanted)
            return fail(ErrorCode::SecurityDescriptorInvalid, before.dn, wanted.error().detail);
        auto again = readAccessList(*outlook->directory, before.dn, context.stop());
        if (!again)
            return fail(std::move(again.error()));
        if (again->bytes != before.bytes)
            continue;
        if (auto recorded = undo.record(replacedEffect(QStringLiteral("listReplacing"), before, *wanted)); !recorded)
            return recorded;
        if (auto written = writeAccessList(*outlook->directory, before.dn, outlook->wanted, context.stop()); !written)
            return written;
        m_session->ports().log.info("directory.permissionsRestricted", {{"dn", before.dn}});
        auto stands = readAccessList(*outlook->directory, before.dn, context.stop());
        if (!stands)
            return fail(std::move(stands.error()));
        // The server lays the bytes out in its own way: undo compares with what it made of them.
        return undo.record(replacedEffect(QStringLiteral("listReplaced"), before, stands->bytes));
    }
    return fail(ErrorCode::DirectoryRequestRefused, m_answers.name, QStringLiteral("the access list keeps changing"));
}

Result<void> RestrictedPermissionsTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto directory = m_session->directory(m_answers.domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    const auto bytes = [](const QJsonObject &effect, const char *key) {
        return QByteArray::fromHex(effect.value(QLatin1String(key)).toString().toLatin1());
    };
    const QJsonObject &last = data.effects.last();
    const QByteArray guid = bytes(last, "guid");
    auto list = readAccessList(**directory, QStringLiteral("<GUID=%1>").arg(guidToText(guid)), context.stop());
    if (!list) {
        if (list.error().code == ErrorCode::DirectoryObjectMissing)
            return {};
        return fail(std::move(list.error()));
    }
    // After a resumed run the oldest record holds what stood there before anything was done.
    const QByteArray before = bytes(data.effects.first(), "before");
    if (list->bytes == before)
        return {};
    auto made = SecurityDescriptor::fromBytes(bytes(last, "after"));
    auto old = SecurityDescriptor::fromBytes(before);
    if (!made || !old)
        return fail(ErrorCode::JournalUnreadable, list->dn, QStringLiteral("the recorded access list"));
    if (isSameAccess(*old, list->descriptor))
        return {};
    if (!isSameAccess(*made, list->descriptor)) {
        //: %1 distinguished name
        context.leaveBehind(
            DirectoryText::tr("The permissions of %1 were changed by somebody else since and stay as they are.")
                .arg(list->dn));
        return {};
    }
    return writeAccessList(**directory, list->dn, *old, context.stop());
}

} // namespace cloudsync
