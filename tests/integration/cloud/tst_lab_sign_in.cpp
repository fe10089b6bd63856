// SPDX-License-Identifier: GPL-3.0-or-later
// Every way to sign in, and every way in which that fails, against the stand-in tenant.
#include "tests/integration/cloud/LabSession.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace cloudsync;
using namespace cloudsync::test;

class LabSignInTest : public QObject
{
    Q_OBJECT

private:
    LabTenant m_lab;

    [[nodiscard]] HttpSettings settings() const { return {m_lab.cloud().caFile, QStringLiteral("none"), {}}; }

    Result<SignedIn> withBrowser(LabSession &session, SignInBrowser &browser)
    {
        SignInRequest request = m_lab.request(SignInMethod::Browser);
        auto result = session.signIn.signIn(request, browser, {});
        browser.close();
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_lab.start(
            {{{QStringLiteral("policy"), QJsonObject{{QStringLiteral("deviceIntervalSeconds"), 1}}}}, {}, {}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("different thread")));
        m_lab.clearFaults();
        m_lab.setPolicy({{QStringLiteral("mfa"), false},
                         {QStringLiteral("block"), QJsonValue::Null},
                         {QStringLiteral("consent"), QStringLiteral("granted")},
                         {QStringLiteral("accessTokenSeconds"), 3599},
                         {QStringLiteral("deviceCodeSeconds"), 900},
                         {QStringLiteral("refreshRevoked"), false}});
    }

    void certificateSignsIn()
    {
        LabSession session;
        SignInBrowser nobody(session.http, settings(), {}, {});
        const auto result = session.signIn.signIn(m_lab.request(SignInMethod::Certificate), nobody, {});
        QVERIFY2(result.has_value(), why(result));
        QVERIFY(result->isApplication);
        QCOMPARE(result->tenantId, m_lab.tenantId());
        QCOMPARE(result->accountName, m_lab.clientId());
        QVERIFY(result->grantedPermissions.contains(QStringLiteral("Synchronization.ReadWrite.All")));
        const auto tenant = session.connector.open(m_lab.cloud(), result->tokens);
        const auto organization = tenant->organization({});
        QVERIFY2(organization.has_value(), why(organization));
        QCOMPARE(organization->id, m_lab.tenantId());
    }

    void certificateThatIsNotRegisteredIsRefused()
    {
        LabTenant other;
        QCOMPARE(other.start(), QString());
        LabSession session;
        SignInBrowser nobody(session.http, settings(), {}, {});
        SignInRequest request = m_lab.request(SignInMethod::Certificate);
        request.certificateFile = other.certificateFile();
        const auto result = session.signIn.signIn(request, nobody, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInCertificateUnusable);
        QVERIFY2(result.error().detail.contains(QStringLiteral("AADSTS")), qPrintable(result.error().detail));
    }

