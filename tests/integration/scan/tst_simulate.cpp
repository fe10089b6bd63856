// SPDX-License-Identifier: GPL-3.0-or-later
// What `simulate` says before, compared object by object with what a cycle of the tenant's stand-in then does. The two share no code.
#include "tests/integration/mainjob/Laboratory.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace cloudsync::tests {

class SimulateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void simulationWritesNothingAndIsLabelled();
    void everyObjectOfTheDirectoryIsInTheEstimate();
    void objectsThatAreCreatedWereForetold();
    void cloudUsersAreJoinedAsForetold();
    void conflictsAreThoseThatWereForetold();
    void objectsOutOfScopeAreNotThere();
    void smallerScopeForetellsDeletionsAndTheThreshold();
    void differenceOfTwoScopesIsTold();

private:
    [[nodiscard]] QJsonObject answersWithScope(const QString &kind, const QStringList &names) const;
    [[nodiscard]] CliRun simulate(const QJsonObject &answers, const QStringList &more = {}) const;
    [[nodiscard]] static QHash<QString, QJsonObject> byDn(const QJsonArray &objects);
    void runCycle(const QJsonObject &answers);
    /// Objects of the tenant by the distinguished name of their source, deleted ones left out.
    [[nodiscard]] QHash<QString, QJsonObject> tenantObjects();
    /// The newest entry of the provisioning log for each source.
    [[nodiscard]] QHash<QString, QJsonObject> log() const;
    /// Failed, or another sign-in name than the one wanted was given.
    [[nodiscard]] static bool lost(const QJsonObject &entry, const QJsonObject &object);

    Laboratory m_lab;
    QTemporaryDir m_folder;
    QStringList m_cloudNames; ///< sign-in names of users of the cloud alone
    QHash<QString, LdifEntry> m_directory;
    QHash<QString, QJsonObject> m_foretold;
    QJsonObject m_estimate;
    QHash<QString, QJsonObject> m_after;
    QHash<QString, QJsonObject> m_log;
};

QJsonObject SimulateTest::answersWithScope(const QString &kind, const QStringList &names) const
{
    QJsonObject answers = m_lab.answers();
    QJsonObject configuration = answers.value(QStringLiteral("configurations")).toArray().first().toObject();
    QJsonObject scope{{QStringLiteral("kind"), kind}};
    if (!names.isEmpty())
        scope.insert(QStringLiteral("distinguishedNames"), QJsonArray::fromStringList(names));
    configuration.insert(QStringLiteral("scope"), scope);
    answers.insert(QStringLiteral("configurations"), QJsonArray{configuration});
    return answers;
}

CliRun SimulateTest::simulate(const QJsonObject &answers, const QStringList &more) const
{
    return m_lab.productCli(QStringList{QStringLiteral("simulate"), QStringLiteral("--answers"),
                                        m_lab.writeAnswers(answers, QStringLiteral("simulate.json"))} +
                            more);
}

QHash<QString, QJsonObject> SimulateTest::byDn(const QJsonArray &objects)
{
    QHash<QString, QJsonObject> found;
    for (const QJsonValue &one : objects)
        found.insert(one.toObject().value(QStringLiteral("dn")).toString().toLower(), one.toObject());
    return found;
}

QHash<QString, QJsonObject> SimulateTest::tenantObjects()
{
    QHash<QString, QJsonObject> found;
    for (const QJsonValue &one : m_lab.tenantState().value(QStringLiteral("objects")).toArray()) {
        const QJsonObject object = one.toObject();
        const QString dn = object.value(QStringLiteral("lab")).toObject().value(QStringLiteral("dn")).toString();
        if (!dn.isEmpty() && !object.value(QStringLiteral("deleted")).toBool())
            found.insert(dn.toLower(), object);
    }
    return found;
}

QHash<QString, QJsonObject> SimulateTest::log() const
{
    QHash<QString, QJsonObject> found;
    QFile file(m_lab.path(QStringLiteral("tenant/provisioning-log.jsonl")));
    if (!file.open(QIODevice::ReadOnly))
        return found;
    while (!file.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        const QString dn = entry.value(QStringLiteral("sourceIdentity")).toObject().value(QStringLiteral("details")).toObject()
                               .value(QStringLiteral("distinguishedName")).toString();
        if (!found.contains(dn.toLower()))
            found.insert(dn.toLower(), entry);
    }
    return found;
}

