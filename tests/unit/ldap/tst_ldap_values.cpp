// SPDX-License-Identifier: GPL-3.0-or-later
// The small values of the ldap adapter: addresses, names, ranges, times, error codes.
#include "backend/adapters/ldap/AttributeRange.h"
#include "backend/adapters/ldap/ControllerUri.h"
#include "backend/adapters/ldap/LdapError.h"
#include "backend/adapters/ldap/RootDseReader.h"
#include "backend/adapters/ldap/UserName.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::ldap;

class LdapValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controllerUriHasOneForm_data();
    void controllerUriHasOneForm();
    void otherUrisAreRefused_data();
    void otherUrisAreRefused();
    void userNameIsUnderstoodInEveryForm_data();
    void userNameIsUnderstoodInEveryForm();
    void attributeRangeIsRead_data();
    void attributeRangeIsRead();
    void generalizedTimeIsUtc();
    void malformedRootDseLeavesFieldsEmpty();
    void bindReasonDecidesTheCode_data();
    void bindReasonDecidesTheCode();
    void resultCodeDecidesTheCode_data();
    void resultCodeDecidesTheCode();
    void onlyRefusalsAreRemembered();
};

void LdapValuesTest::controllerUriHasOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("port");
    QTest::newRow("ldaps") << "ldaps://DC1.Contoso.com"
                           << "ldaps://dc1.contoso.com" << 636;
    QTest::newRow("ldap") << " ldap://dc1/ "
                          << "ldap://dc1" << 389;
    QTest::newRow("usual port") << "ldaps://dc1:636"
                                << "ldaps://dc1" << 636;
    QTest::newRow("global catalogue") << "ldaps://dc1:3269"
                                      << "ldaps://dc1:3269" << 3269;
    QTest::newRow("address") << "ldaps://127.0.5.6"
                             << "ldaps://127.0.5.6" << 636;
    QTest::newRow("IPv6") << "ldap://[fe80::1]:10389"
                          << "ldap://[fe80::1]:10389" << 10389;
}

void LdapValuesTest::controllerUriHasOneForm()
{
    QFETCH(QString, text);
    QFETCH(QString, form);
    QFETCH(int, port);
    const auto uri = ControllerUri::parse(text);
    QVERIFY2(uri, uri ? "" : qPrintable(uri.error().toLogText()));
    QCOMPARE(uri->toText(), form);
    QCOMPARE(int(uri->port), port);
    QCOMPARE(ControllerUri::parse(uri->toText()).value().toText(), form);
}

void LdapValuesTest::otherUrisAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "dc1.contoso.com", "dc1:636", "https://dc1", "ldapi:///tmp/x", "ldaps://",
                             "ldaps:///x", "ldaps://dc1/DC=x", "ldaps://dc1?cn", "ldaps://dc1#x", "ldaps://user:pw@dc1",
                             "ldaps://dc1:70000", "ldaps://dc 1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void LdapValuesTest::otherUrisAreRefused()
{
    QFETCH(QString, text);
    const auto uri = ControllerUri::parse(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error().code, ErrorCode::AnswersInvalid);
}

void LdapValuesTest::userNameIsUnderstoodInEveryForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<UserName::Form>("form");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("forSimpleBind");
    using Form = UserName::Form;
    QTest::newRow("down-level") << "CONTOSO\\admin" << Form::DownLevel << "admin"
                                << "CONTOSO\\admin";
    QTest::newRow("down-level, DNS name") << "contoso.com\\admin" << Form::DownLevel << "admin"
                                          << "admin@contoso.com";
    QTest::newRow("principal") << "admin@fabrikam.com" << Form::UserPrincipal << "admin"
                               << "admin@fabrikam.com";
    QTest::newRow("principal with two signs") << "a@b@fabrikam.com" << Form::UserPrincipal << "a@b"
                                              << "a@b@fabrikam.com";
    QTest::newRow("plain") << " admin " << Form::Plain << "admin"
                           << "admin@contoso.com";
    QTest::newRow("DN") << "CN=O\\, Brien@x,OU=A,DC=contoso,DC=com" << Form::DistinguishedName
                        << "CN=O\\, Brien@x,OU=A,DC=contoso,DC=com"
                        << "CN=O\\, Brien@x,OU=A,DC=contoso,DC=com";
}

void LdapValuesTest::userNameIsUnderstoodInEveryForm()
{
    QFETCH(QString, text);
    QFETCH(UserName::Form, form);
    QFETCH(QString, account);
    QFETCH(QString, forSimpleBind);
    const UserName user = UserName::parse(text);
    QVERIFY(user.form == form);
    QCOMPARE(user.account, account);
    QCOMPARE(user.forSimpleBind(QStringLiteral("contoso.com")), forSimpleBind);
}

void LdapValuesTest::attributeRangeIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRange");
    QTest::addColumn<QString>("next");
    QTest::newRow("first") << "member;range=0-1499" << true << "member;range=1500-*";
    QTest::newRow("middle, upper case") << "member;Range=1500-2999" << true << "member;range=3000-*";
    QTest::newRow("other option before") << "member;x-a;range=0-9" << true << "member;x-a;range=10-*";
    QTest::newRow("none") << "member" << false << "";
    QTest::newRow("binary") << "cert;binary" << false << "";
    QTest::newRow("backwards") << "member;range=9-0" << false << "";
    QTest::newRow("no end") << "member;range=0-" << false << "";
    QTest::newRow("too long") << "member;range=0-99999999999" << false << "";
}

