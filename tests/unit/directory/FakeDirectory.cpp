// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/directory/FakeDirectory.h"

#include "tests/unit/directory/LdapFilter.h"

#include <QCryptographicHash>

#include <algorithm>

namespace cloudsync::tests {

namespace {

bool inScope(const QString &key, const QString &base, SearchScope scope)
{
    switch (scope) {
    case SearchScope::Base:
        return key == base;
    case SearchScope::OneLevel:
        return key.endsWith(u',' + base) && splitDn(key).size() == splitDn(base).size() + 1;
    case SearchScope::Subtree:
        return key == base || key.endsWith(u',' + base);
    }
    return false;
}

QByteArray madeGuid(int number)
{
    return QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Md5);
}

QByteArray partOf(const QByteArray &descriptor, int parts)
{
    auto whole = SecurityDescriptor::fromBytes(descriptor);
    if (!whole || parts != DaclPart)
        return descriptor;
    auto bytes = whole->daclOnly().toBytes();
    return bytes ? *bytes : QByteArray();
}

bool isPrincipal(const DirectoryEntry &entry)
{
    const QStringList classes = entry.texts(QStringLiteral("objectClass"));
    return std::any_of(classes.begin(), classes.end(), [](const QString &one) {
        return QStringList{QStringLiteral("user"), QStringLiteral("group"), QStringLiteral("computer"),
                           QStringLiteral("msDS-GroupManagedServiceAccount")}
            .contains(one);
    });
}

} // namespace

FakeDirectory::FakeDirectory(const QString &domain)
    : m_domainSid(5, {21, 1000, 2000, static_cast<quint32>(domain.size())})
{
    const QString base = domainToDn(domain);
    m_rootDse.uri = QStringLiteral("ldaps://dc1.") + domain;
    m_rootDse.dnsHostName = QStringLiteral("dc1.") + domain;
    m_rootDse.defaultNamingContext = base;
    m_rootDse.rootDomainNamingContext = base;
    m_rootDse.configurationNamingContext = QStringLiteral("CN=Configuration,") + base;
    m_rootDse.schemaNamingContext = QStringLiteral("CN=Schema,CN=Configuration,") + base;
    m_rootDse.serverName = QStringLiteral("CN=DC1,CN=Servers,CN=Site,CN=Sites,CN=Configuration,") + base;
    m_rootDse.domainFunctionality = 7;
    m_rootDse.forestFunctionality = 7;
    m_rootDse.domainControllerFunctionality = 7;
    m_rootDse.isSynchronized = true;
    m_rootDse.isGlobalCatalogReady = true;
}

QString FakeDirectory::resolve(const QString &base) const
{
    if (base.startsWith(QStringLiteral("<GUID="))) {
        const QByteArray guid = guidFromText(base.mid(6).chopped(1));
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (it->value(QStringLiteral("objectGUID")) == guid)
                return it.key();
        }
        return QStringLiteral("cn=nowhere");
    }
    return normalizeDn(base);
}

QVector<DirectoryEntry> FakeDirectory::matching(const DirectorySearch &search) const
{
    QVector<DirectoryEntry> found;
    const QString base = resolve(search.base);
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (!inScope(it.key(), base, search.scope) || !matchesFilter(*it, search.filter))
            continue;
        DirectoryEntry copy;
        copy.dn = it->dn;
        for (const QString &name :
             search.attributes.isEmpty() ? QStringList(it->attributes().keys()) : search.attributes) {
            const bool isDescriptor = name.compare(QStringLiteral("nTSecurityDescriptor"), Qt::CaseInsensitive) == 0;
            if (!it->has(name) || (isDescriptor && search.attributes.isEmpty()))
                continue;
            if (isDescriptor)
                copy.set(name, {partOf(it->value(name), search.securityDescriptorParts)});
            else
                copy.set(name, it->values(name));
        }
        found.append(copy);
        if (search.sizeLimit > 0 && found.size() == search.sizeLimit)
            break;
    }
    return found;
}

Result<void> FakeDirectory::search(const DirectorySearch &search, const std::function<bool(DirectoryEntry &&)> &onEntry,
                                   const std::stop_token &stop)
{
    QVector<DirectoryEntry> found;
    {
        const std::lock_guard lock(m_mutex);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, search.base);
        if (!m_entries.contains(resolve(search.base)))
            return fail(ErrorCode::DirectoryObjectMissing, search.base);
        found = matching(search);
        if (afterSearch)
            afterSearch(search);
    }
    for (DirectoryEntry &entry : found) {
        if (!onEntry(std::move(entry)))
            break;
    }
    return {};
}

