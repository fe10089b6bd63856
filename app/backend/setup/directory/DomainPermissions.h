// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/AccessList.h"
#include "backend/setup/directory/PermissionDiff.h"
#include "backend/setup/session/Session.h"

#include <optional>

namespace cloudsync {

/// An object on which entries are written.
struct PermissionTarget
{
    QString dn;
    QVector<WantedAce> wanted; ///< empty on a domain root that is looked at for surplus alone
};

/// What the answers ask for on one domain, as far as it can be said now.
struct DomainPermissions
{
    QString root;                           ///< DN of the domain
    QString account;                        ///< name with $
    std::optional<PermissionHolder> holder; ///< nullopt: the account is not there yet
    QVector<PermissionTarget> targets; ///< chosen parts of the domain first, its root last; trustee of the entries is
                                       ///< an empty SID while the account is not there
    QStringList leftOut;               ///< classes and attributes that this schema does not have
    SchemaGuids schema;                ///< of everything that the table speaks of
    QString accountDn;                 ///< empty while the account is not there
    bool removesSurplus = false;

    [[nodiscard]] PermissionDiff compare(const PermissionTarget &target, const Acl &dacl) const;
};

/// Reads the schema and the account (from its own domain). Writes nothing.
[[nodiscard]] Result<DomainPermissions> domainPermissions(Session &session, const ServiceAccountAnswers &answers,
                                                          const QString &domain, const std::stop_token &stop);

/// Divides the entries: those for a part of the domain go on each of `parts` that lie in it, the others on its root. No
/// part, or the root among them: everything there.
[[nodiscard]] QVector<PermissionTarget> permissionTargets(const QVector<WantedAce> &aces, const QStringList &parts,
                                                          const QString &root);

/// One sentence for people: the account loses this entry.
[[nodiscard]] QString surplusWords(const Ace &ace, const QString &account, const QString &target);

} // namespace cloudsync
