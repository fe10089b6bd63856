// SPDX-License-Identifier: GPL-3.0-or-later
// What the directory tasks leave in a real domain, read back by Samba's own tools, and that undo leaves nothing.
#include "backend/setup/directory/ServiceAccountExport.h"
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/directory/TaskRun.h"

#include <QTest>

namespace cloudsync::tests {

namespace {

const QVector<PermissionSet> everySet{PermissionSet::All};

// gmsa-permissions.md 3 and 5: flags;rights;object;class. publicFolder needs the Exchange schema.
QStringList documentedEntries(bool exchange)
{
    const QString user = QStringLiteral("bf967aba-0de6-11d0-a285-00aa003049e2");
    const QString group = QStringLiteral("bf967a9c-0de6-11d0-a285-00aa003049e2");
    const QString contact = QStringLiteral("5cb41ed0-0e4c-11d0-a286-00aa003049e2");
    const QString person = QStringLiteral("4828cc14-1437-45bc-9b07-ad6f015e5f28");
    const QString device = QStringLiteral("bf967a8e-0de6-11d0-a285-00aa003049e2");
    const QString registered = QStringLiteral("5df2b673-6d41-4774-b3e8-d52e8ee9ff99");
    const QString computer = QStringLiteral("bf967a86-0de6-11d0-a285-00aa003049e2");
    const QString foreign = QStringLiteral("89e31c12-8530-11d0-afda-00c04fd930c9");
    QStringList list;
    for (const QString &one : {user, group, contact, person, device, registered, computer, foreign})
        list.append(QStringLiteral("OA;CIIO;RP;;%1").arg(one));
    for (const QString &one : {user, group, contact, person})
        list.append(QStringLiteral("OA;CIIO;RPWP;;%1").arg(one));
    list += {QStringLiteral("OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;"),
             QStringLiteral("OA;;CR;1131f6ad-9c07-11d1-f79f-00c04fc2dcd2;"),
             QStringLiteral("OA;;CR;ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501;"),
             QStringLiteral("OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;") + user,
             QStringLiteral("OA;CIIO;WP;28630ebf-41d5-11d1-a9c1-0000f80367c1;") + user,
             QStringLiteral("OA;CIIO;WP;bf967a0a-0de6-11d0-a285-00aa003049e2;") + user};
    for (const QString &one : {user, group}) {
        list.append(QStringLiteral("OA;CIIO;SWWPRC;;%1").arg(one));
        list.append(QStringLiteral("OA;CI;CCDC;%1;").arg(one));
        list.append(QStringLiteral("OA;CIIO;WP;23773dc2-b63a-11d2-90e1-00c04fd91ab1;%1").arg(one));
    }
    for (const QString &one : {user, device, registered})
        list.append(QStringLiteral("OA;CIIO;WP;5b47d60f-6090-40b2-9f37-2a4de88f3063;%1").arg(one));
    if (exchange)
        list.append(QStringLiteral("OA;CIIO;RP;;f0f8ffac-1191-11d0-a060-00aa006c33ed"));
    list.sort();
    return list;
}

QStringList entriesOf(const QStringList &entries, const QString &sid)
{
    QStringList own;
    for (const QString &entry : entries) {
        if (entry.endsWith(u';' + sid))
            own.append(entry.chopped(sid.size() + 1));
    }
    own.sort();
    return own;
}

QStringList without(QStringList entries, const QString &sid)
{
    entries.removeIf([&](const QString &entry) { return entry.endsWith(u';' + sid); });
    return entries;
}

} // namespace

class DirectoryRunTest : public QObject
{
    Q_OBJECT

    DirectoryLab m_lab;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<TaskRun> m_run;
    QByteArray m_before;
    QStringList m_rootBefore;

