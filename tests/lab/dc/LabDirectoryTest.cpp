// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's controllers, read back with tools that are not ours: ldapsearch, samba-tool, kinit.
#include "tests/support/LabDirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <thread>

using cloudsync::tests::CommandOutput;
using cloudsync::tests::LabDirectory;
using cloudsync::tests::LdifEntry;
using cloudsync::tests::parseLdif;
using cloudsync::tests::runCommand;

namespace {

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

/// The bytes of a SID in text form ([MS-DTYP] 2.4.2.2).
QByteArray sidBytes(const QString &sid)
{
    const QStringList parts = sid.split(QLatin1Char('-')).mid(1);
    QByteArray bytes;
    bytes.append(char(parts.at(0).toInt()));
    bytes.append(char(parts.size() - 2));
    bytes.append(QByteArray(5, '\0'));
    bytes.append(char(parts.at(1).toInt()));
    for (const QString &part : parts.mid(2)) {
        const quint32 value = qToLittleEndian(part.toUInt());
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    return bytes;
}

template<typename T>
QByteArray littleEndian(T value)
{
    const T swapped = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&swapped), sizeof swapped};
}

/// A self-relative security descriptor with owner Administrators and full control for one SID ([MS-DTYP] 2.4.6).
QByteArray membershipFor(const QString &sid)
{
    const QByteArray owner = sidBytes(QStringLiteral("S-1-5-32-544"));
    const QByteArray trustee = sidBytes(sid);
    const quint16 entrySize = quint16(8 + trustee.size());
    const QByteArray entry = QByteArray::fromHex("0000") + littleEndian(entrySize) + littleEndian(quint32(0xf01ff));
    const QByteArray list =
        QByteArray::fromHex("0400") + littleEndian(quint16(8 + entrySize)) + littleEndian(quint32(1)) + entry + trustee;
    return QByteArray::fromHex("0100") + littleEndian(quint16(0x8004)) + littleEndian(quint32(20)) +
           littleEndian(quint32(0)) + littleEndian(quint32(0)) + littleEndian(quint32(20 + owner.size())) + owner +
           list;
}

QByteArray serviceAccountDn(const LabDirectory &lab)
{
    return "CN=testGmsa,CN=Managed Service Accounts," + lab.base().toUtf8();
}

QByteArray serviceAccountLdif(const LabDirectory &lab, const QString &memberSid)
{
    return "dn: " + serviceAccountDn(lab) +
           "\nchangetype: add\nobjectClass: msDS-GroupManagedServiceAccount\nsAMAccountName: testGmsa$\n"
           "userAccountControl: 4096\ndNSHostName: testGmsa." +
           lab.domain().toUtf8() +
           "\nmsDS-ManagedPasswordInterval: 30\nmsDS-SupportedEncryptionTypes: 28\nmsDS-GroupMSAMembership:: " +
           membershipFor(memberSid).toBase64() + "\n";
}

} // namespace

class LabDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoControllersHaveAddressesOfTheirOwn();
    void levelsAreThoseOfWindowsServer2016();
    void everyUnitHoldsWhatTheManifestSays();
    void theCompanyHasTheSizeAndShapeAskedFor();
    void secureLdapIsVerifiedByEveryName_data();
    void secureLdapIsVerifiedByEveryName();
    void secureLdapIsRefusedWithoutTheAuthority();
    void passwordsAreRefusedWithoutTls();
    void kerberosSignsInByNameAndByAddress();
    void signInEndsAsTheAccountSays_data();
    void signInEndsAsTheAccountSays();
    void refusedPasswordsAreCounted();
    void onlyTheAllowedServerReadsTheManagedPassword();
    void routableSuffixIsKnownToTheForest();
    void administratorsAndPayrollBlockInheritance();
    void plantedFaultsAreInTheDirectory();
    void everythingBesidesThePlantedFaultsIsClean();
    void dumpShowsAChangeAndNothingAfterItIsTakenBack();
    void writesStayInTheirOwnController();
    void stateOutlivesARestart();
    void controllerEndsWithItsOwner();