bool SimulateTest::lost(const QJsonObject &entry, const QJsonObject &object)
{
    const QString status = entry.value(QStringLiteral("provisioningStatusInfo")).toObject().value(QStringLiteral("status")).toString();
    if (object.isEmpty() || status == QStringLiteral("failure"))
        return true;
    for (const QJsonValue &one : object.value(QStringLiteral("body")).toObject().value(QStringLiteral("onPremisesProvisioningErrors")).toArray()) {
        if (one.toObject().value(QStringLiteral("propertyCausingError")).toString() == QStringLiteral("UserPrincipalName"))
            return true;
    }
    return false;
}

void SimulateTest::initTestCase()
{
    // Two of the company are in the cloud already, by names that the seed will give them.
    const CommandOutput people = runCommand(
        QStringLiteral("python3"),
        {QStringLiteral("-B"), QStringLiteral("-c"),
         QStringLiteral("import sys; sys.path.insert(0, sys.argv[1]); from seed import organisation, people\n"
                        "for p in organisation.hire_everybody(people.Registry('contoso.test')):\n"
                        "    if p.unit == ('Sales', 'EMEA', 'Germany'): print(p.local_part)\n"),
         QStringLiteral(CLOUDSYNC_LAB_SEED)});
    QVERIFY2(people.ok(), people.all().constData());
    const QStringList names = QString::fromUtf8(people.output).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(names.size() > 2);
    QJsonArray users;
    for (int i = 0; i < 2; ++i) {
        m_cloudNames.append(names.at(i) + QStringLiteral("@contoso.com"));
        users.append(QJsonObject{{QStringLiteral("userPrincipalName"), m_cloudNames.last()},
                                 {QStringLiteral("displayName"), QStringLiteral("In the cloud %1").arg(i)},
                                 {QStringLiteral("roles"), QJsonArray()},
                                 {QStringLiteral("eligibleRoles"), QJsonArray()}});
    }
    QFile config(m_folder.filePath(QStringLiteral("config.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(QJsonDocument(QJsonObject{{QStringLiteral("users"), users}}).toJson());
    config.close();
    qputenv("LAB_TENANT_CONFIG", config.fileName().toUtf8());
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));

    const auto entries = m_lab.search(
        m_lab.base(), QStringLiteral("(|(&(objectClass=user)(!(objectClass=computer)))(objectClass=group)(objectClass=contact))"),
        {QStringLiteral("objectClass"), QStringLiteral("userPrincipalName"), QStringLiteral("mail"), QStringLiteral("mS-DS-ConsistencyGuid"),
         QStringLiteral("isCriticalSystemObject"), QStringLiteral("sAMAccountName")});
    QVERIFY(entries);
    for (const LdifEntry &entry : *entries)
        m_directory.insert(entry.dn.toLower(), entry);

    const QJsonObject everything = answersWithScope(QStringLiteral("all"), {});
    const int before = m_lab.lastExchange();
    const CliRun run = simulate(everything);
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(m_lab.writesSince(before), QStringList());
    m_estimate = run.document;
    m_foretold = byDn(m_estimate.value(QStringLiteral("objects")).toArray());
    runCycle(everything);
    m_after = tenantObjects();
    m_log = log();
}

void SimulateTest::runCycle(const QJsonObject &answers)
{
    const CliRun applied = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--answers"),
                                      m_lab.writeAnswers(answers, QStringLiteral("applied.json")), QStringLiteral("--yes")});
    QVERIFY2(applied.exitCode == 0 || applied.exitCode == 194, applied.all().constData());
    QVERIFY(m_lab.post(QStringLiteral("/lab/cycle"), {}));
}

void SimulateTest::simulationWritesNothingAndIsLabelled()
{
    QVERIFY(m_estimate.value(QStringLiteral("estimate")).toBool());
    QVERIFY(m_estimate.value(QStringLiteral("rules")).toArray().size() > 4);
    const QJsonObject counts = m_estimate.value(QStringLiteral("counts")).toObject();
    int total = 0;
    for (const char *action : {"create", "match", "outOfScope", "conflict", "unroutable"}) {
        QVERIFY2(counts.value(QLatin1String(action)).toInt() > 0, action);
        total += counts.value(QLatin1String(action)).toInt();
    }
    QCOMPARE(counts.value(QStringLiteral("delete")).toInt(), 0);
    QCOMPARE(total, m_foretold.size());
}

