// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/configuration/ConfigurationModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class ConfigurationModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewConfigurationIsProposedForTheFirstDirectory()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.configurations.clear();
        const auto state = world.state(answers);
        ConfigurationModel model(*state);
        model.enter();
        QCOMPARE(state->answers().configurations.size(), 1);
        const ConfigurationAnswers made = state->answers().configurations.constFirst();
        QCOMPARE(made.domain, QStringLiteral("contoso.test"));
        QCOMPARE(made.passwordHashSync, std::optional(true));
        QCOMPARE(made.accidentalDeletion->threshold, 500);
        QTRY_VERIFY(model.objectsInScope());
    }

    void objectsInScopeStandBesideTheThreshold()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ConfigurationModel model(*state);
        model.enter();
        QTRY_VERIFY(model.objectsInScope());
        QCOMPARE(*model.objectsInScope(), 14); // twelve people and two groups below OU=Sales
        QVERIFY(model.warnings().isEmpty());
        model.setAccidentalDeletion({true, 14});
        QCOMPARE(model.warnings().size(), 1);
    }

    void withoutTheExchangeSchemaTheWritebackIsOff()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.configurations.first().exchangeHybridWriteback = true;
        const auto state = world.state(answers);
        ConfigurationModel model(*state);
        model.enter();
        QTRY_VERIFY(model.hasExchangeSchema().has_value());
        QCOMPARE(*model.hasExchangeSchema(), false);
        QCOMPARE(model.configuration().exchangeHybridWriteback, std::optional(false));
    }

    void withTheExchangeSchemaItCanBeSwitchedOn()
    {
        World world;
        world.domain->put(
            QStringLiteral("CN=ms-Exch-Schema-Version-Pt,") + world.domain->rootDse().schemaNamingContext,
            {{QStringLiteral("objectClass"), {"top", "attributeSchema"}}, {QStringLiteral("rangeUpper"), {"17003"}}});
        const auto state = world.state(contosoAnswers());
        ConfigurationModel model(*state);
        model.enter();
        QTRY_VERIFY(model.hasExchangeSchema().has_value());
        QCOMPARE(*model.hasExchangeSchema(), true);
    }

    void whatIsNotGoodHoldsThePage_data()
    {
        QTest::addColumn<bool>("notify");
        QTest::addColumn<QStringList>("recipients");
        QTest::addColumn<int>("threshold");
        QTest::addColumn<bool>("good");
        QTest::newRow("all good") << true << QStringList{QStringLiteral("it@contoso.com")} << 1 << true;
        QTest::newRow("nobody to notify") << true << QStringList() << 1 << false;
        QTest::newRow("no notifications at all") << false << QStringList() << 1 << true;
        QTest::newRow("no address") << true << QStringList{QStringLiteral("it")} << 1 << false;
        QTest::newRow("threshold of nothing") << false << QStringList() << 0 << false;
        QTest::newRow("negative threshold") << false << QStringList() << -1 << false;
    }
    void whatIsNotGoodHoldsThePage()
    {
        QFETCH(bool, notify);
        QFETCH(QStringList, recipients);
        QFETCH(int, threshold);
        QFETCH(bool, good);
        World world;
        const auto state = world.state(contosoAnswers());
        ConfigurationModel model(*state);
        model.setNotifications({notify, recipients});
        model.setAccidentalDeletion({true, threshold});
        QCOMPARE(model.isComplete(), good);
    }

    void switchesThatThePermissionsDoNotCarryAreWarnedAbout()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.serviceAccount->permissions = {PermissionSet::BasicRead};
        const auto state = world.state(answers);
        ConfigurationModel model(*state);
        QCOMPARE(model.warnings().size(), 1);
        model.setPasswordHashSync(false);
        QVERIFY(model.warnings().isEmpty());
    }

    void passwordWritebackNeedsALicence()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ConfigurationModel model(*state);
        TenantSummary tenant;
        state->setTenant(tenant);
        QVERIFY(!model.passwordWritebackObstacle().isEmpty());
        tenant.hasPremiumLicense = true;
        state->setTenant(tenant);
        QVERIFY(model.passwordWritebackObstacle().isEmpty());
    }

    void unlockingGoesWithTheWriteback()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ConfigurationModel model(*state);
        model.setPasswordWriteback({true, true});
        QVERIFY(state->answers().passwordWriteback->accountUnlock);
        model.setPasswordWriteback({false, true});
        QVERIFY(!state->answers().passwordWriteback->accountUnlock);
    }

    void eachDomainHasItsOwnSwitches()
    {
        World world;
        Answers answers = contosoAnswers();
        DirectoryAnswers second = answers.directories.constFirst();
        second.domain = QStringLiteral("fabrikam.test");
        answers.directories.append(second);
        const auto state = world.state(answers);
        ConfigurationModel model(*state);
        model.enter();
        model.setDomain(QStringLiteral("fabrikam.test"));
        model.setPasswordHashSync(false);
        QCOMPARE(state->answers().configuration(QStringLiteral("contoso.test"))->passwordHashSync, std::optional(true));
        QCOMPARE(state->answers().configuration(QStringLiteral("fabrikam.test"))->passwordHashSync,
                 std::optional(false));
    }
};

QTEST_GUILESS_MAIN(ConfigurationModelTest)
#include "ConfigurationModelTest.moc"