private:
    [[nodiscard]] QJsonObject account(const char *role) const
    {
        return m_first.manifest()[QLatin1String("accounts")][QLatin1String(role)].toObject();
    }
    [[nodiscard]] QJsonObject computer(const char *name) const
    {
        return m_first.manifest()[QLatin1String("computers")][QLatin1String(name)].toObject();
    }
    /// ldapwhoami with a simple bind over LDAPS.
    [[nodiscard]] CommandOutput signIn(const QString &user, const QString &password) const
    {
        return runCommand(QStringLiteral("ldapwhoami"),
                          {QStringLiteral("-x"), QStringLiteral("-H"), m_first.uri(), QStringLiteral("-D"), user,
                           QStringLiteral("-y"), QStringLiteral("/dev/stdin")},
                          m_first.environment(), password.toUtf8());
    }

    LabDirectory m_first;
    LabDirectory m_second;
};

void LabDirectoryTest::initTestCase()
{
    bool secondStarted = false;
    std::thread other([&] { secondStarted = m_second.start(); });
    const bool firstStarted = m_first.start();
    other.join();
    QVERIFY2(firstStarted, qPrintable(m_first.errorText()));
    QVERIFY2(secondStarted, qPrintable(m_second.errorText()));
}

void LabDirectoryTest::twoControllersHaveAddressesOfTheirOwn()
{
    QVERIFY(m_first.address().startsWith(QLatin1String("127.")));
    QVERIFY(m_first.address() != m_second.address());
    for (const LabDirectory *lab : {&m_first, &m_second}) {
        const auto found = lab->entries(lab->base(), QStringLiteral("(objectClass=*)"), {QStringLiteral("dc")},
                                        QStringLiteral("base"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().value(QStringLiteral("dc")), QByteArray("contoso"));
    }
}

void LabDirectoryTest::levelsAreThoseOfWindowsServer2016()
{
    const auto root = m_first.entries(QString(), QStringLiteral("(objectClass=*)"),
                                      {QStringLiteral("domainFunctionality"), QStringLiteral("forestFunctionality"),
                                       QStringLiteral("domainControllerFunctionality")},
                                      QStringLiteral("base"));
    QCOMPARE(root.size(), 1);
    QCOMPARE(root.first().value(QStringLiteral("domainFunctionality")), QByteArray("7"));
    QCOMPARE(root.first().value(QStringLiteral("forestFunctionality")), QByteArray("7"));
    QCOMPARE(root.first().value(QStringLiteral("domainControllerFunctionality")), QByteArray("7"));
    const auto schema =
        m_first.entries(QStringLiteral("CN=Schema,CN=Configuration,") + m_first.base(),
                        QStringLiteral("(objectClass=dMD)"), {QStringLiteral("objectVersion")}, QStringLiteral("base"));
    QCOMPARE(schema.size(), 1);
    QCOMPARE(schema.first().value(QStringLiteral("objectVersion")), QByteArray("88"));
}

void LabDirectoryTest::everyUnitHoldsWhatTheManifestSays()
{
    const QJsonObject units = m_first.manifest()[QLatin1String("counts")][QLatin1String("byUnit")].toObject();
    QVERIFY(units.size() > 30);
    for (const QString &unit : units.keys()) {
        QMap<QString, int> counted;
        const auto found = m_first.entries(unit, QStringLiteral("(!(objectClass=organizationalUnit))"),
                                           {QStringLiteral("objectClass")}, QStringLiteral("one"));
        for (const LdifEntry &entry : found)
            ++counted[text(entry.values(QStringLiteral("objectClass")).last())]; // the most specific class stands last
        const QJsonObject expected = units[unit].toObject();
        QCOMPARE(counted.size(), int(expected.size()));
        for (const QString &name : expected.keys())
            QVERIFY2(counted[name] == expected[name].toInt(),
                     qPrintable(unit + QStringLiteral(": %1 of class ").arg(counted[name]) + name));
    }
}

void LabDirectoryTest::theCompanyHasTheSizeAndShapeAskedFor()
{
    const QJsonObject manifest = m_first.manifest();
    QCOMPARE(manifest[QLatin1String("organizationalUnits")][QLatin1String("top")].toInt(), 6);
    const auto people = m_first.entries(m_first.base(), QStringLiteral("(&(objectClass=user)(employeeID=*))"),
                                        {QStringLiteral("displayName"), QStringLiteral("manager")});
    QCOMPARE(people.size(), 300);
    int beyondAscii = 0;
    int withManager = 0;
    for (const LdifEntry &person : people) {
        const QByteArray name = person.value(QStringLiteral("displayName"));
        beyondAscii += std::any_of(name.cbegin(), name.cend(), [](char c) { return (c & 0x80) != 0; }) ? 1 : 0;
        withManager += person.has(QStringLiteral("manager")) ? 1 : 0;
    }
    QVERIFY2(beyondAscii > 100, qPrintable(QString::number(beyondAscii)));
    QCOMPARE(withManager, 299);
    const QString faults = manifest[QLatin1String("faultsUnit")].toString();
    const auto groups = m_first.entries(m_first.base(), QStringLiteral("(&(objectClass=group)(displayName=*))"),
                                        {QStringLiteral("memberOf")});
    const auto inCompany = std::count_if(groups.cbegin(), groups.cend(),
                                         [&](const LdifEntry &group) { return !group.dn.endsWith(faults); });
    QCOMPARE(int(inCompany), 40);
    // "All Staff" reaches the sellers of Germany through three more groups.
    const QString inChain =
        QStringLiteral("(&(objectClass=user)(memberOf:1.2.840.113556.1.4.1941:=CN=All Staff,OU=Groups,"
                       "OU=Operations,%1)(co=Germany)(department=Sales EMEA))");
    QCOMPARE(m_first.entries(m_first.base(), inChain.arg(m_first.base())).size(), 26);
}

void LabDirectoryTest::secureLdapIsVerifiedByEveryName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("address") << m_first.address();
    QTest::newRow("host name") << m_first.host();
    QTest::newRow("domain name") << m_first.domain();
}

