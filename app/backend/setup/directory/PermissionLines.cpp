// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DomainPermissions.h"
#include "backend/setup/security/Sddl.h"

namespace cloudsync {

Result<QVector<PermissionLine>> permissionLines(const std::shared_ptr<Session> &session, const QString &domain,
                                                const std::stop_token &stop)
{
    const Answers answers = session->answers();
    if (!answers.serviceAccount)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/serviceAccount"));
    auto permissions = domainPermissions(*session, *answers.serviceAccount, domain, stop);
    if (!permissions)
        return fail(std::move(permissions.error()));
    auto directory = session->directory(domain, stop);
    if (!directory)
        return fail(std::move(directory.error()));
    QVector<PermissionLine> lines;
    for (const PermissionTarget &target : std::as_const(permissions->targets)) {
        auto list = readAccessList(**directory, target.dn, stop);
        if (!list)
            return fail(std::move(list.error()));
        const PermissionDiff diff = permissions->compare(target, list->acl());
        for (qsizetype i = 0; i < target.wanted.size(); ++i) {
            const WantedAce &one = target.wanted.at(i);
            PermissionLine line;
            line.set = one.set;
            line.target = target.dn;
            line.words = permissionWords(one.permission, permissions->account, target.dn);
            line.sddl = toSddl(one.ace);
            if (!permissions->holder)
                line.sddl.replace(toSddl(Sid()), QStringLiteral("<service account>"));
            line.standing = diff.standing.at(i);
            line.present = line.standing != PermissionStanding::Missing;
            lines.append(line);
        }
        for (const Ace &ace : diff.surplus) {
            PermissionLine line;
            line.set = PermissionSet::All;
            line.target = target.dn;
            line.words = surplusWords(ace, permissions->account, target.dn);
            line.sddl = toSddl(ace);
            line.standing = PermissionStanding::Surplus;
            line.present = true;
            line.removed = permissions->removesSurplus;
            lines.append(line);
        }
    }
    return lines;
}

} // namespace cloudsync
