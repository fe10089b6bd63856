// SPDX-License-Identifier: GPL-3.0-or-later
// Each permission set in a real domain: the entries as samba-tool and Samba's Python bindings read them back against
// the documented table, a foreign entry that stays, and what the account may do shown by doing it, signed in with
// Kerberos as the account itself. What the product computed beforehand has to agree with what the controller then does.
#include "backend/setup/directory/PermissionProof.h"
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/directory/TaskRun.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

constexpr auto python = "/usr/bin/python3"; // Samba's modules belong to the system's interpreter

// Classes, attributes and rights of gmsa-permissions.md 5.
constexpr auto user = "bf967aba-0de6-11d0-a285-00aa003049e2";
constexpr auto group = "bf967a9c-0de6-11d0-a285-00aa003049e2";
constexpr auto contact = "5cb41ed0-0e4c-11d0-a286-00aa003049e2";
constexpr auto inetOrgPerson = "4828cc14-1437-45bc-9b07-ad6f015e5f28";
constexpr auto device = "bf967a8e-0de6-11d0-a285-00aa003049e2";
constexpr auto registeredDevice = "5df2b673-6d41-4774-b3e8-d52e8ee9ff99";
constexpr auto computer = "bf967a86-0de6-11d0-a285-00aa003049e2";
constexpr auto foreignPrincipal = "89e31c12-8530-11d0-afda-00c04fd930c9";
constexpr auto publicFolder = "f0f8ffac-1191-11d0-a060-00aa006c33ed";

// type;flags;mask;object;inherited object, as gmsa-permissions.md 2 and 3 have them.
QString row(int flags, int mask, const char *object, const char *appliesTo)
{
    return QStringLiteral("5;%1;%2;%3;%4")
        .arg(QString::number(flags, 16), QString::number(mask, 16), QLatin1String(object), QLatin1String(appliesTo));
}

constexpr int below = 0xa; // CI and IO
constexpr int reading = 0x10;
constexpr int readingAndWriting = 0x30;
constexpr int writing = 0x20;
constexpr int control = 0x100;

QStringList documented(PermissionSet set)
{
    QStringList rows;
    const bool all = set == PermissionSet::All;
    if (all || set == PermissionSet::BasicRead) {
        for (const char *name :
             {device, registeredDevice, inetOrgPerson, computer, foreignPrincipal, group, user, contact})
            rows.append(row(below, reading, "", name));
        rows.append(row(0, control, "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2", ""));
    }
    if (all || set == PermissionSet::PasswordHashSync)
        rows += {row(0, control, "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2", ""),
                 row(0, control, "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2", "")};
    if (all || set == PermissionSet::PasswordWriteBack)
        rows += {row(below, control, "00299570-246d-11d0-a768-00aa006e0529", user),
                 row(below, writing, "28630ebf-41d5-11d1-a9c1-0000f80367c1", user),
                 row(below, writing, "bf967a0a-0de6-11d0-a285-00aa003049e2", user),
                 row(0, control, "ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501", "")};
    if (all || set == PermissionSet::HybridExchangePermissions) {
        for (const char *name : {user, inetOrgPerson, group, contact})
            rows.append(row(below, readingAndWriting, "", name));
    }
    if (all || set == PermissionSet::ExchangeMailPublicFolderPermissions)
        rows.append(row(below, reading, "", publicFolder));
    if (all || set == PermissionSet::UserGroupCreateDelete) {
        for (const char *name : {group, user})
            rows += {row(below, 0x20028, "", name), row(0x2, 0x3, name, "")};
    }
    rows += {row(below, writing, "23773dc2-b63a-11d2-90e1-00c04fd91ab1", user),
             row(below, writing, "23773dc2-b63a-11d2-90e1-00c04fd91ab1", group),
             row(below, writing, "5b47d60f-6090-40b2-9f37-2a4de88f3063", user),
             row(below, writing, "5b47d60f-6090-40b2-9f37-2a4de88f3063", device),
             row(below, writing, "5b47d60f-6090-40b2-9f37-2a4de88f3063", registeredDevice)};
    rows.removeDuplicates();
    rows.sort();
    return rows;
}

} // namespace

class PermissionSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setIsWhatIsDocumented_data();
    void setIsWhatIsDocumented();
    void accountMayDoWhatTheSetSaysAndNoMore_data();
    void accountMayDoWhatTheSetSaysAndNoMore();
    void rightsReachNeitherBlockedUnitsNorAdministrators();
    void denialIsFoundAndRefused();
    void unitsHoldTheRightsAndOthersDoNot();
    void surplusIsTakenAwayAndComesBackWithUndo();

private:
    [[nodiscard]] Answers answers(PermissionSet set) const;
    [[nodiscard]] QStringList listOf(const QString &dn, const QString &sid = {}) const;
    [[nodiscard]] CommandOutput asAccount(const QString &program, const QStringList &arguments,
                                          const QByteArray &input = {}) const;
    [[nodiscard]] bool signIn() const;
    /// True when a change was made, false when the controller refused it for want of rights.
    [[nodiscard]] std::optional<bool> mayChange(const QByteArray &ldif) const;
    [[nodiscard]] std::optional<bool> mayReadChanges() const;
    [[nodiscard]] std::optional<bool> mayReset(const QString &dn) const;
    [[nodiscard]] std::optional<bool> mayWrite(const QString &dn, const QByteArray &attribute,
                                               const QByteArray &value) const;
    [[nodiscard]] QString someone(const QString &filter, const QString &unit = QStringLiteral("OU=Sales")) const;
    [[nodiscard]] PermissionProof proof(const std::shared_ptr<Session> &session, const QStringList &parts = {}) const;

    DirectoryLab m_lab{{QStringLiteral("CONTOSO.TEST"), true, true, false}};
};

Answers PermissionSetsTest::answers(PermissionSet set) const
{
    return m_lab.answers({QStringLiteral("SYNC1")}, {set});
}

QStringList PermissionSetsTest::listOf(const QString &dn, const QString &sid) const
{
    QStringList arguments{QStringLiteral(ACCESS_LIST), m_lab.lab.database(), dn};
    if (!sid.isEmpty())
        arguments.append(sid);
    const CommandOutput read = runCommand(QLatin1String(python), arguments);
    QStringList lines = QString::fromUtf8(read.output).split(u'\n', Qt::SkipEmptyParts);
    return read.ok() ? lines : QStringList{QString::fromUtf8(read.all())};
}

CommandOutput PermissionSetsTest::asAccount(const QString &program, const QStringList &arguments,
                                            const QByteArray &input) const
{
    QProcessEnvironment environment = m_lab.lab.environment();
    environment.insert(QStringLiteral("KRB5CCNAME"),
                       QStringLiteral("FILE:%1/run/account-ticket").arg(m_lab.lab.folder()));
    return runCommand(program, arguments, environment, input);
}

// As the host does it: SYNC1 retrieves the account's password and gets a ticket with it.
bool PermissionSetsTest::signIn() const
{
    const QString password = m_lab.lab.manifest()
                                 .value(QStringLiteral("computers"))
                                 .toObject()
                                 .value(QStringLiteral("SYNC1"))
                                 .toObject()
                                 .value(QStringLiteral("password"))
                                 .toString();
    const CommandOutput ticket =
        asAccount(QStringLiteral("samba-tool"),
                  {QStringLiteral("user"), QStringLiteral("get-kerberos-ticket"), QStringLiteral("provAgentgMSA$"),
                   QStringLiteral("--output-krb5-ccache=%1/run/account-ticket").arg(m_lab.lab.folder()),
                   QStringLiteral("-H"), QStringLiteral("ldap://") + m_lab.lab.host(), QStringLiteral("-s"),
                   m_lab.lab.folder() + QStringLiteral("/etc/smb.conf"), QStringLiteral("--use-kerberos=required"),
                   QStringLiteral("-U"), QStringLiteral("SYNC1$@CONTOSO.TEST%") + password});
    if (!ticket.ok())
        qWarning("%s", ticket.all().constData());
    return ticket.ok();
}

std::optional<bool> PermissionSetsTest::mayChange(const QByteArray &ldif) const
{
    constexpr int insufficientAccess = 50;
    constexpr int constraintViolation = 19;
    const CommandOutput done = asAccount(QStringLiteral("ldapmodify"),
                                         {QStringLiteral("-Q"), QStringLiteral("-N"), QStringLiteral("-Y"),
                                          QStringLiteral("GSSAPI"), QStringLiteral("-H"), m_lab.lab.plainUri()},
                                         ldif);
    if (done.ok())
        return true;
    if (done.exitCode == insufficientAccess || done.exitCode == constraintViolation)
        return false;
    qWarning("%d %s", done.exitCode, done.all().constData());
    return std::nullopt;
}

