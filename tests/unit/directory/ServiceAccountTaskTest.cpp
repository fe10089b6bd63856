// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountTask.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/PasswordReaders.h"
#include "backend/setup/security/Sddl.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

namespace cloudsync::tests {

namespace {

const QString accountDn = QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test");
const QString membership = QStringLiteral("msDS-GroupMSAMembership");

struct Lab
{
    explicit Lab(const Answers &answers = directoryAnswers())
    {
        directory->now = [this] { return ports.clock.time; };
        ports.directories.directories.insert(QStringLiteral("contoso.test"), directory);
        session = ports.session(answers);
        task = std::make_unique<ServiceAccountTask>(session);
        probe.emplace(*task);
    }
    [[nodiscard]] Sid sidOf(const QString &dn) const
    {
        return Sid::fromBytes(directory->find(dn)->value(QStringLiteral("objectSid"))).value_or(Sid());
    }
    [[nodiscard]] Sid host(int number) const
    {
        return sidOf(QStringLiteral("CN=SYNC%1,CN=Computers,DC=contoso,DC=test").arg(number));
    }
    [[nodiscard]] QByteArray readers() const { return directory->find(accountDn)->value(membership); }
    // An account as the vendor's wizard would have left it.
    DirectoryEntry &adopted(const QByteArray &allowed, const QByteArray &name = "provAgentgMSA$")
    {
        QMap<QString, QByteArrayList> attributes{
            {QStringLiteral("objectClass"), {"top", "person", "user", "computer", "msDS-GroupManagedServiceAccount"}},
            {QStringLiteral("sAMAccountName"), {name}},
            {QStringLiteral("userAccountControl"), {"4096"}},
            {QStringLiteral("msDS-SupportedEncryptionTypes"), {"28"}},
            {QStringLiteral("dNSHostName"), {"somebody.elses.name"}}};
        if (!allowed.isEmpty())
            attributes.insert(membership, {allowed});
        return directory->put(accountDn, attributes);
    }

