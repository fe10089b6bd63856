// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/Answers.h"

#include <QJsonObject>

namespace cloudsync::test {

/// A document that uses every section and is right.
[[nodiscard]] QJsonObject completeDocument();
/// The same text after `change` was made to it.
[[nodiscard]] QByteArray completeText();

/// Answers that validate, drawn from `seed`: every enumeration value, optional part and list length turns up in some of them.
[[nodiscard]] Answers generatedAnswers(quint32 seed);

/// The document with the value at a JSON pointer replaced, added or (Undefined) removed.
[[nodiscard]] QJsonObject changed(const QJsonObject &document, const QString &pointer, const QJsonValue &value);

} // namespace cloudsync::test
