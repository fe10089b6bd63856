// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in of the stand-in tenant: what is accepted, and that everything else is refused with Entra's words.
#include "tests/lab/tenant/tests/TenantProcess.h"

#include "tests/lab/tenant/Text.h"

#include <QTest>

#include <regex>

using namespace cloudsync::lab;
using namespace cloudsync::tests;

namespace {

constexpr const char *administrator = "admin@contoso.onmicrosoft.com";

QString shown(const std::string &text) { return QString::fromStdString(text); }

int errorNumber(const Answer &answer)
{
    const Json &codes = list(answer.json, "error_codes");
    return codes.empty() ? 0 : codes[0].get<int>();
}

/// The claims of a token, unverified.
Json claimsOf(const std::string &token)
{
    const auto read = readToken(token);
    return read ? read->claims : Json::object();
}

} // namespace

class TenantSignInTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_tenant.start({{"policy", {{"deviceIntervalSeconds", 0}}}}), qPrintable(m_tenant.error())); }
    void init() { QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"mfa", false}, {"block", nullptr}, {"claims", nullptr}, {"refreshRevoked", false}, {"users", Json::object()}, {"codeSeconds", 600}, {"refreshTokenSeconds", 7776000}, {"deviceCodeSeconds", 900}, {"accessTokenSeconds", 3599}, {"consent", "granted"}}).status, 200); }

    void codeWithPkceGivesTokens()
    {
        const Answer tokens = m_tenant.signInByCode(administrator, scope("openid profile offline_access") + ' ' + permission("Organization.Read.All"));
        QVERIFY2(tokens.status == 200, tokens.body.c_str());
        const Json access = claimsOf(text(tokens.json, "access_token")), identity = claimsOf(text(tokens.json, "id_token"));
        QCOMPARE(shown(text(access, "scp")), QStringLiteral("Organization.Read.All"));
        QCOMPARE(shown(text(access, "aud")), shown(m_tenant.root()));
        QCOMPARE(shown(text(access, "tid")), shown(m_tenant.tenantId()));
        QCOMPARE(shown(text(identity, "aud")), shown(m_tenant.clientId()));
        QCOMPARE(shown(text(identity, "nonce")), QStringLiteral("the nonce"));
        QCOMPARE(shown(text(identity, "oid")), shown(text(access, "oid")));
        QVERIFY(!text(tokens.json, "refresh_token").empty());
        QCOMPARE(number(tokens.json, "expires_in"), 3599LL);
    }

    void signaturesHoldByThePublishedKey()
    {
        const Answer configuration = m_tenant.send("GET", '/' + m_tenant.tenantId() + "/v2.0/.well-known/openid-configuration");
        QCOMPARE(configuration.status, 200);
        const std::string keysAddress = text(configuration.json, "jwks_uri");
        const Answer keys = m_tenant.send("GET", keysAddress.substr(m_tenant.root().size()));
        const auto token = readToken(m_tenant.applicationToken());
        QVERIFY(token);
        QCOMPARE(shown(text(list(keys.json, "keys")[0], "kid")), shown(text(token->header, "kid")));
        QCOMPARE(shown(text(token->claims, "iss")), shown(text(configuration.json, "issuer")));
    }

    void codeCarriesStateBack()
    {
        const Answer redirect = authorize(m_tenant.authorizeQuery(scope("openid")));
        QCOMPARE(redirect.status, 302);
        const std::string address = redirect.header("location");
        QVERIFY2(startsWith(address, "http://localhost:54321/?"), address.c_str());
        QCOMPARE(shown(parameter(address, "state")), QStringLiteral("the state"));
        QVERIFY(!parameter(address, "code").empty());
    }

    void redirectAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("localhost") << "http://localhost" << true;
        QTest::newRow("localhost with port and slash") << "http://localhost:1024/" << true;
        QTest::newRow("loopback address") << "http://127.0.0.1:65535" << true;
        QTest::newRow("path") << "http://localhost:1024/callback" << false;
        QTest::newRow("https") << "https://localhost:1024/" << false;
        QTest::newRow("other host") << "http://localhost.evil.test/" << false;
        QTest::newRow("user part") << "http://localhost:80@evil.test/" << false;
        QTest::newRow("port out of range") << "http://localhost:70000/" << false;
        QTest::newRow("empty") << "" << false;
    }
    void redirectAddress()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, allowed);
        auto query = m_tenant.authorizeQuery(scope("openid"));
        query["redirect_uri"] = address.toStdString();
        const Answer answer = authorize(query);
        QCOMPARE(answer.status, allowed ? 302 : 400); // never a redirect to an address that is not registered
        if (!allowed)
            QVERIFY(answer.body.find("AADSTS50011") != std::string::npos);
    }

    void wrongAuthorizeRequestIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("no challenge") << "code_challenge" << "" << "invalid_request";
        QTest::newRow("plain challenge") << "code_challenge_method" << "plain" << "invalid_request";
        QTest::newRow("short challenge") << "code_challenge" << "abc" << "invalid_request";
        QTest::newRow("implicit flow") << "response_type" << "token" << "unsupported_response_type";
        QTest::newRow("unknown permission") << "scope" << "@/Everything.ReadWrite.All" << "invalid_scope";
        QTest::newRow("unknown resource") << "scope" << "https://elsewhere.test/User.Read" << "invalid_resource";
        QTest::newRow("no scope") << "scope" << "" << "invalid_scope";
        QTest::newRow("silent without a session") << "prompt" << "none" << "login_required";
        QTest::newRow("response mode") << "response_mode" << "pigeon" << "invalid_request";
    }
    void wrongAuthorizeRequestIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, error);
        auto query = m_tenant.authorizeQuery(scope("openid"));
        query[name.toStdString()] = shown(m_tenant.root()).isEmpty() ? std::string() : QString(value).replace(u'@', shown(m_tenant.root())).toStdString();
        const Answer answer = authorize(query);
        QCOMPARE(answer.status, 302);
        QCOMPARE(shown(parameter(answer.header("location"), "error")), error);
        QCOMPARE(shown(parameter(answer.header("location"), "state")), QStringLiteral("the state"));
        QVERIFY(parameter(answer.header("location"), "code").empty());
    }

    void unknownClientOrTenantIsRefusedOnAPage()
    {
        auto query = m_tenant.authorizeQuery(scope("openid"));
        query["client_id"] = newGuid();
        const Answer client = authorize(query);
        QCOMPARE(client.status, 400);
        QVERIFY(client.body.find("AADSTS700016") != std::string::npos);
        const Answer tenant = m_tenant.send("GET", "/fabrikam.onmicrosoft.com/oauth2/v2.0/authorize?client_id=" + m_tenant.clientId());
        QVERIFY(tenant.body.find("AADSTS90002") != std::string::npos);
        const Answer common = m_tenant.send("GET", "/common/oauth2/v2.0/authorize?client_id=" + m_tenant.clientId());
        QVERIFY(common.body.find("AADSTS50194") != std::string::npos);
    }

    void wrongPasswordKeepsThePage()
    {
        const Answer answer = m_tenant.authorize(m_tenant.authorizeQuery(scope("openid")), administrator, "wrong");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find("AADSTS50126") != std::string::npos);
        const Answer foreign = m_tenant.authorize(m_tenant.authorizeQuery(scope("openid")), "someone@outlook.test", "x");
        QVERIFY(foreign.body.find("AADSTS50020") != std::string::npos);
    }

    void wrongRedemptionIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("code");
        QTest::newRow("other verifier") << "code_verifier" << QString(43, u'w') << "invalid_grant" << 501481;
        QTest::newRow("no verifier") << "code_verifier" << "" << "invalid_grant" << 501481;
        QTest::newRow("other address") << "redirect_uri" << "http://localhost:1/" << "invalid_grant" << 500112;
        QTest::newRow("foreign code") << "code" << "0.Axyz" << "invalid_grant" << 9002313;
        QTest::newRow("secret of a public client") << "client_secret" << "x" << "invalid_client" << 700025;
        QTest::newRow("unknown grant") << "grant_type" << "password" << "unsupported_grant_type" << 70003;
        QTest::newRow("no grant") << "grant_type" << "" << "invalid_request" << 900144;
        QTest::newRow("more than was granted") << "scope" << "https://graph.microsoft.com/ProvisioningLog.Read.All" << "invalid_grant" << 65001;
    }
    void wrongRedemptionIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, error);
        QFETCH(const int, code);
        auto form = redemption(parameter(authorize(m_tenant.authorizeQuery(scope("openid"))).header("location"), "code"));
        form[name.toStdString()] = value.toStdString();
        const Answer answer = token(form);
        QVERIFY2(answer.status >= 400, answer.body.c_str());
        QCOMPARE(shown(answer.errorCode()), error);
        QCOMPARE(errorNumber(answer), code);
        QVERIFY(startsWith(text(answer.json, "error_description"), "AADSTS" + std::to_string(code)));
        for (const char *member : {"timestamp", "trace_id", "correlation_id", "error_uri"})
            QVERIFY2(!text(answer.json, member).empty(), member);
    }

    void codeWorksOnceAndReuseRevokes()
    {
        const auto form = redemption(parameter(authorize(m_tenant.authorizeQuery(scope("openid offline_access"))).header("location"), "code"));
        const Answer first = token(form);
        QCOMPARE(first.status, 200);
        QCOMPARE(errorNumber(token(form)), 54005);
        const Answer refreshed = token({{"grant_type", "refresh_token"}, {"client_id", m_tenant.clientId()}, {"refresh_token", text(first.json, "refresh_token")}});
        QCOMPARE(errorNumber(refreshed), 50173);
    }

    void expiredCodeIsRefused()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"codeSeconds", 0}}).status, 200);
        const Answer answer = token(redemption(parameter(authorize(m_tenant.authorizeQuery(scope("openid"))).header("location"), "code")));
        QCOMPARE(errorNumber(answer), 70008);
    }

    void refreshTokenGivesNewTokensUntilItIsRevokedOrExpires()
    {
        const Answer first = m_tenant.signInByCode(administrator, scope("offline_access") + ' ' + permission("User.Read"));
        const std::map<std::string, std::string> form{{"grant_type", "refresh_token"}, {"client_id", m_tenant.clientId()}, {"refresh_token", text(first.json, "refresh_token")}};
        const Answer second = token(form);
        QCOMPARE(second.status, 200);
        QCOMPARE(shown(text(claimsOf(text(second.json, "access_token")), "scp")), QStringLiteral("User.Read"));
        QVERIFY(!text(second.json, "refresh_token").empty());
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"refreshRevoked", true}}).status, 200);
        QCOMPARE(errorNumber(token(form)), 50173);
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"refreshRevoked", false}, {"refreshTokenSeconds", 0}}).status, 200);
        const Answer shortLived = m_tenant.signInByCode(administrator, scope("offline_access") + ' ' + permission("User.Read"));
        QCOMPARE(errorNumber(token({{"grant_type", "refresh_token"}, {"client_id", m_tenant.clientId()}, {"refresh_token", text(shortLived.json, "refresh_token")}})), 700082);
    }

    void claimsOnRefreshAskForInteraction()
    {
        const Answer first = m_tenant.signInByCode(administrator, scope("offline_access") + ' ' + permission("User.Read"));
        const Answer answer = token({{"grant_type", "refresh_token"}, {"client_id", m_tenant.clientId()}, {"refresh_token", text(first.json, "refresh_token")}, {"claims", "{\"x\":1}"}});
        QCOMPARE(shown(answer.errorCode()), QStringLiteral("interaction_required"));
        QCOMPARE(shown(text(answer.json, "claims")), QStringLiteral("{\"x\":1}"));
    }

    void deviceCodeWaitsForApproval()
    {
        const Answer begun = beginDevice();
        const std::string code = text(begun.json, "device_code");
        QCOMPARE(shown(text(begun.json, "verification_uri")), shown(m_tenant.root() + "/device"));
        QCOMPARE(shown(poll(code).errorCode()), QStringLiteral("authorization_pending"));
        QCOMPARE(m_tenant.control("POST", "/lab/approve-device", {{"user_code", text(begun.json, "user_code")}, {"user", administrator}, {"password", m_tenant.password(administrator)}}).status, 200);
        const Answer done = poll(code);
        QCOMPARE(done.status, 200);
        QCOMPARE(shown(text(claimsOf(text(done.json, "access_token")), "upn")), QString::fromLatin1(administrator));
        QCOMPARE(shown(poll(code).errorCode()), QStringLiteral("bad_verification_code")); // once
    }

    void deviceCodeDeclinedExpiredAndUnknownAreToldApart()
    {
        const Answer begun = beginDevice();
        QCOMPARE(m_tenant.control("POST", "/lab/approve-device", {{"user_code", text(begun.json, "user_code")}, {"decline", true}}).status, 200);
        QCOMPARE(shown(poll(text(begun.json, "device_code")).errorCode()), QStringLiteral("authorization_declined"));
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"deviceCodeSeconds", 0}}).status, 200);
        QCOMPARE(shown(poll(text(beginDevice().json, "device_code")).errorCode()), QStringLiteral("expired_token"));
        QCOMPARE(shown(poll("nonsense").errorCode()), QStringLiteral("bad_verification_code"));
    }

    void pollingTooFastIsToldToSlowDown()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"deviceIntervalSeconds", 5}}).status, 200);
        const std::string code = text(beginDevice().json, "device_code");
        QCOMPARE(shown(poll(code).errorCode()), QStringLiteral("authorization_pending"));
        QCOMPARE(shown(poll(code).errorCode()), QStringLiteral("slow_down"));
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"deviceIntervalSeconds", 0}}).status, 200);
    }

    void devicePageTakesCodeAndPassword()
    {
        const Answer begun = beginDevice();
        QVERIFY(m_tenant.send("GET", "/device").body.find("user_code") != std::string::npos);
        const Answer wrong = m_tenant.form("/device", {{"user_code", "WRONG"}, {"username", administrator}, {"password", m_tenant.password(administrator)}, {"action", "approve"}});
        QVERIFY(wrong.body.find("AADSTS70018") != std::string::npos);
        const Answer right = m_tenant.form("/device", {{"user_code", text(begun.json, "user_code")}, {"username", administrator}, {"password", m_tenant.password(administrator)}, {"action", "approve"}});
        QVERIFY(right.body.find("You are signed in") != std::string::npos);
        QCOMPARE(poll(text(begun.json, "device_code")).status, 200);
    }

    void certificateGivesAnApplicationToken()
    {
        for (const char *algorithm : {"RS256"}) {
            Json header = m_tenant.assertionHeader();
            header["alg"] = algorithm;
            const Answer answer = m_tenant.signInByCertificate(m_tenant.assertion(header, m_tenant.assertionClaims()));
            QVERIFY2(answer.status == 200, answer.body.c_str());
            const Json claims = claimsOf(text(answer.json, "access_token"));
            QCOMPARE(shown(text(claims, "idtyp")), QStringLiteral("app"));
            const Json &roles = list(claims, "roles");
            QVERIFY(std::find(roles.begin(), roles.end(), "Synchronization.ReadWrite.All") != roles.end());
            QVERIFY(!claims.contains("scp"));
        }
    }

    void wrongAssertionIsRefused_data()
    {
        QTest::addColumn<QString>("part"); // header or claims
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariant>("value"); // invalid: taken out
        QTest::addColumn<int>("code");
        const qint64 now = unixSeconds(std::chrono::system_clock::now());
        QTest::newRow("no algorithm") << "header" << "alg" << QVariant("none") << 5002738;
        QTest::newRow("unknown certificate") << "header" << "x5t#S256" << QVariant("AAAA") << 700027;
        QTest::newRow("no certificate named") << "header" << "x5t#S256" << QVariant() << 700027;
        QTest::newRow("audience") << "claims" << "aud" << QVariant("https://elsewhere.test/token") << 700023;
        QTest::newRow("issuer") << "claims" << "iss" << QVariant("someone") << 700021;
        QTest::newRow("subject") << "claims" << "sub" << QVariant("someone") << 700021;
        QTest::newRow("expired") << "claims" << "exp" << QVariant(now - 400) << 700024;
        QTest::newRow("no end") << "claims" << "exp" << QVariant() << 700024;
        QTest::newRow("not yet valid") << "claims" << "nbf" << QVariant(now + 400) << 700024;
        QTest::newRow("lives for days") << "claims" << "exp" << QVariant(now + 3 * 86400) << 700024;
        QTest::newRow("no id") << "claims" << "jti" << QVariant() << 50027;
    }
    void wrongAssertionIsRefused()
    {
        QFETCH(const QString, part);
        QFETCH(const QString, name);
        QFETCH(const QVariant, value);
        QFETCH(const int, code);
        Json header = m_tenant.assertionHeader(), claims = m_tenant.assertionClaims();
        Json &target = part == u"header" ? header : claims;
        target.erase(name.toStdString());
        if (value.isValid())
            target[name.toStdString()] = value.metaType().id() == QMetaType::QString ? Json(value.toString().toStdString()) : Json(value.toLongLong());
        const Answer answer = m_tenant.signInByCertificate(m_tenant.assertion(header, claims));
        QCOMPARE(shown(answer.errorCode()), QStringLiteral("invalid_client"));
        QCOMPARE(errorNumber(answer), code);
    }

    void assertionWithABrokenSignatureIsRefused()
    {
        std::string assertion = m_tenant.assertion(m_tenant.assertionHeader(), m_tenant.assertionClaims());
        const std::size_t dot = assertion.rfind('.');
        assertion[dot + 10] = assertion[dot + 10] == 'A' ? 'B' : 'A';
        QCOMPARE(errorNumber(m_tenant.signInByCertificate(assertion)), 700027);
    }

    void applicationAsksForDefaultScopeAlone()
    {
        const Answer answer = m_tenant.form('/' + m_tenant.tenantId() + "/oauth2/v2.0/token",
                                            {{"grant_type", "client_credentials"},
                                             {"client_id", m_tenant.clientId()},
                                             {"scope", permission("Synchronization.ReadWrite.All")},
                                             {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                                             {"client_assertion", m_tenant.assertion(m_tenant.assertionHeader(), m_tenant.assertionClaims())}});
        QCOMPARE(errorNumber(answer), 1002012);
    }

    void formOfAnyLengthIsRead()
    {
        // Above 8 KB, where the server library's own reader gives up.
        Json claims = m_tenant.assertionClaims();
        claims["padding"] = std::string(12000, 'x');
        QCOMPARE(m_tenant.signInByCertificate(m_tenant.assertion(m_tenant.assertionHeader(), claims)).status, 200);
    }

    void missingConsentNeedsAnAdministrator()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"consent", "missing"}}).status, 200);
        const Answer reader = authorize(m_tenant.authorizeQuery(permission("User.Read")), "reader@contoso.onmicrosoft.com");
        QVERIFY(reader.body.find("AADSTS90094") != std::string::npos);
        const Answer global = authorize(m_tenant.authorizeQuery(permission("User.Read")), "global@contoso.onmicrosoft.com");
        QVERIFY(global.body.find("Permissions requested") != std::string::npos);
        std::smatch context;
        QVERIFY(std::regex_search(global.body, context, std::regex("name=\"ctx\" value=\"([^\"]+)\"")));
        const Answer accepted = m_tenant.form('/' + m_tenant.tenantId() + "/oauth2/v2.0/authorize", {{"ctx", context[1]}, {"action", "accept"}});
        QVERIFY(!parameter(accepted.header("location"), "code").empty());
        QCOMPARE(authorize(m_tenant.authorizeQuery(permission("User.Read")), "reader@contoso.onmicrosoft.com").status, 302);
    }

    void cancelOnThePageGoesBackAsDenied()
    {
        const Answer page = m_tenant.authorize(m_tenant.authorizeQuery(scope("openid")), administrator, "wrong");
        std::smatch context;
        QVERIFY(std::regex_search(page.body, context, std::regex("name=\"ctx\" value=\"([^\"]+)\"")));
        const std::string path = '/' + m_tenant.tenantId() + "/oauth2/v2.0/authorize";
        const Answer cancelled = m_tenant.form(path, {{"ctx", context[1]}, {"action", "cancel"}});
        QCOMPARE(shown(parameter(cancelled.header("location"), "error")), QStringLiteral("access_denied"));
        QCOMPARE(m_tenant.form(path, {{"ctx", context[1]}, {"action", "cancel"}}).status, 400); // the page is spent
    }

    void secondFactorIsAskedWherePolicySays()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"mfa", true}}).status, 200);
        const Answer page = authorize(m_tenant.authorizeQuery(scope("openid")));
        std::smatch context;
        QVERIFY(page.body.find("name=\"otc\"") != std::string::npos);
        QVERIFY(std::regex_search(page.body, context, std::regex("name=\"ctx\" value=\"([^\"]+)\"")));
        const std::string path = '/' + m_tenant.tenantId() + "/oauth2/v2.0/authorize";
        QCOMPARE(m_tenant.form(path, {{"ctx", context[1]}, {"action", "verify"}, {"otc", "1"}}).status, 200);
        QCOMPARE(m_tenant.form(path, {{"ctx", context[1]}, {"action", "verify"}, {"otc", "246810"}}).status, 302);
    }

    void blockedByPolicyIsToldToTheApplication()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"block", {{"code", 53003}, {"error", "access_denied"}}}}).status, 200);
        const Answer answer = authorize(m_tenant.authorizeQuery(scope("openid")));
        QVERIFY(parameter(answer.header("location"), "error_description").find("AADSTS53003") != std::string::npos);
        QCOMPARE(errorNumber(m_tenant.signInByCertificate(m_tenant.assertion(m_tenant.assertionHeader(), m_tenant.assertionClaims()))), 53003);
    }

    void accountPolicyShowsOnThePage()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"users", {{administrator, {{"code", 50057}, {"sentence", "The account is disabled."}}}}}}).status, 200);
        QVERIFY(authorize(m_tenant.authorizeQuery(scope("openid"))).body.find("AADSTS50057") != std::string::npos);
    }

