// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/security/SecurityDescriptor.h"

#include <mutex>

namespace cloudsync::tests {

/// A directory in memory that does what the tasks lean on: filters, scopes, <GUID=…> bases, the parts of
/// nTSecurityDescriptor, attributes that a controller makes. Every write is kept. Not a model of Active Directory: the
/// lab is for that.
class FakeDirectory : public Directory
{
public:
    struct Write
    {
        enum class Kind { Add, Modify, Remove };
        Kind kind;
        QString dn;
        QVector<DirectoryModification> modifications;
        int securityDescriptorParts = NoSecurityDescriptor;
    };

    /// An empty domain with its rootDSE; see FakeDomain for one with content.
    explicit FakeDirectory(const QString &domain);

    [[nodiscard]] const RootDse &rootDse() const override { return m_rootDse; }
    [[nodiscard]] RootDse &rootDse() { return m_rootDse; }
    [[nodiscard]] QString identity() const override { return QStringLiteral("u:CONTOSO\\Administrator"); }
    [[nodiscard]] Result<void> search(const DirectorySearch &search,
                                      const std::function<bool(DirectoryEntry &&)> &onEntry,
                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<void> add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<void> modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                      int securityDescriptorParts, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> remove(const QString &dn, const std::stop_token &stop) override;

    /// Puts an object there (or replaces it) without counting as a write. Gives it an objectGUID, and where the class
    /// has one an objectSid, unless given.
    DirectoryEntry &put(const QString &dn, const QMap<QString, QByteArrayList> &attributes);
    [[nodiscard]] DirectoryEntry *find(const QString &dn);
    void erase(const QString &dn) { m_entries.remove(normalizeDn(dn)); }

    /// A security descriptor for an object, from values.
    void setDescriptor(const QString &dn, const SecurityDescriptor &descriptor);
    [[nodiscard]] SecurityDescriptor descriptor(const QString &dn);

    [[nodiscard]] const QVector<Write> &writes() const { return m_writes; }
    void forgetWrites() { m_writes.clear(); }
    [[nodiscard]] Sid domainSid() const { return m_domainSid; }
    /// Everything in it, in a form that compares.
    [[nodiscard]] QMap<QString, QMap<QString, QByteArrayList>> content() const;

    /// Called after each read, before its result goes out: a test may write in between as somebody else would.
    std::function<void(const DirectorySearch &)> afterSearch;
    /// Called before each write; an error refuses it.
    std::function<std::optional<Error>(const Write &)> refuse;
    /// Time of whenCreated.
    std::function<QDateTime()> now;

private:
    [[nodiscard]] QVector<DirectoryEntry> matching(const DirectorySearch &search) const;
    [[nodiscard]] QString resolve(const QString &base) const;

    RootDse m_rootDse;
    Sid m_domainSid;
    quint32 m_nextRid = 1100;
    int m_nextGuid = 1;
    QMap<QString, DirectoryEntry> m_entries; // by normalised DN
    QVector<Write> m_writes;
    std::recursive_mutex m_mutex;
};

/// A healthy domain as the tasks expect one: root with a foreign access list, configuration with root key, schema
/// names, well-known containers, computers SYNC1$ and SYNC2$, a group "Sync Servers".
[[nodiscard]] std::shared_ptr<FakeDirectory> healthyDomain(const QString &domain = QStringLiteral("contoso.test"));

} // namespace cloudsync::tests
