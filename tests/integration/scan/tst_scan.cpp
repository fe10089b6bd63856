// SPDX-License-Identifier: GPL-3.0-or-later
// The readiness scan from the command line against a real controller: it finds what was planted, and nothing else.
#include "tests/integration/mainjob/Laboratory.h"
#include "tests/integration/scan/Expected.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace cloudsync::tests {

class ScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seededFaultsAreFoundAndNothingElse();
    void countsAreThoseOfTheDirectory();
    void everyFindingHasWordsAndAProposal();
    void filesHoldTheFindingsOfTheDocument_data();
    void filesHoldTheFindingsOfTheDocument();
    void withoutTheTenantItSaysWhatWasNotChecked();
    void textGathersFindingsByRule();
    void missingScopeIsNamed();
    void oneDomainThatFailsStopsNoOther();
    void nothingStaysBehind();
    void chosenFindingsAreRepairedAndPutBack();
    void randomFaultsAreFoundAndNothingElse();

private:
    [[nodiscard]] QJsonObject answersWithScope(const QString &kind, const QStringList &names) const;
    [[nodiscard]] CliRun scan(const QJsonObject &answers, const QStringList &more = {}) const;
    [[nodiscard]] QStringList peopleWithTheForestsName() const;
    Laboratory m_lab;
    CliRun m_all; ///< of the whole domain
};

QJsonObject ScanTest::answersWithScope(const QString &kind, const QStringList &names) const
{
    QJsonObject answers = m_lab.answers();
    QJsonArray configurations = answers.value(QStringLiteral("configurations")).toArray();
    QJsonObject configuration = configurations.first().toObject();
    QJsonObject scope{{QStringLiteral("kind"), kind}};
    if (!names.isEmpty())
        scope.insert(QStringLiteral("distinguishedNames"), QJsonArray::fromStringList(names));
    configuration.insert(QStringLiteral("scope"), scope);
    answers.insert(QStringLiteral("configurations"), QJsonArray{configuration});
    return answers;
}

CliRun ScanTest::scan(const QJsonObject &answers, const QStringList &more) const
{
    return m_lab.productCli(QStringList{QStringLiteral("scan"), QStringLiteral("--answers"),
                                        m_lab.writeAnswers(answers, QStringLiteral("scan.json"))} +
                            more);
}

QStringList ScanTest::peopleWithTheForestsName() const
{
    QStringList names;
    const auto found = m_lab.search(m_lab.base(), QStringLiteral("(&(objectClass=user)(userPrincipalName=*@contoso.test)(employeeID=*))"),
                                    {QStringLiteral("cn")});
    if (found) {
        for (const LdifEntry &entry : *found)
            names.append(entry.dn);
    }
    return names;
}

void ScanTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_all = scan(answersWithScope(QStringLiteral("all"), {}));
    QVERIFY2(m_all.exitCode == 0 && !m_all.document.isEmpty(), m_all.all().constData());
}

void ScanTest::seededFaultsAreFoundAndNothingElse()
{
    const QStringList unroutable = peopleWithTheForestsName();
    const QJsonObject manifest = m_lab.json(QStringLiteral("dc/manifest.json"));
    QCOMPARE(unroutable.size(), manifest.value(QStringLiteral("unroutable")).toArray().size());
    const FindingNames expected = plantedFindings(manifest, unroutable);
    QVERIFY(expected.size() > 80);
    const QJsonArray findings = m_all.document.value(QStringLiteral("findings")).toArray();
    const QByteArray wrong = difference(namesOf(findings), expected);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QCOMPARE(findings.size(), expected.size()); // none twice
}

