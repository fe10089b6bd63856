// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/SchemaDocument.h"

namespace cloudsync {

/// The differences between two schemas in what this product writes: filters of a rule, attribute mappings by target,
/// attribute definitions. One object each, with what stood there before and what was written; enough to take it back
/// without touching what somebody else changed meanwhile.
[[nodiscard]] QVector<QJsonObject> schemaDifferences(const QJsonObject &before, const QJsonObject &after);

/// `current` with the differences taken back, newest last in `differences`. A place that no longer holds what was
/// written stays as it is and is named in `left`, unless it holds again what stood there before.
[[nodiscard]] QJsonObject revertedSchema(const QJsonObject &current, const QVector<QJsonObject> &differences,
                                         QStringList *left);

} // namespace cloudsync
