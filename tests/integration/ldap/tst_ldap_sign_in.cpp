// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in to a real domain controller: mechanisms, certificates, and how often a wrong password is sent.
#include "backend/adapters/ldap/SignIn.h"
#include "tests/integration/ldap/LdapLab.h"

#include <QFile>
#include <QTest>

#include <thread>
#include <vector>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const QString simpleNote = QStringLiteral(" (simple bind over TLS)");

} // namespace

class LdapSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_lab.stop(); }
    void init();
    void everyWayOfSigningInGivesTheSameIdentity_data();
    void everyWayOfSigningInGivesTheSameIdentity();
    void gssapiWithoutSpnegoWorks_data();
    void gssapiWithoutSpnegoWorks();
    void ownKerberosConfigurationIsHonoured();
    void brokenKerberosConfigurationFallsBackToSimpleOverTls();
    void distinguishedNameFallsBackToSimpleOverTls();
    void protectedUserSignsInByKerberosOnly();
    void computerAccountSignsIn();
    void untrustedCertificateIsRefusedBeforeAnyPassword_data();
    void untrustedCertificateIsRefusedBeforeAnyPassword();
    void certificateOfAnotherNameIsRefused();
    void plainPortSpokenToWithTlsIsNotACertificateProblem();
    void missingAuthorityFileIsNamed();
    void accountStateIsTold_data();
    void accountStateIsTold();
    void wrongPasswordIsSentOnce_data();
    void wrongPasswordIsSentOnce();
    void wrongPasswordIsSentOnceBySeveralAtTheSameTime();
    void rightPasswordAfterAWrongOneIsTried();
    void emptyPasswordIsNeverSent();
    void wrongDomainIsRefusedBeforeAnyPassword();
    void passwordIsNotInTheLog();

private:
    LabDirectory m_lab;
};

void LdapSignInTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
}

void LdapSignInTest::init()
{
    // The product's machine need not know the realm.
    qunsetenv("KRB5_CONFIG");
    QVERIFY(!QFile::exists(QStringLiteral("/etc/krb5.conf")) || qputenv("KRB5_CONFIG", "/nonexistent"));
}

void LdapSignInTest::everyWayOfSigningInGivesTheSameIdentity_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("mechanism");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("identity");
    const QString admin = m_lab.adminPassword();
    const QString ordinary = QStringLiteral("Lab-Us3r-Passw0rd");
    for (const bool tls : {true, false}) {
        for (const BindMechanism mechanism : {BindMechanism::Negotiate, BindMechanism::Simple}) {
            const auto row = [&](const QString &user, const QString &password, const char *identity) {
                const QString name = QStringLiteral("%1 %2 %3")
                                         .arg(tls ? QStringLiteral("ldaps") : QStringLiteral("ldap"),
                                              mechanism == BindMechanism::Simple ? QStringLiteral("simple")
                                                                                 : QStringLiteral("negotiate"),
                                              user);
                QTest::newRow(qPrintable(name))
                    << tls << user << int(mechanism) << password << QString::fromLatin1(identity);
            };
            row(QStringLiteral("Administrator@contoso.test"), admin, "u:CONTOSO\\Administrator");
            row(QStringLiteral("CONTOSO\\Administrator"), admin, "u:CONTOSO\\Administrator");
            row(QStringLiteral("contoso.test\\Administrator"), admin, "u:CONTOSO\\Administrator");
            row(QStringLiteral("administrator"), admin, "u:CONTOSO\\Administrator");
            row(QStringLiteral("lab.ordinary@contoso.com"), ordinary,
                "u:CONTOSO\\lab.ordinary"); // a suffix that is no realm
        }
    }
}

void LdapSignInTest::everyWayOfSigningInGivesTheSameIdentity()
{
    QFETCH(bool, tls);
    QFETCH(QString, user);
    QFETCH(int, mechanism);
    QFETCH(QString, password);
    QFETCH(QString, identity);
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {tls ? m_lab.uri() : m_lab.plainUri()}),
                                              userOf(user, password, static_cast<BindMechanism>(mechanism)), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), identity); // no note: Kerberos did it where it was asked for
    QCOMPARE((*directory)->rootDse().defaultNamingContext, m_lab.base());
    const auto domain = (*directory)->read(m_lab.base(), {QStringLiteral("objectSid")}, {});
    QVERIFY2(domain, domain ? "" : qPrintable(domain.error().toLogText()));
    const bool sealed = !tls && static_cast<BindMechanism>(mechanism) == BindMechanism::Negotiate;
    QVERIFY(connector.logText().contains(sealed ? "secured=kerberos" : "secured=tls"));
}

