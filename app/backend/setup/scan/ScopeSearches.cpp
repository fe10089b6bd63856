// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/ScopeSearches.h"

namespace cloudsync {

namespace {

Result<DirectoryEntry> existing(Directory &directory, const QString &dn, const std::stop_token &stop)
{
    auto entry = directory.read(dn, {QStringLiteral("objectClass")}, stop);
    if (!entry && entry.error().code == ErrorCode::DirectoryObjectMissing)
        return fail(ErrorCode::ScopeObjectMissing, dn, entry.error().detail);
    return entry;
}

/// A unit below another one of the list, or named before, comes with that one.
bool comesWithAnother(const QStringList &names, qsizetype index)
{
    for (qsizetype other = 0; other < names.size(); ++other) {
        const bool same = normalizeDn(names.at(index)) == normalizeDn(names.at(other));
        if (other != index && isSameOrBelow(names.at(index), names.at(other)) && (!same || other < index))
            return true;
    }
    return false;
}

} // namespace

Result<QVector<DirectorySearch>> scopeSearches(Directory &directory, const ScopeAnswers &scope, const QString &filter,
                                               const QStringList &attributes, const std::stop_token &stop)
{
    DirectorySearch search;
    search.base = directory.rootDse().defaultNamingContext;
    search.filter = filter;
    search.attributes = attributes;
    QVector<DirectorySearch> searches;
    switch (scope.kind) {
    case ScopeKind::All:
        searches.append(search);
        return searches;
    case ScopeKind::OrganizationalUnits:
        for (qsizetype i = 0; i < scope.distinguishedNames.size(); ++i) {
            auto unit = existing(directory, scope.distinguishedNames.at(i), stop);
            if (!unit)
                return fail(std::move(unit.error()));
            search.base = unit->dn;
            if (!comesWithAnother(scope.distinguishedNames, i))
                searches.append(search);
        }
        return searches;
    case ScopeKind::Groups: {
        // memberOf pages where reading `member` would need ranges; first-level members only, and the groups themselves
        // (prerequisites.md section 15).
        QString holders;
        for (const QString &dn : scope.distinguishedNames) {
            auto group = existing(directory, dn, stop);
            if (!group)
                return fail(std::move(group.error()));
            holders += QStringLiteral("(memberOf=%1)(distinguishedName=%1)").arg(escapeFilter(group->dn));
        }
        if (!holders.isEmpty()) {
            search.filter = QStringLiteral("(&%1(|%2))").arg(filter, holders);
            searches.append(search);
        }
        return searches;
    }
    }
    return searches;
}

} // namespace cloudsync