    [[nodiscard]] QByteArray changeNumbers() const
    {
        QByteArray numbers;
        for (const QString &dn : {m_lab.lab.base(), m_lab.accountDn()}) {
            const auto found = m_lab.lab.entries(dn, QStringLiteral("(objectClass=*)"), {QStringLiteral("uSNChanged")},
                                                 QStringLiteral("base"));
            numbers += found.isEmpty() ? QByteArray("none ") : found.first().value(QStringLiteral("uSNChanged")) + ' ';
        }
        return numbers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_lab.lab.start(), qPrintable(m_lab.lab.errorText()));
        Answers answers = m_lab.answers({QStringLiteral("SYNC1")}, everySet);
        answers.serviceAccount->restrict = true;
        m_session = m_lab.session(answers);
        m_run = std::make_unique<TaskRun>(m_session);
        m_before = m_lab.lab.dump().output;
        QVERIFY(m_before.size() > 100000);
        m_rootBefore = DirectoryLab::entries(m_lab.sddl(m_lab.lab.base()));
        QVERIFY(m_rootBefore.size() > 10);
    }

    void checkChangesNothing()
    {
        const QStringList expected{QStringLiteral("missing"), QStringLiteral("missing"), QStringLiteral("missing")};
        QCOMPARE(m_run->states(), expected);
        QCOMPARE(m_lab.lab.dump().output, m_before);
    }

    void applyIsSatisfiedAfterwards()
    {
        QCOMPARE(m_run->apply(), QString());
        const QStringList expected{QStringLiteral("satisfied"), QStringLiteral("satisfied"),
                                   QStringLiteral("satisfied")};
        QCOMPARE(m_run->states(), expected);
    }

    void secondRunWritesNothing()
    {
        const QByteArray before = changeNumbers();
        QVERIFY2(!before.contains("none"), before);
        TaskRun again(m_session);
        QCOMPARE(again.apply(), QString());
        QCOMPARE(changeNumbers(), before);
    }

    void accountIsAsDocumented()
    {
        const auto found =
            m_lab.lab.entries(m_lab.accountDn(), QStringLiteral("(objectClass=*)"), {}, QStringLiteral("base"));
        QCOMPARE(found.size(), 1);
        const auto value = [&](const char *name) { return found.first().value(QLatin1String(name)); };
        QCOMPARE(value("sAMAccountName"), QByteArray("provAgentgMSA$"));
        QCOMPARE(value("userAccountControl"), QByteArray("4096"));
        QCOMPARE(value("dNSHostName"), QByteArray("provAgentgMSA.contoso.test"));
        QCOMPARE(value("msDS-ManagedPasswordInterval"), QByteArray("30"));
        QCOMPARE(value("msDS-SupportedEncryptionTypes"), QByteArray("24"));
        const CommandOutput shown =
            m_lab.lab.sambaTool({QStringLiteral("service-account"), QStringLiteral("group-msa-membership"),
                                 QStringLiteral("show"), QStringLiteral("--name=provAgentgMSA")});
        QVERIFY2(shown.ok() && shown.output.contains("CN=SYNC1,"), shown.all().constData());
        QVERIFY2(!shown.output.contains("CN=SYNC2,"), shown.output.constData());
    }

    void domainRootHasExactlyTheDocumentedEntries()
    {
        const QString sid = m_lab.sidOf(m_lab.accountDn());
        QVERIFY(sid.startsWith(QStringLiteral("S-1-5-21-")));
        const QStringList now = DirectoryLab::entries(m_lab.sddl(m_lab.lab.base()));
        QCOMPARE(entriesOf(now, sid), documentedEntries(false));
        QCOMPARE(without(now, sid), m_rootBefore); // every foreign entry, in its order
    }

    void accountObjectIsRestricted()
    {
        const QString sddl = m_lab.sddl(m_lab.accountDn());
        QVERIFY2(sddl.contains(QStringLiteral("D:P")), qPrintable(sddl));
        QStringList trustees;
        for (const QString &entry : DirectoryLab::entries(sddl))
            trustees.append(entry.section(u';', 5, 5));
        trustees.removeAll(QStringLiteral("PS"));
        trustees.sort();
        const QStringList expected{QStringLiteral("AU"), QStringLiteral("BA"), QStringLiteral("DA"),
                                   QStringLiteral("EA"), QStringLiteral("ED"), QStringLiteral("SY")};
        QCOMPARE(trustees, expected);
    }

