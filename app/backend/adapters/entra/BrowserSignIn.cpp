// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/BrowserSignIn.h"

#include "backend/adapters/entra/AuthorizationCodeFlow.h"
#include "backend/engine/Log.h"

#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace cloudsync {

Result<TokenAnswer> requestTokensByBrowser(EntraChannel &channel, const AuthorizationRequest &request,
                                           const AcceptTokens &accept, SignInPrompt &prompt,
                                           const std::stop_token &stop, std::chrono::seconds limit)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Result<TokenAnswer>> outcome;

    QThread thread;
    thread.setObjectName(QStringLiteral("browser sign-in"));
    auto *flow = new AuthorizationCodeFlow(channel, request, accept, prompt, [&](Result<TokenAnswer> result) {
        {
            const std::lock_guard lock(mutex);
            outcome = std::move(result);
        }
        changed.notify_all();
    });
    flow->moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, flow, &AuthorizationCodeFlow::start);
    QObject::connect(&thread, &QThread::finished, flow, &QObject::deleteLater);
    thread.start();

    {
        std::unique_lock lock(mutex);
        (void)changed.wait_for(lock, stop, limit, [&] { return outcome.has_value(); });
    }
    // Ends the listener and a request that is still under way, then the thread.
    thread.quit();
    thread.wait();
    const QString host = request.authorizationEndpoint.host();
    if (outcome)
        return std::move(*outcome);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, host);
    return fail(ErrorCode::TimedOut, host, QStringLiteral("nobody completed the sign-in in the browser"));
}

} // namespace cloudsync