std::optional<bool> PermissionSetsTest::mayReadChanges() const
{
    constexpr int insufficientAccess = 50;
    const CommandOutput done =
        asAccount(QStringLiteral("ldapsearch"),
                  {QStringLiteral("-Q"), QStringLiteral("-N"), QStringLiteral("-LLL"), QStringLiteral("-Y"),
                   QStringLiteral("GSSAPI"), QStringLiteral("-H"), m_lab.lab.plainUri(), QStringLiteral("-b"),
                   m_lab.lab.base(), QStringLiteral("-E"), QStringLiteral("!dirSync=0/0"),
                   QStringLiteral("(sAMAccountName=lab.ordinary)"), QStringLiteral("userPrincipalName")});
    if (done.ok() && done.output.contains("lab.ordinary@contoso.com"))
        return true;
    if (done.exitCode == insufficientAccess)
        return false;
    qWarning("%d %s", done.exitCode, done.all().constData());
    return std::nullopt;
}

std::optional<bool> PermissionSetsTest::mayReset(const QString &dn) const
{
    const QString quoted = QStringLiteral("\"N3w-Passw0rd-%1\"").arg(dn.size());
    const QByteArray utf16(reinterpret_cast<const char *>(quoted.utf16()), quoted.size() * 2);
    return mayChange("dn: " + dn.toUtf8() +
                     "\nchangetype: modify\nreplace: unicodePwd\nunicodePwd:: " + utf16.toBase64() + "\n");
}

std::optional<bool> PermissionSetsTest::mayWrite(const QString &dn, const QByteArray &attribute,
                                                 const QByteArray &value) const
{
    return mayChange("dn: " + dn.toUtf8() + "\nchangetype: modify\nreplace: " + attribute + '\n' + attribute + ": " +
                     value + '\n');
}

QString PermissionSetsTest::someone(const QString &filter, const QString &unit) const
{
    const auto found = m_lab.lab.entries(unit.isEmpty() ? m_lab.lab.base() : unit + u',' + m_lab.lab.base(), filter,
                                         {QStringLiteral("1.1")});
    return found.isEmpty() ? QString() : found.first().dn;
}

PermissionProof PermissionSetsTest::proof(const std::shared_ptr<Session> &session, const QStringList &parts) const
{
    auto directory = session->directory(m_lab.lab.domain(), {});
    auto permissions = domainPermissions(*session, session->answers().serviceAccount.value(), m_lab.lab.domain(), {});
    if (!directory || !permissions)
        return {};
    return provePermissions(**directory, *permissions, parts, {}).value_or(PermissionProof());
}

void PermissionSetsTest::initTestCase()
{
    QVERIFY2(m_lab.lab.start(), qPrintable(m_lab.lab.errorText()));
    // The account alone, so that each set starts from nothing.
    TaskRun run(m_lab.session(m_lab.answers({QStringLiteral("SYNC1")}, {})));
    QCOMPARE(run.apply(), QString());
    QVERIFY(signIn());
}

void PermissionSetsTest::setIsWhatIsDocumented_data()
{
    QTest::addColumn<PermissionSet>("set");
    for (const PermissionSet set :
         {PermissionSet::BasicRead, PermissionSet::PasswordHashSync, PermissionSet::PasswordWriteBack,
          PermissionSet::HybridExchangePermissions, PermissionSet::ExchangeMailPublicFolderPermissions,
          PermissionSet::UserGroupCreateDelete, PermissionSet::All})
        QTest::newRow(qPrintable(permissionSetName(set))) << set;
}

