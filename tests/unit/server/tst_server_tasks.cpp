// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/ServerLab.h"

#include "backend/engine/Plan.h"

#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class TestServerTasks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bareServerGetsAnActiveAgent()
    {
        Lab lab;
        const Carried carried = carryOut(lab.tasks);
        QVERIFY2(!carried.error, qPrintable(carried.error ? carried.error->toLogText() : QString()));
        QCOMPARE(lab.machine.installArguments, QStringList{QStringLiteral("/quiet")});
        QCOMPARE(lab.machine.installed.tenantId, lab.ports.tenant->company.id);
        QCOMPARE(lab.machine.installed.serviceAccount, account);
        QCOMPARE(lab.machine.installed.domains, QStringList{QStringLiteral("contoso.com")});
        QCOMPARE(lab.machine.services.value(agentServiceName()).state, ServiceState::Running);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("stopService")), 1);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("startService")), 1);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("passwordWritebackOn")), 1);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("setRegistryValue")), 9);
    }

    void needsFormNoCircle()
    {
        Lab lab;
        const Plan plan(std::move(lab.tasks));
        QVERIFY(plan.validate());
    }

    void checkNeverWrites()
    {
        Lab lab;
        for (const auto &task : lab.tasks) {
            RunContext context;
            const auto state = task->check(context);
            QVERIFY2(state, qPrintable(task->id()));
            QVERIFY2(state->kind == State::Kind::Missing, qPrintable(task->id()));
            QVERIFY(!state->changes.isEmpty());
        }
        QCOMPARE(lab.machine.writes, QStringList());
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }

    void secondRunMakesNoWrite()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.machine.writes.clear();
        lab.renew();
        const Carried second = carryOut(lab.tasks);
        QVERIFY(!second.error);
        QCOMPARE(second.applied, QStringList());
        QCOMPARE(lab.machine.writes, QStringList());
    }

    void applyTwiceMakesNoSecondWrite()
    {
        Lab lab;
        for (const auto &task : lab.tasks) {
            for (int time = 0; time < 2; ++time) {
                RunContext context;
                UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
                lab.machine.writes.clear();
                QVERIFY2(task->apply(context, undo), qPrintable(task->id()));
                if (time == 1)
                    QVERIFY2(lab.machine.writes.isEmpty(), qPrintable(task->id()));
            }
        }
    }

    void undoOfAFullRunGivesTheBareServerBack()
    {
        Lab lab;
        const QMap<QString, QVariant> registry = lab.machine.registry;
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        undoAll(carried);
        QVERIFY(!carried.error);
        QVERIFY(!lab.machine.installed.installed);
        QCOMPARE(lab.machine.registry, registry);
        QCOMPARE(carried.leftBehind, QStringList());
        QCOMPARE(lab.machine.writes.count(QStringLiteral("passwordWritebackOff")), 1);
    }

    void noSecretReachesTheJournal()
    {
        Lab lab;
        const Carried carried = carryOut(lab.tasks);
        QCOMPARE(lab.machine.passwordGiven, QStringLiteral("canary-password"));
        int effects = 0;
        for (const auto &[task, data] : carried.done) {
            for (const QJsonObject &effect : data.effects) {
                ++effects;
                QVERIFY(!QJsonDocument(effect).toJson().contains("canary"));
            }
        }
        QVERIFY(effects > 10);
    }

    void anAgentThatWasThereStaysAndIsNamed()
    {
        Lab lab;
        lab.answers.passwordWriteback.reset();
        lab.answers.server->agentPackage.clear();
        lab.renew();
        lab.machine.installExitCode = 0;
        lab.machine.installed.installed = true;
        lab.machine.installed.version = QStringLiteral("1.1.2505.0");
        lab.machine.services.insert(agentServiceName(),
                                    {agentServiceName(), {}, ServiceState::Running, ServiceStart::Automatic, {}});
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QVERIFY(!carried.applied.contains(QStringLiteral("server.agentPackage")));
        undoAll(carried);
        QVERIFY(lab.machine.installed.installed);
        QCOMPARE(carried.leftBehind.size(), 3); // domain, account, registration
    }

    void agentOfAnotherTenantIsAConflict()
    {
        Lab lab;
        lab.machine.installed.installed = lab.machine.installed.registered = true;
        lab.machine.installed.tenantId = QStringLiteral("another");
        const State state = lab.look(QStringLiteral("agentRegistration"));
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->code, ErrorCode::TenantConflict);
        lab.machine.installed.tenantId = lab.ports.tenant->company.id.toUpper();
        QCOMPARE(lab.look(QStringLiteral("agentRegistration")).kind, State::Kind::Satisfied);
    }

    void accountComparesWithoutCase()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.installed.serviceAccount = QStringLiteral("contoso\\PROVAGENTGMSA$");
        QCOMPARE(lab.look(QStringLiteral("serviceAccount")).kind, State::Kind::Satisfied);
        lab.machine.installed.serviceAccount = QStringLiteral("OTHER\\provAgentgMSA$");
        QCOMPARE(lab.look(QStringLiteral("serviceAccount")).kind, State::Kind::Missing);
    }

    void shortNameThatNobodyTellsIsAConflict()
    {
        Lab lab;
        lab.answers.directories.clear();
        lab.renew();
        const State state = lab.look(QStringLiteral("serviceAccount"));
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->code, ErrorCode::AnswerMissing);
        // What the agent runs as already is enough.
        lab.machine.installed.installed = true;
        lab.machine.installed.serviceAccount = account;
        QCOMPARE(lab.look(QStringLiteral("serviceAccount")).kind, State::Kind::Satisfied);
    }

    void accountIsUsedOnceThisServerCanUseIt()
    {
        Lab lab;
        lab.machine.usableAfter = 3;
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.machine.installed.serviceAccount, account);
        QVERIFY(lab.ports.clock.waits >= 3);
    }

    void accountThatCannotBeUsedIsNotTakenOver()
    {
        Lab lab;
        lab.machine.unusable = true;
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::ServiceAccountUnusable);
        QVERIFY(!lab.machine.writes.contains(QStringLiteral("useServiceAccount")));
    }

    void preferredControllersCountInTheirOrder_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QStringList>("had");
        QTest::addColumn<State::Kind>("kind");
        const QStringList had{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QTest::newRow("none wanted") << QStringList() << had << State::Kind::Satisfied;
        QTest::newRow("same") << had << had << State::Kind::Satisfied;
        QTest::newRow("part, case") << QStringList{QStringLiteral("A"), QStringLiteral("c")} << had
                                    << State::Kind::Satisfied;
        QTest::newRow("order") << QStringList{QStringLiteral("c"), QStringLiteral("a")} << had << State::Kind::Missing;
        QTest::newRow("missing") << QStringList{QStringLiteral("d")} << had << State::Kind::Missing;
    }
    void preferredControllersCountInTheirOrder()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QStringList, had);
        QFETCH(State::Kind, kind);
        Answers answers = fullAnswers();
        answers.directories.first().preferredControllers = wanted;
        Lab lab(answers);
        lab.machine.installed.installed = true;
        lab.machine.installed.domains = QStringList{QStringLiteral("CONTOSO.com")};
        lab.machine.installed.preferredControllers = had;
        QCOMPARE(lab.look(QStringLiteral("agentDomain.contoso.com")).kind, kind);
    }

    void controllersThatTheAgentDoesNotTellAreNotGivenAnew()
    {
        Answers answers = fullAnswers();
        answers.directories.first().preferredControllers = QStringList{QStringLiteral("dc1.contoso.com")};
        Lab lab(answers);
        lab.machine.installed.installed = true;
        lab.machine.installed.domains = QStringList{QStringLiteral("contoso.com")};
        QCOMPARE(lab.look(QStringLiteral("agentDomain.contoso.com")).kind, State::Kind::Missing);
        lab.machine.installed.tellsControllers = false;
        QCOMPARE(lab.look(QStringLiteral("agentDomain.contoso.com")).kind, State::Kind::Satisfied);
    }

    void runningServiceIsRestartedOnlyAfterChanges()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.look(QStringLiteral("service")).kind, State::Kind::Satisfied);
        lab.machine.services[agentServiceName()].state = ServiceState::Stopped;
        QCOMPARE(lab.look(QStringLiteral("service")).kind, State::Kind::Missing);
        lab.machine.writes.clear();
        QVERIFY(!carryOut(lab.tasks).error);
        QCOMPARE(lab.machine.writes, QStringList{QStringLiteral("startService")});
    }

    void passwordWritebackGoesBackToWhatWasAskedBefore()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.answers.passwordWriteback = PasswordWritebackAnswers{false, false};
        lab.renew();
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        QCOMPARE(carried.applied, QStringList{QStringLiteral("server.passwordWriteback")});
        undoAll(carried);
        QCOMPARE(carried.leftBehind, QStringList());
        QCOMPARE(lab.machine.writes.last(2).first(), QStringLiteral("passwordWritebackOn"));
    }

    void passwordWritebackThatMayHaveBeenInUseStays()
    {
        Lab lab;
        lab.ports.tenant->agentList = {{QStringLiteral("2"), QStringLiteral("SYNC2.contoso.com"), {}, true}};
        Carried carried = carryOut(lab.tasks);
        QVERIFY(!carried.error);
        undoAll(carried);
        QVERIFY(!lab.machine.writes.contains(QStringLiteral("passwordWritebackOff")));
        QCOMPARE(carried.leftBehind.size(), 1);
        QVERIFY(carried.leftBehind.first().contains(QStringLiteral("assword writeback")));
    }

    void agentThatStaysInactiveFailsTheVerification()
    {
        Lab lab;
        lab.ports.clock.onWait = nullptr;
        const Carried carried = carryOut(lab.tasks);
        QVERIFY(carried.error);
        QCOMPARE(carried.error->code, ErrorCode::AgentInactive);
        QCOMPARE(carried.error->subject, QStringLiteral("sync1.contoso.com"));
    }

    void agentOfAnotherServerDoesNotCount()
    {
        Lab lab;
        QVERIFY(!carryOut(lab.tasks).error);
        lab.ports.tenant->agentList = {{QStringLiteral("2"), QStringLiteral("SYNC2.contoso.com"), {}, true},
                                       {QStringLiteral("1"), QStringLiteral("SYNC1.contoso.com"), {}, false}};
        QCOMPARE(lab.look(QStringLiteral("verification")).kind, State::Kind::Missing);
        lab.ports.tenant->agentList[1].active = true;
        QCOMPARE(lab.look(QStringLiteral("verification")).kind, State::Kind::Satisfied);
    }

    void onPremisesApplicationsNeedNoDirectory()
    {
        Answers answers = fullAnswers();
        answers.server->extension = Extension::OnPremisesApplications;
        answers.server->repair.clear();
        Lab lab(answers);
        QStringList ids;
        for (const auto &task : lab.tasks)
            ids.append(task->id());
        QCOMPARE(ids, (QStringList{QStringLiteral("server.agentPackage"), QStringLiteral("server.agentRegistration"),
                                   QStringLiteral("server.service")}));
    }

    void answersWithoutServerMakeNoTask()
    {
        Answers answers = fullAnswers();
        answers.server.reset();
        QCOMPARE(Lab(answers).tasks.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestServerTasks)
#include "tst_server_tasks.moc"
