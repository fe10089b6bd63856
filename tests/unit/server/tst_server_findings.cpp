// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/FakeMachine.h"
#include "tests/unit/tenant/NoMachine.h"
#include "tests/unit/tenant/TenantPorts.h"

#include "backend/setup/server/RegistryRepair.h"
#include "backend/setup/server/ServerSetup.h"

#include <QTest>

#include <algorithm>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

struct Lab
{
    Lab()
    {
        ServerAnswers server;
        server.agentPackage = machine.package.path;
        answers.server = server;
        CustomCloud cloud;
        cloud.name = QStringLiteral("lab");
        cloud.authority = QStringLiteral("https://login.lab.test:8443");
        cloud.graph = QStringLiteral("https://graph.lab.test");
        cloud.agentHosts = QStringList{QStringLiteral("*.servicebus.lab.test:443"), QStringLiteral("login.live.test"),
                                       QStringLiteral("crl.lab.test:80")};
        answers.customCloud = cloud;
        for (const QString &repair : registryRepairs()) {
            const QVector<RegistrySetting> settings = settingsOfRepair(repair);
            for (const RegistrySetting &setting : settings) {
                if (!machine.setRegistryValue(setting.address, setting.value))
                    qFatal("the fake registry failed");
            }
        }
        machine.writes.clear();
    }
    Finding finding(const QString &part)
    {
        RunContext context;
        failures.clear();
        all = serverFindings(ports.session(answers), context, &failures);
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Finding &one) { return one.id == QStringLiteral("server.") + part; });
        return found == all.end() ? Finding() : *found;
    }
    Answers answers;
    FakeMachine machine;
    TenantPorts ports{machine};
    QVector<Finding> all;
    QVector<Error> failures;
};

} // namespace

Q_DECLARE_METATYPE(std::function<void(FakeMachine &)>)

class TestServerFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHealthyServerHasOnlyGoodFindings()
    {
        Lab lab;
        QCOMPARE(lab.finding(QStringLiteral("operatingSystem")).severity, Severity::Ok);
        QVERIFY(lab.all.size() >= 14);
        QStringList ids;
        for (const Finding &finding : std::as_const(lab.all)) {
            QVERIFY2(finding.severity == Severity::Ok,
                     qPrintable(finding.id + QStringLiteral(": ") + finding.evidence));
            QVERIFY2(!finding.title.isEmpty() && !finding.evidence.isEmpty(), qPrintable(finding.id));
            QVERIFY(!ids.contains(finding.id));
            ids.append(finding.id);
        }
        QVERIFY(lab.failures.isEmpty());
        QCOMPARE(lab.machine.writes, QStringList());
    }

    void aSystemThatIsNotWindowsIsOneFinding()
    {
        Lab lab;
        NoMachine here;
        TenantPorts ports(here);
        RunContext context;
        QVector<Error> failures;
        const QVector<Finding> findings = serverFindings(ports.session(lab.answers), context, &failures);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().id, QStringLiteral("server.operatingSystem"));
        QCOMPARE(findings.first().severity, Severity::Error);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.first().code, ErrorCode::NotSupportedHere);
    }

    void hostFacts_data()
    {
        QTest::addColumn<std::function<void(FakeMachine &)>>("change");
        QTest::addColumn<QString>("part");
        QTest::addColumn<Severity>("severity");
        const auto row = [](const char *name, const char *part, Severity severity,
                            std::function<void(FakeMachine &)> change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(part) << severity;
        };
        row("client Windows", "operatingSystem", Severity::Error, [](FakeMachine &m) { m.host.isServer = false; });
        row("2012 R2", "operatingSystem", Severity::Error, [](FakeMachine &m) { m.host.osBuild = 9600; });
        row("2016", "operatingSystem", Severity::Info, [](FakeMachine &m) { m.host.osBuild = 14393; });
        row("2025 with the fault", "operatingSystem", Severity::Warning, [](FakeMachine &m) {
            m.host.osBuild = 26100;
            m.host.osRevision = 6899;
        });
        row("2025 mended", "operatingSystem", Severity::Ok, [](FakeMachine &m) {
            m.host.osBuild = 26100;
            m.host.osRevision = 6901;
        });
        row("server core", "serverCore", Severity::Error, [](FakeMachine &m) { m.host.isServerCore = true; });
        row("workgroup", "domainJoin", Severity::Error, [](FakeMachine &m) { m.host.isDomainJoined = false; });
        row("2 GB", "memory", Severity::Warning, [](FakeMachine &m) { m.host.memoryBytes = 2LL << 30; });
        row("4 GB less the firmware's part", "memory", Severity::Ok,
            [](FakeMachine &m) { m.host.memoryBytes = (4LL << 30) - (100 << 20); });
        row("not elevated", "elevation", Severity::Error, [](FakeMachine &m) { m.host.isElevated = false; });
        row("restart pending", "restartPending", Severity::Warning,
            [](FakeMachine &m) { m.host.restartPending = true; });
        row(".NET 4.6.2", "dotNet", Severity::Error, [](FakeMachine &m) {
            m.registry[QStringLiteral(R"(SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full!Release)")] = 394802U;
        });
        row("no .NET", "dotNet", Severity::Error, [](FakeMachine &m) {
            m.registry.remove(QStringLiteral(R"(SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full!Release)"));
        });
        row("unrestricted scripts", "executionPolicy", Severity::Error, [](FakeMachine &m) {
            m.registry[QStringLiteral(
                R"(SOFTWARE\Microsoft\PowerShell\1\ShellIds\Microsoft.PowerShell!ExecutionPolicy)")] =
                QStringLiteral("Unrestricted");
        });
        row("policy goes first", "executionPolicy", Severity::Warning, [](FakeMachine &m) {
            m.registry[QStringLiteral(R"(SOFTWARE\Policies\Microsoft\Windows\PowerShell!ExecutionPolicy)")] =
                QStringLiteral("AllSigned");
            m.registry[QStringLiteral(
                R"(SOFTWARE\Microsoft\PowerShell\1\ShellIds\Microsoft.PowerShell!ExecutionPolicy)")] =
                QStringLiteral("RemoteSigned");
        });
        row("credential manager disabled", "credentialManager", Severity::Error,
            [](FakeMachine &m) { m.services[QStringLiteral("VaultSvc")].start = ServiceStart::Disabled; });
        row("package unsigned", "package", Severity::Error, [](FakeMachine &m) { m.package.signatureValid = false; });
        row("package gone", "package", Severity::Error,
            [](FakeMachine &m) { m.package.path = QStringLiteral("elsewhere"); });
        row("old agent", "agent", Severity::Info, [](FakeMachine &m) {
            m.installed.installed = true;
            m.installed.version = QStringLiteral("1.1.1586.0");
        });
        row("service stopped", "agentService", Severity::Warning, [](FakeMachine &m) {
            m.installed.installed = true;
            m.services.insert(agentServiceName(),
                              {agentServiceName(), {}, ServiceState::Stopped, ServiceStart::Automatic, {}});
        });
    }
    void hostFacts()
    {
        QFETCH(std::function<void(FakeMachine &)>, change);
        QFETCH(QString, part);
        QFETCH(Severity, severity);
        Lab lab;
        change(lab.machine);
        const Finding finding = lab.finding(part);
        QCOMPARE(finding.id, QStringLiteral("server.") + part);
        QCOMPARE(finding.severity, severity);
        if (severity == Severity::Error || severity == Severity::Warning) {
            QVERIFY(!finding.remedy.isEmpty());
            QVERIFY(!finding.remedy.contains(QLatin1Char('!')));
        }
    }

    void missingRegistryValuesCanBeRepaired()
    {
        Lab lab;
        QVERIFY(lab.machine.removeRegistryValue(settingsOfRepair(QStringLiteral("tls12")).first().address));
        Finding finding = lab.finding(QStringLiteral("tls12"));
        QCOMPARE(finding.severity, Severity::Warning);
        QVERIFY(finding.canRepair);
        lab.answers.server->repair = QStringList{QStringLiteral("tls12")};
        finding = lab.finding(QStringLiteral("tls12"));
        QCOMPARE(finding.severity, Severity::Info);
    }

    void hostsAreProbedByNameAndPort()
    {
        Lab lab;
        QCOMPARE(lab.finding(QStringLiteral("network.login.lab.test:8443")).severity, Severity::Ok);
        QStringList probed = lab.machine.probed;
        probed.sort();
        QCOMPARE(probed,
                 (QStringList{QStringLiteral("crl.lab.test:80"), QStringLiteral("graph.lab.test:443 tls"),
                              QStringLiteral("login.lab.test:8443 tls"), QStringLiteral("login.live.test:443 tls")}));
    }

    void essentialHostsAreErrorsTheOthersWarnings()
    {
        Lab lab;
        lab.machine.probeErrors.insert(QStringLiteral("graph.lab.test"),
                                       Error{ErrorCode::NameNotResolved, QStringLiteral("graph.lab.test"), {}, {}});
        lab.machine.probeErrors.insert(QStringLiteral("crl.lab.test"),
                                       Error{ErrorCode::NetworkUnreachable, QStringLiteral("crl.lab.test"), {}, {}});
        QCOMPARE(lab.finding(QStringLiteral("network.graph.lab.test:443")).severity, Severity::Error);
        QCOMPARE(lab.failures.size(), 1);
        QCOMPARE(lab.failures.first().code, ErrorCode::NameNotResolved);
        QCOMPARE(lab.finding(QStringLiteral("network.crl.lab.test:80")).severity, Severity::Warning);
    }

    void inspectionOfTlsIsNamed()
    {
        Lab lab;
        lab.machine.probeErrors.insert(
            QStringLiteral("graph.lab.test"),
            Error{ErrorCode::TlsCertificateNotTrusted, {}, QStringLiteral("self signed"), {}});
        const Finding finding = lab.finding(QStringLiteral("network.graph.lab.test:443"));
        QVERIFY(finding.remedy.contains(QStringLiteral("inspection")));
    }

    void behindAProxyTheProxyIsProbed()
    {
        Lab lab;
        lab.answers.server->proxy = QStringLiteral("http://proxy.lab.test:3128");
        QCOMPARE(lab.finding(QStringLiteral("network.proxy.lab.test:3128")).severity, Severity::Ok);
        QCOMPARE(lab.machine.probed, QStringList{QStringLiteral("proxy.lab.test:3128")});
    }

    void oldAgentIsAnErrorWhereAFeatureNeedsANewerOne()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.installed.version = QStringLiteral("1.1.972.0");
        lab.answers.passwordWriteback = PasswordWritebackAnswers{true, false};
        QCOMPARE(lab.finding(QStringLiteral("agent")).severity, Severity::Error);
    }

    void theUsGovernmentCloudNeedsANewerAgentForWriteback()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.installed.version = QStringLiteral("1.1.2102.0");
        lab.answers.passwordWriteback = PasswordWritebackAnswers{true, false};
        QVERIFY(lab.finding(QStringLiteral("agent")).severity != Severity::Error);
        lab.answers.customCloud.reset();
        lab.answers.cloud = QStringLiteral("usGov");
        QCOMPARE(lab.finding(QStringLiteral("agent")).severity, Severity::Error);
        lab.machine.installed.version = QStringLiteral("1.1.2108.0");
        QVERIFY(lab.finding(QStringLiteral("agent")).severity != Severity::Error);
    }

    void fipsModeMattersForPasswordHashesOnly()
    {
        Lab lab;
        lab.machine.registry.insert(
            QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\Lsa\FipsAlgorithmPolicy!Enabled)"), 1U);
        QCOMPARE(lab.finding(QStringLiteral("fips")).id, QString());
        ConfigurationAnswers configuration;
        configuration.domain = QStringLiteral("contoso.com");
        configuration.passwordHashSync = true;
        lab.answers.configurations = {configuration};
        QCOMPARE(lab.finding(QStringLiteral("fips")).severity, Severity::Warning);
    }
};

QTEST_GUILESS_MAIN(TestServerFindings)
#include "tst_server_findings.moc"
