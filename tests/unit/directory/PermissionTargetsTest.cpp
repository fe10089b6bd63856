// SPDX-License-Identifier: GPL-3.0-or-later
// Where permissions go, what counts as there already, and what is surplus.
#include "backend/setup/directory/PermissionsTask.h"
#include "backend/setup/security/Sddl.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

const QString base = QStringLiteral("DC=contoso,DC=test");
const QString sales = QStringLiteral("OU=Sales,DC=contoso,DC=test");
constexpr auto user = "bf967aba-0de6-11d0-a285-00aa003049e2";

struct Lab
{
    explicit Lab(const QVector<PermissionSet> &sets, const QStringList &targets = {}, bool removeSurplus = false)
    {
        ports.directories.directories.insert(QStringLiteral("contoso.test"), directory);
        directory->put(sales, {{QStringLiteral("objectClass"), {"top", "organizationalUnit"}}});
        SecurityDescriptor descriptor;
        descriptor.setDacl(Acl{});
        directory->setDescriptor(sales, descriptor);
        DirectoryEntry &account = directory->put(
            accountDn, {{QStringLiteral("objectClass"), {"top", "user", "computer", "msDS-GroupManagedServiceAccount"}},
                        {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
        sid = Sid::fromBytes(account.value(QStringLiteral("objectSid"))).value_or(Sid());
        account.set(QStringLiteral("tokenGroups"), {group.toBytes()});
        Answers answers = directoryAnswers({QStringLiteral("SYNC1")}, sets);
        answers.serviceAccount->permissionTargets = targets;
        answers.serviceAccount->removeSurplus = removeSurplus;
        session = ports.session(answers);
        task = std::make_unique<PermissionsTask>(session, QStringLiteral("contoso.test"));
        probe.emplace(*task);
        directory->forgetWrites();
    }
    [[nodiscard]] QVector<Ace> own(const QString &dn) const
    {
        QVector<Ace> list = directory->descriptor(dn).dacl->aces;
        list.removeIf([&](const Ace &ace) { return ace.trustee != sid; });
        return list;
    }
    void plant(const QString &dn, const QString &sddl)
    {
        QString text = sddl;
        text.replace(QStringLiteral("ME"), sid.toText()).replace(QStringLiteral("GROUP"), group.toText());
        const auto ace = aceFromSddl(text);
        QVERIFY2(ace, qPrintable(text));
        SecurityDescriptor descriptor = directory->descriptor(dn);
        descriptor.dacl->aces.append(*ace);
        directory->setDescriptor(dn, descriptor);
    }
    [[nodiscard]] QVector<PermissionLine> lines() const
    {
        return permissionLines(session, QStringLiteral("contoso.test"), {}).value_or(QVector<PermissionLine>());
    }
    [[nodiscard]] int count(PermissionStanding standing) const
    {
        const QVector<PermissionLine> all = lines();
        return int(std::count_if(all.begin(), all.end(),
                                 [&](const PermissionLine &line) { return line.standing == standing; }));
    }

    const QString accountDn = QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + base;
    const Sid group = Sid(5, {21, 1000, 2000, 12, 4000});
    std::shared_ptr<FakeDirectory> directory = healthyDomain();
    TestPorts ports;
    Sid sid;
    std::shared_ptr<Session> session;
    std::unique_ptr<PermissionsTask> task;
    std::optional<TaskProbe> probe;
};

} // namespace

class PermissionTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsGetWhatCanBeGrantedThereAndTheRootTheRest()
    {
        Lab lab({PermissionSet::All}, {sales});
        QVERIFY(lab.probe->apply());
        const QVector<Ace> onUnit = lab.own(sales);
        const QVector<Ace> onRoot = lab.own(base);
        // Replication rights and Unexpire Password are known to the domain object alone (gmsa-permissions.md 3 and 5).
        QCOMPARE(onRoot.size(), 3);
        for (const Ace &ace : onRoot)
            QVERIFY(ace.mask == ds_right::controlAccess && ace.flags == 0);
        QCOMPARE(onUnit.size(), 24);
        for (const Ace &ace : onUnit)
            QVERIFY((ace.flags & ace_flag::containerInherit) != 0);
        QCOMPARE(lab.directory->writes().size(), 2); // one for each target
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
    }

    void rootAmongTheTargetsHoldsEverything()
    {
        Lab lab({PermissionSet::All}, {base});
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.own(base).size(), 27);
        QCOMPARE(lab.own(sales).size(), 0);
    }

