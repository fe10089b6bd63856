// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/RestrictedPermissionsTask.h"
#include "backend/setup/security/Sddl.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

namespace cloudsync::tests {

namespace {

const QString dn = QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test");

struct Lab
{
    Lab()
    {
        ports.directories.directories.insert(QStringLiteral("contoso.test"), directory);
        directory->put(dn,
                       {{QStringLiteral("objectClass"), {"top", "user", "computer", "msDS-GroupManagedServiceAccount"}},
                        {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
        const SddlContext context{directory->domainSid(), {}};
        // Explicit entries of the class, one of SELF, and inherited ones.
        directory->setDescriptor(
            dn, *securityDescriptorFromSddl(
                    QStringLiteral("O:DAG:DAD:AI(OD;;CR;00299570-246d-11d0-a768-00aa006e0529;;WD)(A;;GA;;;AO)"
                                   "(OA;;SW;f3a64788-5306-11d1-a9c5-0000f80367c1;;PS)"
                                   "(OA;;RP;e362ed86-b728-0842-b27d-2dea7a9df218;;WD)"
                                   "(A;CIID;LC;;;RU)(OA;CIIOID;RP;;bf967aba-0de6-11d0-a285-00aa003049e2;RU)"),
                    context));
        task = std::make_unique<RestrictedPermissionsTask>(ports.session(directoryAnswers()));
        probe.emplace(*task);
    }

    std::shared_ptr<FakeDirectory> directory = healthyDomain();
    TestPorts ports;
    std::unique_ptr<RestrictedPermissionsTask> task;
    std::optional<TaskProbe> probe;
};

} // namespace

class RestrictedPermissionsTaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listBecomesExactlyTheDocumentedOne()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        const SecurityDescriptor now = lab.directory->descriptor(dn);
        QVERIFY(now.isDaclProtected());
        QStringList entries;
        for (const Ace &ace : now.dacl->aces)
            entries.append(toSddl(ace, {lab.directory->domainSid(), {}}));
        const QString full = QStringLiteral("CCDCLCSWRPWPDTLOCRSDRCWDWO");
        const QString read = QStringLiteral("LCRPLORC");
        const QStringList expected{QStringLiteral("(OA;;SW;f3a64788-5306-11d1-a9c5-0000f80367c1;;PS)"),
                                   QStringLiteral("(A;;%1;;;SY)").arg(full),
                                   QStringLiteral("(A;;%1;;;EA)").arg(full),
                                   QStringLiteral("(A;;%1;;;DA)").arg(full),
                                   QStringLiteral("(A;;%1;;;BA)").arg(full),
                                   QStringLiteral("(A;;%1;;;ED)").arg(read),
                                   QStringLiteral("(A;;%1;;;AU)").arg(read)};
        QCOMPARE(entries, expected);
    }

    void secondRunFindsNothingToDo()
    {
        Lab lab;
        QCOMPARE(lab.probe->check().kind, State::Kind::Missing);
        QVERIFY(lab.directory->writes().isEmpty());
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
        lab.directory->forgetWrites();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void orderOfEntriesIsNoDifference()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        SecurityDescriptor descriptor = lab.directory->descriptor(dn);
        std::reverse(descriptor.dacl->aces.begin(), descriptor.dacl->aces.end());
        lab.directory->setDescriptor(dn, descriptor);
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
    }

    void undoPutsTheListBack()
    {
        Lab lab;
        const auto before = lab.directory->content();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
        QVERIFY(lab.probe->undo());
        QVERIFY(lab.probe->leftBehind().isEmpty());
    }

    void undoLeavesALaterChangeAndSaysSo()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        SecurityDescriptor descriptor = lab.directory->descriptor(dn);
        descriptor.dacl->aces.append(Ace::allow(Sid(5, {21, 7, 7, 7, 7}), ds_right::readProperty));
        lab.directory->setDescriptor(dn, descriptor);
        const auto before = lab.directory->content();
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
        QCOMPARE(lab.probe->leftBehind().size(), 1);
    }

    void identityThatWouldShutItselfOutIsAConflict()
    {
        Lab lab;
        lab.directory->find(QString())->set(QStringLiteral("tokenGroups"), {Sid(5, {21, 1, 1, 1, 4711}).toBytes()});
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->code, ErrorCode::DirectoryRightMissing);
        const auto applied = lab.probe->apply();
        QVERIFY(!applied);
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void enterpriseAdminsOfTheRootDomainAreNamedInAChildDomain()
    {
        Lab lab;
        RootDse &dse = lab.directory->rootDse();
        dse.rootDomainNamingContext = QStringLiteral("DC=test");
        const Sid root(5, {21, 4, 4, 4});
        lab.directory->put(QStringLiteral("CN=test,CN=System,DC=contoso,DC=test"),
                           {{QStringLiteral("objectClass"), {"trustedDomain"}},
                            {QStringLiteral("trustPartner"), {"test"}},
                            {QStringLiteral("securityIdentifier"), {root.toBytes()}}});
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.directory->descriptor(dn).dacl->aces.contains(Ace::allow(root.child(519), ds_right::fullControl)));
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::RestrictedPermissionsTaskTest)
#include "RestrictedPermissionsTaskTest.moc"
