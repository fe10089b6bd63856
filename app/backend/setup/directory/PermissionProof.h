// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DomainPermissions.h"
#include "backend/setup/security/EffectiveAccess.h"

namespace cloudsync {

/// An object on which rights were computed.
struct ProofSample
{
    enum class Kind {
        Ordinary,
        BehindBlockedInheritance, ///< its own list, or that of a container above it, takes nothing from above
        HeldByAdminSdHolder       ///< adminCount 1: its list is reset to that of AdminSDHolder
    };
    QString dn;
    QString objectClass; ///< most specific
    Kind kind = Kind::Ordinary;
};

/// One right on one object.
struct ProvedRight
{
    ProofSample sample;
    WantedAce wanted;
    AccessVerdict verdict;
};

struct PermissionProof
{
    QVector<ProofSample> samples;
    QVector<ProvedRight> lacking;  ///< rights that are not effective
    QStringList blockedContainers; ///< units and containers in the examined part whose inheritance is blocked

    /// Those of `lacking` on ordinary objects; `deniedOnly`: that an entry denies.
    [[nodiscard]] QVector<ProvedRight> onOrdinary(bool deniedOnly) const;
};

/// Computes from the access lists what the account may do now, on sample objects of each class that the permissions
/// speak of: ordinary ones, ones behind blocked inheritance, ones that AdminSDHolder holds. `parts`: where to look for
/// users, groups and contacts; empty: in the permissions' own targets. The account has to be there. Writes nothing;
/// reads the lists of all units and of at most a few hundred objects.
[[nodiscard]] Result<PermissionProof> provePermissions(Directory &directory, const DomainPermissions &permissions,
                                                       const QStringList &parts, const std::stop_token &stop);

/// The SIDs with which the account meets an access check in this domain: its own, its groups, Everyone, Authenticated
/// Users, and the groups of this domain that hold one of these.
[[nodiscard]] Result<QVector<Sid>> accessToken(Directory &directory, const DomainPermissions &permissions,
                                               const std::stop_token &stop);

} // namespace cloudsync