    void browserSignsIn()
    {
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result) + browser.lastPage());
        QVERIFY(!result->isApplication);
        QVERIFY(!result->isGuest);
        QCOMPARE(result->tenantId, m_lab.tenantId());
        QCOMPARE(result->accountName, m_lab.administrator());
        QVERIFY(!result->accountId.isEmpty());
        QVERIFY(result->grantedPermissions.contains(QStringLiteral("Synchronization.ReadWrite.All")));
        QVERIFY2(browser.lastPage().contains("You are signed in."), browser.lastPage());
        const auto roles = session.connector.open(m_lab.cloud(), result->tokens)->rolesOfSignedInUser({});
        QVERIFY2(roles.has_value(), why(roles));
        QCOMPARE(*roles, QStringList{QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2")});
    }

    void browserSignsInWithASecondFactor()
    {
        m_lab.setPolicy({{QStringLiteral("mfa"), true}});
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result) + browser.lastPage());
    }

    void browserTokensAreRefreshed()
    {
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result));
        const auto first = result->tokens->accessToken({});
        result->tokens->invalidate();
        const auto second = result->tokens->accessToken({});
        QVERIFY2(second.has_value(), why(second));
        QVERIFY(!(*first == *second));
        const auto organization = session.connector.open(m_lab.cloud(), result->tokens)->organization({});
        QVERIFY2(organization.has_value(), why(organization));
    }

    void revokedSessionAsksThePersonAgain()
    {
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result));
        const QUrl first = browser.opened();
        const auto before = result->tokens->accessToken({});
        m_lab.setPolicy({{QStringLiteral("refreshRevoked"), true}});
        result->tokens->invalidate();
        const auto after = result->tokens->accessToken({});
        browser.close();
        QVERIFY2(after.has_value(), why(after));
        QVERIFY(!(*before == *after));
        QVERIFY(browser.opened() != first);
    }

    void revokedSessionOfAPersonWhoDoesNotComeBackIsTold()
    {
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result));
        m_lab.setPolicy({{QStringLiteral("refreshRevoked"), true},
                         {QStringLiteral("block"), QJsonObject{{QStringLiteral("code"), 53003},
                                                               {QStringLiteral("appliesTo"), QStringLiteral("interactive")}}}});
        result->tokens->invalidate();
        const auto after = result->tokens->accessToken({});
        browser.close();
        QVERIFY(!after);
        QCOMPARE(after.error().code, ErrorCode::SignInRefused);
    }

    void guestIsRecognised()
    {
        LabSession session;
        const auto guest = QStringLiteral("guest@fabrikam.com");
        SignInBrowser browser(session.http, settings(), guest, m_lab.password(guest));
        const auto result = withBrowser(session, browser);
        QVERIFY2(result.has_value(), why(result) + browser.lastPage());
        QVERIFY(result->isGuest);
    }

    void cancelInTheBrowserIsADeclinedSignIn()
    {
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), {}, SignInBrowser::Conduct::Cancel);
        const auto result = withBrowser(session, browser);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInDeclined);
        QVERIFY(result.error().detail.contains(QStringLiteral("AADSTS65004")));
        QVERIFY2(browser.lastPage().contains("The sign-in did not succeed."), browser.lastPage());
    }

    void blockByConditionalAccessIsTold()
    {
        m_lab.setPolicy({{QStringLiteral("block"), QJsonObject{{QStringLiteral("code"), 53003}}}});
        LabSession session;
        SignInBrowser browser(session.http, settings(), m_lab.administrator(), m_lab.password(m_lab.administrator()));
        const auto result = withBrowser(session, browser);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInRefused);
        QVERIFY2(result.error().detail.contains(QStringLiteral("AADSTS53003")), qPrintable(result.error().detail));
    }

    void closedBrowserEndsWithCancel()
    {
        LabSession session;
        std::stop_source stop;
        SignInBrowser browser(session.http, settings(), {}, {}, SignInBrowser::Conduct::Close);
        std::optional<Result<SignedIn>> result;
        std::jthread thread(
            [&] { result = session.signIn.signIn(m_lab.request(SignInMethod::Browser), browser, stop.get_token()); });
        QTRY_VERIFY_WITH_TIMEOUT(browser.opened().isValid(), 20000);
        stop.request_stop();
        thread.join();
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::Cancelled);
    }

    void unknownApplicationIsRefused()
    {
        LabSession session;
        SignInBrowser nobody(session.http, settings(), {}, {});
        SignInRequest request = m_lab.request(SignInMethod::DeviceCode);
        request.clientId = QStringLiteral("00000000-1111-2222-3333-444444444444");
        const auto result = session.signIn.signIn(request, nobody, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInRefused);
        QVERIFY2(result.error().detail.contains(QStringLiteral("AADSTS700016")), qPrintable(result.error().detail));
    }

    void unknownTenantIsTheWrongOne()
    {
        LabSession session;
        SignInBrowser nobody(session.http, settings(), {}, {});
        SignInRequest request = m_lab.request(SignInMethod::Certificate);
        request.tenant = QStringLiteral("fabrikam.onmicrosoft.com");
        const auto result = session.signIn.signIn(request, nobody, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInWrongTenant);
        QCOMPARE(result.error().subject, request.tenant);
    }

    void deviceCodeSignsIn()
    {
        LabSession session;
        SignInBrowser person(session.http, settings(), {}, {});
        std::optional<Result<SignedIn>> result;
        std::jthread thread(
            [&] { result = session.signIn.signIn(m_lab.request(SignInMethod::DeviceCode), person, {}); });
        QTRY_COMPARE_WITH_TIMEOUT(person.deviceCodes().size(), 1, 20000);
        m_lab.approveDevice(person.deviceCodes().first().userCode);
        thread.join();
        QVERIFY2(result->has_value(), why(*result));
        QCOMPARE((*result)->accountName, m_lab.administrator());
        QCOMPARE((*result)->tenantId, m_lab.tenantId());
    }

    void declinedDeviceCodeIsTold()
    {
        LabSession session;
        SignInBrowser person(session.http, settings(), {}, {});
        std::optional<Result<SignedIn>> result;
        std::jthread thread(
            [&] { result = session.signIn.signIn(m_lab.request(SignInMethod::DeviceCode), person, {}); });
        QTRY_COMPARE_WITH_TIMEOUT(person.deviceCodes().size(), 1, 20000);
        m_lab.approveDevice(person.deviceCodes().first().userCode, true);
        thread.join();
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::SignInDeclined);
    }

    void deviceCodeThatNobodyEntersExpires()
    {
        m_lab.setPolicy({{QStringLiteral("deviceCodeSeconds"), 2}});
        LabSession session;
        SignInBrowser person(session.http, settings(), {}, {});
        const auto result = session.signIn.signIn(m_lab.request(SignInMethod::DeviceCode), person, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInExpired);
    }

    void missingConsentIsTold()
    {
        m_lab.setPolicy({{QStringLiteral("consent"), QStringLiteral("missing")}});
        LabSession session;
        SignInBrowser person(session.http, settings(), {}, {});
        SignInRequest request = m_lab.request(SignInMethod::Certificate);
        const auto result = session.signIn.signIn(request, person, {});
        // An application without consent gets a token without permissions, or none: both say what is missing.
        if (result) {
            QVERIFY(result->grantedPermissions.isEmpty());
            const auto organization = session.connector.open(m_lab.cloud(), result->tokens)->organization({});
            QVERIFY(!organization);
            QCOMPARE(organization.error().code, ErrorCode::TenantPermissionMissing);
        } else {
            QCOMPARE(result.error().code, ErrorCode::SignInConsentMissing);
        }
    }

    void untrustedAuthorityIsTold()
    {
        LabTenant other;
        QCOMPARE(other.start(), QString());
        LabSession session;
        SignInBrowser nobody(session.http, settings(), {}, {});
        SignInRequest request = m_lab.request(SignInMethod::Certificate);
        request.cloud.caFile = other.cloud().caFile;
        const auto result = session.signIn.signIn(request, nobody, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
    }
};

QTEST_GUILESS_MAIN(LabSignInTest)
#include "tst_lab_sign_in.moc"
