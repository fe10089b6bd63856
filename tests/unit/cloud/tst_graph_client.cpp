// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphClient.h"
#include "backend/adapters/graph/GraphError.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"
#include "tests/unit/cloud/FakeTokens.h"

#include <QTest>

#include <condition_variable>
#include <future>
#include <mutex>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

QJsonObject graphErrorBody(const char *code, const char *message = "No.")
{
    return {
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                              {QStringLiteral("message"), QLatin1String(message)},
                                              {QStringLiteral("innerError"),
                                               QJsonObject{{QStringLiteral("request-id"), QStringLiteral("r-1")}}}}}};
}

} // namespace

class GraphClientTest : public QObject
{
    Q_OBJECT

    /// Answers when it is told to, so that calls are under way together.
    class HeldHttpClient final : public HttpClient
    {
    public:
        Result<HttpResponse> send(const HttpRequest &request, const HttpSettings &, const std::stop_token &stop) override
        {
            std::unique_lock lock(m_mutex);
            m_methods.append(request.method);
            const int mine = int(m_methods.size());
            m_changed.notify_all();
            if (!m_changed.wait(lock, stop, [&] { return m_released >= mine; }))
                return fail(ErrorCode::Cancelled);
            return jsonResponse(200, {{QStringLiteral("value"), QJsonArray{mine}}});
        }
        void waitForRequests(int count)
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_methods.size() >= count; });
        }
        void release(int upTo)
        {
            const std::lock_guard lock(m_mutex);
            m_released = upTo;
            m_changed.notify_all();
        }
        QList<QByteArray> methods()
        {
            const std::lock_guard lock(m_mutex);
            return m_methods;
        }

    private:
        std::mutex m_mutex;
        std::condition_variable_any m_changed;
        QList<QByteArray> m_methods;
        int m_released = 0;
    };

    static std::unique_ptr<GraphClient> clientOf(HttpClient &http, Clock &clock, Log &log)
    {
        CloudEndpoint cloud;
        cloud.graph = QUrl(QStringLiteral("https://graph.example"));
        return std::make_unique<GraphClient>(http, clock, log, cloud, std::make_shared<FakeTokens>());
    }

private:
    Log m_log;
    FakeHttpClient m_http;
    FakeClock m_clock;
    std::shared_ptr<FakeTokens> m_tokens;
    std::unique_ptr<GraphClient> m_client;

