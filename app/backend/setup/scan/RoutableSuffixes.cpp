// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/RoutableSuffixes.h"

#include "backend/setup/scan/TopLevelDomains.h"

namespace cloudsync {

RoutableSuffixes::RoutableSuffixes(const std::optional<QStringList> &verified)
{
    if (!verified)
        return;
    m_verified.emplace();
    for (const QString &name : *verified)
        m_verified->insert(name.toLower());
}

RoutableSuffixes::Verdict RoutableSuffixes::verdict(const QString &suffix, const QString &activeDirectoryDomain) const
{
    const QString name = suffix.toLower();
    if (m_verified && m_verified->contains(name))
        return Verdict::Routable;
    if (!hasPublicTopLevelDomain(name)) {
        // A child domain's people may sign in with the name of the forest.
        const QString own = activeDirectoryDomain.toLower();
        return own == name || own.endsWith(u'.' + name) ? Verdict::InternalName : Verdict::NoPublicDomain;
    }
    return m_verified ? Verdict::NotVerified : Verdict::Routable;
}

} // namespace cloudsync
