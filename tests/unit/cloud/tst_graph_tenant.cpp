// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphTenantConnector.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/FakeClock.h"
#include "tests/unit/cloud/FakeHttpClient.h"
#include "tests/unit/cloud/FakeTokens.h"

#include <QTest>
#include <QUrlQuery>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::seconds;

namespace {

HttpResponse list(const QJsonArray &items)
{
    return jsonResponse(200, {{QStringLiteral("value"), items}});
}

QJsonObject principal(const char *id, const char *name)
{
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("appId"), QStringLiteral("app-of-") + QLatin1String(id)},
            {QStringLiteral("displayName"), QLatin1String(name)}};
}

HttpResponse instantiated(const char *key = "id")
{
    return jsonResponse(
        201, {{QStringLiteral("application"), QJsonObject{{QLatin1String(key), QStringLiteral("ao-1")},
                                                          {QStringLiteral("appId"), QStringLiteral("ai-1")}}},
              {QStringLiteral("servicePrincipal"),
               QJsonObject{{QLatin1String(key), QStringLiteral("sp-1")},
                           {QStringLiteral("appId"), QStringLiteral("ai-1")},
                           {QStringLiteral("displayName"), QStringLiteral("contoso.com")}}}});
}

QString queryOf(const HttpRequest &request, const char *key)
{
    return QUrlQuery(request.url).queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
}

} // namespace

class GraphTenantTest : public QObject
{
    Q_OBJECT

private:
    Log m_log;
    std::unique_ptr<FakeHttpClient> m_http;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<GraphTenantConnector> m_connector;
    std::shared_ptr<Tenant> m_tenant;

private Q_SLOTS:
    void init()
    {
        m_tenant.reset();
        m_http = std::make_unique<FakeHttpClient>();
        m_clock = std::make_unique<FakeClock>();
        m_connector = std::make_unique<GraphTenantConnector>(*m_http, *m_clock, m_log);
        CloudEndpoint cloud;
        cloud.graph = QUrl(QStringLiteral("https://graph.example"));
        m_tenant = m_connector->open(cloud, std::make_shared<FakeTokens>());
    }

