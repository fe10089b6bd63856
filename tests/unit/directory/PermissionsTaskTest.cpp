// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionsTask.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/security/Sddl.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

namespace cloudsync::tests {

namespace {

const QString base = QStringLiteral("DC=contoso,DC=test");

struct Lab
{
    explicit Lab(const QVector<PermissionSet> &sets, bool withAccount = true)
    {
        ports.directories.directories.insert(QStringLiteral("contoso.test"), directory);
        if (withAccount)
            addAccount();
        session = ports.session(directoryAnswers({QStringLiteral("SYNC1")}, sets));
        task = std::make_unique<PermissionsTask>(session, QStringLiteral("contoso.test"));
        probe.emplace(*task);
    }
    void addAccount()
    {
        const DirectoryEntry &account = directory->put(
            QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + base,
            {{QStringLiteral("objectClass"), {"top", "user", "computer", "msDS-GroupManagedServiceAccount"}},
             {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
        sid = Sid::fromBytes(account.value(QStringLiteral("objectSid"))).value_or(Sid());
    }
    [[nodiscard]] QVector<Ace> aces() const { return directory->descriptor(base).dacl->aces; }
    /// The account's entries as SDDL without the trustee, sorted.
    [[nodiscard]] QStringList own() const
    {
        QStringList list;
        for (const Ace &ace : aces()) {
            if (ace.trustee == sid)
                list.append(toSddl(ace).replace(sid.toText(), QStringLiteral("X")));
        }
        list.sort();
        return list;
    }
    [[nodiscard]] QVector<Ace> foreign() const
    {
        QVector<Ace> list = aces();
        list.removeIf([&](const Ace &ace) { return ace.trustee == sid; });
        return list;
    }

    std::shared_ptr<FakeDirectory> directory = healthyDomain();
    TestPorts ports;
    Sid sid;
    std::shared_ptr<Session> session;
    std::unique_ptr<PermissionsTask> task;
    std::optional<TaskProbe> probe;
};

// gmsa-permissions.md 3 and 5, written out by hand.
const QStringList always{
    QStringLiteral("(OA;CIIO;WP;23773dc2-b63a-11d2-90e1-00c04fd91ab1;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;23773dc2-b63a-11d2-90e1-00c04fd91ab1;bf967a9c-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;5b47d60f-6090-40b2-9f37-2a4de88f3063;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;5b47d60f-6090-40b2-9f37-2a4de88f3063;bf967a8e-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;5b47d60f-6090-40b2-9f37-2a4de88f3063;5df2b673-6d41-4774-b3e8-d52e8ee9ff99;X)"),
};
const QStringList basicRead{
    QStringLiteral("(OA;CIIO;RP;;bf967a8e-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RP;;5df2b673-6d41-4774-b3e8-d52e8ee9ff99;X)"),
    QStringLiteral("(OA;CIIO;RP;;4828cc14-1437-45bc-9b07-ad6f015e5f28;X)"),
    QStringLiteral("(OA;CIIO;RP;;bf967a86-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RP;;89e31c12-8530-11d0-afda-00c04fd930c9;X)"),
    QStringLiteral("(OA;CIIO;RP;;bf967a9c-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RP;;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RP;;5cb41ed0-0e4c-11d0-a286-00aa003049e2;X)"),
    QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;X)"),
};
const QStringList passwordHashSync{
    QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;X)"),
    QStringLiteral("(OA;;CR;1131f6ad-9c07-11d1-f79f-00c04fc2dcd2;;X)"),
};
const QStringList passwordWriteBack{
    QStringLiteral("(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;28630ebf-41d5-11d1-a9c1-0000f80367c1;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;WP;bf967a0a-0de6-11d0-a285-00aa003049e2;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;;CR;ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501;;X)"),
};
const QStringList hybridExchange{
    QStringLiteral("(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RPWP;;4828cc14-1437-45bc-9b07-ad6f015e5f28;X)"),
    QStringLiteral("(OA;CIIO;RPWP;;bf967a9c-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CIIO;RPWP;;5cb41ed0-0e4c-11d0-a286-00aa003049e2;X)"),
};
const QStringList publicFolder{QStringLiteral("(OA;CIIO;RP;;f0f8ffac-1191-11d0-a060-00aa006c33ed;X)")};
const QStringList createDelete{
    QStringLiteral("(OA;CIIO;SWWPRC;;bf967a9c-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CI;CCDC;bf967a9c-0de6-11d0-a285-00aa003049e2;;X)"),
    QStringLiteral("(OA;CIIO;SWWPRC;;bf967aba-0de6-11d0-a285-00aa003049e2;X)"),
    QStringLiteral("(OA;CI;CCDC;bf967aba-0de6-11d0-a285-00aa003049e2;;X)"),
};

QStringList sorted(QStringList list)
{
    list.removeDuplicates();
    list.sort();
    return list;
}

void addPublicFolderClass(FakeDirectory &directory)
{
    directory.put(
        QStringLiteral("CN=ms-Exch-Public-Folder,") + directory.rootDse().schemaNamingContext,
        {{QStringLiteral("objectClass"), {"classSchema"}},
         {QStringLiteral("lDAPDisplayName"), {"publicFolder"}},
         {QStringLiteral("schemaIDGUID"), {guidFromText(QStringLiteral("f0f8ffac-1191-11d0-a060-00aa006c33ed"))}}});
}

} // namespace

class PermissionsTaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSetWritesExactlyItsTable_data()
    {
        QTest::addColumn<QVector<PermissionSet>>("sets");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QVector<PermissionSet> &sets, const QStringList &expected) {
            QTest::newRow(name) << sets << sorted(expected + always);
        };
        row("BasicRead", {PermissionSet::BasicRead}, basicRead);
        row("PasswordHashSync", {PermissionSet::PasswordHashSync}, passwordHashSync);
        row("PasswordWriteBack", {PermissionSet::PasswordWriteBack}, passwordWriteBack);
        row("HybridExchangePermissions", {PermissionSet::HybridExchangePermissions}, hybridExchange);
        row("ExchangeMailPublicFolderPermissions", {PermissionSet::ExchangeMailPublicFolderPermissions}, publicFolder);
        row("UserGroupCreateDelete", {PermissionSet::UserGroupCreateDelete}, createDelete);
        row("two sets", {PermissionSet::BasicRead, PermissionSet::PasswordHashSync}, basicRead + passwordHashSync);
        row("All", {PermissionSet::All},
            basicRead + passwordHashSync + passwordWriteBack + hybridExchange + publicFolder + createDelete);
    }

