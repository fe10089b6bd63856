// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Session.h"

#include <functional>
#include <memory>
#include <vector>

namespace cloudsync {

/// Tasks of the section "directory" for the session's answers: repairs that are agreed to ("directory.<domain>.kdsRootKey",
/// "directory.<domain>.serviceAccountContainer"), "directory.<domain>.gmsa", "directory.<domain>.permissions" (one for each
/// directory), "directory.<domain>.restrictedPermissions", and "directory.<domain>.testUser".
[[nodiscard]] std::vector<std::unique_ptr<Task>> directoryTasks(const std::shared_ptr<Session> &session);

/// Readiness findings of every directory in the answers; one domain that fails does not stop the others. A connection that cannot
/// be made is an Error finding "directory.<domain>.connection"; its Error is appended to `failures` too, for the exit code.
[[nodiscard]] QVector<Finding> directoryFindings(const std::shared_ptr<Session> &session, RunContext &context,
                                                 QVector<Error> *failures = nullptr);

/// Looks, with the Kerberos tickets of who runs this process and so without an attempt, at the account whose password is
/// about to be presented. An error keeps it from being presented: locked out, or one refusal away from it
/// (DirectoryCredentialLockedOut), disabled (DirectoryCredentialDisabled), expired or with a password that has to be
/// changed first (DirectoryCredentialExpired). Nothing known is no error.
[[nodiscard]] Result<void> guardCredential(const Ports &ports, const DirectoryTarget &target, const QString &user,
                                           const std::stop_token &stop);

/// The group managed service account as it stands in a directory.
struct ServiceAccountFacts
{
    QString dn;
    QString samAccountName; ///< with trailing $
    QByteArray sid;
    QByteArray guid;
    QString dnsHostName;
    int encryptionTypes = 0;
    int passwordIntervalDays = 0;
    bool enabled = false;
    QStringList allowedHosts; ///< sAMAccountName of those that may retrieve the password, SDDL SID text where not resolvable
};

/// Finds an account by name (with or without $). DirectoryObjectMissing when there is none.
[[nodiscard]] Result<ServiceAccountFacts> findServiceAccount(Directory &directory, const QString &name, const std::stop_token &stop);
/// All group managed service accounts of the domain.
[[nodiscard]] Result<QVector<ServiceAccountFacts>> listServiceAccounts(Directory &directory, const std::stop_token &stop);

/// How a permission stands in the directory already.
enum class PermissionStanding {
    Explicit,  ///< by an entry of its own on the object
    Wider,     ///< by an entry on the object that grants the same and more
    Inherited, ///< from above
    ByGroup,   ///< by an entry of a group that the account is a member of
    Missing,
    Surplus    ///< nobody asked for it
};

/// One permission as it would be written, for "exact ACEs one click away".
struct PermissionLine
{
    PermissionSet set;
    QString target;  ///< DN it is written on
    QString words;   ///< for people
    QString sddl;    ///< the ACE
    PermissionStanding standing = PermissionStanding::Missing;
    bool present = false; ///< already there
    bool removed = false; ///< surplus that the answers ask to take away
};
/// The ACEs that the answers ask for on a domain, with what stands there already, then what stands there and is surplus.
/// The account need not exist yet: then all are missing and the SID in `sddl` is left as "<service account>".
[[nodiscard]] Result<QVector<PermissionLine>> permissionLines(const std::shared_ptr<Session> &session, const QString &domain,
                                                              const std::stop_token &stop);

/// Counts of what a scope holds, by object class (user, inetOrgPerson, group, contact), critical system objects left out.
struct ScopeCounts
{
    qint64 users = 0;
    qint64 inetOrgPersons = 0;
    qint64 groups = 0;
    qint64 contacts = 0;
    qint64 withAnchor = 0;   ///< of them with mS-DS-ConsistencyGuid, as Connect Sync writes it
    qint64 nestedGroups = 0; ///< scope of groups: members that are groups; their members do not come along
    qint64 largestGroup = 0; ///< scope of groups: direct members of the largest
    QStringList samples;     ///< names of the first few
    [[nodiscard]] qint64 total() const { return users + inetOrgPersons + groups + contacts; }
};
/// Streams; `scope.kind` Groups counts direct members. ScopeObjectMissing names the DN that is not there.
[[nodiscard]] Result<ScopeCounts> countScope(Directory &directory, const ScopeAnswers &scope, const std::stop_token &stop);

/// One node of the directory tree for the scope page.
struct DirectoryNode
{
    QString dn;
    QString name;
    QString objectClass;  ///< organizationalUnit, container, domainDNS, group
    bool hasChildren = true;
};
/// Containers directly below `dn` (empty: the domain root itself) in portions, the first one small so that it is there at once; in no
/// order. `onRows` returns false to end early.
[[nodiscard]] Result<void> forEachChildContainer(Directory &directory, const QString &dn,
                                                 const std::function<bool(QVector<DirectoryNode> &&)> &onRows, const std::stop_token &stop);
/// All of them, sorted by name.
[[nodiscard]] Result<QVector<DirectoryNode>> childContainers(Directory &directory, const QString &dn, const std::stop_token &stop);
/// The order in which nodes are shown: by name as people sort, without case.
[[nodiscard]] bool comesBefore(const DirectoryNode &a, const DirectoryNode &b);
/// Groups whose name contains `text`, at most `most`.
[[nodiscard]] Result<QVector<DirectoryNode>> findGroups(Directory &directory, const QString &text, int most, const std::stop_token &stop);

} // namespace cloudsync
