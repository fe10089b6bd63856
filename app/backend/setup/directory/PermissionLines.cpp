// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/AccessList.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/PermissionsTask.h"
#include "backend/setup/security/Sddl.h"

#include <algorithm>

namespace cloudsync {

Result<QVector<PermissionLine>> permissionLines(const std::shared_ptr<Session> &session, const QString &domain,
                                                const std::stop_token &stop)
{
    const Answers answers = session->answers();
    if (!answers.serviceAccount)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/serviceAccount"));
    auto wanted = domainPermissions(*session, *answers.serviceAccount, domain, stop);
    if (!wanted)
        return fail(std::move(wanted.error()));
    QVector<WantedAce> missing = wanted->composed.aces;
    if (wanted->sid) {
        auto directory = session->directory(domain, stop);
        if (!directory)
            return fail(std::move(directory.error()));
        auto list = readAccessList(**directory, wanted->target, stop);
        if (!list)
            return fail(std::move(list.error()));
        missing = missingPermissions(missing, list->acl());
    }
    QVector<PermissionLine> lines;
    for (const WantedAce &one : std::as_const(wanted->composed.aces)) {
        PermissionLine line;
        line.set = one.set;
        line.target = wanted->target;
        line.words = permissionWords(one.permission, wanted->account, wanted->target);
        line.sddl = toSddl(one.ace);
        if (!wanted->sid)
            line.sddl.replace(toSddl(Sid()), QStringLiteral("<service account>"));
        line.present = std::none_of(missing.cbegin(), missing.cend(),
                                    [&](const WantedAce &other) { return other.ace == one.ace; });
        lines.append(line);
    }
    return lines;
}

} // namespace cloudsync