void LabDirectoryTest::secureLdapIsVerifiedByEveryName()
{
    QFETCH(QString, name);
    const CommandOutput answer =
        runCommand(QStringLiteral("ldapsearch"),
                   {QStringLiteral("-LLL"), QStringLiteral("-x"), QStringLiteral("-H"),
                    QStringLiteral("ldaps://") + name, QStringLiteral("-b"), QString(), QStringLiteral("-s"),
                    QStringLiteral("base"), QStringLiteral("defaultNamingContext")},
                   m_first.environment());
    QVERIFY2(answer.ok(), answer.all());
    QVERIFY(answer.output.contains("defaultNamingContext: DC=contoso,DC=test"));
}

void LabDirectoryTest::secureLdapIsRefusedWithoutTheAuthority()
{
    QProcessEnvironment environment = m_first.environment();
    environment.insert(QStringLiteral("LDAPTLS_CACERT"), QStringLiteral("/dev/null"));
    const QStringList arguments{
        QStringLiteral("-x"), QStringLiteral("-H"),  m_first.uri(), QStringLiteral("-b"), QString(),
        QStringLiteral("-s"), QStringLiteral("base")};
    const CommandOutput refused = runCommand(QStringLiteral("ldapsearch"), arguments, environment);
    QVERIFY2(!refused.ok(), refused.all());
    QVERIFY2(refused.errors.contains("Can't contact LDAP server"), refused.all());
    environment.insert(QStringLiteral("LDAPTLS_CACERT"), m_first.caFile());
    QVERIFY(runCommand(QStringLiteral("ldapsearch"), arguments, environment).ok());
}

void LabDirectoryTest::passwordsAreRefusedWithoutTls()
{
    const CommandOutput refused =
        runCommand(QStringLiteral("ldapwhoami"),
                   {QStringLiteral("-x"), QStringLiteral("-H"), m_first.plainUri(), QStringLiteral("-D"),
                    m_first.adminUser(), QStringLiteral("-y"), QStringLiteral("/dev/stdin")},
                   m_first.environment(), m_first.adminPassword().toUtf8());
    QCOMPARE(refused.exitCode, 8); // strongerAuthRequired
}

