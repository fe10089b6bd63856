// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/PermissionTable.h"

namespace cloudsync {

/// The service account, as access lists see it.
struct PermissionHolder
{
    Sid account;
    QVector<Sid> groups; ///< tokenGroups: what it is a member of, nested groups too
};

/// What an object's access list gives the account already, entry by entry of what is wanted.
struct PermissionDiff
{
    QVector<PermissionStanding> standing; ///< one for each wanted entry, in their order
    QVector<Ace> surplus;                 ///< explicit grants to the account that hold rights nobody asked for

    [[nodiscard]] QVector<WantedAce> missing(const QVector<WantedAce> &wanted) const;
};

/// Compares. An entry of `wanted` counts as there only for itself, so that the list holds each row of the vendor's
/// table as its own entry; entries by others count wherever they grant the same and more, on the object itself, by
/// inheritance, or to a group of the account. `ownInheritedCounts` false: what the account inherits itself does not
/// count, because it is about to be taken away above.
[[nodiscard]] PermissionDiff comparePermissions(const QVector<WantedAce> &wanted, const Acl &dacl,
                                                const PermissionHolder &holder, bool ownInheritedCounts = true);

} // namespace cloudsync
