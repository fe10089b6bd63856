// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariantMap>

namespace cloudsync {

/// A refusal by the authorize, device code or token endpoint (RFC 6749 sections 4.1.2.1 and 5.2, with Entra's
/// additions).
struct EntraError
{
    QString error;       ///< for example "invalid_grant"
    QString description; ///< for people, holds the AADSTS number
    QString subError;
    QList<int> numbers; ///< AADSTS numbers, for example 50076
    QString traceId;
    QString correlationId;

    [[nodiscard]] static EntraError fromJson(const QJsonObject &body);
    [[nodiscard]] static EntraError fromQuery(const QVariantMap &values);

    /// Decided by `error` where that has one meaning alone, then by number, then by what `error` says roughly.
    [[nodiscard]] ErrorCode code() const;
    /// Code, `subject` and a detail of one line with description, trace id and correlation id.
    [[nodiscard]] Error toError(const QString &subject) const;
};

} // namespace cloudsync
