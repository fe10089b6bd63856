// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/TopLevelDomains.h"

#include "resources/Resources.h"

#include <QFile>
#include <QSet>
#include <QUrl>

namespace cloudsync {

namespace {

QSet<QString> readNames()
{
    registerCloudSyncResources();
    QSet<QString> names;
    QFile file(QStringLiteral(":/cloud-sync-setup/top-level-domains.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return names;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith('#'))
            continue;
        for (const QByteArray &name : line.split(' '))
            names.insert(QString::fromLatin1(name));
    }
    return names;
}

} // namespace

bool hasPublicTopLevelDomain(const QString &domain)
{
    static const QSet<QString> names = readNames();
    const QString label = domain.section(u'.', -1).toLower();
    if (names.contains(label))
        return true;
    return names.contains(QString::fromLatin1(QUrl::toAce(label)));
}

} // namespace cloudsync
