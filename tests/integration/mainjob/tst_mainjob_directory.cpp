// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the directory after apply, read back by tools that share no code with the product: samba-tool and
// ldapsearch.
#include "Laboratory.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace cloudsync::tests {

class MainJobDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void serviceAccountStandsInItsContainer();
    void allowedHostsAreThoseOfTheAnswers();
    void domainRootHasExactlyTheDocumentedEntries();
    void entriesReachUsersBelowAndNotBehindBlockedInheritance();
    void serviceAccountItselfIsRestricted();
    void allowedHostRetrievesTheManagedPassword();
    void otherHostIsRefusedTheManagedPassword();

private:
    QString descriptor(const QString &dn) const;
    QString sidOf(const QString &dn) const;

    Laboratory m_lab;
    const QString m_account = QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test");
};

namespace {

// Classes and attributes by schemaIDGUID, rights by rightsGuid: gmsa-permissions.md section 5.
constexpr auto user = "bf967aba-0de6-11d0-a285-00aa003049e2";
constexpr auto inetOrgPerson = "4828cc14-1437-45bc-9b07-ad6f015e5f28";
constexpr auto group = "bf967a9c-0de6-11d0-a285-00aa003049e2";
constexpr auto contact = "5cb41ed0-0e4c-11d0-a286-00aa003049e2";
constexpr auto computer = "bf967a86-0de6-11d0-a285-00aa003049e2";
constexpr auto device = "bf967a8e-0de6-11d0-a285-00aa003049e2";
constexpr auto msDsDevice = "5df2b673-6d41-4774-b3e8-d52e8ee9ff99";
constexpr auto foreignSecurityPrincipal = "89e31c12-8530-11d0-afda-00c04fd930c9";
constexpr auto lockoutTime = "28630ebf-41d5-11d1-a9c1-0000f80367c1";
constexpr auto pwdLastSet = "bf967a0a-0de6-11d0-a285-00aa003049e2";
constexpr auto consistencyGuid = "23773dc2-b63a-11d2-90e1-00c04fd91ab1";
constexpr auto keyCredentialLink = "5b47d60f-6090-40b2-9f37-2a4de88f3063";
constexpr auto getChanges = "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2";
constexpr auto getChangesAll = "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2";
constexpr auto resetPassword = "00299570-246d-11d0-a768-00aa006e0529";
constexpr auto unexpirePassword = "ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501";

struct ExpectedAce
{
    const char *flags;
    const char *rights;
    const char *object;
    const char *appliesTo;
};

// BasicRead, PasswordHashSync, PasswordWriteBack, HybridExchangePermissions and what always goes with them:
// gmsa-permissions.md 3.1-3.4, 3.7.
constexpr ExpectedAce expectedAces[]{
    {"CIIO", "RP", "", device},
    {"CIIO", "RP", "", msDsDevice},
    {"CIIO", "RP", "", inetOrgPerson},
    {"CIIO", "RP", "", computer},
    {"CIIO", "RP", "", foreignSecurityPrincipal},
    {"CIIO", "RP", "", group},
    {"CIIO", "RP", "", user},
    {"CIIO", "RP", "", contact},
    {"", "CR", getChanges, ""},
    {"", "CR", getChangesAll, ""},
    {"CIIO", "CR", resetPassword, user},
    {"CIIO", "WP", lockoutTime, user},
    {"CIIO", "WP", pwdLastSet, user},
    {"", "CR", unexpirePassword, ""},
    {"CIIO", "RPWP", "", user},
    {"CIIO", "RPWP", "", inetOrgPerson},
    {"CIIO", "RPWP", "", group},
    {"CIIO", "RPWP", "", contact},
    {"CIIO", "WP", consistencyGuid, user},
    {"CIIO", "WP", consistencyGuid, group},
    {"CIIO", "WP", keyCredentialLink, user},
    {"CIIO", "WP", keyCredentialLink, device},
    {"CIIO", "WP", keyCredentialLink, msDsDevice},
};

/// The entries of one trustee in the DACL of an SDDL text, sorted.
QStringList entriesOf(const QString &sddl, const QString &trustee)
{
    static const QRegularExpression entry(QStringLiteral(R"(\(([^)]*)\))"));
    const QString dacl = sddl.section(QStringLiteral("S:"), 0, 0);
    QStringList found;
    auto matches = entry.globalMatch(dacl);
    while (matches.hasNext()) {
        const QString text = matches.next().captured(1);
        if (text.section(u';', 5, 5) == trustee)
            found.append(text);
    }
    found.sort();
    return found;
}

} // namespace

void MainJobDirectoryTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    const CliRun run = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                  m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(run.exitCode == 0, run.all().constData());
}

QString MainJobDirectoryTest::descriptor(const QString &dn) const
{
    const CommandOutput output =
        m_lab.sambaTool({QStringLiteral("dsacl"), QStringLiteral("get"), QStringLiteral("--objectdn=") + dn});
    return QString::fromUtf8(output.output);
}

QString MainJobDirectoryTest::sidOf(const QString &dn) const
{
    const CommandOutput output =
        runCommand(QStringLiteral("ldbsearch"),
                   {QStringLiteral("-H"), m_lab.path(QStringLiteral("dc/private/sam.ldb")), QStringLiteral("-b"), dn,
                    QStringLiteral("-s"), QStringLiteral("base"), QStringLiteral("objectSid")});
    const auto entries = parseLdif(output.output);
    return entries.isEmpty() ? QString() : QString::fromUtf8(entries.first().value(QStringLiteral("objectSid")));
}

void MainJobDirectoryTest::serviceAccountStandsInItsContainer()
{
    const CommandOutput shown = m_lab.sambaTool(
        {QStringLiteral("service-account"), QStringLiteral("view"), QStringLiteral("--name=provAgentgMSA")});
    QVERIFY2(shown.ok(), shown.all().constData());
    QVERIFY2(shown.output.contains("provAgentgMSA.contoso.test"), shown.output.constData());
    const auto found =
        m_lab.search(m_lab.base(), QStringLiteral("(sAMAccountName=provAgentgMSA$)"),
                     {QStringLiteral("dNSHostName"), QStringLiteral("msDS-ManagedPasswordInterval"),
                      QStringLiteral("msDS-SupportedEncryptionTypes"), QStringLiteral("userAccountControl")});
    QVERIFY(found && found->size() == 1);
    const LdifEntry account = found->first();
    QCOMPARE(account.dn.toLower(), m_account.toLower());
    QCOMPARE(account.value(QStringLiteral("dNSHostName")), QByteArray("provAgentgMSA.contoso.test"));
    QCOMPARE(account.value(QStringLiteral("msDS-ManagedPasswordInterval")), QByteArray("30"));
    QCOMPARE(account.value(QStringLiteral("userAccountControl")), QByteArray("4096")); // enabled
    QVERIFY((account.value(QStringLiteral("msDS-SupportedEncryptionTypes")).toInt() & 0x18) ==
            0x18); // AES128 and AES256
}

void MainJobDirectoryTest::allowedHostsAreThoseOfTheAnswers()
{
    const CommandOutput shown =
        m_lab.sambaTool({QStringLiteral("service-account"), QStringLiteral("group-msa-membership"),
                         QStringLiteral("show"), QStringLiteral("--name=provAgentgMSA")});
    QVERIFY2(shown.ok(), shown.all().constData());
    QVERIFY2(shown.output.contains("CN=SYNC1,"), shown.output.constData());
    for (const char *other : {"CN=SYNC2,", "CN=WKS1,", "CN=FILES1,"})
        QVERIFY2(!shown.output.contains(other), shown.output.constData());
}

void MainJobDirectoryTest::domainRootHasExactlyTheDocumentedEntries()
{
    const QString sid = sidOf(m_account);
    QVERIFY2(sid.startsWith(QStringLiteral("S-1-5-21-")), qPrintable(sid));
    QStringList expected;
    for (const ExpectedAce &ace : expectedAces)
        expected.append(QStringLiteral("OA;%1;%2;%3;%4;%5")
                            .arg(QLatin1String(ace.flags), QLatin1String(ace.rights), QLatin1String(ace.object),
                                 QLatin1String(ace.appliesTo), sid));
    expected.sort();
    QCOMPARE(entriesOf(descriptor(m_lab.base()), sid), expected);
}