void LabDirectoryTest::kerberosSignsInByNameAndByAddress()
{
    const QString principal = QStringLiteral("Administrator@") + m_first.realm();
    const CommandOutput ticket = runCommand(QStringLiteral("kinit"), {principal}, m_first.environment(),
                                            m_first.adminPassword().toUtf8() + '\n');
    QVERIFY2(ticket.ok(), ticket.all());
    for (const QString &name : {m_first.host(), m_first.address()}) {
        const CommandOutput who = runCommand(QStringLiteral("ldapwhoami"),
                                             {QStringLiteral("-N"), QStringLiteral("-Y"), QStringLiteral("GSSAPI"),
                                              QStringLiteral("-H"), QStringLiteral("ldap://") + name},
                                             m_first.environment());
        QVERIFY2(who.ok(), who.all());
        QVERIFY(who.output.contains("u:CONTOSO\\Administrator"));
    }
}

void LabDirectoryTest::signInEndsAsTheAccountSays_data()
{
    // The sub-codes are those of Active Directory: 52f account restriction, 532 expired, 533 disabled, 773 must change.
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("subCode");
    QTest::newRow("ordinary") << QByteArray("ordinary") << QByteArray();
    QTest::newRow("protected administrator") << QByteArray("protectedAdministrator") << QByteArray();
    QTest::newRow("password expired") << QByteArray("expired") << QByteArray("data 532");
    QTest::newRow("password must be changed") << QByteArray("mustChange") << QByteArray("data 773");
    QTest::newRow("member of Protected Users") << QByteArray("protectedUser") << QByteArray("data 52f");
    QTest::newRow("disabled") << QByteArray("disabled") << QByteArray("data 533");
}

void LabDirectoryTest::signInEndsAsTheAccountSays()
{
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, subCode);
    const QJsonObject known = account(role.constData());
    const CommandOutput who =
        signIn(known[QLatin1String("userPrincipalName")].toString(), known[QLatin1String("password")].toString());
    QCOMPARE(who.exitCode, subCode.isEmpty() ? 0 : 49);
    QVERIFY2(who.errors.contains(subCode), who.all());
}

void LabDirectoryTest::refusedPasswordsAreCounted()
{
    const QJsonObject known = account("lockable");
    const auto count = [&] {
        const auto found = m_first.entries(known[QLatin1String("dn")].toString(), QStringLiteral("(objectClass=*)"),
                                           {QStringLiteral("badPwdCount")}, QStringLiteral("base"));
        return found.isEmpty() ? QByteArray("none") : found.first().value(QStringLiteral("badPwdCount"));
    };
    QCOMPARE(count(), QByteArray("0"));
    const CommandOutput refused = signIn(known[QLatin1String("userPrincipalName")].toString(), QStringLiteral("wrong"));
    QCOMPARE(refused.exitCode, 49);
    QVERIFY2(refused.errors.contains("data 52e"), refused.all());
    QCOMPARE(count(), QByteArray("1"));
}

