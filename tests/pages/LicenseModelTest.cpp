// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/license/LicenseModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class LicenseModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothTermsMustBeAccepted()
    {
        World world;
        const auto state = world.state();
        LicenseModel model(*state);
        QVERIFY(!model.isComplete());
        model.acceptProgram(true);
        QVERIFY(!model.isComplete());
        QVERIFY(!state->answers().licenseAccepted);
        model.acceptAgentTerms(true);
        QVERIFY(model.confirm());
        QVERIFY(state->answers().licenseAccepted);
    }

    void takingBackOneTakesTheAnswerBack()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        LicenseModel model(*state);
        QVERIFY(model.isComplete());
        model.acceptProgram(false);
        QVERIFY(!state->answers().licenseAccepted);
        QVERIFY(model.agentTermsAccepted());
    }

    void theTextIsTheWholeLicence()
    {
        const QString text = LicenseModel::licenseText();
        QVERIFY(text.contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
        QVERIFY(text.contains(QStringLiteral("Version 3, 29 June 2007")));
    }
};

QTEST_GUILESS_MAIN(LicenseModelTest)
#include "LicenseModelTest.moc"
