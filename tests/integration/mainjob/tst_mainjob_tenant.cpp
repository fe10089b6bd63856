// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the tenant after apply, and that a cycle provisions exactly the users in scope: compared with the
// directory as ldapsearch shows it.
#include "Laboratory.h"
#include "Shapes.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

namespace cloudsync::tests {

class MainJobTenantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secretsHoldDomainKeysAndNotifications();
    void eachTemplateHasOneStartedJob();
    void credentialDataIsMappedOnceForUserAndInetOrgPerson();
    void ownMappingStandsBesideTheDefaults();
    void containerFilterHoldsTheOrganizationalUnits();
    void usersInScopeExistAndOthersDoNot();
    void unroutableSuffixBecomesTheInitialDomain();
    void statusShowsTheNumberThatTheDirectoryHolds();
    void everyRequestBodyWasAccepted();

private:
    QJsonObject job(const QString &templateId) const;
    QJsonObject rule() const;
    QJsonObject mapping(const QString &sourceObject) const;
    /// Users of the tenant that come from the directory: source anchor to object.
    QMap<QString, QJsonObject> synchronizedUsers();
    /// objectGUID in base64 of every user in the scope of the answers.
    std::optional<QSet<QString>> usersInScope() const;

    Laboratory m_lab;
    QStringList m_scope;
    QJsonObject m_configuration;
};

void MainJobTenantTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    const CliRun run = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                  m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    const QJsonObject wanted = m_lab.answers().value(QStringLiteral("configurations")).toArray().first().toObject();
    m_scope = wanted.value(QStringLiteral("scope"))
                  .toObject()
                  .value(QStringLiteral("distinguishedNames"))
                  .toVariant()
                  .toStringList();
    QVERIFY(m_scope.size() > 2);
    m_configuration = m_lab.configuration(QStringLiteral("contoso.test"));
    QVERIFY(!m_configuration.isEmpty());
}

void MainJobTenantTest::secretsHoldDomainKeysAndNotifications()
{
    QList<QPair<QString, QJsonObject>> secrets;
    const QJsonArray list = m_configuration.value(QStringLiteral("secrets")).toArray();
    for (const QJsonValue &one : list) {
        secrets.append(
            {one.toObject().value(QStringLiteral("key")).toString(),
             QJsonDocument::fromJson(one.toObject().value(QStringLiteral("value")).toString().toUtf8()).object()});
    }
    const auto values = [&](const char *key) {
        QList<QJsonObject> found;
        for (const auto &[name, value] : std::as_const(secrets)) {
            if (name == QLatin1String(key))
                found.append(value);
        }
        return found;
    };
    QCOMPARE(values("Domain"), (QList<QJsonObject>{{{QStringLiteral("domain"), QStringLiteral("contoso.test")}}}));
    QStringList scenarios;
    for (const QJsonObject &value : values("AppKey"))
        scenarios.append(value.value(QStringLiteral("appKeyScenario")).toString());
    QVERIFY2(scenarios.contains(QStringLiteral("AD2AADPasswordHash")), qPrintable(scenarios.join(u' ')));
    QCOMPARE(values("SyncNotificationSettings"),
             (QList<QJsonObject>{{{QStringLiteral("Enabled"), true},
                                  {QStringLiteral("Recipients"), QStringLiteral("it@contoso.com")},
                                  {QStringLiteral("DeleteThresholdEnabled"), true},
                                  {QStringLiteral("DeleteThresholdValue"), 50}}}));
}

QJsonObject MainJobTenantTest::job(const QString &templateId) const
{
    const QJsonArray jobs = m_configuration.value(QStringLiteral("jobs")).toArray();
    for (const QJsonValue &one : jobs) {
        if (one.toObject().value(QStringLiteral("body")).toObject().value(QStringLiteral("templateId")).toString() ==
            templateId)
            return one.toObject();
    }
    return {};
}

void MainJobTenantTest::eachTemplateHasOneStartedJob()
{
    QStringList templates;
    const QJsonArray jobs = m_configuration.value(QStringLiteral("jobs")).toArray();
    for (const QJsonValue &one : jobs) {
        const QJsonObject body = one.toObject().value(QStringLiteral("body")).toObject();
        templates.append(body.value(QStringLiteral("templateId")).toString());
        QCOMPARE(body.value(QStringLiteral("schedule")).toObject().value(QStringLiteral("state")).toString(),
                 QStringLiteral("Active"));
    }
    templates.sort();
    QCOMPARE(templates, (QStringList{QStringLiteral("AD2AADPasswordHash"), QStringLiteral("AD2AADProvisioning")}));
}