    void allowedHostRetrievesThePasswordAndOthersDoNot()
    {
        const QJsonObject computers = m_lab.lab.manifest().value(QStringLiteral("computers")).toObject();
        for (const char *name : {"SYNC1", "SYNC2", "WKS1"}) {
            const QString host = QLatin1String(name);
            const QString password = computers.value(host).toObject().value(QStringLiteral("password")).toString();
            const auto found = parseLdif(m_lab.lab
                                             .ldapSearch(m_lab.accountDn(), QStringLiteral("(objectClass=*)"),
                                                         {QStringLiteral("msDS-ManagedPassword"), QStringLiteral("cn")},
                                                         host + QStringLiteral("$@") + m_lab.lab.domain(), password)
                                             .output);
            QCOMPARE(found.size(), 1);
            QVERIFY(found.first().has(QStringLiteral("cn")));
            QCOMPARE(found.first().has(QStringLiteral("msDS-ManagedPassword")), host == QStringLiteral("SYNC1"));
        }
    }

    // Samba itself says who signs in with the password that was set, and that nothing is left of the user afterwards.
    void userForATrialSignsInAndGoesAgain()
    {
        const QString password = QStringLiteral("T2ial-\u00e4-Wort-\"x\"-9Q");
        Answers answers = m_lab.answers({}, {});
        answers.serviceAccount.reset();
        answers.testUser = TestUserAnswers{m_lab.lab.domain(), QStringLiteral("trial-1"), QStringLiteral("CN=Users,") + m_lab.lab.base(), {},
                                           {SecretReference::Kind::Environment, password}};
        const QByteArray before = m_lab.lab.dump().output;
        TaskRun run(m_lab.session(answers));
        QCOMPARE(run.states(), QStringList{QStringLiteral("missing")});
        QCOMPARE(run.apply(), QString());
        QCOMPARE(run.states(), QStringList{QStringLiteral("satisfied")});
        const QString dn = QStringLiteral("CN=trial-1,CN=Users,") + m_lab.lab.base();
        const QString user = QStringLiteral("trial-1@") + m_lab.lab.domain();
        const auto look = [&](const QString &with) {
            return parseLdif(m_lab.lab.ldapSearch(dn, QStringLiteral("(objectClass=user)"), {QStringLiteral("cn")}, user, with).output);
        };
        QCOMPARE(look(password).size(), 1);
        QCOMPARE(look(QStringLiteral("wrong")).size(), 0);
        QCOMPARE(run.undo(), QString());
        QCOMPARE(m_lab.lab.dump().output, before);
    }

