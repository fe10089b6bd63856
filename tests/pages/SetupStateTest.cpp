// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/support/FakePorts.h"
#include "wizard-pages/state/Request.h"

#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class SetupStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editingToTheSameTellsNobody()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        QSignalSpy changed(state.get(), &SetupState::answersChanged);
        state->edit([](Answers &answers) { answers.licenseAccepted = true; });
        QCOMPARE(changed.size(), 0);
        state->edit([](Answers &answers) { answers.cloud = QStringLiteral("usGov"); });
        QCOMPARE(changed.size(), 1);
    }

    void anotherTenantForgetsWhatWasLearnedOfTheFirst()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        state->edit([](Answers &answers) { answers.signIn->tenant = QStringLiteral("fabrikam.onmicrosoft.com"); });
        QVERIFY(!state->tenant());
    }

    void aPasswordTypedAnewIsANewReference()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setDirectoryPassword(QStringLiteral("contoso.test"), Secret::fromString(QStringLiteral("first")));
        const SecretReference first = state->answers().directory(QStringLiteral("contoso.test"))->credential.password;
        state->setDirectoryPassword(QStringLiteral("CONTOSO.test"), Secret::fromString(QStringLiteral("second")));
        const SecretReference second = state->answers().directory(QStringLiteral("contoso.test"))->credential.password;
        QVERIFY(first != second);
        QVERIFY(!world.typed->holds(first.value));
        QVERIFY(*world.typed->resolve(second.value) == Secret::fromString(QStringLiteral("second")));
    }

    void clearingATypedPasswordBringsTheGivenReferenceBack()
    {
        World world;
        const Answers given = contosoAnswers();
        const auto state = world.state(given);
        state->setDirectoryPassword(QStringLiteral("contoso.test"), Secret::fromString(QStringLiteral("typed")));
        state->setDirectoryPassword(QStringLiteral("contoso.test"), {});
        QCOMPARE(state->answers(), given);
    }

    void aTypedPasswordIsFoundByAccount()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setDirectoryPassword(QStringLiteral("contoso.test"), Secret::fromString(QStringLiteral("typed")));
        QVERIFY(*world.typed->resolve(QStringLiteral("contoso\\administrator")) ==
                Secret::fromString(QStringLiteral("typed")));
    }

    void theSessionHasTheNewestAnswers()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->edit([](Answers &answers) { answers.cloud = QStringLiteral("china"); });
        QCOMPARE(state->session()->answers().cloud, QStringLiteral("china"));
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        QObject context;
        Request request(&context);
        Gate gate;
        gate.close();
        QStringList answers;
        const auto ask = [&](const QString &text) {
            request.start([&gate, text](const std::stop_token &stop) { return gate.pass(stop) ? text : QString(); },
                          [&answers](const QString &answer) { answers.append(answer); });
        };
        ask(QStringLiteral("older"));
        QTRY_COMPARE(gate.waiting(), 1);
        ask(QStringLiteral("newer"));
        gate.open();
        QTRY_VERIFY(!request.isRunning());
        QCOMPARE(answers, QStringList{QStringLiteral("newer")});
    }

    void cancelledWorkIsAskedToStopAndNotHeard()
    {
        QObject context;
        Request request(&context);
        Gate gate;
        gate.close();
        bool heard = false;
        request.start([&gate](const std::stop_token &stop) { return gate.pass(stop); },
                      [&heard](bool) { heard = true; });
        QTRY_COMPARE(gate.waiting(), 1);
        request.cancel();
        QTRY_COMPARE(gate.waiting(), 0); // it saw the stop although the gate stayed closed
        QCoreApplication::sendPostedEvents();
        QVERIFY(!heard);
        QVERIFY(!request.isRunning());
    }
};

QTEST_GUILESS_MAIN(SetupStateTest)
#include "SetupStateTest.moc"
