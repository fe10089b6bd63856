// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>
#include <QJsonValue>

namespace cloudsync {

/// Parses JSON text more strictly than QJsonDocument, which keeps the last of two equal keys without a word.
/// A UTF-8 byte order mark is skipped. Errors: AnswersNotJson (detail has line and column), AnswersInvalid when a key stands
/// twice in one object (one cause each, subject is the JSON pointer) or a string is longer than anything the answers need.
[[nodiscard]] Result<QJsonValue> parseStrictJson(const QByteArray &text);

/// `parent` + "/" + `token`, with the escapes of RFC 6901.
[[nodiscard]] QString jsonPointer(const QString &parent, const QString &token);
[[nodiscard]] QString jsonPointer(const QString &parent, qsizetype index);

} // namespace cloudsync
