// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/entra/JsonWebToken.h"
#include "backend/engine/Log.h"
#include "tests/support/tenant/TestCertificates.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

const auto tenantId = QStringLiteral("11111111-2222-3333-4444-555555555555");
const auto root = QStringLiteral("https://login.example/11111111-2222-3333-4444-555555555555");

struct NoPrompt final : SignInPrompt
{
    void openBrowser(const QUrl &) override {}
    void showDeviceCode(const DeviceCode &) override {}
};

} // namespace

class EntraSignInTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;
    QTemporaryDir m_folder;
    TestCertificate m_certificate = makeCertificate();
    FakeClock m_clock;
    NoPrompt m_prompt;
    QString m_tokenTenant;
    QJsonObject m_refusal;
    QString m_preferredUsername;
    QString m_accountId = QStringLiteral("o-1");

    HttpResponse document(const HttpRequest &request)
    {
        const QString path = request.url.path();
        if (path.endsWith(QStringLiteral("/.well-known/openid-configuration")))
            return jsonResponse(
                200, {{QStringLiteral("issuer"), root + QStringLiteral("/v2.0")},
                      {QStringLiteral("authorization_endpoint"), root + QStringLiteral("/authorize")},
                      {QStringLiteral("token_endpoint"), root + QStringLiteral("/token")},
                      {QStringLiteral("device_authorization_endpoint"), root + QStringLiteral("/devicecode")},
                      {QStringLiteral("jwks_uri"), root + QStringLiteral("/keys")}});
        if (path.endsWith(QStringLiteral("/keys")))
            return jsonResponse(
                200, {{QStringLiteral("keys"), QJsonArray{m_certificate.toJsonWebKey(QStringLiteral("k"))}}});
        if (path.endsWith(QStringLiteral("/devicecode")))
            return jsonResponse(200, {{QStringLiteral("device_code"), QStringLiteral("dc")},
                                      {QStringLiteral("user_code"), QStringLiteral("ABCD")},
                                      {QStringLiteral("verification_uri"), QStringLiteral("https://login.example/d")},
                                      {QStringLiteral("expires_in"), 900}});
        if (!m_refusal.isEmpty())
            return jsonResponse(401, m_refusal);
        const qint64 now = m_clock.now().toSecsSinceEpoch();
        const QJsonObject claims{{QStringLiteral("iss"), root + QStringLiteral("/v2.0")},
                                 {QStringLiteral("aud"), QStringLiteral("client")},
                                 {QStringLiteral("tid"), m_tokenTenant},
                                 {QStringLiteral("oid"), m_accountId},
                                 {QStringLiteral("preferred_username"), m_preferredUsername},
                                 {QStringLiteral("roles"), QJsonArray{QStringLiteral("Domain.Read.All")}},
                                 {QStringLiteral("nbf"), now},
                                 {QStringLiteral("exp"), now + 3600}};
        const QString token = QString::fromLatin1(signToken(
            m_certificate,
            {{QStringLiteral("alg"), QStringLiteral("RS256")}, {QStringLiteral("kid"), QStringLiteral("k")}}, claims));
        return jsonResponse(
            200, {{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                  {QStringLiteral("access_token"), token},
                  {QStringLiteral("id_token"), token},
                  {QStringLiteral("refresh_token"), QStringLiteral("rt")},
                  {QStringLiteral("scope"), QStringLiteral("https://graph.example/Domain.Read.All openid profile")},
                  {QStringLiteral("expires_in"), 3599}});
    }

    [[nodiscard]] SignInRequest request(SignInMethod method) const
    {
        SignInRequest request;
        request.cloud.authority = QUrl(QStringLiteral("https://login.example"));
        request.cloud.graph = QUrl(QStringLiteral("https://graph.example"));
        request.cloud.audience = QStringLiteral("https://graph.example");
        request.tenant = QStringLiteral("contoso.onmicrosoft.com");
        request.clientId = QStringLiteral("client");
        request.method = method;
        request.certificateFile = m_folder.filePath(QStringLiteral("app.pem"));
        return request;
    }

private Q_SLOTS:
    void init()
    {
        m_tokenTenant = tenantId;
        m_refusal = {};
        m_preferredUsername = QStringLiteral("ada@contoso.com");
        QFile file(m_folder.filePath(QStringLiteral("app.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_certificate.certificatePem() + m_certificate.keyPem());
    }

    void certificateSignsInAsApplication()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::Certificate), m_prompt, {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QVERIFY(result->isApplication);
        QCOMPARE(result->tenantId, tenantId);
        QCOMPARE(result->accountName, QStringLiteral("client"));
        QCOMPARE(result->grantedPermissions, QStringList{QStringLiteral("Domain.Read.All")});
        QCOMPARE(http.calls(),
                 (QStringList{QStringLiteral("GET /contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration"),
                              QStringLiteral("POST /%1/token").arg(tenantId)}));
        const auto form = formOf(http.requests().at(1));
        QCOMPARE(form.value(QStringLiteral("grant_type")), QStringLiteral("client_credentials"));
        QCOMPARE(form.value(QStringLiteral("scope")), QStringLiteral("https://graph.example/.default"));
        const auto assertion = parseJsonWebToken(form.value(QStringLiteral("client_assertion")).toLatin1());
        QVERIFY(assertion.has_value());
        QCOMPARE(assertion->claims.value(QStringLiteral("aud")).toString(), root + QStringLiteral("/token"));
        QVERIFY(result->tokens->accessToken({}).has_value());
    }

    void certificateMakesANewAssertionForEachToken()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::Certificate), m_prompt, {});
        QVERIFY(result.has_value());
        result->tokens->invalidate();
        QVERIFY(result->tokens->accessToken({}).has_value());
        QCOMPARE(http.requests().size(), 3);
        QVERIFY(formOf(http.requests().at(1)).value(QStringLiteral("client_assertion")) !=
                formOf(http.requests().at(2)).value(QStringLiteral("client_assertion")));
    }

    void certificateThatTheServiceRefusesIsUnusable()
    {
        m_refusal = {{QStringLiteral("error"), QStringLiteral("invalid_client")},
                     {QStringLiteral("error_description"), QStringLiteral("AADSTS7000299: new number")}};
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::Certificate), m_prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInCertificateUnusable);
        QVERIFY(result.error().detail.contains(QStringLiteral("AADSTS7000299")));
    }

    void applicationTokenOfAnotherTenantIsRefused()
    {
        m_tokenTenant = QStringLiteral("99999999-2222-3333-4444-555555555555");
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::Certificate), m_prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
    }

    void personIsKnownByTheIdToken()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QVERIFY(!result->isApplication);
        QVERIFY(!result->isGuest);
        QCOMPARE(result->accountName, QStringLiteral("ada@contoso.com"));
        QCOMPARE(result->accountId, QStringLiteral("o-1"));
        QCOMPARE(result->tenantId, tenantId);
        QCOMPARE(result->grantedPermissions, QStringList{QStringLiteral("Domain.Read.All")});
    }

    void defaultPermissionsAreAskedForWhereNoneAreNamed()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        QVERIFY(signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {}).has_value());
        const QString scope = formOf(http.requests().at(1)).value(QStringLiteral("scope"));
        QVERIFY(scope.contains(QStringLiteral("https://graph.example/Synchronization.ReadWrite.All ")));
        QVERIFY(scope.endsWith(QStringLiteral("openid profile offline_access")));
    }

    void guestIsTold()
    {
        m_preferredUsername = QStringLiteral("g_fabrikam.com#EXT#@contoso.onmicrosoft.com");
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(result.has_value());
        QVERIFY(result->isGuest);
    }

    void personOfAnotherTenantIsRefused()
    {
        m_tokenTenant = QStringLiteral("99999999-2222-3333-4444-555555555555");
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
        QVERIFY(result.error().detail.contains(m_tokenTenant));
    }

    void unknownTenantIsTheWrongOne()
    {
        FakeHttpClient http;
        http.setHandler([](const HttpRequest &) {
            return jsonResponse(
                400, {{QStringLiteral("error"), QStringLiteral("invalid_tenant")},
                      {QStringLiteral("error_description"), QStringLiteral("AADSTS90002: Tenant not found.")}});
        });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
        QCOMPARE(result.error().subject, QStringLiteral("contoso.onmicrosoft.com"));
    }

    void tenantThatIsNoNameIsNotSent()
    {
        FakeHttpClient http;
        EntraSignIn signIn(http, m_clock, m_log);
        SignInRequest bad = request(SignInMethod::DeviceCode);
        bad.tenant = QStringLiteral("../common?x=");
        const auto result = signIn.signIn(bad, m_prompt, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
        QVERIFY(http.requests().isEmpty());
    }

    void challengeSignsTheSamePersonInAgain()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(result.has_value());
        const auto token = result->tokens->accessToken({});
        const QByteArray claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        const int before = int(http.requests().size());
        QVERIFY(result->tokens->stepUp(*token, claims, {}).has_value());
        QCOMPARE(formOf(http.requests().at(before)).value(QStringLiteral("claims")).toLatin1(), claims);
    }

    void challengeThatAnotherPersonMeetsIsRefused()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(result.has_value());
        const auto token = result->tokens->accessToken({});
        m_accountId = QStringLiteral("o-2");
        const auto met = result->tokens->stepUp(*token, "{}", {});
        m_accountId = QStringLiteral("o-1");
        QVERIFY(!met);
        QCOMPARE(met.error().code, ErrorCode::SignInRefused);
        const auto still = result->tokens->accessToken({});
        QVERIFY(still.has_value());
        QVERIFY(*still == *token);
    }

    void permissionsToRegisterAreThoseAskedFor()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        QVERIFY(signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {}).has_value());
        const QStringList asked = formOf(http.requests().at(1)).value(QStringLiteral("scope")).split(u' ');
        const QStringList permissions = signIn.defaultPermissions();
        QVERIFY(!permissions.isEmpty());
        for (const QString &permission : permissions)
            QVERIFY2(asked.contains(QStringLiteral("https://graph.example/") + permission), qPrintable(permission));
        QCOMPARE(asked.size(), permissions.size() + 3);
    }

    void refreshTokenBringsTheNextAccessToken()
    {
        FakeHttpClient http;
        http.setHandler([this](const HttpRequest &r) { return document(r); });
        EntraSignIn signIn(http, m_clock, m_log);
        const auto result = signIn.signIn(request(SignInMethod::DeviceCode), m_prompt, {});
        QVERIFY(result.has_value());
        result->tokens->invalidate();
        QVERIFY(result->tokens->accessToken({}).has_value());
        const auto form = formOf(http.requests().last());
        QCOMPARE(form.value(QStringLiteral("grant_type")), QStringLiteral("refresh_token"));
        QCOMPARE(form.value(QStringLiteral("refresh_token")), QStringLiteral("rt"));
    }
};

QTEST_GUILESS_MAIN(EntraSignInTest)
#include "tst_entra_sign_in.moc"
