// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed in the middle of a run, at a step of each system. The run can be completed, and it can be taken
// back.
#include "Laboratory.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace cloudsync::tests {

class MainJobCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedRunIsCompletedByResume_data();
    void killedRunIsCompletedByResume();
    void killedRunIsTakenBackByUndo_data();
    void killedRunIsTakenBackByUndo();
    void anotherRunIsRefusedWhileOneIsUnderWay();

private:
    void rows();
    /// Starts apply and kills it the moment it tells of `event` of `step`; false when that never came.
    bool killAt(const QString &event, const QString &step);
    QString newestRun() const;

    Laboratory m_lab;
    QByteArray m_before;
};

void MainJobCrashTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_before = m_lab.dump();
    QVERIFY(m_before.size() > 10000);
    // Long enough that the moment is hit while a request is under way.
    QVERIFY(m_lab.post(QStringLiteral("/lab/latency"), {{QStringLiteral("milliseconds"), 60},
                                                        {QStringLiteral("path"), QStringLiteral("synchronization")}}));
    m_lab.setInstallerArguments({QStringLiteral("--delay-ms"), QStringLiteral("700")});
}

void MainJobCrashTest::rows()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *name, const char *event, const char *step) {
        QTest::newRow(name) << QString::fromLatin1(event) << QString::fromLatin1(step);
    };
    row("the package is being installed", "stepStarted", "server.agentPackage");
    row("the account was just made", "stepEnded", "directory.contoso.test.gmsa");
    row("permissions are being written", "stepStarted", "directory.contoso.test.permissions");
    row("the configuration was just made", "stepEnded", "tenant.contoso.test.configuration");
    row("settings are being written", "stepStarted", "tenant.contoso.test.secrets");
    row("jobs are being started", "stepStarted", "tenant.contoso.test.start");
}

bool MainJobCrashTest::killAt(const QString &event, const QString &step)
{
    const auto process = m_lab.startCli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                         m_lab.path(QStringLiteral("answers.json"))});
    QByteArray told;
    const bool reached = QTest::qWaitFor(
        [&] {
            told += process->readAllStandardError();
            const QByteArrayList lines = told.split('\n');
            for (const QByteArray &line : lines) {
                const QJsonObject one = QJsonDocument::fromJson(line).object();
                if (one.value(QStringLiteral("event")).toString() == event &&
                    one.value(QStringLiteral("id")).toString() == step)
                    return true;
            }
            return process->state() == QProcess::NotRunning;
        },
        120000);
    const bool running = process->state() == QProcess::Running;
    process->kill();
    process->waitForFinished(10000);
    if (!reached || !running)
        qWarning() << told << process->readAllStandardOutput();
    return reached && running;
}

QString MainJobCrashTest::newestRun() const
{
    const QStringList files = QDir(m_lab.stateFolder() + QStringLiteral("/runs"))
                                  .entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Time);
    return files.isEmpty() ? QString() : files.first().chopped(6);
}

void MainJobCrashTest::killedRunIsCompletedByResume_data()
{
    rows();
}

void MainJobCrashTest::killedRunIsCompletedByResume()
{
    QFETCH(QString, event);
    QFETCH(QString, step);
    QVERIFY(killAt(event, step));
    const QString run = newestRun();
    const CliRun resumed = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--resume"),
                                      QStringLiteral("--answers"), m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(resumed.exitCode == 0, resumed.all().constData());
    QCOMPARE(resumed.document.value(QStringLiteral("runId")).toString(), run);
    QVERIFY(!m_lab.configuration(QStringLiteral("contoso.test")).isEmpty());
    const QJsonArray jobs = m_lab.configuration(QStringLiteral("contoso.test")).value(QStringLiteral("jobs")).toArray();
    QCOMPARE(jobs.size(), 2); // nothing was made twice
    // What the killed process did is as much of this run as what came after.
    const CliRun undone = m_lab.cli({QStringLiteral("undo"), QStringLiteral("--run"), run, QStringLiteral("--yes")});
    QVERIFY2(takenBack(undone), undone.all().constData());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")), QJsonObject());
    QVERIFY(!m_lab.json(QStringLiteral("host/host.json")).contains(QStringLiteral("agent")));
}

void MainJobCrashTest::killedRunIsTakenBackByUndo_data()
{
    rows();
}

void MainJobCrashTest::killedRunIsTakenBackByUndo()
{
    QFETCH(QString, event);
    QFETCH(QString, step);
    QVERIFY(killAt(event, step));
    const CliRun undone =
        m_lab.cli({QStringLiteral("undo"), QStringLiteral("--run"), newestRun(), QStringLiteral("--yes")});
    QVERIFY2(takenBack(undone), undone.all().constData());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")), QJsonObject());
    QVERIFY(!m_lab.json(QStringLiteral("host/host.json")).contains(QStringLiteral("agent")));
}

void MainJobCrashTest::anotherRunIsRefusedWhileOneIsUnderWay()
{
    m_lab.setInstallerArguments({QStringLiteral("--delay-ms"), QStringLiteral("6000")});
    const QStringList arguments{QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                m_lab.path(QStringLiteral("answers.json"))};
    const auto first = m_lab.startCli(arguments);
    QByteArray told;
    QVERIFY(QTest::qWaitFor(
        [&] {
            told += first->readAllStandardError();
            return told.contains("server.agentPackage");
        },
        60000));
    const CliRun second = m_lab.cli(arguments);
    QVERIFY2(second.exitCode == (1618 & 0xff), second.all().constData());
    QCOMPARE(second.document.value(QStringLiteral("exitCode")).toInt(), 1618);
    QVERIFY(first->waitForFinished(120000));
    QCOMPARE(first->exitCode(), 0);
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobCrashTest)
#include "tst_mainjob_crash.moc"
