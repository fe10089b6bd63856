// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>

namespace cloudsync::test {

/// A proxy on a thread of its own that lets CONNECT through, after Basic authentication where a user is given.
class ConnectProxy
{
public:
    explicit ConnectProxy(const QByteArray &user = {}, const QByteArray &password = {})
        : m_wanted(user.isEmpty() ? QByteArray() : "Basic " + (user + ':' + password).toBase64())
    {
        m_server = new QTcpServer;
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
            while (QTcpSocket *client = m_server->nextPendingConnection())
                serve(client);
        });
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server, [this] { m_server->listen(QHostAddress(QHostAddress::LocalHost)); },
            Qt::BlockingQueuedConnection);
    }
    ~ConnectProxy()
    {
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort()); }
    [[nodiscard]] int tunnels() const { return m_tunnels; }
    /// Requests that carried a credential, right or wrong.
    [[nodiscard]] int credentialsSeen() const { return m_credentials; }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    void serve(QTcpSocket *client)
    {
        auto head = std::make_shared<QByteArray>();
        auto target = std::make_shared<QTcpSocket *>(nullptr);
        QObject::connect(client, &QTcpSocket::readyRead, client, [this, client, head, target] {
            if (*target) {
                (*target)->write(client->readAll());
                return;
            }
            *head += client->readAll();
            if (!head->contains("\r\n\r\n"))
                return;
            const QByteArray request = *head;
            head->clear();
            const QList<QByteArray> lines = request.split('\n');
            QByteArray credential;
            for (const QByteArray &line : lines) {
                if (line.toLower().startsWith("proxy-authorization:"))
                    credential = line.mid(20).trimmed();
            }
            if (!credential.isEmpty())
                ++m_credentials;
            if (!m_wanted.isEmpty() && credential != m_wanted) {
                ++m_asked;
                client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                              "Proxy-Authenticate: Basic realm=\"lab\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            const QByteArray place = lines.first().split(' ').value(1);
            auto *other = new QTcpSocket(client);
            *target = other;
            QObject::connect(other, &QTcpSocket::connected, client, [this, client] {
                ++m_tunnels;
                client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            });
            QObject::connect(other, &QTcpSocket::readyRead, client, [client, other] { client->write(other->readAll()); });
            QObject::connect(other, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
            QObject::connect(other, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
            const qsizetype colon = place.lastIndexOf(':');
            other->connectToHost(QString::fromLatin1(place.first(colon)), place.mid(colon + 1).toUShort());
        });
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    const QByteArray m_wanted;
    QThread m_thread;
    QTcpServer *m_server;
    std::atomic_int m_tunnels = 0;
    std::atomic_int m_credentials = 0;
    std::atomic_int m_asked = 0;
};

} // namespace cloudsync::test