    std::shared_ptr<FakeDirectory> directory = healthyDomain();
    TestPorts ports;
    std::shared_ptr<Session> session;
    std::unique_ptr<ServiceAccountTask> task;
    std::optional<TaskProbe> probe;
};

QByteArray descriptorBytes(const QString &sddl)
{
    auto descriptor = securityDescriptorFromSddl(sddl);
    return descriptor ? descriptor->toBytes().value_or(QByteArray()) : QByteArray();
}

} // namespace

class ServiceAccountTaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newAccountHasExactlyTheDocumentedAttributes()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        const DirectoryEntry *account = lab.directory->find(accountDn);
        QVERIFY(account);
        QCOMPARE(account->text(QStringLiteral("objectClass")), QStringLiteral("msDS-GroupManagedServiceAccount"));
        QCOMPARE(account->text(QStringLiteral("sAMAccountName")), QStringLiteral("provAgentgMSA$"));
        QCOMPARE(account->text(QStringLiteral("userAccountControl")), QStringLiteral("4096"));
        QCOMPARE(account->text(QStringLiteral("dNSHostName")), QStringLiteral("provAgentgMSA.contoso.test"));
        QCOMPARE(account->text(QStringLiteral("msDS-ManagedPasswordInterval")), QStringLiteral("30"));
        QCOMPARE(account->text(QStringLiteral("msDS-SupportedEncryptionTypes")), QStringLiteral("24"));
        const auto descriptor = SecurityDescriptor::fromBytes(lab.readers());
        QVERIFY(descriptor);
        QCOMPARE(toSddl(*descriptor),
                 QStringLiteral("O:BAD:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;%1)").arg(lab.host(1).toText()));
    }

    void checkAloneWritesNothing()
    {
        Lab lab(directoryAnswers({QStringLiteral("SYNC1"), QStringLiteral("SYNC2")}));
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Missing);
        QCOMPARE(state.changes.size(), 3);
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void secondRunFindsNothingToDo()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
        lab.directory->forgetWrites();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void hostMayBeNamedWithDollarOrBeAGroup()
    {
        Lab lab(directoryAnswers({QStringLiteral("sync2$"), QStringLiteral("Sync Servers")}));
        QVERIFY(lab.probe->apply());
        const auto readers = PasswordReaders::fromBytes(lab.readers());
        QVERIFY(readers);
        const QVector<Sid> expected{lab.host(2),
                                    lab.sidOf(QStringLiteral("CN=Sync Servers,OU=Sales,DC=contoso,DC=test"))};
        QCOMPARE(readers->list(), expected);
    }

    void secondServerAddsItselfAndRemovesNobody()
    {
        Lab lab(directoryAnswers({QStringLiteral("SYNC2")}));
        // Somebody else's entries: a group of another domain, and one with its own odd rights and flags.
        const QString foreign =
            QStringLiteral("O:SYD:(A;;RP;;;S-1-5-21-5-5-5-1104)(A;CI;0xf00ff;;;S-1-5-21-5-5-5-1105)");
        lab.adopted(descriptorBytes(foreign));
        QCOMPARE(lab.probe->check().changes.size(), 1);
        QVERIFY(lab.probe->apply());
        const auto now = SecurityDescriptor::fromBytes(lab.readers());
        const auto before = SecurityDescriptor::fromBytes(descriptorBytes(foreign));
        QVERIFY(now && before);
        QCOMPARE(now->owner, before->owner);
        QCOMPARE(now->dacl->aces.size(), 3);
        QCOMPARE(now->dacl->aces.mid(0, 2), before->dacl->aces);
        QCOMPARE(now->dacl->aces.last(), Ace::allow(lab.host(2), ds_right::fullControl));
        QCOMPARE(lab.directory->find(accountDn)->text(QStringLiteral("dNSHostName")),
                 QStringLiteral("somebody.elses.name"));
        QCOMPARE(lab.directory->writes().size(), 1);
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
    }

    void hostLetInThroughAGroupNeedsNoEntryOfItsOwn()
    {
        Lab lab;
        const Sid group = lab.sidOf(QStringLiteral("CN=Sync Servers,OU=Sales,DC=contoso,DC=test"));
        lab.directory->find(QStringLiteral("CN=SYNC1,CN=Computers,DC=contoso,DC=test"))
            ->set(QStringLiteral("tokenGroups"), {group.toBytes()});
        lab.adopted(descriptorBytes(QStringLiteral("O:BAD:(A;;RP;;;%1)").arg(group.toText())));
        QCOMPARE(lab.probe->check().kind, State::Kind::Satisfied);
    }

    void accountOfTheVendorsInstallerIsAdoptedByItsCommonName()
    {
        Lab lab;
        lab.adopted({}, "pGMSA_1a2b3c4d$");
        QVERIFY(lab.probe->apply());
        QVERIFY(PasswordReaders::fromBytes(lab.readers())->contains(lab.host(1)));
    }

    void conflicts_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("container attribute gone") << "noContainerValue" << ErrorCode::ServiceAccountContainerMissing;
        QTest::newRow("container deleted") << "containerDeleted" << ErrorCode::ServiceAccountContainerMissing;
        QTest::newRow("container not there") << "containerGone" << ErrorCode::ServiceAccountContainerMissing;
        QTest::newRow("no root key") << "noKey" << ErrorCode::KdsRootKeyMissing;
        QTest::newRow("root key of an hour ago") << "youngKey" << ErrorCode::KdsRootKeyMissing;
        QTest::newRow("name taken by a computer") << "computer" << ErrorCode::DirectoryObjectExists;
        QTest::newRow("name taken in the container") << "sameCn" << ErrorCode::DirectoryObjectExists;
        QTest::newRow("host unknown") << "host" << ErrorCode::DirectoryObjectMissing;
        QTest::newRow("account disabled") << "disabled" << ErrorCode::ServiceAccountUnusable;
        QTest::newRow("existing account not there") << "existing" << ErrorCode::DirectoryObjectMissing;
    }

    void conflicts()
    {
        QFETCH(QString, fault);
        QFETCH(ErrorCode, code);
        Answers answers = directoryAnswers();
        if (fault == QStringLiteral("host"))
            answers.serviceAccount->hosts = QStringList{QStringLiteral("SYNC9")};
        if (fault == QStringLiteral("existing"))
            answers.serviceAccount->mode = ServiceAccountMode::Existing;
        Lab lab(answers);
        FakeDirectory &d = *lab.directory;
        const QString base = d.rootDse().defaultNamingContext;
        const QString keys = QStringLiteral("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,") +
                             d.rootDse().configurationNamingContext;
        if (fault == QStringLiteral("noContainerValue"))
            d.find(base)->set(QStringLiteral("otherWellKnownObjects"),
                              {"B:32:683A24E2E8164BD3AF86AC3C2CF3F981:CN=Keys,DC=contoso"});
        if (fault == QStringLiteral("containerDeleted"))
            d.find(base)->set(
                QStringLiteral("otherWellKnownObjects"),
                {"B:32:1EB93889E40C45DF9F0C64D23BBB6237:CN=Managed Service Accounts\\0ADEL:5,CN=Deleted Objects,DC=x"});
        if (fault == QStringLiteral("containerGone"))
            d.erase(QStringLiteral("CN=Managed Service Accounts,") + base);
        if (fault == QStringLiteral("noKey"))
            d.erase(QStringLiteral("CN=key-1,") + keys);
        if (fault == QStringLiteral("youngKey")) // 2026-01-31 11:00 UTC
            d.find(QStringLiteral("CN=key-1,") + keys)
                ->set(QStringLiteral("msKds-UseStartTime"), {"134143308000000000"});
        if (fault == QStringLiteral("computer"))
            d.put(QStringLiteral("CN=Other,CN=Computers,") + base,
                  {{QStringLiteral("objectClass"), {"computer"}},
                   {QStringLiteral("sAMAccountName"), {"PROVAGENTGMSA$"}}});
        if (fault == QStringLiteral("sameCn"))
            d.put(accountDn, {{QStringLiteral("objectClass"), {"msDS-ManagedServiceAccount"}},
                              {QStringLiteral("sAMAccountName"), {"other$"}}});
        if (fault == QStringLiteral("disabled"))
            lab.adopted({}).set(QStringLiteral("userAccountControl"), {"4098"});

        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(errorCodeName(state.why->code), errorCodeName(code));
        if (fault == QStringLiteral("youngKey"))
            QVERIFY2(state.why->detail.contains(QStringLiteral("2026-01-31T21:00:00Z")), qPrintable(state.why->detail));
        const auto applied = lab.probe->apply();
        QVERIFY(!applied);
        QVERIFY(d.writes().isEmpty());
    }

    void nameTakenInAnotherDomainOfTheForestIsAConflict()
    {
        Lab lab;
        FakeDirectory &d = *lab.directory;
        d.put(QStringLiteral("CN=CHILD,CN=Partitions,") + d.rootDse().configurationNamingContext,
              {{QStringLiteral("objectClass"), {"crossRef"}},
               {QStringLiteral("systemFlags"), {"3"}},
               {QStringLiteral("nCName"), {"DC=child,DC=contoso,DC=test"}},
               {QStringLiteral("dnsRoot"), {"child.contoso.test"}}});
        const auto catalog = std::make_shared<FakeDirectory>(QStringLiteral("child.contoso.test"));
        catalog->put(QStringLiteral("DC=child,DC=contoso,DC=test"), {{QStringLiteral("objectClass"), {"domainDNS"}}});
        lab.ports.directories.globalCatalog = catalog;
        QCOMPARE(lab.probe->check().kind, State::Kind::Missing);
        QCOMPARE(lab.ports.directories.lastTarget.controllers,
                 QStringList{QStringLiteral("ldaps://dc1.contoso.test:3269")});
        catalog->put(QStringLiteral("CN=Taken,DC=child,DC=contoso,DC=test"),
                     {{QStringLiteral("objectClass"), {"msDS-GroupManagedServiceAccount"}},
                      {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
        const State state = lab.probe->check();
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->subject, QStringLiteral("CN=Taken,DC=child,DC=contoso,DC=test"));
    }

    void undoDeletesTheAccountThatWasCreated()
    {
        Lab lab;
        const auto before = lab.directory->content();
        QVERIFY(lab.probe->apply());
        QVERIFY(lab.probe->undo());
        QCOMPARE(lab.directory->content(), before);
        QVERIFY(lab.probe->undo()); // once more does no harm
    }

    void undoSparesAnAccountThatSomebodyElseMadeInItsPlace()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        lab.directory->erase(accountDn);
        lab.adopted({});
        QVERIFY(lab.probe->undo());
        QVERIFY(lab.directory->find(accountDn));
    }

    void undoAfterACrashFindsTheAccountWhoseRecordIsMissing()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        QCOMPARE(lab.probe->effects.size(), 2);
        lab.probe->effects.removeLast();
        QVERIFY(lab.probe->undo(true));
        QVERIFY(!lab.directory->find(accountDn));
    }

    void undoAfterACrashSparesAnOlderAccount()
    {
        Lab lab;
        QVERIFY(lab.probe->apply());
        lab.probe->effects.removeLast();
        lab.directory->find(accountDn)->set(QStringLiteral("whenCreated"), {"20250101000000.0Z"});
        QVERIFY(lab.probe->undo(true));
        QVERIFY(lab.directory->find(accountDn));
    }

    void undoRestoresTheExactListOfAnAdoptedAccount()
    {
        for (const QByteArray &allowed :
             {QByteArray(), descriptorBytes(QStringLiteral("O:SYG:SYD:(A;;RP;;;S-1-5-21-5-5-5-1104)"))}) {
            Lab lab;
            lab.adopted(allowed);
            const auto before = lab.directory->content();
            QVERIFY(lab.probe->apply());
            QVERIFY(lab.directory->content() != before);
            QVERIFY(lab.probe->undo());
            QCOMPARE(lab.readers(), allowed);
        }
    }

    void undoTakesOutOnlyItsOwnEntryWhenTheListChangedSince()
    {
        Lab lab;
        lab.adopted(descriptorBytes(QStringLiteral("O:BAD:(A;;RP;;;S-1-5-21-5-5-5-1104)")));
        QVERIFY(lab.probe->apply());
        auto later = PasswordReaders::fromBytes(lab.readers());
        later->add(lab.host(2));
        lab.directory->find(accountDn)->set(membership, {later->toBytes().value()});
        QVERIFY(lab.probe->undo());
        const auto now = PasswordReaders::fromBytes(lab.readers());
        QCOMPARE(now->list().size(), 2);
        QVERIFY(now->contains(lab.host(2)));
        QVERIFY(!now->contains(lab.host(1)));
    }

    void listThatChangesWhileWritingIsMergedAgain()
    {
        Lab lab;
        lab.adopted({});
        int reads = 0;
        lab.directory->afterSearch = [&](const DirectorySearch &search) {
            // between the read that is merged and the read that is compared
            if (search.scope == SearchScope::Base && search.attributes == QStringList{membership} && ++reads == 1)
                lab.directory->find(accountDn)->set(
                    membership, {descriptorBytes(QStringLiteral("O:BAD:(A;;RP;;;S-1-5-21-5-5-5-7)"))});
        };
        QVERIFY(lab.probe->apply());
        const auto now = PasswordReaders::fromBytes(lab.readers());
        QVERIFY(now->contains(lab.host(1)));
        QVERIFY(now->contains(Sid(5, {21, 5, 5, 5, 7})));
        QCOMPARE(lab.directory->writes().size(), 1);
        QCOMPARE(lab.probe->effects.size(), 1);
    }

    void refusedRootKeyIsToldAsSuch()
    {
        Lab lab;
        lab.directory->refuse = [](const FakeDirectory::Write &) {
            return Error{ErrorCode::DirectoryObjectMissing,
                         {},
                         QStringLiteral("8009000D: failed to find a suitable root key"),
                         {}};
        };
        const auto applied = lab.probe->apply();
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::KdsRootKeyMissing);
        QVERIFY(lab.probe->undo());
    }

    void journalThatCannotBeWrittenStopsBeforeTheWrite()
    {
        Lab lab;
        UndoLog full([](const QJsonObject &) -> Result<void> { return fail(ErrorCode::JournalUnwritable); });
        RunContext context;
        const auto applied = lab.task->apply(context, full);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::JournalUnwritable);
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void factsNameTheHostsAndTheSidsOfStrangers()
    {
        Lab lab;
        lab.adopted(descriptorBytes(QStringLiteral("O:BAD:(A;;RP;;;%1)(A;;RP;;;S-1-5-21-5-5-5-1104)(D;;RP;;;%2)")
                                        .arg(lab.host(1).toText(), lab.host(2).toText())));
        for (const char *name : {"provAgentgMSA", "provagentgmsa$"}) {
            const auto facts = findServiceAccount(*lab.directory, QString::fromLatin1(name), {});
            QVERIFY(facts);
            QCOMPARE(facts->dn, accountDn);
            QCOMPARE(facts->encryptionTypes, 28);
            QVERIFY(facts->enabled);
            const QStringList expected{QStringLiteral("SYNC1$"), QStringLiteral("S-1-5-21-5-5-5-1104")};
            QCOMPARE(facts->allowedHosts, expected);
        }
        const auto all = listServiceAccounts(*lab.directory, {});
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        const auto none = findServiceAccount(*lab.directory, QStringLiteral("SYNC1"), {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::DirectoryObjectMissing);
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ServiceAccountTaskTest)
#include "ServiceAccountTaskTest.moc"
