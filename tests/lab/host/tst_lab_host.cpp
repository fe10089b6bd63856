// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabMachine.h"

#include "tests/support/RefusingPorts.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

namespace {

class NoHttp : public HttpClient
{
public:
    Result<HttpResponse> send(const HttpRequest &, const HttpSettings &, const std::stop_token &) override { return fail(ErrorCode::NetworkUnreachable); }
};

} // namespace

class TestLabHost : public QObject
{
    Q_OBJECT

    QTemporaryDir m_packages;
    std::unique_ptr<QTemporaryDir> m_host;
    NoHttp m_http;
    RefusingConnector m_directories;
    OtherMachine m_here;

    QString package() const { return m_packages.filePath("AADConnectProvisioningAgentSetup.exe"); }

    std::unique_ptr<LabMachine> machine(const QStringList &installerArguments = {})
    {
        LabHostSettings settings;
        settings.folder = m_host->path();
        settings.installerArguments = installerArguments;
        return std::make_unique<LabMachine>(settings, m_http, m_directories, m_here);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(QProcess::execute("bash", {INSTALLER_SCRIPT, m_packages.path()}), 0);
    }

    void init() { m_host = std::make_unique<QTemporaryDir>(); }

    void thePackageIsSignedByThePublisher()
    {
        const auto facts = machine()->inspectPackage(package());
        QVERIFY(facts);
        QVERIFY2(facts->signatureValid, qPrintable(facts->signatureProblem));
        QCOMPARE(facts->signer, QStringLiteral("Microsoft Corporation"));
        QCOMPARE(facts->version, QStringLiteral("1.1.2505.0"));
        QCOMPARE(facts->sha256.size(), 32);
    }

    void oneChangedByteBreaksTheSignature()
    {
        QTemporaryDir folder;
        for (const QString &name : {QStringLiteral("AADConnectProvisioningAgentSetup.exe"), QStringLiteral("AADConnectProvisioningAgentSetup.exe.p7s"),
                                    QStringLiteral("publisher-ca.pem")})
            QVERIFY(QFile::copy(m_packages.filePath(name), folder.filePath(name)));
        QFile file(folder.filePath("AADConnectProvisioningAgentSetup.exe"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n");
        file.close();
        const auto facts = machine()->inspectPackage(file.fileName());
        QVERIFY(facts && !facts->signatureValid);
        QVERIFY(!facts->signatureProblem.isEmpty());
    }

    void aMissingPackageIsNamed()
    {
        QCOMPARE(machine()->inspectPackage("/nothing.exe").error().code, ErrorCode::PackageMissing);
    }

    void exitCodes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Restart>("restart");
        QTest::addColumn<bool>("installed");
        QTest::newRow("done") << 0 << Restart::None << true;
        QTest::newRow("restart required") << 3010 << Restart::Required << true;
        QTest::newRow("restart begun") << 1641 << Restart::Initiated << true;
        QTest::newRow("cancelled") << 1602 << Restart::None << false;
        QTest::newRow("another installation") << 1618 << Restart::None << false;
        QTest::newRow("failed") << 1603 << Restart::None << false;
    }

    void exitCodes()
    {
        QFETCH(int, code);
        QFETCH(Restart, restart);
        QFETCH(bool, installed);
        auto host = machine({"--exit-code", QString::number(code)});
        const auto facts = host->inspectPackage(package());
        QStringList said;
        const auto outcome = host->install(*facts, {"/quiet"}, [&](const QString &line, int) { said.append(line); });
        QVERIFY(outcome);
        QCOMPARE(outcome->exitCode, code);
        QCOMPARE(outcome->restart, restart);
        QCOMPARE(host->agent()->installed, installed);
        QCOMPARE(host->service(agentServiceName())->has_value(), installed);
        QVERIFY(said.contains("Copying files"));
    }

    void uninstallLeavesNoServiceBehind()
    {
        auto host = machine();
        QVERIFY(host->install(*host->inspectPackage(package()), {"/quiet"}, {}));
        QVERIFY(host->uninstallAgent({}));
        QVERIFY(!host->agent()->installed);
        QVERIFY(!host->service(agentServiceName())->has_value());
        QVERIFY(!host->service(agentUpdaterServiceName())->has_value());
    }

    void registryValuesComeBackWithTheirType()
    {
        auto host = machine();
        const RegistryAddress number{R"(SOFTWARE\X)", "n"};
        QVERIFY(!host->registryValue(number)->has_value());
        QVERIFY(host->setRegistryValue(number, 1U));
        QCOMPARE(**host->registryValue(number), QVariant(1U));
        QVERIFY(host->removeRegistryValue(number));
        QVERIFY(!host->registryValue(number)->has_value());
    }

    void registrationWithoutATenantFails()
    {
        auto host = machine();
        QVERIFY(!host->registerAgent("t", "a", Secret::fromString("x"), {}));
        QVERIFY(!host->agent()->registered);
    }
};

QTEST_GUILESS_MAIN(TestLabHost)
#include "tst_lab_host.moc"
