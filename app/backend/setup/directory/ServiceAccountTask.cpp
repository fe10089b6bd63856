// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountTask.h"

#include "backend/setup/directory/AccessList.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/EncryptionTypes.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/KdsRootKey.h"
#include "backend/setup/directory/KdsRootKeyTask.h"
#include "backend/setup/directory/ServiceAccountContainerTask.h"
#include "backend/setup/directory/ServiceAccountLookup.h"
#include "backend/setup/directory/ServiceAccountUndo.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

constexpr int attempts = 5; // against somebody who writes the same attribute at the same moment

// Of a new account (gmsa-permissions.md 6).
constexpr QLatin1String workstationTrustAccount("4096"); // enabled; the server's own default would be disabled
constexpr QLatin1String passwordIntervalDays("30");      // can never be changed afterwards

QVector<HostPrincipal> without(const QVector<HostPrincipal> &hosts, const PasswordReaders &readers)
{
    QVector<HostPrincipal> missing;
    std::copy_if(hosts.cbegin(), hosts.cend(), std::back_inserter(missing),
                 [&](const HostPrincipal &host) { return !readers.contains(host.sid); });
    return missing;
}

// A computer may already be let in through a group that the account names.
Result<bool> isLetInByGroup(Directory &directory, const HostPrincipal &host, const PasswordReaders &readers,
                            const std::stop_token &stop)
{
    auto entry = directory.read(host.dn, {QStringLiteral("tokenGroups")}, stop);
    if (!entry)
        return fail(std::move(entry.error()));
    const QVector<Sid> allowed = readers.list();
    for (const QByteArray &value : entry->values(QStringLiteral("tokenGroups"))) {
        auto sid = Sid::fromBytes(value);
        if (sid && allowed.contains(*sid))
            return true;
    }
    return false;
}

} // namespace

struct ServiceAccountTask::Outlook
{
    std::shared_ptr<Directory> directory;
    QVector<HostPrincipal> hosts;
    QVector<HostPrincipal> missingHosts; ///< of an account that is there
    std::optional<DirectoryEntry> account;
    QString container; ///< of an account to be created
    bool keyIsToCome = false; ///< a repair makes the root key, which is usable ten hours later
    int encryptionTypes = encryption_types::aes; ///< of an account to be created; of one that is there, after a repair
    std::optional<int> encryptionTypesBefore;    ///< of an account whose types are to be changed
    std::optional<Error> conflict;
};

ServiceAccountTask::ServiceAccountTask(std::shared_ptr<Session> session)
    : m_session(std::move(session)), m_answers(m_session->answers().serviceAccount.value_or(ServiceAccountAnswers{}))
{
}

TaskId ServiceAccountTask::id() const
{
    return QStringLiteral("directory.%1.gmsa").arg(m_answers.domain);
}

QString ServiceAccountTask::section() const
{
    return QStringLiteral("directory");
}

QString ServiceAccountTask::title() const
{
    //: %1 account name, %2 domain
    return DirectoryText::tr("Group managed service account %1 in %2")
        .arg(accountNameWithDollar(m_answers.name), m_answers.domain);
}

QStringList ServiceAccountTask::needs() const
{
    QStringList needs;
    if (m_answers.repair.contains(QStringLiteral("kdsRootKey")))
        needs.append(KdsRootKeyTask::idFor(m_answers.domain));
    if (m_answers.repair.contains(QStringLiteral("serviceAccountContainer")))
        needs.append(ServiceAccountContainerTask::idFor(m_answers.domain));
    return needs;
}

QString ServiceAccountTask::neededRight() const
{
    if (m_answers.mode == ServiceAccountMode::Existing)
        return DirectoryText::tr("Change the service account %1").arg(accountNameWithDollar(m_answers.name));
    //: %1 domain
    return DirectoryText::tr("Create objects in the container for managed service accounts of %1 (Domain Admins)")
        .arg(m_answers.domain);
}

