// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy on the way out, above all one that asks for a sign-in. The servers are real sockets on loopback.
#include "backend/adapters/http/QtHttpClient.h"
#include "backend/engine/Log.h"
#include "tests/unit/cloud/ConnectProxy.h"
#include "tests/unit/cloud/HttpFixture.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace cloudsync;
using namespace cloudsync::test;

class HttpProxyTest : public QObject
{
    Q_OBJECT

private:
    HttpFixture m_with;
    TlsServer m_server{m_with.server, [](const QByteArray &) { return ok("answer"); }};

    [[nodiscard]] HttpSettings through(const ConnectProxy &proxy, const QString &user = {}, const QString &password = {}) const
    {
        HttpSettings settings = m_with.settings;
        settings.proxy = proxy.address();
        settings.proxyCredential = {user, Secret::fromString(password)};
        return settings;
    }

private Q_SLOTS:
    void openProxyIsGoneThrough()
    {
        ConnectProxy proxy;
        Log log;
        QtHttpClient client(log);
        const auto result = client.send(HttpFixture::get(m_server.url()), through(proxy), {});
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(result->body, QByteArray("answer"));
        QCOMPARE(proxy.tunnels(), 1);
    }

    void proxyThatDoesNotAskGetsNoPassword()
    {
        ConnectProxy proxy;
        Log log;
        QtHttpClient client(log);
        QVERIFY(client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("right")), {})
                    .has_value());
        QCOMPARE(proxy.credentialsSeen(), 0);
    }

    void proxyThatAsksGetsTheCredential()
    {
        ConnectProxy proxy("CONTOSO\\ada", "p\xC3\xA4ss:w\xC3\xB6rt");
        Log log;
        QtHttpClient client(log);
        const HttpSettings settings = through(proxy, QStringLiteral("CONTOSO\\ada"), QStringLiteral("päss:wört"));
        for (int i = 0; i < 3; ++i) {
            const auto result = client.send(HttpFixture::get(m_server.url()), settings, {});
            QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
            QCOMPARE(result->status, 200);
        }
    }

    void proxyThatAsksWithoutACredentialIsTold()
    {
        ConnectProxy proxy("ada", "right");
        Log log;
        QtHttpClient client(log);
        for (int i = 0; i < 2; ++i) { // the second one asks anew: nothing was refused
            const auto result = client.send(HttpFixture::get(m_server.url()), through(proxy), {});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::ProxyAuthenticationRequired);
            QCOMPARE(result.error().subject, proxy.address());
        }
        QCOMPARE(proxy.credentialsSeen(), 0);
        QCOMPARE(proxy.tunnels(), 0);
    }

    void refusedPasswordIsSentOnce()
    {
        ConnectProxy proxy("ada", "right");
        Log log;
        QtHttpClient client(log);
        for (int i = 0; i < 3; ++i) {
            const auto result =
                client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("wrong")), {});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::ProxyAuthenticationRequired);
        }
        QCOMPARE(proxy.credentialsSeen(), 1);
        QCOMPARE(proxy.tunnels(), 0);
    }

    void passwordTypedAnewIsTried()
    {
        ConnectProxy proxy("ada", "right");
        Log log;
        QtHttpClient client(log);
        QVERIFY(!client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("wrong")), {}));
        QVERIFY(client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("right")), {})
                    .has_value());
        QCOMPARE(proxy.credentialsSeen(), 2);
    }

    void severalCallersGoThroughTogether()
    {
        ConnectProxy proxy("ada", "right");
        Log log;
        QtHttpClient client(log);
        std::atomic_int good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    const auto result = client.send(HttpFixture::get(m_server.url()),
                                                    through(proxy, QStringLiteral("ada"), QStringLiteral("right")), {});
                    if (result && result->body == "answer")
                        ++good;
                });
            }
        }
        QCOMPARE(good.load(), 8);
    }

#ifndef Q_OS_WIN // there the system's proxy is asked for through WinHTTP, not read from variables
    void proxyOfTheSystemIsUsedAndSignedInTo()
    {
        ConnectProxy proxy("ada", "right");
        // Read by Qt for every request. Never loopback by the system's own rules, so a name stands for the server.
        qputenv("https_proxy", proxy.address().toLatin1());
        qputenv("no_proxy", "");
        Log log;
        QtHttpClient client(log);
        HttpSettings settings = m_with.settings;
        settings.proxy.clear();
        settings.proxyCredential = {QStringLiteral("ada"), Secret::fromString(QStringLiteral("right"))};
        const auto result = client.send(HttpFixture::get(m_server.url()), settings, {});
        qunsetenv("https_proxy");
        qunsetenv("no_proxy");
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().toLogText()));
        QCOMPARE(proxy.tunnels(), 1);
        QCOMPARE(proxy.credentialsSeen(), 1);
    }
#endif

    void passwordIsInNoLog()
    {
        ConnectProxy proxy("ada", "canary-password");
        const QString path = m_with.folder.filePath(QStringLiteral("proxy.log"));
        {
            auto log = Log::toFile(path, LogLevel::Trace);
            QVERIFY(log.has_value());
            QtHttpClient client(**log);
            QVERIFY(client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("canary-password")), {})
                        .has_value());
            QVERIFY(!client.send(HttpFixture::get(m_server.url()), through(proxy, QStringLiteral("ada"), QStringLiteral("canary-wrong")), {}));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("status=200"));
        QVERIFY(text.contains("proxy.authenticationRequired"));
        for (const char *part : {"canary", "Basic "})
            QVERIFY2(!text.contains(part), text.constData());
        QVERIFY(!text.contains(QByteArray("ada:canary-password").toBase64()));
    }
};

QTEST_GUILESS_MAIN(HttpProxyTest)
#include "tst_http_proxy.moc"
