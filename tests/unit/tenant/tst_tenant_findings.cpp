// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tenant/NoMachine.h"
#include "tests/unit/tenant/TenantPorts.h"
#include "tests/unit/tenant/TestSchema.h"

#include "backend/setup/tenant/TenantSetup.h"

#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

Answers contosoAnswers()
{
    Answers answers;
    answers.signIn = SignInAnswers{
        QStringLiteral("contoso.onmicrosoft.com"), QStringLiteral("client"), SignInMethod::Certificate, {}, {}};
    ConfigurationAnswers configuration;
    configuration.domain = QStringLiteral("contoso.com");
    answers.configurations = {configuration};
    return answers;
}

class SyncHost : public NoMachine
{
public:
    Result<HostFacts> facts() override
    {
        HostFacts host;
        host.name = QStringLiteral("SYNC1");
        host.fullName = QStringLiteral("sync1.contoso.com");
        return host;
    }
    Result<std::optional<ServiceInfo>> service(const QString &name) override
    {
        return std::optional(
            ServiceInfo{name, name, ServiceState::Running, ServiceStart::Automatic, QStringLiteral("CONTOSO\\gmsa$")});
    }
    Result<AgentFacts> agent() override
    {
        AgentFacts facts;
        facts.installed = true;
        facts.version = QStringLiteral("1.1.2505.0");
        return facts;
    }
};

} // namespace

class TestTenantFindings : public QObject
{
    Q_OBJECT
    struct Lab
    {
        explicit Lab(Answers given = contosoAnswers()) : answers(std::move(given))
        {
            ports.tenant->company.onPremisesSyncEnabled = true;
            ports.tenant->agentList = {{QStringLiteral("1"), QStringLiteral("sync1.contoso.com"), {}, true},
                                       {QStringLiteral("2"), QStringLiteral("SYNC2"), {}, true}};
        }
        Finding finding(const QString &id)
        {
            RunContext context;
            failures.clear();
            all = tenantFindings(ports.session(answers), context, &failures);
            const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &one) { return one.id == id; });
            return found == all.end() ? Finding() : *found;
        }
        Answers answers;
        NoMachine machine;
        TenantPorts ports{machine};
        QVector<Finding> all;
        QVector<Error> failures;
    };