Result<void> FakeDirectory::add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, dn);
    const Write write{Write::Kind::Add, dn, {}, NoSecurityDescriptor};
    if (refuse) {
        if (auto error = refuse(write))
            return fail(*error);
    }
    if (m_entries.contains(normalizeDn(dn)))
        return fail(ErrorCode::DirectoryObjectExists, dn);
    const QString parent = normalizeDn(splitDn(dn).mid(1).join(u','));
    if (!m_entries.contains(parent))
        return fail(ErrorCode::DirectoryObjectMissing, dn);
    m_writes.append(write);
    DirectoryEntry &entry = put(dn, attributes);
    const QDateTime time = now ? now() : QDateTime::currentDateTimeUtc();
    entry.set(QStringLiteral("whenCreated"),
              {time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + ".0Z"});
    return {};
}

Result<void> FakeDirectory::modify(const QString &dn, const QVector<DirectoryModification> &modifications,
                                   int securityDescriptorParts, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, dn);
    const Write write{Write::Kind::Modify, dn, modifications, securityDescriptorParts};
    if (refuse) {
        if (auto error = refuse(write))
            return fail(*error);
    }
    const auto entry = m_entries.find(resolve(dn));
    if (entry == m_entries.end())
        return fail(ErrorCode::DirectoryObjectMissing, dn);
    m_writes.append(write);
    for (const DirectoryModification &one : modifications) {
        QByteArrayList values = entry->values(one.attribute);
        switch (one.operation) {
        case DirectoryModification::Operation::Add:
            values += one.values;
            break;
        case DirectoryModification::Operation::Delete:
            if (one.values.isEmpty())
                values.clear();
            for (const QByteArray &value : one.values)
                values.removeAll(value);
            break;
        case DirectoryModification::Operation::Replace:
            values = one.values;
            break;
        }
        const bool isDescriptor =
            one.attribute.compare(QStringLiteral("nTSecurityDescriptor"), Qt::CaseInsensitive) == 0;
        if (isDescriptor && securityDescriptorParts == DaclPart && !values.isEmpty()) {
            auto old = SecurityDescriptor::fromBytes(entry->value(one.attribute));
            auto written = SecurityDescriptor::fromBytes(values.first());
            if (!old || !written || !written->dacl)
                return fail(ErrorCode::DirectoryRequestRefused, dn, QStringLiteral("security descriptor"));
            SecurityDescriptor merged = *old;
            merged.setDacl(*written->dacl);
            merged.control = static_cast<quint16>((merged.control & ~sd_control::daclProtected) |
                                                  (written->control & sd_control::daclProtected));
            values = {merged.toBytes().value_or(QByteArray())};
        }
        entry->set(one.attribute, values);
    }
    return {};
}

Result<void> FakeDirectory::remove(const QString &dn, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, dn);
    const Write write{Write::Kind::Remove, dn, {}, NoSecurityDescriptor};
    if (refuse) {
        if (auto error = refuse(write))
            return fail(*error);
    }
    if (m_entries.remove(normalizeDn(dn)) == 0)
        return fail(ErrorCode::DirectoryObjectMissing, dn);
    m_writes.append(write);
    return {};
}

DirectoryEntry &FakeDirectory::put(const QString &dn, const QMap<QString, QByteArrayList> &attributes)
{
    const std::lock_guard lock(m_mutex);
    DirectoryEntry entry;
    entry.dn = dn;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        entry.set(it.key(), it.value());
    const QString name = splitDn(dn).value(0);
    entry.set(QStringLiteral("distinguishedName"), {dn.toUtf8()});
    entry.set(QStringLiteral("name"), {name.mid(name.indexOf(u'=') + 1).toUtf8()});
    if (name.startsWith(QStringLiteral("CN=")))
        entry.set(QStringLiteral("cn"), {name.mid(3).toUtf8()});
    if (!entry.has(QStringLiteral("objectGUID")))
        entry.set(QStringLiteral("objectGUID"), {madeGuid(m_nextGuid++)});
    if (!entry.has(QStringLiteral("objectSid")) && isPrincipal(entry))
        entry.set(QStringLiteral("objectSid"), {m_domainSid.child(m_nextRid++).toBytes()});
    return *m_entries.insert(normalizeDn(dn), entry);
}

DirectoryEntry *FakeDirectory::find(const QString &dn)
{
    const auto it = m_entries.find(resolve(dn));
    return it == m_entries.end() ? nullptr : &*it;
}

void FakeDirectory::setDescriptor(const QString &dn, const SecurityDescriptor &descriptor)
{
    const auto it = m_entries.find(normalizeDn(dn));
    auto bytes = descriptor.toBytes();
    if (it != m_entries.end() && bytes)
        it->set(QStringLiteral("nTSecurityDescriptor"), {*bytes});
}

SecurityDescriptor FakeDirectory::descriptor(const QString &dn)
{
    const DirectoryEntry *entry = find(dn);
    return entry ? SecurityDescriptor::fromBytes(entry->value(QStringLiteral("nTSecurityDescriptor")))
                       .value_or(SecurityDescriptor())
                 : SecurityDescriptor();
}

QMap<QString, QMap<QString, QByteArrayList>> FakeDirectory::content() const
{
    QMap<QString, QMap<QString, QByteArrayList>> all;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        all.insert(it.key(), it->attributes());
    return all;
}

} // namespace cloudsync::tests
