// SPDX-License-Identifier: GPL-3.0-or-later
// Job cycles of the stand-in tenant against a small directory in a file.
#include "tests/lab/tenant/tests/TenantProcess.h"

#include "tests/lab/tenant/Text.h"

#include <QFile>
#include <QTest>

#include <fstream>

using namespace cloudsync::lab;
using namespace cloudsync::tests;

namespace {

constexpr const char *base = "DC=contoso,DC=test";

QString shown(const std::string &text) { return QString::fromStdString(text); }

Json entry(const std::string &unit, const std::string &name, Json attributes)
{
    attributes["cn"] = name;
    if (!attributes.contains("sAMAccountName"))
        attributes["sAMAccountName"] = name;
    return {{"key", name}, {"dn", "CN=" + name + ",OU=" + unit + ',' + base}, {"attributes", std::move(attributes)}};
}

Json person(const std::string &unit, const std::string &name, Json more = Json::object())
{
    Json attributes{{"objectClass", Json::array({"top", "person", "organizationalPerson", "user"})},
                    {"displayName", name},
                    {"userPrincipalName", lower(name) + "@contoso.com"},
                    {"userAccountControl", "512"},
                    {"pwdLastSet", "133500000000000000"}};
    attributes.update(more);
    return entry(unit, name, std::move(attributes));
}

Json group(const std::string &unit, const std::string &name, const Json &members)
{
    return entry(unit, name, {{"objectClass", Json::array({"top", "group"})}, {"groupType", "-2147483646"}, {"member", members}});
}

std::string dn(const std::string &unit, const std::string &name) { return "CN=" + name + ",OU=" + unit + ',' + base; }

} // namespace

class TenantCyclesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_tenant = std::make_unique<TenantProcess>();
        write(Json::array({person("Sales", "Ann"), person("Sales", "Bo", {{"userPrincipalName", "bo@contoso.test"}, {"userAccountControl", "514"}, {"manager", dn("Sales", "Ann")}}),
                           person("Research", "Cy"), group("Sales", "Team", Json::array({dn("Sales", "Ann"), dn("Research", "Cy")})),
                           entry("Sales", "Kim", {{"objectClass", Json::array({"top", "person", "organizationalPerson", "contact"})}, {"mail", "kim@fabrikam.com"}, {"displayName", "Kim"}})}));
        QVERIFY2(m_tenant->start({{"lag", {{"requests", 0}, {"milliseconds", 0}}}, {"cycle", {{"firstDelayMilliseconds", 3600000}}}},
                                 {QStringLiteral("--directory-json"), m_tenant->file(QStringLiteral("directory.json"))}),
                 qPrintable(m_tenant->error()));
        m_configuration = m_tenant->configure("contoso.test");
        QCOMPARE(m_tenant->registerAgent("sync1", "contoso.test").status, 201);
        // Its own first run is an hour away: the tests say when.
        QCOMPARE(m_tenant->graph("POST", m_tenant->jobPath(m_configuration) + "/start").status, 204);
    }
    void cleanup() { m_tenant.reset(); }

    void cycleCreatesWhatIsInScopeAndASecondChangesNothing()
    {
        Json run = cycle();
        QCOMPARE(count(run, "created"), 5LL);
        QCOMPARE(number(run["entries"], "user to User"), 3LL);
        run = cycle();
        QCOMPARE(count(run, "unchanged"), 5LL);
        QCOMPARE(count(run, "created") + count(run, "updated") + count(run, "deleted"), 0LL);
        const Json status = job()["status"];
        QCOMPARE(shown(text(status, "code")), QStringLiteral("Active"));
        QCOMPARE(shown(text(status["lastExecution"], "state")), QStringLiteral("Succeeded"));
    }

    void startedJobRunsByItself()
    {
        TenantProcess tenant;
        std::ofstream(tenant.file(QStringLiteral("directory.json")).toStdString()) << compact({{"domain", "contoso.test"}, {"base", base}, {"objects", Json::array({person("Sales", "Ann")})}});
        QVERIFY2(tenant.start({{"lag", {{"requests", 0}, {"milliseconds", 0}}}, {"cycle", {{"firstDelayMilliseconds", 50}, {"intervalSeconds", 3600}}}},
                              {QStringLiteral("--directory-json"), tenant.file(QStringLiteral("directory.json"))}),
                 qPrintable(tenant.error()));
        const Json configuration = tenant.configure("contoso.test");
        QCOMPARE(tenant.registerAgent("sync1", "contoso.test").status, 201);
        QCOMPARE(tenant.graph("POST", tenant.jobPath(configuration) + "/start").status, 204);
        const auto runs = [&] { return tenant.graph("GET", tenant.jobPath(configuration)).json["status"]["lastExecution"].is_object(); };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), 10000);
        QCOMPARE(tenant.graph("GET", "/v1.0/users/ann@contoso.com").status, 200);
    }

    void unverifiedSuffixBecomesTheInitialDomain()
    {
        static_cast<void>(cycle());
        const Json user = m_tenant->graph("GET", "/beta/users/bo@contoso.onmicrosoft.com").json;
        QCOMPARE(shown(text(user, "displayName")), QStringLiteral("Bo"));
        QVERIFY(!flag(user, "accountEnabled", true));
        QCOMPARE(shown(text(user, "onPremisesUserPrincipalName")), QStringLiteral("bo@contoso.test"));
    }

    void containersBoundTheScope()
    {
        Json schema = this->schema();
        schema["synchronizationRules"][0]["containerFilter"]["includedContainers"] = Json::array({std::string("ou=sales,") + base});
        put(schema);
        const Json run = cycle();
        QCOMPARE(count(run, "inScope"), 4LL);
        QCOMPARE(m_tenant->graph("GET", "/v1.0/users/cy@contoso.com").status, 404);
    }

    void groupsAdmitTheirDirectMembersAlone()
    {
        write(Json::array({person("Sales", "Ann"), person("Sales", "Deep"), person("Sales", "Out"),
                           group("Sales", "Inner", Json::array({dn("Sales", "Deep")})),
                           group("Sales", "Pilot", Json::array({dn("Sales", "Ann"), dn("Sales", "Inner")}))}));
        Json schema = this->schema();
        schema["synchronizationRules"][0]["groupFilter"]["includedGroups"] = Json::array({dn("Sales", "Pilot")});
        put(schema);
        const Json run = cycle();
        QCOMPARE(number(run["entries"], "user to User"), 1LL);
        QCOMPARE(number(run["entries"], "group to Group"), 2LL);
    }

    void criticalObjectsAndConflictVictimsStayOut()
    {
        write(Json::array({person("Sales", "Ann"), person("Sales", "Root", {{"isCriticalSystemObject", "TRUE"}}), person("Sales", "Ann\\0ACNF:1b8c6f70-0000-4000-8000-000000000000")}));
        QCOMPARE(count(cycle(), "inScope"), 1LL);
    }

    void attributeConditionsDecide()
    {
        write(Json::array({person("Sales", "Ann", {{"department", "Research"}}), person("Sales", "Bo", {{"department", "Finance"}})}));
        Json schema = this->schema();
        const Json clause{{"operatorName", "EQUALS"}, {"sourceOperandName", "department"}, {"targetOperand", {{"values", Json::array({"Research"})}}}};
        schema["synchronizationRules"][0]["objectMappings"][0]["scope"] = {{"groups", Json::array({{{"name", "x"}, {"clauses", Json::array({clause})}}})}};
        put(schema);
        QCOMPARE(count(cycle(), "created"), 1LL);
    }

    void membersAndManagerAreResolved()
    {
        static_cast<void>(cycle());
        const Json groups = m_tenant->graph("GET", "/v1.0/groups?$filter=displayName%20eq%20'Team'").json["value"];
        QCOMPARE(groups.size(), std::size_t{1});
        const Json members = m_tenant->graph("GET", "/v1.0/groups/" + text(groups[0], "id") + "/members").json["value"];
        QCOMPARE(members.size(), std::size_t{2});
        write(Json::array({person("Sales", "Ann"), group("Sales", "Team", Json::array({dn("Sales", "Ann")}))}));
        const Json run = cycle();
        QCOMPARE(count(run, "updated"), 1LL); // the group, though no attribute of its own changed
        QCOMPARE(m_tenant->graph("GET", "/v1.0/groups/" + text(groups[0], "id") + "/members").json["value"].size(), std::size_t{1});
    }

    void changesAreLoggedWithTheirProperties()
    {
        static_cast<void>(cycle());
        write(Json::array({person("Sales", "Ann", {{"title", "Chief"}})}));
        QVERIFY(count(cycle(), "updated") == 1);
        const Json log = m_tenant->graph("GET", "/v1.0/auditLogs/provisioning?$filter=jobId%20eq%20'" + text(m_configuration, "job") + "'%20and%20provisioningAction%20eq%20'update'").json["value"];
        QCOMPARE(log.size(), std::size_t{1});
        QCOMPARE(shown(compact(log[0]["modifiedProperties"])), QStringLiteral(R"([{"displayName":"jobTitle","oldValue":null,"newValue":"Chief"}])"));
        QCOMPARE(log[0]["provisioningSteps"].size(), std::size_t{4});
        const Json audits = m_tenant->graph("GET", "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName%20eq%20'Update%20user'").json["value"];
        QCOMPARE(audits.size(), std::size_t{1});
        QCOMPARE(shown(text(audits[0]["initiatedBy"]["app"], "displayName")), QStringLiteral("Microsoft Entra AD Synchronization Service"));
    }

    void disabledAccountIsLoggedAsDisabled()
    {
        static_cast<void>(cycle());
        write(Json::array({person("Sales", "Ann", {{"userAccountControl", "514"}})}));
        QCOMPARE(count(cycle(), "disabled"), 1LL);
        QVERIFY(!flag(m_tenant->graph("GET", "/beta/users/ann@contoso.com").json, "accountEnabled", true));
    }

    void leavingTheScopeDeletesSoftlyAndComingBackRestores()
    {
        static_cast<void>(cycle());
        const std::string id = text(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").json, "id");
        write(Json::array({person("Research", "Cy")}));
        QCOMPARE(count(cycle(), "deleted"), 4LL);
        QCOMPARE(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").status, 404);
        QCOMPARE(m_tenant->graph("GET", "/v1.0/directory/deletedItems/microsoft.graph.user").json["value"].size(), std::size_t{2});
        QCOMPARE(m_tenant->graph("GET", "/v1.0/groups").json["value"].size(), std::size_t{0}); // groups have no second chance
        write(Json::array({person("Research", "Cy"), person("Sales", "Ann")}));
        static_cast<void>(cycle());
        QCOMPARE(shown(text(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").json, "id")), shown(id));
    }

    void tooManyDeletesAreHeldBackUntilAllowed()
    {
        QCOMPARE(secrets(R"({"Enabled":true,"Recipients":"a@contoso.com","DeleteThresholdEnabled":true,"DeleteThresholdValue":4})").status, 204);
        static_cast<void>(cycle());
        write(Json::array({person("Research", "Cy")}));
        Json run = cycle();
        QCOMPARE(count(run, "staged"), 4LL);
        QCOMPARE(count(run, "deleted"), 0LL);
        Json status = job()["status"];
        QCOMPARE(shown(text(status, "code")), QStringLiteral("Quarantine"));
        QCOMPARE(shown(text(status["quarantine"], "reason")), QStringLiteral("TooManyDeletes"));
        QCOMPARE(m_tenant->graph("GET", "/v1.0/auditLogs/provisioning?$filter=provisioningAction%20eq%20'stagedDelete'").json["value"].size(), std::size_t{4});
        QCOMPARE(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").status, 200);
        QCOMPARE(m_tenant->graph("POST", m_tenant->jobPath(m_configuration) + "/restart", {{"criteria", {{"resetScope", "ForceDeletes"}}}}).status, 204);
        run = cycle();
        QCOMPARE(count(run, "deleted"), 4LL);
        status = job()["status"];
        QVERIFY(status["quarantine"].is_null());
        QCOMPARE(shown(text(status, "code")), QStringLiteral("Active"));
    }

    void deletesBelowTheThresholdPass()
    {
        QCOMPARE(secrets(R"({"DeleteThresholdEnabled":true,"DeleteThresholdValue":5})").status, 204);
        static_cast<void>(cycle());
        write(Json::array({person("Research", "Cy")}));
        QCOMPARE(count(cycle(), "deleted"), 4LL);
    }

    void withoutAnAgentTheJobGoesToQuarantine()
    {
        const std::string id = text(m_tenant->control("GET", "/lab/agents").json["agents"][0], "id");
        QCOMPARE(m_tenant->control("PATCH", "/lab/agents/" + id, {{"status", "inactive"}}).status, 200);
        QCOMPARE(shown(text(cycle(), "error")), QStringLiteral("HybridIdentityServiceNoActiveAgents"));
        const Json quarantine = job()["status"]["quarantine"];
        QCOMPARE(shown(text(quarantine["error"], "code")), QStringLiteral("HybridIdentityServiceNoActiveAgents"));
        QVERIFY(readTime(text(quarantine, "nextAttempt")));
        QCOMPARE(m_tenant->control("DELETE", "/lab/agents/" + id).status, 200);
        QCOMPARE(shown(text(cycle(), "error")), QStringLiteral("HybridIdentityServiceNoAgentsAssigned"));
        QCOMPARE(number(job()["status"]["quarantine"], "seriesCount"), 2LL);
        QCOMPARE(m_tenant->registerAgent("sync1", "contoso.test").status, 201);
        QCOMPARE(shown(text(cycle(), "error")), QString());
        QVERIFY(job()["status"]["quarantine"].is_null());
    }

    void withoutTheDomainSettingTheJobFails()
    {
        QCOMPARE(m_tenant->graph("PUT", m_tenant->synchronization(m_configuration) + "/secrets", {{"value", Json::array()}}).status, 204);
        QCOMPARE(shown(text(cycle(), "error")), QStringLiteral("HybridIdentityServiceInvalidResource"));
    }

    void unreachableDirectoryIsAFailedRun()
    {
        QVERIFY(QFile::remove(m_tenant->file(QStringLiteral("directory.json"))));
        QCOMPARE(shown(text(cycle(), "error")), QStringLiteral("HybridSynchronizationActiveDirectoryInternalServerError"));
        QCOMPARE(shown(text(job()["status"]["lastExecution"], "state")), QStringLiteral("Failed"));
    }

    void mappingsFlowAsWritten()
    {
        write(Json::array({person("Sales", "Ann", {{"employeeType", "E"}, {"msDS-cloudExtensionAttribute1", "20260901000000.0Z"}})}));
        Json schema = this->schema();
        Json &mappings = schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"];
        mappings.push_back(mapping("employeeHireDate", "Attribute", "msDS-cloudExtensionAttribute1", "[msDS-cloudExtensionAttribute1]", "Always", nullptr));
        mappings.push_back(mapping("preferredDataLocation", "Constant", "EUR", "\"EUR\"", "Always", nullptr));
        mappings.push_back(mapping("userType", "Attribute", "division", "[division]", "Always", "Member"));
        mappings.push_back(mapping("employeeNumber", "Function", "Append", "Append([employeeType], \"-1\")", "ObjectAddOnly", nullptr));
        put(schema);
        static_cast<void>(cycle());
        Json user = flowed("Ann");
        QCOMPARE(shown(text(user, "employeeHireDate")), QStringLiteral("20260901000000.0Z"));
        QCOMPARE(shown(text(user, "preferredDataLocation")), QStringLiteral("EUR"));
        QCOMPARE(shown(text(user, "userType")), QStringLiteral("Member")); // the default, as the source is empty
        QCOMPARE(shown(text(user, "employeeNumber")), QStringLiteral("E-1"));
        write(Json::array({person("Sales", "Ann", {{"employeeType", "F"}, {"msDS-cloudExtensionAttribute1", "20261001000000.0Z"}})}));
        static_cast<void>(cycle());
        user = flowed("Ann");
        QCOMPARE(shown(text(user, "employeeHireDate")), QStringLiteral("20261001000000.0Z"));
        QCOMPARE(shown(text(user, "employeeNumber")), QStringLiteral("E-1")); // only at creation
    }

    void sharedAnchorIsGivenOnceAndStaysSteady()
    {
        write(Json::array({person("Sales", "Ann", {{"mS-DS-ConsistencyGuid", "base64:AAECAwQFBgcICQoLDA0ODw=="}}), person("Sales", "Twin", {{"mS-DS-ConsistencyGuid", "base64:AAECAwQFBgcICQoLDA0ODw=="}})}));
        Json run = cycle();
        QCOMPARE(count(run, "created"), 1LL);
        QCOMPARE(count(run, "failed"), 1LL);
        run = cycle();
        QCOMPARE(count(run, "unchanged"), 1LL);
        QCOMPARE(count(run, "updated"), 0LL);
    }

    void badObjectsFailAloneAndAreTold()
    {
        write(Json::array({person("Sales", "Ann"), person("Sales", "Bad", {{"userPrincipalName", "b ad@contoso.com"}}), person("Sales", "Long", {{"displayName", std::string(300, 'x')}})}));
        const Json run = cycle();
        QCOMPARE(count(run, "created"), 1LL);
        QCOMPARE(count(run, "failed"), 2LL);
        QCOMPARE(shown(text(job()["status"]["lastExecution"], "state")), QStringLiteral("EntryLevelErrors"));
        QCOMPARE(m_tenant->graph("GET", "/v1.0/auditLogs/provisioning?$filter=provisioningStatusInfo/status%20eq%20'failure'").json["value"].size(), std::size_t{2});
    }

    void takenNamesAndAddressesAreResolved()
    {
        write(Json::array({person("Sales", "Ann", {{"proxyAddresses", Json::array({"SMTP:ann@contoso.com", "smtp:shared@contoso.com"})}}),
                           person("Research", "Ann2", {{"userPrincipalName", "ann@contoso.com"}, {"proxyAddresses", Json::array({"smtp:shared@contoso.com"})}})}));
        const Json run = cycle();
        QCOMPARE(count(run, "created"), 2LL);
        const Json second = m_tenant->graph("GET", "/beta/users?$filter=displayName%20eq%20'Ann2'").json["value"][0];
        QVERIFY2(startsWith(text(second, "userPrincipalName"), "ann") && endsWith(text(second, "userPrincipalName"), "@contoso.onmicrosoft.com"), text(second, "userPrincipalName").c_str());
        QCOMPARE(second["proxyAddresses"].size(), std::size_t{0});
        QCOMPARE(second["onPremisesProvisioningErrors"].size(), std::size_t{2});
        QCOMPARE(count(cycle(), "unchanged"), 2LL);
    }

    void cloudUserWithTheSameNameIsTakenOverUnlessItHoldsARole()
    {
        write(Json::array({person("Sales", "Rita", {{"userPrincipalName", "reader@contoso.onmicrosoft.com"}}), person("Sales", "Ada", {{"userPrincipalName", "admin@contoso.onmicrosoft.com"}})}));
        const std::string id = text(m_tenant->graph("GET", "/v1.0/users/reader@contoso.onmicrosoft.com").json, "id");
        static_cast<void>(cycle());
        const Json reader = m_tenant->graph("GET", "/beta/users/" + id).json;
        QVERIFY(flag(reader, "onPremisesSyncEnabled"));
        QVERIFY(!flag(m_tenant->graph("GET", "/beta/users/admin@contoso.onmicrosoft.com").json, "onPremisesSyncEnabled"));
    }

    void passwordHashesNeedTheMappingAndASettledPassword()
    {
        write(Json::array({person("Sales", "Ann"), person("Sales", "New", {{"pwdLastSet", "0"}})}));
        const std::string hashJob = text(m_tenant->graph("POST", m_tenant->synchronization(m_configuration) + "/jobs", {{"templateId", "AD2AADPasswordHash"}}).json, "id");
        static_cast<void>(cycle());
        QCOMPARE(number(cycle(hashJob)["entries"], "user to User"), 0LL);
        Json schema = this->schema();
        schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"].push_back(mapping("CredentialData", "Attribute", "PasswordHash", "[PasswordHash]", "Always", nullptr));
        put(schema);
        const Json run = cycle(hashJob);
        QCOMPARE(number(run["entries"], "user to User"), 1LL);
        QCOMPARE(count(run, "skipped"), 1LL);
    }

    void oneObjectIsProvisionedOnDemand()
    {
        Answer answer = onDemand(dn("Sales", "Bo"), "user");
        QCOMPARE(answer.status, 200);
        std::string why;
        Json key = *parseJson(text(answer.json, "key"), why), value = *parseJson(text(answer.json, "value"), why);
        QCOMPARE(shown(text(key, "result")), QStringLiteral("Success"));
        QCOMPARE(shown(text(value["provisioningSteps"][0], "type")), QStringLiteral("Import"));
        QVERIFY(!value["modifiedProperties"].empty());
        QCOMPARE(m_tenant->graph("GET", "/v1.0/users/bo@contoso.onmicrosoft.com").status, 200);
        key = *parseJson(text(onDemand(dn("Sales", "Bo"), "user").json, "key"), why);
        QCOMPARE(shown(text(key["details"], "errorCode")), QStringLiteral("RedundantExport"));
        key = *parseJson(text(onDemand(dn("Sales", "Nobody"), "user").json, "key"), why);
        QCOMPARE(shown(text(key, "result")), QStringLiteral("Failure"));
        QCOMPARE(m_tenant->graph("POST", m_tenant->jobPath(m_configuration) + "/provisionOnDemand", {{"parameters", Json::array()}}).status, 400);
    }

    void onDemandOutsideTheScopeIsSkipped()
    {
        Json schema = this->schema();
        schema["synchronizationRules"][0]["containerFilter"]["includedContainers"] = Json::array({std::string("OU=Sales,") + base});
        put(schema);
        std::string why;
        const Json key = *parseJson(text(onDemand(dn("Research", "Cy"), "user").json, "key"), why);
        QCOMPARE(shown(text(key, "result")), QStringLiteral("Skipped"));
        QCOMPARE(shown(text(key["details"], "errorCode")), QStringLiteral("JoinNotFound"));
    }

    void sixthOnDemandRequestMustWait()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(onDemand(dn("Sales", "Ann"), "user").status, 200);
        const Answer sixth = onDemand(dn("Sales", "Ann"), "user");
        QCOMPARE(sixth.status, 429);
        const int seconds = std::atoi(sixth.header("retry-after").c_str());
        QVERIFY2(seconds >= 1 && seconds <= 10, sixth.header("retry-after").c_str());
    }

    void deletedConfigurationLeavesItsUsersAndANewOneAdoptsThem()
    {
        static_cast<void>(cycle());
        const std::string id = text(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").json, "id");
        QCOMPARE(m_tenant->graph("DELETE", "/v1.0/servicePrincipals/" + text(m_configuration, "sp")).status, 204);
        QCOMPARE(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").status, 200);
        m_configuration = m_tenant->configure("contoso.test");
        QCOMPARE(count(cycle(), "created"), 0LL);
        QCOMPARE(shown(text(m_tenant->graph("GET", "/v1.0/users/ann@contoso.com").json, "id")), shown(id));
    }

private:
    void write(const Json &objects) const
    {
        std::ofstream(m_tenant->file(QStringLiteral("directory.json")).toStdString()) << compact({{"domain", "contoso.test"}, {"base", base}, {"objects", objects}});
    }
    Json cycle(const std::string &job = {}) const
    {
        const Json answer = m_tenant->control("POST", "/lab/cycle", {{"job", job.empty() ? text(m_configuration, "job") : job}}).json;
        const Json &jobs = list(answer, "jobs");
        return jobs.empty() ? Json::object() : jobs[0];
    }
    static long long count(const Json &run, const char *name) { return number(run.value("counts", Json::object()), name, -1); }
    Json job() const { return m_tenant->graph("GET", m_tenant->jobPath(m_configuration)).json; }
    Json schema() const { return m_tenant->graph("GET", m_tenant->jobPath(m_configuration) + "/schema").json; }
    void put(const Json &schema) const
    {
        const Answer answer = m_tenant->graph("PUT", m_tenant->jobPath(m_configuration) + "/schema", schema);
        QVERIFY2(answer.status == 204, answer.body.c_str());
    }
    Answer secrets(const std::string &notification) const
    {
        return m_tenant->graph("PUT", m_tenant->synchronization(m_configuration) + "/secrets",
                               {{"value", Json::array({{{"key", "Domain"}, {"value", R"({"domain":"contoso.test"})"}}, {{"key", "SyncNotificationSettings"}, {"value", notification}}})}});
    }
    Answer onDemand(const std::string &name, const std::string &kind) const
    {
        return m_tenant->graph("POST", m_tenant->jobPath(m_configuration) + "/provisionOnDemand",
                               {{"parameters", Json::array({{{"ruleId", "6c409270-f78a-4bc6-af23-7cf3ab6482fe"}, {"subjects", Json::array({{{"objectId", name}, {"objectTypeName", kind}}})}}})}});
    }
    static Json mapping(const char *target, const char *type, const char *name, const char *expression, const char *flowType, const char *defaultValue)
    {
        return {{"defaultValue", defaultValue ? Json(defaultValue) : Json(nullptr)}, {"exportMissingReferences", false}, {"flowBehavior", "FlowWhenChanged"}, {"flowType", flowType}, {"matchingPriority", 0},
                {"targetAttributeName", target}, {"source", {{"expression", expression}, {"name", name}, {"type", type}, {"parameters", Json::array()}}}};
    }
    Json flowed(const std::string &displayName) const
    {
        const Json state = m_tenant->control("GET", "/lab/state").json;
        for (const Json &object : list(state, "objects")) {
            if (text(object["body"], "displayName") == displayName)
                return object["lab"]["flowed"];
        }
        return Json::object();
    }

    std::unique_ptr<TenantProcess> m_tenant;
    Json m_configuration;
};

QTEST_GUILESS_MAIN(TenantCyclesTest)
#include "tst_tenant_cycles.moc"
