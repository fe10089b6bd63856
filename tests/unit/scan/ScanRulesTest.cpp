// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the scan that needs one object only, with values that break it and values that come close.
#include "backend/setup/scan/Exclusions.h"
#include "backend/setup/scan/FindingFile.h"
#include "backend/setup/scan/ScanRule.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;

namespace {

ScannedObject goodUser()
{
    ScannedObject object;
    object.dn = QStringLiteral("CN=Ada,OU=Sales,DC=contoso,DC=test");
    object.cn = QStringLiteral("Ada");
    object.displayName = QStringLiteral("Ada Byron");
    object.accountName = QStringLiteral("ada");
    object.principalName = QStringLiteral("ada@contoso.com");
    return object;
}

QVector<ScanFinding> findingsOf(const ScannedObject &object, const RoutableSuffixes &suffixes)
{
    QVector<ScanFinding> found;
    const QString domain = QStringLiteral("contoso.test");
    const FindingSink sink = [&](const ScanFinding &finding) { found.append(finding); };
    for (const auto &rule : scanRules(suffixes))
        rule->examine(object, ObjectFindings(object, domain, sink));
    return found;
}

void setValue(ScannedObject &object, const QString &attribute, const QString &value)
{
    if (attribute == QStringLiteral("displayName"))
        object.displayName = value;
    else if (attribute == QStringLiteral("givenName"))
        object.givenName = value;
    else if (attribute == QStringLiteral("mail"))
        object.mail = value;
    else if (attribute == QStringLiteral("mailNickname"))
        object.mailNickname = value;
    else if (attribute == QStringLiteral("sAMAccountName"))
        object.accountName = value;
    else if (attribute == QStringLiteral("userPrincipalName"))
        object.principalName = value;
    else if (attribute == QStringLiteral("targetAddress"))
        object.targetAddress = value;
    else if (attribute == QStringLiteral("proxyAddresses"))
        object.proxyAddresses = QStringList{value};
}

QString repeated(qsizetype count, const QString &tail = {})
{
    return QString(count, u'a') + tail;
}

} // namespace

class ScanRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachValueGivesItsFindings_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("checks");
        QTest::addColumn<QString>("newValue"); // of the last finding; "-": none is proposed
        const auto row = [](const char *attribute, const QString &value, const QStringList &checks, const QString &newValue = QStringLiteral("-")) {
            QTest::addRow("%s %s", attribute, qPrintable(value.left(60))) << QString::fromLatin1(attribute) << value << checks << newValue;
        };
        const auto one = [](const char *check) { return QStringList{QString::fromLatin1(check)}; };
        row("displayName", repeated(255), {});
        row("displayName", repeated(256), one("length"), repeated(255));
        row("displayName", {}, one("blank"), QStringLiteral("Ada"));
        row("displayName", QStringLiteral("  "), one("whitespace"), QStringLiteral("Ada"));
        row("displayName", QStringLiteral(" Ada "), one("surroundingSpace"), QStringLiteral("Ada"));
        row("givenName", repeated(63), {});
        row("givenName", repeated(64), one("length"), repeated(63));
        row("mail", repeated(257), one("length"));
        row("mailNickname", QStringLiteral("ada.byron_1"), {});
        row("mailNickname", repeated(65), one("length"), repeated(64));
        row("mailNickname", QStringLiteral("..ada"), one("leadingDot"), QStringLiteral("ada"));
        row("mailNickname", QStringLiteral("ada@byron"), one("character"), QStringLiteral("adabyron"));
        row("mailNickname", QStringLiteral(".ada byron"), {QStringLiteral("leadingDot"), QStringLiteral("character")}, QStringLiteral("adabyron"));
        row("sAMAccountName", repeated(20), {});
        row("sAMAccountName", repeated(21), one("length"), repeated(20));
        row("sAMAccountName", QStringLiteral("a+b"), one("character"), QStringLiteral("ab"));
        row("proxyAddresses", QStringLiteral("SMTP:ada+tag@sub-1.contoso.museum"), {});
        row("proxyAddresses", QStringLiteral("smtp:ada@xn--bcher-kva.xn--p1ai"), {});
        row("proxyAddresses", QStringLiteral("X500:/o=Contoso/cn=Old Mailbox"), {});
        row("proxyAddresses", QStringLiteral("sip:ada@contoso.local"), {});
        row("proxyAddresses", QStringLiteral("smtp:") + repeated(251, QStringLiteral("@contoso.com")), one("length"));
        row("proxyAddresses", QStringLiteral("smtp:a:b@contoso.com"), one("secondColon"), QStringLiteral("smtp:ab@contoso.com"));
        row("proxyAddresses", QStringLiteral("smtp:a b@contoso.com"), one("character"), QStringLiteral("smtp:ab@contoso.com"));
        row("proxyAddresses", QStringLiteral("smtp:j\u00FCrgen@contoso.com"), one("diacritics"), QStringLiteral("smtp:jurgen@contoso.com"));
        row("proxyAddresses", QStringLiteral("smtp:a..b.@contoso.com"), one("localPart"), QStringLiteral("smtp:a.b@contoso.com"));
        row("proxyAddresses", QStringLiteral("smtp:a@-contoso.com"), one("domainPart"), QStringLiteral("smtp:a@contoso.com"));
        row("proxyAddresses", QStringLiteral("smtp:a@contoso.local"), one("topLevelDomain"));
        row("proxyAddresses", QStringLiteral("smtp:a"), one("format"));
        row("proxyAddresses", QStringLiteral("smtp:a@b@contoso.com"), one("format"));
        row("proxyAddresses", QStringLiteral("x400:c=us;s='q'"), one("characterX500"), QStringLiteral("x400:c=us;s=q"));
        row("proxyAddresses", QStringLiteral("EUM:<12>"), one("characterOther"), QStringLiteral("EUM:12"));
        row("proxyAddresses", QStringLiteral("smtp:(j\u00FCr gen).@contoso.com"),
            {QStringLiteral("character"), QStringLiteral("diacritics"), QStringLiteral("localPart")}, QStringLiteral("smtp:jurgen@contoso.com"));
        row("targetAddress", QStringLiteral("SMTP:ada@fabrikam.com"), {});
        row("targetAddress", QStringLiteral("SMTP:a\\b@fabrikam.com"), one("character"), QStringLiteral("SMTP:ab@fabrikam.com"));
        row("targetAddress", QStringLiteral("SMTP:") + repeated(256), one("length"));
        row("targetAddress", QStringLiteral("SMTP:nobody"), one("format"));
        row("userPrincipalName", QStringLiteral("o'neil_-!#^~@contoso.com"), {});
        row("userPrincipalName", QStringLiteral("Ada@CONTOSO.com"), {});
        row("userPrincipalName", repeated(64, QStringLiteral("@contoso.com")), {});
        row("userPrincipalName", repeated(65, QStringLiteral("@contoso.com")), one("localPartLength"));
        row("userPrincipalName", repeated(102, QStringLiteral("@contoso.com")), one("length"));
        row("userPrincipalName", QStringLiteral("a@") + repeated(40, QStringLiteral(".contoso.com")), one("domainPartLength"));
        row("userPrincipalName", QStringLiteral("a&b@contoso.com"), one("character"), QStringLiteral("ab@contoso.com"));
        row("userPrincipalName", QStringLiteral("j\u00F6rg@contoso.com"), one("character"), QStringLiteral("jorg@contoso.com"));
        row("userPrincipalName", QStringLiteral("ren\u00E9@contoso.com"), one("diacritics"), QStringLiteral("rene@contoso.com"));
        row("userPrincipalName", QStringLiteral(".a@contoso.com"), one("localPart"), QStringLiteral("a@contoso.com"));
        row("userPrincipalName", QStringLiteral("a@con_toso.com"), one("domainPart"), QStringLiteral("a@contoso.com"));
        row("userPrincipalName", QStringLiteral("a@contoso.local"), one("topLevelDomain"));
        row("userPrincipalName", QStringLiteral("a@contoso.test"), one("unroutable"));
        row("userPrincipalName", QStringLiteral("a@fabrikam.com"), one("unroutable"));
        row("userPrincipalName", QStringLiteral("a"), one("format"));
        row("userPrincipalName", {}, one("blank"));
    }
    void eachValueGivesItsFindings()
    {
        QFETCH(QString, attribute);
        QFETCH(QString, value);
        QFETCH(QStringList, checks);
        QFETCH(QString, newValue);
        ScannedObject object = goodUser();
        setValue(object, attribute, value);
        const QVector<ScanFinding> found = findingsOf(object, RoutableSuffixes(QStringList{QStringLiteral("contoso.com")}));
        QStringList names;
        for (const ScanFinding &finding : found) {
            names.append(finding.rule);
            QCOMPARE(finding.value, value);
            QVERIFY(!finding.message.isEmpty() && !finding.proposal.isEmpty());
        }
        QStringList expected;
        for (const QString &check : checks)
            expected.append(attribute + u'.' + check);
        QCOMPARE(names, expected);
        if (!found.isEmpty())
            QCOMPARE(found.last().newValue.value_or(QStringLiteral("-")), newValue);
    }

    void withoutTheTenantOnlyImpossibleSuffixesAreTold()
    {
        ScannedObject object = goodUser();
        object.principalName = QStringLiteral("a@fabrikam.com");
        QVERIFY(findingsOf(object, RoutableSuffixes()).isEmpty());
        object.principalName = QStringLiteral("a@contoso.test");
        QCOMPARE(findingsOf(object, RoutableSuffixes()).size(), 1);
    }

    void badAccountNameWithoutPrincipalNameIsToldOnce()
    {
        ScannedObject object = goodUser();
        object.principalName.clear();
        object.accountName = QStringLiteral("a|b");
        const auto found = findingsOf(object, RoutableSuffixes());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().rule, QStringLiteral("userPrincipalName.blankAndAccountNameCharacter"));
        QCOMPARE(found.first().severity, Severity::Error);
    }

    void groupsAndContactsNeedNoPrincipalName()
    {
        for (const ObjectKind kind : {ObjectKind::Group, ObjectKind::Contact}) {
            ScannedObject object = goodUser();
            object.kind = kind;
            object.principalName.clear();
            object.accountName = kind == ObjectKind::Group ? repeated(60) : QString();
            QVERIFY(findingsOf(object, RoutableSuffixes()).isEmpty());
        }
    }

    void serviceObjectsAreKnownByMoreThanALikeness_data()
    {
        QTest::addColumn<QString>("cn");
        QTest::addColumn<QString>("account");
        QTest::addColumn<bool>("service");
        QTest::newRow("Connect account") << QStringLiteral("MSOL_0123456789ab") << QString() << true;
        QTest::newRow("system mailbox") << QStringLiteral("SystemMailbox{1f05a927}") << QString() << true;
        QTest::newRow("account name") << QStringLiteral("Somebody") << QStringLiteral("SUPPORT_388945a0") << true;
        QTest::newRow("dollar") << QStringLiteral("trust$") << QString() << true;
        QTest::newRow("guest house") << QStringLiteral("Guest House Reception") << QStringLiteral("guesthouse") << false;
        QTest::newRow("Iwamoto") << QStringLiteral("Iwamoto Haruki") << QStringLiteral("iwamoto") << false;
        QTest::newRow("Cassandra") << QStringLiteral("Cassandra") << QStringLiteral("cassandra") << false;
    }
    void serviceObjectsAreKnownByMoreThanALikeness()
    {
        QFETCH(QString, cn);
        QFETCH(QString, account);
        QFETCH(bool, service);
        ScannedObject object = goodUser();
        object.cn = cn;
        object.accountName = account;
        QCOMPARE(isServiceObject(object), service);
    }

    void sheetsTakeNoFormulaFromTheDirectory()
    {
        const QTemporaryDir folder;
        auto file = FindingFile::create(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(file);
        ScanFinding finding;
        finding.rule = QStringLiteral("displayName.blank");
        finding.dn = QStringLiteral("CN=a \"b\",DC=contoso,DC=test");
        finding.value = QStringLiteral("=HYPERLINK(1)");
        (*file)->take(finding);
        QVERIFY((*file)->commit());
        QFile written(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("\"'=HYPERLINK(1)\"") && text.contains("\"CN=a \"\"b\"\",DC=contoso,DC=test\""));
    }

    void fileOfAnotherKindIsRefused()
    {
        const auto file = FindingFile::create(QStringLiteral("findings.txt"));
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::CommandLineWrong);
    }
};

QTEST_GUILESS_MAIN(ScanRulesTest)
#include "ScanRulesTest.moc"