    // What a run wrote is what an export reads: the same account, hosts, sets and restriction.
    void exportReadsTheAccountBack()
    {
        Answers answers = m_lab.answers({QStringLiteral("SYNC9")}, {});
        QStringList notes;
        const auto read = exportedServiceAccount(m_lab.session(answers), *answers.serviceAccount, &notes, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogText()));
        QVERIFY(read->has_value());
        QCOMPARE((*read)->hosts, QStringList{QStringLiteral("SYNC1")});
        QVERIFY((*read)->restrict);
        // This schema was never extended for Exchange's public folders: nobody holds that set.
        const QVector<PermissionSet> held{PermissionSet::BasicRead, PermissionSet::PasswordHashSync, PermissionSet::PasswordWriteBack,
                                          PermissionSet::HybridExchangePermissions, PermissionSet::UserGroupCreateDelete};
        QCOMPARE((*read)->permissions, held);
        QCOMPARE(notes, QStringList());
        answers.serviceAccount->name = QStringLiteral("nobody");
        const auto none = exportedServiceAccount(m_lab.session(answers), *answers.serviceAccount, &notes, {});
        QVERIFY(none && !none->has_value());
        QCOMPARE(notes.size(), 1);
    }

    void secondServerAddsItself()
    {
        Answers answers = m_lab.answers({QStringLiteral("SYNC2"), QStringLiteral("Cloud Sync Servers")}, {});
        const auto session = m_lab.session(answers);
        TaskRun second(session);
        QCOMPARE(second.apply(), QString());
        const auto directory = session->directory(m_lab.lab.domain(), {});
        QVERIFY(directory);
        auto facts = findServiceAccount(**directory, QStringLiteral("provAgentgMSA"), {});
        QVERIFY(facts);
        const QStringList all{QStringLiteral("SYNC1$"), QStringLiteral("SYNC2$"), QStringLiteral("Cloud Sync Servers")};
        QCOMPARE(facts->allowedHosts, all);
        QCOMPARE(second.undo(), QString());
        facts = findServiceAccount(**directory, QStringLiteral("provAgentgMSA"), {});
        QVERIFY(facts);
        QCOMPARE(facts->allowedHosts, QStringList{QStringLiteral("SYNC1$")});
    }

    void linesAllStandThere()
    {
        const auto lines = permissionLines(m_session, m_lab.lab.domain(), {});
        QVERIFY(lines);
        QCOMPARE(lines->size(), documentedEntries(false).size());
        for (const PermissionLine &line : *lines)
            QVERIFY2(line.present, qPrintable(line.words));
    }

    void undoLeavesTheDirectoryAsItWas()
    {
        QCOMPARE(m_run->undo(), QString());
        QCOMPARE(DirectoryLab::entries(m_lab.sddl(m_lab.lab.base())), m_rootBefore);
        QVERIFY(m_lab.lab.dump().output == m_before);
        QCOMPARE(m_run->undo(), QString()); // once more does no harm
    }

    void aRunThatWasCutOffAfterItsWritesIsTakenBackAsWell()
    {
        const QByteArray before = m_lab.lab.dump().output;
        TaskRun run(m_session);
        QCOMPARE(run.apply(), QString());
        QCOMPARE(run.undoWithoutConfirmations(), QString());
        QVERIFY(m_lab.lab.dump().output == before);
    }

    void entriesFromAnUninterestedThirdPartySurvive()
    {
        const QString mine = QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;S-1-5-21-1-2-3-4711)");
        QVERIFY(m_lab.lab
                    .sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--action=allow"),
                                QStringLiteral("--objectdn=") + m_lab.lab.base(), QStringLiteral("--sddl=") + mine})
                    .ok());
        const QByteArray before = m_lab.lab.dump().output;
        const QStringList root = DirectoryLab::entries(m_lab.sddl(m_lab.lab.base()));
        QVERIFY(root.contains(mine.mid(1).chopped(1)));
        TaskRun run(m_session);
        QCOMPARE(run.apply(), QString());
        const QString sid = m_lab.sidOf(m_lab.accountDn());
        QCOMPARE(without(DirectoryLab::entries(m_lab.sddl(m_lab.lab.base())), sid), root);
        QCOMPARE(run.undo(), QString());
        QVERIFY(m_lab.lab.dump().output == before);
    }

    void publicFolderPermissionIsResolvedWhereExchangeIs()
    {
        DirectoryLab exchange({QStringLiteral("CONTOSO.TEST"), true, true, false});
        QVERIFY2(exchange.lab.start(), qPrintable(exchange.lab.errorText()));
        TaskRun run(exchange.session(exchange.answers({QStringLiteral("SYNC1")}, everySet)));
        QCOMPARE(run.apply(), QString());
        const QString sid = exchange.sidOf(exchange.accountDn());
        QCOMPARE(entriesOf(DirectoryLab::entries(exchange.sddl(exchange.lab.base())), sid), documentedEntries(true));
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::DirectoryRunTest)
#include "DirectoryRunTest.moc"