    void unitOfAnotherDomainIsNotThisOnes()
    {
        Lab lab({PermissionSet::BasicRead}, {QStringLiteral("OU=Sales,DC=fabrikam,DC=test")});
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.own(base).size() > 10);
    }

    void unitThatIsNotThereIsAConflict()
    {
        Lab lab({PermissionSet::BasicRead}, {QStringLiteral("OU=Nowhere,") + base});
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->subject, QStringLiteral("OU=Nowhere,") + base);
    }

    void entryOfAGroupIsEnough()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        lab.plant(base, QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;GROUP)"));
        QCOMPARE(lab.count(PermissionStanding::ByGroup), 1);
        QVERIFY(lab.probe->apply());
        for (const Ace &ace : lab.own(base))
            QVERIFY(!toSddl(ace).contains(QStringLiteral("1131f6aa")));
    }

    void groupEntryThatReachesLessIsNotEnough()
    {
        Lab lab({PermissionSet::PasswordWriteBack});
        // On the root itself, not below it.
        lab.plant(base, QStringLiteral("(OA;;CR;00299570-246d-11d0-a768-00aa006e0529;;GROUP)"));
        QCOMPARE(lab.count(PermissionStanding::ByGroup), 0);
    }

    void inheritedEntryIsEnough()
    {
        Lab lab({PermissionSet::HybridExchangePermissions}, {sales});
        lab.plant(sales, QStringLiteral("(OA;CIIOID;RPWP;;%1;ME)").arg(QLatin1String(user)));
        QCOMPARE(lab.count(PermissionStanding::Inherited), 1);
        QVERIFY(lab.probe->apply());
        const QVector<Ace> own = lab.own(sales);
        QCOMPARE(std::count_if(own.begin(), own.end(), [](const Ace &ace) { return ace.isInherited(); }), 1);
        QCOMPARE(own.size(), 1 + 3 + 5); // the other three classes, and what always goes with them
    }

    void inheritedEntryForAnotherClassIsNotEnough()
    {
        Lab lab({PermissionSet::HybridExchangePermissions}, {sales});
        lab.plant(sales, QStringLiteral("(OA;CIIOID;RPWP;;bf967a86-0de6-11d0-a285-00aa003049e2;ME)"));
        QCOMPARE(lab.count(PermissionStanding::Inherited), 0);
    }

    void wantedEntryHoldsItselfAlone()
    {
        Lab lab({PermissionSet::BasicRead, PermissionSet::HybridExchangePermissions});
        lab.plant(base, QStringLiteral("(OA;CIIO;RPWP;;%1;ME)").arg(QLatin1String(user)));
        QCOMPARE(lab.count(PermissionStanding::Explicit), 1);
        QCOMPARE(lab.count(PermissionStanding::Wider), 0);
    }

    void surplusIsShownAndStaysUnlessAskedFor()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        lab.plant(base, QStringLiteral("(A;CI;GA;;;ME)"));
        QCOMPARE(lab.count(PermissionStanding::Surplus), 1);
        QVERIFY(lab.count(PermissionStanding::Wider) > 0);
        QVERIFY(lab.probe->apply());
        const QVector<PermissionLine> lines = lab.lines();
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const PermissionLine &line) {
            return line.standing == PermissionStanding::Surplus && !line.removed;
        }));
    }

    void surplusIsReplacedByWhatIsWantedAndUndoPutsItBack()
    {
        Lab lab({PermissionSet::PasswordHashSync}, {}, true);
        lab.plant(base, QStringLiteral("(A;CI;GA;;;ME)"));
        lab.plant(base, QStringLiteral("(A;CI;RP;;;S-1-5-21-9-9-9-9)"));
        const auto before = lab.directory->content();
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Missing);
        QVERIFY(std::any_of(state.changes.begin(), state.changes.end(), [](const QString &change) {
            return change.contains(QStringLiteral("loses")) && change.contains(QStringLiteral("(A;CI;GA;;;"));
        }));
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.directory->writes().size(), 1);
        QCOMPARE(lab.own(base).size(), 7); // two rights and the five that always go with them
        QCOMPARE(lab.count(PermissionStanding::Surplus), 0);
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
    }

    void undoMergesWithWhatCameLater()
    {
        Lab lab({PermissionSet::PasswordHashSync}, {}, true);
        lab.plant(base, QStringLiteral("(A;CI;GA;;;ME)"));
        QVERIFY(lab.probe->apply());
        lab.plant(base, QStringLiteral("(A;CI;RP;;;S-1-5-21-9-9-9-9)"));
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.own(base).size(), 1);
        QCOMPARE(lab.own(base).first().mask, 0x10000000u);
        const QVector<Ace> all = lab.directory->descriptor(base).dacl->aces;
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Ace &ace) {
            return ace.trustee == Sid(5, {21, 9, 9, 9, 9});
        }));
    }

    void denialAndInheritedEntryAreNotSurplus()
    {
        Lab lab({PermissionSet::PasswordHashSync}, {}, true);
        lab.plant(base, QStringLiteral("(D;CI;WP;;;ME)"));
        lab.plant(base, QStringLiteral("(A;CIID;WD;;;ME)"));
        QCOMPARE(lab.count(PermissionStanding::Surplus), 0);
    }

    void rightsMovedFromTheRootToUnitsAreTakenFromTheRoot()
    {
        Lab wide({PermissionSet::PasswordWriteBack});
        QVERIFY(wide.probe->apply());
        Answers answers = wide.session->answers();
        answers.serviceAccount->permissionTargets = QStringList{sales};
        answers.serviceAccount->removeSurplus = true;
        PermissionsTask narrow(wide.ports.session(answers), QStringLiteral("contoso.test"));
        TaskProbe probe(narrow);
        QVERIFY(probe.apply());
        QCOMPARE(wide.own(base).size(), 1); // Unexpire Password
        QCOMPARE(wide.own(sales).size(), 3 + 5);
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::PermissionTargetsTest)
#include "PermissionTargetsTest.moc"
