// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountLookup.h"

#include "backend/setup/directory/HostPrincipals.h"
#include "backend/setup/directory/PasswordReaders.h"

#include <algorithm>

namespace cloudsync {

namespace {

// GUID_MANAGED_SERVICE_ACCOUNTS_CONTAINER_W (MS-ADTS 6.1.1.4).
constexpr QLatin1String containerGuid("1EB93889E40C45DF9F0C64D23BBB6237");
constexpr QLatin1String serviceAccountClass("msDS-GroupManagedServiceAccount");
constexpr int accountDisabled = 0x2;

bool isServiceAccount(const DirectoryEntry &entry)
{
    return entry.texts(QStringLiteral("objectClass")).contains(serviceAccountClass, Qt::CaseInsensitive);
}

} // namespace

QString accountNameWithDollar(const QString &name)
{
    return name.endsWith(u'$') ? name : name + u'$';
}

QString serviceAccountContainerGuid()
{
    return containerGuid;
}

Result<QString> serviceAccountContainer(Directory &directory, const std::stop_token &stop)
{
    const QString domain = directory.rootDse().defaultNamingContext;
    auto root = directory.read(domain, {QStringLiteral("otherWellKnownObjects")}, stop);
    if (!root)
        return fail(std::move(root.error()));
    // Each value is DN with binary: "B:32:<GUID in hex>:<DN>". A container that was deleted leaves a DN with "\0ADEL:".
    QString dn;
    for (const QString &value : root->texts(QStringLiteral("otherWellKnownObjects"))) {
        if (value.startsWith(QStringLiteral("B:32:")) &&
            value.mid(5, 32).compare(containerGuid, Qt::CaseInsensitive) == 0)
            dn = value.mid(38);
    }
    if (dn.isEmpty())
        return fail(ErrorCode::ServiceAccountContainerMissing, domain,
                    QStringLiteral("otherWellKnownObjects has no value for %1").arg(containerGuid));
    if (dn.contains(QStringLiteral("\\0ADEL:"), Qt::CaseInsensitive))
        return fail(ErrorCode::ServiceAccountContainerMissing, domain, dn);
    auto container = directory.read(dn, {QStringLiteral("distinguishedName")}, stop);
    if (!container && container.error().code == ErrorCode::DirectoryObjectMissing)
        return fail(ErrorCode::ServiceAccountContainerMissing, domain, dn);
    if (!container)
        return fail(std::move(container.error()));
    return container->dn;
}

Result<std::optional<NameHolder>> findNameHolder(Directory &directory, const QString &name, const std::stop_token &stop)
{
    const QString account = accountNameWithDollar(name);
    DirectorySearch request;
    request.base = directory.rootDse().defaultNamingContext;
    request.filter = QStringLiteral("(|(sAMAccountName=%1)(&(objectClass=%2)(cn=%3)))")
                         .arg(escapeFilter(account), serviceAccountClass, escapeFilter(account.chopped(1)));
    request.attributes = serviceAccountAttributes();
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    const DirectoryEntry *best = nullptr;
    for (const DirectoryEntry &entry : std::as_const(*entries)) {
        const bool bySam = entry.text(QStringLiteral("sAMAccountName")).compare(account, Qt::CaseInsensitive) == 0;
        if (!best || bySam)
            best = &entry;
    }
    if (!best)
        return std::optional<NameHolder>();
    return std::optional<NameHolder>(NameHolder{*best, isServiceAccount(*best)});
}

QStringList serviceAccountAttributes()
{
    return {QStringLiteral("objectClass"),
            QStringLiteral("sAMAccountName"),
            QStringLiteral("objectSid"),
            QStringLiteral("objectGUID"),
            QStringLiteral("dNSHostName"),
            QStringLiteral("msDS-SupportedEncryptionTypes"),
            QStringLiteral("msDS-ManagedPasswordInterval"),
            QStringLiteral("userAccountControl"),
            QStringLiteral("msDS-GroupMSAMembership")};
}

Result<ServiceAccountFacts> serviceAccountFacts(Directory &directory, const DirectoryEntry &entry,
                                                const std::stop_token &stop)
{
    ServiceAccountFacts facts;
    facts.dn = entry.dn;
    facts.samAccountName = entry.text(QStringLiteral("sAMAccountName"));
    facts.sid = entry.value(QStringLiteral("objectSid"));
    facts.guid = entry.value(QStringLiteral("objectGUID"));
    facts.dnsHostName = entry.text(QStringLiteral("dNSHostName"));
    facts.encryptionTypes = entry.text(QStringLiteral("msDS-SupportedEncryptionTypes")).toInt();
    facts.passwordIntervalDays = entry.text(QStringLiteral("msDS-ManagedPasswordInterval")).toInt();
    facts.enabled = (entry.text(QStringLiteral("userAccountControl")).toInt() & accountDisabled) == 0;
    auto readers = PasswordReaders::fromBytes(entry.value(QStringLiteral("msDS-GroupMSAMembership")));
    if (!readers)
        return fail(ErrorCode::SecurityDescriptorInvalid, entry.dn, readers.error().detail);
    auto names = namesOfSids(directory, readers->list(), stop);
    if (!names)
        return fail(std::move(names.error()));
    facts.allowedHosts = *names;
    return facts;
}

Result<ServiceAccountFacts> findServiceAccount(Directory &directory, const QString &name, const std::stop_token &stop)
{
    auto holder = findNameHolder(directory, name, stop);
    if (!holder)
        return fail(std::move(holder.error()));
    if (!*holder || !(*holder)->isServiceAccount)
        return fail(ErrorCode::DirectoryObjectMissing, accountNameWithDollar(name));
    return serviceAccountFacts(directory, (*holder)->entry, stop);
}

Result<QVector<ServiceAccountFacts>> listServiceAccounts(Directory &directory, const std::stop_token &stop)
{
    DirectorySearch request;
    request.base = directory.rootDse().defaultNamingContext;
    request.filter = QStringLiteral("(objectClass=%1)").arg(serviceAccountClass);
    request.attributes = serviceAccountAttributes();
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    QVector<ServiceAccountFacts> accounts;
    for (const DirectoryEntry &entry : std::as_const(*entries)) {
        auto facts = serviceAccountFacts(directory, entry, stop);
        if (!facts)
            return fail(std::move(facts.error()));
        accounts.append(*facts);
    }
    std::sort(accounts.begin(), accounts.end(), [](const ServiceAccountFacts &a, const ServiceAccountFacts &b) {
        return a.samAccountName.compare(b.samAccountName, Qt::CaseInsensitive) < 0;
    });
    return accounts;
}

} // namespace cloudsync
