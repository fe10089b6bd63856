// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/extension/ExtensionModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class ExtensionModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cloudSyncIsProposed()
    {
        World world;
        const auto state = world.state();
        const ExtensionModel model(*state);
        QCOMPARE(model.extension(), Extension::CloudSync);
        QVERIFY(model.isComplete());
    }

    void theChoiceIsKeptInTheAnswersBesideWhatStandsThere()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ExtensionModel model(*state);
        model.setExtension(Extension::OnPremisesApplications);
        QCOMPARE(state->answers().server->extension, Extension::OnPremisesApplications);
        QCOMPARE(state->answers().server->agentPackage, contosoAnswers().server->agentPackage);
    }
};

QTEST_GUILESS_MAIN(ExtensionModelTest)
#include "ExtensionModelTest.moc"
