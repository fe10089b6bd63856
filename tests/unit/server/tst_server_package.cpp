// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/ServerLab.h"

#include "backend/engine/Execute.h"
#include "backend/engine/Plan.h"
#include "backend/setup/server/RegistryRepair.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

class TestServerPackage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUpdateStaysAndIsNamed()
    {
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.installed.version = QStringLiteral("1.1.977.0");
        RunContext context;
        QCOMPARE(lab.look(QStringLiteral("agentPackage")).kind, State::Kind::Missing);
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(lab.task(QStringLiteral("agentPackage"))->apply(context, undo));
        QVERIFY(lab.task(QStringLiteral("agentPackage"))->rollback(UndoData{undo.effects(), false}, context));
        QVERIFY(!lab.machine.writes.contains(QStringLiteral("uninstallAgent")));
        QCOMPARE(context.leftBehind().size(), 1);
    }

    void newerAgentNeedsNoPackage_data()
    {
        QTest::addColumn<QString>("installed");
        QTest::addColumn<State::Kind>("kind");
        QTest::newRow("older") << "1.1.977.0" << State::Kind::Missing;
        QTest::newRow("numbers, not text") << "1.1.1107.0" << State::Kind::Missing;
        QTest::newRow("equal") << "1.1.2505.0" << State::Kind::Satisfied;
        QTest::newRow("newer") << "1.1.10000.0" << State::Kind::Satisfied;
    }
    void newerAgentNeedsNoPackage()
    {
        QFETCH(QString, installed);
        QFETCH(State::Kind, kind);
        Lab lab;
        lab.machine.installed.installed = true;
        lab.machine.installed.version = installed;
        QCOMPARE(lab.look(QStringLiteral("agentPackage")).kind, kind);
    }

    void packageThatIsNotTrustedIsNeverStarted_data()
    {
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("signer");
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        const QString path = QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe");
        QTest::newRow("unsigned") << false << "" << path << ErrorCode::PackageNotTrusted;
        QTest::newRow("broken signature of the publisher")
            << false << "Microsoft Corporation" << path << ErrorCode::PackageNotTrusted;
        QTest::newRow("somebody else") << true << "Microsoft Corporation Ltd" << path << ErrorCode::PackageNotTrusted;
        QTest::newRow("missing") << true << "Microsoft Corporation"
                                 << "C:/elsewhere.exe" << ErrorCode::PackageMissing;
        QTest::newRow("none named") << true << "Microsoft Corporation"
                                    << "" << ErrorCode::PackageMissing;
    }
    void packageThatIsNotTrustedIsNeverStarted()
    {
        QFETCH(bool, valid);
        QFETCH(QString, signer);
        QFETCH(QString, path);
        QFETCH(ErrorCode, code);
        Answers answers = fullAnswers();
        answers.server->agentPackage = path;
        Lab lab(answers);
        lab.machine.package.signatureValid = valid;
        lab.machine.package.signer = signer;
        const State state = lab.look(QStringLiteral("agentPackage"));
        QCOMPARE(state.kind, State::Kind::Conflict);
        QCOMPARE(state.why->code, code);
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        const auto applied = lab.task(QStringLiteral("agentPackage"))->apply(context, undo);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, code);
        QVERIFY(!lab.machine.writes.contains(QStringLiteral("install")));
    }

    void anotherInstallationIsAConflict()
    {
        Lab lab;
        lab.machine.busy = true;
        QCOMPARE(lab.look(QStringLiteral("agentPackage")).why->code, ErrorCode::AnotherInstallation);
    }

    void installerCodesMeanWhatBurnSays_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("good");
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<Restart>("restart");
        QTest::newRow("0") << 0 << true << ErrorCode::Internal << Restart::None;
        QTest::newRow("3010") << 3010 << true << ErrorCode::Internal << Restart::Required;
        QTest::newRow("1641") << 1641 << true << ErrorCode::Internal << Restart::Initiated;
        QTest::newRow("1602") << 1602 << false << ErrorCode::InstallerCancelled << Restart::None;
        QTest::newRow("1618") << 1618 << false << ErrorCode::AnotherInstallation << Restart::None;
        QTest::newRow("1603") << 1603 << false << ErrorCode::InstallerFailed << Restart::None;
        QTest::newRow("-2147023294") << -2147023294 << false << ErrorCode::InstallerFailed << Restart::None;
    }
    void installerCodesMeanWhatBurnSays()
    {
        QFETCH(int, code);
        QFETCH(bool, good);
        QFETCH(ErrorCode, error);
        QFETCH(Restart, restart);
        Lab lab;
        lab.machine.installExitCode = code;
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        const auto applied = lab.task(QStringLiteral("agentPackage"))->apply(context, undo);
        QCOMPARE(applied.has_value(), good);
        if (!good) {
            QCOMPARE(applied.error().code, error);
            QVERIFY(applied.error().detail.contains(QString::number(code)));
            QVERIFY(applied.error().detail.contains(QStringLiteral("install.log")));
        }
        QCOMPARE(context.restart(), restart);
    }

    void cancelDuringInstallWaitsThenUndoes()
    {
        Lab lab;
        std::stop_source source;
        bool ended = false;
        lab.machine.duringInstall = [&] {
            source.request_stop();
            ended = true; // the installer came to its end although a stop was requested
        };
        QTemporaryDir folder;
        auto journal = Journal::create(folder.path(), {});
        QVERIFY(journal);
        const Plan plan(std::move(lab.tasks));
        ExecuteOptions options;
        options.stop = source.get_token();
        const RunReport report = execute(plan, **journal, options);
        QVERIFY(ended);
        QCOMPARE(report.outcome, RunOutcome::Cancelled);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("install")), 1);
        QCOMPARE(lab.machine.writes.count(QStringLiteral("uninstallAgent")), 1);
        QVERIFY(!lab.machine.installed.installed);
        QVERIFY(!lab.machine.writes.contains(QStringLiteral("registerAgent")));
        QCOMPARE(report.allLeftBehind(), QStringList());
    }

    void installerThatLeftTheAgentHalfThereIsUndone()
    {
        Lab lab;
        lab.machine.installExitCode = 1603;
        lab.machine.duringInstall = [&] { lab.machine.installed.installed = true; };
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(!lab.task(QStringLiteral("agentPackage"))->apply(context, undo));
        QVERIFY(lab.task(QStringLiteral("agentPackage"))->rollback(UndoData{undo.effects(), false}, context));
        QVERIFY(!lab.machine.installed.installed);
    }

    void repairAsksForARestartOnlyWhereTheOppositeWasInForce_data()
    {
        QTest::addColumn<bool>("wasOff");
        QTest::addColumn<Restart>("restart");
        QTest::newRow("nothing stood there") << false << Restart::None;
        QTest::newRow("TLS 1.2 was off") << true << Restart::Required;
    }
    void repairAsksForARestartOnlyWhereTheOppositeWasInForce()
    {
        QFETCH(bool, wasOff);
        QFETCH(Restart, restart);
        Lab lab;
        const RegistryAddress client = settingsOfRepair(QStringLiteral("tls12")).at(1).address;
        if (wasOff)
            QVERIFY(lab.machine.setRegistryValue(client, 0U));
        const QMap<QString, QVariant> before = lab.machine.registry;
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(lab.task(QStringLiteral("repair.tls12"))->apply(context, undo));
        QCOMPARE(context.restart(), restart);
        QVERIFY(lab.machine.registry != before);
        QVERIFY(lab.task(QStringLiteral("repair.tls12"))->rollback(UndoData{undo.effects(), false}, context));
        QCOMPARE(lab.machine.registry, before);
    }

    void registryValueOfAnotherTypeComesBack()
    {
        Lab lab;
        const RegistryAddress address = settingsOfRepair(QStringLiteral("strongCrypto")).first().address;
        QVERIFY(lab.machine.setRegistryValue(address, QStringLiteral("0")));
        const QMap<QString, QVariant> before = lab.machine.registry;
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(lab.task(QStringLiteral("repair.strongCrypto"))->apply(context, undo));
        QVERIFY(lab.task(QStringLiteral("repair.strongCrypto"))->rollback(UndoData{undo.effects(), false}, context));
        QCOMPARE(lab.machine.registry, before);
    }

    void registryValueChangedAfterwardsStays()
    {
        Lab lab;
        RunContext context;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        QVERIFY(lab.task(QStringLiteral("repair.tls12"))->apply(context, undo));
        const RegistryAddress client = settingsOfRepair(QStringLiteral("tls12")).first().address;
        QVERIFY(lab.machine.setRegistryValue(client, 7U));
        QVERIFY(lab.task(QStringLiteral("repair.tls12"))->rollback(UndoData{undo.effects(), false}, context));
        QCOMPARE(context.leftBehind().size(), 1);
        const auto now = lab.machine.registryValue(client);
        QCOMPARE((*now)->toUInt(), 7U);
    }
};

QTEST_GUILESS_MAIN(TestServerPackage)
#include "tst_server_package.moc"