private:
    std::string scope(const std::string &names) const { return names; }
    std::string permission(const std::string &name) const { return m_tenant.root() + '/' + name; }
    Answer authorize(const std::map<std::string, std::string> &query, const std::string &account = administrator) const
    {
        return m_tenant.authorize(query, account, m_tenant.password(account));
    }
    std::map<std::string, std::string> redemption(const std::string &code) const
    {
        return {{"grant_type", "authorization_code"}, {"client_id", m_tenant.clientId()}, {"code", code},
                {"redirect_uri", "http://localhost:54321/"}, {"code_verifier", TenantProcess::verifier()}};
    }
    Answer token(const std::map<std::string, std::string> &form) const { return m_tenant.form('/' + m_tenant.tenantId() + "/oauth2/v2.0/token", form); }
    Answer beginDevice() const { return m_tenant.form('/' + m_tenant.tenantId() + "/oauth2/v2.0/devicecode", {{"client_id", m_tenant.clientId()}, {"scope", permission("User.Read")}}); }
    Answer poll(const std::string &code) const
    {
        return token({{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}, {"client_id", m_tenant.clientId()}, {"device_code", code}});
    }

    TenantProcess m_tenant;
};

QTEST_GUILESS_MAIN(TenantSignInTest)
#include "tst_tenant_sign_in.moc"