QJsonObject MainJobTenantTest::rule() const
{
    const QJsonArray rules = job(QStringLiteral("AD2AADProvisioning"))
                                 .value(QStringLiteral("schema"))
                                 .toObject()
                                 .value(QStringLiteral("synchronizationRules"))
                                 .toArray();
    return rules.size() == 1 ? rules.first().toObject() : QJsonObject();
}

QJsonObject MainJobTenantTest::mapping(const QString &sourceObject) const
{
    const QJsonArray mappings = rule().value(QStringLiteral("objectMappings")).toArray();
    for (const QJsonValue &one : mappings) {
        if (one.toObject().value(QStringLiteral("sourceObjectName")).toString() == sourceObject)
            return one.toObject();
    }
    return {};
}

namespace {

QList<QJsonObject> mappingsTo(const QJsonObject &objectMapping, const QString &target)
{
    QList<QJsonObject> found;
    const QJsonArray mappings = objectMapping.value(QStringLiteral("attributeMappings")).toArray();
    for (const QJsonValue &one : mappings) {
        if (one.toObject().value(QStringLiteral("targetAttributeName")).toString() == target)
            found.append(one.toObject());
    }
    return found;
}

} // namespace

void MainJobTenantTest::credentialDataIsMappedOnceForUserAndInetOrgPerson()
{
    for (const QString &source : {QStringLiteral("user"), QStringLiteral("inetOrgPerson")}) {
        QVERIFY2(!mapping(source).isEmpty(), qPrintable(source));
        const QList<QJsonObject> found = mappingsTo(mapping(source), QStringLiteral("CredentialData"));
        QCOMPARE(found.size(), 1);
        // graph.md section 7.5
        QCOMPARE(found.first().value(QStringLiteral("flowBehavior")).toString(), QStringLiteral("FlowWhenChanged"));
        QCOMPARE(found.first().value(QStringLiteral("flowType")).toString(), QStringLiteral("Always"));
        const QJsonObject from = found.first().value(QStringLiteral("source")).toObject();
        QCOMPARE(from.value(QStringLiteral("expression")).toString(), QStringLiteral("[PasswordHash]"));
        QCOMPARE(from.value(QStringLiteral("name")).toString(), QStringLiteral("PasswordHash"));
        QCOMPARE(from.value(QStringLiteral("type")).toString(), QStringLiteral("Attribute"));
    }
    for (const QString &source : {QStringLiteral("group"), QStringLiteral("contact")})
        QVERIFY(mappingsTo(mapping(source), QStringLiteral("CredentialData")).isEmpty());
}

void MainJobTenantTest::ownMappingStandsBesideTheDefaults()
{
    const QList<QJsonObject> own = mappingsTo(mapping(QStringLiteral("user")), QStringLiteral("employeeHireDate"));
    QCOMPARE(own.size(), 1);
    QCOMPARE(own.first().value(QStringLiteral("source")).toObject().value(QStringLiteral("expression")).toString(),
             QStringLiteral("[msDS-cloudExtensionAttribute1]"));
    for (const char *target : {"userPrincipalName", "displayName", "mailNickname", "accountEnabled"})
        QVERIFY2(mappingsTo(mapping(QStringLiteral("user")), QLatin1String(target)).size() <= 1, target);
    QVERIFY(mapping(QStringLiteral("user")).value(QStringLiteral("attributeMappings")).toArray().size() > 20);
}

void MainJobTenantTest::containerFilterHoldsTheOrganizationalUnits()
{
    QStringList held = rule()
                           .value(QStringLiteral("containerFilter"))
                           .toObject()
                           .value(QStringLiteral("includedContainers"))
                           .toVariant()
                           .toStringList();
    held.sort();
    QStringList wanted = m_scope;
    wanted.sort();
    QCOMPARE(held, wanted);
}

QMap<QString, QJsonObject> MainJobTenantTest::synchronizedUsers()
{
    QMap<QString, QJsonObject> users;
    const QJsonArray objects = m_lab.tenantState().value(QStringLiteral("objects")).toArray();
    for (const QJsonValue &one : objects) {
        const QJsonObject object = one.toObject();
        if (object.value(QStringLiteral("kind")).toString() == QStringLiteral("user") &&
            !object.value(QStringLiteral("anchor")).toString().isEmpty() &&
            !object.value(QStringLiteral("deleted")).toBool())
            users.insert(object.value(QStringLiteral("anchor")).toString(),
                         object.value(QStringLiteral("body")).toObject());
    }
    return users;
}

