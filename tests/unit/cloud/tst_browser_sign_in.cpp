// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/BrowserSignIn.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <functional>
#include <thread>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

QString param(const QUrl &url, const char *name)
{
    return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// A browser: calls the redirect address with what `answer` makes of the authorize address, from a thread of its own.
class Browser final : public SignInPrompt
{
public:
    using Answer = std::function<QByteArrayList(const QUrl &authorize)>; // queries to call with, in order

    explicit Browser(Answer answer) : m_answer(std::move(answer)) {}
    void showDeviceCode(const DeviceCode &) override {}
    void openBrowser(const QUrl &url) override
    {
        opened = url;
        m_thread = std::jthread([this, url] {
            for (const QByteArray &query : m_answer(url)) {
                QTcpSocket socket;
                socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(QUrl(param(url, "redirect_uri")).port()));
                if (!socket.waitForConnected(10000))
                    return;
                socket.write("GET /?" + query + " HTTP/1.1\r\nHost: " +
                             QUrl(param(url, "redirect_uri")).authority().toLatin1() + "\r\n\r\n");
                QByteArray page;
                while (socket.waitForReadyRead(10000))
                    page += socket.readAll();
                pages.append(page);
            }
        });
    }
    void close()
    {
        if (m_thread.joinable())
            m_thread.join();
    }

    QUrl opened;
    QByteArrayList pages; // after close()

private:
    const Answer m_answer;
    std::jthread m_thread;
};

HttpResponse tokens()
{
    return jsonResponse(200, {{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                              {QStringLiteral("access_token"), QStringLiteral("at")},
                              {QStringLiteral("id_token"), QStringLiteral("it")},
                              {QStringLiteral("refresh_token"), QStringLiteral("rt")},
                              {QStringLiteral("expires_in"), 3599}});
}

QByteArray codeFor(const QUrl &authorize, const QByteArray &code)
{
    return "code=" + code + "&state=" + param(authorize, "state").toLatin1();
}

} // namespace

class BrowserSignInTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;
    FakeClock m_clock;
    std::optional<Error> m_refusal; // of the tokens

    static AuthorizationRequest request()
    {
        AuthorizationRequest request;
        request.authorizationEndpoint = QUrl(QStringLiteral("https://login.example/t/oauth2/v2.0/authorize"));
        request.tokenEndpoint = QUrl(QStringLiteral("https://login.example/t/oauth2/v2.0/token"));
        request.clientId = QStringLiteral("client");
        request.scope = QStringLiteral("https://graph.example/Domain.Read.All openid profile offline_access");
        request.account = QStringLiteral("ada+admin@contoso.com");
        return request;
    }

    Result<TokenAnswer> run(FakeHttpClient &http, Browser &browser, const AuthorizationRequest &what,
                            const std::stop_token &stop = {}, std::chrono::seconds limit = std::chrono::seconds(60))
    {
        EntraChannel channel(http, m_clock, m_log, {});
        const auto accept = [this](const TokenAnswer &) -> Result<void> {
            return m_refusal ? Result<void>(fail(*m_refusal)) : Result<void>();
        };
        auto result = requestTokensByBrowser(channel, what, accept, browser, stop, limit);
        browser.close();
        return result;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // objects on the wrong thread show so
        m_refusal.reset();
    }

    void tokensThatAreNotAcceptedShowNoSuccess()
    {
        FakeHttpClient http;
        http.script({tokens()});
        m_refusal = Error{ErrorCode::SignInWrongTenant, QStringLiteral("t"), QStringLiteral("another tenant"), {}};
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "c")}; });
        const auto result = run(http, browser, request());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
        QVERIFY(browser.pages.first().contains("The sign-in did not succeed."));
        QVERIFY(browser.pages.first().contains("another tenant"));
    }

    void browserIsSentWithEverythingTheServiceNeeds()
    {
        FakeHttpClient http;
        http.script({tokens()});
        const AuthorizationRequest what = request();
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "c-1")}; });
        QVERIFY(run(http, browser, what).has_value());

        const QUrl url = browser.opened;
        QCOMPARE(url.adjusted(QUrl::RemoveQuery), what.authorizationEndpoint);
        QCOMPARE(param(url, "client_id"), QStringLiteral("client"));
        QCOMPARE(param(url, "response_type"), QStringLiteral("code"));
        QCOMPARE(param(url, "response_mode"), QStringLiteral("query"));
        QCOMPARE(param(url, "scope"), what.scope);
        QCOMPARE(param(url, "state"), QString::fromLatin1(what.state));
        QCOMPARE(param(url, "nonce"), QString::fromLatin1(what.nonce));
        QCOMPARE(param(url, "code_challenge"), QString::fromLatin1(codeChallenge(what.codeVerifier)));
        QCOMPARE(param(url, "code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(param(url, "login_hint"), what.account);
        QVERIFY(!url.toEncoded().contains("ada+admin")); // a plus would be read as a blank
        QVERIFY(!url.toEncoded().contains(what.codeVerifier));
        const QUrl redirect(param(url, "redirect_uri"));
        QCOMPARE(redirect.host(), QStringLiteral("localhost"));
        QCOMPARE(redirect.path(), QStringLiteral("/"));
        const auto items = QUrlQuery(url).queryItems();
        QSet<QString> names;
        for (const auto &item : items)
            names.insert(item.first);
        QCOMPARE(names.size(), items.size()); // nothing twice
    }

    void codeIsRedeemedWithTheVerifier()
    {
        FakeHttpClient http;
        http.script({tokens()});
        const AuthorizationRequest what = request();
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "0.A-b_c.d%2Fe%2B%3D%25")}; });
        const auto result = run(http, browser, what);
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->accessToken.reveal().toByteArray(), QByteArray("at"));
        QCOMPARE(result->refreshToken.reveal().toByteArray(), QByteArray("rt"));
        QCOMPARE(result->idToken.reveal().toByteArray(), QByteArray("it"));
        QCOMPARE(http.calls(), QStringList{QStringLiteral("POST /t/oauth2/v2.0/token")});
        const auto form = formOf(http.requests().first());
        QCOMPARE(form.value(QStringLiteral("grant_type")), QStringLiteral("authorization_code"));
        QCOMPARE(form.value(QStringLiteral("code")), QStringLiteral("0.A-b_c.d/e+=%"));
        QCOMPARE(form.value(QStringLiteral("client_id")), QStringLiteral("client"));
        QCOMPARE(form.value(QStringLiteral("redirect_uri")), param(browser.opened, "redirect_uri"));
        QCOMPARE(form.value(QStringLiteral("code_verifier")), QString::fromLatin1(what.codeVerifier));
        QCOMPARE(form.value(QStringLiteral("scope")), what.scope);
        QVERIFY(!form.contains(QStringLiteral("client_secret")));
        QVERIFY(browser.pages.first().contains("You are signed in."));
    }

    void accountIsChosenWhereNoneIsNamed()
    {
        FakeHttpClient http;
        http.script({tokens()});
        AuthorizationRequest what = request();
        what.account.clear();
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "c")}; });
        QVERIFY(run(http, browser, what).has_value());
        QCOMPARE(param(browser.opened, "prompt"), QStringLiteral("select_account"));
        QVERIFY(!QUrlQuery(browser.opened).hasQueryItem(QStringLiteral("login_hint")));
    }

    void garbageAndWrongStateBeforeTheResponseDoNoHarm()
    {
        FakeHttpClient http;
        http.script({tokens()});
        Browser browser([](const QUrl &url) {
            return QByteArrayList{"x", "code=stolen&state=wrong", "error=access_denied&state=wrong",
                                  codeFor(url, "c-1")};
        });
        QVERIFY(run(http, browser, request()).has_value());
        QCOMPARE(formOf(http.requests().first()).value(QStringLiteral("code")), QStringLiteral("c-1"));
        QCOMPARE(http.requests().size(), 1);
    }

    void refusalByTheServiceIsTold()
    {
        FakeHttpClient http;
        Browser browser([](const QUrl &url) {
            return QByteArrayList{"error=access_denied&error_description=AADSTS65004%3a+User+declined+%3cb%3e&state=" +
                                  param(url, "state").toLatin1()};
        });
        const auto result = run(http, browser, request());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInDeclined);
        QVERIFY(result.error().detail.contains(QStringLiteral("AADSTS65004: User declined <b>")));
        QVERIFY(http.requests().isEmpty());
        QVERIFY(browser.pages.first().contains("The sign-in did not succeed."));
        QVERIFY(!browser.pages.first().contains("<b>"));
    }

    void refusedCodeIsTold()
    {
        FakeHttpClient http;
        http.script({jsonResponse(
            400, {{QStringLiteral("error"), QStringLiteral("invalid_grant")},
                  {QStringLiteral("error_description"), QStringLiteral("AADSTS54005: Code was redeemed.")}})});
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "c")}; });
        const auto result = run(http, browser, request());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInExpired);
        QVERIFY(browser.pages.first().contains("AADSTS54005"));
    }

    void lostAnswerIsNotRedeemedTwice()
    {
        FakeHttpClient http;
        http.script({fail(ErrorCode::NetworkUnreachable, QStringLiteral("login.example")), tokens()});
        Browser browser([](const QUrl &url) { return QByteArrayList{codeFor(url, "c")}; });
        const auto result = run(http, browser, request());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QCOMPARE(http.left(), 1);
    }

    void stopEndsTheWaitForTheBrowser()
    {
        FakeHttpClient http;
        std::stop_source stop;
        Browser browser([&stop](const QUrl &) {
            stop.request_stop();
            return QByteArrayList{};
        });
        const auto result = run(http, browser, request(), stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

    void browserThatNeverComesBackIsNotWaitedForEver()
    {
        FakeHttpClient http;
        Browser browser([](const QUrl &) { return QByteArrayList{}; });
        const auto result = run(http, browser, request(), {}, std::chrono::seconds(1));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
    }

    void secondAttemptStartsClean()
    {
        FakeHttpClient http;
        http.script({tokens()});
        QUrl first;
        Browser abandoned([&first](const QUrl &url) {
            first = url;
            return QByteArrayList{};
        });
        QVERIFY(!run(http, abandoned, request(), {}, std::chrono::seconds(1)));
        Browser second([&first](const QUrl &url) {
            return QByteArrayList{codeFor(first, "old"), codeFor(url, "new")};
        });
        QVERIFY(run(http, second, request()).has_value());
        QCOMPARE(formOf(http.requests().first()).value(QStringLiteral("code")), QStringLiteral("new"));
    }
};

QTEST_GUILESS_MAIN(BrowserSignInTest)
#include "tst_browser_sign_in.moc"
