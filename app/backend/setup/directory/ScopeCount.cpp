// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"

#include <QSet>

#include <algorithm>

namespace cloudsync {

namespace {

// What Cloud Sync would look at: the four classes, critical system objects never (isCriticalSystemObject), nor the
// losers of a replication conflict, whose names hold "\0ACNF:" (operations.md 5). A computer is a user by class, and is
// no user here.
QString objectsFilter()
{
    return QStringLiteral("(&(|(&(objectClass=user)(!(objectClass=computer)))(objectClass=group)(objectClass=contact))"
                          "(!(isCriticalSystemObject=TRUE)))");
}

bool isConflictObject(const QString &dn)
{
    return dn.contains(QStringLiteral("\\0ACNF:"), Qt::CaseInsensitive);
}

constexpr int mostSamples = 5;

const QStringList &countedAttributes()
{
    static const QStringList names{QStringLiteral("objectClass"), QStringLiteral("displayName"), QStringLiteral("mS-DS-ConsistencyGuid")};
    return names;
}

QString sampleName(const DirectoryEntry &entry)
{
    if (const QString name = entry.text(QStringLiteral("displayName")).trimmed(); !name.isEmpty())
        return name;
    const QString first = splitDn(entry.dn).value(0);
    return first.mid(first.indexOf(u'=') + 1);
}

void countEntry(const DirectoryEntry &entry, ScopeCounts &counts)
{
    if (isConflictObject(entry.dn))
        return;
    const QByteArrayList classes = entry.values(QStringLiteral("objectClass"));
    const auto is = [&](const char *name) {
        return std::any_of(classes.begin(), classes.end(),
                           [&](const QByteArray &one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
    };
    if (is("computer"))
        return;
    if (is("inetOrgPerson"))
        ++counts.inetOrgPersons;
    else if (is("user"))
        ++counts.users;
    else if (is("group"))
        ++counts.groups;
    else if (is("contact"))
        ++counts.contacts;
    if (entry.has(QStringLiteral("mS-DS-ConsistencyGuid")))
        ++counts.withAnchor;
    if (counts.samples.size() < mostSamples)
        counts.samples.append(sampleName(entry));
}

Result<void> count(Directory &directory, const QString &base, const QString &filter, ScopeCounts &counts,
                   const std::stop_token &stop)
{
    DirectorySearch request;
    request.base = base;
    request.filter = filter;
    request.attributes = countedAttributes();
    return directory.search(
        request,
        [&](DirectoryEntry &&entry) {
            countEntry(entry, counts);
            return true;
        },
        stop);
}

Error scopeError(Error error, const QString &dn)
{
    if (error.code == ErrorCode::DirectoryObjectMissing)
        return {ErrorCode::ScopeObjectMissing, dn, error.detail, {}};
    return error;
}

} // namespace

Result<ScopeCounts> countScope(Directory &directory, const ScopeAnswers &scope, const std::stop_token &stop)
{
    ScopeCounts counts;
    const QString root = directory.rootDse().defaultNamingContext;
    switch (scope.kind) {
    case ScopeKind::All:
        if (auto done = count(directory, root, objectsFilter(), counts, stop); !done)
            return fail(std::move(done.error()));
        return counts;
    case ScopeKind::OrganizationalUnits:
        for (qsizetype i = 0; i < scope.distinguishedNames.size(); ++i) {
            const QString &dn = scope.distinguishedNames.at(i);
            // A unit below another one of the list is counted with it.
            bool covered = false;
            for (qsizetype j = 0; j < scope.distinguishedNames.size(); ++j) {
                const QString &other = scope.distinguishedNames.at(j);
                const bool same = normalizeDn(dn) == normalizeDn(other);
                covered = covered || (i != j && isSameOrBelow(dn, other) && (!same || j < i));
            }
            if (covered) {
                if (auto there = directory.read(dn, {QStringLiteral("objectClass")}, stop); !there)
                    return fail(scopeError(std::move(there.error()), dn));
                continue;
            }
            if (auto done = count(directory, dn, objectsFilter(), counts, stop); !done)
                return fail(scopeError(std::move(done.error()), dn));
        }
        return counts;
    case ScopeKind::Groups: {
        QSet<QString> chosen;
        for (const QString &dn : scope.distinguishedNames)
            chosen.insert(normalizeDn(dn));
        QSet<QString> seen; // somebody may be a member of two groups of the scope
        for (const QString &dn : scope.distinguishedNames) {
            auto group = directory.read(dn, {QStringLiteral("objectClass")}, stop);
            if (!group)
                return fail(scopeError(std::move(group.error()), dn));
            // The filter on memberOf pages where reading `member` would need ranges. Only first-level members sync, and
            // the group itself comes along as an object (prerequisites.md 15).
            DirectorySearch request;
            request.base = root;
            request.filter = QStringLiteral("(&(|(memberOf=%1)(distinguishedName=%1))%2)")
                                 .arg(escapeFilter(group->dn), objectsFilter());
            request.attributes = countedAttributes();
            qint64 members = -1; // the group itself comes along
            auto done = directory.search(
                request,
                [&](DirectoryEntry &&entry) {
                    const QString key = normalizeDn(entry.dn);
                    ++members;
                    if (!seen.contains(key)) {
                        seen.insert(key);
                        const qint64 groups = counts.groups;
                        countEntry(entry, counts);
                        if (counts.groups > groups && !chosen.contains(key))
                            ++counts.nestedGroups;
                    }
                    return true;
                },
                stop);
            if (!done)
                return fail(std::move(done.error()));
            counts.largestGroup = std::max(counts.largestGroup, members);
        }
        return counts;
    }
    }
    return counts;
}

} // namespace cloudsync
