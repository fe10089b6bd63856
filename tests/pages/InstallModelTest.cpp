// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/install/InstallModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class InstallModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrustedPackageMayBeUsed()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        InstallModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(model.package()->version, world.machine.package.version);
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(model.confirm());
    }

    void packagesThatAreNotTrusted_data()
    {
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("signer");
        QTest::newRow("signature broken") << false << QStringLiteral("Microsoft Corporation");
        QTest::newRow("signed by somebody else") << true << QStringLiteral("Contoso Ltd");
        QTest::newRow("not signed") << false << QString();
    }
    void packagesThatAreNotTrusted()
    {
        QFETCH(bool, valid);
        QFETCH(QString, signer);
        World world;
        world.machine.package.signatureValid = valid;
        world.machine.package.signer = signer;
        const auto state = world.state(contosoAnswers());
        InstallModel model(*state);
        model.enter();
        QTRY_VERIFY(model.package());
        QVERIFY(!model.packageTrusted());
        QVERIFY(!model.isComplete());
    }

    void aMissingPackageIsExplained()
    {
        World world;
        const auto state = world.state();
        InstallModel model(*state);
        model.enter();
        model.setPackagePath(QStringLiteral("C:/nowhere.exe"));
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(!model.isComplete());
    }

    void theAnswerForAnOlderPathIsDropped()
    {
        World world;
        world.machineGate.close();
        const auto state = world.state();
        InstallModel model(*state);
        model.setPackagePath(QStringLiteral("C:/typo.exe"));
        QTRY_COMPARE(world.machineGate.waiting(), 1);
        model.setPackagePath(world.machine.package.path);
        world.machineGate.open();
        QTRY_VERIFY(model.package());
        QCOMPARE(model.package()->path, world.machine.package.path);
        QVERIFY(model.problem().title.isEmpty());
    }

    void anInstalledAgentNeedsNoPackage()
    {
        World world;
        world.machine.installed.installed = true;
        const auto state = world.state();
        InstallModel model(*state);
        QVERIFY(!model.isComplete());
        model.enter();
        QTRY_VERIFY(model.isComplete());
    }

    void anotherInstallationHoldsThePage()
    {
        World world;
        world.machine.busy = true;
        const auto state = world.state(contosoAnswers());
        InstallModel model(*state);
        model.enter();
        QTRY_VERIFY(model.isComplete());
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(!model.confirm());
    }
};

QTEST_GUILESS_MAIN(InstallModelTest)
#include "InstallModelTest.moc"