    void organizationIsRead()
    {
        m_http->script(
            {list({QJsonObject{{QStringLiteral("id"), QStringLiteral("t-1")},
                               {QStringLiteral("displayName"), QStringLiteral("Contoso")},
                               {QStringLiteral("onPremisesSyncEnabled"), QJsonValue::Null},
                               {QStringLiteral("verifiedDomains"),
                                QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("contoso.com")},
                                                       {QStringLiteral("isDefault"), true},
                                                       {QStringLiteral("isInitial"), false},
                                                       {QStringLiteral("type"), QStringLiteral("Managed")}}}}}})});
        const auto result = m_tenant->organization({});
        QVERIFY(result.has_value());
        QCOMPARE(result->id, QStringLiteral("t-1"));
        QCOMPARE(result->onPremisesSyncEnabled, std::nullopt);
        QCOMPARE(result->verifiedDomains.size(), 1);
        QVERIFY(result->verifiedDomains.first().isDefault);
        QCOMPARE(result->verifiedDomains.first().authenticationType, QStringLiteral("Managed"));
    }

    void syncFlagIsSetThroughBeta()
    {
        m_http->script({emptyResponse(204)});
        QVERIFY(m_tenant->setOnPremisesSyncEnabled(QStringLiteral("t-1"), true, {}).has_value());
        QCOMPARE(m_http->calls(), QStringList{QStringLiteral("PATCH /beta/organization/t-1")});
        QCOMPARE(jsonOf(m_http->requests().first()), (QJsonObject{{QStringLiteral("onPremisesSyncEnabled"), true}}));
    }

    void rolesAreReadThroughGroups()
    {
        m_http->script({list({QJsonObject{{QStringLiteral("roleTemplateId"), QStringLiteral("role-1")}}})});
        QCOMPARE(*m_tenant->rolesOfSignedInUser({}), QStringList{QStringLiteral("role-1")});
        QCOMPARE(m_http->calls(),
                 QStringList{QStringLiteral("GET /v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole")});
        QCOMPARE(headerOf(m_http->requests().first(), "ConsistencyLevel"), QByteArray("eventual"));
        QCOMPARE(queryOf(m_http->requests().first(), "$count"), QStringLiteral("true"));
    }

    void configurationIsMadeFromTheTemplate_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("id as in v1.0") << QByteArray("id");
        QTest::newRow("objectId as in older answers") << QByteArray("objectId");
    }

    void configurationIsMadeFromTheTemplate()
    {
        QFETCH(QByteArray, key);
        m_http->script({list({}), instantiated(key.constData())});
        QVERIFY(m_tenant->configurations({}).has_value());
        const auto result = m_tenant->createConfiguration(QStringLiteral("contoso.com"), {});
        QVERIFY(result.has_value());
        QCOMPARE(result->servicePrincipalId, QStringLiteral("sp-1"));
        QCOMPARE(result->applicationId, QStringLiteral("ao-1"));
        QCOMPARE(result->appId, QStringLiteral("ai-1"));
        QCOMPARE(m_http->calls().last(),
                 QStringLiteral("POST /v1.0/applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate"));
        QCOMPARE(jsonOf(m_http->requests().last()),
                 (QJsonObject{{QStringLiteral("displayName"), QStringLiteral("contoso.com")}}));
    }

    void newServicePrincipalIsWaitedFor()
    {
        m_http->script({list({}), instantiated(), emptyResponse(404), emptyResponse(404), list({})});
        QVERIFY(m_tenant->createConfiguration(QStringLiteral("contoso.com"), {}).has_value());
        QVERIFY(m_tenant->jobs(QStringLiteral("sp-1"), {}).has_value());
    }

    void unknownServicePrincipalIsNotWaitedFor()
    {
        m_http->script({emptyResponse(404), list({})});
        const auto result = m_tenant->jobs(QStringLiteral("sp-9"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantNotFound);
    }

    void lostInstantiateIsLookedForAndNotRepeated()
    {
        m_http->script({list({principal("sp-0", "contoso.com")}), // there before
                        fail(ErrorCode::NetworkUnreachable),
                        list({principal("sp-0", "contoso.com")}), // the list lags behind
                        list({principal("sp-0", "contoso.com"), principal("sp-2", "fabrikam.com"),
                              principal("sp-1", "contoso.com")}),
                        list({QJsonObject{{QStringLiteral("id"), QStringLiteral("ao-1")}}})});
        QVERIFY(m_tenant->configurations({}).has_value());
        const auto result = m_tenant->createConfiguration(QStringLiteral("contoso.com"), {});
        QVERIFY(result.has_value());
        QCOMPARE(result->servicePrincipalId, QStringLiteral("sp-1"));
        QCOMPARE(result->applicationId, QStringLiteral("ao-1"));
        QCOMPARE(m_http->calls().filter(QStringLiteral("instantiate")).size(), 1);
        QCOMPARE(m_http->left(), 0);
    }

    void lostInstantiateThatDidNotHappenIsRepeated()
    {
        m_http->script({list({}), emptyResponse(502), list({}), list({}), list({}), list({}), instantiated()});
        const auto result = m_tenant->createConfiguration(QStringLiteral("contoso.com"), {});
        QVERIFY(result.has_value());
        QCOMPARE(m_http->calls().filter(QStringLiteral("instantiate")).size(), 2);
    }

    void refusedInstantiateIsNotRepeated()
    {
        m_http->script(
            {list({}),
             jsonResponse(403,
                          {{QStringLiteral("error"),
                            QJsonObject{{QStringLiteral("code"), QStringLiteral("Authorization_RequestDenied")}}}}),
             instantiated()});
        const auto result = m_tenant->createConfiguration(QStringLiteral("contoso.com"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantRoleMissing);
        QCOMPARE(m_http->left(), 1);
    }

    void throttledInstantiateIsRepeated()
    {
        m_http->script({list({}), emptyResponse(429, {{"Retry-After", "3"}}), instantiated()});
        QVERIFY(m_tenant->createConfiguration(QStringLiteral("contoso.com"), {}).has_value());
        QVERIFY(m_clock->waited() >= seconds(3));
    }

    void lostJobIsLookedForAndNotRepeated()
    {
        const QJsonObject job{{QStringLiteral("id"), QStringLiteral("job-1")},
                              {QStringLiteral("templateId"), QStringLiteral("AD2AADProvisioning")}};
        m_http->script({fail(ErrorCode::TimedOut), list({job})});
        const auto result = m_tenant->createJob(QStringLiteral("sp-1"), QStringLiteral("AD2AADProvisioning"), {});
        QVERIFY(result.has_value());
        QCOMPARE(result->id, QStringLiteral("job-1"));
        QCOMPARE(m_http->calls().filter(QStringLiteral("POST")).size(), 1);
    }

    void jobIsRead()
    {
        const QJsonObject job{
            {QStringLiteral("id"), QStringLiteral("job-1")},
            {QStringLiteral("templateId"), QStringLiteral("AD2AADProvisioning")},
            {QStringLiteral("schedule"), QJsonObject{{QStringLiteral("state"), QStringLiteral("Active")}}},
            {QStringLiteral("status"), QJsonObject{{QStringLiteral("code"), QStringLiteral("Quarantine")}}},
            {QStringLiteral("unknown"), 1}};
        m_http->script({list({job})});
        const auto result = m_tenant->jobs(QStringLiteral("sp-1"), {});
        QVERIFY(result.has_value());
        QCOMPARE(result->first().scheduleState, QStringLiteral("Active"));
        QCOMPARE(result->first().statusCode, QStringLiteral("Quarantine"));
        QCOMPARE(result->first().raw, job);
    }

    void jobActionsAreCalled()
    {
        m_http->script({emptyResponse(204), emptyResponse(204), emptyResponse(204), emptyResponse(204)});
        const auto sp = QStringLiteral("sp-1");
        const auto job = QStringLiteral("job-1");
        QVERIFY(m_tenant->startJob(sp, job, {}).has_value());
        QVERIFY(m_tenant->pauseJob(sp, job, {}).has_value());
        QVERIFY(m_tenant->restartJob(sp, job, QStringLiteral("Full"), {}).has_value());
        QVERIFY(m_tenant->removeJob(sp, job, {}).has_value());
        const QString path = QStringLiteral("/v1.0/servicePrincipals/sp-1/synchronization/jobs/job-1");
        QCOMPARE(m_http->calls(), (QStringList{QStringLiteral("POST ") + path + QStringLiteral("/start"),
                                               QStringLiteral("POST ") + path + QStringLiteral("/pause"),
                                               QStringLiteral("POST ") + path + QStringLiteral("/restart"),
                                               QStringLiteral("DELETE ") + path}));
        QCOMPARE(jsonOf(m_http->requests().at(2)),
                 (QJsonObject{{QStringLiteral("criteria"),
                               QJsonObject{{QStringLiteral("resetScope"), QStringLiteral("Full")}}}}));
    }

    void restartThatLetsDeletionsPassIsNotRepeated()
    {
        m_http->script({fail(ErrorCode::TimedOut), emptyResponse(204)});
        QVERIFY(!m_tenant->restartJob(QStringLiteral("sp"), QStringLiteral("j"), QStringLiteral("ForceDeletes"), {}));
        QCOMPARE(m_http->left(), 1);
    }

    void secretsGoAndComeAsTheyAre()
    {
        const QJsonArray secrets{QJsonObject{{QStringLiteral("key"), QStringLiteral("Domain")},
                                             {QStringLiteral("value"), QStringLiteral("{}")}}};
        m_http->script({list(secrets), emptyResponse(204)});
        QCOMPARE(*m_tenant->secrets(QStringLiteral("sp-1"), {}), secrets);
        QVERIFY(m_tenant->replaceSecrets(QStringLiteral("sp-1"), secrets, {}).has_value());
        QCOMPARE(m_http->calls().last(), QStringLiteral("PUT /v1.0/servicePrincipals/sp-1/synchronization/secrets"));
        QCOMPARE(jsonOf(m_http->requests().last()), (QJsonObject{{QStringLiteral("value"), secrets}}));
    }

    void onDemandAnswerIsUnwrapped()
    {
        m_http->script({jsonResponse(200, {{QStringLiteral("key"), QStringLiteral(R"({"result":"Success"})")},
                                           {QStringLiteral("value"), QStringLiteral(R"({"provisioningSteps":[]})")}})});
        const auto result = m_tenant->provisionOnDemand(QStringLiteral("sp"), QStringLiteral("j"), QStringLiteral("r"),
                                                        QStringLiteral("CN=A,DC=x"), QStringLiteral("user"), {});
        QVERIFY(result.has_value());
        QCOMPARE(result->key.value(QStringLiteral("result")).toString(), QStringLiteral("Success"));
        QVERIFY(result->value.contains(QStringLiteral("provisioningSteps")));
    }

    void onDemandKeepsToFiveInTenSeconds()
    {
        m_http->setHandler([](const HttpRequest &) {
            return jsonResponse(200, {{QStringLiteral("key"), QStringLiteral(R"({"result":"Success"})")}});
        });
        for (int i = 0; i < 11; ++i)
            QVERIFY(m_tenant
                        ->provisionOnDemand(QStringLiteral("sp"), QStringLiteral("j"), QStringLiteral("r"),
                                            QStringLiteral("CN=A"), QStringLiteral("user"), {})
                        .has_value());
        QCOMPARE(m_clock->waited(), std::chrono::milliseconds(seconds(20)));
    }

    void agentsAreReadThroughBeta()
    {
        m_http->script({list({QJsonObject{{QStringLiteral("id"), QStringLiteral("a-1")},
                                          {QStringLiteral("machineName"), QStringLiteral("SYNC1")},
                                          {QStringLiteral("status"), QStringLiteral("active")}},
                              QJsonObject{{QStringLiteral("id"), QStringLiteral("a-2")},
                                          {QStringLiteral("status"), QStringLiteral("inactive")}}})});
        const auto result = m_tenant->agents({});
        QVERIFY(result.has_value());
        QVERIFY(result->at(0).active);
        QVERIFY(!result->at(1).active);
        QCOMPARE(m_http->calls(),
                 QStringList{QStringLiteral("GET /beta/onPremisesPublishingProfiles/provisioning/agents")});
    }

    void logsAreAskedForNewestFirst()
    {
        m_http->script({list({}), list({}), list({})});
        const QDateTime since(QDate(2026, 10, 1), QTime(8, 0), Qt::UTC);
        QVERIFY(m_tenant->provisioningLogs(QStringLiteral("j'1"), since, 50, {}).has_value());
        QCOMPARE(queryOf(m_http->requests().last(), "$filter"),
                 QStringLiteral("jobId eq 'j''1' and activityDateTime gt 2026-10-01T08:00:00.000Z"));
        QCOMPARE(queryOf(m_http->requests().last(), "$orderby"), QStringLiteral("activityDateTime desc"));
        QCOMPARE(queryOf(m_http->requests().last(), "$top"), QStringLiteral("50"));
        QVERIFY(m_tenant->directoryAudits(QStringLiteral("Sync Service"), {}, 0, {}).has_value());
        QCOMPARE(queryOf(m_http->requests().last(), "$filter"),
                 QStringLiteral("initiatedBy/app/displayName eq 'Sync Service'"));
        QVERIFY(m_tenant->directoryAudits(QStringLiteral("a@b.c"), {}, 0, {}).has_value());
        QCOMPARE(queryOf(m_http->requests().last(), "$filter"),
                 QStringLiteral("initiatedBy/user/userPrincipalName eq 'a@b.c'"));
    }

    void removedServicePrincipalIsNotWaitedFor()
    {
        m_http->script({list({}), instantiated(), emptyResponse(204), emptyResponse(404)});
        QVERIFY(m_tenant->createConfiguration(QStringLiteral("contoso.com"), {}).has_value());
        QVERIFY(m_tenant->removeServicePrincipal(QStringLiteral("sp-1"), {}).has_value());
        QVERIFY(!m_tenant->jobs(QStringLiteral("sp-1"), {}));
        QCOMPARE(m_clock->waits().size(), 0);
    }
};

QTEST_GUILESS_MAIN(GraphTenantTest)
#include "tst_graph_tenant.moc"
