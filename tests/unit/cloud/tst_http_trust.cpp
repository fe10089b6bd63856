// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the HTTP client trusts: TLS, roots, names.
#include "backend/adapters/http/QtHttpClient.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/HttpFixture.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>
#include <thread>

using namespace cloudsync;
using namespace cloudsync::test;

class HttpTrustTest : public QObject
{
    Q_OBJECT

private:
    HttpFixture m_with;

private Q_SLOTS:
    void otherRootIsNotTrusted()
    {
        TlsServer server(m_with.server, [](const QByteArray &) { return ok("hello"); });
        Log log;
        QtHttpClient client(log);
        HttpSettings other = m_with.settings;
        other.caFile = m_with.write(QStringLiteral("other.pem"), makeCertificate().certificatePem());
        const auto result = client.send(HttpFixture::get(server.url()), other, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
        QVERIFY2(result.error().detail.contains(QStringLiteral("test authority")), qPrintable(result.error().detail));
        HttpSettings systemRoots;
        systemRoots.proxy = QStringLiteral("none");
        const auto system = client.send(HttpFixture::get(server.url()), systemRoots, {});
        QVERIFY(!system);
        QCOMPARE(system.error().code, ErrorCode::TlsCertificateNotTrusted);
        QCOMPARE(server.requests(), 0);
        // And trust given once does not leak to the other settings.
        QVERIFY(client.send(HttpFixture::get(server.url()), m_with.settings, {}).has_value());
        QVERIFY(!client.send(HttpFixture::get(server.url()), other, {}));
    }

    void certificateOfAnotherNameIsNotTrusted()
    {
        TlsServer server(m_with.certificateFor(QStringLiteral("DNS:other.example")),
                         [](const QByteArray &) { return ok("hello"); });
        Log log;
        QtHttpClient client(log);
        const auto result = client.send(HttpFixture::get(server.url()), m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
        QCOMPARE(server.requests(), 0);
    }

    void expiredCertificateIsNotTrusted()
    {
        TestCertificateOptions options;
        options.names = {QStringLiteral("IP:127.0.0.1")};
        options.issuer = &m_with.root;
        options.until = QDateTime::currentDateTimeUtc().addDays(-1);
        TlsServer server(makeCertificate(options), [](const QByteArray &) { return ok("hello"); });
        Log log;
        QtHttpClient client(log);
        const auto result = client.send(HttpFixture::get(server.url()), m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsCertificateNotTrusted);
    }

    void serverWithoutTlsIsToldAsTlsFailure()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        });
        Log log;
        QtHttpClient client(log);
        std::optional<Result<HttpResponse>> result;
        std::jthread thread([&] {
            result =
                client.send(HttpFixture::get(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort()))),
                            m_with.settings, {});
        });
        QTRY_VERIFY(result.has_value());
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::TlsFailed);
    }

    void plainHttpIsRefused()
    {
        Log log;
        QtHttpClient client(log);
        const auto result =
            client.send(HttpFixture::get(QUrl(QStringLiteral("http://127.0.0.1:1/"))), m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TlsFailed);
    }

    void missingRootsAreTold()
    {
        Log log;
        QtHttpClient client(log);
        HttpSettings settings = m_with.settings;
        settings.caFile = m_with.folder.filePath(QStringLiteral("none.pem"));
        const auto result = client.send(HttpFixture::get(QUrl(QStringLiteral("https://127.0.0.1:1/"))), settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileUnreadable);
    }

    void oldProtocolIsRefused()
    {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        TlsServer server(
            m_with.server, [](const QByteArray &) { return ok("hello"); }, QSsl::TlsV1_1);
        QT_WARNING_POP
        Log log;
        QtHttpClient client(log);
        QVERIFY(!client.send(HttpFixture::get(server.url()), m_with.settings, {}));
        QCOMPARE(server.requests(), 0);
    }
};

QTEST_GUILESS_MAIN(HttpTrustTest)
#include "tst_http_trust.moc"
