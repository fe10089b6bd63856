// SPDX-License-Identifier: GPL-3.0-or-later
// Graph of the stand-in tenant: tokens, permissions, strict bodies, replacing writes, lag, paging.
#include "tests/lab/tenant/tests/TenantProcess.h"

#include "tests/lab/tenant/Text.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace cloudsync::lab;
using namespace cloudsync::tests;

namespace {

constexpr const char *administrator = "admin@contoso.onmicrosoft.com";
constexpr const char *cloudSync = "/v1.0/applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate";

QString shown(const std::string &text) { return QString::fromStdString(text); }

Json settings(std::initializer_list<std::pair<const char *, const char *>> entries)
{
    Json values = Json::array();
    for (const auto &[key, content] : entries)
        values.push_back({{"key", key}, {"value", content}});
    return {{"value", values}};
}

} // namespace

class TenantGraphTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_tenant.start({{"lag", {{"requests", 0}, {"milliseconds", 0}}}, {"pageSize", 3}}), qPrintable(m_tenant.error()));
        m_configuration = m_tenant.configure("contoso.test");
        QVERIFY(!text(m_configuration, "job").empty());
    }

    void callWithoutTokenIsRefused_data()
    {
        QTest::addColumn<QString>("header");
        QTest::newRow("none") << "";
        QTest::newRow("other scheme") << "Basic abc";
        QTest::newRow("garbage") << "Bearer abc";
        QTest::newRow("unsigned") << "Bearer eyJhbGciOiJub25lIn0.e30.";
    }
    void callWithoutTokenIsRefused()
    {
        QFETCH(const QString, header);
        TenantProcess::Headers headers;
        if (!header.isEmpty())
            headers.emplace("Authorization", header.toStdString());
        const Answer answer = m_tenant.send("GET", "/v1.0/organization", {}, {}, headers);
        QCOMPARE(answer.status, 401);
        QCOMPARE(shown(answer.errorCode()), QStringLiteral("InvalidAuthenticationToken"));
        QVERIFY(startsWith(answer.header("www-authenticate"), "Bearer "));
    }

    void changedTokenIsRefused()
    {
        std::string token = m_tenant.applicationToken();
        const std::size_t middle = token.find('.') + 20;
        token[middle] = token[middle] == 'A' ? 'B' : 'A';
        QCOMPARE(m_tenant.graph("GET", "/v1.0/organization", nullptr, token).status, 401);
    }

    void expiredTokenIsRefused()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"accessTokenSeconds", 0}}).status, 200);
        const std::string token = text(m_tenant.signInByCode(administrator, scope("Organization.Read.All")).json, "access_token");
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"accessTokenSeconds", 3599}}).status, 200);
        const Answer answer = m_tenant.graph("GET", "/v1.0/organization", nullptr, token);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.find("expired") != std::string::npos);
    }

    void missingPermissionIsRefused()
    {
        const std::string token = text(m_tenant.signInByCode(administrator, scope("User.Read")).json, "access_token");
        QCOMPARE(m_tenant.graph("GET", "/v1.0/me", nullptr, token).status, 200);
        const Answer answer = m_tenant.graph("GET", "/v1.0/organization", nullptr, token);
        QCOMPARE(answer.status, 403);
        QCOMPARE(shown(answer.errorCode()), QStringLiteral("Authorization_RequestDenied"));
    }

    void missingRoleIsRefused()
    {
        // The permission is there, the person's role is not.
        const std::string token = text(m_tenant.signInByCode("reader@contoso.onmicrosoft.com", scope("Application.ReadWrite.All")).json, "access_token");
        QCOMPARE(m_tenant.graph("GET", "/v1.0/servicePrincipals", nullptr, token).status, 200);
        QCOMPARE(m_tenant.graph("POST", cloudSync, {{"displayName", "x"}}, token).status, 403);
    }

    void errorsCarryRequestIds()
    {
        const Answer answer = m_tenant.graph("GET", "/v1.0/servicePrincipals/" + newGuid(), nullptr, {}, {{"client-request-id", "my-id"}});
        QCOMPARE(answer.status, 404);
        const Json inner = answer.json["error"]["innerError"];
        QCOMPARE(shown(text(inner, "client-request-id")), QStringLiteral("my-id"));
        QCOMPARE(shown(text(inner, "request-id")), shown(answer.header("request-id")));
    }

    void rolesOfTheSignedInPersonNeedAnAdvancedQuery()
    {
        const std::string token = text(m_tenant.signInByCode(administrator, scope("Directory.Read.All")).json, "access_token");
        const std::string path = "/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole";
        QCOMPARE(m_tenant.graph("GET", path, nullptr, token).status, 400);
        QCOMPARE(m_tenant.graph("GET", path + "?$count=true", nullptr, token).status, 400);
        const Answer answer = m_tenant.graph("GET", path + "?$count=true", nullptr, token, {{"ConsistencyLevel", "eventual"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(shown(text(answer.json["value"][0], "roleTemplateId")), QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"));
        QCOMPARE(m_tenant.graph("GET", path + "?$count=true").status, 400); // an application has no "me"
    }

    void eligibleRoleIsNoActiveRole()
    {
        const std::string token = text(m_tenant.signInByCode("eligible@contoso.onmicrosoft.com", scope("Directory.Read.All")).json, "access_token");
        const Answer active = m_tenant.graph("GET", "/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole?$count=true", nullptr, token, {{"ConsistencyLevel", "eventual"}});
        QCOMPARE(active.json["value"].size(), std::size_t{0});
        const Answer eligible = m_tenant.graph("GET", "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances", nullptr, token);
        QCOMPARE(eligible.json["value"].size(), std::size_t{1});
        const std::string own = "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')";
        QCOMPARE(m_tenant.graph("GET", own, nullptr, token).status, 403); // Directory.Read.All is not enough here
        const std::string allowed =
            text(m_tenant.signInByCode("eligible@contoso.onmicrosoft.com", scope("RoleEligibilitySchedule.Read.Directory")).json, "access_token");
        const Answer mine = m_tenant.graph("GET", own, nullptr, allowed);
        QCOMPARE(mine.status, 200);
        QCOMPARE(mine.json["value"].size(), std::size_t{1});
        const std::string another =
            text(m_tenant.signInByCode("reader@contoso.onmicrosoft.com", scope("RoleEligibilitySchedule.Read.Directory")).json, "access_token");
        QCOMPARE(m_tenant.graph("GET", own, nullptr, another).json["value"].size(), std::size_t{0});
    }

    void unknownCallsAndOptionsAreRefused_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("segment") << "GET" << "/v1.0/organisation" << 400;
        QTest::newRow("method") << "PUT" << "/v1.0/organization" << 405;
        QTest::newRow("option") << "GET" << "/v1.0/organization?$searchh=x" << 400;
        QTest::newRow("option of licences") << "GET" << "/v1.0/subscribedSkus?$top=1" << 400;
        QTest::newRow("agents on v1.0") << "GET" << "/v1.0/onPremisesPublishingProfiles/provisioning/agents" << 400;
        QTest::newRow("filter on an unknown property") << "GET" << "/v1.0/users?$filter=nickname%20eq%20'x'" << 400;
        QTest::newRow("select of an unknown property") << "GET" << "/v1.0/users?$select=nickname" << 400;
        QTest::newRow("negation without an advanced query") << "GET" << "/v1.0/users?$filter=displayName%20ne%20'x'" << 400;
        QTest::newRow("top above the limit") << "GET" << "/v1.0/users?$top=1000" << 400;
        QTest::newRow("template of another kind") << "GET" << "/v1.0/applicationTemplates/11111111-2222-3333-4444-555555555555" << 404;
    }
    void unknownCallsAndOptionsAreRefused()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        QFETCH(const int, status);
        QCOMPARE(m_tenant.graph(method.toStdString(), path.toStdString()).status, status);
    }

    void pagesFollowTheirLinks()
    {
        Answer page = m_tenant.graph("GET", "/v1.0/users?$select=id,userPrincipalName&$orderby=userPrincipalName");
        std::vector<std::string> names;
        int pages = 0;
        while (true) {
            QCOMPARE(page.status, 200);
            ++pages;
            for (const Json &user : page.json["value"]) {
                names.push_back(text(user, "userPrincipalName"));
                QCOMPARE(user.size(), std::size_t{2});
            }
            const std::string next = text(page.json, "@odata.nextLink");
            if (next.empty())
                break;
            QVERIFY(startsWith(next, m_tenant.root()));
            page = m_tenant.graph("GET", next.substr(m_tenant.root().size()));
        }
        QCOMPARE(pages, 2);
        QCOMPARE(names.size(), std::size_t{5});
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        QCOMPARE(m_tenant.graph("GET", "/v1.0/users?$skiptoken=forged").status, 400);
    }

    void tenantFlagIsSetOnBetaAndMakesTheSyncPrincipal()
    {
        const std::string path = "/organization/" + m_tenant.tenantId();
        QCOMPARE(m_tenant.graph("PATCH", "/v1.0" + path, {{"onPremisesSyncEnabled", true}}).status, 400);
        QCOMPARE(m_tenant.graph("PATCH", "/beta" + path, {{"onPremisesSyncEnabled", "true"}}).status, 400);
        QCOMPARE(m_tenant.graph("PATCH", "/beta" + path, {{"displayName", "Other"}}).status, 400);
        QCOMPARE(m_tenant.graph("PATCH", "/beta" + path, {{"onPremisesSyncEnabled", true}}).status, 204);
        const Answer found = m_tenant.graph("GET", "/v1.0/servicePrincipals?$filter=displayName%20eq%20'Microsoft%20Entra%20AD%20Synchronization%20Service'");
        QCOMPARE(found.json["value"].size(), std::size_t{1});
        QVERIFY(flag(m_tenant.graph("GET", "/v1.0" + path).json, "onPremisesSyncEnabled"));
    }

    void configurationsAreFoundByTemplate()
    {
        const Answer found = m_tenant.graph("GET", "/v1.0/servicePrincipals?$filter=applicationTemplateId%20eq%20'1a4721b3-e57f-4451-ae87-ef078703ec94'");
        QCOMPARE(found.json["value"].size(), std::size_t{1});
        QCOMPARE(shown(text(found.json["value"][0], "displayName")), QStringLiteral("contoso.test"));
    }

    void wrongBodyIsRefusedAndRecorded_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("type");
        QTest::newRow("unknown property") << R"({"templateId":"AD2AADPasswordHash","colour":"red"})" << "application/json";
        QTest::newRow("wrong type") << R"({"templateId":7})" << "application/json";
        QTest::newRow("no JSON") << "templateId=AD2AADPasswordHash" << "application/json";
        QTest::newRow("doubled name") << R"({"templateId":"AD2AADPasswordHash","templateId":"AD2AADPasswordHash"})" << "application/json";
        QTest::newRow("no body") << "" << "application/json";
        QTest::newRow("other media type") << R"({"templateId":"AD2AADPasswordHash"})" << "text/plain";
    }
    void wrongBodyIsRefusedAndRecorded()
    {
        QFETCH(const QString, body);
        QFETCH(const QString, type);
        const long long invalid = number(m_tenant.control("GET", "/lab/record").json, "invalid");
        const Answer answer = m_tenant.send("POST", m_tenant.synchronization(m_configuration) + "/jobs", body.toStdString(), type.toStdString(), bearer());
        QVERIFY2(answer.status == 400 || answer.status == 415, answer.body.c_str());
        QCOMPARE(number(m_tenant.control("GET", "/lab/record").json, "invalid"), invalid + 1);
    }

    void secretsAreReplacedAsAWhole()
    {
        const std::string path = m_tenant.synchronization(m_configuration) + "/secrets";
        const Json before = m_tenant.graph("GET", path).json["value"];
        QCOMPARE(m_tenant.graph("PUT", path, settings({{"Domain", R"({"domain":"contoso.test"})"}, {"SyncAll", "false"}})).status, 204);
        const Json after = m_tenant.graph("GET", path).json["value"];
        QCOMPARE(after.size(), std::size_t{2}); // AppKey is gone
        QCOMPARE(m_tenant.graph("PUT", path, {{"value", before}}).status, 204);
        QCOMPARE(shown(compact(m_tenant.graph("GET", path).json["value"])), shown(compact(before)));
    }

    void wrongSecretsAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown key") << "Colour" << "red";
        QTest::newRow("domain without a name") << "Domain" << "{}";
        QTest::newRow("domain as bare text") << "Domain" << "contoso.test";
        QTest::newRow("unknown member") << "AppKey" << R"({"appKeyScenario":"x","y":1})";
        QTest::newRow("threshold as text") << "SyncNotificationSettings" << R"({"DeleteThresholdValue":"500"})";
        QTest::newRow("threshold below one") << "SyncNotificationSettings" << R"({"DeleteThresholdValue":0})";
    }
    void wrongSecretsAreRefused()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        const std::string path = m_tenant.synchronization(m_configuration) + "/secrets";
        const Json before = m_tenant.graph("GET", path).json["value"];
        QCOMPARE(m_tenant.graph("PUT", path, {{"value", Json::array({{{"key", key.toStdString()}, {"value", value.toStdString()}}})}}).status, 400);
        QCOMPARE(shown(compact(m_tenant.graph("GET", path).json["value"])), shown(compact(before)));
    }

    void maskedSecretWrittenBackKeepsItsValue()
    {
        const std::string path = m_tenant.synchronization(m_configuration) + "/secrets";
        const Json before = m_tenant.graph("GET", path).json["value"];
        Json more = before;
        more.push_back({{"key", "Password"}, {"value", "planted"}});
        QCOMPARE(m_tenant.graph("PUT", path, {{"value", more}}).status, 204);
        const Json masked = m_tenant.graph("GET", path).json["value"];
        QVERIFY(!shown(compact(masked)).contains(u"planted"));
        QCOMPARE(m_tenant.graph("PUT", path, {{"value", masked}}).status, 204);
        QVERIFY(shown(m_tenant.control("GET", "/lab/state").body).contains(u"planted"));
        QCOMPARE(m_tenant.graph("PUT", path, {{"value", before}}).status, 204);
    }

    void jobsHaveTheServicesShape()
    {
        std::string tenant = m_tenant.tenantId();
        std::erase(tenant, '-');
        const std::string id = text(m_configuration, "job");
        QVERIFY2(startsWith(id, "AD2AADProvisioning." + tenant + '.'), id.c_str());
        QVERIFY(isGuid(id.substr(id.rfind('.') + 1)));
        const Json job = m_tenant.graph("GET", m_tenant.jobPath(m_configuration)).json;
        QCOMPARE(shown(text(job["schedule"], "state")), QStringLiteral("Disabled"));
        QCOMPARE(shown(text(job["status"], "code")), QStringLiteral("NotConfigured"));
    }

    void oneJobForATemplate()
    {
        const std::string path = m_tenant.synchronization(m_configuration) + "/jobs";
        QCOMPARE(m_tenant.graph("POST", path, {{"templateId", "AD2AADProvisioning"}}).status, 409);
        QCOMPARE(m_tenant.graph("POST", path, {{"templateId", "AAD2ADGroupProvisioning"}}).status, 400); // of another application template
        const Answer made = m_tenant.graph("POST", path, {{"templateId", "AD2AADDeviceSync"}});
        QCOMPARE(made.status, 201);
        QCOMPARE(m_tenant.graph("DELETE", path + '/' + text(made.json, "id")).status, 204);
        QCOMPARE(m_tenant.graph("GET", path + '/' + text(made.json, "id")).status, 404);
    }

    void schemaComesBackAsItWasPut()
    {
        const std::string path = m_tenant.jobPath(m_configuration) + "/schema";
        Json schema = m_tenant.graph("GET", path).json;
        QCOMPARE(shown(text(schema["synchronizationRules"][0], "id")), QStringLiteral("6c409270-f78a-4bc6-af23-7cf3ab6482fe"));
        schema["synchronizationRules"][0]["containerFilter"]["includedContainers"] = Json::array({"OU=Sales,DC=contoso,DC=test"});
        schema["synchronizationRules"][0]["metadata"].push_back({{"key", "planted"}, {"value", "kept"}});
        QCOMPARE(m_tenant.graph("PUT", path, schema).status, 204);
        Json after = m_tenant.graph("GET", path).json;
        QVERIFY(text(after, "version") != text(schema, "version"));
        after["version"] = schema["version"];
        QCOMPARE(shown(compact(after)), shown(compact(schema)));
        QCOMPARE(m_tenant.graph("DELETE", path).status, 204);
        QVERIFY(m_tenant.graph("GET", path).json["synchronizationRules"][0]["containerFilter"]["includedContainers"].empty());
    }

    void schemaLeavesOutWhatTheBodyLeavesOut()
    {
        const std::string path = m_tenant.jobPath(m_configuration) + "/schema";
        Json schema = m_tenant.graph("GET", path).json;
        schema["synchronizationRules"][0]["objectMappings"].erase(std::size_t{3});
        QCOMPARE(m_tenant.graph("PUT", path, schema).status, 204);
        QCOMPARE(m_tenant.graph("GET", path).json["synchronizationRules"][0]["objectMappings"].size(), std::size_t{3});
        QCOMPARE(m_tenant.graph("DELETE", path).status, 204);
    }

    void expressionsAreParsedAndTried()
    {
        const std::string path = m_tenant.jobPath(m_configuration) + "/schema/parseExpression";
        const Answer good = m_tenant.graph("POST", path, {{"expression", R"(Join("", [givenName], "!"))"}, {"testInputObject", {{"definition", nullptr}, {"properties", Json::array({{{"key", "givenName"}, {"value", "Ann"}}})}}}});
        QCOMPARE(good.status, 200);
        QVERIFY(flag(good.json, "parsingSucceeded") && flag(good.json, "evaluationSucceeded"));
        QCOMPARE(shown(compact(good.json["evaluationResult"])), QStringLiteral("[\"Ann!\"]"));
        const Answer bad = m_tenant.graph("POST", path, {{"expression", "Join("}});
        QCOMPARE(bad.status, 200);
        QVERIFY(!flag(bad.json, "parsingSucceeded"));
        QVERIFY(!text(bad.json["error"], "message").empty());
    }

    void operatorsAndFunctionsAreListed()
    {
        const Json operators = m_tenant.graph("GET", m_tenant.jobPath(m_configuration) + "/schema/filterOperators").json["value"];
        QCOMPARE(operators.size(), std::size_t{8});
        const Json functions = m_tenant.graph("GET", m_tenant.jobPath(m_configuration) + "/schema/functions()").json["value"];
        QCOMPARE(functions.size(), std::size_t{37});
    }

    void agentsAreShownAfterRegistration()
    {
        const std::string path = "/beta/onPremisesPublishingProfiles/provisioning/";
        QCOMPARE(m_tenant.registerAgent("sync1.contoso.test", "contoso.test").status, 201);
        QCOMPARE(m_tenant.registerAgent("SYNC1.contoso.test", "contoso.test").status, 201); // the same machine again
        const Json agents = m_tenant.graph("GET", path + "agents?$expand=agentGroups").json["value"];
        QCOMPARE(agents.size(), std::size_t{1});
        QVERIFY(!agents[0].contains("version"));
        QCOMPARE(agents[0]["agentGroups"].size(), std::size_t{1});
        const Json groups = m_tenant.graph("GET", path + "agentGroups?$expand=agents,publishedResources").json["value"];
        QCOMPARE(shown(text(groups[0]["publishedResources"][0], "resourceName")), QStringLiteral("contoso.test"));
        QCOMPARE(m_tenant.graph("GET", path + "agents?$expand=nonsense").status, 400);
        const std::string id = text(agents[0], "id");
        QCOMPARE(m_tenant.control("PATCH", "/lab/agents/" + id, {{"status", "inactive"}}).status, 200);
        QCOMPARE(shown(text(m_tenant.graph("GET", path + "agents/" + id).json, "status")), QStringLiteral("inactive"));
        QCOMPARE(m_tenant.control("DELETE", "/lab/agents/" + id).status, 200);
        QCOMPARE(m_tenant.graph("GET", path + "agents").json["value"].size(), std::size_t{0});
    }

    void registrationNeedsAPersonWithTheRole()
    {
        const Json body{{"machineName", "x"}, {"domains", Json::array()}};
        QCOMPARE(m_tenant.control("POST", "/lab/agents", body).status, 403);
        const std::string reader = text(m_tenant.signInByCode("reader@contoso.onmicrosoft.com", scope("User.Read")).json, "access_token");
        QCOMPARE(m_tenant.graph("POST", "/lab/agents", body, reader).status, 403);
    }

    void licenceNeedsAUsageLocation()
    {
        const std::string sku = text(m_tenant.graph("GET", "/v1.0/subscribedSkus").json["value"][0], "skuId");
        const std::string user = "/v1.0/users/reader@contoso.onmicrosoft.com";
        const Json assign{{"addLicenses", Json::array({{{"skuId", sku}, {"disabledPlans", Json::array()}}})}, {"removeLicenses", Json::array()}};
        QCOMPARE(m_tenant.graph("POST", user + "/assignLicense", assign).status, 400);
        QCOMPARE(m_tenant.graph("PATCH", user, {{"usageLocation", "us"}}).status, 400);
        QCOMPARE(m_tenant.graph("PATCH", user, {{"usageLocation", "US"}}).status, 204);
        QCOMPARE(m_tenant.graph("POST", user + "/assignLicense", assign).status, 200);
        QCOMPARE(number(m_tenant.graph("GET", "/v1.0/subscribedSkus").json["value"][0], "consumedUnits"), 1LL);
        const Json remove{{"addLicenses", Json::array()}, {"removeLicenses", Json::array({sku})}};
        QCOMPARE(m_tenant.graph("POST", user + "/assignLicense", remove).status, 200);
        QCOMPARE(m_tenant.graph("POST", user + "/assignLicense", remove).status, 400);
    }

    void defaultPropertiesOfUsersAreFew()
    {
        const Json user = m_tenant.graph("GET", "/v1.0/users/" + std::string(administrator)).json;
        QVERIFY(!user.contains("accountEnabled"));
        QVERIFY(m_tenant.graph("GET", "/v1.0/users/" + std::string(administrator) + "?$select=accountEnabled").json.contains("accountEnabled"));
    }

    void synchronizationFeaturesNeedTheGlobalAdministrator()
    {
        const std::string path = "/v1.0/directory/onPremisesSynchronization/" + m_tenant.tenantId();
        const std::string hybrid = text(m_tenant.signInByCode(administrator, scope("OnPremDirectorySynchronization.ReadWrite.All")).json, "access_token");
        QCOMPARE(m_tenant.graph("GET", path, nullptr, hybrid).status, 403);
        const std::string global = text(m_tenant.signInByCode("global@contoso.onmicrosoft.com", scope("OnPremDirectorySynchronization.ReadWrite.All")).json, "access_token");
        QCOMPARE(m_tenant.graph("PATCH", path, {{"features", {{"blockSoftMatchEnabled", true}}}}, global).status, 204);
        const Json after = m_tenant.graph("GET", path, nullptr, global).json;
        QVERIFY(flag(after["features"], "blockSoftMatchEnabled"));
        QCOMPARE(after["features"].size(), std::size_t{20});
        QCOMPARE(m_tenant.graph("PATCH", path, {{"features", {{"passwordWritebackEnabled", true}}}}, global).status, 400);
    }

    void deletingThePrincipalTakesItsJobsAlong()
    {
        const std::string id = text(m_tenant.graph("POST", cloudSync, {{"displayName", "gone.test"}}).json["servicePrincipal"], "id");
        QCOMPARE(m_tenant.graph("DELETE", "/v1.0/servicePrincipals/" + id).status, 204);
        QCOMPARE(m_tenant.graph("GET", "/v1.0/servicePrincipals/" + id).status, 404);
        QCOMPARE(m_tenant.graph("GET", "/v1.0/servicePrincipals/" + id + "/synchronization/jobs").status, 404);
    }

    void writesStandInTheRecord()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/record/reset").status, 200);
        static_cast<void>(m_tenant.graph("GET", m_tenant.jobPath(m_configuration)));
        QCOMPARE(number(m_tenant.control("GET", "/lab/record").json, "writes"), 0LL);
        static_cast<void>(m_tenant.graph("POST", m_tenant.jobPath(m_configuration) + "/pause"));
        const Json record = m_tenant.control("GET", "/lab/record?writes=true").json;
        QCOMPARE(number(record, "count"), 1LL);
        QCOMPARE(number(record["exchanges"][0], "status"), 204LL);
        QVERIFY(!shown(compact(m_tenant.control("GET", "/lab/record").json)).contains(shown(m_tenant.applicationToken())));
    }

    void newPrincipalIsMissingForAWhile()
    {
        TenantProcess lagging;
        QVERIFY2(lagging.start({{"lag", {{"requests", 2}, {"milliseconds", 600}}}}), qPrintable(lagging.error()));
        const std::string token = lagging.applicationToken();
        const std::string id = text(lagging.graph("POST", cloudSync, {{"displayName", "contoso.test"}}, token).json["servicePrincipal"], "id");
        QElapsedTimer clock;
        clock.start();
        const std::string path = "/v1.0/servicePrincipals/" + id + "/synchronization/templates";
        QCOMPARE(lagging.graph("GET", path, nullptr, token).status, 404);
        QCOMPARE(lagging.graph("GET", path, nullptr, token).status, 404);
        QTRY_COMPARE_WITH_TIMEOUT(lagging.graph("GET", path, nullptr, token).status, 200, 5000);
        QVERIFY2(clock.elapsed() >= 500, "the time passed as well");
    }

    void tenantOutlivesTheProgram()
    {
        TenantProcess tenant;
        const Json quick{{"lag", {{"requests", 0}, {"milliseconds", 0}}}};
        QVERIFY2(tenant.start(quick), qPrintable(tenant.error()));
        const Json configuration = tenant.configure("contoso.test");
        const std::string root = tenant.root(), id = tenant.tenantId(), token = tenant.applicationToken();
        tenant.stop();
        QVERIFY2(tenant.start(quick), qPrintable(tenant.error()));
        QCOMPARE(shown(tenant.root()), shown(root)); // the same port
        QCOMPARE(shown(tenant.tenantId()), shown(id));
        QCOMPARE(tenant.graph("GET", tenant.jobPath(configuration), nullptr, token).status, 200); // and the same key
    }

    void twoTenantsDoNotShareAFolder()
    {
        QProcess second;
        second.start(m_tenant.program(), m_tenant.arguments());
        QVERIFY(second.waitForFinished(20000));
        QVERIFY(second.exitCode() != 0);
        QVERIFY(second.readAllStandardError().contains("in use"));
    }

private:
    std::string scope(const std::string &permission) const { return m_tenant.root() + '/' + permission; }
    TenantProcess::Headers bearer() const { return {{"Authorization", "Bearer " + m_tenant.applicationToken()}}; }

    TenantProcess m_tenant;
    Json m_configuration;
};

QTEST_GUILESS_MAIN(TenantGraphTest)
#include "tst_tenant_graph.moc"