    void eachSetWritesExactlyItsTable()
    {
        QFETCH(QVector<PermissionSet>, sets);
        QFETCH(QStringList, expected);
        Lab lab(sets);
        addPublicFolderClass(*lab.directory);
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.own(), expected);
    }

    void classesThatTheSchemaLacksAreLeftOutAndSaid()
    {
        Lab lab({PermissionSet::ExchangeMailPublicFolderPermissions});
        lab.directory->erase(QStringLiteral("CN=msDS-KeyCredentialLink,") +
                             lab.directory->rootDse().schemaNamingContext);
        QStringList said;
        RunContext context({}, [&](const QString &message, int) { said.append(message); });
        const auto state = lab.task->check(context);
        QVERIFY(state);
        QCOMPARE(state->changes.size(), 2); // mS-DS-ConsistencyGuid of users and groups
        QCOMPARE(said.size(), 2);
        QVERIFY(said.join(u' ').contains(QStringLiteral("publicFolder")));
        QVERIFY(said.join(u' ').contains(QStringLiteral("msDS-KeyCredentialLink")));
    }

    void foreignEntriesKeepTheirBytesAndOrder()
    {
        Lab lab({PermissionSet::All});
        const QVector<Ace> before = lab.foreign();
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.foreign(), before);
        const QVector<Ace> after = lab.aces();
        QVERIFY(after.first().isDeny());
        for (qsizetype i = 1; i < after.size(); ++i)
            QVERIFY(!after.at(i).isDeny());
        QCOMPARE(lab.directory->writes().size(), 1);
        QCOMPARE(lab.directory->writes().first().securityDescriptorParts, int(DaclPart));
        const SecurityDescriptor descriptor = lab.directory->descriptor(base);
        QVERIFY(descriptor.owner);
        QVERIFY((descriptor.control & sd_control::daclAutoInherited) != 0);
    }

    void inheritedEntriesStayBehindTheExplicitOnes()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        SecurityDescriptor descriptor = lab.directory->descriptor(base);
        descriptor.dacl->aces.append(Ace::allow(Sid(5, {11}), ds_right::readProperty, ace_flag::inherited));
        lab.directory->setDescriptor(base, descriptor);
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.aces().last().isInherited());
    }

    void secondRunFindsNothingToDo()
    {
        Lab lab({PermissionSet::All});
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
        lab.directory->forgetWrites();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void checkAloneWritesNothingAndSaysOneSentenceAnEntry()
    {
        Lab lab({PermissionSet::BasicRead});
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Missing);
        QCOMPARE(state.changes.size(), basicRead.size() + always.size());
        for (const QString &change : state.changes)
            QVERIFY2(change.startsWith(QStringLiteral("provAgentgMSA$ may ")) && change.endsWith(u'.'),
                     qPrintable(change));
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void entryThatIsThereIsNotDoubled()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        SecurityDescriptor descriptor = lab.directory->descriptor(base);
        // What the vendor's tools leave when they merge two rights into one entry.
        auto merged =
            aceFromSddl(QStringLiteral("(OA;;CRRP;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%1)").arg(lab.sid.toText()));
        QVERIFY(merged);
        descriptor.dacl->aces.append(*merged);
        lab.directory->setDescriptor(base, descriptor);
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.own().size(), 2 + always.size());
    }

    void addingASetLaterAddsOnlyWhatIsNew()
    {
        Lab lab({PermissionSet::HybridExchangePermissions});
        QVERIFY(lab.probe->apply());
        const auto answers = directoryAnswers({}, {PermissionSet::BasicRead, PermissionSet::HybridExchangePermissions});
        PermissionsTask more(lab.ports.session(answers), QStringLiteral("contoso.test"));
        TaskProbe probe(more);
        QVERIFY(probe.apply());
        QCOMPARE(lab.own(), sorted(basicRead + hybridExchange + always));
    }

    void undoLeavesTheListByteForByteAsItWas()
    {
        Lab lab({PermissionSet::All});
        const auto before = lab.directory->content();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.directory->content() != before);
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
        lab.directory->forgetWrites();
        QVERIFY(lab.probe->undo());
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void undoKeepsWhatWasThereBeforeAndWhatCameLater()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        SecurityDescriptor descriptor = lab.directory->descriptor(base);
        const Ace mine =
            *aceFromSddl(QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%1)").arg(lab.sid.toText()));
        descriptor.dacl->aces.append(mine);
        lab.directory->setDescriptor(base, descriptor);
        QVERIFY(lab.probe->apply());
        descriptor = lab.directory->descriptor(base);
        const Ace later = Ace::allow(Sid(5, {21, 7, 7, 7, 7}), ds_right::readProperty);
        descriptor.dacl->aces.prepend(later);
        lab.directory->setDescriptor(base, descriptor);
        QVERIFY(lab.probe->undo());
        QVERIFY(lab.aces().contains(mine));
        QVERIFY(lab.aces().contains(later));
        QCOMPARE(lab.own().size(), 1);
    }

    void listThatChangesWhileWritingIsMergedAgain()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        const Ace other = Ace::allow(Sid(5, {21, 7, 7, 7, 7}), ds_right::readProperty);
        int reads = 0;
        lab.directory->afterSearch = [&](const DirectorySearch &search) {
            if (search.securityDescriptorParts != DaclPart || ++reads != 1)
                return;
            SecurityDescriptor descriptor = lab.directory->descriptor(base);
            descriptor.dacl->aces.append(other);
            lab.directory->setDescriptor(base, descriptor);
        };
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.aces().contains(other));
        QCOMPARE(lab.own(), sorted(passwordHashSync + always));
        QCOMPARE(lab.directory->writes().size(), 1);
    }

    void listThatNeverComesToRestIsRefusedAndLeftAlone()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        quint32 rid = 1;
        lab.directory->afterSearch = [&](const DirectorySearch &search) {
            if (search.securityDescriptorParts != DaclPart)
                return;
            SecurityDescriptor descriptor = lab.directory->descriptor(base);
            descriptor.dacl->aces.append(Ace::allow(Sid(5, {21, 7, 7, 7, rid++}), ds_right::readProperty));
            lab.directory->setDescriptor(base, descriptor);
        };
        const auto applied = lab.probe->apply();
        QVERIFY(!applied);
        QVERIFY(lab.directory->writes().isEmpty());
        QVERIFY(lab.probe->effects.isEmpty());
    }

    void accountThatIsNotThereYetIsPlannedButNotWritten()
    {
        Lab lab({PermissionSet::BasicRead}, false);
        QCOMPARE(lab.probe->check().kind, State::Kind::Missing);
        const auto applied = lab.probe->apply();
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::DirectoryObjectMissing);
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void linesShowWhatStandsThere()
    {
        Lab lab({PermissionSet::BasicRead}, false);
        auto lines = permissionLines(lab.session, QStringLiteral("contoso.test"), {});
        QVERIFY(lines);
        QCOMPARE(lines->size(), basicRead.size() + always.size());
        for (const PermissionLine &line : std::as_const(*lines)) {
            QVERIFY2(line.sddl.contains(QStringLiteral(";<service account>)")), qPrintable(line.sddl));
            QVERIFY(!line.present);
            QCOMPARE(line.target, base);
        }
        lab.addAccount();
        QVERIFY(lab.probe->apply());
        lines = permissionLines(lab.session, QStringLiteral("contoso.test"), {});
        QVERIFY(lines);
        for (const PermissionLine &line : std::as_const(*lines)) {
            QVERIFY(line.present);
            QVERIFY(line.sddl.contains(lab.sid.toText()));
        }
    }

    void accountOfAnotherDomainIsGrantedByItsOwnSid()
    {
        Lab lab({PermissionSet::PasswordHashSync});
        const auto fabrikam = healthyDomain(QStringLiteral("sales.contoso.test"));
        lab.ports.directories.directories.insert(QStringLiteral("sales.contoso.test"), fabrikam);
        Answers answers = directoryAnswers({}, {PermissionSet::PasswordHashSync});
        DirectoryAnswers second = answers.directories.first();
        second.domain = QStringLiteral("sales.contoso.test");
        answers.directories.append(second);
        const auto session = lab.ports.session(answers);
        const auto tasks = directoryTasks(session);
        QCOMPARE(tasks.size(), std::size_t(3));
        QCOMPARE(tasks.at(2)->id(), QStringLiteral("directory.sales.contoso.test.permissions"));
        QCOMPARE(tasks.at(2)->needs(), QStringList{QStringLiteral("directory.contoso.test.gmsa")});
        TaskProbe probe(*tasks.at(2));
        QVERIFY(probe.apply());
        const auto aces = fabrikam->descriptor(QStringLiteral("DC=sales,DC=contoso,DC=test")).dacl->aces;
        QCOMPARE(std::count_if(aces.begin(), aces.end(), [&](const Ace &ace) { return ace.trustee == lab.sid; }),
                 2 + always.size());
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::PermissionsTaskTest)
#include "PermissionsTaskTest.moc"
