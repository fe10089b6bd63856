// SPDX-License-Identifier: GPL-3.0-or-later
// The scan in process, on a directory with the Exchange schema, and what needs a group or a domain of its own.
#include "backend/setup/scan/DirectoryScan.h"
#include "backend/setup/scan/GroupSize.h"
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/scan/Expected.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace cloudsync::tests {

class ScanDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exchangeFaultsAreFoundAndNothingElse();
    void groupsAreAskedForOneMemberBeyondTheLimit();
    void duplicatesAreFoundAcrossForests();
    void domainsOfTwoForestsAreScannedInOneRun();

private:
    [[nodiscard]] Answers answersOf(const QVector<DirectoryLab *> &labs) const;
    [[nodiscard]] ScanReport scan(DirectoryLab &lab, const Answers &answers);
    DirectoryLab m_contoso{[] {
        LabDirectoryOptions options;
        options.exchange = true;
        return options;
    }()};
    DirectoryLab m_fabrikam{[] {
        LabDirectoryOptions options;
        options.realm = QStringLiteral("FABRIKAM.TEST");
        return options;
    }()};
    QTemporaryDir m_folder;
    QJsonArray m_findings;
    std::stop_token m_stop;
};

void ScanDirectoryTest::initTestCase()
{
    QVERIFY2(m_contoso.lab.start(), qPrintable(m_contoso.lab.errorText()));
    QVERIFY2(m_fabrikam.lab.start(), qPrintable(m_fabrikam.lab.errorText()));
}

Answers ScanDirectoryTest::answersOf(const QVector<DirectoryLab *> &labs) const
{
    Answers answers;
    for (const DirectoryLab *one : labs) {
        answers.directories += one->answers({}, {}).directories;
        answers.directories.last().credential.password = {SecretReference::Kind::Environment, one->lab.adminPassword()};
    }
    return answers;
}

ScanReport ScanDirectoryTest::scan(DirectoryLab &lab, const Answers &answers)
{
    m_findings = QJsonArray();
    ScanRequest request;
    request.session = lab.session(answers);
    request.workFolder = m_folder.filePath(QStringLiteral("work"));
    request.onFinding = [this](const ScanFinding &finding) { m_findings.append(finding.toJson()); };
    const auto report = scanDirectories(request);
    return report ? *report : ScanReport();
}

void ScanDirectoryTest::exchangeFaultsAreFoundAndNothingElse()
{
    const ScanReport report = scan(m_contoso, answersOf({&m_contoso}));
    QCOMPARE(report.domains.size(), 1);
    QVERIFY(!report.failure());
    QStringList unroutable;
    for (const LdifEntry &entry : m_contoso.lab.entries(
             m_contoso.lab.base(), QStringLiteral("(&(objectClass=user)(userPrincipalName=*@contoso.test)(employeeID=*))"), {QStringLiteral("cn")}))
        unroutable.append(entry.dn);
    const FindingNames expected = plantedFindings(m_contoso.lab.manifest(), unroutable);
    const QByteArray wrong = difference(namesOf(m_findings), expected);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QCOMPARE(m_findings.size(), expected.size());
    QVERIFY(report.rules.contains(QStringLiteral("mailNickname.leadingDot")));
    QCOMPARE(report.errors + report.warnings + report.notes, m_findings.size());
}

void ScanDirectoryTest::groupsAreAskedForOneMemberBeyondTheLimit()
{
    const auto session = m_contoso.session(answersOf({&m_contoso}));
    const auto directory = session->directory(m_contoso.lab.domain(), m_stop);
    QVERIFY(directory);
    int compared = 0;
    for (const LdifEntry &group :
         m_contoso.lab.entries(m_contoso.lab.base(), QStringLiteral("(&(objectClass=group)(member=*))"), {QStringLiteral("member")})) {
        const qint64 members = group.values(QStringLiteral("member")).size();
        for (const qint64 most : {members - 1, members, members + 1000}) {
            const auto more = hasMoreMembers(**directory, group.dn, most, m_stop);
            QVERIFY2(more, more ? "" : qPrintable(more.error().toLogText()));
            QCOMPARE(*more, members > most);
        }
        ++compared;
    }
    QVERIFY(compared > 20);
}

void ScanDirectoryTest::duplicatesAreFoundAcrossForests()
{
    const QByteArray ldif = "dn: CN=Twin One,OU=Sales,DC=contoso,DC=test\nchangetype: add\nobjectClass: contact\ndisplayName: Twin\nmail: twin@northwindtraders.com\n";
    QVERIFY(m_contoso.lab.ldapModify(ldif).ok());
    const QByteArray other = "dn: CN=Twin Two,OU=Sales,DC=fabrikam,DC=test\nchangetype: add\nobjectClass: contact\ndisplayName: Twin\nmail: Twin@northwindtraders.com\n";
    QVERIFY(m_fabrikam.lab.ldapModify(other).ok());
    const ScanReport report = scan(m_contoso, answersOf({&m_contoso, &m_fabrikam}));
    QVERIFY(!report.failure());
    const FindingNames found = namesOf(m_findings);
    QVERIFY(found.contains(findingName(QStringLiteral("mail.duplicate"), QStringLiteral("CN=Twin One,OU=Sales,DC=contoso,DC=test"))));
    QVERIFY(found.contains(findingName(QStringLiteral("mail.duplicate"), QStringLiteral("CN=Twin Two,OU=Sales,DC=fabrikam,DC=test"))));
}

void ScanDirectoryTest::domainsOfTwoForestsAreScannedInOneRun()
{
    const Answers answers = answersOf({&m_contoso, &m_fabrikam});
    const ScanReport both = scan(m_contoso, answers);
    QCOMPARE(both.domains.size(), 2);
    const ScanReport first = scan(m_contoso, answersOf({&m_contoso}));
    const ScanReport second = scan(m_fabrikam, answersOf({&m_fabrikam}));
    QVERIFY(first.objects().total() > 300 && second.objects().total() > 300);
    QCOMPARE(both.objects().total(), first.objects().total() + second.objects().total());
    // The forest that is gone does not stop the one that is there.
    m_fabrikam.lab.stop();
    const ScanReport alone = scan(m_contoso, answers);
    QCOMPARE(alone.domains.size(), 2);
    QVERIFY(!alone.domains.at(0).error && alone.domains.at(1).error);
    QCOMPARE(alone.domains.at(0).objects.total(), first.objects().total());
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ScanDirectoryTest)
#include "ScanDirectoryTest.moc"
