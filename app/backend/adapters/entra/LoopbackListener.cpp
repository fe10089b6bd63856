// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/LoopbackListener.h"

#include "backend/adapters/entra/JsonWebToken.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace cloudsync {

namespace {

constexpr qsizetype largestHead = 32 * 1024; // an authorization code has one to two kilobytes
constexpr int mostConnections = 16;          // browsers open some ahead of need
constexpr std::chrono::seconds patience{10};

struct RequestHead
{
    QByteArray method;
    QByteArray target;
    QByteArray version;
    QByteArrayList hosts;
};

[[nodiscard]] std::optional<RequestHead> parseHead(const QByteArray &head)
{
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList first = lines.first().trimmed().split(' ');
    if (first.size() != 3)
        return std::nullopt;
    RequestHead result{first.at(0), first.at(1), first.at(2), {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0 && lines.at(i).first(colon).compare("host", Qt::CaseInsensitive) == 0)
            result.hosts.append(lines.at(i).mid(colon + 1).trimmed().toLower());
    }
    return result;
}

/// The parameters of a query; nothing when one comes twice (RFC 6749 section 3.1 forbids it).
[[nodiscard]] std::optional<QVariantMap> parseQuery(QByteArray text)
{
    text.replace('+', "%20");
    const QUrlQuery query(QString::fromLatin1(text));
    QVariantMap values;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (values.contains(name))
            return std::nullopt;
        values.insert(name, value);
    }
    return values;
}

} // namespace

LoopbackListener::LoopbackListener(QByteArray state, QObject *parent)
    : QObject(parent), m_server(this), m_state(std::move(state))
{
    m_server.setMaxPendingConnections(mostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

LoopbackListener::~LoopbackListener() = default;

bool LoopbackListener::listen()
{
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
}

QString LoopbackListener::errorString() const
{
    return m_server.errorString();
}

quint16 LoopbackListener::port() const
{
    return m_server.serverPort();
}

QString LoopbackListener::redirectUri() const
{
    return QStringLiteral("http://localhost:%1/").arg(port());
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections.size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setParent(this);
        m_connections.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_connections.remove(socket);
            socket->deleteLater();
        });
        // Who says nothing, or reads nothing, is let go; not so the browser that waits for the outcome.
        QTimer::singleShot(patience, socket, [this, socket] {
            if (socket != m_browser)
                socket->abort();
        });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const auto found = m_connections.find(socket);
    if (found == m_connections.end()) {
        socket->readAll(); // answered already
        return;
    }
    *found += socket->read(largestHead + 1 - found->size());
    qsizetype end = found->indexOf("\r\n\r\n");
    if (end < 0 && found->size() > largestHead) {
        m_connections.erase(found);
        respond(socket, "431 Request Header Fields Too Large", LandingPage::notExpected());
        return;
    }
    if (end < 0)
        return;
    const QByteArray head = found->first(end);
    m_connections.erase(found);
    handle(socket, head);
}

void LoopbackListener::handle(QTcpSocket *socket, const QByteArray &head)
{
    const auto refuse = [this, socket](const char *status) { respond(socket, status, LandingPage::notExpected()); };
    const std::optional<RequestHead> request = parseHead(head);
    if (!request || (request->version != "HTTP/1.1" && request->version != "HTTP/1.0"))
        return refuse("400 Bad Request");
    if (request->method != "GET")
        return refuse("405 Method Not Allowed");
    // The Host keeps pages of other sites out that point a name of theirs to this address (DNS rebinding).
    const QByteArray portText = QByteArray::number(port());
    if (request->hosts.size() != 1 ||
        (request->hosts.first() != "localhost:" + portText && request->hosts.first() != "127.0.0.1:" + portText))
        return refuse("400 Bad Request");
    const qsizetype mark = request->target.indexOf('?');
    const QByteArray path = mark < 0 ? request->target : request->target.first(mark);
    if (path != "/")
        return refuse("404 Not Found");
    const std::optional<QVariantMap> values = parseQuery(mark < 0 ? QByteArray() : request->target.mid(mark + 1));
    if (!values)
        return refuse("400 Bad Request");
    const QByteArray state = values->value(QStringLiteral("state")).toString().toUtf8();
    if (!equalInConstantTime(state, m_state))
        return refuse("400 Bad Request");
    const bool hasCode = !values->value(QStringLiteral("code")).toString().isEmpty();
    const bool hasError = !values->value(QStringLiteral("error")).toString().isEmpty();
    if (hasCode == hasError)
        return refuse("400 Bad Request");
    if (m_taken)
        return refuse("410 Gone");
    m_taken = true;
    m_browser = socket;
    Q_EMIT received(*values);
}

void LoopbackListener::answer(const LandingPage &page)
{
    if (!m_browser || m_browser->state() != QAbstractSocket::ConnectedState) {
        QMetaObject::invokeMethod(this, &LoopbackListener::answered, Qt::QueuedConnection);
        return;
    }
    connect(m_browser, &QTcpSocket::disconnected, this, &LoopbackListener::answered);
    respond(m_browser, "200 OK", page);
}

void LoopbackListener::respond(QTcpSocket *socket, const QByteArray &status, const LandingPage &page)
{
    const QByteArray body = page.toHtml();
    socket->write("HTTP/1.1 " + status +
                  "\r\nContent-Type: text/html; charset=utf-8"
                  "\r\nCache-Control: no-store"
                  "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                  "\r\nReferrer-Policy: no-referrer"
                  "\r\nX-Content-Type-Options: nosniff"
                  "\r\nConnection: close"
                  "\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace cloudsync