void LabDirectoryTest::onlyTheAllowedServerReadsTheManagedPassword()
{
    const QJsonObject allowed = computer("SYNC1");
    const QJsonObject other = computer("WKS1");
    const CommandOutput sid = m_first.ldbSearch(allowed[QLatin1String("dn")].toString(),
                                                QStringLiteral("(objectClass=*)"), {QStringLiteral("objectSid")});
    const auto self = parseLdif(sid.output);
    QCOMPARE(self.size(), 1);
    const CommandOutput added =
        m_first.ldapModify(serviceAccountLdif(m_first, text(self.first().value(QStringLiteral("objectSid")))));
    QVERIFY2(added.ok(), added.all());

    const CommandOutput shown = m_first.sambaTool(
        {QStringLiteral("service-account"), QStringLiteral("view"), QStringLiteral("--name=testGmsa$")});
    QVERIFY2(shown.ok(), shown.all());
    QVERIFY2(shown.output.contains("testGmsa." + m_first.domain().toUtf8()), shown.all());

    const auto read = [&](const QString &user, const QString &password) {
        const CommandOutput found =
            m_first.ldapSearch(text(serviceAccountDn(m_first)), QStringLiteral("(objectClass=*)"),
                               {QStringLiteral("sAMAccountName"), QStringLiteral("msDS-ManagedPassword")}, user,
                               password, {QStringLiteral("-s"), QStringLiteral("base")});
        return parseLdif(found.output).value(0);
    };
    const auto upn = [&](const QJsonObject &known) {
        return known[QLatin1String("sAMAccountName")].toString() + QLatin1Char('@') + m_first.domain();
    };
    const LdifEntry byAllowed = read(upn(allowed), allowed[QLatin1String("password")].toString());
    QCOMPARE(byAllowed.value(QStringLiteral("sAMAccountName")), QByteArray("testGmsa$"));
    // MSDS-MANAGEDPASSWORD_BLOB ([MS-ADTS] 2.2.19) begins with version 1 and holds a password of 256 bytes.
    QVERIFY(byAllowed.value(QStringLiteral("msDS-ManagedPassword")).size() > 256);
    QVERIFY(byAllowed.value(QStringLiteral("msDS-ManagedPassword")).startsWith(QByteArray::fromHex("0100")));
    const LdifEntry byOther = read(upn(other), other[QLatin1String("password")].toString());
    QCOMPARE(byOther.value(QStringLiteral("sAMAccountName")), QByteArray("testGmsa$"));
    QVERIFY(!byOther.has(QStringLiteral("msDS-ManagedPassword")));
    const LdifEntry byAdministrator = read({}, {});
    QVERIFY(!byAdministrator.has(QStringLiteral("msDS-ManagedPassword")));
}

void LabDirectoryTest::routableSuffixIsKnownToTheForest()
{
    const auto partitions = m_first.entries(QStringLiteral("CN=Partitions,CN=Configuration,") + m_first.base(),
                                            QStringLiteral("(objectClass=crossRefContainer)"),
                                            {QStringLiteral("uPNSuffixes")}, QStringLiteral("base"));
    QCOMPARE(partitions.size(), 1);
    QCOMPARE(partitions.first().values(QStringLiteral("uPNSuffixes")), QByteArrayList{"contoso.com"});
    const auto unroutable =
        m_first.entries(m_first.base(), QStringLiteral("(&(employeeID=*)(userPrincipalName=*@contoso.test))"),
                        {QStringLiteral("userPrincipalName")});
    QCOMPARE(int(unroutable.size()), int(m_first.manifest()[QLatin1String("unroutable")].toArray().size()));
    QVERIFY(unroutable.size() >= 10);
}

void LabDirectoryTest::administratorsAndPayrollBlockInheritance()
{
    const QString administrator = account("protectedAdministrator")[QLatin1String("dn")].toString();
    for (const QString &dn : {administrator, m_first.manifest()[QLatin1String("blockedUnit")].toString()}) {
        const CommandOutput shown =
            m_first.sambaTool({QStringLiteral("dsacl"), QStringLiteral("get"), QStringLiteral("--objectdn=") + dn});
        QVERIFY2(shown.ok(), shown.all());
        QVERIFY2(shown.output.contains("D:P"), shown.all());
        QVERIFY2(!text(shown.output).section(QStringLiteral("S:"), 0, 0).contains(QLatin1String("ID;")), shown.all());
    }
    const auto found = m_first.entries(administrator, QStringLiteral("(adminCount=1)"), {QStringLiteral("memberOf")},
                                       QStringLiteral("base"));
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().value(QStringLiteral("memberOf")).startsWith("CN=Domain Admins,"));
}