private Q_SLOTS:
    void aHealthyTenantHasNoWarning()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(QStringLiteral("contoso.com"));
        SyncJob &job = lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADProvisioning"));
        job.scheduleState = QStringLiteral("Active");
        FakeTenant::finishCycle(job);
        QCOMPARE(lab.finding(QStringLiteral("tenant.signIn")).severity, Severity::Ok);
        for (const Finding &finding : std::as_const(lab.all)) {
            QVERIFY2(finding.severity == Severity::Ok, qPrintable(finding.id));
            QCOMPARE(finding.section, QStringLiteral("tenant"));
            QVERIFY(!finding.title.isEmpty());
            QVERIFY(!finding.evidence.isEmpty());
        }
        QVERIFY(lab.failures.isEmpty());
    }

    void refusedSignInIsAnErrorAndAFailure()
    {
        Lab lab;
        lab.ports.signIn.refusal = Error{ErrorCode::SignInDeclined, {}, QStringLiteral("AADSTS65004: declined"), {}};
        const Finding finding = lab.finding(QStringLiteral("tenant.signIn"));
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(lab.all.size(), 1);
        QCOMPARE(lab.failures.size(), 1);
        QCOMPARE(lab.failures.first().code, ErrorCode::SignInDeclined);
    }

    void aUserNeedsOneOfTwoRoles()
    {
        Lab lab;
        lab.ports.tenant->roles = {QStringLiteral("62e90394-69f5-4237-9190-012177145e10")};
        QCOMPARE(lab.finding(QStringLiteral("tenant.role")).severity, Severity::Ok);
        lab.ports.tenant->roles = {QStringLiteral("f2ef992c-3afb-46b9-b7cf-a126ee74c451")};
        QCOMPARE(lab.finding(QStringLiteral("tenant.role")).severity, Severity::Error);
        QVERIFY(lab.finding(QStringLiteral("tenant.role")).cause.contains(QStringLiteral("could not be read")));
        lab.ports.tenant->eligibleRoles = QStringList();
        QVERIFY(lab.finding(QStringLiteral("tenant.role")).cause.contains(QStringLiteral("neither assigned nor eligible")));
        lab.ports.tenant->eligibleRoles = QStringList{QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2")};
        QVERIFY(lab.finding(QStringLiteral("tenant.role")).cause.contains(QStringLiteral("has not activated it")));
        QVERIFY(lab.finding(QStringLiteral("tenant.role")).remedy.contains(QStringLiteral("Privileged Identity Management")));
        QCOMPARE(lab.failures.first().code, ErrorCode::TenantRoleMissing);
    }

    void anApplicationNeedsItsPermissions()
    {
        Lab lab;
        lab.ports.signIn.account.isApplication = true;
        QCOMPARE(lab.finding(QStringLiteral("tenant.role")).severity, Severity::Ok);
        lab.ports.signIn.account.grantedPermissions.removeAll(QStringLiteral("Synchronization.ReadWrite.All"));
        const Finding finding = lab.finding(QStringLiteral("tenant.role"));
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(finding.evidence.contains(QStringLiteral("Synchronization.ReadWrite.All")));
        QCOMPARE(lab.failures.first().code, ErrorCode::TenantPermissionMissing);
    }

    void guestIsRefused()
    {
        Lab lab;
        lab.ports.signIn.account.isGuest = true;
        QCOMPARE(lab.finding(QStringLiteral("tenant.account")).severity, Severity::Error);
    }

    void aDomainThatIsNotVerifiedIsPointedOut()
    {
        Lab lab;
        lab.answers.configurations.first().domain = QStringLiteral("contoso.test");
        const Finding finding = lab.finding(QStringLiteral("tenant.domains"));
        QCOMPARE(finding.severity, Severity::Info);
        QVERIFY(finding.cause.contains(QStringLiteral("contoso.test")));
        lab.ports.tenant->domainList.removeLast();
        QCOMPARE(lab.finding(QStringLiteral("tenant.domains")).severity, Severity::Warning);
    }

    void licenceMattersForPasswordWritebackOnly()
    {
        Lab lab;
        QCOMPARE(lab.finding(QStringLiteral("tenant.licence")).severity, Severity::Ok);
        lab.answers.passwordWriteback = PasswordWritebackAnswers{true, false};
        QCOMPARE(lab.finding(QStringLiteral("tenant.licence")).severity, Severity::Warning);
        lab.ports.tenant->skus = {{QStringLiteral("SPE_E5"), {QStringLiteral("AAD_PREMIUM_P2")}, 10, 1}};
        QCOMPARE(lab.finding(QStringLiteral("tenant.licence")).severity, Severity::Ok);
    }

    void whatThePortalAloneCanDoIsSaidWithItsPlace()
    {
        Lab lab;
        QCOMPARE(lab.finding(QStringLiteral("tenant.passwordWriteback")).id, QString());
        lab.answers.passwordWriteback = PasswordWritebackAnswers{true, false};
        const Finding finding = lab.finding(QStringLiteral("tenant.passwordWriteback"));
        QCOMPARE(finding.severity, Severity::Info);
        QVERIFY(finding.remedy.contains(QStringLiteral("Password reset")));
        QVERIFY(!finding.remedy.contains(QStringLiteral("unlock")));
        lab.answers.passwordWriteback->accountUnlock = true;
        QVERIFY(lab.finding(QStringLiteral("tenant.passwordWriteback")).remedy.contains(QStringLiteral("unlock")));
    }

    void numberOfActiveAgentsCounts()
    {
        Lab lab;
        QCOMPARE(lab.finding(QStringLiteral("tenant.agents")).severity, Severity::Ok);
        lab.ports.tenant->agentList[1].active = false;
        QCOMPARE(lab.finding(QStringLiteral("tenant.agents")).severity, Severity::Info);
        lab.ports.tenant->agentList[0].active = false;
        QCOMPARE(lab.finding(QStringLiteral("tenant.agents")).severity, Severity::Warning);
    }

    void firstCycleWaitingForAnAgentIsAWarning()
    {
        Lab lab;
        lab.ports.tenant->agentList.clear();
        SyncJob &job = lab.ports.tenant->addJob(lab.ports.tenant->addConfiguration(QStringLiteral("contoso.com")),
                                                QStringLiteral("AD2AADProvisioning"));
        job.scheduleState = QStringLiteral("Active");
        job.statusCode = QStringLiteral("NotRun");
        const Finding finding = lab.finding(QStringLiteral("tenant.contoso.com.firstCycle"));
        QCOMPARE(finding.severity, Severity::Warning);
        QVERIFY(finding.cause.contains(QStringLiteral("agent")));
    }

    void quarantineIsReportedWithItsReasonAndNextAttempt()
    {
        Lab lab;
        SyncJob &job = lab.ports.tenant->addJob(lab.ports.tenant->addConfiguration(QStringLiteral("contoso.com")),
                                                QStringLiteral("AD2AADProvisioning"));
        FakeTenant::quarantine(job, QStringLiteral("TooManyDeletes"));
        const Finding finding = lab.finding(QStringLiteral("tenant.contoso.com.job.AD2AADProvisioning"));
        QCOMPARE(finding.severity, Severity::Warning);
        QVERIFY(finding.evidence.contains(QStringLiteral("TooManyDeletes")));
        QVERIFY(finding.remedy.contains(QStringLiteral("2026-02-01")));
    }

    void missingConfigurationAndFlagCanBeRepaired()
    {
        Lab lab;
        lab.ports.tenant->company.onPremisesSyncEnabled.reset();
        QVERIFY(lab.finding(QStringLiteral("tenant.syncFlag")).canRepair);
        QVERIFY(lab.finding(QStringLiteral("tenant.contoso.com.configuration")).canRepair);
    }

    void findingsNeverWrite()
    {
        Lab lab;
        [[maybe_unused]] const Finding any = lab.finding(QStringLiteral("tenant.signIn"));
        QCOMPARE(lab.ports.tenant->writes, QStringList());
    }

    void statusIsTheContractsDocument()
    {
        Lab lab;
        FakeTenant::Configuration &existing = lab.ports.tenant->addConfiguration(QStringLiteral("contoso.com"));
        SyncJob &job = lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADProvisioning"));
        job.scheduleState = QStringLiteral("Active");
        FakeTenant::finishCycle(job);
        lab.ports.tenant->addJob(existing, QStringLiteral("AD2AADPasswordHash"));
        lab.ports.tenant->addConfiguration(QStringLiteral("fabrikam.com"));
        const auto status = readStatus(lab.ports.session(lab.answers), {});
        QVERIFY(status);
        const QJsonObject json = status->toJson();
        const QJsonArray configurations = json.value(QLatin1String("configurations")).toArray();
        QCOMPARE(configurations.size(), 1);
        const QJsonArray jobs = configurations.first().toObject().value(QLatin1String("jobs")).toArray();
        QCOMPARE(jobs.size(), 2);
        const QJsonObject first = jobs.first().toObject();
        QCOMPARE(first.value(QLatin1String("template")).toString(), QStringLiteral("AD2AADProvisioning"));
        QCOMPARE(first.value(QLatin1String("state")).toString(), QStringLiteral("Active"));
        QCOMPARE(first.value(QLatin1String("lastRun")).toString(), QStringLiteral("2026-01-31T12:05:00Z"));
        QCOMPARE(first.value(QLatin1String("counts")).toObject().value(QLatin1String("User")).toInt(), 250);
        QVERIFY(first.value(QLatin1String("quarantine")).isNull());
        QCOMPARE(jobs.last().toObject().value(QLatin1String("state")).toString(), QStringLiteral("Disabled"));
        QVERIFY(jobs.last().toObject().value(QLatin1String("lastRun")).isNull());
        QCOMPARE(json.value(QLatin1String("services")).toArray().size(), 0);
        QVERIFY(!json.contains(QLatin1String("exitCode")));
    }

    void versionIsKnownOfThisMachineOnly()
    {
        Lab lab;
        SyncHost host;
        TenantPorts ports(host);
        ports.tenant->agentList = lab.ports.tenant->agentList;
        const auto status = readStatus(ports.session(lab.answers), {});
        QVERIFY(status);
        QCOMPARE(status->agents.at(0).version, QStringLiteral("1.1.2505.0"));
        QCOMPARE(status->agents.at(1).version, QString());
        QCOMPARE(status->services.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTenantFindings)
#include "tst_tenant_findings.moc"