void SimulateTest::everyObjectOfTheDirectoryIsInTheEstimate()
{
    QVERIFY(m_directory.size() > 400);
    QCOMPARE(m_foretold.size(), m_directory.size());
    for (auto it = m_directory.cbegin(); it != m_directory.cend(); ++it)
        QVERIFY2(m_foretold.contains(it.key()), qPrintable(it.key()));
}

void SimulateTest::objectsThatAreCreatedWereForetold()
{
    int compared = 0;
    for (auto it = m_foretold.cbegin(); it != m_foretold.cend(); ++it) {
        const QString action = it->value(QStringLiteral("action")).toString();
        const QJsonObject object = m_after.value(it.key());
        const QJsonObject entry = m_log.value(it.key());
        const QByteArray shown = QJsonDocument(*it).toJson() + QJsonDocument(entry).toJson() + QJsonDocument(object).toJson();
        if (action == QStringLiteral("create") || action == QStringLiteral("unroutable")) {
            QVERIFY2(!lost(entry, object), shown.constData());
            QVERIFY2(entry.value(QStringLiteral("provisioningAction")).toString() == QStringLiteral("create"), shown.constData());
            const QString name = object.value(QStringLiteral("body")).toObject().value(QStringLiteral("userPrincipalName")).toString();
            QVERIFY2(name.compare(it->value(QStringLiteral("userPrincipalName")).toString()) == 0, shown.constData());
            const bool initial = name.endsWith(QStringLiteral("@contoso.onmicrosoft.com"));
            QVERIFY2(initial == (action == QStringLiteral("unroutable")), shown.constData());
            ++compared;
        }
    }
    QVERIFY(compared > 350);
}

void SimulateTest::cloudUsersAreJoinedAsForetold()
{
    QStringList joined;
    for (auto it = m_foretold.cbegin(); it != m_foretold.cend(); ++it) {
        if (it->value(QStringLiteral("action")).toString() != QStringLiteral("match"))
            continue;
        const QJsonObject object = m_after.value(it.key());
        QCOMPARE(object.value(QStringLiteral("body")).toObject().value(QStringLiteral("id")).toString(), it->value(QStringLiteral("tenantId")).toString());
        QCOMPARE(it->value(QStringLiteral("matchedBy")).toString(), QStringLiteral("userPrincipalName"));
        QCOMPARE(m_log.value(it.key()).value(QStringLiteral("provisioningAction")).toString(), QStringLiteral("update"));
        joined.append(it->value(QStringLiteral("userPrincipalName")).toString());
    }
    joined.sort();
    QStringList expected = m_cloudNames;
    expected.sort();
    QCOMPARE(joined, expected);
}

void SimulateTest::conflictsAreThoseThatWereForetold()
{
    // Of rivals for one value the tenant may let one win; who has no rival must lose.
    QHash<QString, QStringList> rivals;
    for (auto it = m_directory.cbegin(); it != m_directory.cend(); ++it) {
        for (const char *attribute : {"userPrincipalName", "mail", "mS-DS-ConsistencyGuid"}) {
            if (it->has(QLatin1String(attribute)))
                rivals[QLatin1String(attribute) + QString::fromLatin1(it->value(QLatin1String(attribute)).toLower().toHex())].append(it.key());
        }
    }
    QSet<QString> contested;
    for (const QStringList &group : std::as_const(rivals)) {
        if (group.size() < 2)
            continue;
        int winners = 0;
        for (const QString &dn : group) {
            contested.insert(dn);
            winners += lost(m_log.value(dn), m_after.value(dn)) ? 0 : 1;
            QCOMPARE(m_foretold.value(dn).value(QStringLiteral("action")).toString(), QStringLiteral("conflict"));
        }
        QVERIFY2(winners <= 1, qPrintable(group.join(u'\n')));
    }
    QVERIFY(contested.size() >= 8);
    for (auto it = m_foretold.cbegin(); it != m_foretold.cend(); ++it) {
        const QString action = it->value(QStringLiteral("action")).toString();
        const QByteArray shown = QJsonDocument(*it).toJson() + QJsonDocument(m_log.value(it.key())).toJson();
        if (action == QStringLiteral("outOfScope"))
            continue;
        if (lost(m_log.value(it.key()), m_after.value(it.key())))
            QVERIFY2(action == QStringLiteral("conflict"), shown.constData());
        else if (!contested.contains(it.key()))
            QVERIFY2(action != QStringLiteral("conflict"), shown.constData());
    }
}

