// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/security/SecurityDescriptor.h"

#include <QJsonArray>

namespace cloudsync {

/// The discretionary access control list of one object, as it was read.
struct AccessList
{
    QString dn;
    QByteArray guid;               ///< objectGUID
    QByteArray bytes;              ///< nTSecurityDescriptor, the DACL part alone
    SecurityDescriptor descriptor; ///< the same in values

    [[nodiscard]] const Acl &acl() const { return *descriptor.dacl; }
};

/// Reads the DACL part (SD flags control 4) of an object given by DN, <GUID=…> or <SID=…>. DirectoryRightMissing when
/// this identity may not see it; SecurityDescriptorInvalid when it cannot be read or is null.
[[nodiscard]] Result<AccessList> readAccessList(Directory &directory, const QString &dn, const std::stop_token &stop);
/// Replaces the DACL part of an object, and nothing else of its descriptor.
[[nodiscard]] Result<void> writeAccessList(Directory &directory, const QString &dn,
                                           const SecurityDescriptor &descriptor, const std::stop_token &stop);

/// Inserts an explicit grant behind the other explicit entries. Unlike addIfAbsent() it adds one that a wider entry
/// covers: which rows count as held is decided by missingPermissions().
void insertGrant(Acl &acl, const Ace &ace);

/// Entries as hexadecimal text for the journal, and back. SecurityDescriptorInvalid when the text is not one.
[[nodiscard]] Result<QString> aceToHex(const Ace &ace);
[[nodiscard]] Result<QVector<Ace>> acesFromHex(const QJsonArray &list);

} // namespace cloudsync
