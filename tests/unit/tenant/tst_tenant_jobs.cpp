// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tenant/TenantLab.h"

#include "backend/setup/tenant/SchemaDocument.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class TestTenantJobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSchemaChangedMeanwhileIsMergedAgain()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        FakeTenant::Configuration &existing = tenant.addConfiguration(domain);
        tenant.addJob(existing, QStringLiteral("AD2AADProvisioning"));
        QCOMPARE(lab.kind(QStringLiteral("schema")), State::Kind::Missing);
        // Between check and apply somebody adds a member.
        lab.schema().insert(QStringLiteral("theirs"), QStringLiteral("kept"));
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(lab.task(QStringLiteral("schema"))->apply(context, undo));
        QCOMPARE(lab.schema().value(QLatin1String("theirs")).toString(), QStringLiteral("kept"));
        QCOMPARE(mappingsTo(lab.schema(), QStringLiteral("user"), QStringLiteral("CredentialData")).size(), 1);
        QCOMPARE(tenant.writes, QStringList{QStringLiteral("replaceSchema")});
    }

    void aSchemaThatNeverRestsIsGivenUp()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        tenant.addJob(tenant.addConfiguration(domain), QStringLiteral("AD2AADProvisioning"));
        int change = 0;
        tenant.afterRead = [&](const QString &what) {
            if (what == QLatin1String("schema"))
                lab.schema().insert(QStringLiteral("theirs"), ++change);
        };
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        const auto applied = lab.task(QStringLiteral("schema"))->apply(context, undo);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::TenantChangedMeanwhile);
        QCOMPARE(tenant.writes, QStringList());
        QCOMPARE(undo.effects().size(), 0);
    }

    void mappingsAreExaminedBeforeTheyAreWritten_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<MappingKind>("kind");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("target unknown") << "noSuchTarget" << MappingKind::Constant << "x"
                                        << "noSuchTarget" << ErrorCode::TenantConflict;
        QTest::newRow("source unknown") << "jobTitle" << MappingKind::Direct << "noSuchSource"
                                        << "noSuchSource" << ErrorCode::TenantConflict;
        QTest::newRow("source in expression unknown")
            << "jobTitle" << MappingKind::Expression << "ToUpper([noSuchSource])"
            << "noSuchSource" << ErrorCode::TenantConflict;
        QTest::newRow("expression broken") << "jobTitle" << MappingKind::Expression << "ToUpper([mail]"
                                           << "jobTitle" << ErrorCode::ExpressionInvalid;
    }
    void mappingsAreExaminedBeforeTheyAreWritten()
    {
        QFETCH(QString, target);
        QFETCH(MappingKind, kind);
        QFETCH(QString, source);
        QFETCH(QString, subject);
        QFETCH(ErrorCode, code);
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        tenant.addJob(tenant.addConfiguration(domain), QStringLiteral("AD2AADProvisioning"));
        lab.answer([&](ConfigurationAnswers &answers) {
            AttributeMappingAnswers mapping;
            mapping.target = target;
            mapping.kind = kind;
            mapping.source = source;
            answers.attributeMappings = {mapping};
        });
        RunContext context;
        const auto state = lab.task(QStringLiteral("schema"))->check(context);
        QVERIFY(state);
        QCOMPARE(state->kind, State::Kind::Conflict);
        QCOMPARE(state->why->code, code);
        QCOMPARE(state->why->subject, subject);
        QCOMPARE(tenant.writes, QStringList());
    }

    void anAttributeTheAgentDiscoversIsTakenOver()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        tenant.addJob(tenant.addConfiguration(domain), QStringLiteral("AD2AADProvisioning"));
        const QJsonObject hireDate{{QStringLiteral("name"), QStringLiteral("msDS-cloudExtensionAttribute1")},
                                   {QStringLiteral("type"), QStringLiteral("String")}};
        tenant.discovered = withAttributes({QStringLiteral("msDS-cloudExtensionAttribute1")});
        lab.answer([](ConfigurationAnswers &answers) {
            AttributeMappingAnswers mapping;
            mapping.target = QStringLiteral("employeeHireDate");
            mapping.source = QStringLiteral("msDS-cloudExtensionAttribute1");
            answers.attributeMappings = {mapping};
            answers.exchangeHybridWriteback.reset();
        });
        const QJsonObject before = lab.schema();
        QCOMPARE(lab.kind(QStringLiteral("schema")), State::Kind::Missing);
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        const QJsonObject described = objectDefinition(
            directoryDefinition(lab.schema(), QStringLiteral("Active Directory")), QStringLiteral("user"));
        QCOMPARE(attributeDefinition(described, QStringLiteral("msDS-cloudExtensionAttribute1")), hireDate);
        QCOMPARE(tenant.asked.count(QStringLiteral("discover")), 1);
        undoAll(carried);
        QCOMPARE(lab.schema(), before);
    }

    void anExpressionIsParsedOnceAndStoredAsTheServiceReadIt()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        lab.answer([](ConfigurationAnswers &answers) {
            AttributeMappingAnswers mapping;
            mapping.target = QStringLiteral("displayName");
            mapping.kind = MappingKind::Expression;
            mapping.source = QStringLiteral("Join(\" \", [givenName], [sn])");
            answers.attributeMappings = {mapping};
        });
        QVERIFY(!carryOut(lab.tasks).error);
        const QJsonObject stored =
            mappingsTo(lab.schema(), QStringLiteral("user"), QStringLiteral("displayName")).first().toObject();
        QCOMPARE(stored.value(QLatin1String("source")).toObject().value(QLatin1String("name")).toString(),
                 QStringLiteral("Parsed"));
        QCOMPARE(tenant.asked.count(QStringLiteral("parseExpression")), 1);
        lab.renew();
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(tenant.asked.count(QStringLiteral("parseExpression")), 1);
    }

    void exchangeWritebackIsMadeOnlyWhereTheAgentFindsItsAttributes()
    {
        Lab lab;
        FakeTenant &tenant = *lab.ports.tenant;
        tenant.addJob(tenant.addConfiguration(domain), QStringLiteral("AD2AADProvisioning"));
        tenant.discovered = withAttributes({QStringLiteral("mailNickName")});
        RunContext context;
        const auto state = lab.task(QStringLiteral("job.AAD2ADExchangeHybridWriteback"))->check(context);
        QVERIFY(state);
        QCOMPARE(state->kind, State::Kind::Conflict);
        QCOMPARE(state->why->code, ErrorCode::TenantConflict);
        QVERIFY(!carryOut(lab.tasks).applied.contains(
            QStringLiteral("tenant.contoso.com.job.AAD2ADExchangeHybridWriteback")));
        QVERIFY(!tenant.job(QStringLiteral("AAD2ADExchangeHybridWriteback")));
    }

    void exchangeWritebackWaitsForAnAgentThatCanBeAsked()
    {
        Lab lab;
        lab.ports.tenant->discovered = QJsonObject(); // discovery fails: no agent is online
        QCOMPARE(lab.kind(QStringLiteral("job.AAD2ADExchangeHybridWriteback")), State::Kind::Missing);
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::TenantUnavailable);
        QVERIFY(!lab.ports.tenant->job(QStringLiteral("AAD2ADExchangeHybridWriteback")));
    }

    void deviceSynchronisationHasAJobOfItsOwn()
    {
        Lab lab;
        lab.answer([](ConfigurationAnswers &answers) { answers.deviceSync = true; });
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.ports.tenant->job(QStringLiteral("AD2AADDeviceSync"))->scheduleState, QStringLiteral("Active"));
        lab.answer([](ConfigurationAnswers &answers) { answers.deviceSync = false; });
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.ports.tenant->job(QStringLiteral("AD2AADDeviceSync"))->scheduleState, QStringLiteral("Paused"));
    }

    void disabledConfigurationIsPausedAndStartedAgainOnUndo()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.answer([](ConfigurationAnswers &answers) { answers.enable = false; });
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QCOMPARE(carried.applied, QStringList{QStringLiteral("tenant.contoso.com.start")});
        for (const SyncJob &job : std::as_const(lab.configuration().jobs))
            QCOMPARE(job.scheduleState, QStringLiteral("Paused"));
        undoAll(carried);
        for (const SyncJob &job : std::as_const(lab.configuration().jobs))
            QCOMPARE(job.scheduleState, QStringLiteral("Active"));
    }

    void passwordHashSyncSwitchedOffRestsItsJobOnly()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.answer([](ConfigurationAnswers &answers) { answers.passwordHashSync = false; });
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.ports.tenant->job(QStringLiteral("AD2AADPasswordHash"))->scheduleState, QStringLiteral("Paused"));
        QCOMPARE(lab.ports.tenant->job(QStringLiteral("AD2AADProvisioning"))->scheduleState, QStringLiteral("Active"));
    }

    void silentAnswersTouchNeitherSchemaNorJobs()
    {
        Answers answers = fullAnswers();
        ConfigurationAnswers silent;
        silent.domain = domain;
        answers.configurations = {silent};
        Lab lab(answers);
        QVERIFY(!lab.task(QStringLiteral("schema")));
        QVERIFY(!lab.task(QStringLiteral("start")));
        QVERIFY(!lab.task(QStringLiteral("verification")));
        QVERIFY(!lab.task(QStringLiteral("job.AD2AADPasswordHash")));
    }

    void withoutAnAgentTheStartedJobIsAllThatCanBeVerified()
    {
        Lab lab;
        lab.ports.tenant->agentList.clear();
        QCOMPARE(lab.kind(QStringLiteral("verification")), State::Kind::Missing);
        QVERIFY(!carryOut(lab.tasks).error);
        QVERIFY(lab.ports.tenant->job(QStringLiteral("AD2AADProvisioning"))->raw.isEmpty());
        QCOMPARE(lab.kind(QStringLiteral("verification")), State::Kind::Satisfied);
    }

    void aJobThatStaysInQuarantineFailsTheVerification()
    {
        Lab lab;
        lab.ports.clock.onWait = [&] {
            if (SyncJob *job = lab.ports.tenant->job(QStringLiteral("AD2AADProvisioning")))
                FakeTenant::quarantine(*job, QStringLiteral("TooManyDeletes"));
        };
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::JobQuarantined);
        QVERIFY(carried.error->detail.contains(QStringLiteral("TooManyDeletes")));
    }

    void aLongFirstCycleEndsTheWaitAndNotTheRun()
    {
        Lab lab;
        lab.ports.clock.onWait = nullptr;
        const QDateTime begin = lab.ports.clock.time;
        QVERIFY(!carryOut(lab.tasks).error);
        QVERIFY(begin.secsTo(lab.ports.clock.time) >= 600);
        QVERIFY(begin.secsTo(lab.ports.clock.time) < 700);
        QCOMPARE(lab.kind(QStringLiteral("verification")), State::Kind::Missing);
    }

    void stopEndsTheWaitForTheFirstCycle()
    {
        Lab lab;
        std::stop_source source;
        lab.ports.clock.onWait = [&] { source.request_stop(); };
        const Carried carried = carryOut(lab.tasks, source.get_token());
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTenantJobs)
#include "tst_tenant_jobs.moc"
