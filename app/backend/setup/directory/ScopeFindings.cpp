// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Readiness.h"
#include "backend/setup/errors/ErrorCatalogue.h"

namespace cloudsync {

namespace {

// Limits of the service (prerequisites.md 15).
constexpr qint64 mostObjects = 150000;
constexpr qint64 mostMembers = 50000;

QString countsText(const ScopeCounts &counts)
{
    //: four numbers of objects
    return DirectoryText::tr("%1 users, %2 inetOrgPerson objects, %3 groups, %4 contacts")
        .arg(counts.users)
        .arg(counts.inetOrgPersons)
        .arg(counts.groups)
        .arg(counts.contacts);
}

// Every name is looked at, so that one run tells of all that are wrong.
QVector<Error> missingObjects(Readiness &readiness, const ScopeAnswers &scope)
{
    QVector<Error> missing;
    if (scope.kind == ScopeKind::All)
        return missing;
    for (const QString &dn : scope.distinguishedNames) {
        auto entry = readiness.directory().read(dn, {QStringLiteral("objectClass")}, readiness.stop());
        if (!entry && entry.error().code == ErrorCode::DirectoryObjectMissing) {
            missing.append({ErrorCode::ScopeObjectMissing, dn, entry.error().detail, {}});
            continue;
        }
        if (!entry) {
            missing.append(entry.error());
            continue;
        }
        const QStringList classes = entry->texts(QStringLiteral("objectClass"));
        const bool isGroup = classes.contains(QStringLiteral("group"), Qt::CaseInsensitive);
        if (isGroup != (scope.kind == ScopeKind::Groups))
            missing.append({ErrorCode::ScopeObjectMissing, dn, classes.isEmpty() ? QString() : classes.last(), {}});
    }
    return missing;
}

} // namespace

void examineScope(Readiness &readiness)
{
    const ConfigurationAnswers *configuration = readiness.answers().configuration(readiness.domain());
    if (!configuration || (!configuration->scope && !configuration->accidentalDeletion))
        return;
    const QString title = DirectoryText::tr("Objects in scope");
    const ScopeAnswers scope = configuration->scope.value_or(ScopeAnswers{});
    const QVector<Error> missing = missingObjects(readiness, scope);
    if (!missing.isEmpty()) {
        QStringList names;
        for (const Error &one : missing) {
            names.append(one.subject);
            readiness.addFailure(one);
        }
        const ErrorText text = errorText(missing.first());
        readiness.error("scope", title, names.join(QStringLiteral("; ")), text.happened, text.next);
        return;
    }
    auto counts = countScope(readiness.directory(), scope, readiness.stop());
    if (!counts) {
        readiness.failed("scope", title, counts.error());
        return;
    }
    if (configuration->scope) {
        const bool byGroup = scope.kind == ScopeKind::Groups;
        const QString evidence = countsText(*counts);
        if (byGroup && counts->total() > mostMembers)
            readiness.warning("scope", title, evidence,
                              DirectoryText::tr("The service follows changes of at most 50000 members of a group."),
                              DirectoryText::tr("Choose organizational units instead of groups."));
        else if (counts->total() > mostObjects)
            readiness.warning("scope", title, evidence,
                              DirectoryText::tr("The service takes at most 150000 objects of a domain."),
                              DirectoryText::tr("Choose a smaller scope."));
        else if (counts->total() == 0)
            readiness.warning("scope", title, evidence,
                              DirectoryText::tr("The scope holds nothing that could be synchronised."),
                              DirectoryText::tr("Choose another scope, unless the objects are still to come."));
        else
            readiness.ok("scope", title, evidence);
    }
    if (!configuration->accidentalDeletion || !configuration->accidentalDeletion->enabled)
        return;
    const QString thresholdTitle = DirectoryText::tr("Deletion threshold");
    const int threshold = configuration->accidentalDeletion->threshold;
    //: %1 threshold, %2 number of objects
    const QString evidence = DirectoryText::tr("Threshold %1, %2 objects in scope").arg(threshold).arg(counts->total());
    if (threshold >= counts->total())
        readiness.warning(
            "deletionThreshold", thresholdTitle, evidence,
            DirectoryText::tr(
                "A job would have to delete more objects than the scope holds before it stops, so nothing is "
                "protected."),
            DirectoryText::tr("Choose a threshold below the number of objects in scope."));
    else
        readiness.ok("deletionThreshold", thresholdTitle, evidence);
}

} // namespace cloudsync
