// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/TokenEndpoint.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

const QUrl endpoint(QStringLiteral("https://login.example/t/oauth2/v2.0/token"));

HttpResponse goodTokens()
{
    return jsonResponse(200, {{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                              {QStringLiteral("access_token"), QStringLiteral("at")},
                              {QStringLiteral("expires_in"), 3599}});
}

} // namespace

class TokenEndpointTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;

private Q_SLOTS:
    void formIsEncodedOnce()
    {
        FakeHttpClient http;
        FakeClock clock;
        http.script({goodTokens()});
        EntraChannel channel(http, clock, m_log, {});
        QVERIFY(
            channel.requestTokens(endpoint, {{"scope", "a b"}, {"code", "x+y/z=&%"}}, Repeat::Never, {}).has_value());
        QCOMPARE(http.requests().first().body, QByteArray("scope=a%20b&code=x%2By%2Fz%3D%26%25"));
        QCOMPARE(headerOf(http.requests().first(), "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
        QVERIFY(!headerOf(http.requests().first(), "client-request-id").isEmpty());
    }

    void answerWithoutBearerTokenIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html>Sign in to the guest network</html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"token_type\":\"Bearer\",\"access_tok");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no token") << QByteArray("{\"token_type\":\"Bearer\",\"expires_in\":3599}");
        QTest::newRow("no lifetime") << QByteArray("{\"token_type\":\"Bearer\",\"access_token\":\"x\"}");
        QTest::newRow("other type") << QByteArray("{\"token_type\":\"pop\",\"access_token\":\"x\",\"expires_in\":1}");
    }

    void answerWithoutBearerTokenIsInvalid()
    {
        QFETCH(QByteArray, body);
        HttpResponse response;
        response.status = 200;
        response.body = body;
        FakeHttpClient http;
        FakeClock clock;
        http.script({response});
        EntraChannel channel(http, clock, m_log, {});
        const auto result = channel.requestTokens(endpoint, {}, Repeat::Never, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInResponseInvalid);
        QVERIFY(!result.error().detail.contains(QStringLiteral("guest network")));
    }

    void lostAnswerIsAskedForAgainOnlyWhereThatIsSafe()
    {
        FakeClock clock;
        FakeHttpClient safe;
        safe.script({fail(ErrorCode::NetworkUnreachable), emptyResponse(503), goodTokens()});
        EntraChannel safeChannel(safe, clock, m_log, {});
        QVERIFY(safeChannel.requestTokens(endpoint, {}, Repeat::WhenLost, {}).has_value());
        QCOMPARE(safe.requests().size(), 3);

        FakeHttpClient unsafe;
        unsafe.script({fail(ErrorCode::NetworkUnreachable), goodTokens()});
        EntraChannel unsafeChannel(unsafe, clock, m_log, {});
        const auto result = unsafeChannel.requestTokens(endpoint, {}, Repeat::Never, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QCOMPARE(unsafe.requests().size(), 1);
    }

    void busyServiceIsNotAskedForEver()
    {
        FakeClock clock;
        FakeHttpClient http;
        http.setHandler([](const HttpRequest &) { return emptyResponse(503); });
        EntraChannel channel(http, clock, m_log, {});
        const auto result = channel.requestTokens(endpoint, {}, Repeat::WhenLost, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantUnavailable);
        QCOMPARE(http.requests().size(), 3);
    }

    void theTimeThatTheServiceAsksForIsWaited()
    {
        FakeClock clock;
        FakeHttpClient http;
        http.script({emptyResponse(429, {{"Retry-After", "17"}}), goodTokens()});
        EntraChannel channel(http, clock, m_log, {});
        const QDateTime begun = clock.now();
        QVERIFY(channel.requestTokens(endpoint, {}, Repeat::Never, {}).has_value());
        QCOMPARE(begun.msecsTo(clock.now()), 17000);
    }

    void aLongTimeIsToldInsteadOfWaited()
    {
        FakeClock clock;
        FakeHttpClient http;
        http.script({emptyResponse(429, {{"Retry-After", "3600"}}), goodTokens()});
        EntraChannel channel(http, clock, m_log, {});
        const QDateTime begun = clock.now();
        const auto result = channel.requestTokens(endpoint, {}, Repeat::Never, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantThrottled);
        QVERIFY2(result.error().detail.contains(QStringLiteral("3600 s")), qPrintable(result.error().detail));
        QCOMPARE(clock.now(), begun);
        QCOMPARE(http.requests().size(), 1);
    }

    void untrustedCertificateIsNotTriedTwice()
    {
        FakeClock clock;
        FakeHttpClient http;
        http.script({fail(ErrorCode::TlsCertificateNotTrusted, QStringLiteral("login.example")), goodTokens()});
        EntraChannel channel(http, clock, m_log, {});
        const auto result = channel.requestTokens(endpoint, {}, Repeat::WhenLost, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
        QCOMPARE(http.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TokenEndpointTest)
#include "tst_token_endpoint.moc"