void LdapSignInTest::gssapiWithoutSpnegoWorks_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("ldaps") << m_lab.uri();
    QTest::newRow("ldap") << m_lab.plainUri();
}

void LdapSignInTest::gssapiWithoutSpnegoWorks()
{
    QFETCH(QString, uri);
    const ldap::LdapTimeouts timeouts;
    Log log;
    auto connection = ldap::LdapConnection::open(ldap::ControllerUri::parse(uri).value(), m_lab.caFile(), timeouts, {});
    QVERIFY(connection);
    RootDse rootDse = (*connection)->readRootDse(QDateTime(), {}).value();
    QVERIFY(rootDse.supportedSaslMechanisms.contains(QStringLiteral("GSSAPI")));
    rootDse.supportedSaslMechanisms = QStringList{QStringLiteral("GSSAPI")};
    const DirectoryTarget target = targetOf(m_lab);
    const auto identity = ldap::SignIn(target, rootDse, timeouts, log).signIn(**connection, adminOf(m_lab), {});
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().toLogText()));
    QCOMPARE(*identity, QStringLiteral("u:CONTOSO\\Administrator"));
    QCOMPARE((*connection)->isSealed(), !(*connection)->isTls());
    QVERIFY((*connection)->readRootDse(QDateTime(), {}));
}

void LdapSignInTest::ownKerberosConfigurationIsHonoured()
{
    qputenv("KRB5_CONFIG", m_lab.krb5Config().toUtf8());
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), QStringLiteral("u:CONTOSO\\Administrator"));
}

void LdapSignInTest::brokenKerberosConfigurationFallsBackToSimpleOverTls()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("krb5.conf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[libdefaults\nthis is not a profile {{{\n");
    file.close();
    qputenv("KRB5_CONFIG", file.fileName().toUtf8());
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {m_lab.plainUri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), QStringLiteral("u:CONTOSO\\Administrator") + simpleNote);
    QVERIFY(connector.logText().contains("ldap.kerberosUnavailable"));
    QVERIFY(connector.logText().contains("secured=tls")); // StartTLS came first
}

void LdapSignInTest::distinguishedNameFallsBackToSimpleOverTls()
{
    TestConnector connector;
    const auto user = userOf(QStringLiteral("CN=Administrator,CN=Users,") + m_lab.base(), m_lab.adminPassword());
    const auto directory = connector->connect(targetOf(m_lab), user, {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), QStringLiteral("u:CONTOSO\\Administrator") + simpleNote);
}

void LdapSignInTest::protectedUserSignsInByKerberosOnly()
{
    const QString user = QStringLiteral("lab.protected@contoso.com");
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab), userOf(user), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    TestConnector other;
    const auto refused =
        other->connect(targetOf(m_lab), userOf(user, QStringLiteral("Lab-Us3r-Passw0rd"), BindMechanism::Simple), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DirectoryCredentialDisabled);
}

void LdapSignInTest::computerAccountSignsIn()
{
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab), userOf(QStringLiteral("CONTOSO\\SYNC1$")), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), QStringLiteral("u:CONTOSO\\SYNC1$"));
}

void LdapSignInTest::untrustedCertificateIsRefusedBeforeAnyPassword_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("mechanism");
    QTest::newRow("LDAPS, negotiate") << m_lab.uri() << int(BindMechanism::Negotiate);
    QTest::newRow("LDAPS, simple") << m_lab.uri() << int(BindMechanism::Simple);
    QTest::newRow("StartTLS, simple") << m_lab.plainUri() << int(BindMechanism::Simple);
}

void LdapSignInTest::untrustedCertificateIsRefusedBeforeAnyPassword()
{
    QFETCH(QString, uri);
    QFETCH(int, mechanism);
    DirectoryTarget target = targetOf(m_lab, {uri});
    target.caFile.clear(); // the system's roots do not know the lab
    const int before = refusals(m_lab, QStringLiteral("lab.ordinary"));
    TestConnector connector;
    const auto directory = connector->connect(target,
                                              userOf(QStringLiteral("lab.ordinary@contoso.com"),
                                                     QStringLiteral("wrong"), static_cast<BindMechanism>(mechanism)),
                                              {});
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::TlsCertificateNotTrusted);
    QVERIFY2(directory.error().detail.contains(m_lab.host()), qPrintable(directory.error().detail));
    QCOMPARE(refusals(m_lab, QStringLiteral("lab.ordinary")), before);
}

