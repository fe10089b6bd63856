// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SchemaInquiry.h"

#include "backend/setup/tenant/TenantText.h"

#include <utility>

namespace cloudsync {

namespace {

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

} // namespace

SchemaInquiry::SchemaInquiry(Tenant &tenant, QString servicePrincipalId, QString jobId, const std::stop_token &stop)
    : m_tenant(tenant), m_servicePrincipalId(std::move(servicePrincipalId)), m_jobId(std::move(jobId)), m_stop(stop)
{
}

Result<void> SchemaInquiry::examine(const QJsonObject &schema, const ConfigurationAnswers &answers,
                                    SchemaKnowledge &knowledge)
{
    const qsizetype ruleIndex = provisioningRule(schema);
    if (ruleIndex < 0)
        return {};
    const QJsonObject rule = schema.value(QLatin1String("synchronizationRules")).toArray().at(ruleIndex).toObject();
    const QJsonObject source = directoryDefinition(schema, member(rule, "sourceDirectoryName"));
    const QJsonObject target = directoryDefinition(schema, member(rule, "targetDirectoryName"));
    for (const AttributeMappingAnswers &wanted : answers.attributeMappings) {
        const qsizetype index = objectMapping(rule, wanted.object);
        if (index < 0 || wanted.remove)
            continue;
        const QJsonObject mapping = rule.value(QLatin1String("objectMappings")).toArray().at(index).toObject();
        if (isMapped(mapping, wanted))
            continue;
        const QJsonObject targetObject = objectDefinition(target, member(mapping, "targetObjectName"));
        const QJsonObject targetAttribute = attributeDefinition(targetObject, wanted.target);
        // A schema that does not describe the class leaves the decision to the service.
        if (!targetObject.isEmpty() && targetAttribute.isEmpty()) {
            return fail(
                ErrorCode::TenantConflict, wanted.target,
                TenantText::tr("%1 has no attribute %2 for objects of the class %3.")
                    .arg(member(rule, "targetDirectoryName"), wanted.target, member(mapping, "targetObjectName")));
        }
        const QStringList read = wanted.kind == MappingKind::Direct       ? QStringList{wanted.source}
                                 : wanted.kind == MappingKind::Expression ? attributesOfExpression(wanted.source)
                                                                          : QStringList();
        for (const QString &attribute : read) {
            if (auto known = examineSource(source, mapping, attribute, knowledge); !known)
                return known;
        }
        if (wanted.kind == MappingKind::Expression && !knowledge.sources.contains(wanted.source)) {
            const QJsonObject sourceObject = objectDefinition(source, member(mapping, "sourceObjectName"));
            if (auto parsed = parse(wanted, sourceObject, targetAttribute, knowledge); !parsed)
                return parsed;
        }
    }
    return {};
}

Result<void> SchemaInquiry::examineSource(const QJsonObject &directory, const QJsonObject &mapping,
                                          const QString &attribute, SchemaKnowledge &knowledge)
{
    const QString className = member(mapping, "sourceObjectName");
    const QJsonObject object = objectDefinition(directory, className);
    if (object.isEmpty() || !attributeDefinition(object, attribute).isEmpty())
        return {};
    QVector<Error> causes;
    if (knowledge.discovered.isEmpty()) {
        // An attribute that was added to Active Directory later is known to the agent, not yet to the schema (graph.md
        // section 7.1).
        auto discovered = m_tenant.discover(m_servicePrincipalId, m_jobId, member(directory, "id"), m_stop);
        if (discovered)
            knowledge.discovered = *discovered;
        else if (discovered.error().code == ErrorCode::Cancelled)
            return fail(std::move(discovered.error()));
        else
            causes.append(discovered.error());
    }
    if (!attributeDefinition(objectDefinition(knowledge.discovered, className), attribute).isEmpty())
        return {};
    return fail(ErrorCode::TenantConflict, attribute,
                TenantText::tr("Active Directory has no attribute %1 for objects of the class %2, as far as the agent "
                               "can see. After an extension of "
                               "its schema the agent has to be restarted.")
                    .arg(attribute, className),
                causes);
}

Result<void> SchemaInquiry::parse(const AttributeMappingAnswers &mapping, const QJsonObject &sourceObject,
                                  const QJsonObject &targetAttribute, SchemaKnowledge &knowledge)
{
    QJsonObject body{{QStringLiteral("expression"), mapping.source}};
    if (!sourceObject.isEmpty()) {
        body.insert(QStringLiteral("testInputObject"), QJsonObject{{QStringLiteral("definition"), sourceObject},
                                                                   {QStringLiteral("properties"), QJsonArray()}});
    }
    if (!targetAttribute.isEmpty())
        body.insert(QStringLiteral("targetAttributeDefinition"), targetAttribute);
    auto answer = m_tenant.parseExpression(m_servicePrincipalId, m_jobId, body, m_stop);
    if (!answer)
        return fail(std::move(answer.error()));
    // Evaluation has nothing to work on here; only whether it parses counts.
    if (!answer->value(QLatin1String("parsingSucceeded")).toBool()) {
        const QJsonObject error = answer->value(QLatin1String("error")).toObject();
        const QString message = member(error, "message");
        return fail(ErrorCode::ExpressionInvalid, mapping.target, message.isEmpty() ? mapping.source : message);
    }
    const QJsonObject parsed = answer->value(QLatin1String("parsedExpression")).toObject();
    knowledge.sources.insert(mapping.source, parsed.isEmpty() ? wantedSource(mapping) : parsed);
    return {};
}

} // namespace cloudsync
