// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/http/QtHttpClient.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/HttpFixture.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// A closed port: one that was free a moment ago.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress(QHostAddress::LocalHost));
    return server.serverPort();
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private:
    HttpFixture m_with;

private Q_SLOTS:
    void answerIsGivenAsItCame()
    {
        TlsServer server(m_with.server,
                         [](const QByteArray &) { return ok("hello", "X-Test: a\r\nSet-Cookie: c=1\r\n"); });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url(QStringLiteral("/a?b=c")));
        request.headers = {{"Authorization", "Bearer x"}};
        const auto result = client.send(request, m_with.settings, {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->status, 200);
        QCOMPARE(result->body, QByteArray("hello"));
        QCOMPARE(result->header("x-test"), QByteArray("a"));
        QVERIFY(server.lastRequest().startsWith("GET /a?b=c HTTP/1.1\r\n"));
        QVERIFY(client.send(request, m_with.settings, {}).has_value());
        QVERIFY(!server.lastRequest().toLower().contains("cookie"));
    }

    void bodyIsSentWithEachMethod_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"POST", "PUT", "PATCH"})
            QTest::newRow(method) << QByteArray(method);
    }

    void bodyIsSentWithEachMethod()
    {
        QFETCH(QByteArray, method);
        TlsServer server(m_with.server,
                         [](const QByteArray &) { return QByteArray("HTTP/1.1 204 No Content\r\n\r\n"); });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.method = method;
        request.headers = {{"Content-Type", "application/json"}};
        request.body = QByteArray(100000, 'x');
        const auto result = client.send(request, m_with.settings, {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->status, 204);
        QVERIFY(server.lastRequest().startsWith(method + " / HTTP/1.1\r\n"));
        QVERIFY(server.lastRequest().endsWith("\r\n\r\n" + request.body));
    }

    void postWithoutBodyHasALength()
    {
        TlsServer server(m_with.server,
                         [](const QByteArray &) { return QByteArray("HTTP/1.1 204 No Content\r\n\r\n"); });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.method = "POST";
        QVERIFY(client.send(request, m_with.settings, {}).has_value());
        QVERIFY(server.lastRequest().toLower().contains("content-length: 0\r\n"));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {201, 301, 302, 400, 401, 403, 404, 409, 410, 412, 429, 500, 501, 503, 504})
            QTest::addRow("%d", status) << status;
    }

    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        TlsServer server(m_with.server, [status](const QByteArray &) {
            return "HTTP/1.1 " + QByteArray::number(status) +
                   " X\r\nLocation: https://127.0.0.1:1/\r\nWWW-Authenticate: Bearer error=\"insufficient_claims\"\r\n"
                   "Content-Length: 2\r\n\r\n{}";
        });
        Log log;
        QtHttpClient client(log);
        const auto result = client.send(HttpFixture::get(server.url()), m_with.settings, {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, QByteArray("{}"));
        QCOMPARE(server.requests(), 1);
    }

    void closedPortIsUnreachable()
    {
        Log log;
        QtHttpClient client(log);
        const auto result = client.send(
            HttpFixture::get(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(closedPort()))), m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
    }

    void unknownNameIsTold()
    {
        Log log;
        QtHttpClient client(log);
        const auto result =
            client.send(HttpFixture::get(QUrl(QStringLiteral("https://no-such-host.invalid/"))), m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NameNotResolved);
        QCOMPARE(result.error().subject, QStringLiteral("no-such-host.invalid"));
    }

    void slowAnswerEndsAtTheLimit()
    {
        TlsServer server(m_with.server, [](const QByteArray &) {
            return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
        });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.timeout = milliseconds(700);
        const auto result = client.send(request, m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
    }

    void stopEndsTheWaitAtOnce()
    {
        TlsServer server(m_with.server, [](const QByteArray &) {
            return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
        });
        Log log;
        QtHttpClient client(log);
        std::stop_source stop;
        std::optional<Result<HttpResponse>> result;
        std::jthread thread(
            [&] { result = client.send(HttpFixture::get(server.url()), m_with.settings, stop.get_token()); });
        QTRY_COMPARE(server.requests(), 1);
        stop.request_stop();
        thread.join();
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::Cancelled);
    }

    void answerThatIsTooLongIsRefused()
    {
        TlsServer server(m_with.server, [](const QByteArray &) { return ok(QByteArray(200000, 'x')); });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.largestBody = 100000;
        const auto result = client.send(request, m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TenantResponseInvalid);
        request.largestBody = 200000;
        QVERIFY(client.send(request, m_with.settings, {}).has_value());
    }

    void cutOffAnswerIsAnError()
    {
        TlsServer server(m_with.server, [](const QByteArray &) {
            return QByteArray(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n");
        });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.timeout = seconds(2);
        QVERIFY(!client.send(request, m_with.settings, {}));
    }

    void postIsNeverSentTwice()
    {
        // Qt would connect and send again by itself up to three times; see OnceBody.
        TlsServer server(m_with.server, [](const QByteArray &) { return QByteArray(); });
        Log log;
        QtHttpClient client(log);
        HttpRequest request = HttpFixture::get(server.url());
        request.method = "POST";
        request.body = "{}";
        const auto result = client.send(request, m_with.settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QCOMPARE(server.requests(), 1);
    }

    void manyThreadsMayAskAtOnce()
    {
        TlsServer server(m_with.server, [](const QByteArray &request) { return ok(request.mid(4, 3)); });
        Log log;
        QtHttpClient client(log);
        std::atomic_int right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 12; ++i) {
                threads.emplace_back([&, i] {
                    const QByteArray path = '/' + QByteArray::number(10 + i);
                    const auto result =
                        client.send(HttpFixture::get(server.url(QString::fromLatin1(path))), m_with.settings, {});
                    if (result && result->body == path)
                        ++right;
                });
            }
        }
        QCOMPARE(right.load(), 12);
    }

    // Nobody answers here: what counts is who comes to the door. A wait behind others would be a round trip each.
    void tenRequestsToOneHostDoNotWaitForOneAnother()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        int came = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] { ++came; });
        Log log;
        QtHttpClient client(log);
        std::stop_source stop;
        std::vector<std::jthread> callers;
        const QUrl url(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort()));
        for (int i = 0; i < 10; ++i)
            callers.emplace_back([&] { QVERIFY(!client.send(HttpFixture::get(url), m_with.settings, stop.get_token())); });
        QTRY_COMPARE(came, 10);
        stop.request_stop();
    }

    void proxyIsUsedAndItsRefusalTold()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress(QHostAddress::LocalHost)));
        QByteArray seen;
        connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&seen, socket] {
                seen += socket->readAll();
                if (seen.contains("\r\n\r\n"))
                    socket->write(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                        "Content-Length: 0\r\n\r\n");
            });
        });
        Log log;
        QtHttpClient client(log);
        HttpSettings settings = m_with.settings;
        settings.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
        std::optional<Result<HttpResponse>> result;
        std::jthread thread([&] {
            result = client.send(HttpFixture::get(QUrl(QStringLiteral("https://graph.example/secret"))), settings, {});
        });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20000);
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::ProxyAuthenticationRequired);
        QVERIFY(seen.startsWith("CONNECT graph.example:443 HTTP/1.1\r\n"));
        QVERIFY(!seen.contains("secret"));
    }

    void deadProxyIsTold()
    {
        Log log;
        QtHttpClient client(log);
        HttpSettings settings = m_with.settings;
        settings.proxy = QStringLiteral("http://127.0.0.1:%1").arg(closedPort());
        const auto result = client.send(HttpFixture::get(QUrl(QStringLiteral("https://graph.example/"))), settings, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
        QVERIFY2(result.error().subject == settings.proxy, qPrintable(result.error().toLogText()));
    }

    void logHoldsNoSecret()
    {
        TlsServer server(m_with.server, [](const QByteArray &) { return ok("canary-answer", "X: canary-header\r\n"); });
        const QString path = m_with.folder.filePath(QStringLiteral("http.log"));
        {
            auto log = Log::toFile(path, LogLevel::Trace);
            QVERIFY(log.has_value());
            QtHttpClient client(**log);
            HttpRequest request = HttpFixture::get(server.url(QStringLiteral("/token?code=canary-query")));
            request.method = "POST";
            request.headers = {{"Authorization", "Bearer canary-token"},
                               {"client-request-id", "id-1"},
                               {"Content-Type", "text/plain"}};
            request.body = "client_secret=canary-body";
            QVERIFY(client.send(request, m_with.settings, {}).has_value());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("path=/token"));
        QVERIFY(text.contains("status=200"));
        QVERIFY(text.contains("clientRequestId=id-1"));
        QVERIFY2(!text.contains("canary"), text.constData());
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_http_client.moc"
