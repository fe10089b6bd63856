// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Tenant.h"
#include "backend/setup/scan/ScannedObject.h"

#include <QHash>
#include <QVector>

namespace cloudsync {

/// One user, group or contact of the tenant, as far as a match needs it.
struct TenantObject
{
    QString id;
    TenantCollection collection = TenantCollection::Users;
    QString principalName;
    QString displayName;
    QString mail;
    QString anchor; ///< onPremisesImmutableId of users, onPremisesSecurityIdentifier of groups
    QString domain; ///< onPremisesDomainName of users; a group tells its domain by its anchor
    QString dn;     ///< onPremisesDistinguishedName
    bool synchronised = false;
};

/// Who is in the tenant now, to be found by anchor, sign-in name and address.
class TenantPopulation
{
public:
    [[nodiscard]] static Result<TenantPopulation> read(Tenant &tenant, const std::stop_token &stop);

    /// The object that this one was synchronised to before; nullptr when there is none.
    [[nodiscard]] const TenantObject *byAnchor(const ScannedObject &object) const;
    [[nodiscard]] const TenantObject *byPrincipalName(const QString &name) const;
    [[nodiscard]] const TenantObject *byAddress(const QString &address) const;
    [[nodiscard]] const QVector<TenantObject> &all() const { return m_objects; }
    /// What byAnchor() compares: the source anchor of a person, the SID of a group. Empty where there is nothing.
    [[nodiscard]] static QString anchorOf(const ScannedObject &object);

private:
    void add(TenantCollection collection, const QJsonObject &item);
    QVector<TenantObject> m_objects;
    QHash<QString, qsizetype> m_byAnchor;
    QHash<QString, qsizetype> m_byName;
    QHash<QString, qsizetype> m_byAddress;
};

} // namespace cloudsync
