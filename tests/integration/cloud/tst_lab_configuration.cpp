// SPDX-License-Identifier: GPL-3.0-or-later
// A whole configuration, call by call, against the stand-in tenant; then it is taken back.
#include "tests/integration/cloud/LabSession.h"

#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

QJsonObject person(const char *name, const char *unit)
{
    const QString account = QLatin1String(name);
    return {{QStringLiteral("dn"), QStringLiteral("CN=%1,OU=%2,DC=contoso,DC=test").arg(account, QLatin1String(unit))},
            {QStringLiteral("attributes"),
             QJsonObject{{QStringLiteral("objectClass"),
                          QJsonArray{QStringLiteral("top"), QStringLiteral("person"),
                                     QStringLiteral("organizationalPerson"), QStringLiteral("user")}},
                         {QStringLiteral("cn"), account},
                         {QStringLiteral("displayName"), account},
                         {QStringLiteral("sAMAccountName"), account.toLower()},
                         {QStringLiteral("userAccountControl"), QStringLiteral("512")},
                         {QStringLiteral("userPrincipalName"), account.toLower() + QStringLiteral("@contoso.com")}}}};
}

QJsonObject directory()
{
    return {{QStringLiteral("domain"), QStringLiteral("contoso.test")},
            {QStringLiteral("base"), QStringLiteral("DC=contoso,DC=test")},
            {QStringLiteral("objects"),
             QJsonArray{person("Alice", "Sales"), person("Bob", "Sales"), person("Carol", "Research")}},
            {QStringLiteral("schema"),
             QJsonObject{{QStringLiteral("user"),
                          QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("mailNickname")}}}}}}};
}

QJsonObject secret(const char *key, const QJsonObject &value)
{
    return {{QStringLiteral("key"), QLatin1String(key)},
            {QStringLiteral("value"), QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact))}};
}

} // namespace

class LabConfigurationTest : public QObject
{
    Q_OBJECT

private:
    LabTenant m_lab;
    LabSession m_session;
    std::shared_ptr<Tenant> m_tenant;
    SyncConfiguration m_configuration;
    SyncJob m_job;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_lab.start({{}, directory(), {}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QString reason;
        m_tenant = m_session.open(m_lab, reason);
        QVERIFY2(m_tenant, qPrintable(reason));
    }

    void tenantIsRead()
    {
        const auto domains = m_tenant->domains({});
        QVERIFY2(domains.has_value(), why(domains));
        QVERIFY(std::any_of(domains->begin(), domains->end(),
                            [](const TenantDomain &d) { return d.isInitial && d.isVerified; }));
        const auto skus = m_tenant->subscribedSkus({});
        QVERIFY2(skus.has_value(), why(skus));
        QVERIFY(!skus->isEmpty());
        QVERIFY(!skus->first().servicePlans.isEmpty());
        const auto agents = m_tenant->agents({});
        QVERIFY2(agents.has_value(), why(agents));
        const auto resources = m_tenant->publishedResources({});
        QVERIFY2(resources.has_value(), why(resources));
        const auto configurations = m_tenant->configurations({});
        QVERIFY2(configurations.has_value(), why(configurations));
        QVERIFY(configurations->isEmpty());
    }

    void syncFlagIsSet()
    {
        const auto set = m_tenant->setOnPremisesSyncEnabled(m_lab.tenantId(), true, {});
        QVERIFY2(set.has_value(), why(set));
        const auto organization = m_tenant->organization({});
        QVERIFY2(organization.has_value(), why(organization));
        QCOMPARE(organization->onPremisesSyncEnabled, std::optional<bool>(true));
        const auto exists =
            m_tenant->servicePrincipalExists(QStringLiteral("Microsoft Entra AD Synchronization Service"), {});
        QVERIFY2(exists.has_value(), why(exists));
        QVERIFY(*exists);
    }

    void configurationIsMadeAndItsLagWaitedOut()
    {
        const auto made = m_tenant->createConfiguration(QStringLiteral("contoso.test"), {});
        QVERIFY2(made.has_value(), why(made));
        QVERIFY(!made->servicePrincipalId.isEmpty());
        QVERIFY(!made->applicationId.isEmpty());
        m_configuration = *made;
        const auto jobs = m_tenant->jobs(made->servicePrincipalId, {});
        QVERIFY2(jobs.has_value(), why(jobs));
        QVERIFY(jobs->isEmpty());
        const QJsonArray exchanges =
            m_lab.record(QStringLiteral("path=/servicePrincipals/%1").arg(made->servicePrincipalId))
                .value(QStringLiteral("exchanges"))
                .toArray();
        QVERIFY(std::any_of(exchanges.begin(), exchanges.end(), [](const QJsonValue &e) {
            return e.toObject().value(QStringLiteral("status")).toInt() == 404;
        }));
        const auto listed = m_tenant->configurations({});
        QVERIFY2(listed.has_value(), why(listed));
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().servicePrincipalId, made->servicePrincipalId);
        QCOMPARE(listed->first().displayName, QStringLiteral("contoso.test"));
    }

