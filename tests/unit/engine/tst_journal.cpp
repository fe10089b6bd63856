// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Journal.h"
#include "backend/engine/JournalRecord.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;
    QString folder() const { return m_root.path() + u'/' + QString::fromLatin1(QTest::currentTestFunction()); }

private Q_SLOTS:
#ifndef Q_OS_WIN // there the access list of the state folder keeps others out, not the mode of each file in it
    void isReadableByItsOwnerOnly()
    {
        auto journal = Journal::create(folder(), {});
        QVERIFY(journal);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo((*journal)->path()).permissions() & others));
        QVERIFY(!(QFileInfo(folder()).permissions() & others));
    }
#endif

    void aSecondRunAtTheSameTimeIsRefused()
    {
        auto first = Journal::create(folder(), {});
        QVERIFY(first);
        const auto second = Journal::create(folder(), {});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::RunInProgress);
        first->reset();
        QVERIFY(Journal::create(folder(), {}));
    }

    void headerComesBack()
    {
        auto journal = Journal::create(folder(), {{"answers", QJsonObject{{"version", 1}}}});
        const auto record = JournalRecord::read((*journal)->path());
        QVERIFY(record);
        QCOMPARE(record->header.value("answers").toObject().value("version").toInt(), 1);
        QVERIFY(record->unfinished());
    }

    void aTornLastLineIsIgnored()
    {
        auto journal = Journal::create(folder(), {});
        QVERIFY((*journal)->append("applying", {{"task", "a"}}));
        const QString path = (*journal)->path();
        const QString run = (*journal)->runId();
        journal->reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"event\":\"effect\",\"task\":\"a\",\"da");
        file.close();
        auto record = JournalRecord::read(path);
        QVERIFY(record);
        QCOMPARE(record->find("a")->phase, JournalTask::Phase::Applying);
        QVERIFY(record->find("a")->hasEffects());

        auto again = Journal::open(folder(), run);
        QVERIFY(again);
        QVERIFY((*again)->append("runContinued"));
        QVERIFY((*again)->append("applied", {{"task", "a"}}));
        record = JournalRecord::read(path);
        QVERIFY(record);
        QCOMPARE(record->find("a")->phase, JournalTask::Phase::Applied);
    }

    void aBrokenLineInTheMiddleIsAnError()
    {
        auto journal = Journal::create(folder(), {});
        const QString path = (*journal)->path();
        journal->reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("not JSON\n{\"event\":\"applied\",\"task\":\"a\"}\n{\"event\":\"runEnded\"}\n");
        file.close();
        const auto record = JournalRecord::read(path);
        QVERIFY(!record);
        QCOMPARE(record.error().code, ErrorCode::JournalUnreadable);
        QVERIFY(record.error().detail.contains("line 2"));
    }

    void aRunIdIsNoPath()
    {
        QVERIFY(Journal::create(folder(), {}));
        QCOMPARE(Journal::open(folder(), "../other").error().code, ErrorCode::RunNotFound);
        QCOMPARE(Journal::open(folder(), "nothing").error().code, ErrorCode::RunNotFound);
    }

    void undoneTasksHaveNothingLeftToTakeBack()
    {
        auto journal = Journal::create(folder(), {});
        QVERIFY((*journal)->append("applying", {{"task", "a"}}));
        QVERIFY((*journal)->append("effect", {{"task", "a"}, {"data", QJsonObject{{"x", 1}}}}));
        QVERIFY((*journal)->append("applied", {{"task", "a"}}));
        QVERIFY(JournalRecord::read((*journal)->path())->find("a")->hasEffects());
        QVERIFY((*journal)->append("undone", {{"task", "a"}}));
        QVERIFY(!JournalRecord::read((*journal)->path())->find("a")->hasEffects());
    }

    void listIsNewestFirstAndEmptyWithoutAFolder()
    {
        QVERIFY(JournalRecord::list(folder())->isEmpty());
        QStringList ids;
        for (int i = 0; i < 2; ++i) {
            auto journal = Journal::create(folder(), {});
            QVERIFY(journal);
            ids.prepend((*journal)->runId());
        }
        const auto records = JournalRecord::list(folder());
        QCOMPARE(records->size(), 2);
        QVERIFY(records->at(0).started >= records->at(1).started);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