Result<void> ServiceAccountTask::lookForName(Outlook &outlook, RunContext &context)
{
    Directory &directory = *outlook.directory;
    const QString account = accountNameWithDollar(m_answers.name);
    if (m_answers.mode == ServiceAccountMode::Existing) {
        outlook.conflict = Error{ErrorCode::DirectoryObjectMissing, account, m_answers.domain, {}};
        return {};
    }
    auto container = serviceAccountContainer(directory, context.stop());
    if (!container) {
        if (container.error().code != ErrorCode::ServiceAccountContainerMissing)
            return fail(std::move(container.error()));
        if (!m_answers.repair.contains(QStringLiteral("serviceAccountContainer"))) {
            outlook.conflict = container.error();
            return {};
        }
        container = QStringLiteral("CN=Managed Service Accounts,") + directory.rootDse().defaultNamingContext;
    }
    outlook.container = *container;
    const QString dn = QStringLiteral("CN=%1,%2").arg(escapeRdn(m_answers.name), *container);
    auto clash = directory.read(dn, {QStringLiteral("objectClass")}, context.stop());
    if (clash) {
        outlook.conflict = Error{ErrorCode::DirectoryObjectExists, clash->dn, account, {}};
        return {};
    }
    if (clash.error().code != ErrorCode::DirectoryObjectMissing)
        return fail(std::move(clash.error()));
    auto elsewhere = searchOtherDomains(*m_session, m_answers.domain, directory,
                                        QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(account)),
                                        {QStringLiteral("objectClass")}, context.stop());
    if (!elsewhere)
        return fail(std::move(elsewhere.error()));
    if (!elsewhere->entries.isEmpty()) {
        outlook.conflict = Error{ErrorCode::DirectoryObjectExists, elsewhere->entries.first().dn, account, {}};
        return {};
    }
    auto keys = readKdsRootKeys(directory, context.stop());
    if (!keys)
        return fail(std::move(keys.error()));
    const bool usable = keys->usable(controllerNow(directory.rootDse(), m_session->ports().clock));
    outlook.keyIsToCome = keys->keys == 0 && m_answers.repair.contains(QStringLiteral("kdsRootKey"));
    if (!usable && !outlook.keyIsToCome && (keys->certain || keys->keys > 0))
        outlook.conflict = rootKeyMissing(m_answers.domain, *keys);
    outlook.encryptionTypes = encryption_types::forNewAccount(outlook.hosts);
    return {};
}

Result<void> ServiceAccountTask::lookAtAccount(Outlook &outlook, RunContext &context)
{
    constexpr int accountDisabled = 0x2;
    const DirectoryEntry &entry = *outlook.account;
    if ((entry.text(QStringLiteral("userAccountControl")).toInt() & accountDisabled) != 0) {
        outlook.conflict =
            Error{ErrorCode::ServiceAccountUnusable, entry.dn, QStringLiteral("the account is disabled"), {}};
        return {};
    }
    const int types = entry.text(QStringLiteral("msDS-SupportedEncryptionTypes")).toInt();
    outlook.encryptionTypes = encryption_types::widened(types, outlook.hosts);
    if (outlook.encryptionTypes != types) {
        if (!m_answers.repair.contains(QStringLiteral("encryptionTypes"))) {
            outlook.conflict = Error{ErrorCode::ServiceAccountUnusable,
                                     entry.dn,
                                     QStringLiteral("no Kerberos encryption type in common with %1")
                                         .arg(encryption_types::apart(outlook.hosts, encryption_types::effective(types))
                                                  .first()
                                                  .name),
                                     {}};
            return {};
        }
        outlook.encryptionTypesBefore = types;
    }
    auto readers = PasswordReaders::fromBytes(entry.value(QStringLiteral("msDS-GroupMSAMembership")));
    if (!readers)
        return fail(ErrorCode::SecurityDescriptorInvalid, entry.dn, readers.error().detail);
    for (const HostPrincipal &host : without(outlook.hosts, *readers)) {
        auto byGroup = isLetInByGroup(*outlook.directory, host, *readers, context.stop());
        if (!byGroup)
            return fail(std::move(byGroup.error()));
        if (!*byGroup)
            outlook.missingHosts.append(host);
    }
    return {};
}