void LdapSignInTest::certificateOfAnotherNameIsRefused()
{
    // The controller listens on its own address only, so the wrong name is given to the handshake itself.
    ldap::Limit limit(std::chrono::seconds(10), {});
    auto tcp = ldap::TcpStream::connect(m_lab.address(), 636, limit);
    QVERIFY(tcp);
    const auto wrongAddress = ldap::TlsStream::connect(**tcp, QStringLiteral("127.0.0.1"), m_lab.caFile(), limit);
    QVERIFY(!wrongAddress);
    QCOMPARE(wrongAddress.error().code, ErrorCode::TlsCertificateNotTrusted);
    tcp = ldap::TcpStream::connect(m_lab.address(), 636, limit);
    QVERIFY(tcp);
    const auto wrongName = ldap::TlsStream::connect(**tcp, QStringLiteral("dc2.contoso.test"), m_lab.caFile(), limit);
    QVERIFY(!wrongName);
    QCOMPARE(wrongName.error().code, ErrorCode::TlsCertificateNotTrusted);
    QVERIFY2(wrongName.error().detail.contains(QStringLiteral("mismatch")), qPrintable(wrongName.error().detail));
    tcp = ldap::TcpStream::connect(m_lab.address(), 636, limit);
    QVERIFY(tcp);
    QVERIFY(ldap::TlsStream::connect(**tcp, m_lab.host(), m_lab.caFile(), limit));
}

void LdapSignInTest::plainPortSpokenToWithTlsIsNotACertificateProblem()
{
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {QStringLiteral("ldaps://%1:389").arg(m_lab.address())}),
                                              adminOf(m_lab), {});
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::TlsFailed);
}

void LdapSignInTest::missingAuthorityFileIsNamed()
{
    DirectoryTarget target = targetOf(m_lab);
    target.caFile = QStringLiteral("/nonexistent/ca.pem");
    TestConnector connector;
    const auto directory = connector->connect(target, adminOf(m_lab), {});
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(directory.error().subject, target.caFile);
}

void LdapSignInTest::accountStateIsTold_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("expired") << "lab.expired@contoso.com" << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("must change") << "lab.mustchange@contoso.com" << ErrorCode::DirectoryCredentialExpired;
    QTest::newRow("disabled") << "lab.disabled@contoso.com" << ErrorCode::DirectoryCredentialDisabled;
    QTest::newRow("unknown") << "lab.nobody@contoso.com" << ErrorCode::DirectoryCredentialRefused;
    QTest::newRow("unknown domain") << "NOSUCH\\lab.ordinary" << ErrorCode::DirectoryCredentialRefused;
}

void LdapSignInTest::accountStateIsTold()
{
    QFETCH(QString, user);
    QFETCH(ErrorCode, code);
    for (const BindMechanism mechanism : {BindMechanism::Negotiate, BindMechanism::Simple}) {
        TestConnector connector;
        const auto directory =
            connector->connect(targetOf(m_lab), userOf(user, QStringLiteral("Lab-Us3r-Passw0rd"), mechanism), {});
        QVERIFY(!directory);
        QVERIFY2(directory.error().code == code, qPrintable(directory.error().toLogText()));
    }
}

void LdapSignInTest::wrongPasswordIsSentOnce_data()
{
    QTest::addColumn<QStringList>("controllers");
    QTest::addColumn<int>("mechanism");
    const QStringList both{m_lab.uri(), m_lab.plainUri(), m_lab.uri()};
    QTest::newRow("negotiate") << both << int(BindMechanism::Negotiate);
    QTest::newRow("negotiate, sealing first")
        << QStringList{m_lab.plainUri(), m_lab.uri()} << int(BindMechanism::Negotiate);
    QTest::newRow("simple") << both << int(BindMechanism::Simple);
}

