// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/KdsRootKey.h"

#include <QTimeZone>

namespace cloudsync {

namespace {

constexpr qint64 millisecondsTo1970 = 11644473600000; // from 1601-01-01, the FILETIME epoch

// A controller takes a key into use only when its start time lies one key interval of ten hours back (MS-GKDI 3.1.4.1).
constexpr qint64 secondsUntilUsable = 10 * 60 * 60;

} // namespace

Result<KdsRootKeyFacts> readKdsRootKeys(Directory &directory, const std::stop_token &stop)
{
    const RootDse &dse = directory.rootDse();
    DirectorySearch request;
    request.base = QStringLiteral("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,") +
                   dse.configurationNamingContext;
    request.scope = SearchScope::OneLevel;
    request.filter = QStringLiteral("(objectClass=msKds-ProvRootKey)");
    request.attributes = QStringList{QStringLiteral("msKds-UseStartTime")};
    auto entries = directory.list(request, stop);
    KdsRootKeyFacts facts;
    facts.certain = normalizeDn(dse.rootDomainNamingContext) == normalizeDn(dse.defaultNamingContext);
    if (!entries && entries.error().code == ErrorCode::DirectoryObjectMissing)
        return facts; // the container arrives with the schema of Windows Server 2012
    if (!entries)
        return fail(std::move(entries.error()));
    for (const DirectoryEntry &key : std::as_const(*entries)) {
        bool isNumber = false;
        const qint64 start = key.text(QStringLiteral("msKds-UseStartTime")).toLongLong(&isNumber);
        if (!isNumber)
            continue;
        ++facts.keys;
        const QDateTime usable = timeFromFileTime(start).addSecs(secondsUntilUsable);
        if (!facts.usableFrom.isValid() || usable < facts.usableFrom)
            facts.usableFrom = usable;
    }
    return facts;
}

Error rootKeyMissing(const QString &domain, const KdsRootKeyFacts &facts)
{
    const QString detail = facts.usableFrom.isValid()
                               ? QStringLiteral("usable from %1").arg(facts.usableFrom.toString(Qt::ISODate))
                               : QStringLiteral("no root key");
    return {ErrorCode::KdsRootKeyMissing, domain, detail, {}};
}

QDateTime timeFromFileTime(qint64 fileTime)
{
    return QDateTime::fromMSecsSinceEpoch(fileTime / 10000 - millisecondsTo1970, Qt::UTC);
}

qint64 fileTimeFromTime(const QDateTime &time)
{
    return (time.toMSecsSinceEpoch() + millisecondsTo1970) * 10000;
}

} // namespace cloudsync
