// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Secret.h"
#include "backend/ports/Clock.h"
#include "backend/ports/HttpClient.h"
#include "backend/ports/SignIn.h"

#include <QJsonObject>

#include <variant>

namespace cloudsync {

class Log;
struct EntraError;

/// A successful answer of the token endpoint (RFC 6749 section 5.1).
struct TokenAnswer
{
    Secret accessToken;
    Secret refreshToken; ///< empty when none came
    Secret idToken;      ///< empty when none came
    QDateTime received;  ///< UTC
    QDateTime expires;   ///< UTC
    QString scope;       ///< as it came
};

/// One parameter of a form; the value is not yet encoded.
using FormFields = QList<QPair<QByteArray, QByteArray>>;

/// May a request be sent again when its answer was lost? A code can be redeemed once only; a refresh or an assertion
/// may be repeated.
enum class Repeat { Never, WhenLost };

/// Speaks with the sign-in service of one cloud: JSON documents by GET, forms by POST. Busy answers (429, 5xx) and lost
/// ones are repeated twice with a pause where that is safe. Every request carries a client-request-id.
class EntraChannel
{
public:
    EntraChannel(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud);

    /// SignInResponseInvalid when it is not a JSON object; the service's error otherwise.
    [[nodiscard]] Result<QJsonObject> getDocument(const QUrl &url, const std::stop_token &stop);
    /// Any answer with a status below 500 (but 429).
    [[nodiscard]] Result<HttpResponse> postForm(const QUrl &url, const FormFields &fields, Repeat repeat,
                                                const std::stop_token &stop);
    /// postForm() and readTokens().
    [[nodiscard]] Result<TokenAnswer> requestTokens(const QUrl &url, const FormFields &fields, Repeat repeat,
                                                    const std::stop_token &stop);

    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] Log &log() { return m_log; }
    [[nodiscard]] HttpSettings settings() const { return m_settings; }

private:
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request, Repeat repeat, const std::stop_token &stop);

    HttpClient &m_http;
    Clock &m_clock;
    Log &m_log;
    HttpSettings m_settings;
};

/// The body of an answer: an object, or SignInResponseInvalid when it is anything else (a proxy's page for example).
[[nodiscard]] Result<QJsonObject> jsonBody(const HttpResponse &response, const QUrl &url);

/// Tokens, or the error that the service gave instead. SignInResponseInvalid when it is neither.
[[nodiscard]] std::variant<TokenAnswer, EntraError, Error> readTokens(const HttpResponse &response, const QUrl &url,
                                                                      const QDateTime &now);
/// The same with the service's error turned into ours.
[[nodiscard]] Result<TokenAnswer> tokensOrError(const HttpResponse &response, const QUrl &url, const QDateTime &now);

} // namespace cloudsync
