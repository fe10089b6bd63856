// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/scope/ScopeModel.h"
#include "backend/setup/answers/AnswerFile.h"
#include "tests/pages/support/FakePorts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const QString sales = QStringLiteral("OU=Sales,DC=contoso,DC=test");
const QString north = QStringLiteral("OU=North,OU=Sales,DC=contoso,DC=test");
const QString finance = QStringLiteral("OU=Finance,DC=contoso,DC=test");

Answers wholeDomain()
{
    Answers answers = contosoAnswers();
    answers.configurations.first().scope = ScopeAnswers{};
    return answers;
}

QModelIndex child(const ScopeTreeModel &tree, const QModelIndex &parent, const QString &name)
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        if (const QModelIndex index = tree.index(row, 0, parent); index.data().toString() == name)
            return index;
    }
    return {};
}

} // namespace

class ScopeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeDomainIsCounted()
    {
        World world;
        const auto state = world.state(wholeDomain());
        ScopeModel model(*state);
        model.enter();
        QTRY_VERIFY(model.counts());
        QCOMPARE(model.counts()->users, 17);
        QVERIFY(model.confirm());
    }

    void unitsAreCountedWithEverythingBelow()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        model.enter();
        QTRY_VERIFY(model.counts());
        QCOMPARE(model.counts()->users, 12);
    }

    void theTreeIsReadLevelByLevel()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        ScopeTreeModel &tree = *model.tree();
        model.enter();
        QTRY_COMPARE(tree.rowCount(), 1);
        const QModelIndex root = tree.index(0, 0);
        QVERIFY(tree.hasChildren(root));
        QCOMPARE(tree.rowCount(root), 0);
        const QAbstractItemModelTester tester(
            &tree, QAbstractItemModelTester::FailureReportingMode::QtTest); // opens levels by itself
        tree.fetchMore(root);
        QTRY_VERIFY(tree.rowCount(root) > 0);
        QVERIFY(!tree.canFetchMore(root));
        const QModelIndex unit = child(tree, root, QStringLiteral("Sales"));
        QVERIFY(unit.isValid());
        QCOMPARE(unit.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(root.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        tree.fetchMore(unit);
        QTRY_COMPARE(tree.rowCount(unit), 2);
        // What lies below a chosen unit is in scope too.
        QCOMPARE(tree.index(0, 0, unit).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void checkingInTheTreeChangesTheScope()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        model.enter();
        ScopeTreeModel &tree = *model.tree();
        QTRY_COMPARE(tree.rowCount(), 1);
        tree.fetchMore(tree.index(0, 0));
        QTRY_VERIFY(child(tree, tree.index(0, 0), QStringLiteral("Finance")).isValid());
        const QModelIndex unit = child(tree, tree.index(0, 0), QStringLiteral("Finance"));
        QVERIFY(tree.setData(unit, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.scope().distinguishedNames, (QStringList{sales, finance}));
        QVERIFY(tree.setData(unit, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.scope().distinguishedNames, QStringList{sales});
    }

    void choosingAUnitAboveTakesTheOnesBelowOut()
    {
        World world;
        const auto state = world.state(wholeDomain());
        ScopeModel model(*state);
        model.setKind(ScopeKind::OrganizationalUnits);
        QVERIFY(model.add(north));
        QVERIFY(model.add(sales));
        QCOMPARE(model.scope().distinguishedNames, QStringList{sales});
        QVERIFY(model.add(north)); // in scope already
        QCOMPARE(model.scope().distinguishedNames, QStringList{sales});
        model.remove(north);
        QVERIFY(!model.problem().title.isEmpty());
        QCOMPARE(model.scope().distinguishedNames, QStringList{sales});
    }

    void entriesThatCannotBeScopeAreRefused_data()
    {
        QTest::addColumn<QString>("dn");
        QTest::newRow("no distinguished name") << QStringLiteral("Sales");
        QTest::newRow("another domain") << QStringLiteral("OU=Sales,DC=fabrikam,DC=test");
        QTest::newRow("empty") << QString();
    }
    void entriesThatCannotBeScopeAreRefused()
    {
        QFETCH(QString, dn);
        World world;
        const auto state = world.state(wholeDomain());
        ScopeModel model(*state);
        QVERIFY(!model.add(dn));
        QVERIFY(!model.problem().title.isEmpty());
        QCOMPARE(model.scope(), ScopeAnswers{});
    }

    void aUnitThatIsNotThereHoldsThePage()
    {
        World world;
        const auto state = world.state(wholeDomain());
        ScopeModel model(*state);
        model.enter();
        QVERIFY(model.add(QStringLiteral("OU=Nowhere,DC=contoso,DC=test")));
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QCOMPARE(ready.size(), 0);
    }

    void moreEntriesThanTheLimitAreRefused()
    {
        World world;
        Answers answers = contosoAnswers();
        QStringList names;
        for (int i = 0; i <= largestScope; ++i)
            names.append(QStringLiteral("OU=Unit %1,DC=contoso,DC=test").arg(i));
        answers.configurations.first().scope->distinguishedNames = names;
        const auto state = world.state(answers);
        ScopeModel model(*state);
        QVERIFY(!model.isComplete());
        model.remove(names.constFirst());
        QVERIFY(model.isComplete());
    }

    void changingTheKindAndBackLosesNothing()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        model.setKind(ScopeKind::Groups);
        QVERIFY(model.scope().distinguishedNames.isEmpty());
        QVERIFY(!model.isComplete());
        model.setKind(ScopeKind::OrganizationalUnits);
        QCOMPARE(model.scope().distinguishedNames, QStringList{sales});
    }

    void groupsAreFoundByPartOfTheirName()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        model.enter();
        model.searchGroups(QStringLiteral("pilot"));
        QTRY_COMPARE(model.foundGroups().size(), 1);
        model.setKind(ScopeKind::Groups);
        QVERIFY(model.add(model.foundGroups().constFirst().dn));
        QCOMPARE(model.scope().kind, ScopeKind::Groups);
    }

    void rowsThatArriveInPortionsStandInOrder()
    {
        ScopeTreeModel tree([](const QString &) {});
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString base = QStringLiteral("DC=contoso,DC=test");
        tree.addChildren({}, {{base, QStringLiteral("contoso.test"), QStringLiteral("domainDNS"), true}});
        tree.setComplete({});
        const QModelIndex root = tree.index(0, 0);
        const auto portion = [&](std::initializer_list<int> numbers) {
            QVector<DirectoryNode> rows;
            for (const int number : numbers)
                rows.append({QStringLiteral("OU=Unit %1,%2").arg(number, 2, 10, QLatin1Char('0')).arg(base),
                             QStringLiteral("Unit %1").arg(number, 2, 10, QLatin1Char('0')), QStringLiteral("organizationalUnit"), true});
            tree.addChildren(base, rows);
        };
        tree.fetchMore(root);
        portion({30, 2, 10});
        QCOMPARE(tree.rowCount(root), 3);
        portion({1, 11, 12, 40, 3});
        portion({});
        tree.setComplete(base);
        QStringList names;
        for (int row = 0; row < tree.rowCount(root); ++row) {
            names.append(tree.index(row, 0, root).data().toString());
            QCOMPARE(tree.index(row, 0, root).row(), row);
            QCOMPARE(tree.parent(tree.index(row, 0, root)), root);
        }
        QCOMPARE(names.join(u','), QStringLiteral("Unit 01,Unit 02,Unit 03,Unit 10,Unit 11,Unit 12,Unit 30,Unit 40"));
        portion({50}); // complete: nothing more is taken
        QCOMPARE(tree.rowCount(root), 8);
    }

    void aLevelThatFailsMidwayMayBeAskedForAgain()
    {
        ScopeTreeModel tree([](const QString &) {});
        tree.addChildren({}, {{QStringLiteral("DC=contoso,DC=test"), QStringLiteral("contoso.test"), QStringLiteral("domainDNS"), true}});
        const QModelIndex root = tree.index(0, 0);
        tree.fetchMore(root);
        tree.addChildren(QStringLiteral("DC=contoso,DC=test"), {{sales, QStringLiteral("Sales"), QStringLiteral("organizationalUnit"), true}});
        tree.setFailed(QStringLiteral("DC=contoso,DC=test"));
        QCOMPARE(tree.rowCount(root), 0);
        QVERIFY(tree.canFetchMore(root));
    }

    void notesTellWhatDoesNotComeAlong()
    {
        World world;
        Answers answers = contosoAnswers();
        const auto state = world.state(answers);
        ScopeModel model(*state);
        model.enter();
        QVERIFY(model.notes().isEmpty()); // nothing is known yet
        QTRY_VERIFY(model.counts());
        QVERIFY(model.samples().contains(QStringLiteral("for example")));
        QVERIFY(!model.notes().join(u' ').contains(QStringLiteral("Connect Sync")));
        QVERIFY(model.notes().join(u' ').contains(QStringLiteral("System objects")));
    }

    void theCountOfAnOlderChoiceIsDropped()
    {
        World world;
        world.directories.gate.close();
        const auto state = world.state(contosoAnswers());
        ScopeModel model(*state);
        model.enter();
        QTRY_VERIFY(world.directories.gate.waiting() > 0);
        model.remove(sales);
        QVERIFY(model.add(finance));
        world.directories.gate.open();
        QTRY_VERIFY(model.counts());
        QCOMPARE(model.counts()->total(), 0);
    }
};

QTEST_GUILESS_MAIN(ScopeModelTest)
#include "ScopeModelTest.moc"