void LabDirectoryTest::plantedFaultsAreInTheDirectory()
{
    const QJsonObject manifest = m_first.manifest();
    const QJsonArray faults = manifest[QLatin1String("faults")].toArray();
    QVERIFY(faults.size() > 90);
    QMap<QString, LdifEntry> byDn;
    const auto found =
        m_first.entries(manifest[QLatin1String("faultsUnit")].toString(), QStringLiteral("(objectClass=*)"));
    for (const LdifEntry &entry : found)
        byDn.insert(entry.dn, entry);
    for (const QJsonValue &fault : faults) {
        const QString dn = fault[QLatin1String("dn")].toString();
        const QString attribute = fault[QLatin1String("attribute")].toString();
        QVERIFY2(byDn.contains(dn), qPrintable(dn));
        if (fault[QLatin1String("rule")].toString().endsWith(QLatin1String(".blank")))
            QVERIFY2(!byDn[dn].has(attribute), qPrintable(dn));
        const QString value = fault[QLatin1String("value")].toString();
        if (value.isEmpty())
            continue;
        const QByteArrayList held = byDn[dn].values(attribute);
        QVERIFY2(held.contains(value.toUtf8()) || held.contains(QByteArray::fromHex(value.toLatin1())), qPrintable(dn));
    }
    // Values written past the directory's own checks are found by its indexes like all others.
    QCOMPARE(m_first.entries(m_first.base(), QStringLiteral("(sAMAccountName=WITH+plus)")).size(), 1);
    QCOMPARE(m_first.entries(m_first.base(), QStringLiteral("(userPrincipalName=same.name@contoso.com)")).size(), 2);
}

void LabDirectoryTest::everythingBesidesThePlantedFaultsIsClean()
{
    const QString faults = m_first.manifest()[QLatin1String("faultsUnit")].toString();
    const auto found = m_first.entries(
        m_first.base(), QStringLiteral("(&(|(objectCategory=person)(objectCategory=group))(displayName=*))"),
        {QStringLiteral("displayName"), QStringLiteral("sAMAccountName"), QStringLiteral("mail"),
         QStringLiteral("proxyAddresses"), QStringLiteral("userPrincipalName")});
    const QRegularExpression address(QStringLiteral("^[a-z0-9]+([.-][a-z0-9]+)*@[a-z]+\\.com$"));
    const QRegularExpression account(QStringLiteral("^[A-Za-z0-9. -]+$"));
    QHash<QString, QString> holders; // of an address, whichever attribute it stands in
    int clean = 0;
    for (const LdifEntry &entry : found) {
        if (entry.dn.endsWith(faults) || entry.dn.contains(QLatin1String(",CN=Users,")))
            continue;
        ++clean;
        const bool user = entry.has(QStringLiteral("userPrincipalName"));
        const QString name = text(entry.value(QStringLiteral("sAMAccountName")));
        if (!name.isEmpty())
            QVERIFY2(account.match(name).hasMatch() && name.size() <= (user ? 20 : 256), qPrintable(entry.dn));
        QStringList addresses{text(entry.value(QStringLiteral("mail")))};
        addresses += text(entry.value(QStringLiteral("userPrincipalName")))
                         .replace(QLatin1String("@contoso.test"), QLatin1String("@contoso.com"));
        for (const QByteArray &value : entry.values(QStringLiteral("proxyAddresses"))) {
            if (value.toLower().startsWith("smtp:"))
                addresses += text(value.mid(5)).toLower();
        }
        addresses.removeAll(QString());
        addresses.removeDuplicates();
        for (const QString &each : addresses) {
            QVERIFY2(address.match(each).hasMatch(), qPrintable(entry.dn + QStringLiteral(": ") + each));
            QVERIFY2(!holders.contains(each), qPrintable(each + QStringLiteral(": ") + entry.dn +
                                                         QStringLiteral(" and ") + holders.value(each)));
            holders.insert(each, entry.dn);
        }
    }
    QVERIFY2(clean > 350, qPrintable(QString::number(clean)));
}