void ScanTest::countsAreThoseOfTheDirectory()
{
    const auto count = [&](const QString &filter) {
        const auto found = m_lab.search(m_lab.base(), filter, {QStringLiteral("cn")});
        return found ? found->size() : -1;
    };
    const QString noConflict = QStringLiteral("(!(isCriticalSystemObject=TRUE))(!(cn=*CNF:*))");
    const QJsonObject objects = m_all.document.value(QStringLiteral("objects")).toObject();
    const QJsonObject inScope = m_all.document.value(QStringLiteral("inScope")).toObject();
    const QString user = QStringLiteral("(objectClass=user)(!(objectClass=computer))(!(objectClass=inetOrgPerson))");
    QCOMPARE(objects.value(QStringLiteral("user")).toInt(), count(QStringLiteral("(&%1)").arg(user)));
    QCOMPARE(inScope.value(QStringLiteral("user")).toInt(), count(QStringLiteral("(&%1%2)").arg(user, noConflict)));
    for (const char *name : {"group", "contact", "inetOrgPerson"}) {
        const QString kind = QLatin1String(name);
        QCOMPARE(objects.value(kind).toInt(), count(QStringLiteral("(objectClass=%1)").arg(kind)));
        QCOMPARE(inScope.value(kind).toInt(), count(QStringLiteral("(&(objectClass=%1)%2)").arg(kind, noConflict)));
    }
    QVERIFY(m_all.document.value(QStringLiteral("seconds")).toDouble() > 0);
}

void ScanTest::everyFindingHasWordsAndAProposal()
{
    for (const QJsonValue &one : m_all.document.value(QStringLiteral("findings")).toArray()) {
        const QJsonObject finding = one.toObject();
        for (const char *member : {"rule", "severity", "domain", "dn", "attribute", "message", "proposal"})
            QVERIFY2(!finding.value(QLatin1String(member)).toString().isEmpty(), QJsonDocument(finding).toJson().constData());
        QVERIFY(finding.value(QStringLiteral("value")).isString());
        QVERIFY(finding.value(QStringLiteral("rule")).toString().startsWith(finding.value(QStringLiteral("attribute")).toString()));
    }
}

void ScanTest::filesHoldTheFindingsOfTheDocument_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("JSON Lines") << QStringLiteral("findings.jsonl");
    QTest::newRow("CSV") << QStringLiteral("findings.csv");
}

void ScanTest::filesHoldTheFindingsOfTheDocument()
{
    QFETCH(QString, name);
    const CliRun run = scan(answersWithScope(QStringLiteral("all"), {}), {QStringLiteral("--out"), m_lab.path(name)});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QFile file(m_lab.path(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QJsonArray findings = run.document.value(QStringLiteral("findings")).toArray();
    if (name.endsWith(QStringLiteral(".csv"))) {
        QCOMPARE(lines.takeFirst().trimmed(), QStringLiteral("rule,severity,domain,dn,attribute,value,message,proposal,newValue"));
        for (int i = 0; i < lines.size(); ++i)
            QVERIFY2(lines.at(i).startsWith(u'"' + findings.at(i).toObject().value(QStringLiteral("rule")).toString() + u'"'),
                     qPrintable(lines.at(i)));
    } else {
        for (int i = 0; i < lines.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(lines.at(i).toUtf8()).object(), findings.at(i).toObject());
    }
    QCOMPARE(lines.size(), findings.size());
}

void ScanTest::withoutTheTenantItSaysWhatWasNotChecked()
{
    QVERIFY(m_all.document.value(QStringLiteral("notChecked")).toArray().isEmpty());
    QJsonObject answers = answersWithScope(QStringLiteral("all"), {});
    answers.remove(QStringLiteral("signIn"));
    const CliRun run = scan(answers);
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("notChecked")).toArray().size(), 1);
    QVERIFY(run.document.value(QStringLiteral("notChecked")).toArray().first().toString().contains(QStringLiteral("verified domains")));
    const int before = m_lab.lastExchange();
    const CliRun only = scan(answersWithScope(QStringLiteral("all"), {}), {QStringLiteral("--only"), QStringLiteral("directory")});
    QCOMPARE(only.document.value(QStringLiteral("notChecked")).toArray().size(), 1);
    QCOMPARE(m_lab.lastExchange(), before); // nothing was asked of the tenant
}

