// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/ControllerUri.h"
#include "backend/adapters/ldap/LdapHandles.h"
#include "backend/adapters/ldap/LdapSocket.h"
#include "backend/adapters/ldap/Limit.h"
#include "backend/ports/Directory.h"

namespace cloudsync::ldap {

/// How long to wait. None of them is without end.
struct LdapTimeouts
{
    std::chrono::milliseconds connect = std::chrono::seconds(10);   ///< name, TCP, TLS, rootDSE: each
    std::chrono::milliseconds operation = std::chrono::seconds(60); ///< until the next answer of the controller
};

/// One connection to one controller, signed in or not. For one thread at a time. Requests are sent and their answers
/// awaited in slices, so that a stop is felt within 50 ms; a search is then abandoned and the connection stays usable.
/// A change that was sent is waited for all the same, up to the limit. A search asks for the next page before it hands
/// over the entries of this one.
class LdapConnection
{
public:
    using OnEntry = std::function<bool(DirectoryEntry &&)>;

    /// TCP, and TLS for ldaps://. Errors as of DirectoryConnector.
    [[nodiscard]] static Result<std::unique_ptr<LdapConnection>>
    open(const ControllerUri &uri, const QString &caFile, const LdapTimeouts &timeouts, const std::stop_token &stop);

    [[nodiscard]] const ControllerUri &uri() const { return m_uri; }
    [[nodiscard]] bool isTls() const { return m_socket->isTls(); }
    [[nodiscard]] bool isSealed() const { return m_socket->isSealed(); }
    [[nodiscard]] QByteArray endPointBinding() const { return m_socket->endPointBinding(); }
    /// False once the connection broke.
    [[nodiscard]] bool isUsable() const { return m_usable; }
    /// Looks whether the controller has ended the connection while nothing was going on. Not while a search runs.
    [[nodiscard]] bool stillThere();

    /// TLS on an ldap:// connection (RFC 4513 section 3.1).
    [[nodiscard]] Result<void> startTls(const std::stop_token &stop);
    /// Everything from here on is sealed by `context`.
    void seal(std::unique_ptr<SaslContext> context, qsizetype largestSent)
    {
        m_socket->seal(std::move(context), largestSent);
    }

    /// One bind request and its answer, whatever its code. `mechanism` empty: simple. The bytes sent are wiped here.
    [[nodiscard]] Result<LdapResult> bind(const QString &dn, const QByteArray &mechanism, QByteArray credential,
                                          const std::stop_token &stop);
    /// RFC 4532; DirectoryRequestRefused where it is not offered.
    [[nodiscard]] Result<QString> whoAmI(const std::stop_token &stop);
    [[nodiscard]] Result<RootDse> readRootDse(const QDateTime &now, const std::stop_token &stop);

    /// Errors as of Directory. Attributes that the controller gives in ranges are completed.
    [[nodiscard]] Result<void> search(const DirectorySearch &search, const OnEntry &onEntry,
                                      const std::stop_token &stop);
    [[nodiscard]] Result<void> add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                   const std::stop_token &stop);
    [[nodiscard]] Result<void> modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                      int securityDescriptorParts, const std::stop_token &stop);
    [[nodiscard]] Result<void> remove(const QString &dn, const std::stop_token &stop);

private:
    LdapConnection(ControllerUri uri, QString caFile, const LdapTimeouts &timeouts);

    [[nodiscard]] LDAP *handle() const { return m_handle.get(); }
    /// What libldap says when a request could not be sent or answered. Marks the connection as broken where it is.
    [[nodiscard]] Error localError(int code, const QString &subject);
    /// The next message of a request. Abandons the request when the limit ends.
    [[nodiscard]] Result<MessagePtr> next(int request, const QString &subject, const std::stop_token &stop);
    /// The result that ends a request.
    [[nodiscard]] Result<LdapResult> finish(int request, const QString &subject, const std::stop_token &stop);
    [[nodiscard]] Result<LdapResult> parse(LDAPMessage *message, const QString &subject);
    /// Cancelled when there should be no further request.
    [[nodiscard]] Result<void> begin(const QString &subject, const std::stop_token &stop);
    /// Ends a change: `code` and `request` are what sending it gave.
    [[nodiscard]] Result<void> write(int code, int request, const QString &dn);
    [[nodiscard]] Result<LdapResult> extended(const char *name, const std::stop_token &stop);

    /// Asks for a page; gives the number of the request.
    [[nodiscard]] Result<int> sendPage(const DirectorySearch &search, const QByteArray &cookie, int pageSize,
                                       const std::stop_token &stop);
    /// What the message that ends a page says: the cookie of the next one, empty after the last.
    [[nodiscard]] Result<QByteArray> pageEnd(LDAPMessage *message, const QString &base);
    [[nodiscard]] DirectoryEntry entryOf(LDAPMessage *message) const;
    [[nodiscard]] Result<void> completeRanges(DirectoryEntry &entry, const DirectorySearch &search,
                                              const std::stop_token &stop);

    ControllerUri m_uri;
    QString m_caFile;
    LdapTimeouts m_timeouts;
    std::unique_ptr<LdapSocket> m_socket;
    HandlePtr m_handle; // after the socket: it is destroyed first
    bool m_usable = true;
};

} // namespace cloudsync::ldap
