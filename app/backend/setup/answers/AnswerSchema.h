// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <QJsonValue>

namespace cloudsync {

/// Validates a document against the answer file's schema. One AnswersInvalid for each problem: `subject` is the JSON pointer
/// (of the key itself when it is unknown or missing), `detail` a sentence. Values of secrets are never repeated.
[[nodiscard]] QVector<Error> schemaProblems(const QJsonValue &document);

} // namespace cloudsync
