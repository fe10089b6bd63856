// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/LoopbackListener.h"

#include <QAbstractOAuthReplyHandler>

namespace cloudsync {

/// Joins our strict listener to Qt Network Authorization, whose own handler takes whatever comes to its port. Tokens do
/// not pass through Qt's objects: the reply goes on as it is.
class LoopbackReplyHandler final : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    explicit LoopbackReplyHandler(const LoopbackListener &listener, QObject *parent = nullptr)
        : QAbstractOAuthReplyHandler(parent), m_listener(listener)
    {
    }
    [[nodiscard]] QString callback() const override { return m_listener.redirectUri(); }
    void networkReplyFinished(QNetworkReply *reply) override;

Q_SIGNALS:
    void tokenReplyFinished(QNetworkReply *reply);

private:
    const LoopbackListener &m_listener;
};

} // namespace cloudsync
