// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/Answers.h"
#include "backend/setup/directory/SchemaGuids.h"
#include "backend/setup/security/Acl.h"

namespace cloudsync {

/// One row of the vendor's tables: what the provisioning agent's account may do, on the domain root or inherited below
/// it.
struct Permission
{
    enum class Action {
        ReadAll, ///< every property
        ReadWriteAll,
        WriteAttribute, ///< `object`
        Change,         ///< generic write
        CreateDelete,   ///< children of class `object`
        ReplicateChanges,
        ReplicateAllChanges,
        ResetPassword,
        UnexpirePassword
    };
    PermissionSet set; ///< All: comes with whatever is chosen
    Action action;
    QString object;    ///< lDAPDisplayName of an attribute or class; empty where the action needs none
    QString appliesTo; ///< lDAPDisplayName of the class that inherits it; empty: the domain root itself
};

/// Every row, in the order of the vendor's tables.
[[nodiscard]] const QVector<Permission> &permissionTable();

/// Names of classes and attributes that the table speaks of, to be looked up in the schema.
[[nodiscard]] QStringList permissionSchemaNames();

/// A row as it would be written.
struct WantedAce
{
    PermissionSet set;
    Permission permission;
    Ace ace;
};

struct ComposedPermissions
{
    QVector<WantedAce> aces; ///< each once
    QStringList leftOut;     ///< classes and attributes that this schema does not have
};

/// The entries for `sets` (All: every set) and `account`. No set, no entries; any set brings the rows of
/// PermissionSet::All with it.
[[nodiscard]] ComposedPermissions composePermissions(const QVector<PermissionSet> &sets, const Sid &account,
                                                     const SchemaGuids &schema);

/// One sentence for people: what `account` may do below `target`.
[[nodiscard]] QString permissionWords(const Permission &permission, const QString &account, const QString &target);

/// True for a right that a domain knows at its root alone; all others may be granted on a part of the domain.
[[nodiscard]] bool isRootOnly(const Permission &permission);

} // namespace cloudsync