void LdapSignInTest::wrongPasswordIsSentOnce()
{
    QFETCH(QStringList, controllers);
    QFETCH(int, mechanism);
    const QString account = QStringLiteral("lab.lockable");
    const int before = refusals(m_lab, account);
    QVERIFY(before >= 0);
    TestConnector connector;
    const auto wrong = userOf(account + QStringLiteral("@contoso.com"), QStringLiteral("not-the-password"),
                              static_cast<BindMechanism>(mechanism));
    const auto first = connector->connect(targetOf(m_lab, controllers), wrong, {});
    QVERIFY(!first);
    QCOMPARE(first.error().code, ErrorCode::DirectoryCredentialRefused);
    QCOMPARE(refusals(m_lab, account), before + 1);
    // Again, and on another controller: answered from memory.
    for (const QString &uri : controllers) {
        const auto again = connector->connect(targetOf(m_lab, {uri}), wrong, {});
        QVERIFY(!again);
        QCOMPARE(again.error(), first.error());
    }
    QCOMPARE(refusals(m_lab, account), before + 1);
}

void LdapSignInTest::wrongPasswordIsSentOnceBySeveralAtTheSameTime()
{
    const QString account = QStringLiteral("lab.lockable");
    const int before = refusals(m_lab, account);
    TestConnector connector;
    const auto wrong = userOf(account + QStringLiteral("@contoso.com"), QStringLiteral("not this one either"));
    std::vector<ErrorCode> codes(6, ErrorCode::Internal);
    {
        std::vector<std::jthread> threads;
        for (ErrorCode &code : codes)
            threads.emplace_back([&] {
                const auto made = connector->connect(targetOf(m_lab), wrong, {});
                if (!made)
                    code = made.error().code;
            });
    }
    for (const ErrorCode code : codes)
        QCOMPARE(code, ErrorCode::DirectoryCredentialRefused);
    QCOMPARE(refusals(m_lab, account), before + 1);
}

void LdapSignInTest::rightPasswordAfterAWrongOneIsTried()
{
    TestConnector connector;
    const QString user = QStringLiteral("lab.lockable@contoso.com");
    QVERIFY(!connector->connect(targetOf(m_lab), userOf(user, QStringLiteral("wrong once more")), {}));
    const auto directory = connector->connect(targetOf(m_lab), userOf(user), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->identity(), QStringLiteral("u:CONTOSO\\lab.lockable"));
}

void LdapSignInTest::emptyPasswordIsNeverSent()
{
    Relay relay(m_lab);
    QVERIFY(relay.isRunning());
    for (const BindMechanism mechanism : {BindMechanism::Negotiate, BindMechanism::Simple}) {
        TestConnector connector;
        const auto directory =
            connector->connect(targetOf(m_lab, {relay.uri()}),
                               userOf(QStringLiteral("lab.ordinary@contoso.com"), QString(), mechanism), {});
        QVERIFY(!directory);
        QCOMPARE(directory.error().code, ErrorCode::DirectoryCredentialRefused);
    }
    QVERIFY(relay.requests(QStringLiteral("bind")).isEmpty());
}

void LdapSignInTest::wrongDomainIsRefusedBeforeAnyPassword()
{
    Relay relay(m_lab);
    QVERIFY(relay.isRunning());
    DirectoryTarget target = targetOf(m_lab, {relay.uri()});
    target.domain = QStringLiteral("fabrikam.test");
    TestConnector connector;
    const auto directory = connector->connect(target, adminOf(m_lab, BindMechanism::Simple), {});
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::DirectoryWrongDomain);
    QVERIFY(relay.requests(QStringLiteral("bind")).isEmpty());
    QVERIFY(!relay.requests(QStringLiteral("search")).isEmpty()); // the relay does see what is sent
}

void LdapSignInTest::passwordIsNotInTheLog()
{
    TestConnector connector;
    const QString canary = QStringLiteral("c4nary-9f31-passphrase");
    QVERIFY(!connector->connect(targetOf(m_lab), userOf(QStringLiteral("lab.ordinary@contoso.com"), canary), {}));
    QVERIFY(connector->connect(targetOf(m_lab), adminOf(m_lab, BindMechanism::Simple), {}));
    const QByteArray log = connector.logText();
    QVERIFY(log.contains("ldap.bind"));
    QVERIFY(!log.contains(canary.toUtf8()));
    QVERIFY(!log.contains(m_lab.adminPassword().toUtf8()));
}

QTEST_GUILESS_MAIN(LdapSignInTest)
#include "tst_ldap_sign_in.moc"