void MainJobDirectoryTest::entriesReachUsersBelowAndNotBehindBlockedInheritance()
{
    const QString sid = sidOf(m_account);
    const auto someone = m_lab.search(QStringLiteral("OU=Sales,DC=contoso,DC=test"),
                                      QStringLiteral("(objectCategory=person)"), {QStringLiteral("1.1")});
    QVERIFY(someone && !someone->isEmpty());
    QVERIFY(!entriesOf(descriptor(someone->first().dn), sid).isEmpty());
    const QString blocked =
        m_lab.json(QStringLiteral("dc/manifest.json")).value(QStringLiteral("blockedUnit")).toString();
    QVERIFY(!blocked.isEmpty());
    QCOMPARE(entriesOf(descriptor(blocked), sid), QStringList());
}

void MainJobDirectoryTest::serviceAccountItselfIsRestricted()
{
    // gmsa-permissions.md section 4: protected, only these trustees, and SELF as it was.
    const QString sddl = descriptor(m_account);
    const QString dacl = sddl.section(QStringLiteral("D:"), 1).section(QStringLiteral("S:"), 0, 0);
    QVERIFY2(dacl.section(u'(', 0, 0).contains(u'P'), qPrintable(sddl));
    static const QRegularExpression entry(QStringLiteral(R"(\(([^)]*)\))"));
    QMap<QString, QStringList> rights;
    auto matches = entry.globalMatch(dacl);
    while (matches.hasNext()) {
        const QString text = matches.next().captured(1);
        rights[text.section(u';', 5, 5)].append(text.section(u';', 0, 0) + u':' + text.section(u';', 2, 2));
    }
    rights.remove(QStringLiteral("PS")); // SELF
    const QStringList full{QStringLiteral("A:CCDCLCSWRPWPDTLOCRSDRCWDWO")};
    for (const char *trustee : {"SY", "DA", "EA", "BA"})
        QCOMPARE(rights.take(QLatin1String(trustee)), full);
    for (const char *trustee : {"ED", "AU"}) {
        const QStringList reading = rights.take(QLatin1String(trustee));
        QCOMPARE(reading.size(), 1);
        QVERIFY2(reading.first() == QStringLiteral("A:LCRPLORC") || reading.first() == QStringLiteral("A:LCRPRC"),
                 qPrintable(reading.first()));
    }
    QCOMPARE(rights.keys(), QStringList());
}

void MainJobDirectoryTest::allowedHostRetrievesTheManagedPassword()
{
    const QString password = m_lab.json(QStringLiteral("lab.json"))
                                 .value(QStringLiteral("host"))
                                 .toObject()
                                 .value(QStringLiteral("computerPassword"))
                                 .toString();
    const auto found =
        m_lab.search(m_account, QStringLiteral("(objectClass=*)"), {QStringLiteral("msDS-ManagedPassword")},
                     QStringLiteral("SYNC1$@contoso.test"), password);
    QVERIFY(found && found->size() == 1);
    // MSDS-MANAGEDPASSWORD_BLOB: version 1, then its length (MS-ADTS 2.2.19).
    const QByteArray blob = found->first().value(QStringLiteral("msDS-ManagedPassword"));
    QVERIFY(blob.size() > 256);
    QCOMPARE(static_cast<int>(blob.at(0)), 1);
}

void MainJobDirectoryTest::otherHostIsRefusedTheManagedPassword()
{
    const QString password = m_lab.json(QStringLiteral("dc/manifest.json"))
                                 .value(QStringLiteral("computers"))
                                 .toObject()
                                 .value(QStringLiteral("WKS1"))
                                 .toObject()
                                 .value(QStringLiteral("password"))
                                 .toString();
    const auto found = m_lab.search(m_account, QStringLiteral("(objectClass=*)"),
                                    {QStringLiteral("msDS-ManagedPassword"), QStringLiteral("cn")},
                                    QStringLiteral("WKS1$@contoso.test"), password);
    QVERIFY(found && found->size() == 1);
    QVERIFY(found->first().has(QStringLiteral("cn"))); // it sees the account, not its password
    QVERIFY(!found->first().has(QStringLiteral("msDS-ManagedPassword")));
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobDirectoryTest)
#include "tst_mainjob_directory.moc"
