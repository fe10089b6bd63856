// SPDX-License-Identifier: GPL-3.0-or-later
// Readiness faults made for real in a domain, and the finding that each gives: the table in tests/README.md. Where the
// set-up can repair one, the repair is carried out and taken back.
#include "tests/integration/directory/DirectoryLab.h"
#include "tests/integration/directory/TaskRun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

struct Outcome
{
    QVector<Finding> findings;
    QVector<Error> failures;

    [[nodiscard]] Finding one(const char *check) const
    {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
            return finding.id == QStringLiteral("directory.contoso.test.") + QLatin1String(check);
        });
        return found == findings.end() ? Finding() : *found;
    }
    /// "error", "warning", … of a check.
    [[nodiscard]] QString severity(const char *check) const { return severityName(one(check).severity); }
    /// Of the only failure.
    [[nodiscard]] QString code() const
    {
        return failures.size() == 1 ? errorCodeName(failures.first().code)
                                    : QStringLiteral("%1 failures").arg(failures.size());
    }
};

Outcome examine(DirectoryLab &lab, const Answers &answers)
{
    Outcome outcome;
    RunContext context;
    outcome.findings = directoryFindings(lab.session(answers), context, &outcome.failures);
    return outcome;
}

Answers usual(const DirectoryLab &lab, const QStringList &repairs = {})
{
    Answers answers = lab.answers({QStringLiteral("SYNC1")}, {PermissionSet::BasicRead});
    answers.serviceAccount->repair = repairs;
    return answers;
}

QByteArray computerDn(const DirectoryLab &lab, const char *name)
{
    return lab.lab.manifest()
        .value(QStringLiteral("computers"))
        .toObject()
        .value(QLatin1String(name))
        .toObject()
        .value(QStringLiteral("dn"))
        .toString()
        .toUtf8();
}

QString rootKeys(const DirectoryLab &lab)
{
    return QStringLiteral("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,CN=Configuration,") +
           lab.lab.base();
}

QList<LdifEntry> keysOf(const DirectoryLab &lab)
{
    return lab.lab.entries(rootKeys(lab), QStringLiteral("(objectClass=msKds-ProvRootKey)"), {QStringLiteral("cn")});
}

/// ldbmodify on the database, past what the directory refuses to clients.
CommandOutput offline(const DirectoryLab &lab, const QByteArray &ldif)
{
    return runCommand(QStringLiteral("ldbmodify"),
                      {QStringLiteral("-H"), lab.lab.database(), QStringLiteral("--relax")},
                      QProcessEnvironment::systemEnvironment(), ldif);
}

} // namespace

class ReadinessFaultsTest : public QObject
{
    Q_OBJECT

    DirectoryLab m_lab;