std::optional<QSet<QString>> MainJobTenantTest::usersInScope() const
{
    QSet<QString> anchors;
    for (const QString &unit : m_scope) {
        // inetOrgPerson is derived from user and so is computer; gMSAs are computers.
        const auto found = m_lab.search(
            unit, QStringLiteral("(&(objectClass=user)(!(objectClass=computer))(!(isCriticalSystemObject=TRUE)))"),
            {QStringLiteral("objectGUID")});
        if (!found)
            return std::nullopt;
        for (const LdifEntry &entry : *found)
            anchors.insert(QString::fromLatin1(entry.value(QStringLiteral("objectGUID")).toBase64()));
    }
    return anchors;
}

void MainJobTenantTest::usersInScopeExistAndOthersDoNot()
{
    const auto expected = usersInScope();
    QVERIFY(expected && expected->size() > 50);
    const QStringList anchors = synchronizedUsers().keys();
    const QSet<QString> held(anchors.begin(), anchors.end());
    QCOMPARE(held.size(), expected->size());
    QVERIFY(held == *expected);
}

void MainJobTenantTest::unroutableSuffixBecomesTheInitialDomain()
{
    const auto facilities = m_lab.search(QStringLiteral("OU=Facilities,OU=Operations,DC=contoso,DC=test"),
                                         QStringLiteral("(userPrincipalName=*@contoso.test)"),
                                         {QStringLiteral("objectGUID"), QStringLiteral("userPrincipalName")});
    QVERIFY(facilities && !facilities->isEmpty());
    const QMap<QString, QJsonObject> users = synchronizedUsers();
    for (const LdifEntry &entry : *facilities) {
        const QJsonObject user = users.value(QString::fromLatin1(entry.value(QStringLiteral("objectGUID")).toBase64()));
        const QString name = user.value(QStringLiteral("userPrincipalName")).toString();
        QVERIFY2(name.endsWith(QStringLiteral("@contoso.onmicrosoft.com")), qPrintable(name));
    }
}

void MainJobTenantTest::statusShowsTheNumberThatTheDirectoryHolds()
{
    const auto expected = usersInScope();
    QVERIFY(expected);
    const CliRun run =
        m_lab.cli({QStringLiteral("status"), QStringLiteral("--answers"), m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("status"), run.document), QString());
    const QJsonArray configurations = run.document.value(QStringLiteral("configurations")).toArray();
    QCOMPARE(configurations.size(), 1);
    QCOMPARE(configurations.first().toObject().value(QStringLiteral("domain")).toString(),
             QStringLiteral("contoso.test"));
    QJsonObject provisioning;
    const QJsonArray jobs = configurations.first().toObject().value(QStringLiteral("jobs")).toArray();
    QCOMPARE(jobs.size(), 2);
    for (const QJsonValue &one : jobs) {
        if (one.toObject().value(QStringLiteral("template")).toString() == QStringLiteral("AD2AADProvisioning"))
            provisioning = one.toObject();
    }
    QCOMPARE(provisioning.value(QStringLiteral("state")).toString(), QStringLiteral("Active"));
    QVERIFY(provisioning.value(QStringLiteral("quarantine")).isNull());
    const QJsonObject counts = provisioning.value(QStringLiteral("counts")).toObject();
    // The service counts by mapping: "user to User", "inetOrgPerson to User".
    qint64 users = 0;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        users += count.key().endsWith(QStringLiteral(" to User")) ? count.value().toInteger() : 0;
    QVERIFY2(users == expected->size(), run.output.constData());
    const QJsonArray agents = run.document.value(QStringLiteral("agents")).toArray();
    QCOMPARE(agents.size(), 1);
    QCOMPARE(agents.first().toObject().value(QStringLiteral("machine")).toString().section(u'.', 0, 0).toUpper(),
             QStringLiteral("SYNC1"));
}

void MainJobTenantTest::everyRequestBodyWasAccepted()
{
    const QJsonObject record = m_lab.get(QStringLiteral("/lab/record"));
    QVERIFY(record.value(QStringLiteral("checked")).toInt() > 5);
    QCOMPARE(record.value(QStringLiteral("invalid")).toInt(), 0);
    QVERIFY(record.value(QStringLiteral("writes")).toInt() > 5);
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobTenantTest)
#include "tst_mainjob_tenant.moc"