void SimulateTest::objectsOutOfScopeAreNotThere()
{
    int out = 0;
    for (auto it = m_foretold.cbegin(); it != m_foretold.cend(); ++it) {
        if (it->value(QStringLiteral("action")).toString() != QStringLiteral("outOfScope"))
            continue;
        QVERIFY2(!m_after.contains(it.key()), qPrintable(it.key()));
        ++out;
    }
    QVERIFY(out > 10);
    for (auto it = m_after.cbegin(); it != m_after.cend(); ++it)
        QVERIFY2(m_foretold.contains(it.key()), qPrintable(it.key()));
}

void SimulateTest::smallerScopeForetellsDeletionsAndTheThreshold()
{
    const QJsonObject sales = answersWithScope(QStringLiteral("organizationalUnits"), {QStringLiteral("OU=Sales,DC=contoso,DC=test")});
    const CliRun run = simulate(sales);
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QSet<QString> foretold;
    for (const QJsonValue &one : run.document.value(QStringLiteral("objects")).toArray()) {
        if (one.toObject().value(QStringLiteral("action")).toString() == QStringLiteral("delete"))
            foretold.insert(one.toObject().value(QStringLiteral("tenantId")).toString());
        else if (one.toObject().value(QStringLiteral("dn")).toString().endsWith(QStringLiteral("OU=Sales,DC=contoso,DC=test")))
            QCOMPARE(one.toObject().value(QStringLiteral("action")).toString(), QStringLiteral("match")); // all of them are there now
    }
    const QJsonObject deletions = run.document.value(QStringLiteral("deletions")).toArray().first().toObject();
    QCOMPARE(deletions.value(QStringLiteral("count")).toInt(), foretold.size());
    QCOMPARE(deletions.value(QStringLiteral("threshold")).toInt(), 50);
    QVERIFY(deletions.value(QStringLiteral("held")).toBool());

    runCycle(sales);
    QSet<QString> staged;
    for (const QJsonValue &one : m_lab.tenantState().value(QStringLiteral("objects")).toArray()) {
        const QJsonObject object = one.toObject();
        // Contacts have no property that tells their domain, so the estimate says nothing of them.
        if (object.value(QStringLiteral("lab")).toObject().value(QStringLiteral("staged")).toBool() &&
            object.value(QStringLiteral("kind")).toString() != QStringLiteral("contact"))
            staged.insert(object.value(QStringLiteral("body")).toObject().value(QStringLiteral("id")).toString());
    }
    QVERIFY(staged.size() >= 50);
    QCOMPARE(staged, foretold);
}

void SimulateTest::differenceOfTwoScopesIsTold()
{
    const QString wider = m_lab.writeAnswers(
        answersWithScope(QStringLiteral("organizationalUnits"), {QStringLiteral("OU=Sales,DC=contoso,DC=test"), QStringLiteral("OU=Contacts,OU=Partners,DC=contoso,DC=test")}),
        QStringLiteral("wider.json"));
    const CliRun run = simulate(
        answersWithScope(QStringLiteral("organizationalUnits"), {QStringLiteral("OU=Sales,DC=contoso,DC=test"), QStringLiteral("OU=Payroll,OU=Finance,DC=contoso,DC=test")}),
        {QStringLiteral("--against"), wider});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    const QJsonObject difference = run.document.value(QStringLiteral("differences")).toArray().first().toObject();
    const auto below = [&](const QString &unit) {
        QSet<QString> names;
        for (auto it = m_directory.cbegin(); it != m_directory.cend(); ++it) {
            if (it->dn.endsWith(unit))
                names.insert(it->dn);
        }
        return names;
    };
    const auto namesIn = [&](const char *member) {
        QSet<QString> names;
        for (const QJsonValue &one : difference.value(QLatin1String(member)).toArray())
            names.insert(one.toString());
        return names;
    };
    QCOMPARE(namesIn("enters"), below(QStringLiteral(",OU=Contacts,OU=Partners,DC=contoso,DC=test")));
    QCOMPARE(namesIn("leaves"), below(QStringLiteral(",OU=Payroll,OU=Finance,DC=contoso,DC=test")));
    QVERIFY(!difference.value(QStringLiteral("deletions")).toObject().value(QStringLiteral("held")).toBool());
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::SimulateTest)
#include "tst_simulate.moc"
