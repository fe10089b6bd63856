// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/AclEdit.h"

#include <algorithm>

namespace cloudsync {

namespace {

int rank(const Ace &ace)
{
    if (ace.isInherited())
        return 2;
    return ace.isDeny() ? 0 : 1;
}

// Same effect apart from rights and from where it came.
bool isAlike(const Ace &a, const Ace &b)
{
    constexpr auto origin = static_cast<quint8>(~ace_flag::inherited);
    return a.type == b.type && (a.flags & origin) == (b.flags & origin) && a.trustee == b.trustee &&
           a.objectType == b.objectType && a.inheritedObjectType == b.inheritedObjectType &&
           a.otherObjectFlags == b.otherObjectFlags && a.applicationData == b.applicationData && a.opaque == b.opaque;
}

} // namespace

bool isCanonical(const Acl &acl)
{
    return std::is_sorted(acl.aces.cbegin(), acl.aces.cend(),
                          [](const Ace &a, const Ace &b) { return rank(a) < rank(b); });
}

AcePresence findAce(const Acl &acl, const Ace &ace)
{
    AcePresence presence = AcePresence::Absent;
    for (const Ace &one : acl.aces) {
        if (!isAlike(one, ace) || (one.mask & ace.mask) != ace.mask)
            continue;
        if (!one.isInherited())
            return AcePresence::Explicit;
        presence = AcePresence::Inherited;
    }
    return presence;
}

bool addIfAbsent(Acl &acl, const Ace &ace)
{
    Ace own = ace;
    own.flags = static_cast<quint8>(own.flags & ~ace_flag::inherited);
    if (findAce(acl, own) == AcePresence::Explicit)
        return false;
    const int ownRank = rank(own);
    const auto place =
        std::find_if(acl.aces.cbegin(), acl.aces.cend(), [&](const Ace &one) { return rank(one) > ownRank; });
    acl.aces.insert(place, own);
    if (own.layout() == Ace::Layout::Object)
        acl.revision = std::max(acl.revision, Acl::objectRevision);
    return true;
}

bool removeExact(Acl &acl, const Ace &ace)
{
    return acl.aces.removeOne(ace);
}

int removeExplicitOf(Acl &acl, const Sid &trustee)
{
    return static_cast<int>(acl.aces.removeIf([&](const Ace &ace) {
        return !ace.isInherited() && ace.layout() != Ace::Layout::Opaque && ace.trustee == trustee;
    }));
}

} // namespace cloudsync
