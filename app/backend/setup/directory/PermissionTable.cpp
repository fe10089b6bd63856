// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionTable.h"

#include "backend/setup/directory/DirectoryText.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

using Action = Permission::Action;

// rightsGuid of extended rights (MS-ADTS 5.1.3.2.1); they are the same in every forest.
constexpr QLatin1String replicateChangesRight("1131f6aa-9c07-11d1-f79f-00c04fc2dcd2");
constexpr QLatin1String replicateAllChangesRight("1131f6ad-9c07-11d1-f79f-00c04fc2dcd2");
constexpr QLatin1String resetPasswordRight("00299570-246d-11d0-a768-00aa006e0529");
constexpr QLatin1String unexpirePasswordRight("ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501");

QVector<Permission> makeTable()
{
    QVector<Permission> rows;
    const auto row = [&](PermissionSet set, Action action, const char *object, const char *appliesTo) {
        rows.append({set, action, QString::fromLatin1(object), QString::fromLatin1(appliesTo)});
    };
    // The "device" of the vendor's table is a class by that name; registered devices are msDS-Device. Both get the
    // entry, because it is not documented which one the agent reads.
    for (const char *name :
         {"device", "msDS-Device", "inetOrgPerson", "computer", "foreignSecurityPrincipal", "group", "user", "contact"})
        row(PermissionSet::BasicRead, Action::ReadAll, "", name);
    row(PermissionSet::BasicRead, Action::ReplicateChanges, "", "");

    row(PermissionSet::PasswordHashSync, Action::ReplicateChanges, "", "");
    row(PermissionSet::PasswordHashSync, Action::ReplicateAllChanges, "", "");

    row(PermissionSet::PasswordWriteBack, Action::ResetPassword, "", "user");
    row(PermissionSet::PasswordWriteBack, Action::WriteAttribute, "lockoutTime", "user");
    row(PermissionSet::PasswordWriteBack, Action::WriteAttribute, "pwdLastSet", "user");
    // The right applies to the domain object alone, so there is nothing that could inherit it.
    row(PermissionSet::PasswordWriteBack, Action::UnexpirePassword, "", "");

    for (const char *name : {"user", "inetOrgPerson", "group", "contact"})
        row(PermissionSet::HybridExchangePermissions, Action::ReadWriteAll, "", name);

    row(PermissionSet::ExchangeMailPublicFolderPermissions, Action::ReadAll, "", "publicFolder");

    for (const char *name : {"group", "user"}) {
        row(PermissionSet::UserGroupCreateDelete, Action::Change, "", name);
        row(PermissionSet::UserGroupCreateDelete, Action::CreateDelete, name, "");
    }

    for (const char *name : {"user", "group"})
        row(PermissionSet::All, Action::WriteAttribute, "mS-DS-ConsistencyGuid", name);
    for (const char *name : {"user", "device", "msDS-Device"})
        row(PermissionSet::All, Action::WriteAttribute, "msDS-KeyCredentialLink", name);
    return rows;
}

quint32 maskOf(Action action)
{
    switch (action) {
    case Action::ReadAll:
        return ds_right::readProperty;
    case Action::ReadWriteAll:
        return ds_right::readProperty | ds_right::writeProperty;
    case Action::WriteAttribute:
        return ds_right::writeProperty;
    case Action::Change:
        return ds_right::genericWrite;
    case Action::CreateDelete:
        return ds_right::createChild | ds_right::deleteChild;
    case Action::ReplicateChanges:
    case Action::ReplicateAllChanges:
    case Action::ResetPassword:
    case Action::UnexpirePassword:
        return ds_right::controlAccess;
    }
    return 0;
}

QString rightOf(Action action)
{
    switch (action) {
    case Action::ReplicateChanges:
        return replicateChangesRight;
    case Action::ReplicateAllChanges:
        return replicateAllChangesRight;
    case Action::ResetPassword:
        return resetPasswordRight;
    case Action::UnexpirePassword:
        return unexpirePasswordRight;
    case Action::ReadAll:
    case Action::ReadWriteAll:
    case Action::WriteAttribute:
    case Action::Change:
    case Action::CreateDelete:
        break;
    }
    return {};
}

