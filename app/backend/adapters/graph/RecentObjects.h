// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>

namespace cloudsync {

/// Remembers what this connection has made or seen lately. Graph answers from many copies: an object that one of them
/// has shown may be 404 at the next for some time, and that is no reason to fail. Thread-safe.
class RecentObjects
{
public:
    /// How long 404 is waited out for an object, counted from when it was first seen.
    static constexpr std::chrono::milliseconds lag = std::chrono::minutes(2);

    void made(const QString &id, const QDateTime &now);
    void seen(const QString &id, const QDateTime &now);
    void removed(const QString &id);

    /// For reading or writing the object: made or seen lately.
    [[nodiscard]] std::chrono::milliseconds lagFor(const QString &id, const QDateTime &now) const;
    /// For removing it: only what was made here; anything else may have been removed by somebody.
    [[nodiscard]] std::chrono::milliseconds lagForRemoval(const QString &id, const QDateTime &now) const;

private:
    struct Entry
    {
        QDateTime since;
        bool made = false;
    };
    mutable std::mutex m_mutex;
    QHash<QString, Entry> m_entries;
};

} // namespace cloudsync
