// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/SchemaDocument.h"

#include <QHash>

namespace cloudsync {

/// What the service answered about what the answers bring in new: to be worked into the merge.
struct SchemaKnowledge
{
    /// attributeMappingSource by expression text, as parseExpression gave it.
    QHash<QString, QJsonObject> sources;
    /// A directory definition that discovery brought; empty while it was not needed.
    QJsonObject discovered;
};

/// The public mergedSchema() with that knowledge.
[[nodiscard]] Result<QJsonObject> mergedSchema(const QJsonObject &current, const ConfigurationAnswers &answers,
                                               const SchemaKnowledge &knowledge, QStringList *changes);

/// True when the schema's mapping is as the answers want it: nothing to check, nothing to write.
[[nodiscard]] bool isMapped(const QJsonObject &objectMapping, const AttributeMappingAnswers &wanted);

/// True when the answers say anything about the schema.
[[nodiscard]] bool speaksOfSchema(const ConfigurationAnswers &answers);
/// What would change in a schema that is not there yet, in sentences.
[[nodiscard]] QStringList schemaWishes(const ConfigurationAnswers &answers);

} // namespace cloudsync
