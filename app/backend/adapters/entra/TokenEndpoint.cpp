// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/TokenEndpoint.h"

#include "backend/adapters/entra/EntraError.h"
#include "backend/engine/Log.h"

#include <QJsonDocument>
#include <QUuid>

namespace cloudsync {

namespace {

constexpr int mostAttempts = 3;
constexpr std::chrono::milliseconds firstPause = std::chrono::seconds(1);
// Somebody waits for the sign-in: what takes longer is told instead.
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(2);
// The documents of the sign-in service have some kilobytes; a proxy's page may be longer, a flood is not waited for.
constexpr qint64 largestAnswer = 2LL * 1024 * 1024;

[[nodiscard]] QByteArray encodeForm(const FormFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name + '=' + value.toPercentEncoding();
    }
    return form;
}

[[nodiscard]] bool isBusy(int status)
{
    return status == 429 || status >= 500;
}

[[nodiscard]] bool isLost(ErrorCode code)
{
    return code == ErrorCode::NetworkUnreachable || code == ErrorCode::TimedOut;
}

} // namespace

EntraChannel::EntraChannel(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud)
    : m_http(http), m_clock(clock), m_log(log), m_settings{cloud.caFile, cloud.proxy, cloud.proxyCredential}
{
}

Result<HttpResponse> EntraChannel::send(const HttpRequest &request, Repeat repeat, const std::stop_token &stop)
{
    std::chrono::milliseconds pause = firstPause;
    for (int attempt = 1;; ++attempt) {
        HttpRequest tagged = request;
        tagged.largestBody = largestAnswer;
        tagged.headers.emplaceBack("Accept", "application/json");
        tagged.headers.emplaceBack("client-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        Result<HttpResponse> response = m_http.send(tagged, m_settings, stop);

        // 429 means that nothing was done; a 5xx may come after the deed.
        const bool repeatable = response
                                    ? response->status == 429 || (response->status >= 500 && repeat == Repeat::WhenLost)
                                    : isLost(response.error().code) && repeat == Repeat::WhenLost;
        const auto asked = response ? response->retryAfter(m_clock.now()) : std::nullopt;
        if (repeatable && attempt < mostAttempts && asked.value_or(pause) <= longestPause) {
            m_log.info("entra.retry", {{"host", request.url.host()}, {"attempt", QString::number(attempt)}});
            if (!m_clock.wait(asked.value_or(pause), stop))
                return fail(ErrorCode::Cancelled, request.url.host());
            pause *= 2;
            continue;
        }
        if (response && isBusy(response->status))
            return fail(response->status == 429 ? ErrorCode::TenantThrottled : ErrorCode::TenantUnavailable,
                        request.url.host(),
                        asked ? QStringLiteral("the sign-in service answered with status %1 and asks to be left alone for %2 s")
                                    .arg(response->status)
                                    .arg(asked->count() / 1000)
                              : QStringLiteral("the sign-in service answered with status %1").arg(response->status));
        if (!response && response.error().code == ErrorCode::TenantResponseInvalid)
            return fail(ErrorCode::SignInResponseInvalid, response.error().subject, response.error().detail);
        return response;
    }
}

Result<QJsonObject> EntraChannel::getDocument(const QUrl &url, const std::stop_token &stop)
{
    HttpRequest request;
    request.url = url;
    const Result<HttpResponse> response = send(request, Repeat::WhenLost, stop);
    if (!response)
        return fail(response.error());
    Result<QJsonObject> body = jsonBody(*response, url);
    if (!body)
        return body;
    if (response->status != 200)
        return fail(EntraError::fromJson(*body).toError(url.host()));
    return body;
}

Result<HttpResponse> EntraChannel::postForm(const QUrl &url, const FormFields &fields, Repeat repeat,
                                            const std::stop_token &stop)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = encodeForm(fields);
    return send(request, repeat, stop);
}

Result<TokenAnswer> EntraChannel::requestTokens(const QUrl &url, const FormFields &fields, Repeat repeat,
                                                const std::stop_token &stop)
{
    const Result<HttpResponse> response = postForm(url, fields, repeat, stop);
    if (!response)
        return fail(response.error());
    return tokensOrError(*response, url, m_clock.now());
}

Result<QJsonObject> jsonBody(const HttpResponse &response, const QUrl &url)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return fail(ErrorCode::SignInResponseInvalid, url.host(),
                    QStringLiteral("status %1 with a body that is no JSON object (%2)")
                        .arg(response.status)
                        .arg(QString::fromLatin1(response.header("Content-Type"))));
    return document.object();
}

std::variant<TokenAnswer, EntraError, Error> readTokens(const HttpResponse &response, const QUrl &url,
                                                        const QDateTime &now)
{
    const Result<QJsonObject> body = jsonBody(response, url);
    if (!body)
        return body.error();
    if (response.status != 200) {
        EntraError error = EntraError::fromJson(*body);
        if (!error.error.isEmpty())
            return error;
    }
    const auto text = [&body](const char *key) { return body->value(QLatin1String(key)).toString(); };
    // Some answers give the number as a string (RFC 6749 wants a number).
    const qint64 seconds = body->value(QStringLiteral("expires_in")).toVariant().toLongLong();
    if (response.status != 200 || text("access_token").isEmpty() ||
        text("token_type").compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0 || seconds <= 0)
        return Error{ErrorCode::SignInResponseInvalid,
                     url.host(),
                     QStringLiteral("status %1 without a bearer token and its lifetime").arg(response.status),
                     {}};
    TokenAnswer answer;
    answer.accessToken = Secret::fromString(text("access_token"));
    answer.refreshToken = Secret::fromString(text("refresh_token"));
    answer.idToken = Secret::fromString(text("id_token"));
    answer.received = now;
    answer.expires = now.addSecs(seconds);
    answer.scope = text("scope");
    return answer;
}

Result<TokenAnswer> tokensOrError(const HttpResponse &response, const QUrl &url, const QDateTime &now)
{
    auto answer = readTokens(response, url, now);
    if (auto *tokens = std::get_if<TokenAnswer>(&answer))
        return std::move(*tokens);
    if (const auto *refusal = std::get_if<EntraError>(&answer))
        return fail(refusal->toError(url.host()));
    return fail(std::get<Error>(std::move(answer)));
}

} // namespace cloudsync
