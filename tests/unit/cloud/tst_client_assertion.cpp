// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/ClientAssertion.h"
#include "backend/adapters/entra/JsonWebToken.h"
#include "tests/support/tenant/TestCertificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace cloudsync;
using namespace cloudsync::test;

class ClientAssertionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();

    QString write(const QByteArray &pem)
    {
        const QString path = m_folder.filePath(QStringLiteral("app.pem"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size())
            qFatal("cannot write the certificate");
        return path;
    }

    // Independent of the product's own code: OpenSSL, PSS spelled out.
    static bool holds(const TestCertificate &signer, const JsonWebToken &token, bool pss)
    {
        const DigestContextHandle context(EVP_MD_CTX_new());
        EVP_PKEY_CTX *keyContext = nullptr;
        EVP_PKEY *publicKey = X509_get0_pubkey(signer.certificate.get());
        if (EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sha256(), nullptr, publicKey) != 1)
            return false;
        if (pss && (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1 ||
                    EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, 32) != 1))
            return false;
        return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(token.signature.constData()),
                                static_cast<size_t>(token.signature.size()),
                                reinterpret_cast<const unsigned char *>(token.signedPart.constData()),
                                static_cast<size_t>(token.signedPart.size())) == 1;
    }

private Q_SLOTS:
    void assertionIsSignedByTheCertificate_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<QString>("name");
        QTest::newRow("PS256") << int(JwsAlgorithm::Ps256) << QStringLiteral("PS256");
        QTest::newRow("RS256") << int(JwsAlgorithm::Rs256) << QStringLiteral("RS256");
    }

    void assertionIsSignedByTheCertificate()
    {
        QFETCH(int, algorithm);
        QFETCH(QString, name);
        const TestCertificate signer = makeCertificate();
        const auto certificate = SigningCertificate::load(write(signer.keyPem() + signer.certificatePem()), m_now);
        QVERIFY(certificate.has_value());
        const auto assertion =
            makeClientAssertion(*certificate, QStringLiteral("client"), QStringLiteral("https://token"), m_now,
                                static_cast<JwsAlgorithm>(algorithm));
        QVERIFY(assertion.has_value());
        const auto token = parseJsonWebToken(assertion->reveal());
        QVERIFY(token.has_value());
        QCOMPARE(token->header.value(QStringLiteral("alg")).toString(), name);
        QVERIFY(holds(signer, *token, name == QLatin1String("PS256")));
    }

    void assertionSaysWhoForWhomAndUntilWhen()
    {
        const TestCertificate signer = makeCertificate();
        const auto certificate = SigningCertificate::load(write(signer.certificatePem() + signer.keyPem()), m_now);
        QVERIFY(certificate.has_value());
        const auto assertion =
            makeClientAssertion(*certificate, QStringLiteral("client"), QStringLiteral("https://token"), m_now);
        const auto token = parseJsonWebToken(assertion->reveal());
        QVERIFY(token.has_value());
        const QJsonObject claims = token->claims;
        QCOMPARE(claims.value(QStringLiteral("aud")).toString(), QStringLiteral("https://token"));
        QCOMPARE(claims.value(QStringLiteral("iss")).toString(), QStringLiteral("client"));
        QCOMPARE(claims.value(QStringLiteral("sub")).toString(), QStringLiteral("client"));
        QVERIFY(!claims.value(QStringLiteral("jti")).toString().isEmpty());
        QCOMPARE(claims.value(QStringLiteral("nbf")).toInteger(), m_now.toSecsSinceEpoch());
        const qint64 lifetime = claims.value(QStringLiteral("exp")).toInteger() - m_now.toSecsSinceEpoch();
        QVERIFY(lifetime > 0 && lifetime <= 600);
        const QSslCertificate known(signer.certificatePem());
        QCOMPARE(*fromBase64Url(token->header.value(QStringLiteral("x5t")).toString().toLatin1()),
                 known.digest(QCryptographicHash::Sha1));
        QCOMPARE(*fromBase64Url(token->header.value(QStringLiteral("x5t#S256")).toString().toLatin1()),
                 known.digest(QCryptographicHash::Sha256));
    }

    void eachAssertionHasAnIdOfItsOwn()
    {
        const TestCertificate signer = makeCertificate();
        const auto certificate = SigningCertificate::load(write(signer.certificatePem() + signer.keyPem()), m_now);
        QVERIFY(certificate.has_value());
        const auto id = [&] {
            const auto assertion = makeClientAssertion(*certificate, QStringLiteral("c"), QStringLiteral("t"), m_now);
            return parseJsonWebToken(assertion->reveal())->claims.value(QStringLiteral("jti")).toString();
        };
        QVERIFY(id() != id());
    }

    void unusableFileIsToldWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<QString>("reason");
        const TestCertificate good = makeCertificate();
        const TestCertificate other = makeCertificate();
        TestCertificateOptions past;
        past.until = m_now.addDays(-1);
        const TestCertificate expired = makeCertificate(past);
        TestCertificateOptions early;
        early.from = m_now.addDays(1);
        const TestCertificate future = makeCertificate(early);
        TestCertificateOptions small;
        small.bits = 1024;
        const TestCertificate weak = makeCertificate(small);
        const BioHandle locked(BIO_new(BIO_s_mem()));
        PEM_write_bio_PKCS8PrivateKey(locked.get(), good.key.get(), EVP_aes_256_cbc(), "pw", 2, nullptr, nullptr);
        char *data = nullptr;
        const long size = BIO_get_mem_data(locked.get(), &data);
        const QByteArray encrypted(data, static_cast<qsizetype>(size));

        QTest::newRow("empty") << QByteArray() << QStringLiteral("no certificate");
        QTest::newRow("garbage") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                                 << QStringLiteral("no certificate");
        QTest::newRow("no key") << good.certificatePem() << QStringLiteral("no private key");
        QTest::newRow("key with password") << good.certificatePem() + encrypted << QStringLiteral("password");
        QTest::newRow("other key") << good.certificatePem() + other.keyPem() << QStringLiteral("does not belong");
        QTest::newRow("expired") << expired.certificatePem() + expired.keyPem() << QStringLiteral("valid from");
        QTest::newRow("not yet valid") << future.certificatePem() + future.keyPem() << QStringLiteral("valid from");
        QTest::newRow("short key") << weak.certificatePem() + weak.keyPem() << QStringLiteral("2048");
    }

    void unusableFileIsToldWithItsReason()
    {
        QFETCH(QByteArray, pem);
        QFETCH(QString, reason);
        const QString path = write(pem);
        const auto certificate = SigningCertificate::load(path, m_now);
        QVERIFY(!certificate);
        QCOMPARE(certificate.error().code, ErrorCode::SignInCertificateUnusable);
        QCOMPARE(certificate.error().subject, path);
        QVERIFY2(certificate.error().detail.contains(reason), qPrintable(certificate.error().detail));
    }

    void missingFileIsUnusable()
    {
        const auto certificate = SigningCertificate::load(m_folder.filePath(QStringLiteral("none.pem")), m_now);
        QVERIFY(!certificate);
        QCOMPARE(certificate.error().code, ErrorCode::SignInCertificateUnusable);
    }
};

QTEST_GUILESS_MAIN(ClientAssertionTest)
#include "tst_client_assertion.moc"
