// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/TokenEndpoint.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace cloudsync {

/// Keeps an access token in memory and renews it five minutes before it ends. One renewal at a time: the other callers
/// wait for it and get its outcome. While the old token still holds, a network failure of the renewal does no harm. Where
/// the service does not renew any more (session revoked, sign-in frequency), the person is asked to sign in again, so
/// that a long run can go on.
class CachedTokens final : public AccessTokens
{
public:
    /// Gets new tokens; is handed the refresh token, which may be empty.
    using Renew = std::function<Result<TokenAnswer>(const Secret &refreshToken, const std::stop_token &stop)>;

    /// Lets the person sign in again, so that `claims` are met where there are any. Absent for an application: nobody can take part.
    using Prove = std::function<Result<TokenAnswer>(const QByteArray &claims, const std::stop_token &stop)>;

    CachedTokens(TokenAnswer first, Clock &clock, Renew renew, Prove prove = {});

    [[nodiscard]] Result<Secret> accessToken(const std::stop_token &stop) override;
    void invalidate() override;
    /// One sign-in at a time. Who came while it was under way gets its outcome, so that a person who declines is not
    /// asked again by each of several tasks. The token in hand serves other calls meanwhile.
    [[nodiscard]] Result<void> stepUp(const Secret &refused, const QByteArray &claims,
                                      const std::stop_token &stop) override;

private:
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] Result<TokenAnswer> renewed(const Secret &refreshToken, const std::stop_token &stop);

    Clock &m_clock;
    const Renew m_renew;
    const Prove m_prove;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    TokenAnswer m_tokens;
    std::optional<Error> m_renewalRefused; // how the last renewal ended
    quint64 m_renewals = 0;                // how many have ended
    std::optional<Error> m_proofRefused;   // how the last step-up ended
    quint64 m_proofs = 0;                  // how many have ended
    bool m_proving = false;
    bool m_renewing = false;
    bool m_invalidated = false;
};

} // namespace cloudsync
