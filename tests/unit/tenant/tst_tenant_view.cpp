// SPDX-License-Identifier: GPL-3.0-or-later
// What is read from the tenant after the set-up: health, names, points in time, exported answers, copies.
#include "tests/unit/tenant/TenantLab.h"

#include "backend/setup/answers/AnswersCompare.h"
#include "backend/setup/tenant/ConfigurationExport.h"
#include "backend/setup/tenant/Licence.h"
#include "backend/setup/tenant/ProvisioningLog.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

JobStatus job(const QString &state)
{
    JobStatus status;
    status.templateId = QStringLiteral("AD2AADProvisioning");
    status.state = state;
    status.lastRun = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    status.lastRunState = QStringLiteral("Succeeded");
    return status;
}

StatusReport report(const JobStatus &status)
{
    StatusReport report;
    report.at = QDateTime(QDate(2026, 1, 31), QTime(12, 10), Qt::UTC);
    report.agents = {{QStringLiteral("SYNC1"), QStringLiteral("active"), {}, {}},
                     {QStringLiteral("SYNC2"), QStringLiteral("active"), {}, {}}};
    ConfigurationStatus configuration;
    configuration.domain = QStringLiteral("contoso.com");
    configuration.jobs = {status};
    report.configurations = {configuration};
    return report;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(StatusReport &)>)