    [[nodiscard]] int refusals(const QString &name) const
    {
        const auto found = m_lab.lab.entries(m_lab.lab.base(), QStringLiteral("(sAMAccountName=%1)").arg(name),
                                             {QStringLiteral("badPwdCount")});
        return found.isEmpty() ? -1 : found.first().value(QStringLiteral("badPwdCount")).toInt();
    }
    [[nodiscard]] static Answers signedInAs(Answers answers, const QString &user, BindMechanism mechanism)
    {
        answers.directories[0].credential.user = user;
        answers.directories[0].credential.password = {SecretReference::Kind::Entered,
                                                      QStringLiteral("Lab-Us3r-Passw0rd")};
        answers.directories[0].credential.mechanism = mechanism;
        return answers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_lab.lab.start(), qPrintable(m_lab.lab.errorText()));
        qputenv("KRB5_CONFIG", m_lab.lab.krb5Config().toUtf8());
        qputenv("KRB5CCNAME", "FILE:/nonexistent/ticket"); // of whoever runs the tests: none
    }

    void noRootKey()
    {
        DirectoryLab lab;
        QVERIFY2(lab.lab.start(), qPrintable(lab.lab.errorText()));
        QVERIFY(!keysOf(lab).isEmpty());
        for (const LdifEntry &key : keysOf(lab))
            QVERIFY(lab.lab.ldapModify("dn: " + key.dn.toUtf8() + "\nchangetype: delete\n").ok());
        const Outcome outcome = examine(lab, usual(lab));
        QCOMPARE(outcome.severity("kdsRootKey"), QStringLiteral("error"));
        QVERIFY(outcome.one("kdsRootKey").canRepair);
        QCOMPARE(outcome.code(), QStringLiteral("directory.kdsRootKeyMissing"));
        TaskRun refused(lab.session(usual(lab)));
        QVERIFY2(refused.states().first().startsWith(QStringLiteral("conflict directory.kdsRootKeyMissing")),
                 qPrintable(refused.states().first()));
        QCOMPARE(keysOf(lab).size(), 0); // without being asked to, nothing makes one

        const Answers agreed = usual(lab, {QStringLiteral("kdsRootKey")});
        QCOMPARE(examine(lab, agreed).severity("kdsRootKey"), QStringLiteral("warning"));
        const auto tasks = directoryTasks(lab.session(agreed));
        QCOMPARE(tasks.front()->id(), QStringLiteral("directory.contoso.test.kdsRootKey"));
        QVERIFY(!tasks.front()->reversibility().reversible);
        TaskRun making(lab.session(agreed));
        const QString ended = making.apply(); // the key is there, and not yet usable
        QVERIFY2(ended.contains(QStringLiteral("directory.kdsRootKeyMissing")), qPrintable(ended));
        QCOMPARE(keysOf(lab).size(), 1);
        QVERIFY2(making.undo().contains(QStringLiteral("KDS root key")), "what stays is named");
        QCOMPARE(keysOf(lab).size(), 1);
        // Eleven hours later it is as good as one that Samba made: the controller derives a password from it.
        const QByteArray hoursAgo =
            QByteArray::number((QDateTime::currentMSecsSinceEpoch() + 11644473600000 - 11 * 3600 * 1000) * 10000);
        QVERIFY(offline(lab, "dn: " + keysOf(lab).first().dn.toUtf8() +
                                 "\nchangetype: modify\nreplace: msKds-UseStartTime\nmsKds-UseStartTime: " + hoursAgo +
                                 "\n")
                    .ok());
        TaskRun later(lab.session(agreed));
        QCOMPARE(later.apply(), QString());
        const CommandOutput password =
            lab.lab.sambaTool({QStringLiteral("user"), QStringLiteral("getpassword"), QStringLiteral("provAgentgMSA$"),
                               QStringLiteral("--attributes=unicodePwd")});
        QVERIFY2(password.ok() && password.output.contains("unicodePwd"), password.all().constData());
    }

    void rootKeyInTheFuture()
    {
        DirectoryLab lab;
        QVERIFY2(lab.lab.start(), qPrintable(lab.lab.errorText()));
        for (const LdifEntry &key : keysOf(lab))
            QVERIFY(lab.lab.ldapModify("dn: " + key.dn.toUtf8() + "\nchangetype: delete\n").ok());
        QVERIFY(lab.lab
                    .sambaTool({QStringLiteral("domain"), QStringLiteral("kds"), QStringLiteral("root-key"),
                                QStringLiteral("create")})
                    .ok());
        const Outcome young = examine(lab, usual(lab));
        QCOMPARE(young.severity("kdsRootKey"), QStringLiteral("error"));
        QCOMPARE(young.code(), QStringLiteral("directory.kdsRootKeyMissing"));
        QVERIFY2(young.failures.first().detail.startsWith(QStringLiteral("usable from ")),
                 qPrintable(young.failures.first().detail));
        const QDateTime usable = QDateTime::fromString(young.failures.first().detail.mid(12), Qt::ISODate);
        const qint64 minutes = QDateTime::currentDateTimeUtc().secsTo(usable) / 60;
        QVERIFY2(minutes >= 9 * 60 && minutes <= 10 * 60, qPrintable(QString::number(minutes)));
    }

    void containerDeleted()
    {
        DirectoryLab lab;
        QVERIFY2(lab.lab.start(), qPrintable(lab.lab.errorText()));
        const QByteArray dn = "CN=Managed Service Accounts," + lab.lab.base().toUtf8();
        // A critical object is protected by its flags; who deleted one had to take these off first.
        const CommandOutput flags =
            offline(lab, "dn: " + dn +
                             "\nchangetype: modify\nreplace: systemFlags\nsystemFlags: 0\n-\n"
                             "replace: isCriticalSystemObject\nisCriticalSystemObject: FALSE\n");
        QVERIFY2(flags.ok(), flags.all().constData());
        const CommandOutput deleted = offline(lab, "dn: " + dn + "\nchangetype: delete\n");
        QVERIFY2(deleted.ok(), deleted.all().constData());
        const Outcome outcome = examine(lab, usual(lab));
        QCOMPARE(outcome.severity("serviceAccountContainer"), QStringLiteral("error"));
        QVERIFY(outcome.one("serviceAccountContainer").canRepair);
        QCOMPARE(outcome.code(), QStringLiteral("directory.serviceAccountContainerMissing"));

        const Answers agreed = usual(lab, {QStringLiteral("serviceAccountContainer")});
        QCOMPARE(examine(lab, agreed).severity("serviceAccountContainer"), QStringLiteral("info"));
        TaskRun run(lab.session(agreed));
        QCOMPARE(run.apply(), QString());
        QCOMPARE(examine(lab, agreed).severity("serviceAccountContainer"), QStringLiteral("ok"));
        QCOMPARE(lab.lab
                     .entries(QString::fromUtf8(dn), QStringLiteral("(sAMAccountName=provAgentgMSA$)"),
                              {QStringLiteral("cn")})
                     .size(),
                 1);
        QCOMPARE(run.undo(), QString());
        QCOMPARE(
            lab.lab.entries(lab.lab.base(), QStringLiteral("(cn=Managed Service Accounts)"), {QStringLiteral("cn")})
                .size(),
            0);
    }

    void containerNotNamed()
    {
        DirectoryLab lab;
        QVERIFY2(lab.lab.start(), qPrintable(lab.lab.errorText()));
        const QByteArray dn = "CN=Managed Service Accounts," + lab.lab.base().toUtf8();
        QVERIFY(lab.lab
                    .ldapModify("dn: " + lab.lab.base().toUtf8() +
                                "\nchangetype: modify\ndelete: otherWellKnownObjects\notherWellKnownObjects: "
                                "B:32:1EB93889E40C45DF9F0C64D23BBB6237:" +
                                dn + "\n")
                    .ok());
        const QByteArray before = lab.lab.dump().output;
        QCOMPARE(examine(lab, usual(lab)).severity("serviceAccountContainer"), QStringLiteral("error"));
        TaskRun refused(lab.session(usual(lab)));
        QVERIFY2(
            refused.states().first().startsWith(QStringLiteral("conflict directory.serviceAccountContainerMissing")),
            qPrintable(refused.states().first()));
        TaskRun run(lab.session(usual(lab, {QStringLiteral("serviceAccountContainer")})));
        QCOMPARE(run.apply(), QString()); // the container that is there is named again
        QCOMPARE(run.undo(), QString());
        QVERIFY(lab.lab.dump().output == before);
    }

    void accountWithAesAgainstHostWithRc4()
    {
        QVERIFY(m_lab.lab
                    .ldapModify("dn: " + computerDn(m_lab, "FILES1") +
                                "\nchangetype: modify\nreplace: msDS-SupportedEncryptionTypes\n"
                                "msDS-SupportedEncryptionTypes: 4\n")
                    .ok());
        Answers answers = usual(m_lab);
        answers.serviceAccount->hosts = QStringList{QStringLiteral("FILES1")};
        // A new account takes RC4 beside AES for such a host, and says so.
        QCOMPARE(examine(m_lab, answers).severity("encryptionTypes"), QStringLiteral("warning"));
        const auto types = [&] {
            return m_lab.lab
                .entries(m_lab.accountDn(), QStringLiteral("(objectClass=*)"),
                         {QStringLiteral("msDS-SupportedEncryptionTypes")}, QStringLiteral("base"))
                .value(0)
                .value(QStringLiteral("msDS-SupportedEncryptionTypes"));
        };
        TaskRun forOldHost(m_lab.session(answers));
        QCOMPARE(forOldHost.apply(), QString());
        QCOMPARE(types(), QByteArray("28"));
        QCOMPARE(forOldHost.undo(), QString());

        TaskRun aesOnly(m_lab.session(usual(m_lab)));
        QCOMPARE(aesOnly.apply(), QString());
        QCOMPARE(types(), QByteArray("24"));
        const Outcome outcome = examine(m_lab, answers);
        QCOMPARE(outcome.severity("encryptionTypes"), QStringLiteral("error"));
        QCOMPARE(outcome.code(), QStringLiteral("directory.serviceAccountUnusable"));
        TaskRun refused(m_lab.session(answers));
        QVERIFY2(refused.states().first().startsWith(QStringLiteral("conflict directory.serviceAccountUnusable")),
                 qPrintable(refused.states().first()));
        answers.serviceAccount->repair = QStringList{QStringLiteral("encryptionTypes")};
        QCOMPARE(examine(m_lab, answers).severity("encryptionTypes"), QStringLiteral("info"));
        TaskRun repairing(m_lab.session(answers));
        QCOMPARE(repairing.apply(), QString());
        QCOMPARE(types(), QByteArray("28"));
        QCOMPARE(repairing.undo(), QString());
        QCOMPARE(types(), QByteArray("24"));
        QCOMPARE(aesOnly.undo(), QString());
    }

    void clockSevenMinutesAhead()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("answers.json"));
        QFile answers(file);
        QVERIFY(answers.open(QIODevice::WriteOnly));
        answers.write(
            QJsonDocument(
                QJsonObject{{QStringLiteral("version"), 1},
                            {QStringLiteral("license"), QJsonObject{{QStringLiteral("accepted"), true}}},
                            {QStringLiteral("directories"),
                             QJsonArray{QJsonObject{
                                 {QStringLiteral("domain"), m_lab.lab.domain()},
                                 {QStringLiteral("controllers"), QJsonArray{m_lab.lab.uri()}},
                                 {QStringLiteral("caFile"), m_lab.lab.caFile()},
                                 {QStringLiteral("credential"),
                                  QJsonObject{{QStringLiteral("user"), m_lab.lab.adminUser()},
                                              {QStringLiteral("password"),
                                               QJsonObject{{QStringLiteral("env"), QStringLiteral("LAB_PASSWORD")}}},
                                              {QStringLiteral("mechanism"), QStringLiteral("simple")}}}}}}})
                .toJson());
        answers.close();
        const auto severity = [&](const char *seconds) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(SHIFTED_CLOCK));
            environment.insert(QStringLiteral("SHIFTED_CLOCK"), QLatin1String(seconds));
            environment.insert(QStringLiteral("LAB_PASSWORD"), m_lab.lab.adminPassword());
            const CommandOutput run =
                runCommand(QStringLiteral(PRODUCT_CLI),
                           {QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--quiet"),
                            QStringLiteral("--answers"), file, QStringLiteral("--only"), QStringLiteral("directory"),
                            QStringLiteral("--state-dir"), folder.path()},
                           environment);
            const QJsonArray findings =
                QJsonDocument::fromJson(run.output).object().value(QStringLiteral("findings")).toArray();
            for (const QJsonValue &finding : findings) {
                if (finding.toObject().value(QStringLiteral("id")).toString() ==
                    QStringLiteral("directory.contoso.test.clockSkew"))
                    return QStringLiteral("%1, exit code %2")
                        .arg(finding.toObject().value(QStringLiteral("severity")).toString())
                        .arg(run.exitCode);
            }
            return QString::fromUtf8(run.all());
        };
        QCOMPARE(severity("0"), QStringLiteral("ok, exit code 0"));
        QCOMPARE(severity("420"), QStringLiteral("error, exit code 3"));
        QCOMPARE(severity("180"), QStringLiteral("warning, exit code 0"));
    }

    void administratorInProtectedUsers()
    {
        const QString administrator = QStringLiteral("adm.lindqvist@contoso.com");
        const auto person =
            m_lab.lab.entries(m_lab.lab.base(), QStringLiteral("(userPrincipalName=%1)").arg(administrator),
                              {QStringLiteral("sAMAccountName")});
        QCOMPARE(person.size(), 1);
        QVERIFY(m_lab.lab
                    .ldapModify("dn: CN=Protected Users,CN=Users," + m_lab.lab.base().toUtf8() +
                                "\nchangetype: modify\nadd: member\nmember: " + person.first().dn.toUtf8() + "\n")
                    .ok());
        // Kerberos comes first and works; what the vendor's wizard calls a wrong password is said for what it is.
        const Outcome kerberos = examine(m_lab, signedInAs(usual(m_lab), administrator, BindMechanism::Negotiate));
        QCOMPARE(kerberos.severity("connection"), QStringLiteral("ok"));
        QCOMPARE(kerberos.severity("credential"), QStringLiteral("info"));
        QVERIFY2(kerberos.one("credential").cause.contains(QStringLiteral("Protected Users")),
                 qPrintable(kerberos.one("credential").cause));
        const Outcome simple = examine(m_lab, signedInAs(usual(m_lab), administrator, BindMechanism::Simple));
        QCOMPARE(simple.severity("connection"), QStringLiteral("error"));
        QCOMPARE(simple.code(), QStringLiteral("directory.credentialDisabled"));
    }

    void expiredAndMustChangeAreSaid_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("password expired") << QStringLiteral("lab.expired@contoso.com");
        QTest::newRow("password must be changed") << QStringLiteral("lab.mustchange@contoso.com");
    }

    void expiredAndMustChangeAreSaid()
    {
        QFETCH(const QString, user);
        for (const BindMechanism mechanism : {BindMechanism::Negotiate, BindMechanism::Simple}) {
            const Outcome outcome = examine(m_lab, signedInAs(usual(m_lab), user, mechanism));
            QCOMPARE(outcome.severity("connection"), QStringLiteral("error"));
            QCOMPARE(outcome.code(), QStringLiteral("directory.credentialExpired"));
        }
    }

    void lockoutAtThree()
    {
        QVERIFY(m_lab.lab
                    .sambaTool({QStringLiteral("domain"), QStringLiteral("passwordsettings"), QStringLiteral("set"),
                                QStringLiteral("--account-lockout-threshold=3")})
                    .ok());
        const QString name = QStringLiteral("lab.lockable");
        for (int i = 0; i < 2; ++i)
            QVERIFY(!m_lab.lab
                         .ldapSearch(m_lab.lab.base(), QStringLiteral("(cn=x)"), {},
                                     name + QStringLiteral("@contoso.com"), QStringLiteral("not the password"))
                         .ok());
        QCOMPARE(refusals(name), 2);
        // With a ticket of an ordinary user at hand the account is looked at before its password is presented.
        const QString ticket = QStringLiteral("FILE:%1/run/ordinary").arg(m_lab.lab.folder());
        QProcessEnvironment environment = m_lab.lab.environment();
        environment.insert(QStringLiteral("KRB5CCNAME"), ticket);
        const CommandOutput signedIn = runCommand(
            QStringLiteral("kinit"), {QStringLiteral("lab.ordinary@CONTOSO.TEST")}, environment, "Lab-Us3r-Passw0rd\n");
        QVERIFY2(signedIn.ok(), signedIn.all().constData());
        Answers answers = signedInAs(usual(m_lab), name + QStringLiteral("@contoso.com"), BindMechanism::Simple);
        answers.directories[0].credential.password = {SecretReference::Kind::Entered, QStringLiteral("a guess")};
        qputenv("KRB5CCNAME", ticket.toUtf8());
        const Outcome careful = examine(m_lab, answers);
        qputenv("KRB5CCNAME", "FILE:/nonexistent/ticket");
        QCOMPARE(careful.severity("connection"), QStringLiteral("error"));
        QCOMPARE(careful.code(), QStringLiteral("directory.credentialLockedOut"));
        QVERIFY2(careful.failures.first().detail.startsWith(QStringLiteral("2 of 3 refused passwords are counted")),
                 qPrintable(careful.failures.first().detail));
        QCOMPARE(refusals(name), 2); // no attempt was made

        // Without one, a click is one attempt, however many parts ask: then the account is locked, and that is said.
        const auto session = m_lab.session(answers);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!session->directory(m_lab.lab.domain(), {}));
        QCOMPARE(refusals(name), 3);
        answers.directories[0].credential.password = {SecretReference::Kind::Entered,
                                                      QStringLiteral("Lab-Us3r-Passw0rd")};
        QCOMPARE(examine(m_lab, answers).code(), QStringLiteral("directory.credentialLockedOut"));
    }

    void fineGrainedPolicyCounts()
    {
        // For the administrator alone: locked out after one refusal.
        const CommandOutput made =
            m_lab.lab.sambaTool({QStringLiteral("domain"), QStringLiteral("passwordsettings"), QStringLiteral("pso"),
                                 QStringLiteral("create"), QStringLiteral("Strict"), QStringLiteral("1"),
                                 QStringLiteral("--account-lockout-threshold=1"), QStringLiteral("--complexity=off"),
                                 QStringLiteral("--min-pwd-length=4")});
        QVERIFY2(made.ok(), made.all().constData());
        QVERIFY(m_lab.lab
                    .sambaTool({QStringLiteral("domain"), QStringLiteral("passwordsettings"), QStringLiteral("pso"),
                                QStringLiteral("apply"), QStringLiteral("Strict"), QStringLiteral("Administrator")})
                    .ok());
        const Finding finding = examine(m_lab, usual(m_lab)).one("credential");
        QCOMPARE(severityName(finding.severity), QStringLiteral("warning"));
        QVERIFY2(finding.evidence.contains(QStringLiteral("CN=Strict,")), qPrintable(finding.evidence));
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ReadinessFaultsTest)
#include "ReadinessFaultsTest.moc"