void ScanTest::textGathersFindingsByRule()
{
    const QString answers = m_lab.writeAnswers(answersWithScope(QStringLiteral("all"), {}), QStringLiteral("scan.json"));
    const CommandOutput run = m_lab.productText({QStringLiteral("scan"), QStringLiteral("--answers"), answers});
    QVERIFY2(run.ok(), run.all().constData());
    QVERIFY2(run.output.contains("proxyAddresses.duplicate") && run.output.contains("errors,"), run.output.constData());
    QVERIFY(run.output.contains("contoso.test:"));
    QVERIFY(run.output.count('\n') < 400);
}

void ScanTest::missingScopeIsNamed()
{
    const CliRun run = scan(answersWithScope(QStringLiteral("organizationalUnits"), {QStringLiteral("OU=Nowhere,DC=contoso,DC=test")}));
    QCOMPARE(run.exitCode, 3);
    const QJsonObject error = run.document.value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("directory.scopeObjectMissing"));
    QCOMPARE(error.value(QStringLiteral("subject")).toString(), QStringLiteral("OU=Nowhere,DC=contoso,DC=test"));
}

void ScanTest::oneDomainThatFailsStopsNoOther()
{
    QJsonObject answers = answersWithScope(QStringLiteral("all"), {});
    QJsonArray directories = answers.value(QStringLiteral("directories")).toArray();
    QJsonObject other = directories.first().toObject();
    other.insert(QStringLiteral("domain"), QStringLiteral("fabrikam.test"));
    other.insert(QStringLiteral("controllers"), QJsonArray{QStringLiteral("ldaps://127.0.0.1:9")});
    directories.prepend(other);
    answers.insert(QStringLiteral("directories"), directories);
    const CliRun run = scan(answers);
    QVERIFY2(run.exitCode != 0, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("directory.unreachable"));
    const QJsonArray domains = run.document.value(QStringLiteral("domains")).toArray();
    QCOMPARE(domains.size(), 2);
    QVERIFY(domains.at(0).toObject().value(QStringLiteral("error")).isObject());
    QVERIFY(domains.at(1).toObject().value(QStringLiteral("error")).isNull());
    QCOMPARE(namesOf(run.document.value(QStringLiteral("findings")).toArray()),
             namesOf(m_all.document.value(QStringLiteral("findings")).toArray()));
}

void ScanTest::nothingStaysBehind()
{
    QDir work(m_lab.stateFolder() + QStringLiteral("/work"));
    QVERIFY(work.exists());
    QCOMPARE(work.entryList(QDir::Files | QDir::Hidden), QStringList());
}