    void secretsAreReplaced()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const QJsonArray wanted{
            secret("Domain", {{QStringLiteral("domain"), QStringLiteral("contoso.test")}}),
            secret("AppKey", {{QStringLiteral("appKeyScenario"), QStringLiteral("AD2AADProvisioning")}})};
        const auto put = m_tenant->replaceSecrets(sp, wanted, {});
        QVERIFY2(put.has_value(), why(put));
        const auto read = m_tenant->secrets(sp, {});
        QVERIFY2(read.has_value(), why(read));
        QSet<QString> keys;
        for (const QJsonValue &entry : *read)
            keys.insert(entry.toObject().value(QStringLiteral("key")).toString());
        QVERIFY(keys.contains(QStringLiteral("Domain")));
        QVERIFY(keys.contains(QStringLiteral("AppKey")));
    }

    void jobIsMade()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto made = m_tenant->createJob(sp, QStringLiteral("AD2AADProvisioning"), {});
        QVERIFY2(made.has_value(), why(made));
        QCOMPARE(made->templateId, QStringLiteral("AD2AADProvisioning"));
        m_job = *made;
        const auto jobs = m_tenant->jobs(sp, {});
        QVERIFY2(jobs.has_value(), why(jobs));
        QCOMPARE(jobs->size(), 1);
    }

    void schemaIsChangedWhereNeeded()
    {
        const QString sp = m_configuration.servicePrincipalId;
        auto schema = m_tenant->schema(sp, m_job.id, {});
        QVERIFY2(schema.has_value(), why(schema));
        QJsonArray rules = schema->value(QStringLiteral("synchronizationRules")).toArray();
        QVERIFY(!rules.isEmpty());
        QJsonObject rule = rules.first().toObject();
        const QJsonArray containers{QStringLiteral("OU=Sales,DC=contoso,DC=test")};
        rule.insert(QStringLiteral("containerFilter"), QJsonObject{{QStringLiteral("includedContainers"), containers}});
        rules.replace(0, rule);
        schema->insert(QStringLiteral("synchronizationRules"), rules);
        const auto put = m_tenant->replaceSchema(sp, m_job.id, *schema, {});
        QVERIFY2(put.has_value(), why(put));
        const auto again = m_tenant->schema(sp, m_job.id, {});
        QVERIFY2(again.has_value(), why(again));
        QCOMPARE(again->value(QStringLiteral("synchronizationRules"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("containerFilter"))
                     .toObject()
                     .value(QStringLiteral("includedContainers"))
                     .toArray(),
                 containers);
    }

    void directoryIsDiscovered()
    {
        const QString sp = m_configuration.servicePrincipalId;
        // The agent answers for the directory: without one there is nothing to discover.
        const auto signedIn = [&] {
            SignInBrowser nobody(m_session.http, {}, {}, {});
            return m_session.signIn.signIn(m_lab.request(SignInMethod::Certificate), nobody, {});
        }();
        QVERIFY2(signedIn.has_value(), why(signedIn));
        HttpRequest request;
        request.method = "POST";
        request.url = m_lab.url(QStringLiteral("/lab/agents"));
        request.headers = {{"Authorization", "Bearer " + signedIn->tokens->accessToken({})->reveal().toByteArray()},
                           {"Content-Type", "application/json"}};
        request.body = R"({"machineName":"SYNC1","version":"1.1.2505.0","domains":["contoso.test"]})";
        const auto registered = m_session.http.send(request, {m_lab.cloud().caFile, QStringLiteral("none"), {}}, {});
        QVERIFY2(registered.has_value(), why(registered));
        QCOMPARE(registered->status, 201);
        const auto agents = m_tenant->agents({});
        QVERIFY2(agents.has_value(), why(agents));
        QCOMPARE(agents->size(), 1);
        QCOMPARE(agents->first().machineName, QStringLiteral("SYNC1"));
        QVERIFY(agents->first().active);

        const auto schema = m_tenant->schema(sp, m_job.id, {});
        QVERIFY2(schema.has_value(), why(schema));
        const QJsonArray directories = schema->value(QStringLiteral("directories")).toArray();
        const auto source = std::find_if(directories.begin(), directories.end(), [](const QJsonValue &d) {
            return d.toObject().value(QStringLiteral("name")).toString().contains(QStringLiteral("Active Directory")) &&
                   !d.toObject().value(QStringLiteral("name")).toString().contains(QStringLiteral("Azure"));
        });
        QVERIFY(source != directories.end());
        const auto discovered =
            m_tenant->discover(sp, m_job.id, source->toObject().value(QStringLiteral("id")).toString(), {});
        QVERIFY2(discovered.has_value(), why(discovered));
        QVERIFY(discovered->contains(QStringLiteral("objects")));
    }

    void jobIsStartedAndItsCycleShows()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto started = m_tenant->startJob(sp, m_job.id, {});
        QVERIFY2(started.has_value(), why(started));
        (void)m_lab.cycle(m_job.id);
        const auto jobs = m_tenant->jobs(sp, {});
        QVERIFY2(jobs.has_value(), why(jobs));
        QCOMPARE(jobs->first().scheduleState, QStringLiteral("Active"));
        QCOMPARE(jobs->first().statusCode, QStringLiteral("Active"));
        const auto users = m_tenant->users(
            QStringLiteral("onPremisesSyncEnabled eq true"),
            {QStringLiteral("id"), QStringLiteral("userPrincipalName"), QStringLiteral("onPremisesDistinguishedName")},
            {});
        QVERIFY2(users.has_value(), why(users));
        QStringList names;
        for (const QJsonValue &user : *users)
            names.append(user.toObject().value(QStringLiteral("userPrincipalName")).toString());
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("alice@contoso.com"), QStringLiteral("bob@contoso.com")}));
        const auto logs = m_tenant->provisioningLogs(m_job.id, {}, 100, {});
        QVERIFY2(logs.has_value(), why(logs));
        QVERIFY(!logs->isEmpty());
        const auto audits =
            m_tenant->directoryAudits(QStringLiteral("Microsoft Entra AD Synchronization Service"), {}, 100, {});
        QVERIFY2(audits.has_value(), why(audits));
    }

    void objectIsProvisionedOnDemand()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto schema = m_tenant->schema(sp, m_job.id, {});
        QVERIFY2(schema.has_value(), why(schema));
        const QString rule = schema->value(QStringLiteral("synchronizationRules"))
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(QStringLiteral("id"))
                                 .toString();
        const auto result = m_tenant->provisionOnDemand(
            sp, m_job.id, rule, QStringLiteral("CN=Alice,OU=Sales,DC=contoso,DC=test"), QStringLiteral("user"), {});
        QVERIFY2(result.has_value(), why(result));
        QVERIFY(result->key.contains(QStringLiteral("result")));
        QVERIFY(!result->value.value(QStringLiteral("provisioningSteps")).toArray().isEmpty());
    }

    void expressionIsParsed()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto result = m_tenant->parseExpression(
            sp, m_job.id,
            {{QStringLiteral("expression"), QStringLiteral("ToUpper([displayName])")},
             {QStringLiteral("testInputObject"),
              QJsonObject{{QStringLiteral("properties"),
                           QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("displayName")},
                                                  {QStringLiteral("value"), QStringLiteral("ada")}}}}}}},
            {});
        QVERIFY2(result.has_value(), why(result));
        QVERIFY(result->value(QStringLiteral("parsingSucceeded")).toBool());
    }

    void jobIsPausedAndRestarted()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto paused = m_tenant->pauseJob(sp, m_job.id, {});
        QVERIFY2(paused.has_value(), why(paused));
        QCOMPARE(m_tenant->jobs(sp, {})->first().scheduleState, QStringLiteral("Paused"));
        const auto restarted =
            m_tenant->restartJob(sp, m_job.id, QStringLiteral("Watermark, Escrows, QuarantineState"), {});
        QVERIFY2(restarted.has_value(), why(restarted));
    }

    void configurationIsTakenBack()
    {
        const QString sp = m_configuration.servicePrincipalId;
        const auto job = m_tenant->removeJob(sp, m_job.id, {});
        QVERIFY2(job.has_value(), why(job));
        QVERIFY(m_tenant->jobs(sp, {})->isEmpty());
        const auto principal = m_tenant->removeServicePrincipal(sp, {});
        QVERIFY2(principal.has_value(), why(principal));
        const auto application = m_tenant->removeApplication(m_configuration.applicationId, {});
        QVERIFY2(application.has_value(), why(application));
        QVERIFY(m_tenant->configurations({})->isEmpty());
        const auto again = m_tenant->removeServicePrincipal(sp, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::TenantNotFound);
    }

    void everyRequestWasValid()
    {
        const QJsonObject record = m_lab.record();
        qInfo("%d requests, %d checked against the metadata, %d invalid", record.value(QStringLiteral("count")).toInt(),
              record.value(QStringLiteral("checked")).toInt(), record.value(QStringLiteral("invalid")).toInt());
        QVERIFY(record.value(QStringLiteral("checked")).toInt() >=
                6); // bodies sent: flag, instantiate, secrets, job, schema, …
        QCOMPARE(record.value(QStringLiteral("invalid")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(LabConfigurationTest)
#include "tst_lab_configuration.moc"
