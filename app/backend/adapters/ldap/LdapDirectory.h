// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/LdapConnection.h"
#include "backend/adapters/ldap/RequestQueue.h"
#include "backend/engine/Log.h"

#include <atomic>
#include <list>
#include <mutex>

namespace cloudsync::ldap {

/// A connection that is signed in, with what was learned on the way.
struct SignedInConnection
{
    std::shared_ptr<LdapConnection> connection;
    RootDse rootDse;
    QString identity;
};

/// Directory on one connection at a time. When it breaks, reads go on with another one; a write is reported as failed,
/// because nobody knows whether it was done.
class LdapDirectory : public Directory
{
public:
    /// Makes another connection; `avoid` is the URI that broke, to be tried last.
    using Reconnect = std::function<Result<SignedInConnection>(const QString &avoid, const std::stop_token &stop)>;

    LdapDirectory(SignedInConnection first, Reconnect reconnect, Log &log);

    [[nodiscard]] const RootDse &rootDse() const override { return *m_rootDse.load(); }
    [[nodiscard]] QString identity() const override;
    [[nodiscard]] Result<void> search(const DirectorySearch &search,
                                      const std::function<bool(DirectoryEntry &&)> &onEntry,
                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<void> add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<void> modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                      int securityDescriptorParts, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> remove(const QString &dn, const std::stop_token &stop) override;

private:
    void take(SignedInConnection &&made);
    /// The connection to use, a new one when the last has broken. `idle`: nothing is going on, so it may be looked at.
    [[nodiscard]] Result<std::shared_ptr<LdapConnection>> connection(bool idle, const std::stop_token &stop);
    [[nodiscard]] Result<void> write(const char *event, const QString &dn, const std::stop_token &stop,
                                     const std::function<Result<void>(LdapConnection &)> &request);

    Reconnect m_reconnect;
    Log &m_log;
    RequestQueue m_queue;
    std::shared_ptr<LdapConnection> m_connection; // guarded by the queue
    std::list<RootDse> m_rootDses;                // all of them: rootDse() hands out a reference
    std::atomic<const RootDse *> m_rootDse{nullptr};
    mutable std::mutex m_identityMutex;
    QString m_identity;
};

} // namespace cloudsync::ldap
