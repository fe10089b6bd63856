// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/SchemaMerge.h"

namespace cloudsync {

/// Asks the service about attributes and expressions that the answers bring in new, before they are written. Each
/// expression is parsed once, discovery is tried at most once.
class SchemaInquiry
{
public:
    SchemaInquiry(Tenant &tenant, QString servicePrincipalId, QString jobId, const std::stop_token &stop);

    /// Examines what `schema` does not have yet. TenantConflict names an attribute that neither the schema nor the
    /// agent knows, ExpressionInvalid (subject: the target attribute) what the service says of an expression; others
    /// are the calls' own.
    [[nodiscard]] Result<void> examine(const QJsonObject &schema, const ConfigurationAnswers &answers,
                                       SchemaKnowledge &knowledge);

private:
    [[nodiscard]] Result<void> examineSource(const QJsonObject &directory, const QJsonObject &mapping,
                                             const QString &attribute, SchemaKnowledge &knowledge);
    [[nodiscard]] Result<void> parse(const AttributeMappingAnswers &mapping, const QJsonObject &sourceObject,
                                     const QJsonObject &targetAttribute, SchemaKnowledge &knowledge);

    Tenant &m_tenant;
    QString m_servicePrincipalId;
    QString m_jobId;
    std::stop_token m_stop;
};

} // namespace cloudsync
