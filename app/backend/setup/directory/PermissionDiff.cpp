// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionDiff.h"

#include "backend/setup/security/EffectiveAccess.h"

#include <algorithm>

namespace cloudsync {

namespace {

constexpr quint8 reach = ace_flag::containerInherit | ace_flag::inheritOnly | ace_flag::noPropagateInherit;

bool isPlainGrant(const Ace &ace)
{
    return (ace.type == AceType::AccessAllowed || ace.type == AceType::AccessAllowedObject) &&
           ace.applicationData.isEmpty();
}

Ace withoutInheritedFlag(Ace ace)
{
    ace.flags &= static_cast<quint8>(~ace_flag::inherited);
    return ace;
}

// True when `held` reaches every object that `wanted` reaches.
bool reachesAsFar(const Ace &held, const Ace &wanted)
{
    const bool here = (wanted.flags & ace_flag::inheritOnly) == 0;
    const bool below = (wanted.flags & ace_flag::containerInherit) != 0;
    if (here && ((held.flags & ace_flag::inheritOnly) != 0 || held.inheritedObjectType))
        return false;
    if (below && ((held.flags & reach & ~ace_flag::inheritOnly) != ace_flag::containerInherit))
        return false;
    return !held.inheritedObjectType || held.inheritedObjectType == wanted.inheritedObjectType;
}

bool covers(const Ace &held, const Ace &wanted)
{
    return isPlainGrant(held) && (mapGenericRights(held.mask) & wanted.mask) == wanted.mask &&
           (!held.objectType || held.objectType == wanted.objectType) && reachesAsFar(held, wanted);
}

bool isOneOf(const QVector<WantedAce> &wanted, const Ace &ace)
{
    return std::any_of(wanted.cbegin(), wanted.cend(), [&](const WantedAce &one) { return one.ace == ace; });
}

PermissionStanding standingOf(const WantedAce &one, const QVector<WantedAce> &wanted, const Acl &dacl,
                              const PermissionHolder &holder, bool ownInheritedCounts)
{
    PermissionStanding best = PermissionStanding::Missing;
    const auto found = [&](PermissionStanding standing) {
        if (best == PermissionStanding::Missing || standing < best)
            best = standing;
    };
    for (const Ace &ace : dacl.aces) {
        const bool own = ace.trustee == holder.account;
        if (!own && !holder.groups.contains(ace.trustee))
            continue;
        const Ace bare = withoutInheritedFlag(ace);
        if (!own) {
            if (covers(bare, one.ace))
                found(PermissionStanding::ByGroup);
            continue;
        }
        if (ace.isInherited() && !ownInheritedCounts)
            continue;
        if (bare == one.ace)
            found(ace.isInherited() ? PermissionStanding::Inherited : PermissionStanding::Explicit);
        else if (!isOneOf(wanted, bare) && covers(bare, one.ace))
            found(ace.isInherited() ? PermissionStanding::Inherited : PermissionStanding::Wider);
    }
    return best;
}

// Rights of `ace` that the wanted entries of the same reach and object do not hold. Both may be split or merged.
bool isSurplus(const Ace &ace, const QVector<WantedAce> &wanted)
{
    if (!isPlainGrant(ace))
        return true;
    quint32 beyond = mapGenericRights(ace.mask);
    for (const WantedAce &one : wanted) {
        if (one.ace.objectType == ace.objectType && one.ace.inheritedObjectType == ace.inheritedObjectType &&
            (one.ace.flags & reach) == (ace.flags & reach))
            beyond &= ~one.ace.mask;
    }
    return beyond != 0;
}

} // namespace

QVector<WantedAce> PermissionDiff::missing(const QVector<WantedAce> &wanted) const
{
    QVector<WantedAce> list;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (standing.at(i) == PermissionStanding::Missing)
            list.append(wanted.at(i));
    }
    return list;
}

PermissionDiff comparePermissions(const QVector<WantedAce> &wanted, const Acl &dacl, const PermissionHolder &holder,
                                  bool ownInheritedCounts)
{
    PermissionDiff diff;
    for (const WantedAce &one : wanted)
        diff.standing.append(standingOf(one, wanted, dacl, holder, ownInheritedCounts));
    for (const Ace &ace : dacl.aces) {
        if (ace.isAllow() && !ace.isInherited() && ace.trustee == holder.account && !isOneOf(wanted, ace) &&
            isSurplus(ace, wanted))
            diff.surplus.append(ace);
    }
    return diff;
}

} // namespace cloudsync
