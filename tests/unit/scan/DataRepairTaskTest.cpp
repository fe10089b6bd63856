// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DataRepairTask.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

class DataRepairTaskTest : public QObject
{
    Q_OBJECT

private:
    const QString m_ada = QStringLiteral("CN=Ada,DC=contoso,DC=test");
    const QString m_bob = QStringLiteral("CN=Bob,DC=contoso,DC=test");

    struct World
    {
        std::shared_ptr<FakeDirectory> directory = std::make_shared<FakeDirectory>(QStringLiteral("contoso.test"));
        FakeConnector connector;
        NoTenants tenants;
        NoSignIn signIn;
        NoMachine machine;
        FixedClock clock;
        FixedSecrets secrets;
        NoPrompt prompt;
        Log log;
        std::shared_ptr<Session> session;
    };

    std::unique_ptr<World> world(const QVector<DataRepairAnswers> &repairs)
    {
        auto made = std::make_unique<World>();
        made->directory->put(m_ada, {{QStringLiteral("objectClass"), {"user"}},
                                     {QStringLiteral("proxyAddresses"), {"SMTP:ada@contoso.com", "smtp:a b@contoso.com"}}});
        made->directory->put(m_bob, {{QStringLiteral("objectClass"), {"user"}}});
        made->connector.directories.insert(QStringLiteral("contoso.test"), made->directory);
        Answers answers = directoryAnswers();
        answers.repairs = repairs;
        made->session = std::make_shared<Session>(
            Ports{made->connector, made->tenants, made->signIn, made->machine, made->clock, made->secrets, made->prompt, made->log}, answers);
        return made;
    }
    QVector<DataRepairAnswers> two() const
    {
        const QString domain = QStringLiteral("contoso.test");
        return {{domain, m_ada, QStringLiteral("proxyAddresses"), QStringLiteral("smtp:a b@contoso.com"), QStringLiteral("smtp:ab@contoso.com")},
                {domain, m_bob, QStringLiteral("displayName"), {}, QStringLiteral("Bob")}};
    }

private Q_SLOTS:
    void valuesAreExchangedAndPutBack()
    {
        const auto w = world(two());
        const auto before = w->directory->content();
        auto tasks = dataRepairTasks(w->session);
        QCOMPARE(int(tasks.size()), 1);
        TaskProbe probe(*tasks.front());
        const State state = probe.check();
        QCOMPARE(state.kind, State::Kind::Missing);
        QCOMPARE(state.changes.size(), 2);
        QVERIFY(state.changes.first().contains(QStringLiteral("smtp:a b@contoso.com")) && state.changes.first().contains(QStringLiteral("smtp:ab@contoso.com")));
        QVERIFY(probe.apply());
        QByteArrayList now = w->directory->find(m_ada)->values(QStringLiteral("proxyAddresses"));
        std::sort(now.begin(), now.end());
        QCOMPARE(now, (QByteArrayList{"SMTP:ada@contoso.com", "smtp:ab@contoso.com"}));
        QCOMPARE(w->directory->find(m_bob)->text(QStringLiteral("displayName")), QStringLiteral("Bob"));
        QCOMPARE(probe.check().kind, State::Kind::Satisfied);
        const auto writes = w->directory->writes().size();
        QVERIFY(probe.apply()); // a second time changes nothing
        QCOMPARE(w->directory->writes().size(), writes);
        QVERIFY(probe.undo());
        QVERIFY(probe.leftBehind().isEmpty());
        now = w->directory->find(m_ada)->values(QStringLiteral("proxyAddresses"));
        std::sort(now.begin(), now.end());
        QCOMPARE(now, (QByteArrayList{"SMTP:ada@contoso.com", "smtp:a b@contoso.com"}));
        QVERIFY(w->directory->find(m_bob)->values(QStringLiteral("displayName")).isEmpty());
        QVERIFY(probe.undo()); // safe to run twice
        QCOMPARE(w->directory->content().size(), before.size());
    }

    void valueThatChangedSinceTheScanIsAConflict()
    {
        const auto w = world(two());
        w->directory->find(m_ada)->set(QStringLiteral("proxyAddresses"), {"SMTP:ada@contoso.com"});
        auto tasks = dataRepairTasks(w->session);
        TaskProbe probe(*tasks.front());
        QCOMPARE(probe.check().kind, State::Kind::Conflict);
    }

    void undoLeavesWhatSomebodyChangedSince()
    {
        const auto w = world(two());
        auto tasks = dataRepairTasks(w->session);
        TaskProbe probe(*tasks.front());
        QVERIFY(probe.apply());
        w->directory->find(m_bob)->set(QStringLiteral("displayName"), {"Robert"});
        QVERIFY(probe.undo());
        QCOMPARE(probe.leftBehind().size(), 1);
        QCOMPARE(w->directory->find(m_bob)->text(QStringLiteral("displayName")), QStringLiteral("Robert"));
        QVERIFY(w->directory->find(m_ada)->values(QStringLiteral("proxyAddresses")).contains("smtp:a b@contoso.com"));
    }

    void interruptedRunIsTakenBackToo()
    {
        const auto w = world(two());
        auto tasks = dataRepairTasks(w->session);
        TaskProbe probe(*tasks.front());
        QVERIFY(probe.apply());
        probe.effects.removeLast(); // made, and not recorded any more
        QVERIFY(probe.undo(true));
        QVERIFY(w->directory->find(m_bob)->values(QStringLiteral("displayName")).isEmpty());
        QVERIFY(w->directory->find(m_ada)->values(QStringLiteral("proxyAddresses")).contains("smtp:a b@contoso.com"));
    }

    void onlyFindingsWithAValueCanBeRepaired()
    {
        ScanFinding finding;
        finding.value = QStringLiteral("a");
        QVERIFY(!repairOf(finding));
        finding.newValue = QStringLiteral("b");
        QVERIFY(repairOf(finding));
        finding.newValue = QStringLiteral("a");
        QVERIFY(!repairOf(finding));
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::DataRepairTaskTest)
#include "DataRepairTaskTest.moc"
