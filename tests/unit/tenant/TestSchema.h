// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cloudsync::tests {

/// A schema as the service gives it, with things that no client knows: an unknown member and metadata at every level, a
/// second rule from Active Directory, a rule of another source, a mapping with a member that is not documented.
inline QJsonObject templateSchema()
{
    static const char *const text = R"json({
  "@odata.context": "https://graph.test/$metadata#schema", "id": "schema-1", "version": "Date:2026-01-01",
  "unknownMember": {"kept": [1, 2.5, null]},
  "directories": [
    {"id": "dir-ad", "name": "Active Directory", "discoverabilities": "AttributeNames, AttributeDataTypes", "readOnly": false, "extra": true,
     "objects": [
       {"name": "user", "metadata": [{"key": "Unknown", "value": "x"}], "attributes": [
         {"name": "objectGUID", "type": "Binary"}, {"name": "mail", "type": "String"}, {"name": "title", "type": "String"},
         {"name": "givenName", "type": "String"}, {"name": "sn", "type": "String"}, {"name": "PasswordHash", "type": "String"}]},
       {"name": "inetOrgPerson", "attributes": [{"name": "mail", "type": "String"}]},
       {"name": "group", "attributes": [{"name": "cn", "type": "String"}]}]},
    {"id": "dir-entra", "name": "Microsoft Entra ID", "objects": [
       {"name": "User", "attributes": [
         {"name": "sourceAnchor", "type": "String"}, {"name": "mail", "type": "String"}, {"name": "jobTitle", "type": "String"},
         {"name": "displayName", "type": "String"}, {"name": "employeeHireDate", "type": "DateTime"}, {"name": "CredentialData", "type": "String"}]},
       {"name": "Group", "attributes": [{"name": "displayName", "type": "String"}]}]}
  ],
  "synchronizationRules": [
    {"id": "foreign-rule", "name": "HR", "priority": 1, "sourceDirectoryName": "Workday", "targetDirectoryName": "Active Directory",
     "editable": true, "metadata": [{"key": "k", "value": "v"}], "containerFilter": {"includedContainers": ["OU=HR,DC=contoso,DC=com"]},
     "objectMappings": [{"name": "workers", "sourceObjectName": "user", "targetObjectName": "user", "attributeMappings": []}]},
    {"id": "second-ad-rule", "name": "SomebodyElses", "priority": 1, "sourceDirectoryName": "Active Directory",
     "targetDirectoryName": "Microsoft Entra ID", "editable": true, "objectMappings": [], "containerFilter": null, "groupFilter": null},
    {"id": "6c409270-f78a-4bc6-af23-7cf3ab6482fe", "name": "AD2AADProvisioning", "priority": 2, "sourceDirectoryName": "Active Directory",
     "targetDirectoryName": "Microsoft Entra ID", "editable": true, "metadata": [{"key": "ruleMetadata", "value": "kept"}],
     "containerFilter": null, "groupFilter": {"includedGroups": [], "unknownFilterMember": 7},
     "objectMappings": [
       {"name": "Provision Active Directory users", "enabled": true, "flowTypes": "Add,Update,Delete", "sourceObjectName": "user",
        "targetObjectName": "User", "scope": null, "metadata": [{"key": "DisableMonitoringForChanges", "value": "true"}],
        "attributeMappings": [
          {"targetAttributeName": "sourceAnchor", "defaultValue": null, "exportMissingReferences": false, "flowBehavior": "FlowWhenChanged",
           "flowType": "Always", "matchingPriority": 1,
           "source": {"type": "Function", "name": "ConvertToBase64", "expression": "ConvertToBase64([objectGUID])", "parameters": [{"key": "source"}]}},
          {"targetAttributeName": "jobTitle", "defaultValue": "none", "exportMissingReferences": false, "flowBehavior": "FlowWhenChanged",
           "flowType": "Always", "matchingPriority": 0, "foreignMember": "kept",
           "source": {"type": "Attribute", "name": "title", "expression": "[title]", "parameters": []}},
          {"targetAttributeName": "mail", "defaultValue": null, "exportMissingReferences": false, "flowBehavior": "FlowWhenChanged",
           "flowType": "Always", "matchingPriority": 0,
           "source": {"type": "Attribute", "name": "mail", "expression": "[mail]", "parameters": []}}]},
       {"name": "Provision Active Directory inetOrgPersons", "enabled": true, "flowTypes": "Add,Update,Delete",
        "sourceObjectName": "inetOrgPerson", "targetObjectName": "User", "attributeMappings": []},
       {"name": "Provision Active Directory groups", "enabled": true, "flowTypes": "Add,Update,Delete", "sourceObjectName": "group",
        "targetObjectName": "Group", "attributeMappings": [
          {"targetAttributeName": "displayName", "flowBehavior": "FlowWhenChanged", "flowType": "Always", "matchingPriority": 0,
           "source": {"type": "Attribute", "name": "cn", "expression": "[cn]", "parameters": []}}]}]}
  ]
})json";
    return QJsonDocument::fromJson(text).object();
}

inline QJsonObject ruleOf(const QJsonObject &schema, const QString &name)
{
    const QJsonArray rules = schema.value(QLatin1String("synchronizationRules")).toArray();
    for (const QJsonValue &rule : rules) {
        if (rule.toObject().value(QLatin1String("name")).toString() == name)
            return rule.toObject();
    }
    return {};
}

/// The attribute mappings that write `target` for objects of the source class, in the rule of the template.
inline QJsonArray mappingsTo(const QJsonObject &schema, const QString &sourceObject, const QString &target)
{
    QJsonArray result;
    const QJsonArray objects =
        ruleOf(schema, QStringLiteral("AD2AADProvisioning")).value(QLatin1String("objectMappings")).toArray();
    for (const QJsonValue &object : objects) {
        if (object.toObject().value(QLatin1String("sourceObjectName")).toString() != sourceObject)
            continue;
        const QJsonArray mappings = object.toObject().value(QLatin1String("attributeMappings")).toArray();
        for (const QJsonValue &mapping : mappings) {
            if (mapping.toObject().value(QLatin1String("targetAttributeName")).toString() == target)
                result.append(mapping);
        }
    }
    return result;
}

} // namespace cloudsync::tests
