// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/DomainPermissions.h"
#include "backend/setup/directory/EncryptionTypes.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/HostPrincipals.h"
#include "backend/setup/directory/Readiness.h"

namespace cloudsync {

namespace {

QString agree(const char *repair)
{
    //: %1 the name of a repair in the answer file
    return DirectoryText::tr("Or agree to the repair \"%1\".").arg(QLatin1String(repair));
}

void examineContainer(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Container for managed service accounts");
    auto container = serviceAccountContainer(readiness.directory(), readiness.stop());
    auto creates = readiness.createsAccount();
    if (!creates) {
        readiness.failed("serviceAccountContainer", title, creates.error());
        return;
    }
    if (container) {
        readiness.ok("serviceAccountContainer", title, *container);
        return;
    }
    if (container.error().code != ErrorCode::ServiceAccountContainerMissing) {
        readiness.failed("serviceAccountContainer", title, container.error());
        return;
    }
    const QString cause = DirectoryText::tr(
        "The domain's attribute otherWellKnownObjects names no such container, or one that was deleted. "
        "The vendor's installer then ends with \"There is no such object on the server\".");
    const QString remedy = DirectoryText::tr(
        "Remove the stale value from otherWellKnownObjects of the domain object, if there is one, and "
        "run adprep /domainprep again; it makes the container anew.");
    if (!*creates)
        readiness.info("serviceAccountContainer", title, container.error().detail, cause, remedy);
    else if (readiness.repairs("serviceAccountContainer"))
        readiness.repairable(Severity::Info, "serviceAccountContainer", title, container.error().detail, cause,
                             DirectoryText::tr("The set-up makes it anew."));
    else
        readiness.repairable(Severity::Error, "serviceAccountContainer", title, container.error().detail, cause,
                             remedy + u' ' + agree("serviceAccountContainer"), container.error());
}

void examineExistingAccount(Readiness &readiness, const QString &title, const NameHolder &holder)
{
    auto facts = serviceAccountFacts(readiness.directory(), holder.entry, readiness.stop());
    if (!facts) {
        readiness.failed("serviceAccountName", title, facts.error());
        return;
    }
    if (!facts->enabled) {
        readiness.error(
            "serviceAccountName", title, facts->dn, DirectoryText::tr("The account is disabled."),
            DirectoryText::tr("Enable it (Set-ADServiceAccount -Enabled $true), or choose another name."),
            Error{ErrorCode::ServiceAccountUnusable, facts->dn, QStringLiteral("the account is disabled"), {}});
        return;
    }
    const QString hosts =
        facts->allowedHosts.isEmpty() ? DirectoryText::tr("nobody") : facts->allowedHosts.join(QStringLiteral(", "));
    //: %1 distinguished name, %2 account name, %3 names of computers, %4 encryption types
    const QString evidence = DirectoryText::tr("%1 (%2); may be used by %3; encryption: %4")
                                 .arg(facts->dn, facts->samAccountName, hosts, encryption_types::text(facts->encryptionTypes));
    if (readiness.account()->mode == ServiceAccountMode::Existing)
        readiness.ok("serviceAccountName", title, evidence);
    else
        readiness.info("serviceAccountName", title, evidence,
                       DirectoryText::tr(
                           "The account is there already. It is used as it is; only hosts that it lacks are added."));
}

void examineName(Readiness &readiness)
{
    const ServiceAccountAnswers &wanted = *readiness.account();
    const QString name = accountNameWithDollar(wanted.name);
    //: %1 account name
    const QString title = DirectoryText::tr("Service account %1").arg(name);
    auto holder = readiness.holder();
    if (!holder) {
        readiness.failed("serviceAccountName", title, holder.error());
        return;
    }
    const QString clash = DirectoryText::tr(
        "Another object has this name. Names of service accounts must be unique in the whole forest.");
    const QString other = DirectoryText::tr("Choose another name for the service account.");
    if (*holder && (*holder)->isServiceAccount) {
        examineExistingAccount(readiness, title, **holder);
        return;
    }
    if (*holder) {
        readiness.error("serviceAccountName", title, (*holder)->entry.dn, clash, other,
                        Error{ErrorCode::DirectoryObjectExists, (*holder)->entry.dn, name, {}});
        return;
    }
    if (wanted.mode == ServiceAccountMode::Existing) {
        readiness.error("serviceAccountName", title, readiness.domain(),
                        DirectoryText::tr("The domain has no group managed service account of this name."),
                        DirectoryText::tr("Check the name, or let the account be created."),
                        Error{ErrorCode::DirectoryObjectMissing, name, readiness.domain(), {}});
        return;
    }
    auto elsewhere = searchOtherDomains(readiness.session(), readiness.domain(), readiness.directory(),
                                        QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(name)),
                                        {QStringLiteral("objectClass")}, readiness.stop());
    if (!elsewhere)
        readiness.failed("serviceAccountName", title, elsewhere.error());
    else if (!elsewhere->entries.isEmpty())
        readiness.error("serviceAccountName", title, elsewhere->entries.first().dn, clash, other,
                        Error{ErrorCode::DirectoryObjectExists, elsewhere->entries.first().dn, name, {}});
    else if (!elsewhere->unsearched.isEmpty())
        readiness.warning(
            "serviceAccountName", title, elsewhere->unsearched.join(QStringLiteral(", ")),
            DirectoryText::tr("These domains of the forest could not be searched for the name."),
            DirectoryText::tr(
                "Make the global catalogue reachable (port 3269), or be sure that the name is free there."));
    else
        readiness.ok("serviceAccountName", title, DirectoryText::tr("The name is free in the whole forest."));
}

// Hosts and account have to share an encryption type. `account` is nullptr while it is not there.
void examineEncryption(Readiness &readiness, const QVector<HostPrincipal> &hosts, const DirectoryEntry *account)
{
    const QString title = DirectoryText::tr("Kerberos encryption of the hosts and the service account");
    const int stored = account ? account->text(QStringLiteral("msDS-SupportedEncryptionTypes")).toInt() : 0;
    const int types = account ? encryption_types::effective(stored) : encryption_types::forNewAccount(hosts);
    QStringList seen;
    for (const HostPrincipal &host : hosts) {
        if (!host.isGroup)
            seen.append(QStringLiteral("%1: %2").arg(host.name, encryption_types::text(host.encryptionTypes)));
    }
    //: %1 hosts and their encryption types, %2 encryption types of the account
    const QString evidence = DirectoryText::tr("%1; account: %2").arg(seen.join(QStringLiteral("; ")), encryption_types::text(types));
    QStringList apart;
    for (const HostPrincipal &host : encryption_types::apart(hosts, account ? types : encryption_types::aes))
        apart.append(host.name);
    if (apart.isEmpty()) {
        readiness.ok("encryptionTypes", title, evidence);
        return;
    }
    const QString names = apart.join(QStringLiteral(", "));
    if (!account) {
        readiness.warning("encryptionTypes", title, evidence,
                          //: %1 names of computers
                          DirectoryText::tr("%1 cannot use AES, so the account is created with RC4 beside AES.").arg(names),
                          DirectoryText::tr("Allow AES on the host (msDS-SupportedEncryptionTypes 24) and restart it; the "
                                            "account is then created with AES alone."));
        return;
    }
    //: %1 names of computers, %2 encryption types
    const QString cause = DirectoryText::tr("%1 and the service account (%2) have no Kerberos encryption type in common; "
                                            "retrieving the password would fail.")
                              .arg(names, encryption_types::text(types));
    if (readiness.repairs("encryptionTypes"))
        readiness.repairable(Severity::Info, "encryptionTypes", title, evidence, cause,
                             //: %1 encryption types
                             DirectoryText::tr("The set-up sets the account's types to %1.")
                                 .arg(encryption_types::text(encryption_types::widened(stored, hosts))));
    else
        readiness.repairable(Severity::Error, "encryptionTypes", title, evidence, cause,
                             DirectoryText::tr("Allow AES on the host and on the account (msDS-SupportedEncryptionTypes "
                                               "24), then restart the host.") +
                                 u' ' + agree("encryptionTypes"),
                             Error{ErrorCode::ServiceAccountUnusable,
                                   names,
                                   QStringLiteral("no Kerberos encryption type in common"),
                                   {}});
}

void examineHosts(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Hosts that may use the service account");
    const ServiceAccountAnswers &wanted = *readiness.account();
    auto hosts = findHosts(readiness.directory(), wanted.hosts, readiness.stop());
    auto holder = readiness.holder();
    if (!hosts && hosts.error().code == ErrorCode::DirectoryObjectMissing) {
        readiness.error("hosts", title, hosts.error().subject,
                        DirectoryText::tr("The domain has neither a computer nor a group of this name."),
                        DirectoryText::tr("Join the server to the domain first, or correct the name."), hosts.error());
        return;
    }
    if (!hosts || !holder) {
        readiness.failed("hosts", title, hosts ? holder.error() : hosts.error());
        return;
    }
    QStringList seen;
    for (const HostPrincipal &host : std::as_const(*hosts))
        //: %1 name of a group
        seen.append(host.isGroup ? DirectoryText::tr("%1 (group)").arg(host.name) : host.name);
    if (hosts->isEmpty())
        readiness.info("hosts", title, DirectoryText::tr("The answers name no host."),
                       DirectoryText::tr("Only hosts that the account names already can use it."));
    else
        readiness.ok("hosts", title, seen.join(QStringLiteral("; ")));
    examineEncryption(readiness, *hosts, *holder && (*holder)->isServiceAccount ? &(*holder)->entry : nullptr);
}

// The account that an agent on this machine really runs as: its installer may have named it pGMSA_<hex>$ whatever the
// common name is (agent.md 6), so it is asked of the service and not concluded from a name.
void examineAgentAccount(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Account of the agent on this machine");
    auto agent = readiness.session().ports().machine.agent();
    if (!agent || !agent->installed || !agent->serviceAccount.endsWith(u'$'))
        return; // no agent, none that can be asked from here, or one that runs as no managed account
    const QString name = agent->serviceAccount.section(u'\\', -1);
    auto used = findNameHolder(readiness.directory(), name, readiness.stop());
    auto holder = readiness.holder();
    if (!used || !holder) {
        readiness.failed("agentAccount", title, used ? holder.error() : used.error());
        return;
    }
    const QString evidence =
        *used ? QStringLiteral("%1 (%2)").arg(agent->serviceAccount, (*used)->entry.dn) : agent->serviceAccount;
    if (*used && *holder && (*used)->entry.dn == (*holder)->entry.dn)
        readiness.ok("agentAccount", title, evidence);
    else
        readiness.info("agentAccount", title, evidence,
                       DirectoryText::tr("The agent's service runs as another account than the answers name."),
                       DirectoryText::tr("Name this account in the answers to keep it (mode existing). Otherwise the "
                                         "service is given the account of the answers, and this one stays unused."));
}

// True when a run would add entries to the domain root's access list.
Result<bool> needsEntries(Readiness &readiness)
{
    const Answers &answers = readiness.answers();
    if (!answers.serviceAccount || answers.serviceAccount->permissions.isEmpty())
        return false;
    // Without the account's own domain it cannot be told; that connection has a finding of its own.
    if (auto home = readiness.session().directory(answers.serviceAccount->domain, readiness.stop()); !home)
        return true;
    auto permissions =
        domainPermissions(readiness.session(), *answers.serviceAccount, readiness.domain(), readiness.stop());
    if (!permissions)
        return fail(std::move(permissions.error()));
    const PermissionTarget &root = permissions->targets.last();
    auto list = readAccessList(readiness.directory(), root.dn, readiness.stop());
    if (!list)
        return fail(std::move(list.error()));
    return !permissions->compare(root, list->acl()).missing(root.wanted).isEmpty();
}

// What this identity may do is asked of the directory itself (constructed attributes, MS-ADTS 3.1.1.4.5).
void examineRights(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Rights of the account that is signed in");
    Directory &directory = readiness.directory();
    auto creates = readiness.createsAccount();
    auto adds = needsEntries(readiness);
    auto root = directory.read(directory.rootDse().defaultNamingContext,
                               {QStringLiteral("sDRightsEffective"), QStringLiteral("allowedAttributesEffective")},
                               readiness.stop());
    if (!root || !creates || !adds) {
        readiness.failed("administratorRights", title,
                         !root      ? root.error()
                         : !creates ? creates.error()
                                    : adds.error());
        return;
    }
    const bool mayWriteList = (root->text(QStringLiteral("sDRightsEffective")).toInt() & DaclPart) != 0 ||
                              root->texts(QStringLiteral("allowedAttributesEffective"))
                                  .contains(QStringLiteral("nTSecurityDescriptor"), Qt::CaseInsensitive);
    bool mayCreate = true;
    if (*creates) {
        if (auto container = serviceAccountContainer(directory, readiness.stop())) {
            auto entry = directory.read(*container, {QStringLiteral("allowedChildClassesEffective")}, readiness.stop());
            if (!entry) {
                readiness.failed("administratorRights", title, entry.error());
                return;
            }
            mayCreate = entry->texts(QStringLiteral("allowedChildClassesEffective"))
                            .contains(QStringLiteral("msDS-GroupManagedServiceAccount"), Qt::CaseInsensitive);
        }
    }
    QStringList lacks;
    if (*adds && !mayWriteList)
        lacks.append(DirectoryText::tr("It may not change the permissions of the domain object."));
    if (!mayCreate)
        lacks.append(DirectoryText::tr("It may not create service accounts in their container."));
    if (lacks.isEmpty())
        readiness.ok("administratorRights", title, directory.identity());
    else
        readiness.error(
            "administratorRights", title, directory.identity(), lacks.join(u' '),
            DirectoryText::tr("Sign in to this domain with a member of Domain Admins or Enterprise Admins."),
            Error{
                ErrorCode::DirectoryRightMissing, directory.rootDse().defaultNamingContext, directory.identity(), {}});
}

} // namespace

void examineServiceAccount(Readiness &readiness)
{
    examineContainer(readiness);
    if (readiness.account()) {
        examineName(readiness);
        examineHosts(readiness);
        examineAgentAccount(readiness);
    }
    examineRights(readiness);
}

} // namespace cloudsync
