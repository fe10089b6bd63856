// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/GroupSize.h"

#include "backend/setup/scan/ScanText.h"

#include <QLocale>

#include <algorithm>

namespace cloudsync {

Result<bool> hasMoreMembers(Directory &directory, const QString &groupDn, qint64 most, const std::stop_token &stop)
{
    // Counted from 0 (MS-ADTS 3.1.1.3.1.3.3). A range behind the last member is refused by one controller and
    // answered with nothing by another.
    const QString wanted = QStringLiteral("member;range=%1-%1").arg(most);
    auto entry = directory.read(groupDn, {wanted}, stop);
    if (!entry) {
        if (entry.error().code == ErrorCode::DirectoryRequestRefused)
            return false;
        return fail(std::move(entry.error()));
    }
    const auto &attributes = entry->attributes();
    return std::any_of(attributes.begin(), attributes.end(), [](const QByteArrayList &values) { return !values.isEmpty(); });
}

ScanFinding tooManyMembers(const QString &domain, const QString &groupDn)
{
    ScanFinding finding;
    finding.rule = QStringLiteral("member.tooMany");
    finding.severity = Severity::Error;
    finding.domain = domain;
    finding.dn = groupDn;
    finding.attribute = QStringLiteral("member");
    finding.value = QStringLiteral("> %1").arg(mostGroupMembers);
    finding.message = ScanText::tr("The group has more than %1 direct members; Cloud Sync does not take it.")
                          .arg(QLocale().toString(mostGroupMembers));
    finding.proposal = ScanText::tr("Leave the group out of the scope, or divide it.");
    return finding;
}

ScanFinding tooManyObjects(const QString &domain, const QString &domainDn, qint64 objects)
{
    ScanFinding finding;
    finding.rule = QStringLiteral("domain.tooManyObjects");
    finding.severity = Severity::Error;
    finding.domain = domain;
    finding.dn = domainDn;
    finding.attribute = QStringLiteral("objectClass");
    finding.value = QString::number(objects);
    finding.message = ScanText::tr("Cloud Sync takes up to %1 objects of one domain.").arg(QLocale().toString(mostDomainObjects));
    finding.proposal = ScanText::tr("Choose a smaller scope, or use Connect Sync for this domain.");
    return finding;
}

} // namespace cloudsync
