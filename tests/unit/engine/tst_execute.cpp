// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedTask.h"

#include "backend/engine/Execute.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestExecute : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<World> m_world;

    ScriptedTask *put(Plan &plan, const QString &id, const QStringList &needs = {})
    {
        auto task = std::make_unique<ScriptedTask>(*m_world, id, needs);
        ScriptedTask *raw = task.get();
        plan.add(std::move(task));
        return raw;
    }

    static StepOutcome outcomeOf(const RunReport &report, const QString &id)
    {
        for (const StepReport &step : report.steps) {
            if (step.id == id)
                return step.outcome;
        }
        qFatal("no such step");
    }

    JournalRecord record() { return *JournalRecord::read(m_journal->path()); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<World>();
        m_journal = std::move(*Journal::create(m_folder->path(), {}));
    }

    void cleanup()
    {
        m_journal.reset();
        m_folder.reset();
    }

    void runsATaskAfterAllItNeeds()
    {
        Plan plan;
        put(plan, "c", {"a", "b"});
        put(plan, "a");
        put(plan, "b", {"a"});
        const RunReport report = execute(plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::Done);
        QCOMPARE(m_world->events, QStringList({"apply a", "apply b", "apply c"}));
    }

    void independentTasksRunSideBySide()
    {
        // Each waits until the other has begun: run one after the other they would never end.
        Plan plan;
        QSemaphore begun;
        for (const QString &id : {QStringLiteral("a"), QStringLiteral("b")}) {
            put(plan, id)->onApply = [&](RunContext &) -> Result<void> {
                begun.release();
                if (!begun.tryAcquire(2, 10000))
                    return fail(ErrorCode::TimedOut);
                begun.release(2);
                return {};
            };
        }
        QCOMPARE(execute(plan, *m_journal, {}).outcome, RunOutcome::Done);
        QCOMPARE(m_world->mostInApply, 2);
    }

    void neverMoreSideBySideThanAllowed()
    {
        Plan plan;
        for (int i = 0; i < 12; ++i)
            put(plan, QString::number(i));
        ExecuteOptions options;
        options.parallel = 1;
        QCOMPARE(execute(plan, *m_journal, options).outcome, RunOutcome::Done);
        QCOMPARE(m_world->mostInApply, 1);
    }

    void secondRunMakesNoSecondChange()
    {
        Plan plan;
        put(plan, "a");
        put(plan, "b", {"a"});
        QVERIFY(execute(plan, *m_journal, {}).changedAnything());
        m_world->events.clear();
        const RunReport again = execute(plan, *m_journal, {});
        QCOMPARE(outcomeOf(again, "a"), StepOutcome::AlreadyThere);
        QCOMPARE(outcomeOf(again, "b"), StepOutcome::AlreadyThere);
        QVERIFY(m_world->events.isEmpty());
    }

    void failureTakesBackInReverseWhatThisRunDid()
    {
        Plan plan;
        m_world->things.insert("there before");
        put(plan, "there before");
        put(plan, "a", {"there before"});
        put(plan, "b", {"a"});
        put(plan, "c", {"b"})->onApply = [](RunContext &) -> Result<void> { return fail(ErrorCode::TenantConflict, "c"); };
        put(plan, "d", {"c"});
        const RunReport report = execute(plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::Failed);
        QCOMPARE(report.error->code, ErrorCode::TenantConflict);
        QCOMPARE(m_world->events, QStringList({"apply a", "apply b", "apply c", "rollback b", "rollback a"}));
        QCOMPARE(m_world->things, QSet<QString>({"there before"}));
        QCOMPARE(outcomeOf(report, "a"), StepOutcome::Undone);
        QCOMPARE(outcomeOf(report, "c"), StepOutcome::Failed);
        QCOMPARE(outcomeOf(report, "d"), StepOutcome::Skipped);
        QCOMPARE(outcomeOf(report, "there before"), StepOutcome::AlreadyThere);
    }

    void aStepThatFailsMidwayIsTakenBackToo()
    {
        Plan plan;
        put(plan, "a")->afterApply = [](RunContext &) -> Result<void> { return fail(ErrorCode::TimedOut, "a"); };
        QCOMPARE(execute(plan, *m_journal, {}).outcome, RunOutcome::Failed);
        QVERIFY(m_world->things.isEmpty());
    }

    void aFailedRollbackIsReportedNotDropped()
    {
        Plan plan;
        put(plan, "a")->onRollback = [](RunContext &) -> Result<void> { return fail(ErrorCode::DirectoryRightMissing, "a"); };
        put(plan, "b", {"a"})->onApply = [](RunContext &) -> Result<void> { return fail(ErrorCode::TimedOut, "b"); };
        const RunReport report = execute(plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::FailedLeftBehind);
        QCOMPARE(outcomeOf(report, "a"), StepOutcome::LeftBehind);
        QCOMPARE(report.allLeftBehind(), QStringList({"Put a"}));
        QCOMPARE(report.error->code, ErrorCode::TimedOut);
        QCOMPARE(record().find("a")->phase, JournalTask::Phase::LeftBehind);
    }

    void aConflictStopsTheRun()
    {
        Plan plan;
        put(plan, "a")->conflict = Error{ErrorCode::KdsRootKeyMissing, "contoso.test", {}, {}};
        const RunReport report = execute(plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::Failed);
        QCOMPARE(report.error->code, ErrorCode::PlanConflict);
        QCOMPARE(report.error->causes.first().code, ErrorCode::KdsRootKeyMissing);
        QVERIFY(m_world->events.isEmpty());
    }

    void stopLetsTheRunningStepEndThenTakesBack()
    {
        Plan plan;
        std::stop_source stop;
        put(plan, "a")->onApply = [&](RunContext &) -> Result<void> {
            stop.request_stop();
            return {}; // like an installer: not to be ended midway
        };
        put(plan, "b", {"a"});
        ExecuteOptions options;
        options.stop = stop.get_token();
        const RunReport report = execute(plan, *m_journal, options);
        QCOMPARE(report.outcome, RunOutcome::Cancelled);
        QCOMPARE(m_world->events, QStringList({"apply a", "rollback a"}));
        QVERIFY(m_world->things.isEmpty());
        QCOMPARE(outcomeOf(report, "b"), StepOutcome::Skipped);
    }

    void aStopAfterTheLastStepIsNotACancel()
    {
        Plan plan;
        std::stop_source stop;
        put(plan, "a")->afterApply = [&](RunContext &) -> Result<void> {
            stop.request_stop();
            return {};
        };
        ExecuteOptions options;
        options.stop = stop.get_token();
        QCOMPARE(execute(plan, *m_journal, options).outcome, RunOutcome::Done);
    }

    void journalHoldsALineBeforeAndAfterEachApply()
    {
        Plan plan;
        QStringList whileApplying;
        put(plan, "a")->onApply = [&](RunContext &) -> Result<void> {
            QFile file(m_journal->path()); // read as another process would: it must be on the disk already
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::JournalUnreadable);
            const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
            for (const QByteArray &line : lines)
                whileApplying.append(QJsonDocument::fromJson(line).object().value("event").toString());
            return {};
        };
        QCOMPARE(execute(plan, *m_journal, {}).outcome, RunOutcome::Done);
        QCOMPARE(whileApplying, QStringList({"runStarted", "applying"}));
        const JournalRecord after = record();
        QCOMPARE(after.find("a")->phase, JournalTask::Phase::Applied);
        QCOMPARE(after.find("a")->effects.size(), 1);
        QCOMPARE(after.outcome, QStringLiteral("done"));
    }

    void aContinuedRunTakesBackItsEarlierWorkToo()
    {
        m_world->things.insert("a");
        JournalRecord before;
        before.runId = m_journal->runId();
        JournalTask done;
        done.id = "a";
        done.phase = JournalTask::Phase::Applied;
        done.effects = {QJsonObject{{"put", "a"}}};
        before.tasks.append(done);
        Plan plan;
        put(plan, "a");
        put(plan, "b", {"a"})->onApply = [](RunContext &) -> Result<void> { return fail(ErrorCode::TimedOut, "b"); };
        ExecuteOptions options;
        options.resumed = before;
        const RunReport report = execute(plan, *m_journal, options);
        QCOMPARE(report.outcome, RunOutcome::Failed);
        QVERIFY(m_world->things.isEmpty());
    }

    void theStrongestRestartWins()
    {
        Plan plan;
        put(plan, "a")->restart = Restart::Required;
        put(plan, "b")->restart = Restart::Initiated;
        put(plan, "c");
        QCOMPARE(execute(plan, *m_journal, {}).restart, Restart::Initiated);
    }

    void progressCountsEveryStepOnce()
    {
        Plan plan;
        put(plan, "a");
        put(plan, "b", {"a"});
        QVector<ProgressEvent> events;
        ExecuteOptions options;
        options.progress = [&](const ProgressEvent &event) { events.append(event); };
        QCOMPARE(execute(plan, *m_journal, options).outcome, RunOutcome::Done);
        QCOMPARE(events.first().kind, ProgressEvent::Kind::RunStarted);
        QCOMPARE(events.last().kind, ProgressEvent::Kind::RunEnded);
        QCOMPARE(events.last().done, 2);
        QCOMPARE(events.last().total, 2);
        QCOMPARE(std::count_if(events.begin(), events.end(), [](const auto &e) { return e.kind == ProgressEvent::Kind::StepStarted; }), 2);
    }

    void aPlanWithACircleIsRefused()
    {
        Plan plan;
        put(plan, "a", {"b"});
        put(plan, "b", {"a"});
        QCOMPARE(plan.validate().error().code, ErrorCode::Internal);
        QCOMPARE(execute(plan, *m_journal, {}).outcome, RunOutcome::Failed);
        QVERIFY(m_world->events.isEmpty());
    }

    void aNeedOutsideThePlanCountsAsMet()
    {
        Plan plan;
        put(plan, "a", {"left out by a filter"});
        QCOMPARE(execute(plan, *m_journal, {}).outcome, RunOutcome::Done);
    }

    void inspectReadsOnlyAndKeepsTheOrder()
    {
        Plan plan;
        m_world->things.insert("b");
        put(plan, "a");
        put(plan, "b", {"a"});
        RunContext context;
        const auto steps = inspect(plan, context);
        QVERIFY(steps);
        QCOMPARE(steps->at(0).state.kind, State::Kind::Missing);
        QCOMPARE(steps->at(1).state.kind, State::Kind::Satisfied);
        QVERIFY(m_world->events.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExecute)
#include "tst_execute.moc"
