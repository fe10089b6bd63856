// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SchemaMerge.h"

#include "backend/setup/tenant/TenantSetup.h"
#include "backend/setup/tenant/TenantText.h"

#include <utility>

namespace cloudsync {

namespace {

const QString rulesMember = QStringLiteral("synchronizationRules");
const QString mappingsMember = QStringLiteral("attributeMappings");
const QString credentialData = QStringLiteral("CredentialData");

void tell(QStringList *changes, const QString &sentence)
{
    if (changes)
        changes->append(sentence);
}

QString scopeSentence(const ScopeAnswers &scope)
{
    const QString names = scope.distinguishedNames.join(QStringLiteral("; "));
    switch (scope.kind) {
    case ScopeKind::All:
        return TenantText::tr("The scope becomes all objects of the domain.");
    case ScopeKind::OrganizationalUnits:
        return TenantText::tr("The scope becomes the organizational units: %1.").arg(names);
    case ScopeKind::Groups:
        return TenantText::tr("The scope becomes the direct members of the groups: %1.").arg(names);
    }
    return {};
}

QString mappingSentence(const AttributeMappingAnswers &mapping)
{
    if (mapping.remove)
        return TenantText::tr("%1: the mapping to %2 is taken out.").arg(mapping.object, mapping.target);
    switch (mapping.kind) {
    case MappingKind::Direct:
        return TenantText::tr("%1: %2 gets the value of the attribute %3.")
            .arg(mapping.object, mapping.target, mapping.source);
    case MappingKind::Constant:
        return TenantText::tr("%1: %2 gets the fixed value \"%3\".")
            .arg(mapping.object, mapping.target, mapping.source);
    case MappingKind::Expression:
        return TenantText::tr("%1: %2 gets the result of %3.").arg(mapping.object, mapping.target, mapping.source);
    }
    return {};
}

QString passwordHashSentence(const QString &object)
{
    return TenantText::tr("%1: the password hash is mapped to CredentialData.").arg(object);
}

// Writes a list of DNs into a filter object, null or missing included. True when it had to.
bool setNames(QJsonObject &rule, const QString &filter, const QString &member, const QStringList &current,
              const QStringList &wanted)
{
    if (sameDistinguishedNames(current, wanted))
        return false;
    QJsonObject object = rule.value(filter).toObject();
    object.insert(member, QJsonArray::fromStringList(wanted));
    rule.insert(filter, object);
    return true;
}

void mergeScope(QJsonObject &rule, const ScopeAnswers &scope, QStringList *changes)
{
    QStringList containers;
    QStringList groups;
    switch (scope.kind) {
    case ScopeKind::All:
        break;
    case ScopeKind::OrganizationalUnits:
        containers = scope.distinguishedNames;
        break;
    case ScopeKind::Groups:
        groups = scope.distinguishedNames;
        break;
    }
    const bool containersChange = setNames(rule, QStringLiteral("containerFilter"),
                                           QStringLiteral("includedContainers"), includedContainers(rule), containers);
    const bool groupsChange =
        setNames(rule, QStringLiteral("groupFilter"), QStringLiteral("includedGroups"), includedGroups(rule), groups);
    if (containersChange || groupsChange)
        tell(changes, scopeSentence(scope));
}

// The mapping that password hash synchronisation needs (graph.md section 7.5).
QJsonObject passwordHashMapping()
{
    return {{QStringLiteral("defaultValue"), QJsonValue()},
            {QStringLiteral("exportMissingReferences"), false},
            {QStringLiteral("flowBehavior"), QStringLiteral("FlowWhenChanged")},
            {QStringLiteral("flowType"), QStringLiteral("Always")},
            {QStringLiteral("matchingPriority"), 0},
            {QStringLiteral("targetAttributeName"), credentialData},
            {QStringLiteral("source"), QJsonObject{{QStringLiteral("expression"), QStringLiteral("[PasswordHash]")},
                                                   {QStringLiteral("name"), QStringLiteral("PasswordHash")},
                                                   {QStringLiteral("type"), QStringLiteral("Attribute")},
                                                   {QStringLiteral("parameters"), QJsonArray()}}}};
}

// The service does not take doubled mappings apart, and answers to them are undefined: all but the first go.
bool removeDoubles(QJsonArray &mappings, const QVector<qsizetype> &indices)
{
    for (qsizetype i = indices.size() - 1; i > 0; --i)
        mappings.removeAt(indices.at(i));
    return indices.size() > 1;
}

bool mergePasswordHash(QJsonObject &object)
{
    const QVector<qsizetype> indices = attributeMappings(object, credentialData);
    QJsonArray mappings = object.value(mappingsMember).toArray();
    bool changed = removeDoubles(mappings, indices);
    if (indices.isEmpty()) {
        mappings.append(passwordHashMapping());
        changed = true;
    }
    if (changed)
        object.insert(mappingsMember, mappings);
    return changed;
}

QJsonObject newMapping(const QString &target)
{
    QJsonObject mapping = passwordHashMapping();
    mapping.insert(QStringLiteral("targetAttributeName"), target);
    mapping.remove(QStringLiteral("source"));
    return mapping;
}

bool isWanted(const QJsonObject &mapping, const AttributeMappingAnswers &wanted)
{
    if (normalizedSource(mapping.value(QLatin1String("source")).toObject()) != normalizedSource(wantedSource(wanted)))
        return false;
    if (mapping.value(QLatin1String("flowType")).toString() != flowTypeName(wanted.flow))
        return false;
    return !wanted.defaultValue || mapping.value(QLatin1String("defaultValue")).toString() == *wanted.defaultValue;
}

void mergeMapping(QJsonObject &object, const AttributeMappingAnswers &wanted, const SchemaKnowledge &knowledge)
{
    QVector<qsizetype> indices = attributeMappings(object, wanted.target);
    QJsonArray mappings = object.value(mappingsMember).toArray();
    if (wanted.remove) {
        for (qsizetype i = indices.size() - 1; i >= 0; --i)
            mappings.removeAt(indices.at(i));
        object.insert(mappingsMember, mappings);
        return;
    }
    removeDoubles(mappings, indices);
    const bool isNew = indices.isEmpty();
    QJsonObject mapping = isNew ? newMapping(wanted.target) : mappings.at(indices.first()).toObject();
    if (normalizedSource(mapping.value(QLatin1String("source")).toObject()) != normalizedSource(wantedSource(wanted))) {
        const bool parsed = wanted.kind == MappingKind::Expression && knowledge.sources.contains(wanted.source);
        mapping.insert(QStringLiteral("source"),
                       parsed ? knowledge.sources.value(wanted.source) : wantedSource(wanted));
    }
    mapping.insert(QStringLiteral("flowType"), flowTypeName(wanted.flow));
    if (wanted.defaultValue)
        mapping.insert(QStringLiteral("defaultValue"), *wanted.defaultValue);
    if (isNew)
        mappings.append(mapping);
    else
        mappings.replace(indices.first(), mapping);
    object.insert(mappingsMember, mappings);
}

// Attributes that an agent sees and that the schema does not describe yet come from the discovered definition.
void addDiscovered(QJsonObject &schema, const QString &directoryName, const QString &objectName,
                   const QString &attribute, const SchemaKnowledge &knowledge)
{
    if (knowledge.discovered.isEmpty())
        return;
    const QJsonObject found = attributeDefinition(objectDefinition(knowledge.discovered, objectName), attribute);
    QJsonArray directories = schema.value(QLatin1String("directories")).toArray();
    for (qsizetype d = 0; d < directories.size() && !found.isEmpty(); ++d) {
        QJsonObject directory = directories.at(d).toObject();
        if (directory.value(QLatin1String("name")).toString().compare(directoryName, Qt::CaseInsensitive) != 0)
            continue;
        const QJsonArray objects = directory.value(QLatin1String("objects")).toArray();
        for (qsizetype o = 0; o < objects.size(); ++o) {
            QJsonObject object = objects.at(o).toObject();
            if (object.value(QLatin1String("name")).toString().compare(objectName, Qt::CaseInsensitive) != 0 ||
                !attributeDefinition(object, attribute).isEmpty()) {
                continue;
            }
            QJsonArray attributes = object.value(QLatin1String("attributes")).toArray();
            attributes.append(found);
            object.insert(QStringLiteral("attributes"), attributes);
            replaceAt(directory, QStringLiteral("objects"), o, object);
        }
        replaceAt(schema, QStringLiteral("directories"), d, directory);
    }
}

} // namespace

bool isMapped(const QJsonObject &objectMapping, const AttributeMappingAnswers &wanted)
{
    const QVector<qsizetype> indices = attributeMappings(objectMapping, wanted.target);
    if (wanted.remove)
        return indices.isEmpty();
    return indices.size() == 1 &&
           isWanted(objectMapping.value(mappingsMember).toArray().at(indices.first()).toObject(), wanted);
}

bool speaksOfSchema(const ConfigurationAnswers &answers)
{
    return answers.scope || answers.passwordHashSync.value_or(false) || !answers.attributeMappings.isEmpty();
}

QStringList schemaWishes(const ConfigurationAnswers &answers)
{
    QStringList wishes;
    if (answers.scope && answers.scope->kind != ScopeKind::All)
        wishes.append(scopeSentence(*answers.scope));
    if (answers.passwordHashSync.value_or(false)) {
        wishes.append(passwordHashSentence(QStringLiteral("user")));
        wishes.append(passwordHashSentence(QStringLiteral("inetOrgPerson")));
    }
    for (const AttributeMappingAnswers &mapping : answers.attributeMappings)
        wishes.append(mappingSentence(mapping));
    return wishes;
}

Result<QJsonObject> mergedSchema(const QJsonObject &current, const ConfigurationAnswers &answers,
                                 const SchemaKnowledge &knowledge, QStringList *changes)
{
    const qsizetype ruleIndex = provisioningRule(current);
    if (ruleIndex < 0) {
        return fail(ErrorCode::TenantResponseInvalid, answers.domain,
                    TenantText::tr("The schema holds no rule from Active Directory to Microsoft Entra ID."));
    }
    QJsonObject schema = current;
    QJsonObject rule = schema.value(rulesMember).toArray().at(ruleIndex).toObject();
    if (answers.scope)
        mergeScope(rule, *answers.scope, changes);
    if (answers.passwordHashSync.value_or(false)) {
        for (const QString &source : {QStringLiteral("user"), QStringLiteral("inetOrgPerson")}) {
            const qsizetype index = objectMapping(rule, source);
            if (index < 0)
                continue; // a configuration may leave a class out; then there is nothing to hash
            QJsonObject object = rule.value(QLatin1String("objectMappings")).toArray().at(index).toObject();
            if (mergePasswordHash(object)) {
                replaceAt(rule, QStringLiteral("objectMappings"), index, object);
                tell(changes, passwordHashSentence(source));
            }
        }
    }
    for (const AttributeMappingAnswers &wanted : answers.attributeMappings) {
        const qsizetype index = objectMapping(rule, wanted.object);
        if (index < 0) {
            return fail(ErrorCode::TenantConflict, wanted.object,
                        TenantText::tr("The configuration for %1 has no mapping for objects of the class %2.")
                            .arg(answers.domain, wanted.object));
        }
        QJsonObject object = rule.value(QLatin1String("objectMappings")).toArray().at(index).toObject();
        if (isMapped(object, wanted))
            continue;
        mergeMapping(object, wanted, knowledge);
        replaceAt(rule, QStringLiteral("objectMappings"), index, object);
        tell(changes, mappingSentence(wanted));
        if (wanted.remove)
            continue;
        const QStringList sources = wanted.kind == MappingKind::Direct       ? QStringList{wanted.source}
                                    : wanted.kind == MappingKind::Expression ? attributesOfExpression(wanted.source)
                                                                             : QStringList();
        for (const QString &attribute : sources) {
            addDiscovered(schema, rule.value(QLatin1String("sourceDirectoryName")).toString(),
                          object.value(QLatin1String("sourceObjectName")).toString(), attribute, knowledge);
        }
    }
    replaceAt(schema, rulesMember, ruleIndex, rule);
    return schema;
}

Result<QJsonObject> mergedSchema(const QJsonObject &current, const ConfigurationAnswers &answers, QStringList *changes)
{
    return mergedSchema(current, answers, SchemaKnowledge(), changes);
}

} // namespace cloudsync
