// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/ServerLab.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

/// Registration where the agent's command cannot do it: in the agent's own window, with a person, or not at all.
class TestServerRegistration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAgentsOwnWindowIsAnnouncedAndAwaited()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.ways = {false, true};
        const QString tenant = lab.ports.tenant->company.id;
        lab.machine.inWindow = [&] {
            lab.machine.installed.registered = true;
            lab.machine.installed.tenantId = tenant;
        };
        const State state = lab.look(QStringLiteral("agentRegistration"));
        QCOMPARE(state.kind, State::Kind::Missing);
        QVERIFY(state.changes.constLast().contains(QStringLiteral("own window")));
        QStringList told;
        RunContext context({}, [&](const QString &message, int) { told.append(message); });
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        auto applied = lab.task(QStringLiteral("agentRegistration"))->apply(context, undo);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toLogText()));
        QCOMPARE(lab.machine.writes, QStringList{QStringLiteral("registerAgentInWindow")});
        QVERIFY(told.join(u' ').contains(QStringLiteral("Sign in there")));
        QCOMPARE(lab.look(QStringLiteral("agentRegistration")).kind, State::Kind::Satisfied);
    }

    void aSecondFactorOpensTheAgentsWindow()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.ways = {true, true};
        lab.machine.failNext.insert(QStringLiteral("registerAgent"), Error{ErrorCode::AgentCommandFailed, {}, QStringLiteral("AADSTS50076: multi-factor"), {}});
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        const auto closedTooEarly = lab.task(QStringLiteral("agentRegistration"))->apply(context, undo);
        QVERIFY(!closedTooEarly);
        QCOMPARE(closedTooEarly.error().code, ErrorCode::AgentCommandFailed);
        QCOMPARE(lab.machine.writes, (QStringList{QStringLiteral("registerAgent"), QStringLiteral("registerAgentInWindow")}));
    }

    void anotherFailureOfTheCommandOpensNoWindow()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.ways = {true, true};
        lab.machine.failNext.insert(QStringLiteral("registerAgent"), Error{ErrorCode::AgentCommandFailed, {}, QStringLiteral("Unable to connect"), {}});
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(!lab.task(QStringLiteral("agentRegistration"))->apply(context, undo));
        QCOMPARE(lab.machine.writes, QStringList{QStringLiteral("registerAgent")});
    }

    void anotherTenantChosenInTheWindowIsSaid()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.ways = {false, true};
        lab.machine.inWindow = [&] {
            lab.machine.installed.registered = true;
            lab.machine.installed.tenantId = QStringLiteral("another");
        };
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        const auto applied = lab.task(QStringLiteral("agentRegistration"))->apply(context, undo);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::TenantConflict);
    }

    void withoutAPersonAReleaseThatNeedsOneIsAConflict()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.ways = {false, false};
        const State state = lab.look(QStringLiteral("agentRegistration"));
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->code, ErrorCode::AgentCommandFailed);
    }
};

QTEST_GUILESS_MAIN(TestServerRegistration)
#include "tst_server_registration.moc"
