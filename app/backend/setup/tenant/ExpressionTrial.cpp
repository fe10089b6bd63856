// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/ExpressionTrial.h"

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/SchemaDocument.h"

namespace cloudsync {

namespace {

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

// The object by the names that people know it by.
Result<DirectoryEntry> findExample(Session &session, const QString &domain, const QString &name,
                                   const QStringList &attributes, const std::stop_token &stop)
{
    auto directory = session.directory(domain, stop);
    if (!directory)
        return fail(std::move(directory.error()));
    const QString text = escapeFilter(name);
    DirectorySearch search;
    search.base = (*directory)->rootDse().defaultNamingContext;
    search.filter = QStringLiteral("(|(userPrincipalName=%1)(sAMAccountName=%1)(cn=%1))").arg(text);
    search.attributes = attributes;
    search.sizeLimit = 1;
    auto found = (*directory)->list(search, stop);
    if (!found)
        return fail(std::move(found.error()));
    if (found->isEmpty())
        return fail(ErrorCode::DirectoryObjectMissing, name);
    return found->first();
}

QJsonArray propertiesOf(const DirectoryEntry &entry, const QStringList &attributes)
{
    QJsonArray properties;
    for (const QString &attribute : attributes) {
        if (entry.has(attribute))
            properties.append(
                QJsonObject{{QStringLiteral("key"), attribute}, {QStringLiteral("value"), entry.text(attribute)}});
    }
    return properties;
}

} // namespace

Result<ExpressionTrial> tryExpression(const std::shared_ptr<Session> &session, const QString &domain,
                                      const AttributeMappingAnswers &mapping, const QString &example,
                                      const std::stop_token &stop)
{
    ConfigurationAnswers named;
    named.domain = domain;
    DomainConfiguration where(session, named);
    auto configuration = where.require(stop);
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto job = where.requireJob(provisioningTemplate(), stop);
    if (!job)
        return fail(std::move(job.error()));
    auto tenant = where.tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto schema = (*tenant)->schema(configuration->servicePrincipalId, job->id, stop);
    if (!schema)
        return fail(std::move(schema.error()));
    const qsizetype index = provisioningRule(*schema);
    const QJsonObject rule = schema->value(QLatin1String("synchronizationRules")).toArray().at(index).toObject();
    const qsizetype objectIndex = objectMapping(rule, mapping.object);
    if (index < 0 || objectIndex < 0)
        return fail(ErrorCode::TenantConflict, mapping.object);
    const QJsonObject object = rule.value(QLatin1String("objectMappings")).toArray().at(objectIndex).toObject();
    const QJsonObject definition = objectDefinition(directoryDefinition(*schema, member(rule, "sourceDirectoryName")),
                                                    member(object, "sourceObjectName"));
    const QJsonObject target =
        attributeDefinition(objectDefinition(directoryDefinition(*schema, member(rule, "targetDirectoryName")),
                                             member(object, "targetObjectName")),
                            mapping.target);

    ExpressionTrial trial;
    QJsonArray properties;
    if (!example.trimmed().isEmpty()) {
        const QStringList attributes = attributesOfExpression(mapping.source);
        auto entry = findExample(*session, domain, example.trimmed(), attributes, stop);
        if (!entry)
            return fail(std::move(entry.error()));
        trial.example = entry->dn;
        properties = propertiesOf(*entry, attributes);
    }
    QJsonObject body{{QStringLiteral("expression"), mapping.source}};
    if (!definition.isEmpty()) {
        body.insert(QStringLiteral("testInputObject"), QJsonObject{{QStringLiteral("definition"), definition},
                                                                   {QStringLiteral("properties"), properties}});
    }
    if (!target.isEmpty())
        body.insert(QStringLiteral("targetAttributeDefinition"), target);
    auto answer = (*tenant)->parseExpression(configuration->servicePrincipalId, job->id, body, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    trial.parsed = answer->value(QLatin1String("parsingSucceeded")).toBool();
    const bool evaluated = answer->value(QLatin1String("evaluationSucceeded")).toBool();
    if (!trial.parsed || (!evaluated && !trial.example.isEmpty()))
        trial.problem = member(answer->value(QLatin1String("error")).toObject(), "message");
    const QJsonArray values = answer->value(QLatin1String("evaluationResult")).toArray();
    for (const QJsonValue &value : values)
        trial.values.append(value.toString());
    return trial;
}

} // namespace cloudsync
