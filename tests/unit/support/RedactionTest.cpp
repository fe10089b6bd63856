// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/support/Redaction.h"

#include <QtTest>

using namespace cloudsync;

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsTakenOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("bearer") << QByteArray("Authorization: Bearer c4nary-opaque-token") << QByteArray("c4nary");
        QTest::newRow("basic proxy") << QByteArray("proxy-authorization: Basic YzRuYXJ5OnB3") << QByteArray("YzRuYXJ5");
        QTest::newRow("web token") << QByteArray("token eyJhbGciOiJSUzI1NiJ9.eyJjNG5hcnkiOjF9.c2ln x") << QByteArray("eyJjNG5hcnkiOjF9");
        QTest::newRow("unsigned web token") << QByteArray("eyJhbGciOiJub25lIn0.eyJjNG5hcnkiOjF9.") << QByteArray("eyJjNG5hcnkiOjF9");
        QTest::newRow("json member") << QByteArray("{\"password\": \"c4nary\\\"quoted\", \"x\": 1}") << QByteArray("c4nary");
        QTest::newRow("json member, other case") << QByteArray("{\"ClientSecret\":\"c4nary\"}") << QByteArray("c4nary");
        QTest::newRow("json refresh token") << QByteArray("{\"refresh_token\":\"c4nary\"}") << QByteArray("c4nary");
        QTest::newRow("log field") << QByteArray("bind user=a password=c4nary result=49") << QByteArray("c4nary");
        QTest::newRow("quoted log field") << QByteArray("bind password=\"c4nary with blanks\" result=49") << QByteArray("c4nary");
        QTest::newRow("form body") << QByteArray("grant_type=refresh_token&refresh_token=c4nary&client_id=1") << QByteArray("c4nary");
        QTest::newRow("client assertion") << QByteArray("client_assertion=c4nary&x=1") << QByteArray("c4nary");
        QTest::newRow("authorization code") << QByteArray("GET /?code=c4nary&state=st4te HTTP/1.1") << QByteArray("c4nary");
        QTest::newRow("state") << QByteArray("GET /?code=c&state=st4te HTTP/1.1") << QByteArray("st4te");
        QTest::newRow("user information") << QByteArray("proxy http://user:c4nary@proxy.test:8080 in use") << QByteArray("c4nary");
        QTest::newRow("private key") << QByteArray("a\n-----BEGIN RSA PRIVATE KEY-----\nc4nary\n-----END RSA PRIVATE KEY-----\nb") << QByteArray("c4nary");
        QTest::newRow("torn private key") << QByteArray("-----BEGIN PRIVATE KEY-----\nc4nary") << QByteArray("c4nary");
        QTest::newRow("synchronization secret") << QByteArray("{\"key\":\"SecretToken\",\"value\":\"c4nary\"}") << QByteArray("c4nary");
        QTest::newRow("shared access key") << QByteArray("Endpoint=sb://x.test/;SharedAccessKeyName=a;SharedAccessKey=c4nary=;") << QByteArray("c4nary");
        QTest::newRow("opaque refresh token") << QByteArray("rt 0.AXoA" + QByteArray(120, 'c') + " end") << QByteArray(60, 'c');
    }

    void aSecretIsTakenOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, secret);
        const RedactedText clean = withoutSecrets(text);
        QVERIFY2(!clean.text.contains(secret), clean.text.constData());
        QVERIFY(clean.removed > 0);
        QVERIFY2(clean.text.contains("[removed: "), clean.text.constData());
    }

    void whatExplainsAFaultStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("log line") << QByteArray("2026-11-24T21:00:00Z info ldap ldap.bind controller=ldaps://dc1.contoso.test user=CONTOSO\\Administrator result=49");
        QTest::newRow("references") << QByteArray("{\"password\":{\"env\":\"DIRECTORY_PASSWORD\"},\"other\":{\"password\":\"prompt\"}}");
        QTest::newRow("error code") << QByteArray("{\"code\":\"signIn.declined\",\"error_codes\":[50126]}");
        QTest::newRow("settings of a configuration") << QByteArray("[{\"key\":\"Domain\",\"value\":\"{\\\"domain\\\":\\\"contoso.test\\\"}\"}]");
        QTest::newRow("digest") << QByteArray("sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        QTest::newRow("access list") << QByteArray("(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1-2-3-1111)");
        QTest::newRow("distinguished name") << QByteArray("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test");
        QTest::newRow("about passwords") << QByteArray("passwordHashSync: true, password hash synchronisation is healthy");
        QTest::newRow("umlauts") << QByteArray("OU=Verk\xC3\xA4ufer,DC=contoso,DC=test");
    }

    void whatExplainsAFaultStays()
    {
        QFETCH(QByteArray, text);
        const RedactedText clean = withoutSecrets(text);
        QCOMPARE(clean.text, text);
        QCOMPARE(clean.removed, 0);
    }

    void placesAreCounted()
    {
        QCOMPARE(withoutSecrets("password=a\npassword=b\nBearer abcdefghij\n").removed, 3);
    }

    void twiceIsOnce()
    {
        const QByteArray once = withoutSecrets("{\"password\":\"x\",\"a\":\"http://u:p@h/\"} password=y Bearer zzzzzzzzzz").text;
        const RedactedText twice = withoutSecrets(once);
        QCOMPARE(twice.text, once);
        QCOMPARE(twice.removed, 0);
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "RedactionTest.moc"
