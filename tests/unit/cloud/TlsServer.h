// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tenant/TestCertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace cloudsync::test {

/// A TLS server on a thread of its own. `answer` is given each complete request and gives the bytes to send; an empty
/// answer ends the connection without one.
class TlsServer
{
public:
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    TlsServer(const TestCertificate &certificate, Answer answer, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
        : m_answer(std::move(answer))
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate.certificatePem()));
        tls.setPrivateKey(QSslKey(certificate.keyPem(), QSsl::Rsa));
        tls.setProtocol(protocol);
        m_server = new QSslServer;
        m_server->setSslConfiguration(tls);
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::pendingConnectionAvailable, m_server, [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection())
                serve(socket);
        });
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server, [this] { m_server->listen(QHostAddress(QHostAddress::LocalHost)); },
            Qt::BlockingQueuedConnection);
    }
    ~TlsServer()
    {
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/"),
                           const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("https://%1:%2%3").arg(host).arg(m_server->serverPort()).arg(path));
    }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] QByteArray lastRequest()
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }

private:
    void serve(QTcpSocket *socket)
    {
        auto buffer = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, buffer] {
            *buffer += socket->readAll();
            const qsizetype end = buffer->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            qsizetype length = 0;
            for (const QByteArray &line : buffer->first(end).split('\n')) {
                if (line.toLower().startsWith("content-length:"))
                    length = line.mid(15).trimmed().toLongLong();
            }
            if (buffer->size() < end + 4 + length)
                return;
            ++m_requests;
            {
                const std::lock_guard lock(m_mutex);
                m_last = *buffer;
            }
            const QByteArray answer = m_answer(*buffer);
            buffer->clear();
            if (answer.isEmpty())
                socket->abort();
            else
                socket->write(answer);
        });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    QThread m_thread;
    QSslServer *m_server;
    const Answer m_answer;
    std::mutex m_mutex;
    QByteArray m_last;
    std::atomic_int m_requests = 0;
};

} // namespace cloudsync::test
