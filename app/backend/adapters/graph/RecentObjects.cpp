// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RecentObjects.h"

#include <algorithm>

namespace cloudsync {

using std::chrono::milliseconds;

namespace {

[[nodiscard]] milliseconds remaining(const QDateTime &since, const QDateTime &now)
{
    return std::max(milliseconds(0), RecentObjects::lag - milliseconds(since.msecsTo(now)));
}

} // namespace

void RecentObjects::made(const QString &id, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    m_entries.insert(id, {now, true});
}

void RecentObjects::seen(const QString &id, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_entries.contains(id))
        m_entries.insert(id, {now, false});
}

void RecentObjects::removed(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_entries.remove(id);
}

milliseconds RecentObjects::lagFor(const QString &id, const QDateTime &now) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() ? milliseconds(0) : remaining(entry->since, now);
}

milliseconds RecentObjects::lagForRemoval(const QString &id, const QDateTime &now) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() || !entry->made ? milliseconds(0) : remaining(entry->since, now);
}

} // namespace cloudsync
