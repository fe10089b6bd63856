// SPDX-License-Identifier: GPL-3.0-or-later
// A healthy domain has neither warning nor error, and what scope and tree say of the lab's company. Faults: ReadinessFaultsTest.
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/directory/TaskRun.h"

#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

struct Outcome
{
    QVector<Finding> findings;
    QVector<Error> failures;

    [[nodiscard]] Finding one(const QString &check) const
    {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
            return finding.id == QStringLiteral("directory.contoso.test.") + check;
        });
        return found == findings.end() ? Finding() : *found;
    }
    [[nodiscard]] QStringList bad() const
    {
        QStringList list;
        for (const Finding &finding : findings) {
            if (finding.severity == Severity::Warning || finding.severity == Severity::Error)
                list.append(severityName(finding.severity) + u' ' + finding.id + u' ' + finding.evidence + u' ' +
                            finding.cause);
        }
        return list;
    }
};

Outcome examine(DirectoryLab &lab, const Answers &answers)
{
    Outcome outcome;
    RunContext context;
    outcome.findings = directoryFindings(lab.session(answers), context, &outcome.failures);
    return outcome;
}

Answers usual(const DirectoryLab &lab)
{
    Answers answers =
        lab.answers({QStringLiteral("SYNC1"), QStringLiteral("Cloud Sync Servers")}, {PermissionSet::All});
    ConfigurationAnswers configuration;
    configuration.domain = lab.lab.domain();
    configuration.scope = ScopeAnswers{ScopeKind::OrganizationalUnits, {QStringLiteral("OU=Sales,") + lab.lab.base()}};
    configuration.accidentalDeletion = AccidentalDeletionAnswers{true, 50};
    answers.configurations.append(configuration);
    return answers;
}

} // namespace

class DirectoryReadinessTest : public QObject
{
    Q_OBJECT

