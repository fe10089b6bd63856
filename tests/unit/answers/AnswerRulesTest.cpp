// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"
#include "tests/unit/answers/AnswerExamples.h"

#include <QJsonDocument>
#include <QTest>

namespace cloudsync::test {

class AnswerRulesTest : public QObject
{
    Q_OBJECT

    static Answers good()
    {
        const auto answers = answersFromJson(completeText(), {});
        return answers ? *answers : Answers();
    }

private Q_SLOTS:
    void goodAnswersHaveNoProblem()
    {
        QVERIFY(good().serviceAccount);
        QCOMPARE(validateAnswers(good()).size(), 0);
        for (quint32 seed = 0; seed < 100; ++seed) {
            const QVector<Error> problems = validateAnswers(generatedAnswers(seed));
            QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().toLogText()));
        }
    }

    void aRuleThatIsBrokenNamesItsPlace_data()
    {
        QTest::addColumn<std::function<void(Answers &)>>("breakIt");
        QTest::addColumn<QStringList>("pointers");
        using Change = std::function<void(Answers &)>;
        const auto row = [](const char *name, const Change &change, const QStringList &pointers) {
            QTest::newRow(name) << change << pointers;
        };
        const auto one = [](const char *pointer) { return QStringList{QLatin1String(pointer)}; };

        row("account name too long", [](Answers &a) { a.serviceAccount->name = QStringLiteral("provAgentgMSA123"); }, one("/serviceAccount/name"));
        row("account in a foreign domain", [](Answers &a) { a.serviceAccount->domain = QStringLiteral("fabrikam.test"); }, one("/serviceAccount/domain"));
        row("no host for a new account", [](Answers &a) { a.serviceAccount->hosts.clear(); }, one("/serviceAccount/hosts"));
        row("no host for an existing account", [](Answers &a) { a.serviceAccount->hosts.clear(); a.serviceAccount->mode = ServiceAccountMode::Existing; }, {});
        row("host twice", [](Answers &a) { a.serviceAccount->hosts = QStringList{QStringLiteral("SYNC1"), QStringLiteral("sync1$")}; }, one("/serviceAccount/hosts/1"));
        row("host with a slash", [](Answers &a) { a.serviceAccount->hosts = QStringList{QStringLiteral("CONTOSO\\SYNC1")}; }, one("/serviceAccount/hosts/0"));
        row("permissions on what is no name", [](Answers &a) { a.serviceAccount->permissionTargets = QStringList{QStringLiteral("Sales")}; }, one("/serviceAccount/permissionTargets/0"));
        row("permissions in a domain nobody named", [](Answers &a) { a.serviceAccount->permissionTargets = QStringList{QStringLiteral("OU=Sales,DC=fabrikam,DC=test")}; }, one("/serviceAccount/permissionTargets/0"));
        row("permissions twice on one unit", [](Answers &a) { a.serviceAccount->permissionTargets = QStringList{QStringLiteral("OU=Sales,DC=contoso,DC=test"), QStringLiteral("ou=sales, dc=contoso,dc=TEST")}; }, one("/serviceAccount/permissionTargets/1"));
        row("permissions on a unit", [](Answers &a) { a.serviceAccount->permissionTargets = QStringList{QStringLiteral("OU=Sales,DC=contoso,DC=test")}; }, {});
        row("single-label domain", [](Answers &a) { a.configurations[0].domain = QStringLiteral("contoso"); a.configurations[0].scope.reset(); }, one("/configurations/0/domain"));
        row("label that ends in a hyphen", [](Answers &a) { a.directories[0].domain = QStringLiteral("con-.test"); a.serviceAccount.reset(); }, one("/directories/0/domain"));
        row("directory twice", [](Answers &a) { a.directories.append(a.directories.first()); a.directories[1].domain = QStringLiteral("CONTOSO.TEST"); }, one("/directories/1/domain"));
        row("configuration twice", [](Answers &a) { a.configurations.append(a.configurations.first()); }, one("/configurations/1/domain"));
        row("configuration without its directory", [](Answers &a) { a.directories.clear(); a.serviceAccount.reset(); }, {});
        row("controller of a web server", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("https://dc1.contoso.test")}; }, one("/directories/0/controllers/0"));
        row("controller without a scheme", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("dc1.contoso.test")}; }, one("/directories/0/controllers/0"));
        row("controller with a path", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("ldap://dc1/DC=contoso")}; }, one("/directories/0/controllers/0"));
        row("controller with a password", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("ldaps://u:p@dc1")}; }, one("/directories/0/controllers/0"));
        row("controller with a wrong port", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("ldaps://dc1:99999")}; }, one("/directories/0/controllers/0"));
        row("controller with port zero", [](Answers &a) { a.directories[0].controllers = QStringList{QStringLiteral("ldaps://dc1:0")}; }, one("/directories/0/controllers/0"));
        row("user without a name", [](Answers &a) { a.directories[0].credential.user.clear(); }, one("/directories/0/credential/user"));
        row("notifications to nobody", [](Answers &a) { a.configurations[0].notifications->recipients.clear(); }, one("/configurations/0/notifications/recipients"));
        row("no recipient while switched off", [](Answers &a) { a.configurations[0].notifications = NotificationAnswers{false, {}}; }, {});
        row("recipient that is no address", [](Answers &a) { a.configurations[0].notifications->recipients.append(QStringLiteral("it at contoso")); }, one("/configurations/0/notifications/recipients/1"));
        row("threshold below one", [](Answers &a) { a.configurations[0].accidentalDeletion->threshold = -1; }, one("/configurations/0/accidentalDeletion/threshold"));
        row("everything, with a list", [](Answers &a) { a.configurations[0].scope->kind = ScopeKind::All; }, one("/configurations/0/scope/distinguishedNames"));
        row("units without a list", [](Answers &a) { a.configurations[0].scope->distinguishedNames.clear(); }, one("/configurations/0/scope/distinguishedNames"));
        row("groups without a list", [](Answers &a) { a.configurations[0].scope = ScopeAnswers{ScopeKind::Groups, {}}; }, one("/configurations/0/scope/distinguishedNames"));
        row("fifty scopes", [](Answers &a) { a.configurations[0].scope->distinguishedNames = units(50); }, {});
        row("sixty scopes", [](Answers &a) { a.configurations[0].scope->distinguishedNames = units(60); }, one("/configurations/0/scope/distinguishedNames"));
        row("scope that is no name", [](Answers &a) { a.configurations[0].scope->distinguishedNames = QStringList{QStringLiteral("Sales")}; }, one("/configurations/0/scope/distinguishedNames/0"));
        row("scope in another domain", [](Answers &a) { a.configurations[0].scope->distinguishedNames = QStringList{QStringLiteral("OU=Sales,DC=fabrikam,DC=test")}; }, one("/configurations/0/scope/distinguishedNames/0"));
        row("scope in a child domain", [](Answers &a) { a.configurations[0].scope->distinguishedNames = QStringList{QStringLiteral("OU=Sales,DC=emea,DC=contoso,DC=test")}; }, one("/configurations/0/scope/distinguishedNames/0"));
        row("scope twice in other letters", [](Answers &a) { a.configurations[0].scope->distinguishedNames.append(QStringLiteral("ou=sales, dc=CONTOSO,dc=test")); }, one("/configurations/0/scope/distinguishedNames/1"));
        row("mapping without a target", [](Answers &a) { a.configurations[0].attributeMappings[0].target.clear(); }, one("/configurations/0/attributeMappings/0/target"));
        row("mapping without a source", [](Answers &a) { a.configurations[0].attributeMappings[0].source.clear(); }, one("/configurations/0/attributeMappings/0/source"));
        row("removal without a source", [](Answers &a) { a.configurations[0].attributeMappings[0].source.clear(); a.configurations[0].attributeMappings[0].remove = true; }, {});
        row("target twice", [](Answers &a) { a.configurations[0].attributeMappings.append(a.configurations[0].attributeMappings.first()); a.configurations[0].attributeMappings[1].target = QStringLiteral("EMPLOYEEHIREDATE"); }, one("/configurations/0/attributeMappings/1/target"));
        row("same target of another object", [](Answers &a) { a.configurations[0].attributeMappings.append(a.configurations[0].attributeMappings.first()); a.configurations[0].attributeMappings[1].object = QStringLiteral("inetOrgPerson"); }, {});
        row("certificate without a file", [](Answers &a) { a.signIn->method = SignInMethod::Certificate; }, one("/signIn/certificate"));
        row("no tenant", [](Answers &a) { a.signIn->tenant.clear(); }, one("/signIn/tenant"));
        row("unknown cloud", [](Answers &a) { a.cloud = QStringLiteral("mars"); }, one("/cloud"));
        row("own cloud without TLS", [](Answers &a) { a.customCloud = CustomCloud{QStringLiteral("x"), QStringLiteral("http://l.test"), QStringLiteral("https://g.test"), QStringLiteral("g"), {}, {}}; },
            {QStringLiteral("/cloud/authority"), QStringLiteral("/cloud/audience")});
        row("proxy user without a proxy", [](Answers &a) { a.server->proxy = QStringLiteral("none"); a.server->proxyCredential.user = QStringLiteral("ada"); }, one("/server/proxyCredential"));
        row("proxy password without a user", [](Answers &a) { a.server->proxyCredential.password = {SecretReference::Kind::Prompt, {}}; }, one("/server/proxyCredential/user"));
        row("proxy user at the system's proxy", [](Answers &a) { a.server->proxyCredential = {QStringLiteral("ada"), {SecretReference::Kind::Prompt, {}}}; }, {});
        row("proxy without a port", [](Answers &a) { a.server->proxy = QStringLiteral("http://proxy"); }, one("/server/proxy"));
        row("hashes without the right for them", [](Answers &a) { a.serviceAccount->permissions = {PermissionSet::BasicRead}; }, {});
    }

    void aRuleThatIsBrokenNamesItsPlace()
    {
        QFETCH(std::function<void(Answers &)>, breakIt);
        QFETCH(QStringList, pointers);
        Answers answers = good();
        breakIt(answers);
        QStringList found;
        for (const Error &problem : validateAnswers(answers)) {
            QCOMPARE(problem.code, ErrorCode::AnswersInvalid);
            QVERIFY(problem.detail.endsWith(u'.'));
            found.append(problem.subject);
        }
        QCOMPARE(found, pointers);
    }

    void anAccountNameIsJudged_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, bool good) { QTest::newRow(name) << QString::fromUtf8(name) << good; };
        row("provAgentgMSA", true);
        row("a", true);
        row("fifteen-chars-x", true);
        row("sixteen-chars-xx", false);
        row("", false);
        row("svc$", false);
        row("123456", false);
        row("1a", true);
        row("two words", false);
        row("tab\there", false);
        row("comma,name", false);
        row("quo\"te", false);
        row("it's", false);
        row("semi;colon", false);
        row("at@sign", false);
        row("ends.", false);
        row(".begins", false);
        row("do.t", true);
        row("under_score-", true);
    }

    void anAccountNameIsJudged()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(serviceAccountNameProblem(name).isEmpty(), good);
    }

    void aMailAddressIsJudged_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *address, bool good) { QTest::newRow(address) << QString::fromUtf8(address) << good; };
        row("it@contoso.com", true);
        row("o'neil+sync@mail.contoso.co.uk", true);
        row("", false);
        row("it", false);
        row("it@", false);
        row("@contoso.com", false);
        row("it@contoso", false);
        row("it@@contoso.com", false);
        row("a..b@contoso.com", false);
        row(".a@contoso.com", false);
        row("it @contoso.com", false);
        row("it@contoso.com,hr@contoso.com", false);
        row("it@-contoso.com", false);
        row("Name <it@contoso.com>", false);
    }

    void aMailAddressIsJudged()
    {
        QFETCH(QString, address);
        QFETCH(bool, good);
        QCOMPARE(mailAddressProblem(address).isEmpty(), good);
    }

    void aDistinguishedNameIsJudged_data()
    {
        QTest::addColumn<QString>("dn");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *dn, bool good) { QTest::newRow(dn) << QString::fromUtf8(dn) << good; };
        row("OU=Sales,DC=contoso,DC=com", true);
        row("DC=contoso,DC=com", true);
        row("OU=A\\, B,OU=Ärzte,DC=contoso,DC=com", true);
        row("", false);
        row("Sales", false);
        row("OU=Sales", false);
        row("OU=Sales,", false);
        row("OU=,DC=contoso,DC=com", false);
        row("contoso.com/Sales", false);
    }

    void aDistinguishedNameIsJudged()
    {
        QFETCH(QString, dn);
        QFETCH(bool, good);
        QCOMPARE(distinguishedNameProblem(dn).isEmpty(), good);
    }

    void aThresholdBelowOneIsRefused()
    {
        QVERIFY(!deletionThresholdProblem(0).isEmpty());
        QVERIFY(!deletionThresholdProblem(-1).isEmpty());
        QVERIFY(deletionThresholdProblem(1).isEmpty());
    }

private:
    static QStringList units(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i)
            list.append(QStringLiteral("OU=%1,DC=contoso,DC=test").arg(i));
        return list;
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::AnswerRulesTest)
#include "AnswerRulesTest.moc"
