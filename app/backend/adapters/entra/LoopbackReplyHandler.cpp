// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/LoopbackReplyHandler.h"

namespace cloudsync {

void LoopbackReplyHandler::networkReplyFinished(QNetworkReply *reply)
{
    Q_EMIT tokenReplyFinished(reply);
}

} // namespace cloudsync
