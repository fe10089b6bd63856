// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/ScopeMembership.h"

#include "backend/setup/scan/ScannedObject.h"
#include "backend/setup/scan/ScopeSearches.h"

#include <algorithm>

namespace cloudsync {

Result<ScopeMembership> ScopeMembership::of(Directory &directory, const ScopeAnswers &scope, const std::stop_token &stop)
{
    ScopeMembership membership;
    membership.m_kind = scope.kind;
    auto searches =
        scopeSearches(directory, scope, ScannedObject::filter(), QStringList{QStringLiteral("objectClass")}, stop);
    if (!searches)
        return fail(std::move(searches.error()));
    if (scope.kind == ScopeKind::OrganizationalUnits) {
        for (const DirectorySearch &search : std::as_const(*searches))
            membership.m_units.append(u',' + normalizeDn(search.base));
    }
    if (scope.kind == ScopeKind::Groups) {
        for (const DirectorySearch &search : std::as_const(*searches)) {
            auto done = directory.search(
                search,
                [&](DirectoryEntry &&entry) {
                    membership.m_members.insert(normalizeDn(entry.dn));
                    return true;
                },
                stop);
            if (!done)
                return fail(std::move(done.error()));
        }
    }
    return membership;
}

bool ScopeMembership::admits(const QString &normalizedDn) const
{
    switch (m_kind) {
    case ScopeKind::All:
        return true;
    case ScopeKind::OrganizationalUnits:
        return std::any_of(m_units.begin(), m_units.end(),
                           [&](const QString &unit) { return normalizedDn.endsWith(unit); });
    case ScopeKind::Groups:
        return m_members.contains(normalizedDn);
    }
    return false;
}

} // namespace cloudsync