void ScanTest::chosenFindingsAreRepairedAndPutBack()
{
    const QStringList rules{QStringLiteral("proxyAddresses.character"), QStringLiteral("proxyAddresses.localPart"),
                            QStringLiteral("displayName.blank"), QStringLiteral("displayName.surroundingSpace"), QStringLiteral("givenName.length")};
    const auto ofRules = [&](const CliRun &run, bool chosen) {
        FindingNames names;
        for (const QString &name : namesOf(run.document.value(QStringLiteral("findings")).toArray())) {
            if (rules.contains(name.section(QStringLiteral(" | "), 0, 0)) == chosen)
                names.insert(name);
        }
        return names;
    };
    const QJsonObject answers = answersWithScope(QStringLiteral("all"), {});
    const QByteArray before = m_lab.dump();
    const QString repairs = m_lab.path(QStringLiteral("repairs.json"));
    const CliRun chosen = scan(answers, {QStringLiteral("--repair"), rules.join(u','), QStringLiteral("--repair-out"), repairs});
    QVERIFY2(chosen.exitCode == 0, chosen.all().constData());
    QVERIFY(ofRules(chosen, true).size() > 10);
    QVERIFY(!m_lab.dump().isEmpty() && m_lab.dump() == before); // a scan writes nothing

    const QStringList withRepairs{QStringLiteral("--answers"), repairs};
    const CliRun plan = m_lab.productCli(QStringList{QStringLiteral("plan")} + withRepairs);
    const QJsonArray steps = plan.document.value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().toObject().value(QStringLiteral("changes")).toArray().size(), ofRules(chosen, true).size());
    const QStringList only{QStringLiteral("--only"), QStringLiteral("directory"), QStringLiteral("--yes")};
    const CliRun applied = m_lab.productCli(QStringList{QStringLiteral("apply")} + withRepairs + only);
    QVERIFY2(applied.exitCode == 0, applied.all().constData());
    const CliRun mended = scan(answers);
    QCOMPARE(ofRules(mended, true), FindingNames());
    const QByteArray others = difference(ofRules(mended, false), ofRules(m_all, false));
    QVERIFY2(others.isEmpty(), others.constData());
    const CliRun again = m_lab.productCli(QStringList{QStringLiteral("apply")} + withRepairs + only);
    QCOMPARE(again.document.value(QStringLiteral("steps")).toArray().first().toObject().value(QStringLiteral("outcome")).toString(), QStringLiteral("alreadyThere"));

    const CliRun undone = m_lab.productCli({QStringLiteral("undo"), QStringLiteral("--run"),
                                            applied.document.value(QStringLiteral("runId")).toString(), QStringLiteral("--yes")});
    QVERIFY2(undone.exitCode == 0, undone.all().constData());
    const QString report = m_lab.path(QStringLiteral("report.html"));
    QVERIFY(m_lab.productCli({QStringLiteral("report"), QStringLiteral("--out"), report}).exitCode == 0);
    QFile written(report);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray html = written.readAll();
    QVERIFY(html.contains("Findings by rule") && html.contains("<svg class=\"bar") && !html.contains("<script"));

    const QByteArray after = m_lab.dump();
    QVERIFY2(after == before, firstDifference(before, after).constData());
}

void ScanTest::randomFaultsAreFoundAndNothingElse()
{
    bool given = false;
    int seed = qEnvironmentVariableIntValue("CLOUDSYNC_RANDOM_FAULTS", &given);
    seed = given ? seed : 20261124;
    qInfo("random faults of seed %d; another one with CLOUDSYNC_RANDOM_FAULTS=N", seed);
    const QString ldif = m_lab.path(QStringLiteral("random.ldif"));
    const QString expectation = m_lab.path(QStringLiteral("random.json"));
    const CommandOutput made = runCommand(QStringLiteral("python3"),
                                          {QStringLiteral(CLOUDSYNC_RANDOM_FAULTS_SCRIPT), m_lab.base(), QStringLiteral("contoso.com"),
                                           QStringLiteral("contoso.test"), QString::number(seed), QStringLiteral("300"), ldif, expectation});
    QVERIFY2(made.ok(), made.all().constData());
    const CommandOutput added = m_lab.modify(ldif);
    QVERIFY2(added.ok(), added.all().right(2000).constData());

    QFile file(expectation);
    QVERIFY(file.open(QIODevice::ReadOnly));
    FindingNames expected;
    for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll()).array())
        expected.insert(findingName(one.toArray().at(1).toString(), one.toArray().at(0).toString()));
    QVERIFY(expected.size() > 200);
    const CliRun run = scan(answersWithScope(QStringLiteral("organizationalUnits"), {QStringLiteral("OU=Random Faults,DC=contoso,DC=test")}));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    const QJsonArray findings = run.document.value(QStringLiteral("findings")).toArray();
    const QByteArray wrong = difference(namesOf(findings), expected);
    QVERIFY2(wrong.isEmpty(), ("seed " + QByteArray::number(seed) + '\n' + wrong).constData());
    QCOMPARE(findings.size(), expected.size());
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ScanTest)
#include "tst_scan.moc"
