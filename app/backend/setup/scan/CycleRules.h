// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/RoutableSuffixes.h"
#include "backend/setup/scan/ScannedObject.h"

namespace cloudsync {

/// The sign-in name that a person would get.
struct FuturePrincipalName
{
    QString name;
    QString trouble;     ///< sentence; not empty: the person is not created
    bool routable = true;
    QStringList remarks; ///< sentences
};

/// By the rules of idfix-rules.md section 8: forbidden characters fail, characters outside of ASCII become underscores,
/// a suffix that is no verified domain becomes `initialDomain`. Without a name the account name takes its place.
[[nodiscard]] FuturePrincipalName futurePrincipalName(const ScannedObject &object, const QSet<QString> &verifiedDomains,
                                                      const QString &initialDomain);

/// Why the tenant would refuse the object for its other attributes; empty when it would not.
[[nodiscard]] QString attributeTrouble(const ScannedObject &object);

/// Addresses that the tenant would leave out, as sentences.
[[nodiscard]] QStringList addressRemarks(const ScannedObject &object);

} // namespace cloudsync