    DirectoryLab m_lab;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.lab.start(), qPrintable(m_lab.lab.errorText())); }

    void healthyDomainHasNeitherWarningNorError()
    {
        const Outcome outcome = examine(m_lab, usual(m_lab));
        QCOMPARE(outcome.bad(), QStringList());
        QVERIFY(outcome.failures.isEmpty());
        QCOMPARE(outcome.findings.size(), 17);
    }

    void ordinaryUserLacksTheRights()
    {
        Answers answers = usual(m_lab);
        const QJsonObject user = m_lab.lab.manifest()
                                     .value(QStringLiteral("accounts"))
                                     .toObject()
                                     .value(QStringLiteral("ordinary"))
                                     .toObject();
        answers.directories[0].credential.user = user.value(QStringLiteral("userPrincipalName")).toString();
        answers.directories[0].credential.password = {SecretReference::Kind::Entered,
                                                      user.value(QStringLiteral("password")).toString()};
        const Finding finding = examine(m_lab, answers).one(QStringLiteral("administratorRights"));
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY2(finding.cause.contains(QStringLiteral("permissions")) &&
                     finding.cause.contains(QStringLiteral("create")),
                 qPrintable(finding.cause));
    }

    void wrongPasswordIsAFindingOfTheConnection()
    {
        Answers answers = usual(m_lab);
        answers.directories[0].credential.password = {SecretReference::Kind::Entered, QStringLiteral("wrong")};
        const Outcome outcome = examine(m_lab, answers);
        QCOMPARE(outcome.findings.size(), 1);
        QCOMPARE(outcome.one(QStringLiteral("connection")).severity, Severity::Error);
        QCOMPARE(outcome.failures.size(), 1);
        QCOMPARE(outcome.failures.first().code, ErrorCode::DirectoryCredentialRefused);
    }

    void certificateOfAnotherAuthorityIsAFindingOfTheConnection()
    {
        Answers answers = usual(m_lab);
        answers.directories[0].caFile.clear();
        const Outcome outcome = examine(m_lab, answers);
        QCOMPARE(outcome.one(QStringLiteral("connection")).severity, Severity::Error);
        QCOMPARE(outcome.failures.first().code, ErrorCode::TlsCertificateNotTrusted);
    }

    void unitThatIsNotThereIsNamed()
    {
        Answers answers = usual(m_lab);
        answers.configurations[0].scope->distinguishedNames.append(QStringLiteral("OU=Nowhere,DC=contoso,DC=test"));
        const Outcome outcome = examine(m_lab, answers);
        QCOMPARE(outcome.one(QStringLiteral("scope")).severity, Severity::Error);
        QCOMPARE(outcome.failures.first().code, ErrorCode::ScopeObjectMissing);
        QCOMPARE(outcome.failures.first().subject, QStringLiteral("OU=Nowhere,DC=contoso,DC=test"));
    }

    void nameOfAComputerIsAClash()
    {
        Answers answers = usual(m_lab);
        answers.serviceAccount->name = QStringLiteral("wks1");
        const Outcome outcome = examine(m_lab, answers);
        QCOMPARE(outcome.one(QStringLiteral("serviceAccountName")).severity, Severity::Error);
        TaskRun run(m_lab.session(answers));
        QVERIFY2(run.states().first().startsWith(QStringLiteral("conflict directory.objectExists")),
                 qPrintable(run.states().first()));
    }

    void countsAgreeWithWhatWasPutIn()
    {
        const auto directory = m_lab.session(usual(m_lab))->directory(m_lab.lab.domain(), {});
        QVERIFY(directory);
        const QJsonObject byUnit =
            m_lab.lab.manifest().value(QStringLiteral("counts")).toObject().value(QStringLiteral("byUnit")).toObject();
        const auto planted = [&](const QString &unit, const char *objectClass) {
            qint64 sum = 0;
            for (auto it = byUnit.begin(); it != byUnit.end(); ++it) {
                if (isSameOrBelow(it.key(), unit))
                    sum += it->toObject().value(QLatin1String(objectClass)).toInt();
            }
            return sum;
        };
        for (const char *name : {"Sales", "Engineering", "Finance", "Operations", "Partners", "Service Accounts"}) {
            const QString unit = QStringLiteral("OU=%1,%2").arg(QLatin1String(name), m_lab.lab.base());
            const auto counts = countScope(**directory, {ScopeKind::OrganizationalUnits, {unit}}, {});
            QVERIFY(counts);
            QCOMPARE(counts->users, planted(unit, "user"));
            QCOMPARE(counts->inetOrgPersons, planted(unit, "inetOrgPerson"));
            QCOMPARE(counts->groups, planted(unit, "group"));
            QCOMPARE(counts->contacts, planted(unit, "contact"));
        }
        const auto group = findGroups(**directory, QStringLiteral("helpdesk"), 5, {});
        QVERIFY(group);
        QCOMPARE(group->size(), 1);
        const auto members = countScope(**directory, {ScopeKind::Groups, {group->first().dn}}, {});
        QVERIFY(members);
        QCOMPARE(members->users, 14); // the staff of OU=Helpdesk
        QCOMPARE(members->groups, 1);
        const auto whole = countScope(**directory, {}, {});
        QVERIFY(whole);
        QVERIFY(whole->users >=
                planted(m_lab.lab.base(), "user") - 5); // data faults hold critical and conflict objects
    }

    void treeShowsTheTopUnits()
    {
        const auto directory = m_lab.session(usual(m_lab))->directory(m_lab.lab.domain(), {});
        QVERIFY(directory);
        const auto children = childContainers(**directory, m_lab.lab.base(), {});
        QVERIFY(children);
        QStringList names;
        for (const DirectoryNode &node : *children)
            names.append(node.name);
        for (const char *name :
             {"Sales", "Engineering", "Finance", "Operations", "Partners", "Service Accounts", "Users"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        QVERIFY(!names.contains(QStringLiteral("System")));
        const auto below = childContainers(**directory, QStringLiteral("OU=Finance,") + m_lab.lab.base(), {});
        QVERIFY(below);
        QVERIFY(std::any_of(below->begin(), below->end(), [](const DirectoryNode &node) {
            return node.name == QStringLiteral("Mergers, Acquisitions");
        }));
    }

    void accountOfSomebodyElseIsAdoptedAndGivenBack()
    {
        const QByteArray dn = "CN=adopted,CN=Managed Service Accounts," + m_lab.lab.base().toUtf8();
        const CommandOutput made =
            m_lab.lab.sambaTool({QStringLiteral("service-account"), QStringLiteral("create"),
                                 QStringLiteral("--name=adopted"), QStringLiteral("--dns-host-name=other.name.test"),
                                 QStringLiteral("--group-msa-membership=O:SYD:(A;;RP;;;S-1-5-21-9-9-9-1104)")});
        QVERIFY2(made.ok(), made.all().constData());
        Answers disabled = m_lab.answers({QStringLiteral("SYNC2")}, {});
        disabled.serviceAccount->name = QStringLiteral("adopted");
        TaskRun refused(m_lab.session(disabled)); // Samba's tool leaves the account disabled
        QVERIFY2(refused.states().first().startsWith(QStringLiteral("conflict directory.serviceAccountUnusable")),
                 qPrintable(refused.states().first()));
        QVERIFY(m_lab.lab
                    .ldapModify("dn: " + dn +
                                "\nchangetype: modify\nreplace: userAccountControl\nuserAccountControl: 4096\n")
                    .ok());
        const QByteArray before = m_lab.lab.dump().output;
        Answers answers = m_lab.answers({QStringLiteral("SYNC2")}, {});
        answers.serviceAccount->name = QStringLiteral("adopted");
        answers.serviceAccount->mode = ServiceAccountMode::Existing;
        const auto session = m_lab.session(answers);
        TaskRun run(session);
        QCOMPARE(run.apply(), QString());
        QCOMPARE(run.states(), QStringList{QStringLiteral("satisfied")});
        const auto directory = session->directory(m_lab.lab.domain(), {});
        const auto facts = findServiceAccount(**directory, QStringLiteral("adopted"), {});
        QVERIFY(facts);
        const QStringList hosts{QStringLiteral("S-1-5-21-9-9-9-1104"), QStringLiteral("SYNC2$")};
        QCOMPARE(facts->allowedHosts, hosts);
        QCOMPARE(facts->dnsHostName, QStringLiteral("other.name.test"));
        QCOMPARE(run.undo(), QString());
        QVERIFY(m_lab.lab.dump().output == before);
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::DirectoryReadinessTest)
#include "DirectoryReadinessTest.moc"