private Q_SLOTS:
    void init()
    {
        m_http.script({});
        m_http.setHandler({});
        m_tokens = std::make_shared<FakeTokens>();
        CloudEndpoint cloud;
        cloud.graph = QUrl(QStringLiteral("https://graph.example"));
        m_client = std::make_unique<GraphClient>(m_http, m_clock, m_log, cloud, m_tokens);
    }

    // The second reader has nothing that tells when it waits: both run until one request has been seen, and the count at
    // the end decides. Were reads not shared, the held answer of the second request would never come.
    void equalReadsAtTheSameTimeAreOneRequest()
    {
        HeldHttpClient http;
        const auto client = clientOf(http, m_clock, m_log);
        const auto read = [&] { return client->list(GraphCall::get({QStringLiteral("domains")}), {}); };
        auto first = std::async(std::launch::async, read);
        http.waitForRequests(1);
        auto second = std::async(std::launch::async, read);
        QVERIFY(second.wait_for(milliseconds(50)) == std::future_status::timeout);
        http.release(1);
        const auto one = first.get();
        const auto two = second.get();
        QVERIFY(one && two);
        QCOMPARE(*one, QJsonArray{1});
        QCOMPARE(*two, QJsonArray{1});
        QCOMPARE(http.methods().size(), 1);
    }

    void aReadAfterAWriteIsNotServedWithOneFromBefore()
    {
        HeldHttpClient http;
        const auto client = clientOf(http, m_clock, m_log);
        const auto read = [&] { return client->list(GraphCall::get({QStringLiteral("domains")}), {}); };
        auto before = std::async(std::launch::async, read);
        http.waitForRequests(1);
        auto write = std::async(std::launch::async, [&] { return client->done(GraphCall::put({QStringLiteral("domains")}, {}), {}); });
        http.waitForRequests(2);
        auto during = std::async(std::launch::async, read);
        http.waitForRequests(3);
        http.release(3);
        QVERIFY(before.get() && write.get() && during.get());
        QCOMPARE(http.methods(), (QList<QByteArray>{"GET", "PUT", "GET"}));
    }

    void whoWaitsForACancelledReadAsksItself()
    {
        HeldHttpClient http;
        const auto client = clientOf(http, m_clock, m_log);
        std::stop_source stop;
        const GraphCall call = GraphCall::get({QStringLiteral("domains")});
        auto first = std::async(std::launch::async, [&] { return client->list(call, stop.get_token()); });
        http.waitForRequests(1);
        auto second = std::async(std::launch::async, [&] { return client->list(call, {}); });
        stop.request_stop();
        QVERIFY(!first.get());
        http.waitForRequests(2);
        http.release(2);
        const auto answer = second.get();
        QVERIFY(answer.has_value());
        QCOMPARE(*answer, QJsonArray{2});
    }

    void callCarriesTokenAndRequestId()
    {
        m_http.script({jsonResponse(200, {})});
        const int before = int(m_http.requests().size());
        QVERIFY(m_client->object(GraphCall::get({QStringLiteral("domains")}), {}).has_value());
        const HttpRequest request = m_http.requests().at(before);
        QCOMPARE(request.url, QUrl(QStringLiteral("https://graph.example/v1.0/domains")));
        QCOMPARE(headerOf(request, "Authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(headerOf(request, "client-request-id").size(), 36);
    }

    void partsOfTheAddressAreEncoded()
    {
        GraphCall call = GraphCall::get({QStringLiteral("servicePrincipals"), QStringLiteral("a/b?c")});
        call.query = {
            {QStringLiteral("$filter"), QStringLiteral("displayName eq ") + odataText(QStringLiteral("O'Hara & +"))}};
        QCOMPARE(call.url(QUrl(QStringLiteral("https://graph.example/"))).toEncoded(),
                 QByteArray("https://graph.example/v1.0/servicePrincipals/a%2Fb%3Fc"
                            "?$filter=displayName%20eq%20'O''Hara%20%26%20%2B'"));
    }

    void firstUnauthorizedBringsANewToken()
    {
        m_http.script({emptyResponse(401), jsonResponse(200, {})});
        QVERIFY(m_client->object(GraphCall::get({QStringLiteral("domains")}), {}).has_value());
        QCOMPARE(headerOf(m_http.requests().last(), "Authorization"), QByteArray("Bearer token-2"));
    }

    void secondUnauthorizedIsAnError()
    {
        m_http.script({emptyResponse(401), jsonResponse(401, graphErrorBody("InvalidAuthenticationToken")),
                       jsonResponse(200, {})});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInExpired);
        QCOMPARE(m_http.left(), 1);
    }

    void statusBecomesTheRightCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("expected");
        const auto row = [](int status, const char *code, const char *message, ErrorCode expected) {
            QTest::addRow("%d %s %s", status, code, message)
                << status << QByteArray(code) << QByteArray(message) << errorCodeName(expected);
        };
        row(400, "Request_BadRequest", "Bad.", ErrorCode::TenantRequestRefused);
        row(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.",
            ErrorCode::TenantRoleMissing);
        row(403, "Authorization_RequestDenied", "Missing scope permissions on the request.",
            ErrorCode::TenantPermissionMissing);
        row(403, "Authorization_RequestDenied", "Missing role permissions on the request.",
            ErrorCode::TenantPermissionMissing);
        row(404, "Request_ResourceNotFound", "Gone.", ErrorCode::TenantNotFound);
        row(409, "Conflict", "Twice.", ErrorCode::TenantConflict);
        row(412, "PreconditionFailed", "Changed.", ErrorCode::TenantChangedMeanwhile);
        row(302, "", "", ErrorCode::TenantResponseInvalid);
        row(405, "", "", ErrorCode::TenantRequestRefused);
    }

    void statusBecomesTheRightCode()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        QFETCH(QString, expected);
        m_http.script({jsonResponse(status, graphErrorBody(code.constData(), message.constData()))});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(errorCodeName(result.error().code), expected);
        QCOMPARE(result.error().subject, QStringLiteral("GET domains"));
        QVERIFY(result.error().detail.contains(QStringLiteral("request-id r-1")));
        QVERIFY(result.error().detail.contains(QStringLiteral("client-request-id ")));
        QVERIFY(!result.error().detail.contains(QStringLiteral("token-")));
    }

    void applicationTokenIsToldFromThatOfAPerson_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<bool>("application");
        QTest::newRow("type app") << QByteArray("{\"idtyp\":\"app\"}") << true;
        QTest::newRow("roles alone") << QByteArray("{\"roles\":[\"Domain.Read.All\"]}") << true;
        QTest::newRow("scopes") << QByteArray("{\"idtyp\":\"user\",\"scp\":\"Domain.Read.All\"}") << false;
        QTest::newRow("not readable") << QByteArray("not json") << false;
    }

    void applicationTokenIsToldFromThatOfAPerson()
    {
        QFETCH(QByteArray, claims);
        QFETCH(bool, application);
        const QByteArray token =
            "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
        QCOMPARE(isApplicationToken(token), application);
        QVERIFY(!isApplicationToken("opaque"));
    }

    static HttpResponse challenge(int status, const QByteArray &claims)
    {
        return jsonResponse(status, graphErrorBody("Forbidden"),
                            {{"WWW-Authenticate", "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + claims + '"'}});
    }

    void challengeIsMetByAStrongerSignInAndTheCallSentAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("encoded");
        const QByteArray claims = "{\"access_token\":{\"acrs\":{\"value\":\"c1?>\"}}}";
        QTest::newRow("401") << 401 << claims.toBase64();
        QTest::newRow("403") << 403 << claims.toBase64();
        QTest::newRow("URL alphabet") << 401 << claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

    void challengeIsMetByAStrongerSignInAndTheCallSentAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, encoded);
        m_http.script({challenge(status, encoded), emptyResponse(204)});
        const int before = int(m_http.requests().size());
        const auto result = m_client->done(GraphCall::post({QStringLiteral("jobs")}, QJsonObject{}), {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(m_tokens->challenges, QList<QByteArray>{"{\"access_token\":{\"acrs\":{\"value\":\"c1?>\"}}}"});
        QCOMPARE(headerOf(m_http.requests().at(before), "Authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(headerOf(m_http.requests().at(before + 1), "Authorization"), QByteArray("Bearer token-2"));
    }

    void challengeThatComesAgainIsNotMetForEver()
    {
        m_http.script({challenge(401, "e30="), challenge(401, "e30="), jsonResponse(200, {})});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInInteractionRequired);
        QCOMPARE(m_tokens->challenges.size(), 1);
        QCOMPARE(m_http.left(), 1);
    }

    void challengeThatNobodyMeetsIsToldWithItsReason()
    {
        m_tokens->stepUpRefusal = Error{ErrorCode::SignInDeclined, QStringLiteral("ada"), QStringLiteral("AADSTS65004"), {}};
        m_http.script({challenge(403, "e30=")});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInDeclined);
        QVERIFY(result.error().detail.contains(QStringLiteral("client-request-id")));
        QCOMPARE(result.error().causes.first().detail, QStringLiteral("AADSTS65004"));
    }

    void challengeWithoutReadableClaimsAsksForInteraction_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("bm90IGpzb24=");
        QTest::newRow("a list") << QByteArray("W10=");
    }

    void challengeWithoutReadableClaimsAsksForInteraction()
    {
        QFETCH(QByteArray, claims);
        m_http.script({challenge(403, claims)});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInInteractionRequired);
        QVERIFY(m_tokens->challenges.isEmpty());
    }

    void bodyThatIsNoJsonIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html><body>Please sign in to the network</body></html>");
        QTest::newRow("cut off") << QByteArray("{\"value\":[{\"id\":\"contoso");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("list") << QByteArray("[]");
    }

    void bodyThatIsNoJsonIsInvalid()
    {
        QFETCH(QByteArray, body);
        HttpResponse response = emptyResponse(200, {{"Content-Type", "text/html"}});
        response.body = body;
        m_http.script({response});
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantResponseInvalid);
    }

    void throttlingIsWaitedOut()
    {
        const auto before = m_clock.waited();
        m_http.script({emptyResponse(429, {{"Retry-After", "7"}}), jsonResponse(200, {})});
        QVERIFY(m_client->object(GraphCall::get({QStringLiteral("domains")}), {}).has_value());
        const auto waited = m_clock.waited() - before;
        QVERIFY(waited >= seconds(7) && waited < seconds(8));
    }

    void throttlingThatDoesNotEndIsAnError()
    {
        m_http.setHandler([](const HttpRequest &) { return emptyResponse(429, {{"Retry-After", "200"}}); });
        const QDateTime begun = m_clock.now();
        const auto result = m_client->object(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantThrottled);
        QVERIFY(begun.secsTo(m_clock.now()) <= 600);
    }

    void writeThatCannotBeRepeatedIsSentOnce()
    {
        const int before = int(m_http.requests().size());
        m_http.script({fail(ErrorCode::NetworkUnreachable), jsonResponse(200, {})});
        const auto result = m_client->object(GraphCall::post({QStringLiteral("x")}, QJsonObject()), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QCOMPARE(int(m_http.requests().size()) - before, 1);
    }

    void notFoundOfANewObjectIsWaitedOut()
    {
        m_http.script({emptyResponse(404), emptyResponse(404), emptyResponse(404), jsonResponse(200, {})});
        GraphCall call = GraphCall::get({QStringLiteral("x")});
        call.lag = minutes(2);
        QVERIFY(m_client->object(call, {}).has_value());
    }

    void notFoundIsNotWaitedOutForEver()
    {
        m_http.setHandler([](const HttpRequest &) { return emptyResponse(404); });
        GraphCall call = GraphCall::get({QStringLiteral("x")});
        call.lag = minutes(2);
        const QDateTime begun = m_clock.now();
        const auto result = m_client->object(call, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantNotFound);
        const qint64 waited = begun.secsTo(m_clock.now());
        QVERIFY(waited >= 120 && waited < 130);
    }

    void notFoundOfAnOldObjectIsTakenAtOnce()
    {
        const int before = int(m_http.requests().size());
        m_http.setHandler([](const HttpRequest &) { return emptyResponse(404); });
        QVERIFY(!m_client->object(GraphCall::get({QStringLiteral("x")}), {}));
        QCOMPARE(int(m_http.requests().size()) - before, 1);
    }

    void removalThatWasRepeatedAndFindsNothingHasSucceeded()
    {
        m_http.script({fail(ErrorCode::NetworkUnreachable), emptyResponse(404)});
        QVERIFY(m_client->done(GraphCall::remove({QStringLiteral("x")}), {}).has_value());
        m_http.script({emptyResponse(404)});
        const auto result = m_client->done(GraphCall::remove({QStringLiteral("x")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantNotFound);
    }

    void pagesAreFollowed()
    {
        m_http.script({jsonResponse(200, {{QStringLiteral("value"), QJsonArray{1, 2}},
                                          {QStringLiteral("@odata.nextLink"),
                                           QStringLiteral("https://graph.example/v1.0/domains?$skiptoken=a%2Bb")}}),
                       jsonResponse(200, {{QStringLiteral("value"), QJsonArray{3}}})});
        const auto result = m_client->list(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(result.has_value());
        QCOMPARE(*result, (QJsonArray{1, 2, 3}));
        QCOMPARE(m_http.requests().last().url.toEncoded(),
                 QByteArray("https://graph.example/v1.0/domains?$skiptoken=a%2Bb"));
    }

    void pageOnAnotherHostGetsNoToken_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("host") << QStringLiteral("https://evil.example/v1.0/domains");
        QTest::newRow("scheme") << QStringLiteral("http://graph.example/v1.0/domains");
        QTest::newRow("port") << QStringLiteral("https://graph.example:444/v1.0/domains");
        QTest::newRow("user") << QStringLiteral("https://graph.example@evil.example/v1.0/domains");
        QTest::newRow("relative") << QStringLiteral("/v1.0/domains?page=2");
    }

    void pageOnAnotherHostGetsNoToken()
    {
        QFETCH(QString, link);
        const int before = int(m_http.requests().size());
        m_http.script(
            {jsonResponse(200, {{QStringLiteral("value"), QJsonArray{1}}, {QStringLiteral("@odata.nextLink"), link}}),
             jsonResponse(200, {{QStringLiteral("value"), QJsonArray{2}}})});
        const auto result = m_client->list(GraphCall::get({QStringLiteral("domains")}), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantResponseInvalid);
        QCOMPARE(int(m_http.requests().size()) - before, 1);
    }

    void listStopsAtTheNumberAskedFor()
    {
        m_http.script(
            {jsonResponse(200, {{QStringLiteral("value"), QJsonArray{1, 2, 3}},
                                {QStringLiteral("@odata.nextLink"), QStringLiteral("https://graph.example/next")}})});
        QCOMPARE(*m_client->list(GraphCall::get({QStringLiteral("x")}), {}, 2), (QJsonArray{1, 2}));
    }

    void stopEndsARetry()
    {
        std::stop_source stop;
        m_http.setHandler([&stop](const HttpRequest &) {
            stop.request_stop();
            return emptyResponse(429);
        });
        const auto result = m_client->object(GraphCall::get({QStringLiteral("x")}), stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(GraphClientTest)
#include "tst_graph_client.moc"