void LdapValuesTest::attributeRangeIsRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isRange);
    QFETCH(QString, next);
    const auto range = AttributeRange::parse(text);
    QCOMPARE(range.has_value(), isRange);
    if (range) {
        QVERIFY(!range->isLast());
        QCOMPARE(range->following().toText(), next);
        QVERIFY(AttributeRange::parse(next)->isLast());
    }
}

void LdapValuesTest::generalizedTimeIsUtc()
{
    const QDateTime time = fromGeneralizedTime(QStringLiteral("20260131235959.0Z"));
    QCOMPARE(time.toString(Qt::ISODate), QStringLiteral("2026-01-31T23:59:59Z"));
    for (const char *wrong : {"", "20260131235959", "2026Z", "99999999999999.0Z", "not a time at Z"})
        QVERIFY2(!fromGeneralizedTime(QString::fromLatin1(wrong)).isValid(), wrong);
}

void LdapValuesTest::malformedRootDseLeavesFieldsEmpty()
{
    DirectoryEntry entry;
    entry.set(QStringLiteral("domainFunctionality"), {"seven"});
    entry.set(QStringLiteral("currentTime"), {"yesterday"});
    entry.set(QStringLiteral("isSynchronized"), {"true"});
    const RootDse dse = rootDseFromEntry(entry, QStringLiteral("ldaps://dc1"), QDateTime());
    QCOMPARE(dse.domainFunctionality, 0);
    QVERIFY(!dse.currentTime.isValid());
    QVERIFY(dse.isSynchronized);
    QVERIFY(!dse.isGlobalCatalogReady);
    QVERIFY(dse.defaultNamingContext.isEmpty());
}

void LdapValuesTest::bindReasonDecidesTheCode_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("data");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no such user") << 49 << "525" << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("wrong password") << 49 << "52e" << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("restriction") << 49 << "52f" << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("hours") << 49 << "530" << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("workstation") << 49 << "531" << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("password expired") << 49 << "532" << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("disabled") << 49 << "533" << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("account expired") << 49 << "701" << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("must change") << 49 << "773" << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("locked out") << 49 << "775" << ErrorCode::DirectoryCredentialLockedOut;
    QTest::newRow("channel binding") << 49 << "35b" << ErrorCode::DirectoryAuthenticationUnavailable;
    QTest::newRow("no reason") << 49 << "" << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("TLS asked for") << 8 << "" << ErrorCode::DirectoryAuthenticationUnavailable;
    QTest::newRow("mechanism unknown") << 7 << "" << ErrorCode::DirectoryAuthenticationUnavailable;
    QTest::newRow("going down") << 52 << "" << ErrorCode::DirectoryUnreachable;
}

void LdapValuesTest::bindReasonDecidesTheCode()
{
    QFETCH(int, result);
    QFETCH(QString, data);
    QFETCH(ErrorCode, code);
    const QString text =
        data.isEmpty()
            ? QString()
            : QStringLiteral("80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data %1, v1db1")
                  .arg(data);
    const Error error = bindError(result, QStringLiteral("CONTOSO\\admin"), text);
    QCOMPARE(error.code, code);
    QCOMPARE(error.subject, QStringLiteral("CONTOSO\\admin"));
    QVERIFY(error.detail.contains(text));
}

void LdapValuesTest::resultCodeDecidesTheCode_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("noSuchObject") << 32 << ErrorCode::DirectoryObjectMissing;
    QTest::newRow("referral") << 10 << ErrorCode::DirectoryObjectMissing;
    QTest::newRow("insufficientAccessRights") << 50 << ErrorCode::DirectoryRightMissing;
    QTest::newRow("entryAlreadyExists") << 68 << ErrorCode::DirectoryObjectExists;
    QTest::newRow("attributeOrValueExists") << 20 << ErrorCode::DirectoryObjectExists;
    QTest::newRow("timeLimitExceeded") << 3 << ErrorCode::TimedOut;
    QTest::newRow("busy") << 51 << ErrorCode::DirectoryUnreachable;
    QTest::newRow("unwillingToPerform") << 53 << ErrorCode::DirectoryRequestRefused;
    QTest::newRow("constraintViolation") << 19 << ErrorCode::DirectoryRequestRefused;
    QTest::newRow("a code of tomorrow") << 4711 << ErrorCode::DirectoryRequestRefused;
}

void LdapValuesTest::resultCodeDecidesTheCode()
{
    QFETCH(int, result);
    QFETCH(ErrorCode, code);
    const Error error = operationError(result, QStringLiteral("OU=A"), QStringLiteral("the server's words"));
    QCOMPARE(error.code, code);
    QVERIFY(error.detail.contains(QStringLiteral("the server's words")));
}

void LdapValuesTest::onlyRefusalsAreRemembered()
{
    QVERIFY(isCredentialRefusal(ErrorCode::DirectoryCredentialRefused));
    QVERIFY(isCredentialRefusal(ErrorCode::DirectoryCredentialLockedOut));
    for (const ErrorCode code : {ErrorCode::DirectoryUnreachable, ErrorCode::TlsCertificateNotTrusted,
                                 ErrorCode::TimedOut, ErrorCode::DirectoryAuthenticationUnavailable}) {
        QVERIFY(!isCredentialRefusal(code));
        QVERIFY(isWorthAnotherController(code));
    }
    for (const ErrorCode code :
         {ErrorCode::DirectoryCredentialRefused, ErrorCode::DirectoryWrongDomain, ErrorCode::Cancelled})
        QVERIFY(!isWorthAnotherController(code));
}

QTEST_GUILESS_MAIN(LdapValuesTest)
#include "tst_ldap_values.moc"
