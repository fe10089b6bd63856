// SPDX-License-Identifier: GPL-3.0-or-later
// The other directories a test can ask for: a second forest, the Exchange schema, a bare domain, a DNS server.
#include "tests/support/LabDirectory.h"

#include <QDnsLookup>
#include <QHostAddress>
#include <QJsonArray>
#include <QTest>

using cloudsync::tests::LabDirectory;
using cloudsync::tests::LabDirectoryOptions;

class LabVariantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchangeSchemaBringsMailAttributesAndTheirFaults();
    void secondForestHasPeopleOfItsOwn();
    void bareDomainHoldsNoCompany();
    void serviceRecordsLeadToTheController();
};

void LabVariantsTest::exchangeSchemaBringsMailAttributesAndTheirFaults()
{
    LabDirectoryOptions options;
    options.exchange = true;
    LabDirectory lab(options);
    QVERIFY2(lab.start(), qPrintable(lab.errorText()));
    QVERIFY(lab.manifest()[QLatin1String("exchange")].toBool());
    const auto people = lab.entries(
        lab.base(), QStringLiteral("(&(employeeID=*)(mailNickname=*)(extensionAttribute1=*))"), {QStringLiteral("cn")});
    QCOMPARE(people.size(), 300);
    const QString schema = QStringLiteral("CN=Schema,CN=Configuration,") + lab.base();
    const auto publicFolder =
        lab.entries(schema, QStringLiteral("(lDAPDisplayName=publicFolder)"), {QStringLiteral("schemaIDGUID")});
    QCOMPARE(publicFolder.size(), 1);
    // f0f8ffac-1191-11d0-a060-00aa006c33ed in the byte order of Windows
    QCOMPARE(publicFolder.first().value(QStringLiteral("schemaIDGUID")).toHex(),
             QByteArray("acfff8f09111d011a06000aa006c33ed"));
    const auto nicknames = lab.entries(lab.base(), QStringLiteral("(mailNickname=nickname)"), {QStringLiteral("cn")});
    QCOMPARE(nicknames.size(), 2);
}

void LabVariantsTest::secondForestHasPeopleOfItsOwn()
{
    LabDirectoryOptions options;
    options.realm = QStringLiteral("FABRIKAM.TEST");
    LabDirectory contoso;
    LabDirectory fabrikam(options);
    QVERIFY2(contoso.start(), qPrintable(contoso.errorText()));
    QVERIFY2(fabrikam.start(), qPrintable(fabrikam.errorText()));
    QCOMPARE(fabrikam.base(), QStringLiteral("DC=fabrikam,DC=test"));
    QCOMPARE(fabrikam.host(), QStringLiteral("dc1.fabrikam.test"));
    QCOMPARE(fabrikam.netBios(), QStringLiteral("FABRIKAM"));
    QVERIFY(fabrikam.manifest()[QLatin1String("domainSid")] != contoso.manifest()[QLatin1String("domainSid")]);
    QCOMPARE(fabrikam.entries(fabrikam.base(), QStringLiteral("(&(employeeID=*)(mail=*@fabrikam.com))")).size(), 300);
}

void LabVariantsTest::bareDomainHoldsNoCompany()
{
    LabDirectoryOptions options;
    options.seeded = false;
    LabDirectory lab(options);
    QVERIFY2(lab.start(), qPrintable(lab.errorText()));
    QVERIFY(lab.manifest().isEmpty());
    const auto units =
        lab.entries(lab.base(), QStringLiteral("(objectClass=organizationalUnit)"), {QStringLiteral("ou")});
    QCOMPARE(units.size(), 1);
    QCOMPARE(units.first().value(QStringLiteral("ou")), QByteArray("Domain Controllers"));
}

void LabVariantsTest::serviceRecordsLeadToTheController()
{
    LabDirectoryOptions options;
    options.seeded = false;
    options.dns = true;
    LabDirectory lab(options);
    QVERIFY2(lab.start(), qPrintable(lab.errorText()));

    QDnsLookup services(QDnsLookup::SRV, QStringLiteral("_ldap._tcp.dc._msdcs.") + lab.domain(),
                        QHostAddress(lab.address()));
    services.lookup();
    QTRY_VERIFY_WITH_TIMEOUT(services.isFinished(), 10000);
    QVERIFY2(services.error() == QDnsLookup::NoError, qPrintable(services.errorString()));
    QCOMPARE(services.serviceRecords().size(), 1);
    QCOMPARE(services.serviceRecords().first().target(), lab.host());
    QCOMPARE(services.serviceRecords().first().port(), quint16(389));

    QDnsLookup host(QDnsLookup::A, lab.host(), QHostAddress(lab.address()));
    host.lookup();
    QTRY_VERIFY_WITH_TIMEOUT(host.isFinished(), 10000);
    QCOMPARE(host.hostAddressRecords().size(), 1);
    QCOMPARE(host.hostAddressRecords().first().value(), QHostAddress(lab.address()));
}

QTEST_GUILESS_MAIN(LabVariantsTest)
#include "LabVariantsTest.moc"