Result<ServiceAccountTask::Outlook> ServiceAccountTask::look(RunContext &context)
{
    Outlook outlook;
    auto directory = m_session->directory(m_answers.domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    outlook.directory = *directory;
    auto holder = findNameHolder(**directory, m_answers.name, context.stop());
    if (!holder)
        return fail(std::move(holder.error()));
    if (*holder && !(*holder)->isServiceAccount) {
        outlook.conflict =
            Error{ErrorCode::DirectoryObjectExists, (*holder)->entry.dn, accountNameWithDollar(m_answers.name), {}};
        return outlook;
    }
    auto hosts = findHosts(**directory, m_answers.hosts, context.stop());
    if (!hosts) {
        if (hosts.error().code != ErrorCode::DirectoryObjectMissing)
            return fail(std::move(hosts.error()));
        outlook.conflict = hosts.error();
        return outlook;
    }
    outlook.hosts = *hosts;
    if (*holder)
        outlook.account = (*holder)->entry;
    auto done = outlook.account ? lookAtAccount(outlook, context) : lookForName(outlook, context);
    if (!done)
        return fail(std::move(done.error()));
    return outlook;
}

Result<State> ServiceAccountTask::check(RunContext &context)
{
    auto outlook = look(context);
    if (!outlook)
        return fail(std::move(outlook.error()));
    if (outlook->conflict)
        return State::conflict(*outlook->conflict);
    const QString account = accountNameWithDollar(m_answers.name);
    QStringList changes;
    if (!outlook->account) {
        //: %1 account name, %2 distinguished name of a container, %3 encryption types
        changes.append(DirectoryText::tr(
                           "The group managed service account %1 is created in %2, with the encryption types %3 and a new "
                           "password every 30 days.")
                           .arg(account, outlook->container, encryption_types::text(outlook->encryptionTypes)));
        if (outlook->keyIsToCome)
            changes.append(DirectoryText::tr("This is possible ten hours after the root key was made: the run that makes "
                                             "the key ends there, a later one goes on."));
    }
    if (outlook->encryptionTypesBefore) {
        //: %1 account name, %2 encryption types, %3 encryption types before
        changes.append(DirectoryText::tr("The encryption types of %1 are %2 instead of %3.")
                           .arg(account, encryption_types::text(outlook->encryptionTypes),
                                encryption_types::text(*outlook->encryptionTypesBefore)));
    }
    for (const HostPrincipal &host : outlook->account ? outlook->missingHosts : outlook->hosts) {
        //: %1 computer or group, %2 account name
        changes.append(DirectoryText::tr("%1 may retrieve the password of %2.").arg(host.name, account));
    }
    return changes.isEmpty() ? State::satisfied() : State::missing(changes);
}

Result<void> ServiceAccountTask::apply(RunContext &context, UndoLog &undo)
{
    auto outlook = look(context);
    if (!outlook)
        return fail(std::move(outlook.error()));
    if (outlook->conflict)
        return fail(*outlook->conflict);
    if (!outlook->account)
        return create(*outlook, context, undo);
    if (outlook->encryptionTypesBefore) {
        if (auto widened = widenEncryption(*outlook, context, undo); !widened)
            return widened;
    }
    if (!outlook->missingHosts.isEmpty())
        return letHostsIn(*outlook, context, undo);
    return {};
}

Result<void> ServiceAccountTask::create(const Outlook &outlook, RunContext &context, UndoLog &undo)
{
    Directory &directory = *outlook.directory;
    PasswordReaders readers;
    for (const HostPrincipal &host : outlook.hosts) {
        if (!readers.contains(host.sid))
            readers.add(host.sid);
    }
    auto membership = readers.toBytes();
    if (!membership)
        return fail(std::move(membership.error()));
    const QString dn = QStringLiteral("CN=%1,%2").arg(escapeRdn(m_answers.name), outlook.container);
    const QMap<QString, QByteArrayList> attributes{
        {QStringLiteral("objectClass"), {QByteArrayLiteral("msDS-GroupManagedServiceAccount")}},
        {QStringLiteral("sAMAccountName"), {accountNameWithDollar(m_answers.name).toUtf8()}},
        {QStringLiteral("userAccountControl"), {QByteArray(workstationTrustAccount.data())}},
        {QStringLiteral("dNSHostName"), {QStringLiteral("%1.%2").arg(m_answers.name, m_answers.domain).toUtf8()}},
        {QStringLiteral("msDS-ManagedPasswordInterval"), {QByteArray(passwordIntervalDays.data())}},
        {QStringLiteral("msDS-SupportedEncryptionTypes"), {QByteArray::number(outlook.encryptionTypes)}},
        {QStringLiteral("msDS-GroupMSAMembership"), {*membership}},
    };
    const QDateTime now = controllerNow(directory.rootDse(), m_session->ports().clock);
    if (auto recorded = undo.record(service_account_undo::intended(dn, *membership, now)); !recorded)
        return recorded;
    auto added = directory.add(dn, attributes, context.stop());
    if (!added) {
        // NTE_BAD_KEYSET: what a controller says that finds no root key it may use (samba-lab.md 4).
        if (added.error().detail.contains(QStringLiteral("8009000D"), Qt::CaseInsensitive))
            return fail(ErrorCode::KdsRootKeyMissing, m_answers.domain, added.error().detail);
        return added;
    }
    auto made = directory.read(dn, {QStringLiteral("objectGUID")}, context.stop());
    if (!made)
        return fail(std::move(made.error()));
    m_session->ports().log.info("directory.serviceAccountCreated", {{"dn", made->dn}});
    return undo.record(service_account_undo::created(made->dn, made->value(QStringLiteral("objectGUID"))));
}

Result<void> ServiceAccountTask::widenEncryption(const Outlook &outlook, RunContext &context, UndoLog &undo)
{
    const DirectoryEntry &entry = *outlook.account;
    const QString attribute = QStringLiteral("msDS-SupportedEncryptionTypes");
    const QByteArray after = QByteArray::number(outlook.encryptionTypes);
    if (auto recorded = undo.record(service_account_undo::encryptionTypesWidened(
            entry.dn, entry.value(QStringLiteral("objectGUID")), entry.value(attribute), after));
        !recorded)
        return recorded;
    m_session->ports().log.info("directory.encryptionTypes", {{"dn", entry.dn}, {"types", QString::fromLatin1(after)}});
    return outlook.directory->modify(entry.dn, {{DirectoryModification::Operation::Replace, attribute, {after}}},
                                     NoSecurityDescriptor, context.stop());
}

Result<void> ServiceAccountTask::letHostsIn(const Outlook &outlook, RunContext &context, UndoLog &undo)
{
    Directory &directory = *outlook.directory;
    const QString dn = outlook.account->dn;
    const auto readMembership = [&]() -> Result<QByteArray> {
        auto entry = directory.read(dn, {QStringLiteral("msDS-GroupMSAMembership")}, context.stop());
        if (!entry)
            return fail(std::move(entry.error()));
        return entry->value(QStringLiteral("msDS-GroupMSAMembership"));
    };
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto before = readMembership();
        if (!before)
            return fail(std::move(before.error()));
        auto readers = PasswordReaders::fromBytes(*before);
        if (!readers)
            return fail(ErrorCode::SecurityDescriptorInvalid, dn, readers.error().detail);
        const QVector<HostPrincipal> missing = without(outlook.missingHosts, *readers);
        if (missing.isEmpty())
            return {};
        QJsonArray added;
        for (const HostPrincipal &host : missing) {
            auto text = aceToHex(readers->add(host.sid));
            if (!text)
                return fail(std::move(text.error()));
            added.append(*text);
        }
        auto after = readers->toBytes();
        if (!after)
            return fail(ErrorCode::SecurityDescriptorInvalid, dn, after.error().detail);
        auto again = readMembership();
        if (!again)
            return fail(std::move(again.error()));
        if (*again != *before)
            continue; // somebody wrote in between: merge with what stands there now
        if (auto recorded = undo.record(service_account_undo::hostsAdded(
                dn, outlook.account->value(QStringLiteral("objectGUID")), *before, *after, added));
            !recorded)
            return recorded;
        auto written = directory.modify(
            dn, {{DirectoryModification::Operation::Replace, QStringLiteral("msDS-GroupMSAMembership"), {*after}}},
            NoSecurityDescriptor, context.stop());
        if (!written)
            return written;
        m_session->ports().log.info("directory.hostsAdded", {{"dn", dn}, {"count", QString::number(missing.size())}});
        return {};
    }
    return fail(ErrorCode::DirectoryRequestRefused, dn, QStringLiteral("msDS-GroupMSAMembership keeps changing"));
}

Result<void> ServiceAccountTask::rollback(const UndoData &data, RunContext &context)
{
    auto directory = m_session->directory(m_answers.domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    return service_account_undo::rollBack(**directory, data, context);
}

} // namespace cloudsync
