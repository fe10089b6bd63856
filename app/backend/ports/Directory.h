// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/ports/Credential.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace cloudsync {

/// One object read from a directory. Attribute names compare without case; values are raw bytes.
class DirectoryEntry
{
public:
    QString dn;

    [[nodiscard]] QByteArrayList values(const QString &attribute) const;
    [[nodiscard]] QByteArray value(const QString &attribute) const; ///< first value or empty
    [[nodiscard]] QString text(const QString &attribute) const;     ///< first value as UTF-8
    [[nodiscard]] QStringList texts(const QString &attribute) const;
    [[nodiscard]] bool has(const QString &attribute) const;
    void set(const QString &attribute, QByteArrayList values);
    /// Attributes with names in lower case.
    [[nodiscard]] const QMap<QString, QByteArrayList> &attributes() const { return m_attributes; }

private:
    QMap<QString, QByteArrayList> m_attributes;
};

enum class SearchScope { Base, OneLevel, Subtree };

/// Which parts of nTSecurityDescriptor to read or write (MS-ADTS 3.1.1.3.4.1.11, LDAP_SERVER_SD_FLAGS_OID).
enum SecurityDescriptorPart : int { NoSecurityDescriptor = 0, OwnerPart = 1, GroupPart = 2, DaclPart = 4, SaclPart = 8 };

struct DirectorySearch
{
    QString base;
    SearchScope scope = SearchScope::Subtree;
    QString filter = QStringLiteral("(objectClass=*)"); ///< RFC 4515; escape what comes from outside with escapeFilter()
    QStringList attributes;                             ///< empty: all user attributes
    int pageSize = 1000;
    int firstPageSize = 0;        ///< 0: as the others; a small one brings the first entries sooner
    int sizeLimit = 0;            ///< 0: none; otherwise the search ends well after so many entries
    int securityDescriptorParts = NoSecurityDescriptor; ///< SecurityDescriptorPart flags
    bool showDeleted = false;     ///< LDAP_SERVER_SHOW_DELETED_OID
};

struct DirectoryModification
{
    enum class Operation { Add, Delete, Replace };
    Operation operation = Operation::Replace;
    QString attribute;
    QByteArrayList values; ///< Delete with none removes the attribute
};

/// What the controller says of itself.
struct RootDse
{
    QString uri;        ///< the controller in use, as it was addressed
    QString dnsHostName;
    QString defaultNamingContext;
    QString rootDomainNamingContext;
    QString configurationNamingContext;
    QString schemaNamingContext;
    QString serverName; ///< DN of the controller's server object
    QString ldapServiceName; ///< forest:host$@REALM
    int domainFunctionality = 0;
    int forestFunctionality = 0;
    int domainControllerFunctionality = 0;
    QDateTime currentTime; ///< the controller's clock, UTC
    QDateTime readAt;      ///< this machine's clock when it was read, UTC
    QStringList supportedControls;
    QStringList supportedSaslMechanisms;
    bool isSynchronized = false;
    bool isGlobalCatalogReady = false;
};

/// A signed-in connection to one controller of one domain. Thread-safe: calls queue. When the controller goes away a read
/// is repeated on another controller; a write is not.
/// Errors: DirectoryUnreachable, DirectoryRightMissing (insufficientAccessRights), DirectoryObjectMissing (noSuchObject),
/// DirectoryObjectExists (entryAlreadyExists, attributeOrValueExists), DirectoryRequestRefused (others, with the server's
/// diagnostic message as detail), TimedOut, Cancelled.
class Directory
{
public:
    virtual ~Directory() = default;
    [[nodiscard]] virtual const RootDse &rootDse() const = 0;
    /// The identity in use, for example "u:CONTOSO\Administrator" (RFC 4532), or the name given where it cannot be told.
    [[nodiscard]] virtual QString identity() const = 0;

    /// Streams the entries page by page; `onEntry` returns false to end early. DirectoryObjectMissing when the base is not there.
    [[nodiscard]] virtual Result<void> search(const DirectorySearch &search,
                                              const std::function<bool(DirectoryEntry &&)> &onEntry,
                                              const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                           const std::stop_token &stop) = 0;
    /// `securityDescriptorParts` says which parts an nTSecurityDescriptor value replaces.
    [[nodiscard]] virtual Result<void> modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                              int securityDescriptorParts, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> remove(const QString &dn, const std::stop_token &stop) = 0;

