// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/TestUserModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QJsonDocument>
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

    void aUserIsMadeInTheScopeAndUndoTakesItBack()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        TestUserModel model(*state);
        model.enter();
        const TestUserModel::Proposal proposal = model.proposal();
        QCOMPARE(proposal.container, QStringLiteral("OU=Sales,DC=contoso,DC=test"));
        QVERIFY(proposal.note.isEmpty());
        const Answers before = state->answers();
        model.createUser(proposal.name, proposal.container);
        QTRY_VERIFY(!model.createdName().isEmpty() || !model.problem().title.isEmpty());
        QVERIFY2(!model.createdName().isEmpty(), qPrintable(model.problem().happened));
        QCOMPARE(model.found().size(), 1);
        QCOMPARE(model.newPassword().reveal().size(), 24);
        QCOMPARE(state->answers(), before); // the set-up's own answers are not touched
        QVERIFY(!state->secrets().holds(QStringLiteral("testUser")));
        {
            const std::lock_guard lock(world.mutex);
            const DirectoryEntry *user = world.domain->find(model.createdName());
            QVERIFY(user);
            QCOMPARE(user->text(QStringLiteral("userAccountControl")), QStringLiteral("512"));
        }
        const auto runs = world.backend.runs();
        QVERIFY(runs && !runs->isEmpty());
        QVERIFY(!QJsonDocument(runs->first().header).toJson().contains(model.newPassword().reveal().toByteArray()));
        const auto undone = world.backend.undo({}, {}, {});
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().toLogText()));
        const std::lock_guard lock(world.mutex);
        QVERIFY(!world.domain->find(model.createdName()));
    }

    void aNameThatCannotBeUsedIsExplained()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        TestUserModel model(*state);
        model.enter();
        model.createUser(QStringLiteral("no name"), QStringLiteral("OU=Sales,DC=contoso,DC=test"));
        QVERIFY(!model.problem().title.isEmpty());
        model.createUser(QStringLiteral("trial"), QStringLiteral("OU=Elsewhere,DC=fabrikam,DC=test"));
        QTRY_VERIFY(model.isComplete());
        QVERIFY(!model.problem().title.isEmpty());
        QVERIFY(model.createdName().isEmpty());
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
