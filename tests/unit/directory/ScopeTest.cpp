// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"
#include "tests/unit/directory/FakeDirectory.h"

#include <QTest>

namespace cloudsync::tests {

namespace {

const QString base = QStringLiteral("DC=contoso,DC=test");

std::shared_ptr<FakeDirectory> company()
{
    auto directory = healthyDomain();
    const auto put = [&](const QString &rdn, QByteArrayList classes, const QMap<QString, QByteArrayList> &more = {}) {
        QMap<QString, QByteArrayList> attributes = more;
        attributes.insert(QStringLiteral("objectClass"), std::move(classes));
        directory->put(rdn + u',' + base, attributes);
    };
    const QByteArrayList user{"top", "person", "organizationalPerson", "user"};
    put(QStringLiteral("OU=Germany,OU=Sales"), {"top", "organizationalUnit"});
    put(QStringLiteral("CN=Anna,OU=Sales"), user,
        {{QStringLiteral("memberOf"), {QByteArray("CN=Sync Servers,OU=Sales,") + base.toUtf8()}}});
    put(QStringLiteral("CN=Bert,OU=Germany,OU=Sales"), user,
        {{QStringLiteral("memberOf"), {QByteArray("CN=Sync Servers,OU=Sales,") + base.toUtf8()}}});
    put(QStringLiteral("CN=Inge,OU=Germany,OU=Sales"), user + QByteArrayList{"inetOrgPerson"});
    put(QStringLiteral("CN=Carl,OU=Germany,OU=Sales"), {"top", "person", "contact"});
    put(QStringLiteral("CN=Anna\\0ACNF:5d2e,OU=Sales"), user);
    put(QStringLiteral("CN=WKS1,OU=Sales"), user + QByteArrayList{"computer"});
    put(QStringLiteral("CN=Administrator,CN=Users"), user, {{QStringLiteral("isCriticalSystemObject"), {"TRUE"}}});
    return directory;
}

QVector<qint64> numbers(const Result<ScopeCounts> &counts)
{
    return counts ? QVector<qint64>{counts->users, counts->inetOrgPersons, counts->groups, counts->contacts}
                  : QVector<qint64>{};
}

} // namespace

class ScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<ScopeKind>("kind");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QVector<qint64>>("expected");
        const QString sales = QStringLiteral("OU=Sales,") + base;
        const QString germany = QStringLiteral("OU=Germany,OU=Sales,") + base;
        QTest::newRow("whole domain") << ScopeKind::All << QStringList() << QVector<qint64>{2, 1, 1, 1};
        QTest::newRow("one unit") << ScopeKind::OrganizationalUnits << QStringList{germany}
                                  << QVector<qint64>{1, 1, 0, 1};
        QTest::newRow("a unit below another counts once")
            << ScopeKind::OrganizationalUnits << QStringList{germany, sales} << QVector<qint64>{2, 1, 1, 1};
        QTest::newRow("a unit named twice counts once")
            << ScopeKind::OrganizationalUnits << QStringList{sales, sales.toLower()} << QVector<qint64>{2, 1, 1, 1};
        QTest::newRow("container of built-in accounts")
            << ScopeKind::OrganizationalUnits << QStringList{QStringLiteral("CN=Users,") + base}
            << QVector<qint64>{0, 0, 0, 0};
        QTest::newRow("group with its members")
            << ScopeKind::Groups << QStringList{QStringLiteral("CN=Sync Servers,OU=Sales,") + base}
            << QVector<qint64>{2, 0, 1, 0};
    }

    void counts()
    {
        QFETCH(ScopeKind, kind);
        QFETCH(QStringList, names);
        QFETCH(QVector<qint64>, expected);
        QCOMPARE(numbers(countScope(*company(), {kind, names}, {})), expected);
    }

    void countsTellOfAnchorsNestedGroupsAndNames()
    {
        const auto directory = company();
        const QString pilot = QStringLiteral("CN=Sync Servers,OU=Sales,") + base;
        directory->find(QStringLiteral("CN=Anna,OU=Sales,") + base)->set(QStringLiteral("mS-DS-ConsistencyGuid"), {QByteArray(16, 'x')});
        directory->find(QStringLiteral("CN=Bert,OU=Germany,OU=Sales,") + base)->set(QStringLiteral("displayName"), {"Bert Olsen"});
        directory->put(QStringLiteral("CN=Inner,OU=Sales,") + base,
                       {{QStringLiteral("objectClass"), {"top", "group"}}, {QStringLiteral("memberOf"), {pilot.toUtf8()}}});
        const auto counts = countScope(*directory, {ScopeKind::Groups, {pilot}}, {});
        QVERIFY(counts);
        QCOMPARE(counts->groups, 2);
        QCOMPARE(counts->nestedGroups, 1);
        QCOMPARE(counts->largestGroup, 3);
        QCOMPARE(counts->withAnchor, 1);
        QVERIFY(counts->samples.contains(QStringLiteral("Bert Olsen")) && counts->samples.contains(QStringLiteral("Anna")));
    }

    void rowsOfATreeComeInPortions()
    {
        const auto directory = company();
        for (int i = 0; i < 120; ++i)
            directory->put(QStringLiteral("OU=Unit %1,OU=Sales,%2").arg(i).arg(base), {{QStringLiteral("objectClass"), {"top", "organizationalUnit"}}});
        QVector<qsizetype> portions;
        const auto done = forEachChildContainer(
            *directory, QStringLiteral("OU=Sales,") + base,
            [&](QVector<DirectoryNode> &&rows) {
                portions.append(rows.size());
                return true;
            },
            {});
        QVERIFY(done);
        QCOMPARE(portions, (QVector<qsizetype>{50, 71})); // Germany is one of them
        int calls = 0;
        QVERIFY(forEachChildContainer(*directory, QStringLiteral("OU=Sales,") + base, [&](QVector<DirectoryNode> &&) { return ++calls > 1; }, {}));
        QCOMPARE(calls, 1); // ended early
    }

    void missingObjectIsNamed()
    {
        const QString gone = QStringLiteral("OU=Gone,") + base;
        for (const ScopeKind kind : {ScopeKind::OrganizationalUnits, ScopeKind::Groups}) {
            const auto counts = countScope(*company(), {kind, {gone}}, {});
            QVERIFY(!counts);
            QCOMPARE(counts.error().code, ErrorCode::ScopeObjectMissing);
            QCOMPARE(counts.error().subject, gone);
        }
        // also where a wider unit covers it
        const auto covered = countScope(*company(), {ScopeKind::OrganizationalUnits, {base, gone}}, {});
        QVERIFY(!covered);
        QCOMPARE(covered.error().subject, gone);
    }

    void treeBeginsAtTheDomainAndHidesSystemContainers()
    {
        const auto directory = company();
        directory->find(QStringLiteral("CN=System,") + base)->set(QStringLiteral("showInAdvancedViewOnly"), {"TRUE"});
        const auto root = childContainers(*directory, {}, {});
        QVERIFY(root);
        QCOMPARE(root->size(), 1);
        QCOMPARE(root->first().dn, base);
        QCOMPARE(root->first().name, QStringLiteral("contoso.test"));
        QCOMPARE(root->first().objectClass, QStringLiteral("domainDNS"));
        const auto children = childContainers(*directory, base, {});
        QVERIFY(children);
        QStringList names;
        for (const DirectoryNode &node : *children)
            names.append(node.name);
        const QStringList expected{QStringLiteral("Computers"), QStringLiteral("Managed Service Accounts"),
                                   QStringLiteral("Sales"), QStringLiteral("Users")};
        QCOMPARE(names, expected);
        QCOMPARE(children->at(2).objectClass, QStringLiteral("organizationalUnit"));
    }

    void groupsAreFoundByPartOfTheirNameAndLimited()
    {
        const auto directory = company();
        const auto some = findGroups(*directory, QStringLiteral("sync"), 10, {});
        QVERIFY(some);
        QCOMPARE(some->size(), 1);
        QCOMPARE(some->first().objectClass, QStringLiteral("group"));
        QVERIFY(!some->first().hasChildren);
        const auto hostile = findGroups(*directory, QStringLiteral("*)(objectClass=*"), 10, {});
        QVERIFY(hostile);
        QVERIFY(hostile->isEmpty());
        for (int i = 0; i < 5; ++i)
            directory->put(QStringLiteral("CN=G%1,%2").arg(i).arg(base),
                           {{QStringLiteral("objectClass"), {"top", "group"}}});
        QCOMPARE(findGroups(*directory, {}, 3, {})->size(), 3);
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ScopeTest)
#include "ScopeTest.moc"