// "Sub objects only" for a class; children are created in the root and in everything below; root rights stay on it.
quint8 flagsOf(const Permission &permission)
{
    if (!permission.appliesTo.isEmpty())
        return ace_flag::containerInherit | ace_flag::inheritOnly;
    return permission.action == Action::CreateDelete ? ace_flag::containerInherit : quint8(0);
}

std::optional<Guid> guidOf(const QByteArray &bytes)
{
    auto guid = Guid::fromBytes(bytes);
    return guid ? std::optional<Guid>(*guid) : std::nullopt;
}

} // namespace

const QVector<Permission> &permissionTable()
{
    static const QVector<Permission> table = makeTable();
    return table;
}

QStringList permissionSchemaNames()
{
    QStringList names;
    for (const Permission &row : permissionTable()) {
        for (const QString &name : {row.object, row.appliesTo}) {
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        }
    }
    return names;
}

ComposedPermissions composePermissions(const QVector<PermissionSet> &sets, const Sid &account,
                                       const SchemaGuids &schema)
{
    ComposedPermissions composed;
    if (sets.isEmpty())
        return composed;
    for (const Permission &row : permissionTable()) {
        if (row.set != PermissionSet::All && !sets.contains(row.set) && !sets.contains(PermissionSet::All))
            continue;
        bool known = true;
        for (const QString &name : {row.object, row.appliesTo}) {
            if (name.isEmpty() || schema.has(name))
                continue;
            known = false;
            if (!composed.leftOut.contains(name))
                composed.leftOut.append(name);
        }
        if (!known)
            continue;
        std::optional<Guid> object = guidOf(schema.guid(row.object));
        if (const QString right = rightOf(row.action); !right.isEmpty())
            object = guidOf(guidFromText(right));
        const Ace ace =
            Ace::allowObject(account, maskOf(row.action), flagsOf(row), object, guidOf(schema.guid(row.appliesTo)));
        const bool there = std::any_of(composed.aces.cbegin(), composed.aces.cend(),
                                       [&](const WantedAce &one) { return one.ace == ace; });
        if (!there)
            composed.aces.append({row.set, row, ace});
    }
    return composed;
}

QString permissionWords(const Permission &permission, const QString &account, const QString &target)
{
    switch (permission.action) {
    case Action::ReadAll:
        //: %1 account, %2 object class, %3 distinguished name
        return DirectoryText::tr("%1 may read all properties of each %2 object below %3.")
            .arg(account, permission.appliesTo, target);
    case Action::ReadWriteAll:
        //: %1 account, %2 object class, %3 distinguished name
        return DirectoryText::tr("%1 may read and write all properties of each %2 object below %3.")
            .arg(account, permission.appliesTo, target);
    case Action::WriteAttribute:
        //: %1 account, %2 attribute, %3 object class, %4 distinguished name
        return DirectoryText::tr("%1 may write the attribute %2 of each %3 object below %4.")
            .arg(account, permission.object, permission.appliesTo, target);
    case Action::Change:
        //: %1 account, %2 object class, %3 distinguished name
        return DirectoryText::tr("%1 may change each %2 object below %3.").arg(account, permission.appliesTo, target);
    case Action::CreateDelete:
        //: %1 account, %2 object class, %3 distinguished name
        return DirectoryText::tr("%1 may create and delete %2 objects in %3 and below it.")
            .arg(account, permission.object, target);
    case Action::ReplicateChanges:
        //: %1 account, %2 distinguished name
        return DirectoryText::tr("%1 may read the stream of changes of %2 (Replicating Directory Changes).")
            .arg(account, target);
    case Action::ReplicateAllChanges:
        //: %1 account, %2 distinguished name
        return DirectoryText::tr("%1 may read the stream of changes of %2 with password hashes in it "
                                 "(Replicating Directory Changes All).")
            .arg(account, target);
    case Action::ResetPassword:
        //: %1 account, %2 object class, %3 distinguished name
        return DirectoryText::tr("%1 may reset the password of each %2 object below %3.")
            .arg(account, permission.appliesTo, target);
    case Action::UnexpirePassword:
        //: %1 account, %2 distinguished name
        return DirectoryText::tr("%1 may make an expired password valid again in %2 (Unexpire Password).")
            .arg(account, target);
    }
    return {};
}

bool isRootOnly(const Permission &permission)
{
    return flagsOf(permission) == 0;
}

} // namespace cloudsync
