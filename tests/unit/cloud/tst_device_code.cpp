// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/DeviceCodeSignIn.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::seconds;

namespace {

struct Prompt final : SignInPrompt
{
    void openBrowser(const QUrl &) override { ++browsers; }
    void showDeviceCode(const DeviceCode &code) override { codes.append(code); }
    int browsers = 0;
    QList<DeviceCode> codes;
};

HttpResponse begin(int interval = 5, int expires = 900)
{
    QJsonObject body{{QStringLiteral("device_code"), QStringLiteral("dc")},
                     {QStringLiteral("user_code"), QStringLiteral("ABCD-EFGH")},
                     {QStringLiteral("verification_uri"), QStringLiteral("https://login.example/device")},
                     {QStringLiteral("message"), QStringLiteral("Enter it.")},
                     {QStringLiteral("expires_in"), expires}};
    if (interval > 0)
        body.insert(QStringLiteral("interval"), interval);
    return jsonResponse(200, body);
}

HttpResponse refused(const char *error)
{
    return jsonResponse(400, {{QStringLiteral("error"), QLatin1String(error)}});
}

HttpResponse tokens()
{
    return jsonResponse(200, {{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                              {QStringLiteral("access_token"), QStringLiteral("at")},
                              {QStringLiteral("refresh_token"), QStringLiteral("rt")},
                              {QStringLiteral("expires_in"), 3599}});
}

} // namespace

class DeviceCodeTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;

    Result<TokenAnswer> run(FakeHttpClient &http, FakeClock &clock, Prompt &prompt, const std::stop_token &stop = {})
    {
        EntraChannel channel(http, clock, m_log, {});
        OpenIdConfiguration configuration;
        configuration.tokenEndpoint = QUrl(QStringLiteral("https://login.example/token"));
        configuration.deviceAuthorizationEndpoint = QUrl(QStringLiteral("https://login.example/devicecode"));
        SignInRequest request;
        request.clientId = QStringLiteral("client");
        request.cloud.audience = QStringLiteral("https://graph.example");
        request.permissions = {QStringLiteral("Domain.Read.All")};
        return requestTokensByDeviceCode(channel, configuration, request, prompt, stop);
    }

private Q_SLOTS:
    void codeIsShownAndAskedForUntilItWasEntered()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        const QDateTime start = clock.now();
        http.script({begin(), refused("authorization_pending"), refused("authorization_pending"), tokens()});
        const auto result = run(http, clock, prompt);
        QVERIFY(result.has_value());
        QCOMPARE(result->accessToken.reveal().toByteArray(), QByteArray("at"));
        QCOMPARE(prompt.codes.size(), 1);
        QCOMPARE(prompt.codes.first().userCode, QStringLiteral("ABCD-EFGH"));
        QCOMPARE(prompt.codes.first().expires, start.addSecs(900));
        QCOMPARE(clock.waits(), (QList<std::chrono::milliseconds>{seconds(5), seconds(5), seconds(5)}));
        QCOMPARE(formOf(http.requests().at(0)).value(QStringLiteral("scope")),
                 QStringLiteral("https://graph.example/Domain.Read.All openid profile offline_access"));
        QCOMPARE(formOf(http.requests().at(1)).value(QStringLiteral("grant_type")),
                 QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"));
        QCOMPARE(formOf(http.requests().at(1)).value(QStringLiteral("device_code")), QStringLiteral("dc"));
    }

    void slowDownAddsFiveSecondsForGood()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        http.script({begin(2), refused("slow_down"), refused("authorization_pending"), tokens()});
        QVERIFY(run(http, clock, prompt).has_value());
        QCOMPARE(clock.waits(), (QList<std::chrono::milliseconds>{seconds(2), seconds(7), seconds(7)}));
    }

    void intervalIsFiveSecondsWhereNoneIsSaid()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        http.script({begin(0), tokens()});
        QVERIFY(run(http, clock, prompt).has_value());
        QCOMPARE(clock.waits(), (QList<std::chrono::milliseconds>{seconds(5)}));
    }

    void refusalEndsTheWait_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("code");
        QTest::newRow("declined") << QByteArray("authorization_declined") << errorCodeName(ErrorCode::SignInDeclined);
        QTest::newRow("expired") << QByteArray("expired_token") << errorCodeName(ErrorCode::SignInExpired);
        QTest::newRow("bad code") << QByteArray("bad_verification_code") << errorCodeName(ErrorCode::SignInRefused);
    }

    void refusalEndsTheWait()
    {
        QFETCH(QByteArray, error);
        QFETCH(QString, code);
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        http.script({begin(), refused(error.constData()), tokens()});
        const auto result = run(http, clock, prompt);
        QVERIFY(!result);
        QCOMPARE(errorCodeName(result.error().code), code);
        QCOMPARE(http.left(), 1);
    }

    void codeThatNobodyEntersExpires()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        bool first = true;
        http.setHandler([&first](const HttpRequest &) {
            return std::exchange(first, false) ? begin(5, 60) : refused("authorization_pending");
        });
        const auto result = run(http, clock, prompt);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInExpired);
        QVERIFY(clock.waited() <= seconds(60));
    }

    void lostConnectionIsAskedAgainMoreSeldom()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        http.script({begin(5), fail(ErrorCode::NetworkUnreachable), fail(ErrorCode::TimedOut), tokens()});
        QVERIFY(run(http, clock, prompt).has_value());
        QCOMPARE(clock.waits(), (QList<std::chrono::milliseconds>{seconds(5), seconds(10), seconds(20)}));
    }

    void stopEndsTheWait()
    {
        FakeHttpClient http;
        FakeClock clock;
        std::stop_source stop;
        struct StoppingPrompt final : SignInPrompt
        {
            explicit StoppingPrompt(std::stop_source &source) : m_source(source) {}
            void openBrowser(const QUrl &) override {}
            void showDeviceCode(const DeviceCode &) override { m_source.request_stop(); }
            std::stop_source &m_source;
        } prompt(stop);
        http.script({begin(), tokens()});
        EntraChannel channel(http, clock, m_log, {});
        OpenIdConfiguration configuration;
        configuration.tokenEndpoint = QUrl(QStringLiteral("https://login.example/token"));
        configuration.deviceAuthorizationEndpoint = QUrl(QStringLiteral("https://login.example/devicecode"));
        const auto result = requestTokensByDeviceCode(channel, configuration, {}, prompt, stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(http.left(), 1);
    }

    void addressWithoutTlsIsNotShown()
    {
        FakeHttpClient http;
        FakeClock clock;
        Prompt prompt;
        http.script(
            {jsonResponse(200, {{QStringLiteral("device_code"), QStringLiteral("dc")},
                                {QStringLiteral("user_code"), QStringLiteral("ABCD")},
                                {QStringLiteral("verification_uri"), QStringLiteral("http://login.example/device")},
                                {QStringLiteral("expires_in"), 900}})});
        const auto result = run(http, clock, prompt);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInResponseInvalid);
        QVERIFY(prompt.codes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DeviceCodeTest)
#include "tst_device_code.moc"
