// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// A value of an object before and after, as the service tells it.
struct PropertyChange
{
    QString name;
    QString before;
    QString after;
};
/// From modifiedProperties: [{"displayName","oldValue","newValue"},…].
[[nodiscard]] QVector<PropertyChange> propertyChanges(const QJsonArray &modifiedProperties);
[[nodiscard]] QJsonArray toJson(const QVector<PropertyChange> &changes);

/// What the service says of one object that was provisioned on demand (graph.md section 10).
struct OnDemandReport
{
    struct Step
    {
        QString name;        ///< as the service names it
        QString kind;        ///< Import, Scoping, Matching, Processing, Export
        QString status;      ///< success, failure, skipped, warning
        QString description; ///< the service's own words
    };
    QString distinguishedName;
    QString domain;
    QString objectType;   ///< class in Active Directory
    QString result;       ///< Success, Failure, Skipped: as the service tells it
    QString action;       ///< create, update, …; empty where it is not told
    QString errorCode;    ///< empty when there is none
    QString errorMessage; ///< the service's own words
    QVector<Step> steps;
    QVector<PropertyChange> properties;
    QString objectId;          ///< in the tenant; empty when there is none
    QString userPrincipalName; ///< that a user got; empty for others
    QString nameReason;        ///< why the user got this name, in a sentence; empty when it cannot be told

    [[nodiscard]] bool failed() const;
    /// True when the object was in step before: RedundantExport.
    [[nodiscard]] bool wasInStep() const;
    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract, without exitCode
};

/// Provisions one object now. The configuration is that of the DN's domain. `objectType` is the class in Active
/// Directory; empty: read from the directory where the answers name it, else "user". No second attempt: the answer to
/// one would hide what the first did. Errors: TenantNotFound when the domain has no configuration or no job,
/// DirectoryObjectMissing, AnswersInvalid when it is no DN of a domain, those of the ports.
[[nodiscard]] Result<OnDemandReport> provisionObject(const std::shared_ptr<Session> &session,
                                                     const QString &distinguishedName, const QString &objectType,
                                                     const std::stop_token &stop);

/// Why a user got this name, from the name in Active Directory and the tenant's verified domains. Empty when the name
/// in Active Directory is not known.
[[nodiscard]] QString userPrincipalNameReason(const QString &inDirectory, const QString &inTenant,
                                              const QVector<TenantDomain> &domains);

} // namespace cloudsync
