// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

#include <QStringList>

#include <optional>

namespace cloudsync {

enum class ObjectKind { User, InetOrgPerson, Group, Contact };

/// "user", "inetOrgPerson", "group" or "contact".
[[nodiscard]] QString objectKindName(ObjectKind kind);

/// What the rules look at of one object, decoded once. An empty text is an attribute that the object does not have:
/// the directory holds no empty values.
struct ScannedObject
{
    QString dn;
    ObjectKind kind = ObjectKind::User;
    QString cn;
    QString displayName;
    QString givenName;
    QString mail;
    QString mailNickname;
    QString accountName;   ///< sAMAccountName
    QString principalName; ///< userPrincipalName
    QString targetAddress;
    QStringList proxyAddresses;
    QString groupLink; ///< msDS-ExternalDirectoryObjectId
    QByteArray guid;
    QByteArray sid; ///< empty unless it was asked for
    QByteArray consistencyGuid;
    qint64 recipientType = 0; ///< msExchRecipientTypeDetails
    bool hidden = false;      ///< msExchHideFromAddressLists
    bool critical = false;    ///< isCriticalSystemObject
    bool mustChangePassword = false;
    bool manyMembers = false; ///< a group with more than the members looked at in passing

    [[nodiscard]] bool isPerson() const { return kind == ObjectKind::User || kind == ObjectKind::InetOrgPerson; }
    /// The loser of a replication conflict (MS-ADTS 3.1.1.5.1.2: "name\0ACNF:guid").
    [[nodiscard]] bool isConflict() const;
    /// Base64 of mS-DS-ConsistencyGuid, else of objectGUID (prerequisites.md section 15).
    [[nodiscard]] QString sourceAnchor() const;

    /// Nothing when the entry is none of the four classes (a computer is a user by class, and is none here).
    [[nodiscard]] static std::optional<ScannedObject> fromEntry(const DirectoryEntry &entry);

    /// The attributes to read. Of group members only the first hundred: enough to tell which groups to ask again.
    [[nodiscard]] static QStringList attributes();
    /// Every object that could be synchronised, critical system objects and conflict objects included.
    [[nodiscard]] static QString filter();
};

} // namespace cloudsync
