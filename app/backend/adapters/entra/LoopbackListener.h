// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/LandingPage.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QVariantMap>

class QTcpSocket;

namespace cloudsync {

/// Waits on 127.0.0.1 for the one authorization response of a sign-in (RFC 8252 section 7.3). Takes GET / with the
/// right Host and the right state, once; everything else is answered with an error and changes nothing. Lives on one
/// thread with an event loop.
class LoopbackListener final : public QObject
{
    Q_OBJECT

public:
    /// `state` is what the authorization request carried.
    explicit LoopbackListener(QByteArray state, QObject *parent = nullptr);
    ~LoopbackListener() override;

    /// False when no port could be had; errorString() says why.
    [[nodiscard]] bool listen();
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] quint16 port() const;
    /// "http://localhost:<port>/": Entra takes any port where http://localhost is registered.
    [[nodiscard]] QString redirectUri() const;

    /// Shows the page to the browser that brought the response.
    void answer(const LandingPage &page);

Q_SIGNALS:
    /// The parameters of the response, decoded: state, and code or error. The browser waits for answer().
    void received(const QVariantMap &values);
    /// The page of answer() is on its way to the browser, or the browser has gone.
    void answered();

private:
    void accept();
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const QByteArray &head);
    void respond(QTcpSocket *socket, const QByteArray &status, const LandingPage &page);

    QTcpServer m_server; // a child, so that it moves to another thread together with this object
    const QByteArray m_state;
    QHash<QTcpSocket *, QByteArray> m_connections; // what came of the request so far
    QPointer<QTcpSocket> m_browser;                // brought the response
    bool m_taken = false;
};

} // namespace cloudsync
