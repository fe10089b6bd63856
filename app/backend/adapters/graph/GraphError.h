// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace cloudsync {

/// Any answer with a status outside 200 to 299 as an error: status, then the service's code. `detail` keeps the
/// service's code and message, request-id and client-request-id; never a header of the request.
[[nodiscard]] Error graphError(const HttpResponse &response, const QString &subject, const QByteArray &clientRequestId);

/// True when an access token can be read and is that of an application. Decides between two texts and nothing else: the
/// token is the service's, and its form may change.
[[nodiscard]] bool isApplicationToken(QByteArrayView token);

/// True when the service wants a sign-in that proves more (WWW-Authenticate with error="insufficient_claims").
[[nodiscard]] bool wantsStepUp(const HttpResponse &response);

/// The claims of that challenge (JSON), to be handed to the sign-in as they are; empty when it holds none that are JSON.
[[nodiscard]] QByteArray challengedClaims(const HttpResponse &response);

/// The body of a good answer: an object, or TenantResponseInvalid when it is cut off, HTML, or anything else.
[[nodiscard]] Result<QJsonObject> graphBody(const HttpResponse &response, const QString &subject,
                                            const QByteArray &clientRequestId);

} // namespace cloudsync