void LabDirectoryTest::dumpShowsAChangeAndNothingAfterItIsTakenBack()
{
    const CommandOutput before = m_second.dump();
    QVERIFY2(before.ok(), before.errors);
    QVERIFY(before.output.count("\ndn: ") > 2000);
    QVERIFY(before.output.contains("nTSecurityDescriptor;dacl: "));

    const QString right = QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%1-1111)")
                              .arg(m_second.manifest()[QLatin1String("domainSid")].toString());
    const QString object = QStringLiteral("--objectdn=") + m_second.base();
    const CommandOutput added = m_second.ldapModify(serviceAccountLdif(m_second, QStringLiteral("S-1-5-32-544")));
    QVERIFY2(added.ok(), added.all());
    QVERIFY(
        m_second.sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), object, QStringLiteral("--sddl=") + right})
            .ok());
    const CommandOutput between = m_second.dump();
    QVERIFY2(between.ok(), between.errors);
    QVERIFY(between.output != before.output);
    QVERIFY(between.output.contains("dn: " + serviceAccountDn(m_second)));
    QVERIFY(between.output.contains("1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;S-1-5-21"));

    QVERIFY(
        m_second
            .sambaTool({QStringLiteral("dsacl"), QStringLiteral("delete"), object, QStringLiteral("--sddl=") + right})
            .ok());
    const CommandOutput removed = m_second.ldapModify("dn: " + serviceAccountDn(m_second) + "\nchangetype: delete\n");
    QVERIFY2(removed.ok(), removed.all());
    const CommandOutput after = m_second.dump();
    QVERIFY2(after.ok(), after.errors);
    QVERIFY(after.output == before.output);
}

void LabDirectoryTest::writesStayInTheirOwnController()
{
    const QByteArray dn = "OU=Only Here," + m_first.base().toUtf8();
    const CommandOutput added =
        m_first.ldapModify("dn: " + dn + "\nchangetype: add\nobjectClass: organizationalUnit\n");
    QVERIFY2(added.ok(), added.all());
    QCOMPARE(m_first.entries(m_first.base(), QStringLiteral("(ou=Only Here)")).size(), 1);
    QCOMPARE(m_second.entries(m_second.base(), QStringLiteral("(ou=Only Here)")).size(), 0);
}

void LabDirectoryTest::stateOutlivesARestart()
{
    const QByteArray dn = "OU=Kept," + m_second.base().toUtf8();
    QVERIFY(m_second.ldapModify("dn: " + dn + "\nchangetype: add\nobjectClass: organizationalUnit\n").ok());
    const QString address = m_second.address();
    m_second.stop();
    QVERIFY2(m_second.errorText().isEmpty(), qPrintable(m_second.errorText()));
    QVERIFY(m_second.entries(m_second.base(), QStringLiteral("(ou=Kept)")).isEmpty());
    QVERIFY2(m_second.start(), qPrintable(m_second.errorText()));
    QCOMPARE(m_second.address(), address);
    QCOMPARE(m_second.entries(m_second.base(), QStringLiteral("(ou=Kept)")).size(), 1);
}

void LabDirectoryTest::controllerEndsWithItsOwner()
{
    QProcess owner;
    owner.start(QStringLiteral("cat"), QStringList()); // lives until its input closes
    QVERIFY(owner.waitForStarted());
    QTemporaryDir folder;
    const QString dc = folder.filePath(QStringLiteral("dc"));
    const QString script = QStringLiteral(CLOUDSYNC_LAB_DC "/dc.sh");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DC_OWNER"), QString::number(owner.processId()));
    const CommandOutput started =
        runCommand(script, {QStringLiteral("start"), dc}, environment, {}, std::chrono::seconds(120));
    QVERIFY2(started.ok(), started.all());
    const auto runs = [&] { return runCommand(script, {QStringLiteral("status"), dc}, environment).ok(); };
    QVERIFY(runs());
    owner.closeWriteChannel();
    QVERIFY(owner.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!runs(), 15000);
    QVERIFY(runCommand(script, {QStringLiteral("remove"), dc}, environment).ok());
    QVERIFY(!QDir(dc).exists());
}

QTEST_GUILESS_MAIN(LabDirectoryTest)
#include "LabDirectoryTest.moc"
