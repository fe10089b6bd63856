// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/ConnectionProbe.h"
#include "backend/adapters/files/OtherSystemMachine.h"
#include "backend/adapters/files/StateFolder.h"
#include "backend/adapters/files/SystemClock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

namespace cloudsync::test {

using namespace std::chrono_literals;

class MachineFilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    bool makeCertificate(const QString &name, const QString &alternativeNames)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                       QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + alternativeNames,
                       QStringLiteral("-keyout"), m_folder.filePath(name + QStringLiteral(".key")), QStringLiteral("-out"), m_folder.filePath(name + QStringLiteral(".crt"))});
        return process.waitForFinished(30000) && process.exitCode() == 0;
    }

    QByteArray content(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QSslServer> tlsServer(const QString &name)
    {
        auto server = std::make_unique<QSslServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(content(name + QStringLiteral(".crt"))));
        configuration.setPrivateKey(QSslKey(content(name + QStringLiteral(".key")), QSsl::Rsa));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        server->setSslConfiguration(configuration);
        return server->listen(QHostAddress::LocalHost) ? std::move(server) : nullptr;
    }

    /// Runs the probe on a thread of its own while this one serves the other end.
    static Result<void> probe(const ProbeTarget &target, const std::stop_token &stop = {})
    {
        auto result = std::async(std::launch::async, [&] { return probeConnection(target, stop); });
        const bool ended = QTest::qWaitFor([&] { return result.wait_for(0s) == std::future_status::ready; }, 20000);
        return ended ? result.get() : fail(ErrorCode::Internal, {}, QStringLiteral("the probe did not end"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeCertificate(QStringLiteral("good"), QStringLiteral("DNS:localhost,IP:127.0.0.1")));
        QVERIFY(makeCertificate(QStringLiteral("other"), QStringLiteral("DNS:elsewhere.test")));
    }

    void aPortThatListensIsReached()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto result = probe({QStringLiteral("localhost"), server.serverPort(), false, {}});
        QVERIFY2(result, result ? "" : qPrintable(result.error().toLogText()));
    }

    void aClosedPortIsUnreachable()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const int port = server.serverPort();
        server.close();
        const auto result = probe({QStringLiteral("127.0.0.1"), port, false, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QCOMPARE(result.error().subject, QStringLiteral("127.0.0.1:%1").arg(port));
        QVERIFY(!result.error().detail.isEmpty());
    }

    void anUnknownNameIsNotResolved()
    {
        const auto result = probe({QStringLiteral("no such host"), 443, false, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NameNotResolved);
    }

    void aCertificateOfATrustedRootIsAccepted_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("by name") << QStringLiteral("localhost");
        QTest::newRow("by address") << QStringLiteral("127.0.0.1");
    }

    void aCertificateOfATrustedRootIsAccepted()
    {
        QFETCH(QString, host);
        const auto server = tlsServer(QStringLiteral("good"));
        QVERIFY(server);
        const auto result = probe({host, server->serverPort(), true, m_folder.filePath(QStringLiteral("good.crt"))});
        QVERIFY2(result, result ? "" : qPrintable(result.error().toLogText()));
    }

    void aCertificateOfAnUnknownRootIsNotTrusted()
    {
        const auto server = tlsServer(QStringLiteral("good"));
        QVERIFY(server);
        for (const QString &roots : {QString(), m_folder.filePath(QStringLiteral("other.crt"))}) {
            const auto result = probe({QStringLiteral("localhost"), server->serverPort(), true, roots});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
        }
    }

    void aCertificateForAnotherNameIsNotTrusted()
    {
        const auto server = tlsServer(QStringLiteral("other"));
        QVERIFY(server);
        for (const QString &host : {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}) {
            const auto result = probe({host, server->serverPort(), true, m_folder.filePath(QStringLiteral("other.crt"))});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
        }
    }

    void aServerThatSpeaksNoTlsFails()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("HTTP/1.1 400 no\r\n\r\n"); });
        });
        const auto result = probe({QStringLiteral("127.0.0.1"), server.serverPort(), true, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsFailed);
    }

    void aServerThatStaysSilentRunsIntoTheLimit()
    {
        QTcpServer server; // takes the connection and never answers
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto result = probe({QStringLiteral("127.0.0.1"), server.serverPort(), true, {}, 500ms});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
    }

    void aStopEndsTheProbeBeforeItsLimit()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        std::stop_source stop;
        connect(&server, &QTcpServer::newConnection, &server, [&stop] { stop.request_stop(); });
        QElapsedTimer timer;
        timer.start();
        const auto result = probe({QStringLiteral("127.0.0.1"), server.serverPort(), true, {}, 60s}, stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 10000);
    }

    void thisMachineTellsWhatItKnows()
    {
        OtherSystemMachine machine;
        const auto facts = machine.facts();
        QVERIFY(facts);
        QVERIFY(!facts->name.isEmpty() && facts->name.size() <= 15 && facts->name == facts->name.toUpper());
        QVERIFY(!facts->osName.isEmpty());
        QVERIFY(facts->memoryBytes > 64 * 1024 * 1024);
        QVERIFY(facts->freeDiskBytes > 0);
        QVERIFY(qAbs(facts->now.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(facts->now.timeSpec(), Qt::UTC);
    }

    void whatNeedsWindowsSaysSo()
    {
        OtherSystemMachine machine;
        QCOMPARE(machine.service(QStringLiteral("VaultSvc")).error().code, ErrorCode::NotSupportedHere);
        QCOMPARE(machine.registryValue({QStringLiteral("SOFTWARE"), QStringLiteral("x")}).error().code, ErrorCode::NotSupportedHere);
        QCOMPARE(machine.agent().error().code, ErrorCode::NotSupportedHere);
        QCOMPARE(machine.install({}, {}, {}).error().code, ErrorCode::NotSupportedHere);
        QCOMPARE(machine.canUseServiceAccount(QStringLiteral("a$")).error().code, ErrorCode::NotSupportedHere);
    }

    void theStateFolderIsMadeForItsOwnerAlone()
    {
        const QString path = m_folder.filePath(QStringLiteral("deep/state"));
        QVERIFY(makeStateFolder(path));
        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        QVERIFY(makeStateFolder(path));
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(makeStateFolder(file.fileName()).error().code, ErrorCode::FileUnwritable);
        QCOMPARE(makeStateFolder(file.fileName() + QStringLiteral("/below")).error().code, ErrorCode::FileUnwritable);
    }

    void theStateFolderFollowsTheEnvironment()
    {
        const QByteArray before = qgetenv("XDG_STATE_HOME");
        qputenv("XDG_STATE_HOME", "/var/states");
        QCOMPARE(defaultStateFolder(), QStringLiteral("/var/states/cloud-sync-setup"));
        qputenv("XDG_STATE_HOME", "relative");
        QCOMPARE(defaultStateFolder(), QDir::homePath() + QStringLiteral("/.local/state/cloud-sync-setup"));
        qunsetenv("XDG_STATE_HOME");
        QCOMPARE(defaultStateFolder(), QDir::homePath() + QStringLiteral("/.local/state/cloud-sync-setup"));
        if (!before.isNull())
            qputenv("XDG_STATE_HOME", before);
    }

    void theClockWaitsItsTime()
    {
        SystemClock clock;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(clock.wait(50ms, {}));
        QVERIFY(timer.elapsed() >= 49);
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
    }

    void aStopEndsTheClocksWait()
    {
        SystemClock clock;
        std::stop_source stop;
        std::jthread stopper([&stop] { stop.request_stop(); });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!clock.wait(60s, stop.get_token()));
        QVERIFY(timer.elapsed() < 30000);
        QVERIFY(!clock.wait(60s, stop.get_token()));
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::MachineFilesTest)
#include "MachineFilesTest.moc"
