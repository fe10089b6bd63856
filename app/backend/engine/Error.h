// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/ErrorCode.h"

#include <QJsonObject>

namespace cloudsync {

/// A failure as a value. `subject` names the thing concerned (a DN, a host, a JSON pointer, a file), `detail` is what
/// the other side or the system said, in its own words. Both may come from outside: show them as plain text only.
/// Neither ever holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString detail;
    QVector<Error> causes;

    /// One line for logs: code, subject, detail. English.
    [[nodiscard]] QString toLogText() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Error fromJson(const QJsonObject &object);

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace cloudsync