void PermissionSetsTest::setIsWhatIsDocumented()
{
    QFETCH(const PermissionSet, set);
    // A foreign denial and a foreign grant, which have to stand where they stood.
    for (const char *planted :
         {"(D;;WP;;;S-1-5-21-1-2-3-4711)", "(OA;CI;RP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1-2-3-4712)"}) {
        if (!listOf(m_lab.lab.base()).join(u' ').contains(QLatin1String(planted).right(6).chopped(1)))
            QVERIFY(m_lab.lab
                        .sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--action=allow"),
                                    QStringLiteral("--objectdn=") + m_lab.lab.base(),
                                    QStringLiteral("--sddl=") + QLatin1String(planted)})
                        .ok());
    }
    const QStringList before = listOf(m_lab.lab.base());
    QVERIFY2(before.join(u' ').contains(QStringLiteral("S-1-5-21-1-2-3-4711")), qPrintable(before.join(u'\n')));
    const QString sid = m_lab.sidOf(m_lab.accountDn());
    TaskRun run(m_lab.session(answers(set)));
    QCOMPARE(run.apply(), QString());

    QStringList own = listOf(m_lab.lab.base(), sid);
    own.sort();
    QCOMPARE(own, documented(set));
    QStringList foreign = listOf(m_lab.lab.base());
    foreign.removeIf([&](const QString &line) { return line.endsWith(u';' + sid); });
    QCOMPARE(foreign, before);
    const QStringList sddl = DirectoryLab::entries(m_lab.sddl(m_lab.lab.base()));
    QCOMPARE(std::count_if(sddl.begin(), sddl.end(), [&](const QString &entry) { return entry.endsWith(u';' + sid); }),
             own.size());

    QCOMPARE(run.undo(), QString());
    QCOMPARE(listOf(m_lab.lab.base()), before);
}

void PermissionSetsTest::accountMayDoWhatTheSetSaysAndNoMore_data()
{
    QTest::addColumn<PermissionSet>("set");
    QTest::addColumn<bool>("changes");      // reads the stream of changes
    QTest::addColumn<bool>("reset");        // resets a user's password
    QTest::addColumn<bool>("unlock");       // writes lockoutTime
    QTest::addColumn<bool>("writeUser");    // writes any attribute of a user
    QTest::addColumn<bool>("writeContact"); // of a contact
    QTest::addColumn<bool>("makeGroup");    // makes and deletes a group
    //                                                              changes reset  unlock user   contact group
    QTest::newRow("BasicRead") << PermissionSet::BasicRead << true << false << false << false << false << false;
    QTest::newRow("PasswordHashSync") << PermissionSet::PasswordHashSync << true << false << false << false << false
                                      << false;
    QTest::newRow("PasswordWriteBack") << PermissionSet::PasswordWriteBack << false << true << true << false << false
                                       << false;
    QTest::newRow("HybridExchangePermissions")
        << PermissionSet::HybridExchangePermissions << false << false << true << true << true << false;
    QTest::newRow("UserGroupCreateDelete")
        << PermissionSet::UserGroupCreateDelete << false << false << true << true << false << true;
    QTest::newRow("All") << PermissionSet::All << true << true << true << true << true << true;
}

void PermissionSetsTest::accountMayDoWhatTheSetSaysAndNoMore()
{
    QFETCH(const PermissionSet, set);
    QFETCH(const bool, changes);
    QFETCH(const bool, reset);
    QFETCH(const bool, unlock);
    QFETCH(const bool, writeUser);
    QFETCH(const bool, writeContact);
    QFETCH(const bool, makeGroup);
    const QString person = someone(QStringLiteral("(&(objectCategory=person)(objectClass=user)(!(adminCount=1)))"));
    const QString machine = someone(QStringLiteral("(sAMAccountName=FILES1$)"), {});
    const QString listed = someone(QStringLiteral("(objectClass=contact)"), {});
    QVERIFY(!person.isEmpty() && !machine.isEmpty() && !listed.isEmpty());
    const auto session = m_lab.session(answers(set));
    TaskRun run(session);
    QCOMPARE(run.apply(), QString());
    // Every right that was written is effective where nothing stands in its way.
    const PermissionProof computed = proof(session, {QStringLiteral("OU=Sales,") + m_lab.lab.base()});
    QVERIFY(!computed.samples.isEmpty());
    QStringList lacking;
    for (const ProvedRight &right : computed.onOrdinary(false))
        lacking.append(right.sample.dn + u' ' + permissionWords(right.wanted.permission, {}, {}));
    QCOMPARE(lacking, QStringList());

    QCOMPARE(mayReadChanges(), std::optional(changes));
    QCOMPARE(mayReset(person), std::optional(reset));
    QCOMPARE(mayWrite(person, "lockoutTime", "0"), std::optional(unlock));
    QCOMPARE(mayWrite(person, "description", "written by the account"), std::optional(writeUser));
    QCOMPARE(mayWrite(listed, "description", "written by the account"), std::optional(writeContact));
    QCOMPARE(mayWrite(person, "mS-DS-ConsistencyGuid", "0123456789abcdef"), std::optional(true));
    QCOMPARE(mayWrite(machine, "description", "written by the account"), std::optional(false));
    const QByteArray made = "CN=made by the account,OU=Sales," + m_lab.lab.base().toUtf8();
    QCOMPARE(mayChange("dn: " + made + "\nchangetype: add\nobjectClass: group\nsAMAccountName: madeByAccount\n"),
             std::optional(makeGroup));
    if (makeGroup)
        QCOMPARE(mayChange("dn: " + made + "\nchangetype: delete\n"), std::optional(true));
    const QByteArray unit = "OU=made by the account," + m_lab.lab.base().toUtf8();
    QCOMPARE(mayChange("dn: " + unit + "\nchangetype: add\nobjectClass: organizationalUnit\n"), std::optional(false));

    QCOMPARE(run.undo(), QString());
    QCOMPARE(mayReadChanges(), std::optional(false));
    QCOMPARE(mayReset(person), std::optional(false));
}

