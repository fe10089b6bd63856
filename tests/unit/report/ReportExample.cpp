// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/report/ReportExample.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cloudsync::test {

namespace {

const char *header = R"json({
 "program": "cloud-sync-setup", "version": "0.1.0", "host": "SYNC1", "sections": ["server", "directory", "tenant"],
 "answers": {
  "version": 1, "license": {"accepted": true}, "cloud": "global",
  "server": {"extension": "cloudSync", "agentPackage": "C:\\temp\\AADConnectProvisioningAgentSetup.exe", "publisher": "Microsoft Corporation", "repair": ["tls12", "strongCrypto"]},
  "signIn": {"tenant": "contoso.onmicrosoft.com", "clientId": "11111111-2222-3333-4444-555555555555", "method": "certificate", "certificate": {"file": "/etc/cloud-sync-setup/app.pem"}},
  "serviceAccount": {"mode": "create", "name": "provAgentgMSA", "domain": "contoso.test", "hosts": ["SYNC1", "SYNC2"], "permissions": ["BasicRead", "PasswordHashSync", "PasswordWriteBack"], "restrict": true},
  "directories": [{"domain": "contoso.test", "controllers": ["ldaps://dc1.contoso.test", "ldaps://dc2.contoso.test"], "credential": {"user": "CONTOSO\\Administrator", "password": {"env": "DIRECTORY_PASSWORD"}, "mechanism": "negotiate"}}],
  "configurations": [{"domain": "contoso.test", "passwordHashSync": true, "notifications": {"enabled": true, "recipients": ["it@contoso.com"]}, "accidentalDeletion": {"enabled": true, "threshold": 500},
    "scope": {"kind": "organizationalUnits", "distinguishedNames": ["OU=Sales,DC=contoso,DC=test", "OU=Engineering,DC=contoso,DC=test"]},
    "attributeMappings": [{"object": "user", "target": "employeeHireDate", "kind": "direct", "source": "msDS-cloudExtensionAttribute1"}], "enable": true}]
 },
 "plan": [
  {"id": "server.repair.tls12", "section": "server", "title": "Switch TLS 1.2 on", "changes": ["HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client, Enabled: not set → 1"], "reversible": true, "needs": []},
  {"id": "server.agentPackage", "section": "server", "title": "Install the Microsoft Entra provisioning agent", "changes": ["Agent: none → 1.1.2505.0"], "reversible": true, "needs": []},
  {"id": "directory.contoso.test.gmsa", "section": "directory", "title": "Create the account provAgentgMSA", "changes": ["CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test is created", "SYNC1$ and SYNC2$ may use it"], "reversible": true, "needs": []},
  {"id": "directory.contoso.test.permissions", "section": "directory", "title": "Grant permissions in contoso.test", "changes": ["12 entries are added to DC=contoso,DC=test"], "reversible": true, "needs": ["directory.contoso.test.gmsa"]},
  {"id": "directory.contoso.test.restrict", "section": "directory", "title": "Restrict who may change provAgentgMSA", "changes": ["The access list of the account is replaced"], "reversible": true, "needs": ["directory.contoso.test.gmsa"]},
  {"id": "server.agentRegistration", "section": "server", "title": "Register the agent with the tenant", "changes": ["The agent of SYNC1 is registered with contoso.onmicrosoft.com"], "reversible": false, "irreversibleBecause": "The tenant forgets an agent by itself some days after it was last seen.", "needs": []},
  {"id": "tenant.syncFlag", "section": "tenant", "title": "Allow synchronisation in the tenant", "changes": ["onPremisesSyncEnabled: false → true"], "reversible": false, "irreversibleBecause": "Switching it off concerns every synchronised object of the tenant.", "needs": []},
  {"id": "tenant.contoso.test.configuration", "section": "tenant", "title": "Create the configuration contoso.test", "changes": ["Service principal contoso.test is created"], "reversible": true, "needs": []},
  {"id": "tenant.contoso.test.job.AD2AADProvisioning", "section": "tenant", "title": "Create the job for users and groups", "changes": ["Job AD2AADProvisioning is created"], "reversible": true, "needs": []},
  {"id": "tenant.contoso.test.schema", "section": "tenant", "title": "Set scope and attribute mappings", "changes": ["Scope: everything → 2 organizational units", "user employeeHireDate: none → msDS-cloudExtensionAttribute1"], "reversible": true, "needs": []},
  {"id": "tenant.contoso.test.start", "section": "tenant", "title": "Start the jobs of contoso.test", "changes": ["AD2AADProvisioning: paused → running"], "reversible": true, "needs": []}
 ]})json";

