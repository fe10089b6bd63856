// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedTask.h"

#include "backend/engine/Undo.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestUndo : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<World> m_world;
    std::unique_ptr<Plan> m_plan;

    ScriptedTask *put(const QString &id, const QStringList &needs = {})
    {
        auto task = std::make_unique<ScriptedTask>(*m_world, id, needs);
        ScriptedTask *raw = task.get();
        m_plan->add(std::move(task));
        return raw;
    }
    JournalRecord record() { return *JournalRecord::read(m_journal->path()); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<World>();
        m_plan = std::make_unique<Plan>();
        m_journal = std::move(*Journal::create(m_folder->path(), {}));
    }

    void takesBackARunInReverse()
    {
        put("a");
        put("b", {"a"});
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        m_world->events.clear();
        const RunReport report = undoRun(record(), *m_plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::Done);
        QCOMPARE(m_world->events, QStringList({"rollback b", "rollback a"}));
        QVERIFY(m_world->things.isEmpty());
        QCOMPARE(record().outcome, QStringLiteral("undone"));
    }

    void aSecondUndoDoesNothing()
    {
        put("a");
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        QCOMPARE(undoRun(record(), *m_plan, *m_journal, {}).steps.size(), 1);
        m_world->events.clear();
        QVERIFY(undoRun(record(), *m_plan, *m_journal, {}).steps.isEmpty());
        QVERIFY(m_world->events.isEmpty());
    }

    void leavesAloneWhatWasThereBefore()
    {
        m_world->things.insert("a");
        put("a");
        put("b");
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        QCOMPARE(undoRun(record(), *m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        QCOMPARE(m_world->things, QSet<QString>({"a"}));
    }

    void failureLeavesTheRestToTheNextTry()
    {
        ScriptedTask *a = put("a");
        put("b", {"a"});
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        a->onRollback = [](RunContext &) -> Result<void> { return fail(ErrorCode::NetworkUnreachable); };
        const RunReport first = undoRun(record(), *m_plan, *m_journal, {});
        QCOMPARE(first.outcome, RunOutcome::FailedLeftBehind);
        QCOMPARE(m_world->things, QSet<QString>({"a"}));
        a->onRollback = {};
        const RunReport second = undoRun(record(), *m_plan, *m_journal, {});
        QCOMPARE(second.outcome, RunOutcome::Done);
        QVERIFY(m_world->things.isEmpty());
    }

    void whatHasToStayIsListed()
    {
        put("a")->onRollback = [](RunContext &context) -> Result<void> {
            context.leaveBehind("the users that were synchronised stay");
            return {};
        };
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        const RunReport report = undoRun(record(), *m_plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::FailedLeftBehind);
        QCOMPARE(report.allLeftBehind(), QStringList({"the users that were synchronised stay"}));
        QCOMPARE(report.error->code, ErrorCode::UndoIncomplete);
    }

    void aTaskThatIsNoLongerKnownIsReported()
    {
        put("a");
        QCOMPARE(execute(*m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        const RunReport report = undoRun(record(), Plan(), *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::FailedLeftBehind);
        QCOMPARE(report.allLeftBehind(), QStringList({"a"}));
    }

    void anInterruptedApplyWithoutRecordIsLookedAtNotGuessed()
    {
        put("a");
        QVERIFY(m_journal->append("applying", {{"task", "a"}}));
        // The power went before anything was made: there is nothing to report.
        QCOMPARE(undoRun(record(), *m_plan, *m_journal, {}).outcome, RunOutcome::Done);
        // It went after: whose it is cannot be told, so it stays and is named.
        QVERIFY(m_journal->append("applying", {{"task", "a"}}));
        m_world->things.insert("a");
        const RunReport report = undoRun(record(), *m_plan, *m_journal, {});
        QCOMPARE(report.outcome, RunOutcome::FailedLeftBehind);
        QVERIFY(m_world->things.contains("a"));
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
