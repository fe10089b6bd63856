// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/setup/answers/Answers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cloudsync {

// Finding one's way in a synchronizationSchema (graph.md section 7). Nothing here writes to the service.

/// Index in synchronizationRules of the rule that brings Active Directory's objects to Microsoft Entra ID; -1 when
/// there is none. Foreign rules (another source, or further ones beside the template's) are never chosen.
[[nodiscard]] qsizetype provisioningRule(const QJsonObject &schema);
/// Index in the rule's objectMappings of the mapping whose source is `sourceObject` (user, inetOrgPerson, group,
/// contact); -1.
[[nodiscard]] qsizetype objectMapping(const QJsonObject &rule, const QString &sourceObject);
/// Indices in the object mapping's attributeMappings of those that write `target`.
[[nodiscard]] QVector<qsizetype> attributeMappings(const QJsonObject &objectMapping, const QString &target);
/// The directory of that name; empty when the schema describes none.
[[nodiscard]] QJsonObject directoryDefinition(const QJsonObject &schema, const QString &name);
[[nodiscard]] QJsonObject objectDefinition(const QJsonObject &directory, const QString &name);
[[nodiscard]] QJsonObject attributeDefinition(const QJsonObject &object, const QString &name);

/// Puts `value` back at `index` of the array member `name`.
void replaceAt(QJsonObject &object, const QString &name, qsizetype index, const QJsonValue &value);

// Scope.
[[nodiscard]] QStringList includedContainers(const QJsonObject &rule);
[[nodiscard]] QStringList includedGroups(const QJsonObject &rule);
/// True when both lists name the same objects: order, case and blanks do not count.
[[nodiscard]] bool sameDistinguishedNames(const QStringList &a, const QStringList &b);

// Sources of attribute mappings.
/// Comparable text of an expression: blanks outside quoted text do not count.
[[nodiscard]] QString normalizedExpression(const QString &expression);
/// Comparable text of an attributeMappingSource, whatever its type says.
[[nodiscard]] QString normalizedSource(const QJsonObject &source);
/// "text" in quotes, with quotes and backslashes escaped (graph.md section 7.4).
[[nodiscard]] QString quotedConstant(const QString &text);
/// The attributeMappingSource that the answers ask for.
[[nodiscard]] QJsonObject wantedSource(const AttributeMappingAnswers &mapping);
/// Attribute names in brackets that an expression reads.
[[nodiscard]] QStringList attributesOfExpression(const QString &expression);
/// "Always" or "ObjectAddOnly".
[[nodiscard]] QString flowTypeName(MappingFlow flow);

} // namespace cloudsync
