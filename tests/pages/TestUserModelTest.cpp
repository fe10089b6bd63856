// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/TestUserModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

void answerOnDemand(World &world)
{
    auto &configuration = world.tenant->addConfiguration(QStringLiteral("contoso.test"));
    world.tenant->addJob(configuration, QStringLiteral("AD2AADProvisioning"));
    world.tenant->onDemand.key = {{QStringLiteral("result"), QStringLiteral("Success")}};
    world.tenant->onDemand.value = {
        {QStringLiteral("action"), QStringLiteral("create")},
        {QStringLiteral("provisioningSteps"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("EntryExport")},
                                {QStringLiteral("type"), QStringLiteral("Export")},
                                {QStringLiteral("status"), QStringLiteral("success")},
                                {QStringLiteral("description"), QStringLiteral("It was created.")}}}},
        {QStringLiteral("targetIdentity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("user-1")}}}};
    world.tenant->userList = {QJsonObject{{QStringLiteral("id"), QStringLiteral("user-1")},
                                          {QStringLiteral("userPrincipalName"), QStringLiteral("eve@contoso.com")}}};
    world.tenant->skus = {{QStringLiteral("SPE_E3"), {}, 10, 4, QStringLiteral("sku-1")},
                          {QStringLiteral("FULL"), {}, 4, 4, QStringLiteral("sku-2")}};
}

} // namespace

class TestUserModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATenantThereIsNothingToTry()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        TestUserModel model(*state);
        QVERIFY(!model.isPossible());
        state->setTenant(TenantSummary{});
        QVERIFY(model.isPossible());
    }

    void aUserIsProvisionedAndGivenALicence()
    {
        World world;
        answerOnDemand(world);
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        TestUserModel model(*state);
        model.enter();
        // The domain itself stands in for a user: the fake directory holds it.
        model.provision(QStringLiteral("DC=contoso,DC=test"));
        QTRY_VERIFY(model.report() || !model.problem().title.isEmpty());
        QVERIFY2(model.report(), qPrintable(model.problem().happened));
        QVERIFY(model.outcome().contains(QStringLiteral("eve@contoso.com")));
        QVERIFY(model.steps().first().contains(QStringLiteral("It was created.")));
        QVERIFY(!model.signInAdvice().isEmpty());
        QCOMPARE(model.licences().size(), 1); // of the other product nothing is left
        QVERIFY(model.canLicence());
        model.giveLicence(QStringLiteral("sku-1"), QStringLiteral("??"));
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(world.tenant->writes.isEmpty());
        model.giveLicence(QStringLiteral("sku-1"), QStringLiteral("de"));
        QTRY_VERIFY(model.isLicensed());
        QCOMPARE(world.tenant->writes,
                 (QStringList{QStringLiteral("updateUser DE"), QStringLiteral("assignLicense sku-1")}));
        QVERIFY(!model.canLicence());
    }

    void aRefusalIsToldInTheServicesWords()
    {
        World world;
        answerOnDemand(world);
        world.tenant->onDemand.key = {
            {QStringLiteral("result"), QStringLiteral("Failure")},
            {QStringLiteral("details"),
             QJsonObject{{QStringLiteral("errorCode"), QStringLiteral("TimeOut")},
                         {QStringLiteral("errorMessage"), QStringLiteral("No answer came.")}}}};
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        TestUserModel model(*state);
        model.provision(QStringLiteral("DC=contoso,DC=test"));
        QTRY_VERIFY(model.report());
        QVERIFY(model.outcome().contains(QStringLiteral("No answer came.")));
    }
};

QTEST_GUILESS_MAIN(TestUserModelTest)
#include "TestUserModelTest.moc"
