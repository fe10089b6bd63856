// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/review/ReviewModel.h"
#include "backend/setup/answers/AnswerFile.h"
#include "tests/pages/support/FakePorts.h"

#include <QFile>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class ReviewModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanListsWhatWouldChangeAndChangesNothing()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ReviewModel model(*state);
        model.enter();
        QVERIFY(!model.isComplete());
        QTRY_VERIFY2(model.isComplete(), qPrintable(model.problem().happened));
        QVERIFY(model.changeCount() > 0);
        QVERIFY(model.applyText().contains(QString::number(model.changeCount())));
        QCOMPARE(world.domain->writes().size(), 0);
        QVERIFY(world.machine.writes.isEmpty());
        QVERIFY(world.tenant->writes.isEmpty());
        QStringList sections;
        for (const ReviewModel::Step &step : model.steps()) {
            if (!sections.contains(step.section))
                sections.append(step.section);
        }
        QCOMPARE(sections.size(), 3);
    }

    void aConflictHoldsThePageAndSaysWhy()
    {
        World world;
        world.machine.package.signer = QStringLiteral("Contoso Ltd");
        const auto state = world.state(contosoAnswers());
        ReviewModel model(*state);
        model.enter();
        QTRY_COMPARE(model.count(ReviewModel::State::Conflict), 1);
        QVERIFY(!model.isComplete());
        for (const ReviewModel::Step &step : model.steps()) {
            if (step.state == ReviewModel::State::Conflict)
                QVERIFY(!step.conflict.happened.isEmpty());
        }
    }

    void aSystemThatCannotBeReachedIsToldAsAProblem()
    {
        World world;
        world.directories.failure = Error{ErrorCode::DirectoryUnreachable, QStringLiteral("contoso.test"), {}, {}};
        const auto state = world.state(contosoAnswers());
        ReviewModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(!model.isComplete());
    }

    void onlyTheSectionsOfThePathArePlanned()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setPath(SetupPath::FurtherServer);
        ReviewModel model(*state);
        model.enter();
        QTRY_VERIFY2(model.isComplete(), qPrintable(model.problem().happened));
        for (const ReviewModel::Step &step : model.steps())
            QVERIFY(step.section != ReviewModel::tr("Microsoft Entra ID"));
    }

    void savedAnswersAreReadBackWithoutASecret()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setDirectoryPassword(QStringLiteral("contoso.test"),
                                    Secret::fromString(QStringLiteral("canary-password")));
        ReviewModel model(*state);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("answers.json"));
        QVERIFY(model.saveAnswers(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains("canary-password"));
        const auto back = answersFromJson(text, {});
        QVERIFY(back.has_value());
        QCOMPARE(back->configurations, state->answers().configurations);
    }

    void answersThatCannotBeWrittenAreSaid()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ReviewModel model(*state);
        QVERIFY(!model.saveAnswers(QStringLiteral("/nowhere/at/all/answers.json")));
        QVERIFY(!model.problem().title.isEmpty());
    }

    void anUndoListsWhatTheRunMadeNewestFirst()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        JournalRecord record;
        record.runId = QStringLiteral("run-1");
        for (const char *id : {"tenant.syncFlag", "tenant.contoso.test.configuration"}) {
            JournalTask task;
            task.id = QString::fromLatin1(id);
            task.phase = JournalTask::Phase::Applied;
            task.effects.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}});
            record.tasks.append(task);
        }
        state->setRecordedRun(record);
        state->setPath(SetupPath::UndoRun);
        ReviewModel model(*state);
        model.enter();
        QVERIFY(model.isComplete());
        QCOMPARE(model.count(ReviewModel::State::ToUndo), 2);
        QCOMPARE(model.steps().constFirst().title, QStringLiteral("tenant.contoso.test.configuration"));
    }
};

QTEST_GUILESS_MAIN(ReviewModelTest)
#include "ReviewModelTest.moc"
