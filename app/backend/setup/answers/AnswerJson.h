// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/Answers.h"

#include <QJsonObject>

namespace cloudsync {

/// Turns a document that the schema accepts into values. Relative paths are taken from `baseFolder`, or from the working
/// directory when nothing is there but something is here.
[[nodiscard]] Answers answersFromDocument(const QJsonObject &document, const QString &baseFolder);

} // namespace cloudsync
