// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/prerequisites/PrerequisitesModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

bool hasSection(const PrerequisitesModel &model, const QString &section)
{
    const auto findings = model.findings();
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding &finding) { return finding.section == section; });
}

} // namespace

class PrerequisitesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCompleteBeforeItWasLookedAt()
    {
        World world;
        const auto state = world.state();
        PrerequisitesModel model(*state);
        QVERIFY(!model.isComplete());
    }

    void theDirectoryIsLookedAtOnlyWhenTheAnswersNameOne()
    {
        World world;
        const auto bare = world.state();
        PrerequisitesModel without(*bare);
        without.enter();
        QTRY_VERIFY(!without.isRunning());
        QVERIFY(hasSection(without, QStringLiteral("server")));
        QVERIFY(!hasSection(without, QStringLiteral("directory")));

        const auto filled = world.state(contosoAnswers());
        PrerequisitesModel with(*filled);
        with.enter();
        QTRY_VERIFY(!with.isRunning());
        QVERIFY(hasSection(with, QStringLiteral("directory")));
    }

    void anErrorHoldsThePageUntilItIsAccepted()
    {
        World world;
        world.machine.host.isDomainJoined = false;
        const auto state = world.state();
        PrerequisitesModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.isRunning());
        QVERIFY(model.openErrors() > 0);
        QVERIFY(!model.isComplete());
        model.acceptErrors(true);
        QVERIFY(model.isComplete());
        model.checkAgain();
        QVERIFY(!model.errorsAccepted()); // a new list asks anew
    }

    void aRepairIsStoredUnderItsNameInTheAnswers()
    {
        World world;
        const auto state = world.state();
        PrerequisitesModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.isRunning());
        QString repairable;
        for (const Finding &finding : model.findings()) {
            if (finding.canRepair)
                repairable = finding.id;
        }
        QVERIFY2(!repairable.isEmpty(), "the bare machine has no TLS settings, which can be repaired");
        model.setRepair(repairable, true);
        QCOMPARE(state->answers().server->repair, QStringList{repairable.section(QLatin1Char('.'), -1)});
        QVERIFY(model.repairs().contains(repairable));
        model.setRepair(repairable, false);
        QVERIFY(state->answers().server->repair.isEmpty());
    }

    void aMachineThatIsNoServerLeavesTheServerOut()
    {
        World world;
        world.withoutWindows();
        const auto state = world.state();
        PrerequisitesModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.isRunning());
        QVERIFY(model.cannotBeServer());
        QVERIFY(!state->includesServer());
        QVERIFY(!model.isComplete());
        model.acceptErrors(true);
        QVERIFY(model.isComplete());
    }

    void comingBackWithTheSameAnswersDoesNotCheckAgain()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        PrerequisitesModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.isRunning());
        model.enter();
        QVERIFY(!model.isRunning());
        state->edit([](Answers &answers) { answers.cloud = QStringLiteral("usGov"); });
        model.enter();
        QVERIFY(model.isRunning());
        QTRY_VERIFY(!model.isRunning());
    }
};

QTEST_GUILESS_MAIN(PrerequisitesModelTest)
#include "PrerequisitesModelTest.moc"
