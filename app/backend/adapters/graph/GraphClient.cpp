// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphClient.h"

#include "backend/adapters/graph/GraphError.h"
#include "backend/engine/Log.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace cloudsync {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds firstLagPause{500};
constexpr milliseconds longestLagPause{5000};
constexpr int mostPages = 10000;

[[nodiscard]] bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(443) == b.port(443) && a.userInfo().isEmpty();
}

} // namespace

bool mayHaveHappened(const Error &error)
{
    return error.code == ErrorCode::NetworkUnreachable || error.code == ErrorCode::TimedOut ||
           error.code == ErrorCode::TenantUnavailable || error.code == ErrorCode::TenantResponseInvalid;
}

GraphClient::GraphClient(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud,
                         std::shared_ptr<AccessTokens> tokens, RetryPolicy policy)
    : m_http(http), m_clock(clock), m_log(log), m_root(cloud.graph), m_settings{cloud.caFile, cloud.proxy, cloud.proxyCredential},
      m_tokens(std::move(tokens)), m_policy(std::move(policy))
{
}

// Several tasks may be refused with the same token at once: only the first of them throws it away.
void GraphClient::renounce(const Secret &refused, const std::stop_token &stop)
{
    const std::lock_guard lock(m_renounceMutex);
    const Result<Secret> current = m_tokens->accessToken(stop);
    if (current && *current == refused)
        m_tokens->invalidate();
}

Result<GraphClient::Answer> GraphClient::send(const GraphCall &call, const QUrl &url, const std::stop_token &stop)
{
    const auto now = [&] { return sendNow(call, url, stop); };
    if (call.method != "GET")
        return m_reads.write(now);
    // Patience is part of the question: who knows that an object is new is not served with another's quick 404.
    const QByteArray key = url.toEncoded() + (call.eventual ? " eventual " : " ") + QByteArray::number(qint64(call.lag.count()));
    return m_reads.read(key, now, stop);
}

Result<GraphClient::Answer> GraphClient::sendNow(const GraphCall &call, const QUrl &url, const std::stop_token &stop)
{
    const QByteArray body = call.body ? QJsonDocument(*call.body).toJson(QJsonDocument::Compact) : QByteArray();
    const QDateTime begun = m_clock.now();
    milliseconds lagPause = firstLagPause;
    bool renewed = false;
    bool proved = false;
    bool repeated = false;
    RetryPolicy::Situation situation;
    situation.repeatable = call.repeatable;

    for (;;) {
        const Result<Secret> token = m_tokens->accessToken(stop);
        if (!token)
            return fail(token.error());
        HttpRequest request;
        request.method = call.method;
        request.url = url;
        request.timeout = call.timeout;
        request.body = body;
        const QByteArray clientRequestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        request.headers.emplaceBack("Authorization", "Bearer " + token->reveal().toByteArray());
        request.headers.emplaceBack("Accept", "application/json");
        request.headers.emplaceBack("client-request-id", clientRequestId);
        if (call.body)
            request.headers.emplaceBack("Content-Type", "application/json");
        if (call.eventual)
            request.headers.emplaceBack("ConsistencyLevel", "eventual");
        Result<HttpResponse> response = m_http.send(request, m_settings, stop);

        if (response && (response->status == 401 || response->status == 403) && wantsStepUp(*response)) {
            const QByteArray claims = challengedClaims(*response);
            // A challenge that comes again after it was met would go on for ever.
            if (claims.isEmpty() || proved)
                return Answer{std::move(*response), clientRequestId, repeated};
            proved = true;
            m_log.info("graph.stepUp", {{"call", call.name()}, {"clientRequestId", QString::fromLatin1(clientRequestId)}});
            if (const Result<void> met = m_tokens->stepUp(*token, claims, stop); !met) {
                Error error = graphError(*response, call.name(), clientRequestId);
                error.code = met.error().code;
                error.causes.append(met.error());
                return fail(std::move(error));
            }
            continue;
        }
        if (response && response->status == 401 && !renewed) {
            renewed = true;
            renounce(*token, stop);
            continue;
        }
        situation.now = m_clock.now();
        situation.elapsed = milliseconds(begun.msecsTo(situation.now));
        situation.chance = QRandomGenerator::global()->generateDouble();

        std::optional<milliseconds> pause;
        if (response && response->status == 404 && situation.elapsed < call.lag) {
            pause = lagPause;
            lagPause = std::min(lagPause * 2, longestLagPause);
        } else {
            pause = m_policy.pause(response, situation);
            ++situation.attempts;
            repeated = repeated || (pause && (!response || response->status >= 500));
        }
        if (pause) {
            m_log.info("graph.retry",
                       {{"call", call.name()},
                        {"status", response ? QString::number(response->status) : errorCodeName(response.error().code)},
                        {"pauseMs", QString::number(pause->count())},
                        {"clientRequestId", QString::fromLatin1(clientRequestId)}});
            if (!m_clock.wait(*pause, stop))
                return fail(ErrorCode::Cancelled, call.name());
            continue;
        }
        if (!response) {
            Error error = response.error();
            if (mayHaveHappened(error))
                error.detail += QStringLiteral(" (%1, client-request-id %2)")
                                    .arg(call.name(), QString::fromLatin1(clientRequestId));
            return fail(std::move(error));
        }
        return Answer{std::move(*response), clientRequestId, repeated};
    }
}