void PermissionSetsTest::rightsReachNeitherBlockedUnitsNorAdministrators()
{
    const QString blockedUnit = m_lab.lab.manifest().value(QStringLiteral("blockedUnit")).toString();
    const QString blocked = someone(QStringLiteral("(&(objectCategory=person)(objectClass=user))"),
                                    blockedUnit.chopped(m_lab.lab.base().size() + 1));
    const QString administrator = someone(QStringLiteral("(cn=Lindqvist Administrator)"), {});
    QVERIFY(!blocked.isEmpty() && !administrator.isEmpty());
    const auto session = m_lab.session(answers(PermissionSet::PasswordWriteBack));
    TaskRun run(session);
    QCOMPARE(run.apply(), QString());
    const PermissionProof computed = proof(session);
    QVERIFY2(computed.blockedContainers.contains(blockedUnit), qPrintable(computed.blockedContainers.join(u' ')));
    QStringList behind;
    QStringList held;
    for (const ProvedRight &right : computed.lacking) {
        if (right.sample.kind == ProofSample::Kind::BehindBlockedInheritance)
            behind.append(right.sample.dn);
        if (right.sample.kind == ProofSample::Kind::HeldByAdminSdHolder)
            held.append(right.sample.dn);
    }
    QVERIFY(!behind.isEmpty() && !held.isEmpty());
    for (const QString &dn : std::as_const(behind))
        QVERIFY2(isSameOrBelow(dn, blockedUnit), qPrintable(dn));
    behind.removeDuplicates();
    held.removeDuplicates();
    for (const QString &dn : behind + held)
        QCOMPARE(mayReset(dn), std::optional(false)); // the controller agrees, object by object
    QCOMPARE(mayReset(blocked), std::optional(false));
    QCOMPARE(mayReset(administrator), std::optional(false));

    Answers asked = answers(PermissionSet::PasswordWriteBack);
    RunContext context;
    const QVector<Finding> findings = directoryFindings(m_lab.session(asked), context);
    const auto severity = [&](const QString &check) {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &one) {
            return one.id == QStringLiteral("directory.contoso.test.") + check;
        });
        return found == findings.end() ? QStringLiteral("none") : severityName(found->severity);
    };
    QCOMPARE(severity(QStringLiteral("permissionsProof")), QStringLiteral("ok"));
    QCOMPARE(severity(QStringLiteral("blockedInheritance")), QStringLiteral("warning"));
    QCOMPARE(severity(QStringLiteral("adminSdHolder")), QStringLiteral("info"));

    // The remedy that the finding names: the blocked unit as a target of its own.
    asked.serviceAccount->permissionTargets = QStringList{m_lab.lab.base(), blockedUnit};
    TaskRun more(m_lab.session(asked));
    QCOMPARE(more.apply(), QString());
    QCOMPARE(mayReset(blocked), std::optional(true));
    QCOMPARE(more.undo(), QString());
    QCOMPARE(run.undo(), QString());
}

