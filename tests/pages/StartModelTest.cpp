// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/start/StartModel.h"
#include "backend/engine/Journal.h"
#include "backend/setup/answers/AnswerFile.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

/// Leaves a run behind that never came to its end, and returns its id.
QString leaveUnfinishedRun(const World &world, const Answers &answers)
{
    auto journal =
        Journal::create(world.backend.journalFolder(), {{QStringLiteral("answers"), answersToJson(answers)}});
    if (!journal)
        return {};
    const auto written =
        (*journal)->append(QStringLiteral("applying"), {{QStringLiteral("task"), QStringLiteral("tenant.syncFlag")}});
    return written ? (*journal)->runId() : QString();
}

} // namespace

class StartModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshServerHasNothingToDecide()
    {
        World world;
        const auto state = world.state();
        StartModel model(*state);
        QVERIFY(model.hasSomething()); // not known yet: the page would be shown
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QVERIFY(!model.hasSomething());
        QVERIFY(model.isChosen(SetupPath::FirstServer));
        QVERIFY(!model.paths().contains(SetupPath::Repair));
        QVERIFY(!model.paths().contains(SetupPath::ContinueRun));
    }

    void anInstalledAgentOffersRepair()
    {
        World world;
        world.machine.installed.installed = true;
        world.machine.installed.version = QStringLiteral("1.1.2400.0");
        const auto state = world.state();
        StartModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QVERIFY(model.hasSomething());
        QVERIFY(model.paths().contains(SetupPath::Repair));
        model.choose(SetupPath::Repair);
        QCOMPARE(state->sections(), Section::Server | Section::Directory);
    }

    void aMachineThatIsNoServerSetsUpTheRest()
    {
        World world;
        world.withoutWindows();
        const auto state = world.state();
        StartModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QVERIFY(!state->includesServer());
        QVERIFY(!model.paths().contains(SetupPath::FurtherServer));
        QCOMPARE(state->sections(), Section::Directory | Section::Tenant);
    }

    void anUnfinishedRunIsOfferedFirstWithItsOwnAnswers()
    {
        World world;
        Answers recorded = contosoAnswers();
        recorded.configurations.first().accidentalDeletion->threshold = 77;
        const QString runId = leaveUnfinishedRun(world, recorded);
        QVERIFY(!runId.isEmpty());
        const auto state = world.state();
        StartModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(model.paths().constFirst(), SetupPath::ContinueRun);
        QVERIFY(model.isChosen(SetupPath::ContinueRun));
        QCOMPARE(state->recordedRun()->runId, runId);
        QCOMPARE(state->answers().configurations.constFirst().accidentalDeletion->threshold, 77);
    }

    void choosingAnotherPathBringsTheOwnAnswersBack()
    {
        World world;
        QVERIFY(!leaveUnfinishedRun(world, contosoAnswers()).isEmpty());
        Answers own;
        own.cloud = QStringLiteral("usGov");
        const auto state = world.state(own);
        StartModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isChosen(SetupPath::ContinueRun));
        model.choose(SetupPath::FirstServer);
        QCOMPARE(state->answers(), own);
        QVERIFY(!state->recordedRun());
    }

    void aForgottenRunIsNotOfferedAgain()
    {
        World world;
        QVERIFY(!leaveUnfinishedRun(world, contosoAnswers()).isEmpty());
        const auto state = world.state();
        StartModel model(*state);
        model.enter();
        QTRY_VERIFY(model.facts() && model.facts()->unfinished);
        model.forgetUnfinished();
        QTRY_VERIFY(model.facts() && !model.facts()->unfinished);
        QVERIFY(!model.paths().contains(SetupPath::ContinueRun));
        QVERIFY(model.isChosen(SetupPath::FirstServer));
    }
};

QTEST_GUILESS_MAIN(StartModelTest)
#include "StartModelTest.moc"
