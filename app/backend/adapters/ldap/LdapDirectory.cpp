// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapDirectory.h"

#include <QHash>

#include <unordered_set>
#include <utility>
#include <vector>

namespace cloudsync::ldap {

namespace {

constexpr int mostReconnects = 3;   // for one read
constexpr int mostAfterSilence = 1; // each has cost a whole time limit

} // namespace

LdapDirectory::LdapDirectory(SignedInConnection first, Reconnect reconnect, Log &log)
    : m_reconnect(std::move(reconnect)), m_log(log)
{
    take(std::move(first));
}

void LdapDirectory::take(SignedInConnection &&made)
{
    m_connection = std::move(made.connection);
    m_rootDses.push_back(std::move(made.rootDse));
    m_rootDse = &m_rootDses.back();
    const std::scoped_lock lock(m_identityMutex);
    m_identity = std::move(made.identity);
}

QString LdapDirectory::identity() const
{
    const std::scoped_lock lock(m_identityMutex);
    return m_identity;
}

Result<std::shared_ptr<LdapConnection>> LdapDirectory::connection(bool idle, const std::stop_token &stop)
{
    if (idle ? m_connection->stillThere() : m_connection->isUsable())
        return m_connection;
    const QString broken = m_connection->uri().toText();
    auto made = m_reconnect(broken, stop);
    if (!made)
        return fail(std::move(made.error()));
    m_log.info("ldap.reconnected", {{"from", broken}, {"to", made->rootDse.uri}});
    take(std::move(*made));
    return m_connection;
}

Result<void> LdapDirectory::search(const DirectorySearch &search, const std::function<bool(DirectoryEntry &&)> &onEntry,
                                   const std::stop_token &stop)
{
    auto turn = m_queue.enter(stop);
    if (!turn)
        return fail(std::move(turn.error()));

    // Hashes of the names handed over: a search that goes on with another controller gives nothing twice. A cookie says
    // nothing to another controller, so the search itself starts anew there.
    std::vector<std::size_t> delivered;
    std::unordered_set<std::size_t> skip;
    bool ended = false;
    for (int attempt = 0;; ++attempt) {
        auto usable = connection(turn->isOutermost(), stop);
        if (!usable)
            return fail(std::move(usable.error()));
        skip.insert(delivered.cbegin(), delivered.cend());
        auto done = (*usable)->search(
            search,
            [&](DirectoryEntry &&entry) {
                const std::size_t hash = qHash(entry.dn);
                if (skip.contains(hash))
                    return true;
                delivered.push_back(hash);
                ended = !onEntry(std::move(entry)) ||
                        (search.sizeLimit > 0 && static_cast<int>(delivered.size()) >= search.sizeLimit);
                return !ended;
            },
            stop);
        const bool silent = !done && done.error().code == ErrorCode::TimedOut;
        const bool broke = !done && !ended && !(*usable)->isUsable() &&
                           (silent || done.error().code == ErrorCode::DirectoryUnreachable);
        if (!broke || attempt >= (silent ? mostAfterSilence : mostReconnects))
            return done;
        m_log.warning(
            "ldap.readRepeated",
            {{"controller", (*usable)->uri().toText()}, {"base", search.base}, {"why", done.error().toLogText()}});
    }
}

Result<void> LdapDirectory::write(const char *event, const QString &dn, const std::stop_token &stop,
                                  const std::function<Result<void>(LdapConnection &)> &request)
{
    auto turn = m_queue.enter(stop);
    if (!turn)
        return fail(std::move(turn.error()));
    auto usable = connection(turn->isOutermost(), stop);
    if (!usable)
        return fail(std::move(usable.error()));
    auto done = request(**usable);
    m_log.info(event, {{"dn", dn},
                       {"controller", (*usable)->uri().toText()},
                       {"result", done ? QStringLiteral("done") : done.error().toLogText()}});
    return done;
}

Result<void> LdapDirectory::add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                const std::stop_token &stop)
{
    return write("ldap.add", dn, stop,
                 [&](LdapConnection &connection) { return connection.add(dn, attributes, stop); });
}

Result<void> LdapDirectory::modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                   int securityDescriptorParts, const std::stop_token &stop)
{
    return write("ldap.modify", dn, stop, [&](LdapConnection &connection) {
        return connection.modify(dn, modifications, securityDescriptorParts, stop);
    });
}

Result<void> LdapDirectory::remove(const QString &dn, const std::stop_token &stop)
{
    return write("ldap.delete", dn, stop, [&](LdapConnection &connection) { return connection.remove(dn, stop); });
}

} // namespace cloudsync::ldap
