// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/TokenEndpoint.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace cloudsync {

/// Keeps an access token in memory and renews it five minutes before it ends. One renewal at a time: the other callers
/// wait for it. While the old token still holds, a network failure of the renewal does no harm.
class CachedTokens final : public AccessTokens
{
public:
    /// Gets new tokens; is handed the refresh token, which may be empty.
    using Renew = std::function<Result<TokenAnswer>(const Secret &refreshToken, const std::stop_token &stop)>;

    CachedTokens(TokenAnswer first, Clock &clock, Renew renew);

    [[nodiscard]] Result<Secret> accessToken(const std::stop_token &stop) override;
    void invalidate() override;

private:
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] bool isUsable() const;

    Clock &m_clock;
    const Renew m_renew;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    TokenAnswer m_tokens;
    bool m_renewing = false;
    bool m_invalidated = false;
};

} // namespace cloudsync
