// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/FinishModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

RunReport endedAs(RunOutcome outcome)
{
    RunReport report;
    report.runId = QStringLiteral("run-1");
    report.outcome = outcome;
    return report;
}

/// The three systems as they are after a set-up.
void setUp(World &world)
{
    world.machine.installed.installed = true;
    for (const QString &name : {agentServiceName(), agentUpdaterServiceName()})
        world.machine.services.insert(name, {name, name, ServiceState::Running, ServiceStart::Automatic,
                                             QStringLiteral("CONTOSO\\provAgentgMSA$")});
    world.tenant->agentList = {{QStringLiteral("1"), QStringLiteral("sync1.contoso.test"), {}, true}};
    auto &configuration = world.tenant->addConfiguration(QStringLiteral("contoso.test"));
    FakeTenant::finishCycle(world.tenant->addJob(configuration, QStringLiteral("AD2AADProvisioning")));
}

} // namespace

class FinishModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenToWorkIsVerified()
    {
        World world;
        setUp(world);
        const auto state = world.state(contosoAnswers());
        state->setRunReport(endedAs(RunOutcome::Done));
        FinishModel model(*state);
        model.enter();
        QTRY_VERIFY(model.status());
        QVERIFY(model.isVerified());
        QVERIFY(model.nextSteps().size() >= 2);
    }

    void aQuarantinedJobIsAProblem()
    {
        World world;
        setUp(world);
        FakeTenant::quarantine(*world.tenant->job(QStringLiteral("AD2AADProvisioning")),
                               QStringLiteral("EncounteredQuarantineException"));
        const auto state = world.state(contosoAnswers());
        state->setRunReport(endedAs(RunOutcome::Done));
        FinishModel model(*state);
        model.enter();
        QTRY_VERIFY(model.status());
        QVERIFY(!model.isVerified());
    }

    void aStoppedServiceIsAProblem()
    {
        World world;
        setUp(world);
        world.machine.services[agentServiceName()].state = ServiceState::Stopped;
        const auto state = world.state(contosoAnswers());
        state->setRunReport(endedAs(RunOutcome::Done));
        FinishModel model(*state);
        model.enter();
        QTRY_VERIFY(model.status());
        QVERIFY(!model.isVerified());
    }

    void nothingIsReadAfterARunThatDidNotEndWell_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::newRow("failed") << int(RunOutcome::Failed);
        QTest::newRow("failed with remains") << int(RunOutcome::FailedLeftBehind);
        QTest::newRow("cancelled") << int(RunOutcome::Cancelled);
        QTest::newRow("refused") << int(RunOutcome::Refused);
    }
    void nothingIsReadAfterARunThatDidNotEndWell()
    {
        QFETCH(int, outcome);
        World world;
        setUp(world);
        const auto state = world.state(contosoAnswers());
        RunReport report = endedAs(RunOutcome(outcome));
        report.error = Error{ErrorCode::InstallerFailed, QStringLiteral("1603"), {}, {}};
        state->setRunReport(report);
        FinishModel model(*state);
        model.enter();
        QVERIFY(!model.isReading());
        QCOMPARE(model.problem().title, errorText(*report.error).title);
        QVERIFY(!model.isVerified());
        QVERIFY(!model.headline().isEmpty());
    }

    void anUndoThatLeavesSomethingDoesNotSpeakOfTheSetUp()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        RunReport report = endedAs(RunOutcome::FailedLeftBehind);
        StepReport step;
        step.id = QStringLiteral("tenant.syncFlag");
        step.outcome = StepOutcome::LeftBehind;
        step.leftBehind = QStringList{QStringLiteral("Directory synchronisation stays switched on.")};
        report.steps = {step};
        state->setRunReport(report);
        FinishModel setUpRun(*state);
        const QString ofSetUp = setUpRun.headline();
        state->setPath(SetupPath::UndoRun);
        FinishModel undone(*state);
        QVERIFY(undone.headline() != ofSetUp);
        QCOMPARE(undone.leftBehind(), step.leftBehind);
        QVERIFY(undone.nextSteps().isEmpty());
    }

    void aRestartIsNamedFirst()
    {
        World world;
        setUp(world);
        RunReport report = endedAs(RunOutcome::Done);
        report.restart = Restart::Required;
        const auto state = world.state(contosoAnswers());
        state->setRunReport(report);
        FinishModel model(*state);
        QVERIFY(!model.nextSteps().isEmpty());
        QVERIFY(model.nextSteps().constFirst().contains(QStringLiteral("Restart")));
    }

    void aRestartIsOfferedWhereOneIsDue()
    {
        World world;
        setUp(world);
        const auto state = world.state(contosoAnswers());
        state->setRunReport(endedAs(RunOutcome::Done));
        FinishModel model(*state);
        QVERIFY(!model.canRestart());
        RunReport report = endedAs(RunOutcome::Done);
        report.restart = Restart::Required;
        state->setRunReport(report);
        QVERIFY(model.canRestart());
        model.restart();
        QTRY_COMPARE(world.machine.writes.mid(world.machine.writes.size() - 2),
                     (QStringList{QStringLiteral("resumeAfterRestart"), QStringLiteral("restartComputer")}));
        QCOMPARE(world.machine.resumeArguments, (QStringList{QStringLiteral("--state-dir"), world.backend.stateFolder()}));
        QVERIFY(!model.busyText().isEmpty());
    }

    void aRefusedRestartLeavesNothingThatStartsLater()
    {
        World world;
        setUp(world);
        world.machine.failNext.insert(QStringLiteral("restartComputer"), Error{ErrorCode::ServiceFailed, QStringLiteral("restart"), {}, {}});
        const auto state = world.state(contosoAnswers());
        RunReport report = endedAs(RunOutcome::Done);
        report.restart = Restart::Required;
        state->setRunReport(report);
        FinishModel model(*state);
        model.restart();
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(world.machine.resumeArguments.isEmpty());
        QVERIFY(model.canRestart());
    }

    void lookingOnlyNeedsNoRun()
    {
        World world;
        setUp(world);
        const auto state = world.state(contosoAnswers());
        state->setPath(SetupPath::LookOnly);
        FinishModel model(*state);
        model.enter();
        QTRY_VERIFY(model.status());
        QVERIFY(!model.facts().isEmpty());
        QVERIFY(!model.canReport());
    }
};

QTEST_GUILESS_MAIN(FinishModelTest)
#include "FinishModelTest.moc"
