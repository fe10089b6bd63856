// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tenant/TenantLab.h"

#include "backend/engine/Plan.h"
#include "backend/setup/tenant/SchemaDocument.h"
#include "backend/setup/tenant/SecretsDocument.h"

#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class TestTenantTasks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyTenantGetsACompleteConfiguration()
    {
        Lab lab;
        const Carried carried = carryOut(lab.tasks);
        QVERIFY2(!carried.error, qPrintable(carried.error ? carried.error->toLogText() : QString()));
        FakeTenant &tenant = *lab.ports.tenant;
        QCOMPARE(tenant.company.onPremisesSyncEnabled, std::optional<bool>(true));
        QCOMPARE(tenant.all.size(), 1);
        QCOMPARE(tenant.all.first().identity.displayName, domain);
        QCOMPARE(tenant.all.first().jobs.size(), 3);
        for (const SyncJob &job : std::as_const(tenant.all.first().jobs))
            QCOMPARE(job.scheduleState, QStringLiteral("Active"));
        QVERIFY(hasScenario(tenant.all.first().secrets, QStringLiteral("AD2AADPasswordHash")));
        QCOMPARE(includedContainers(ruleOf(lab.schema(), QStringLiteral("AD2AADProvisioning"))),
                 QStringList{QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        QCOMPARE(mappingsTo(lab.schema(), QStringLiteral("user"), QStringLiteral("CredentialData")).size(), 1);
        QCOMPARE(tenant.writes,
                 (QStringList{QStringLiteral("setOnPremisesSyncEnabled"), QStringLiteral("createConfiguration"),
                              QStringLiteral("replaceSecrets"), QStringLiteral("createJob"),
                              QStringLiteral("createJob"), QStringLiteral("createJob"), QStringLiteral("replaceSchema"),
                              QStringLiteral("startJob"), QStringLiteral("startJob"), QStringLiteral("startJob")}));
    }

    void needsAreInThePlanAndFormNoCircle()
    {
        Lab lab;
        Plan plan(std::move(lab.tasks));
        QVERIFY(plan.validate());
        QStringList known;
        for (const auto &task : plan.tasks()) {
            const QStringList needs = task->needs();
            for (const QString &need : needs)
                QVERIFY2(known.contains(need) || need.startsWith(QStringLiteral("server.")) ||
                             need.startsWith(QStringLiteral("directory.")),
                         qPrintable(need));
            known.append(task->id());
        }
    }

    void checkNeverWrites()
    {
        Lab lab;
        for (const auto &task : lab.tasks)
            QCOMPARE(lab.kind(task->id() == QLatin1String("tenant.syncFlag") ? QStringLiteral("syncFlag")
                                                                             : task->id().section(QLatin1Char('.'), 3)),
                     State::Kind::Missing);
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }

    void secondRunMakesNoWrite_data()
    {
        QTest::addColumn<bool>("keepsOneAppKey");
        QTest::newRow("service keeps both keys") << false;
        QTest::newRow("service keeps the last key") << true;
    }
    void secondRunMakesNoWrite()
    {
        QFETCH(bool, keepsOneAppKey);
        Lab lab;
        lab.ports.tenant->keepsOneAppKey = keepsOneAppKey;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.ports.tenant->writes.clear();
        lab.renew();
        const Carried second = carryOut(lab.tasks);
        QVERIFY(!second.error);
        QCOMPARE(second.applied, QStringList());
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }

    void applyTwiceMakesNoSecondWrite()
    {
        Lab lab;
        for (const auto &task : lab.tasks) {
            for (int time = 0; time < 2; ++time) {
                RunContext context;
                UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
                lab.ports.tenant->writes.clear();
                QVERIFY2(task->apply(context, undo), qPrintable(task->id()));
                if (time == 1 && task->id() != QLatin1String("tenant.syncFlag"))
                    QVERIFY2(lab.ports.tenant->writes.isEmpty(), qPrintable(task->id()));
            }
        }
    }

    void undoOfAFullRunLeavesNothingButTheFlag()
    {
        Lab lab;
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        undoAll(carried);
        QVERIFY(!carried.error);
        QCOMPARE(lab.ports.tenant->all.size(), 0);
        QCOMPARE(lab.ports.tenant->removedApplications, QStringList{QStringLiteral("app-1")});
        QCOMPARE(carried.leftBehind.size(), 1);
        undoAll(carried);
        QVERIFY(!carried.error);
    }

    void adoptedConfigurationIsPutBackAsItWas()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        tenant.company.onPremisesSyncEnabled = true;
        FakeTenant::Configuration &existing = tenant.addConfiguration(QStringLiteral("CONTOSO.com"));
        existing.secrets =
            QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("SecretToken")},
                                   {QStringLiteral("value"), QStringLiteral("planted")}},
                       QJsonObject{{QStringLiteral("key"), QStringLiteral("SyncNotificationSettings")},
                                   {QStringLiteral("value"), QStringLiteral(R"({"Enabled":false,"x":1})")}}};
        SyncJob &job = tenant.addJob(existing, QStringLiteral("AD2AADProvisioning"));
        job.scheduleState = job.statusCode = QStringLiteral("Paused");
        const QJsonArray secretsBefore = existing.secrets;
        const QJsonObject schemaBefore = lab.schema();
        Carried carried = carryOut(lab.tasks);
        QVERIFY2(!carried.error, qPrintable(carried.error ? carried.error->toLogText() : QString()));
        QCOMPARE(tenant.all.size(), 1);
        QCOMPARE(tenant.all.first().jobs.size(), 3);
        QCOMPARE(secretValues(lab.configuration().secrets, QStringLiteral("SecretToken")),
                 QStringList{QStringLiteral("planted")});
        QVERIFY(lab.schema() != schemaBefore);
        undoAll(carried);
        QVERIFY(!carried.error);
        QCOMPARE(carried.leftBehind, QStringList());
        QCOMPARE(tenant.all.size(), 1);
        QCOMPARE(tenant.all.first().jobs.size(), 1);
        QCOMPARE(lab.schema(), schemaBefore);
        QCOMPARE(tenant.all.first().jobs.first().scheduleState, QStringLiteral("Paused"));
        QCOMPARE(secretValues(lab.configuration().secrets, QStringLiteral("SyncNotificationSettings")),
                 secretValues(secretsBefore, QStringLiteral("SyncNotificationSettings")));
        QCOMPARE(lab.configuration().secrets.size(), secretsBefore.size());
    }

    void journalHoldsNoForeignSecret()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(domain);
        existing.secrets = QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("SecretToken")},
                                                  {QStringLiteral("value"), QStringLiteral("canary-secret")}}};
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        int effects = 0;
        for (const auto &[task, data] : carried.done) {
            for (const QJsonObject &effect : data.effects) {
                ++effects;
                QVERIFY(!QJsonDocument(effect).toJson().contains("canary"));
            }
        }
        QVERIFY(effects > 5);
    }

    void secretsChangedAfterwardsStay()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(domain);
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        FakeTenant::Configuration &now = lab.configuration();
        now.secrets = withSecretValues(now.secrets, QStringLiteral("SyncNotificationSettings"),
                                       {QStringLiteral(R"({"Enabled":true,"Recipients":"theirs@contoso.com"})")});
        Q_UNUSED(existing)
        undoAll(carried);
        QCOMPARE(secretValues(lab.configuration().secrets, QStringLiteral("SyncNotificationSettings")).size(), 1);
        QCOMPARE(secretValues(lab.configuration().secrets, QStringLiteral("Domain")), QStringList());
        QCOMPARE(carried.leftBehind.filter(QStringLiteral("SyncNotificationSettings")).size(), 1);
    }

    void secretHiddenInAnUnknownWayIsNeverOverwritten()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(domain);
        existing.secrets = QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("SecretToken")},
                                                  {QStringLiteral("value"), QStringLiteral("*****")}}};
        RunContext context;
        const auto state = lab.task(QStringLiteral("secrets"))->check(context);
        QVERIFY(state);
        QCOMPARE(state->kind, State::Kind::Conflict);
        QVERIFY(state->why->detail.contains(QStringLiteral("SecretToken")));
    }

    void settingsThatChangeAfterTheCheckAreMergedAndItIsSaid()
    {
        Lab lab;
        lab.ports.tenant->addConfiguration(domain);
        Task *task = lab.task(QStringLiteral("secrets"));
        RunContext looking;
        QVERIFY(task->check(looking));
        const QJsonObject theirs{{QStringLiteral("key"), QStringLiteral("BaseAddress")},
                                 {QStringLiteral("value"), QStringLiteral("https://their.example")}};
        lab.configuration().secrets = QJsonArray{theirs};
        QStringList said;
        RunContext context({}, [&](const QString &message, int) { said.append(message); });
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(task->apply(context, undo));
        QVERIFY(lab.configuration().secrets.contains(theirs));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().contains(QStringLiteral("changed meanwhile")));
    }

    void maskedSecretsGoBackAsTheyCame()
    {
        Lab lab;
        const QJsonObject masked{{QStringLiteral("key"), QStringLiteral("ClientSecret")},
                                 {QStringLiteral("value"), QStringLiteral("*")}};
        lab.ports.tenant->addConfiguration(domain).secrets = QJsonArray{masked};
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QVERIFY(lab.configuration().secrets.contains(masked));
        undoAll(carried);
        QCOMPARE(lab.configuration().secrets, QJsonArray{masked});
        QVERIFY(!carried.leftBehind.join(QLatin1Char(' ')).contains(QStringLiteral("AppKey")));
    }

    void aSecretThatTheServiceDropsIsNoticed()
    {
        Lab lab;
        lab.ports.tenant->drops = QStringLiteral("SyncAll");
        lab.ports.tenant->addConfiguration(domain).secrets = QJsonArray{QJsonObject{
            {QStringLiteral("key"), QStringLiteral("SyncAll")}, {QStringLiteral("value"), QStringLiteral("true")}}};
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QVERIFY(carried.error->detail.contains(QStringLiteral("SyncAll")));
    }

    void passwordHashKeyIsNotAskedForAgainOnceTheJobIsThere_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("of the provisioning") << QStringLiteral(R"({"appKeyScenario":"AD2AADProvisioning"})");
        QTest::newRow("masked") << QStringLiteral("*");
    }
    void passwordHashKeyIsNotAskedForAgainOnceTheJobIsThere()
    {
        QFETCH(QString, key);
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(domain);
        existing.secrets = QJsonArray{
            QJsonObject{{QStringLiteral("key"), QStringLiteral("Domain")},
                        {QStringLiteral("value"), QStringLiteral(R"({"domain":"contoso.com"})")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("AppKey")}, {QStringLiteral("value"), key}},
            QJsonObject{
                {QStringLiteral("key"), QStringLiteral("SyncNotificationSettings")},
                {QStringLiteral("value"),
                 QStringLiteral(
                     R"({"Enabled":true,"Recipients":"it@contoso.com","DeleteThresholdEnabled":true,"DeleteThresholdValue":100})")}}};
        QCOMPARE(lab.kind(QStringLiteral("secrets")), State::Kind::Missing);
        lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADPasswordHash"));
        QCOMPARE(lab.kind(QStringLiteral("secrets")), State::Kind::Satisfied);
    }

    void newConfigurationIsWaitedFor()
    {
        Lab lab;
        lab.ports.tenant->newConfigurationLag = 5;
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QVERIFY(lab.ports.clock.waits >= 5);
    }

    void lostAnswerToTheCreationIsTakenBack()
    {
        Lab lab;
        lab.ports.tenant->failNext.insert(QStringLiteral("createConfigurationAnswer"),
                                          Error{ErrorCode::TimedOut, {}, {}, {}});
        Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::TimedOut);
        QCOMPARE(lab.ports.tenant->all.size(), 1);
        carried.error.reset();
        undoAll(carried);
        QVERIFY(!carried.error);
        QCOMPARE(lab.ports.tenant->all.size(), 0);
    }

    void lostAnswerToAJobIsTakenBack()
    {
        Lab lab;
        lab.ports.tenant->addConfiguration(domain);
        lab.ports.tenant->failNext.insert(QStringLiteral("createJobAnswer"), Error{ErrorCode::TimedOut, {}, {}, {}});
        Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(lab.configuration().jobs.size(), 1);
        undoAll(carried);
        QCOMPARE(lab.configuration().jobs.size(), 0);
        QCOMPARE(lab.ports.tenant->all.size(), 1);
    }

    void aConfigurationInUseIsNotRemovedOnAnIntentionAlone()
    {
        Lab lab;
        FakeTenant::Configuration &theirs = lab.ports.tenant->addConfiguration(domain);
        lab.ports.tenant->addJob(theirs, QStringLiteral("AD2AADProvisioning"));
        RunContext context;
        QVERIFY(lab.task(QStringLiteral("configuration"))
                    ->rollback(UndoData{{QJsonObject{{QStringLiteral("intention"), domain}}}, true}, context));
        QCOMPARE(lab.ports.tenant->all.size(), 1);
        QCOMPARE(context.leftBehind().size(), 1);
    }

    void twoConfigurationsOfTheNameAreAConflict()
    {
        Lab lab;
        lab.ports.tenant->addConfiguration(domain);
        lab.ports.tenant->addConfiguration(domain);
        QCOMPARE(lab.kind(QStringLiteral("configuration")), State::Kind::Conflict);
    }

    void twoJobsOfATemplateAreAConflict()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(domain);
        lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADProvisioning"));
        lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADProvisioning"));
        QCOMPARE(lab.kind(QStringLiteral("job.AD2AADProvisioning")), State::Kind::Conflict);
    }

    void theFlagCannotBeTakenBackAndSaysSo()
    {
        Lab lab;
        const Reversibility reversibility = lab.task(QStringLiteral("syncFlag"))->reversibility();
        QVERIFY(!reversibility.reversible);
        QVERIFY(!reversibility.why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTenantTasks)
#include "tst_tenant_tasks.moc"
