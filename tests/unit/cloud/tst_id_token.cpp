// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/IdToken.h"
#include "backend/adapters/entra/JsonWebToken.h"
#include "tests/support/tenant/TestCertificates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

const auto tenantId = QStringLiteral("11111111-2222-3333-4444-555555555555");
const auto issuer = QStringLiteral("https://login.example/11111111-2222-3333-4444-555555555555/v2.0");

} // namespace

class IdTokenTest : public QObject
{
    Q_OBJECT

private:
    const TestCertificate m_signer = makeCertificate();
    const QDateTime m_now{QDate(2026, 10, 1), QTime(12, 0), Qt::UTC};

    [[nodiscard]] QJsonObject header() const
    {
        return {{QStringLiteral("alg"), QStringLiteral("RS256")}, {QStringLiteral("kid"), QStringLiteral("k1")}};
    }
    [[nodiscard]] QJsonObject claims() const
    {
        const qint64 now = m_now.toSecsSinceEpoch();
        return {{QStringLiteral("iss"), issuer},   {QStringLiteral("aud"), QStringLiteral("client")},
                {QStringLiteral("tid"), tenantId}, {QStringLiteral("nonce"), QStringLiteral("n-1")},
                {QStringLiteral("nbf"), now - 10}, {QStringLiteral("exp"), now + 3600}};
    }
    [[nodiscard]] IdTokenExpectation expected() const
    {
        return {issuer, QStringLiteral("client"), tenantId, "n-1", m_now};
    }
    [[nodiscard]] Result<QJsonObject> check(const QByteArray &token) const
    {
        const auto keys = JsonWebKeySet::fromJson(
            {{QStringLiteral("keys"), QJsonArray{m_signer.toJsonWebKey(QStringLiteral("k1"))}}});
        QByteArray bytes = token;
        return checkIdToken(Secret(std::move(bytes)), *keys, expected());
    }

private Q_SLOTS:
    void goodTokenGivesItsClaims()
    {
        const auto result = check(signToken(m_signer, header(), claims()));
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->value(QStringLiteral("tid")).toString(), tenantId);
    }

    void badClaimIsRefused_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const qint64 now = m_now.toSecsSinceEpoch();
        const QString invalid = errorCodeName(ErrorCode::SignInResponseInvalid);
        const QString wrongTenant = errorCodeName(ErrorCode::SignInWrongTenant);
        QTest::newRow("other issuer") << "iss" << QJsonValue(QStringLiteral("https://evil.example/v2.0")) << invalid;
        QTest::newRow("other audience") << "aud" << QJsonValue(QStringLiteral("another")) << invalid;
        QTest::newRow("other nonce") << "nonce" << QJsonValue(QStringLiteral("n-2")) << invalid;
        QTest::newRow("no nonce") << "nonce" << QJsonValue() << invalid;
        QTest::newRow("no tenant") << "tid" << QJsonValue() << invalid;
        QTest::newRow("expired") << "exp" << QJsonValue(now - 301) << invalid;
        QTest::newRow("no expiry") << "exp" << QJsonValue() << invalid;
        QTest::newRow("not yet valid") << "nbf" << QJsonValue(now + 301) << invalid;
        QTest::newRow("other tenant") << "tid" << QJsonValue(QStringLiteral("99999999-2222-3333-4444-555555555555"))
                                      << wrongTenant;
        QTest::newRow("personal account")
            << "tid" << QJsonValue(QStringLiteral("9188040d-6c67-4c5b-b112-36a304b66dad")) << wrongTenant;
    }

    void badClaimIsRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QJsonObject changed = claims();
        if (value.isNull())
            changed.remove(claim);
        else
            changed.insert(claim, value);
        const auto result = check(signToken(m_signer, header(), changed));
        QVERIFY(!result);
        QCOMPARE(errorCodeName(result.error().code), code);
    }

    void clocksMayDifferByFiveMinutes()
    {
        const qint64 now = m_now.toSecsSinceEpoch();
        QJsonObject changed = claims();
        changed.insert(QStringLiteral("exp"), now - 299);
        QVERIFY(check(signToken(m_signer, header(), changed)).has_value());
        changed = claims();
        changed.insert(QStringLiteral("nbf"), now + 299);
        QVERIFY(check(signToken(m_signer, header(), changed)).has_value());
    }

    void changedClaimsBreakTheSignature()
    {
        QByteArray token = signToken(m_signer, header(), claims());
        const auto parts = token.split('.');
        QJsonObject changed = claims();
        changed.insert(QStringLiteral("aud"), QStringLiteral("client"));
        changed.insert(QStringLiteral("oid"), QStringLiteral("somebody else"));
        token =
            parts.at(0) + '.' + toBase64Url(QJsonDocument(changed).toJson(QJsonDocument::Compact)) + '.' + parts.at(2);
        const auto result = check(token);
        QVERIFY(!result);
        QVERIFY(result.error().detail.contains(QStringLiteral("signature")));
    }

    void algorithmOfTheTokenIsNotBelieved_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("none") << QStringLiteral("none");
        QTest::newRow("HS256") << QStringLiteral("HS256");
        QTest::newRow("empty") << QString();
    }

    void algorithmOfTheTokenIsNotBelieved()
    {
        QFETCH(QString, algorithm);
        QJsonObject changed = header();
        changed.insert(QStringLiteral("alg"), algorithm);
        const auto result = check(signToken(m_signer, changed, claims()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInResponseInvalid);
    }

    void keyThatIsNotPublishedIsRefused()
    {
        const TestCertificate other = makeCertificate();
        QJsonObject changed = header();
        changed.insert(QStringLiteral("kid"), QStringLiteral("k2"));
        QVERIFY(!check(signToken(other, changed, claims())));
        QVERIFY(!check(signToken(other, header(), claims())));
    }

    void malformedTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two parts") << QByteArray("e30.e30");
        QTest::newRow("four parts") << QByteArray("e30.e30.e30.e30");
        QTest::newRow("no base64") << QByteArray("e!0.e30.e30");
        QTest::newRow("no object") << QByteArray("W10.e30.e30");
    }

    void malformedTokenIsRefused()
    {
        QFETCH(QByteArray, token);
        const auto result = check(token);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::SignInResponseInvalid);
    }

    void guestsAreRecognised_data()
    {
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<bool>("guest");
        const QJsonObject base{{QStringLiteral("iss"), issuer}, {QStringLiteral("tid"), tenantId}};
        const auto with = [base](const char *claim, const QJsonValue &value) {
            QJsonObject object = base;
            object.insert(QLatin1String(claim), value);
            return object;
        };
        QTest::newRow("member") << with("preferred_username", QStringLiteral("ada@contoso.com")) << false;
        QTest::newRow("account type member") << with("acct", 0) << false;
        QTest::newRow("account type guest") << with("acct", 1) << true;
        QTest::newRow("personal account") << with("idp", QStringLiteral("live.com")) << true;
        QTest::newRow("home tenant elsewhere")
            << with("idp", QStringLiteral("https://sts.windows.net/99999999-2222-3333-4444-555555555555/")) << true;
        QTest::newRow("home tenant here")
            << with("idp", QStringLiteral("https://sts.windows.net/11111111-2222-3333-4444-555555555555/")) << false;
        QTest::newRow("external name") << with("preferred_username",
                                               QStringLiteral("g_fabrikam.com#EXT#@contoso.onmicrosoft.com"))
                                       << true;
    }

    void guestsAreRecognised()
    {
        QFETCH(QJsonObject, claims);
        QFETCH(bool, guest);
        QCOMPARE(isGuestAccount(claims), guest);
    }

    void keySetWithoutUsableKeyIsRefused()
    {
        TestCertificateOptions small;
        small.bits = 1024;
        QJsonObject weak = makeCertificate(small).toJsonWebKey(QStringLiteral("weak"));
        QJsonObject encryption = m_signer.toJsonWebKey(QStringLiteral("enc"));
        encryption.insert(QStringLiteral("use"), QStringLiteral("enc"));
        const QJsonObject elliptic{{QStringLiteral("kty"), QStringLiteral("EC")},
                                   {QStringLiteral("kid"), QStringLiteral("e")}};
        const auto keys = JsonWebKeySet::fromJson({{QStringLiteral("keys"), QJsonArray{weak, encryption, elliptic}}});
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, ErrorCode::SignInResponseInvalid);
    }
};

QTEST_GUILESS_MAIN(IdTokenTest)
#include "tst_id_token.moc"