class TestTenantView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthTellsWorkFromPresence_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<std::function<void(StatusReport &)>>("change");
        const auto row = [](const char *name, const char *wanted, const std::function<void(StatusReport &)> &change) {
            QTest::newRow(name) << QString::fromLatin1(wanted) << change;
        };
        const auto first = [](StatusReport &r) -> JobStatus & { return r.configurations.first().jobs.first(); };
        row("all is well", "healthy", [](StatusReport &) {});
        row("paused", "stopped", [=](StatusReport &r) { first(r).state = QStringLiteral("Paused"); });
        row("no job", "stopped", [](StatusReport &r) { r.configurations.first().jobs.clear(); });
        row("never ran", "waiting", [=](StatusReport &r) {
            first(r).lastRun = QDateTime();
            first(r).lastRunState.clear();
        });
        row("cycle failed", "failing", [=](StatusReport &r) { first(r).lastRunState = QStringLiteral("Failed"); });
        row("objects failed", "attention",
            [=](StatusReport &r) { first(r).lastRunState = QStringLiteral("EntryLevelErrors"); });
        row("silent for hours", "attention", [=](StatusReport &r) { r.at = r.at.addSecs(4 * 3600); });
        row("quarantined", "quarantined", [=](StatusReport &r) {
            first(r).quarantine = {{QStringLiteral("reason"), QStringLiteral("TooManyDeletes")},
                                   {QStringLiteral("nextAttempt"), QStringLiteral("2026-02-01T00:00:00Z")}};
        });
        row("no agent", "noAgent", [](StatusReport &r) { r.agents.clear(); });
        row("agents inactive", "noAgent", [](StatusReport &r) {
            for (AgentStatus &agent : r.agents)
                agent.status = QStringLiteral("inactive");
        });
    }
    void healthTellsWorkFromPresence()
    {
        QFETCH(QString, wanted);
        QFETCH(std::function<void(StatusReport &)>, change);
        StatusReport status = report(job(QStringLiteral("Active")));
        change(status);
        judge(status, {QStringLiteral("contoso.com")}, true, {});
        QCOMPARE(status.configurations.first().health, wanted);
        QCOMPARE(status.configurations.first().reasons.isEmpty(), wanted == QLatin1String("healthy"));
        if (wanted == QLatin1String("quarantined"))
            QVERIFY(status.configurations.first().reasons.first().contains(QStringLiteral("2026-02-01")));
    }

    void aDomainThatNoAgentServesHasNoAgent()
    {
        StatusReport status = report(job(QStringLiteral("Active")));
        judge(status, {QStringLiteral("fabrikam.com")}, true, {});
        QCOMPARE(status.configurations.first().health, QStringLiteral("noAgent"));
    }

    void anAgentIsHealthyOnlyWhereItsServiceRunsWithAnAccountThatWorks_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("accountWorks");
        QTest::addColumn<QString>("health");
        QTest::newRow("runs") << int(ServiceState::Running) << true << "healthy";
        QTest::newRow("stands") << int(ServiceState::Stopped) << true << "notRunning";
        QTest::newRow("account does not work") << int(ServiceState::Running) << false << "registered";
    }
    void anAgentIsHealthyOnlyWhereItsServiceRunsWithAnAccountThatWorks()
    {
        QFETCH(int, state);
        QFETCH(bool, accountWorks);
        QFETCH(QString, health);
        StatusReport status = report(job(QStringLiteral("Active")));
        status.services = {
            {agentServiceName(), {}, ServiceState(state), ServiceStart::Automatic, QStringLiteral("CONTOSO\\a$")}};
        judge(status, {}, accountWorks, QStringLiteral("SYNC1"));
        QCOMPARE(status.agents.first().health, health);
        QCOMPARE(status.agents.last().health, QStringLiteral("registered"));
        QCOMPARE(status.notes.isEmpty(), health == QLatin1String("healthy"));
    }

    void pointsInTimeAreReadInTwoWays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("time");
        QTest::newRow("minutes") << "90m"
                                 << "2026-01-31T10:30:00Z";
        QTest::newRow("hours") << "24h"
                               << "2026-01-30T12:00:00Z";
        QTest::newRow("days") << "7d"
                              << "2026-01-24T12:00:00Z";
        QTest::newRow("zone") << "2026-01-31T12:00:00+02:00"
                              << "2026-01-31T10:00:00Z";
        QTest::newRow("no zone") << "2026-01-31T12:00:00"
                                 << "2026-01-31T12:00:00Z";
        for (const char *wrong : {"", "0h", "5", "h", "-1d", "1w", "today", "2026-13-01T00:00:00Z"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
    }
    void pointsInTimeAreReadInTwoWays()
    {
        QFETCH(QString, text);
        QFETCH(QString, time);
        const auto point = pointInTime(text, QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
        QCOMPARE(point.has_value(), !time.isEmpty());
        if (point)
            QCOMPARE(point->toString(Qt::ISODate), time);
        else
            QCOMPARE(point.error().code, ErrorCode::CommandLineWrong);
    }

    void theReasonOfANameIsTold_data()
    {
        QTest::addColumn<QString>("inDirectory");
        QTest::addColumn<QString>("inTenant");
        QTest::addColumn<QString>("word");
        QTest::newRow("same") << "a@contoso.com"
                              << "a@contoso.com"
                              << "verified domain";
        QTest::newRow("suffix not verified") << "a@contoso.test"
                                             << "a@contoso.onmicrosoft.com"
                                             << "not a verified domain";
        QTest::newRow("taken") << "a@contoso.com"
                               << "a1234@contoso.com"
                               << "taken";
        QTest::newRow("not known") << ""
                                   << "a@contoso.com"
                                   << "";
    }
    void theReasonOfANameIsTold()
    {
        QFETCH(QString, inDirectory);
        QFETCH(QString, inTenant);
        QFETCH(QString, word);
        const QString reason =
            userPrincipalNameReason(inDirectory, inTenant, {{QStringLiteral("contoso.com"), true, false, true, {}}});
        QCOMPARE(reason.isEmpty(), word.isEmpty());
        QVERIFY2(reason.contains(word), qPrintable(reason));
    }

    // Round trip: what the tasks of the answers make is read back as answers whose tasks have nothing to do.
    void exportedAnswersHaveNothingToDo()
    {
        Lab lab;
        lab.answer([](ConfigurationAnswers &answers) {
            AttributeMappingAnswers mail;
            mail.target = QStringLiteral("mail");
            mail.remove = true;
            AttributeMappingAnswers title;
            title.target = QStringLiteral("jobTitle");
            title.kind = MappingKind::Constant;
            title.source = QStringLiteral("a \"quoted\" text");
            title.flow = MappingFlow::OnlyAtCreation;
            title.defaultValue = QStringLiteral("x");
            answers.attributeMappings = {mail, title};
        });
        QVERIFY(!carryOut(lab.tasks).error);
        lab.ports.tenant->writes.clear();
        QStringList notes;
        const FakeTenant::Configuration &held = lab.configuration();
        const ConfigurationAnswers exported =
            exportedConfiguration(domain, held.secrets, held.jobs, lab.schema(), templateSchema(), &notes);
        QCOMPARE(notes, QStringList());
        QCOMPARE(exported.passwordHashSync, std::optional(true));
        QCOMPARE(exported.exchangeHybridWriteback, std::optional(true));
        QCOMPARE(exported.deviceSync, std::optional(false));
        QCOMPARE(exported.attributeMappings.size(), 2);
        lab.answer([&](ConfigurationAnswers &answers) { answers = exported; });
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QCOMPARE(carried.applied, QStringList());
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }

    void whatAnAnswerFileCannotSayIsLeftOutAndTold()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        QJsonObject schema = lab.schema();
        QJsonArray rules = schema.value(QLatin1String("synchronizationRules")).toArray();
        QJsonObject rule = rules.at(2).toObject();
        rule.insert(QStringLiteral("groupFilter"), QJsonObject{{QStringLiteral("includedGroups"),
                                                                QJsonArray{QStringLiteral("CN=G,DC=contoso,DC=com")}}});
        QJsonObject object = rule.value(QLatin1String("objectMappings")).toArray().first().toObject();
        QJsonObject mapping = object.value(QLatin1String("attributeMappings")).toArray().at(1).toObject();
        mapping.insert(QStringLiteral("flowType"), QStringLiteral("MultiValueAddOnly"));
        replaceAt(object, QStringLiteral("attributeMappings"), 1, mapping);
        replaceAt(rule, QStringLiteral("objectMappings"), 0, object);
        replaceAt(schema, QStringLiteral("synchronizationRules"), 2, rule);
        QStringList notes;
        const FakeTenant::Configuration &held = lab.configuration();
        const ConfigurationAnswers exported =
            exportedConfiguration(domain, held.secrets, held.jobs, schema, templateSchema(), &notes);
        QVERIFY(!exported.scope); // organizational units and groups at once
        QVERIFY(exported.attributeMappings.isEmpty());
        QCOMPARE(notes.size(), 2);
    }

    void comparingAnswersIgnoresOrderAndLetterCase()
    {
        Answers first = fullAnswers();
        Answers second = first;
        ConfigurationAnswers &other = second.configurations.first();
        other.domain = QStringLiteral("CONTOSO.com");
        other.scope->distinguishedNames = {QStringLiteral("ou=sales, dc=contoso, dc=com")};
        QCOMPARE(compareAnswers(first, second).size(), 0);
        other.accidentalDeletion->threshold = 7;
        other.exchangeHybridWriteback.reset();
        const QVector<AnswerDifference> differences = compareAnswers(first, second);
        QStringList pointers;
        for (const AnswerDifference &difference : differences)
            pointers.append(difference.pointer);
        pointers.sort();
        QCOMPARE(pointers, (QStringList{QStringLiteral("/configurations/contoso.com/accidentalDeletion/threshold"),
                                        QStringLiteral("/configurations/contoso.com/exchangeHybridWriteback")}));
    }

    void copiesAreForTheOwnerAndStayInTheirFolder()
    {
        QTemporaryDir folder;
        StateCopies copies(folder.filePath(QStringLiteral("copies")));
        const QJsonObject document{{QStringLiteral("a"), 1}};
        const auto name = copies.keep(QStringLiteral("../contoso com/schema"), document);
        QVERIFY(name);
        QVERIFY(!name->contains(QLatin1Char('/')));
        const auto second = copies.keep(QStringLiteral("../contoso com/schema"), document);
        QVERIFY(second && *second != *name);
#ifndef Q_OS_WIN // there the access list of the state folder keeps others out, not the mode of each file in it
        QCOMPARE(QFileInfo(copies.path(*name)).permissions() & QFileDevice::Permissions(0x0077),
                 QFileDevice::Permissions());
#endif
        QCOMPARE(copies.read(*name).value(), document);
        QCOMPARE(copies.read(QStringLiteral("../x.json")).error().code, ErrorCode::FileUnreadable);
        StateCopies impossible(QStringLiteral("/proc/copies"));
        QCOMPARE(impossible.keep(QStringLiteral("x"), document).error().code, ErrorCode::FileUnwritable);
    }

    void aLicenceFollowsItsUsageLocation()
    {
        Lab lab;
        const auto session = lab.ports.session(fullAnswers());
        QVERIFY(giveLicence(session, QStringLiteral("u"), QStringLiteral("sku"), QStringLiteral("de"), {}));
        QCOMPARE(lab.ports.tenant->writes,
                 (QStringList{QStringLiteral("updateUser DE"), QStringLiteral("assignLicense sku")}));
        lab.ports.tenant->writes.clear();
        QCOMPARE(giveLicence(session, QStringLiteral("u"), QStringLiteral("sku"), QStringLiteral("D"), {}).error().code,
                 ErrorCode::AnswersInvalid);
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestTenantView)
#include "tst_tenant_view.moc"
