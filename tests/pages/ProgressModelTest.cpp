// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/progress/ProgressModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const ProgressModel::Step *stepWith(const ProgressModel &model, const QString &id)
{
    const auto found = std::find_if(model.steps().begin(), model.steps().end(),
                                    [&](const ProgressModel::Step &step) { return step.id == id; });
    return found == model.steps().end() ? nullptr : &*found;
}

} // namespace

class ProgressModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunTellsItsStepsAndEndsWell()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        QVERIFY(!model.isComplete());
        model.enter();
        QVERIFY(model.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY2(model.succeeded(), qPrintable(model.problem().title + QLatin1Char(' ') + model.problem().happened));
        QVERIFY(!model.steps().isEmpty());
        for (const ProgressModel::Step &step : model.steps())
            QVERIFY2(step.outcome == StepOutcome::Applied || step.outcome == StepOutcome::AlreadyThere,
                     qPrintable(step.id));
        QCOMPARE(model.done(), model.total());
        QVERIFY(state->runReport()->changedAnything());
    }

    void comingBackDoesNotRunAgain()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        model.enter();
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY(!model.mayTryAgain());
        model.enter();
        QVERIFY(!model.isRunning());
    }

    void aRunThatFailedMayBeTriedAgain()
    {
        World world;
        world.machine.installExitCode = 1603;
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        model.enter();
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY(model.mayTryAgain());
        world.machine.installExitCode = 0;
        model.enter();
        QVERIFY(model.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY2(model.succeeded(), qPrintable(model.problem().happened));
    }

    void cancelDuringInstallWaitsThenUndoes()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        // The person presses Cancel while the installer runs; the installer goes on only after that.
        world.machine.duringInstall = [&model] {
            QMetaObject::invokeMethod(&model, &ProgressModel::stop, Qt::BlockingQueuedConnection);
        };
        model.enter();
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY(!model.succeeded());
        QCOMPARE(state->runReport()->outcome, RunOutcome::Cancelled);
        QVERIFY(world.machine.writes.contains(QStringLiteral("install")));
        QVERIFY(world.machine.writes.contains(QStringLiteral("uninstallAgent")));
        QVERIFY(!world.machine.installed.installed);
    }

    void aStepThatFailsUndoesTheRun()
    {
        World world;
        world.machine.installExitCode = 1603;
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        model.enter();
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY(!model.succeeded());
        QVERIFY(!model.problem().title.isEmpty());
        QCOMPARE(stepWith(model, QStringLiteral("server.agentPackage"))->outcome, std::optional(StepOutcome::Failed));
    }

    void aRunThatIsRefusedChangesNothing()
    {
        World world;
        world.directories.failure = Error{ErrorCode::DirectoryUnreachable, QStringLiteral("contoso.test"), {}, {}};
        const auto state = world.state(contosoAnswers());
        ProgressModel model(*state);
        model.enter();
        QTRY_VERIFY_WITH_TIMEOUT(model.isComplete(), 20000);
        QVERIFY(!model.succeeded());
        QVERIFY(!model.outcomeText().isEmpty());
        QVERIFY(!state->runReport());
        QVERIFY(world.machine.writes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProgressModelTest)
#include "ProgressModelTest.moc"
