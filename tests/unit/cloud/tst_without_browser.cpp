// SPDX-License-Identifier: GPL-3.0-or-later
// A build without Qt Network Authorization: the browser is not offered, and who asks for it all the same is told why.
#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QFile>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

struct Prompt final : SignInPrompt
{
    void openBrowser(const QUrl &url) override { opened.append(url); }
    void showDeviceCode(const DeviceCode &code) override { shown.append(code); }
    QList<QUrl> opened;
    QList<DeviceCode> shown;
};

SignInRequest request(SignInMethod method)
{
    SignInRequest request;
    request.cloud.authority = QUrl(QStringLiteral("https://login.example"));
    request.cloud.audience = QStringLiteral("https://graph.example");
    request.tenant = QStringLiteral("contoso.onmicrosoft.com");
    request.clientId = QStringLiteral("client");
    request.method = method;
    return request;
}

} // namespace

class WithoutBrowserTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;
    FakeClock m_clock;
    FakeHttpClient m_http;
    EntraSignIn m_signIn{m_http, m_clock, m_log};

private Q_SLOTS:
    void deviceCodeAndCertificateAreOffered()
    {
        QCOMPARE(m_signIn.availableMethods(),
                 (QList<SignInMethod>{SignInMethod::DeviceCode, SignInMethod::Certificate}));
    }

    void browserIsRefusedWithTheReasonAndAsksNobody()
    {
        Prompt prompt;
        const auto result = m_signIn.signIn(request(SignInMethod::Browser), prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInMethodUnavailable);
        QVERIFY2(result.error().detail.contains(QStringLiteral("Qt Network Authorization")), qPrintable(result.error().detail));
        QVERIFY(m_http.requests().isEmpty());
        QVERIFY(prompt.opened.isEmpty());
    }

    void deviceCodeStillWorks()
    {
        const QString issuer = QStringLiteral("https://login.example/7f5d8c1e-0000-4000-8000-000000000001/v2.0");
        const auto address = [](const char *path) { return QStringLiteral("https://login.example/") + QLatin1String(path); };
        m_http.script({jsonResponse(200, {{QStringLiteral("issuer"), issuer},
                                          {QStringLiteral("authorization_endpoint"), address("authorize")},
                                          {QStringLiteral("token_endpoint"), address("token")},
                                          {QStringLiteral("device_authorization_endpoint"), address("devicecode")},
                                          {QStringLiteral("jwks_uri"), address("keys")}}),
                       jsonResponse(200, {{QStringLiteral("device_code"), QStringLiteral("d")},
                                          {QStringLiteral("user_code"), QStringLiteral("ABCD")},
                                          {QStringLiteral("verification_uri"), address("device")},
                                          {QStringLiteral("expires_in"), 900}}),
                       jsonResponse(400, {{QStringLiteral("error"), QStringLiteral("authorization_declined")}})});
        Prompt prompt;
        const auto result = m_signIn.signIn(request(SignInMethod::DeviceCode), prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInDeclined);
        QCOMPARE(prompt.shown.size(), 1);
        QCOMPARE(prompt.shown.first().userCode, QStringLiteral("ABCD"));
    }

    void theProgramLinksNothingOfTheModule()
    {
        // The file is the program itself: a library it needs would be named in it.
        QFile program(QCoreApplication::applicationFilePath());
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(!program.readAll().contains(QByteArray("libQt6Network") + "Auth"));
    }
};

QTEST_GUILESS_MAIN(WithoutBrowserTest)
#include "tst_without_browser.moc"
