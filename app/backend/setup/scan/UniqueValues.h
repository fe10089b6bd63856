// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/ScannedObject.h"

#include <QVector>

namespace cloudsync {

/// Values of one space must not be held by two objects. Mail addresses share one, wherever they stand.
enum class ValueSpace : quint8 { Address, OtherAddress, Nickname, Target, Anchor, GroupLink };

/// A value of an object that nobody else may have.
struct UniqueValue
{
    ValueSpace space = ValueSpace::Address;
    QString attribute;
    QString value; ///< as it stands in the directory; bytes in hexadecimal

    /// What is compared: without case, a mail address without its type.
    [[nodiscard]] QByteArray comparable() const;
};

/// The values of mail, proxyAddresses, userPrincipalName, mailNickname, targetAddress, mS-DS-ConsistencyGuid and of
/// msDS-ExternalDirectoryObjectId (where it begins with "Group_") of one object.
[[nodiscard]] QVector<UniqueValue> uniqueValues(const ScannedObject &object);

} // namespace cloudsync
