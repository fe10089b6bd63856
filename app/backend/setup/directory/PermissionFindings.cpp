// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/PermissionProof.h"
#include "backend/setup/directory/Readiness.h"
#include "backend/setup/security/Sddl.h"

#include <algorithm>

namespace cloudsync {

namespace {

using Kind = ProofSample::Kind;

constexpr qsizetype mostNamed = 5; // lines of evidence; the rest is counted

QString listed(QStringList lines)
{
    lines.removeDuplicates();
    const qsizetype more = lines.size() - mostNamed;
    if (more <= 0)
        return lines.join(QStringLiteral("; "));
    //: %1 several lines of text, %n how many more there are
    return DirectoryText::tr("%1; and %n more", nullptr, int(more))
        .arg(lines.mid(0, mostNamed).join(QStringLiteral("; ")));
}

QStringList objectsOf(const PermissionProof &proof, Kind kind)
{
    QStringList names;
    for (const ProvedRight &right : proof.lacking) {
        if (right.sample.kind == kind && !names.contains(right.sample.dn))
            names.append(right.sample.dn);
    }
    return names;
}

/// Counts what stands, what is to come and what is surplus. True when every entry that is wanted stands there.
bool examineDiff(Readiness &readiness, const DomainPermissions &permissions)
{
    const QString title = DirectoryText::tr("Permissions of the service account");
    int there = 0;
    int missing = 0;
    QStringList surplus;
    for (const PermissionTarget &target : permissions.targets) {
        auto list = readAccessList(readiness.directory(), target.dn, readiness.stop());
        if (!list) {
            readiness.failed("permissions", title, list.error());
            return false;
        }
        const PermissionDiff diff = permissions.compare(target, list->acl());
        missing += int(diff.missing(target.wanted).size());
        there += int(target.wanted.size() - diff.missing(target.wanted).size());
        for (const Ace &ace : diff.surplus)
            surplus.append(QStringLiteral("%1: %2").arg(target.dn, toSddl(ace)));
    }
    //: %1, %2 numbers of access control entries
    const QString evidence = DirectoryText::tr("%1 entries are there, %2 are to be added").arg(there).arg(missing);
    if (missing == 0)
        readiness.ok("permissions", title, evidence);
    else
        readiness.info("permissions", title, evidence,
                       DirectoryText::tr("The chosen features need rights that the account does not have yet."),
                       DirectoryText::tr("The set-up adds them."));
    if (!surplus.isEmpty()) {
        const QString surplusTitle = DirectoryText::tr("Rights that no chosen feature needs");
        const QString cause =
            DirectoryText::tr("Entries on the domain root or on the chosen units give the account more "
                              "than the chosen features need.");
        if (permissions.removesSurplus)
            readiness.repairable(Severity::Info, "surplusPermissions", surplusTitle, listed(surplus), cause,
                                 DirectoryText::tr("The set-up takes them away."));
        else
            readiness.repairable(Severity::Warning, "surplusPermissions", surplusTitle, listed(surplus), cause,
                                 DirectoryText::tr("Set removeSurplus in the answers to have them taken away, unless "
                                                   "something else needs them."));
    }
    return missing == 0;
}

void reportOrdinary(Readiness &readiness, const DomainPermissions &permissions, const PermissionProof &proof)
{
    const QString title = DirectoryText::tr("Proof of the permissions");
    QStringList lacks;
    QStringList parts;
    for (const ProvedRight &right : proof.onOrdinary(false)) {
        const QString words = permissionWords(right.wanted.permission, permissions.account, right.sample.dn);
        //: %1 distinguished name, %2 what should be possible, %3 an access control entry in SDDL
        const QString line =
            right.verdict.by
                ? DirectoryText::tr("%1, denied by %3: %2").arg(right.sample.dn, words, toSddl(*right.verdict.by))
                : DirectoryText::tr("%1, not granted: %2").arg(right.sample.dn, words);
        (right.verdict.kind == AccessVerdict::Kind::PartDenied ? parts : lacks).append(line);
    }
    //: %n number of objects
    const QString count = DirectoryText::tr("Computed on %n object(s)", nullptr, int(proof.samples.size()));
    if (!lacks.isEmpty()) {
        readiness.error(
            "permissionsProof", title, listed(lacks),
            DirectoryText::tr("The entries stand there, and yet the account may not do this: another entry "
                              "denies it, or inheritance does not reach the object."),
            DirectoryText::tr("Remove the denying entry, or let the object inherit permissions again. After a "
                              "change at the root of a large domain, wait until it has spread."),
            Error{ErrorCode::DirectoryRightMissing, permissions.account, lacks.first(), {}});
    } else if (!parts.isEmpty()) {
        readiness.warning("permissionsProof", title, listed(parts),
                          DirectoryText::tr("An entry denies a part of the properties."),
                          DirectoryText::tr("Remove the denying entry if these properties are to be synchronised."));
    } else {
        readiness.ok("permissionsProof", title, count);
    }
}

void examineProof(Readiness &readiness, const DomainPermissions &permissions)
{
    QStringList parts;
    const ConfigurationAnswers *configuration = readiness.answers().configuration(readiness.domain());
    if (configuration && configuration->scope && configuration->scope->kind == ScopeKind::OrganizationalUnits)
        parts = configuration->scope->distinguishedNames;
    auto proof = provePermissions(readiness.directory(), permissions, parts, readiness.stop());
    if (!proof) {
        readiness.failed("permissionsProof", DirectoryText::tr("Proof of the permissions"), proof.error());
        return;
    }
    reportOrdinary(readiness, permissions, *proof);
    if (const QStringList behind = objectsOf(*proof, Kind::BehindBlockedInheritance); !behind.isEmpty()) {
        QStringList evidence = proof->blockedContainers;
        for (const QString &dn : behind) {
            if (std::none_of(proof->blockedContainers.cbegin(), proof->blockedContainers.cend(),
                             [&](const QString &container) { return isSameOrBelow(dn, container); }))
                evidence.append(dn);
        }
        readiness.warning(
            "blockedInheritance", DirectoryText::tr("Objects that inherit no permissions"), listed(evidence),
            DirectoryText::tr("Inheritance is blocked there, so the account's rights do not reach these "
                              "objects: they cannot be read or written as the features need it."),
            DirectoryText::tr("Let them inherit permissions again, name the unit among permissionTargets, "
                              "or leave it out of the scope."));
    }
    if (const QStringList held = objectsOf(*proof, Kind::HeldByAdminSdHolder); !held.isEmpty()) {
        readiness.info(
            "adminSdHolder", DirectoryText::tr("Objects held by AdminSDHolder"), listed(held),
            DirectoryText::tr("Members of administrative groups get the access list of AdminSDHolder, which "
                              "gives the account no rights: a password reset or a written attribute does not "
                              "reach them."),
            DirectoryText::tr("This is as it should be: rights over administrators are not granted on "
                              "purpose."));
    }
}

} // namespace

void examinePermissions(Readiness &readiness)
{
    const Answers &answers = readiness.answers();
    if (!answers.serviceAccount || answers.serviceAccount->permissions.isEmpty())
        return;
    // Without the account's own domain nothing can be said; that connection has a finding of its own.
    if (auto home = readiness.session().directory(answers.serviceAccount->domain, readiness.stop()); !home)
        return;
    auto permissions =
        domainPermissions(readiness.session(), *answers.serviceAccount, readiness.domain(), readiness.stop());
    if (!permissions) {
        readiness.failed("permissions", DirectoryText::tr("Permissions of the service account"), permissions.error());
        return;
    }
    if (examineDiff(readiness, *permissions) && permissions->holder)
        examineProof(readiness, *permissions);
}

} // namespace cloudsync
