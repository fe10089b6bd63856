// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/LoopbackListener.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace cloudsync;

class LoopbackListenerTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray request(const LoopbackListener &listener, const QByteArray &target,
                              const QByteArray &method = "GET", const QByteArray &host = {})
    {
        return method + ' ' + target +
               " HTTP/1.1\r\nHost: " + (host.isEmpty() ? "localhost:" + QByteArray::number(listener.port()) : host) +
               "\r\n\r\n";
    }

    /// Sends bytes and gives all that comes until the other side closes.
    static QByteArray exchange(const LoopbackListener &listener, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 15000))
            answer += "(still open)";
        return answer;
    }

private Q_SLOTS:
    void responseWithTheRightStateIsTakenAndAnsweredLater()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        connect(&listener, &LoopbackListener::received, &listener, [&] { listener.answer(LandingPage::signedIn()); });
        const QByteArray answer = exchange(listener, request(listener, "/?code=c%2B1&state=st-1&session_state=x"));
        QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.constData());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toMap().value(QStringLiteral("code")).toString(), QStringLiteral("c+1"));
        QVERIFY(answer.contains("Cache-Control: no-store"));
        QVERIFY(answer.contains("Content-Security-Policy: default-src 'none'"));
        QVERIFY(!answer.contains("c+1"));
    }

    void otherRequestsAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("status");
        const QByteArray get("GET");
        QTest::newRow("no query") << QByteArray("/") << get << QByteArray() << QByteArray("400");
        QTest::newRow("wrong state") << QByteArray("/?code=c&state=st-2") << get << QByteArray() << QByteArray("400");
        QTest::newRow("longer state") << QByteArray("/?code=c&state=st-11") << get << QByteArray() << QByteArray("400");
        QTest::newRow("no state") << QByteArray("/?code=c") << get << QByteArray() << QByteArray("400");
        QTest::newRow("two states") << QByteArray("/?code=c&state=st-1&state=st-2") << get << QByteArray()
                                    << QByteArray("400");
        QTest::newRow("two codes") << QByteArray("/?code=c&code=d&state=st-1") << get << QByteArray()
                                   << QByteArray("400");
        QTest::newRow("no code") << QByteArray("/?state=st-1") << get << QByteArray() << QByteArray("400");
        QTest::newRow("code and error") << QByteArray("/?code=c&error=e&state=st-1") << get << QByteArray()
                                        << QByteArray("400");
        QTest::newRow("other path") << QByteArray("/favicon.ico?code=c&state=st-1") << get << QByteArray()
                                    << QByteArray("404");
        QTest::newRow("post") << QByteArray("/?code=c&state=st-1") << QByteArray("POST") << QByteArray()
                              << QByteArray("405");
        QTest::newRow("head") << QByteArray("/?code=c&state=st-1") << QByteArray("HEAD") << QByteArray()
                              << QByteArray("405");
        QTest::newRow("other host") << QByteArray("/?code=c&state=st-1") << get << QByteArray("evil.example")
                                    << QByteArray("400");
        QTest::newRow("other port") << QByteArray("/?code=c&state=st-1") << get << QByteArray("localhost:1")
                                    << QByteArray("400");
        QTest::newRow("absolute target") << QByteArray("http://localhost/?code=c&state=st-1") << get << QByteArray()
                                         << QByteArray("404");
    }

    void otherRequestsAreRefusedAndChangeNothing()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, status);
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        const QByteArray answer = exchange(listener, request(listener, target, method, host));
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
        QCOMPARE(spy.size(), 0);

        // And the real response still comes through.
        connect(&listener, &LoopbackListener::received, &listener, [&] { listener.answer(LandingPage::signedIn()); });
        QVERIFY(exchange(listener, request(listener, "/?code=c&state=st-1")).startsWith("HTTP/1.1 200"));
        QCOMPARE(spy.size(), 1);
    }

    void garbageIsAnsweredAndForgotten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no http") << QByteArray("hello\r\n\r\n");
        QTest::newRow("tls") << QByteArray::fromHex("16030100c8010000c40303") + "\r\n\r\n";
        QTest::newRow("zeros") << QByteArray(100, '\0') + "\r\n\r\n";
        QTest::newRow("other version") << QByteArray("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET /?code=c&state=st-1 HTTP/1.1\r\n\r\n");
        QTest::newRow("endless head") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(64 * 1024, 'a');
    }

    void garbageIsAnsweredAndForgotten()
    {
        QFETCH(QByteArray, bytes);
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        const QByteArray answer = exchange(listener, bytes);
        QVERIFY2(answer.startsWith("HTTP/1.1 4") || answer.isEmpty(), answer.constData());
        QCOMPARE(spy.size(), 0);
    }

    void codeIsTakenOnce()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        connect(&listener, &LoopbackListener::received, &listener, [&] { listener.answer(LandingPage::signedIn()); });
        QVERIFY(exchange(listener, request(listener, "/?code=c&state=st-1")).startsWith("HTTP/1.1 200"));
        QVERIFY(exchange(listener, request(listener, "/?code=c&state=st-1")).startsWith("HTTP/1.1 410"));
        QVERIFY(exchange(listener, request(listener, "/?code=d&state=st-1")).startsWith("HTTP/1.1 410"));
        QCOMPARE(spy.size(), 1);
    }

    void requestInPiecesIsReadTogether()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        const QByteArray bytes = request(listener, "/?code=c&state=st-1");
        for (qsizetype i = 0; i < bytes.size(); i += 7) {
            socket.write(bytes.mid(i, 7));
            QTRY_COMPARE(socket.bytesToWrite(), 0);
        }
        QTRY_COMPARE(spy.size(), 1);
    }

    void browserThatClosesMidwayDoesNotEndTheWait()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy spy(&listener, &LoopbackListener::received);
        {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
            QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
            socket.write("GET /?code=c&st");
            socket.flush();
            socket.abort();
        }
        connect(&listener, &LoopbackListener::received, &listener, [&] { listener.answer(LandingPage::signedIn()); });
        QVERIFY(exchange(listener, request(listener, "/?code=c&state=st-1")).startsWith("HTTP/1.1 200"));
        QCOMPARE(spy.size(), 1);
    }

    void answerWithoutBrowserIsDoneAtOnce()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QSignalSpy answered(&listener, &LoopbackListener::answered);
        listener.answer(LandingPage::signedIn());
        QTRY_COMPARE(answered.size(), 1);
    }

    void textFromTheServiceIsEscaped()
    {
        const QByteArray html = LandingPage::notSignedIn(QStringLiteral("<script>alert(1)</script> & \"x\"")).toHtml();
        QVERIFY(!html.contains("<script>"));
        QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
    }

    void onlyLoopbackReachesTheListener()
    {
        LoopbackListener listener("st-1");
        QVERIFY(listener.listen());
        QCOMPARE(listener.redirectUri(), QStringLiteral("http://localhost:%1/").arg(listener.port()));
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, listener.port());
            QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
            QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
        }
    }
};

QTEST_GUILESS_MAIN(LoopbackListenerTest)
#include "tst_loopback_listener.moc"
