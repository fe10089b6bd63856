// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/TenantPopulation.h"

#include "backend/setup/security/Sid.h"

namespace cloudsync {

namespace {

QString text(const QJsonObject &item, const char *key)
{
    return item.value(QLatin1String(key)).toString();
}

QStringList propertiesOf(TenantCollection collection)
{
    QStringList names{QStringLiteral("id"), QStringLiteral("displayName"), QStringLiteral("mail"),
                      QStringLiteral("proxyAddresses"), QStringLiteral("onPremisesSyncEnabled")};
    switch (collection) {
    case TenantCollection::Users:
        names += {QStringLiteral("userPrincipalName"), QStringLiteral("onPremisesImmutableId"),
                  QStringLiteral("onPremisesDomainName"), QStringLiteral("onPremisesDistinguishedName")};
        break;
    case TenantCollection::Groups:
        names += {QStringLiteral("onPremisesSecurityIdentifier")};
        break;
    case TenantCollection::Contacts:
        break;
    }
    return names;
}

} // namespace

Result<TenantPopulation> TenantPopulation::read(Tenant &tenant, const std::stop_token &stop)
{
    TenantPopulation population;
    for (const TenantCollection collection :
         {TenantCollection::Users, TenantCollection::Groups, TenantCollection::Contacts}) {
        auto done = tenant.forEachObject(
            collection, {}, propertiesOf(collection),
            [&](const QJsonObject &item) {
                population.add(collection, item);
                return true;
            },
            stop);
        if (!done)
            return fail(std::move(done.error()));
    }
    return population;
}

void TenantPopulation::add(TenantCollection collection, const QJsonObject &item)
{
    TenantObject object;
    object.id = text(item, "id");
    object.collection = collection;
    object.principalName = text(item, "userPrincipalName");
    object.displayName = text(item, "displayName");
    object.mail = text(item, "mail");
    object.anchor = text(item, collection == TenantCollection::Groups ? "onPremisesSecurityIdentifier" : "onPremisesImmutableId");
    object.domain = text(item, "onPremisesDomainName");
    object.dn = text(item, "onPremisesDistinguishedName");
    object.synchronised = item.value(QStringLiteral("onPremisesSyncEnabled")).toBool();
    const qsizetype index = m_objects.size();
    if (!object.anchor.isEmpty())
        m_byAnchor.insert(object.anchor, index);
    if (!object.principalName.isEmpty())
        m_byName.insert(object.principalName.toCaseFolded(), index);
    if (!object.mail.isEmpty())
        m_byAddress.insert(object.mail.toCaseFolded(), index);
    for (const QJsonValue address : item.value(QStringLiteral("proxyAddresses")).toArray()) {
        const QString typed = address.toString();
        if (typed.startsWith(QStringLiteral("smtp:"), Qt::CaseInsensitive))
            m_byAddress.insert(typed.mid(5).toCaseFolded(), index);
    }
    m_objects.append(object);
}

QString TenantPopulation::anchorOf(const ScannedObject &object)
{
    if (object.isPerson())
        return object.sourceAnchor();
    if (object.kind != ObjectKind::Group)
        return {};
    const auto sid = Sid::fromBytes(object.sid);
    return sid ? sid->toText() : QString();
}

const TenantObject *TenantPopulation::byAnchor(const ScannedObject &object) const
{
    const QString anchor = anchorOf(object);
    const auto found = anchor.isEmpty() ? m_byAnchor.cend() : m_byAnchor.constFind(anchor);
    return found == m_byAnchor.cend() ? nullptr : &m_objects.at(*found);
}

const TenantObject *TenantPopulation::byPrincipalName(const QString &name) const
{
    const auto found = m_byName.constFind(name.toCaseFolded());
    return found == m_byName.cend() ? nullptr : &m_objects.at(*found);
}

const TenantObject *TenantPopulation::byAddress(const QString &address) const
{
    const auto found = m_byAddress.constFind(address.toCaseFolded());
    return found == m_byAddress.cend() ? nullptr : &m_objects.at(*found);
}

} // namespace cloudsync