Error GraphClient::refusal(const GraphCall &call, const Answer &answer, const std::stop_token &stop)
{
    Error error = graphError(answer.response, call.name(), answer.clientRequestId);
    // An application has no role: what it lacks is a permission, though Graph says the same of both.
    if (error.code == ErrorCode::TenantRoleMissing) {
        const Result<Secret> token = m_tokens->accessToken(stop);
        if (token && isApplicationToken(token->reveal()))
            error.code = ErrorCode::TenantPermissionMissing;
    }
    return error;
}

Result<QJsonObject> GraphClient::object(const GraphCall &call, const std::stop_token &stop)
{
    const Result<Answer> answer = send(call, call.url(m_root), stop);
    if (!answer)
        return fail(answer.error());
    if (!isSuccess(answer->response.status))
        return fail(refusal(call, *answer, stop));
    if (answer->response.status == 204)
        return QJsonObject();
    return graphBody(answer->response, call.name(), answer->clientRequestId);
}

Result<void> GraphClient::done(const GraphCall &call, const std::stop_token &stop)
{
    const Result<Answer> answer = send(call, call.url(m_root), stop);
    if (!answer)
        return fail(answer.error());
    const int status = answer->response.status;
    if (status == 404 && call.method == "DELETE" && answer->repeated)
        return {};
    if (!isSuccess(status))
        return fail(refusal(call, *answer, stop));
    // A captive portal says 200 to everything, in HTML.
    if (!answer->response.body.trimmed().isEmpty()) {
        const Result<QJsonObject> body = graphBody(answer->response, call.name(), answer->clientRequestId);
        if (!body)
            return fail(body.error());
    }
    return {};
}

Result<QJsonArray> GraphClient::list(const GraphCall &call, const std::stop_token &stop, int most)
{
    QJsonArray items;
    auto done = forEach(
        call,
        [&](const QJsonValue &item) {
            items.append(item);
            return most <= 0 || items.size() < most;
        },
        stop);
    if (!done)
        return fail(std::move(done.error()));
    return items;
}

Result<void> GraphClient::forEach(const GraphCall &call, const std::function<bool(const QJsonValue &)> &onItem,
                                  const std::stop_token &stop)
{
    QUrl url = call.url(m_root);
    for (int page = 0; page < mostPages; ++page) {
        const Result<Answer> answer = send(call, url, stop);
        if (!answer)
            return fail(answer.error());
        if (!isSuccess(answer->response.status))
            return fail(refusal(call, *answer, stop));
        const Result<QJsonObject> body = graphBody(answer->response, call.name(), answer->clientRequestId);
        if (!body)
            return fail(body.error());
        const QJsonValue value = body->value(QStringLiteral("value"));
        if (!value.isArray())
            return fail(ErrorCode::TenantResponseInvalid, call.name(), QStringLiteral("the answer holds no list"));
        const QJsonArray part = value.toArray();
        for (const QJsonValue &item : part) {
            if (!onItem(item))
                return {};
        }
        const QString next = body->value(QStringLiteral("@odata.nextLink")).toString();
        if (next.isEmpty())
            return {};
        // The link is followed as it is, but a token goes to the host it was made for only.
        url = QUrl(next, QUrl::TolerantMode);
        if (!url.isValid() || !sameOrigin(url, m_root))
            return fail(ErrorCode::TenantResponseInvalid, call.name(),
                        QStringLiteral("the next page lies on another host: %1").arg(url.host()));
    }
    return fail(ErrorCode::TenantResponseInvalid, call.name(), QStringLiteral("the list does not end"));
}

} // namespace cloudsync
