// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent's installer ends with decides how the run ends. Its package is a WiX Burn bundle, so the codes mean
// what Burn says (agent.md section 1); the laboratory's installer ends with the one it is told.
#include "Laboratory.h"
#include "Shapes.h"

#include <QTest>

namespace cloudsync::tests {

class MainJobInstallerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failureUndoesTheRun_data();
    void failureUndoesTheRun();
    void restartIsReported_data();
    void restartIsReported();

private:
    CliRun applyWithInstaller(int installerEndsWith) const;
    Laboratory m_lab;
    QByteArray m_before;
};

CliRun MainJobInstallerTest::applyWithInstaller(int installerEndsWith) const
{
    m_lab.setInstallerArguments({QStringLiteral("--exit-code"), QString::number(installerEndsWith)});
    CliRun run = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                            m_lab.path(QStringLiteral("answers.json"))});
    m_lab.setInstallerArguments({});
    return run;
}

void MainJobInstallerTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_before = m_lab.dump();
    QVERIFY(m_before.size() > 10000);
    // A tenant that synchronised before: its flag, which no run can take back, is set already.
    const CliRun first = applyWithInstaller(0);
    QVERIFY2(first.exitCode == 0, first.all().constData());
    const CliRun undone = m_lab.cli({QStringLiteral("undo"), QStringLiteral("--yes")});
    QVERIFY2(takenBack(undone), undone.all().constData());
}

void MainJobInstallerTest::failureUndoesTheRun_data()
{
    QTest::addColumn<int>("installer");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::newRow("fatal error") << 1603 << 5 << QStringLiteral("server.installerFailed");
    QTest::newRow("unknown code") << 77 << 5 << QStringLiteral("server.installerFailed");
    QTest::newRow("cancelled by a person") << 1602 << 1602 << QStringLiteral("server.installerCancelled");
    QTest::newRow("another installation") << 1618 << 1618 << QStringLiteral("server.anotherInstallation");
}

void MainJobInstallerTest::failureUndoesTheRun()
{
    QFETCH(int, installer);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    const CliRun run = applyWithInstaller(installer);
    QCOMPARE(shapeProblem(QStringLiteral("apply"), run.document), QString());
    QCOMPARE(shapeProblem(QStringLiteral("error"), run.document), QString());
    QVERIFY2(run.document.value(QStringLiteral("exitCode")).toInt() == exitCode, run.all().constData());
    QCOMPARE(run.exitCode, exitCode & 0xff);
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(), code);
    const QJsonArray steps = run.document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps) {
        const QString outcome = step.toObject().value(QStringLiteral("outcome")).toString();
        QVERIFY2(outcome != QStringLiteral("applied") && outcome != QStringLiteral("leftBehind"),
                 run.output.constData());
    }
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")), QJsonObject());
    QVERIFY(!m_lab.json(QStringLiteral("host/host.json")).contains(QStringLiteral("agent")));
}

void MainJobInstallerTest::restartIsReported_data()
{
    QTest::addColumn<int>("installer");
    QTest::addColumn<QString>("restart");
    QTest::newRow("restart needed") << 3010 << QStringLiteral("required");
    QTest::newRow("restart has begun") << 1641 << QStringLiteral("initiated");
}

void MainJobInstallerTest::restartIsReported()
{
    QFETCH(int, installer);
    QFETCH(QString, restart);
    const CliRun run = applyWithInstaller(installer);
    QVERIFY2(run.document.value(QStringLiteral("exitCode")).toInt() == installer, run.all().constData());
    QCOMPARE(run.exitCode, installer & 0xff); // a process of this system ends with eight bits
    QCOMPARE(run.document.value(QStringLiteral("restart")).toString(), restart);
    QVERIFY(run.document.value(QStringLiteral("error")).isNull());
    const CliRun undone = m_lab.cli({QStringLiteral("undo"), QStringLiteral("--yes")});
    QVERIFY2(takenBack(undone), undone.all().constData());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobInstallerTest)
#include "tst_mainjob_installer.moc"