    // Conveniences on top of search().
    [[nodiscard]] Result<QVector<DirectoryEntry>> list(const DirectorySearch &search, const std::stop_token &stop);
    /// One object by DN, <GUID=…> or <SID=…>. DirectoryObjectMissing when it is not there.
    [[nodiscard]] Result<DirectoryEntry> read(const QString &dn, const QStringList &attributes, const std::stop_token &stop,
                                              int securityDescriptorParts = NoSecurityDescriptor);
};

/// Which directory, and how to reach it.
struct DirectoryTarget
{
    QString domain;           ///< DNS name, for example "contoso.com"
    QStringList controllers;  ///< URIs in order of preference (ldaps://host[:port], ldap://host = StartTLS or SASL sealing); empty: DNS SRV
    QString caFile;           ///< PEM; empty: the system's roots
};

/// What could be learned of a controller without a credential.
struct ControllerProbe
{
    QString uri;
    bool reachable = false;
    qint64 roundTripMilliseconds = 0;
    RootDse rootDse;
    std::optional<Error> error;
};

/// Makes connections. A refused credential (DirectoryCredentialRefused and its kin) is remembered for as long as this object
/// lives and is not tried again, on no controller: lockout counts every attempt.
/// Further errors: TlsCertificateNotTrusted, TlsFailed, NameNotResolved, DirectoryUnreachable, DirectoryWrongDomain,
/// DirectoryAuthenticationUnavailable, TimedOut, Cancelled.
class DirectoryConnector
{
public:
    virtual ~DirectoryConnector() = default;
    [[nodiscard]] virtual Result<std::shared_ptr<Directory>>
    connect(const DirectoryTarget &target, const DirectoryCredential &credential, const std::stop_token &stop) = 0;
    /// Signs in as who runs this process, with the Kerberos tickets that are there already: no password, nothing that
    /// counts towards a lockout. DirectoryAuthenticationUnavailable when there are none, or none that this domain takes;
    /// NotSupportedHere where the system offers no such thing.
    [[nodiscard]] virtual Result<std::shared_ptr<Directory>> connectAsCaller(const DirectoryTarget &target,
                                                                             const std::stop_token &stop);
    /// The controllers of a domain by DNS SRV (_ldap._tcp.dc._msdcs.<domain>), in the order of RFC 2782, as URIs.
    [[nodiscard]] virtual Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &stop) = 0;
    /// TLS handshake and anonymous rootDSE of each controller, side by side, in the order given.
    [[nodiscard]] virtual QVector<ControllerProbe> probe(const DirectoryTarget &target, const std::stop_token &stop) = 0;
};

/// Escapes a value for an LDAP filter (RFC 4515 section 3).
[[nodiscard]] QString escapeFilter(const QString &value);
/// Escapes bytes for an LDAP filter: every byte as \xx.
[[nodiscard]] QString escapeFilter(const QByteArray &bytes);
/// Escapes a value for a relative distinguished name (RFC 4514 section 2.4).
[[nodiscard]] QString escapeRdn(const QString &value);
/// "contoso.com" -> "DC=contoso,DC=com".
[[nodiscard]] QString domainToDn(const QString &domain);
/// "DC=contoso,DC=com" (any DN that ends in DC parts) -> "contoso.com".
[[nodiscard]] QString dnToDomain(const QString &dn);
/// Splits a DN at its unescaped commas, most specific first. Empty when it is not a DN (RFC 4514).
[[nodiscard]] QStringList splitDn(const QString &dn);
/// Comparable form: types and values folded to lower case, blanks around separators gone, escapes normalised.
[[nodiscard]] QString normalizeDn(const QString &dn);
/// True when `dn` is `ancestor` or lies below it.
[[nodiscard]] bool isSameOrBelow(const QString &dn, const QString &ancestor);
/// objectGUID bytes (MS-DTYP 2.3.4.2, mixed endian) to "bf967aba-0de6-11d0-a285-00aa003049e2" and back.
[[nodiscard]] QString guidToText(const QByteArray &bytes);
[[nodiscard]] QByteArray guidFromText(const QString &text);

} // namespace cloudsync