JournalTask task(const char *id, JournalTask::Phase phase, qint64 milliseconds, const QJsonObject &effect = {})
{
    JournalTask task;
    task.id = QLatin1String(id);
    task.phase = phase;
    task.milliseconds = milliseconds;
    if (!effect.isEmpty())
        task.effects.append(effect);
    return task;
}

} // namespace

JournalRecord goodRun()
{
    using Phase = JournalTask::Phase;
    JournalRecord record;
    record.runId = QStringLiteral("20260922-143105-7f3a");
    record.started = QDateTime(QDate(2026, 9, 22), QTime(14, 31, 5), Qt::UTC);
    record.ended = record.started.addMSecs(143200);
    record.outcome = QStringLiteral("done");
    record.header = QJsonDocument::fromJson(header).object();
    record.tasks = {
        task("server.repair.tls12", Phase::AlreadyThere, 0),
        task("server.agentPackage", Phase::Applied, 61400, {{QStringLiteral("version"), QStringLiteral("1.1.2505.0")}}),
        task("directory.contoso.test.gmsa", Phase::Applied, 840, {{QStringLiteral("dn"), QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test")}, {QStringLiteral("objectGUID"), QStringLiteral("8b0e2b0e-6f0a-4c3f-9f5b-3d6f5a1b2c3d")}}),
        task("directory.contoso.test.permissions", Phase::Applied, 1310, {{QStringLiteral("added"), QJsonArray{QStringLiteral("(OA;CIIO;RP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1-2-3-1105)"), QStringLiteral("(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;S-1-5-21-1-2-3-1105)")}}}),
        task("directory.contoso.test.restrict", Phase::Applied, 190, {{QStringLiteral("kind"), QStringLiteral("listReplaced")}}),
        task("server.agentRegistration", Phase::Applied, 8200),
        task("tenant.syncFlag", Phase::AlreadyThere, 0),
        task("tenant.contoso.test.configuration", Phase::Applied, 31500, {{QStringLiteral("servicePrincipal"), QStringLiteral("0d1e2f3a-aaaa-bbbb-cccc-000000000001")}}),
        task("tenant.contoso.test.job.AD2AADProvisioning", Phase::Applied, 2100, {{QStringLiteral("job"), QStringLiteral("AD2AADProvisioning.1111.2222")}}),
        task("tenant.contoso.test.schema", Phase::Applied, 3600, {{QStringLiteral("before"), QJsonArray()}, {QStringLiteral("after"), 2}}),
        task("tenant.contoso.test.start", Phase::Applied, 900),
    };
    return record;
}

JournalRecord failedRun()
{
    using Phase = JournalTask::Phase;
    JournalRecord record = goodRun();
    record.outcome = QStringLiteral("failedLeftBehind");
    record.tasks.resize(8);
    for (JournalTask &one : record.tasks) {
        if (one.phase == Phase::Applied) {
            one.phase = Phase::Undone;
            one.effects.clear();
        }
    }
    JournalTask &account = record.tasks[2];
    account.phase = Phase::LeftBehind;
    account.leftBehind = QStringList{QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,DC=contoso,DC=test could not be deleted.")};
    account.effects = goodRun().tasks.at(2).effects;
    JournalTask &configuration = record.tasks[7];
    configuration.phase = Phase::Failed;
    configuration.error = Error{ErrorCode::TenantPermissionMissing, QStringLiteral("POST /applicationTemplates/instantiate"),
                                QStringLiteral("Authorization_RequestDenied: Insufficient privileges to complete the operation. request-id 4b1c"), {}};
    return record;
}

} // namespace cloudsync::test
