// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/KerberosError.h"

#include <QTest>

#include <random>

using namespace cloudsync;
using namespace cloudsync::ldap;

namespace {

QByteArray der(int tag, const QByteArray &body)
{
    QByteArray bytes(1, static_cast<char>(tag));
    if (body.size() < 0x80) {
        bytes.append(static_cast<char>(body.size()));
    } else {
        bytes.append(static_cast<char>(0x82))
            .append(static_cast<char>(body.size() >> 8))
            .append(static_cast<char>(body.size() & 0xff));
    }
    return bytes + body;
}

QByteArray field(int number, const QByteArray &body)
{
    return der(0xa0 | number, body);
}

QByteArray integer(int value)
{
    return der(0x02, QByteArray(1, static_cast<char>(value)));
}

// KRB-ERROR with the fields that matter, in the form of RFC 4120 section 5.9.1.
QByteArray kerberosError(int code, const QByteArray &eData = {}, const QByteArray &text = {})
{
    QByteArray body = field(0, integer(5)) + field(1, integer(30)) + field(4, der(0x18, "20260131235959Z")) +
                      field(5, integer(0)) + field(6, integer(code)) + field(9, der(0x1b, "CONTOSO.TEST"));
    if (!text.isEmpty())
        body += field(11, der(0x1b, text));
    if (!eData.isEmpty())
        body += field(12, der(0x04, eData));
    return der(0x7e, der(0x30, body));
}

QByteArray extendedStatus(quint32 status)
{
    QByteArray value;
    for (const int shift : {0, 8, 16, 24})
        value.append(static_cast<char>(status >> shift));
    return value + QByteArray(4, '\0') + QByteArray("\1\0\0\0", 4);
}

// KERB-ERROR-DATA as a Windows controller sends it.
QByteArray errorData(quint32 status)
{
    return der(0x30, field(1, integer(3)) + field(2, der(0x04, extendedStatus(status))));
}

} // namespace

class KerberosErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeDecides_data();
    void codeDecides();
    void windowsStatusIsReadInBothForms();
    void textIsKept();
    void otherMessagesAreNoErrors();
    void everyTruncationIsSurvived();
    void randomBytesAreSurvived();
};

void KerberosErrorTest::codeDecides_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<quint32>("status");
    QTest::addColumn<bool>("ends");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("wrong password") << 24 << 0U << true << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("unknown user") << 6 << 0U << true << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("locked out") << 18 << 0xC0000234U << true << ErrorCode::DirectoryCredentialLockedOut;
    QTest::newRow("disabled") << 18 << 0xC0000072U << true << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("account expired") << 18 << 0xC0000193U << true << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("revoked, no reason") << 18 << 0U << true << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("password expired") << 23 << 0xC0000071U << true << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("must change") << 23 << 0xC0000224U << true << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("policy") << 12 << 0U << true << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("not trusted") << 62 << 0U << true << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("clock skew") << 37 << 0U << true << ErrorCode::DirectoryAuthenticationUnavailable;
    QTest::newRow("encryption") << 14 << 0U << true << ErrorCode::DirectoryAuthenticationUnavailable;
    QTest::newRow("pre-authentication asked for") << 25 << 0U << false << ErrorCode::Internal;
    QTest::newRow("other realm") << 68 << 0U << false << ErrorCode::Internal;
}

void KerberosErrorTest::codeDecides()
{
    QFETCH(int, code);
    QFETCH(quint32, status);
    QFETCH(bool, ends);
    QFETCH(ErrorCode, error);
    const auto parsed = parseKerberosError(kerberosError(code, status == 0 ? QByteArray() : errorData(status)));
    QVERIFY(parsed);
    QCOMPARE(parsed->code, code);
    QCOMPARE(parsed->status, status);
    const auto made = credentialError(*parsed, QStringLiteral("admin"));
    QCOMPARE(made.has_value(), ends);
    if (made)
        QCOMPARE(made->code, error);
}

void KerberosErrorTest::windowsStatusIsReadInBothForms()
{
    QCOMPARE(parseKerberosError(kerberosError(18, errorData(0xC0000234)))->status, 0xC0000234U);
    // METHOD-DATA with a PA-DATA of type 3 among others
    const QByteArray other = der(0x30, field(1, integer(19)) + field(2, der(0x04, "xx")));
    QCOMPARE(parseKerberosError(kerberosError(18, der(0x30, other + errorData(0xC0000234))))->status, 0xC0000234U);
    QCOMPARE(parseKerberosError(kerberosError(18, der(0x30, other)))->status, 0U);
}

void KerberosErrorTest::textIsKept()
{
    const auto parsed = parseKerberosError(kerberosError(24, {}, "PREAUTH_FAILED"));
    QCOMPARE(parsed->text, QStringLiteral("PREAUTH_FAILED"));
    QVERIFY(credentialError(*parsed, QStringLiteral("admin"))->detail.contains(QStringLiteral("PREAUTH_FAILED")));
}

void KerberosErrorTest::otherMessagesAreNoErrors()
{
    QVERIFY(!parseKerberosError(QByteArray()));
    QVERIFY(!parseKerberosError(der(0x6b, der(0x30, field(6, integer(24)))))); // AS-REP
    QVERIFY(!parseKerberosError(QByteArray("nonsense")));
}

void KerberosErrorTest::everyTruncationIsSurvived()
{
    const QByteArray whole = kerberosError(18, errorData(0xC0000234), "text");
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!parseKerberosError(whole.left(size)));
}

void KerberosErrorTest::randomBytesAreSurvived()
{
    std::mt19937 random(2024); // fixed: a failure can be repeated
    const QByteArray whole = kerberosError(18, der(0x30, errorData(0xC0000234)), "text");
    int read = 0;
    for (int round = 0; round < 50000; ++round) {
        QByteArray bytes = whole;
        for (unsigned i = 0; i <= random() % 3; ++i)
            bytes[qsizetype(random() % std::size_t(bytes.size()))] = static_cast<char>(random());
        if (const auto parsed = parseKerberosError(bytes)) {
            ++read;
            (void)credentialError(*parsed, QString());
        }
    }
    QVERIFY(read > 1000);
}

QTEST_GUILESS_MAIN(KerberosErrorTest)
#include "tst_kerberos_error.moc"
