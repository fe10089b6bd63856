// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/mappings/MappingsModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class MappingsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressionsAreLookedAtBeforeTheServiceDoes_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("good");
        QTest::newRow("attribute") << QStringLiteral("[mail]") << true;
        QTest::newRow("nested calls") << QStringLiteral("Join(\" \", [givenName], ToUpper([sn]))") << true;
        QTest::newRow("bracket within quotes") << QStringLiteral("Append([cn], \" (x\")") << true;
        QTest::newRow("escaped quote") << QStringLiteral("Append([cn], \"\\\"\")") << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("open parenthesis") << QStringLiteral("ToLower([mail]") << false;
        QTest::newRow("closed too often") << QStringLiteral("ToLower([mail]))") << false;
        QTest::newRow("open bracket") << QStringLiteral("ToLower([mail)") << false;
        QTest::newRow("open quote") << QStringLiteral("Append([cn], \"x)") << false;
        QTest::newRow("bracket closed only") << QStringLiteral("mail]") << false;
    }
    void expressionsAreLookedAtBeforeTheServiceDoes()
    {
        QFETCH(QString, expression);
        QFETCH(bool, good);
        QCOMPARE(MappingsModel::expressionProblem(expression).isEmpty(), good);
    }

    void theHintNamesTheCharacterWhileTyping()
    {
        AttributeMappingAnswers mapping;
        mapping.kind = MappingKind::Expression;
        QVERIFY(MappingsModel::hintFor(mapping).text.isEmpty()); // nothing typed yet
        mapping.source = QStringLiteral("Append([sn] [cn])");
        const MappingsModel::Hint wrong = MappingsModel::hintFor(mapping);
        QVERIFY2(wrong.text.contains(QStringLiteral("13")), qPrintable(wrong.text));
        QCOMPARE(wrong.position, 12);
        QVERIFY(wrong.isWrong);
        mapping.source = QStringLiteral("Frobnicate([sn])");
        QVERIFY(!MappingsModel::hintFor(mapping).isWrong); // only the tenant can tell
        mapping.kind = MappingKind::Constant;
        QVERIFY(MappingsModel::hintFor(mapping).text.isEmpty());
    }

    void anExpressionIsTriedInTheTenantWithoutWriting()
    {
        World world;
        auto &configuration = world.tenant->addConfiguration(QStringLiteral("contoso.test"));
        world.tenant->addJob(configuration, QStringLiteral("AD2AADProvisioning"));
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        MappingsModel model(*state);
        QVERIFY(!model.canTry());
        model.enter();
        QTRY_VERIFY(model.canTry());
        AttributeMappingAnswers mapping;
        mapping.target = QStringLiteral("jobTitle");
        mapping.kind = MappingKind::Expression;
        mapping.source = QStringLiteral("ToUpper([title])");
        model.tryOut(mapping, {});
        QTRY_VERIFY(!model.trial().isEmpty());
        QCOMPARE(world.tenant->asked, QStringList{QStringLiteral("parseExpression")});
        QVERIFY(world.tenant->writes.isEmpty());
        mapping.source = QStringLiteral("ToUpper([title]");
        model.tryOut(mapping, {}); // what is certainly wrong is not sent
        QVERIFY(!model.problem().title.isEmpty());
        QCOMPARE(world.tenant->asked.size(), 1);
    }

    void mappingsWithoutAValueAreRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("target");
        QTest::newRow("no target") << int(MappingKind::Constant) << QString();
        QTest::newRow("no attribute") << int(MappingKind::Direct) << QStringLiteral("jobTitle");
        QTest::newRow("no text") << int(MappingKind::Constant) << QStringLiteral("jobTitle");
        QTest::newRow("no expression") << int(MappingKind::Expression) << QStringLiteral("jobTitle");
    }
    void mappingsWithoutAValueAreRefused()
    {
        QFETCH(int, kind);
        QFETCH(QString, target);
        World world;
        const auto state = world.state(contosoAnswers());
        MappingsModel model(*state);
        AttributeMappingAnswers mapping;
        mapping.kind = MappingKind(kind);
        mapping.target = target;
        QVERIFY(!model.put(mapping));
        QVERIFY(!model.problem().title.isEmpty());
        QVERIFY(model.mappings().isEmpty());
    }

    void theSameTargetIsChangedNotDoubled()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        MappingsModel model(*state);
        AttributeMappingAnswers mapping;
        mapping.target = QStringLiteral("jobTitle");
        mapping.source = QStringLiteral("title");
        QVERIFY(model.put(mapping));
        mapping.target = QStringLiteral("JobTitle");
        mapping.source = QStringLiteral("description");
        QVERIFY(model.put(mapping));
        QCOMPARE(model.mappings().size(), 1);
        QCOMPARE(model.mappings().constFirst().source, QStringLiteral("description"));
        mapping.object = QStringLiteral("contact");
        QVERIFY(model.put(mapping));
        QCOMPARE(model.mappings().size(), 2);
    }

    void presetsMapTheDatesThatActiveDirectoryLacks()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        MappingsModel model(*state);
        model.addHireDate();
        model.addLeaveDate();
        model.addHireDate();
        QCOMPARE(model.mappings().size(), 2);
        QCOMPARE(model.mappings().at(0).target, QStringLiteral("employeeHireDate"));
        QCOMPARE(model.mappings().at(1).target, QStringLiteral("employeeLeaveDateTime"));
        QVERIFY(model.isComplete());
        model.removeAt(0);
        QCOMPARE(model.mappings().size(), 1);
    }

    void takingAMappingOutNeedsNoValue()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        MappingsModel model(*state);
        AttributeMappingAnswers mapping;
        mapping.target = QStringLiteral("jobTitle");
        mapping.remove = true;
        QVERIFY(model.put(mapping));
        QVERIFY(model.isComplete());
    }

    void theMappingsOfTheTenantAreShownWhereThereAreSome()
    {
        World world;
        auto &configuration = world.tenant->addConfiguration(QStringLiteral("contoso.test"));
        world.tenant->addJob(configuration, QStringLiteral("AD2AADProvisioning"));
        const auto state = world.state(contosoAnswers());
        state->setTenant(TenantSummary{});
        MappingsModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.defaults().isEmpty());
        QVERIFY(world.tenant->writes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MappingsModelTest)
#include "MappingsModelTest.moc"