void PermissionSetsTest::denialIsFoundAndRefused()
{
    const QString sid = m_lab.sidOf(m_lab.accountDn());
    const QString denial = QStringLiteral("(OD;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;bf967aba-0de6-11d0-a285-"
                                          "00aa003049e2;%1)")
                               .arg(sid);
    QVERIFY(m_lab.lab
                .sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--action=deny"),
                            QStringLiteral("--objectdn=") + m_lab.lab.base(), QStringLiteral("--sddl=") + denial})
                .ok());
    TaskRun run(m_lab.session(answers(PermissionSet::PasswordWriteBack)));
    const QString refused = run.apply();
    QVERIFY2(refused.contains(QStringLiteral("directory.rightMissing")) && refused.contains(QStringLiteral("(OD;")),
             qPrintable(refused));
    const QString person = someone(QStringLiteral("(&(objectCategory=person)(objectClass=user)(!(adminCount=1)))"));
    QCOMPARE(mayReset(person), std::optional(false)); // and the controller does refuse it
    QCOMPARE(run.undo(), QString());
    QVERIFY(m_lab.lab
                .sambaTool({QStringLiteral("dsacl"), QStringLiteral("delete"),
                            QStringLiteral("--objectdn=") + m_lab.lab.base(), QStringLiteral("--sddl=") + denial})
                .ok());
}

void PermissionSetsTest::unitsHoldTheRightsAndOthersDoNot()
{
    const QString sales = QStringLiteral("OU=Sales,") + m_lab.lab.base();
    Answers asked = answers(PermissionSet::PasswordWriteBack);
    asked.serviceAccount->permissionTargets = QStringList{sales};
    const auto session = m_lab.session(asked);
    TaskRun run(session);
    QCOMPARE(run.apply(), QString());
    const QString filter = QStringLiteral("(&(objectCategory=person)(objectClass=user)(!(adminCount=1)))");
    QCOMPARE(mayReset(someone(filter)), std::optional(true));
    QCOMPARE(mayReset(someone(filter, QStringLiteral("OU=Engineering"))), std::optional(false));
    QCOMPARE(proof(session).onOrdinary(false).size(), 0);
    const QString sid = m_lab.sidOf(m_lab.accountDn());
    QCOMPARE(listOf(m_lab.lab.base(), sid), QStringList{row(0, control, "ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501", "")});
    QCOMPARE(listOf(sales, sid).size(), 3 + 5);
    QCOMPARE(run.states(), (QStringList{QStringLiteral("satisfied"), QStringLiteral("satisfied")}));
    QCOMPARE(run.undo(), QString());
    QCOMPARE(listOf(sales, sid), QStringList());
    QCOMPARE(mayReset(someone(filter)), std::optional(false));
}

void PermissionSetsTest::surplusIsTakenAwayAndComesBackWithUndo()
{
    const QString sid = m_lab.sidOf(m_lab.accountDn());
    const QString planted = QStringLiteral("(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;%1)").arg(sid); // full control
    QVERIFY(m_lab.lab
                .sambaTool({QStringLiteral("dsacl"), QStringLiteral("set"), QStringLiteral("--action=allow"),
                            QStringLiteral("--objectdn=") + m_lab.lab.base(), QStringLiteral("--sddl=") + planted})
                .ok());
    const QStringList before = listOf(m_lab.lab.base());
    const QString machine = someone(QStringLiteral("(sAMAccountName=FILES1$)"), {});
    QCOMPARE(mayWrite(machine, "description", "far too much"), std::optional(true));
    Answers asked = answers(PermissionSet::PasswordHashSync);
    asked.serviceAccount->removeSurplus = true;
    TaskRun run(m_lab.session(asked));
    QCOMPARE(run.apply(), QString());
    QStringList own = listOf(m_lab.lab.base(), sid);
    own.sort();
    QCOMPARE(own, documented(PermissionSet::PasswordHashSync));
    QCOMPARE(mayWrite(machine, "description", "far too much again"), std::optional(false));
    QCOMPARE(run.undo(), QString());
    QCOMPARE(listOf(m_lab.lab.base()), before);
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::PermissionSetsTest)
#include "PermissionSetsTest.moc"
