// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/CachedTokens.h"

#include <algorithm>

namespace cloudsync {

namespace {

constexpr qint64 marginSeconds = 5 * 60;

} // namespace

CachedTokens::CachedTokens(TokenAnswer first, Clock &clock, Renew renew)
    : m_clock(clock), m_renew(std::move(renew)), m_tokens(std::move(first))
{
}

bool CachedTokens::isUsable() const
{
    return !m_invalidated && m_clock.now() < m_tokens.expires;
}

bool CachedTokens::isFresh() const
{
    // A token that lives for minutes only (a policy can say so) is used for most of its life.
    const qint64 lifetime = m_tokens.received.secsTo(m_tokens.expires);
    const qint64 margin = std::min(marginSeconds, lifetime / 4);
    return !m_invalidated && m_clock.now().addSecs(margin) < m_tokens.expires;
}

Result<Secret> CachedTokens::accessToken(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return !m_renewing; }))
        return fail(ErrorCode::Cancelled, QStringLiteral("sign-in"));
    if (isFresh())
        return m_tokens.accessToken;

    m_renewing = true;
    const Secret refreshToken = m_tokens.refreshToken;
    lock.unlock();
    Result<TokenAnswer> renewed = m_renew(refreshToken, stop);
    lock.lock();
    m_renewing = false;
    m_changed.notify_all();

    if (renewed) {
        // A refresh that brings no new refresh token leaves the old one in force (RFC 6749 section 6).
        if (renewed->refreshToken.isEmpty())
            renewed->refreshToken = refreshToken;
        m_tokens = std::move(*renewed);
        m_invalidated = false;
        return m_tokens.accessToken;
    }
    if (renewed.error().code != ErrorCode::Cancelled && isUsable())
        return m_tokens.accessToken;
    return fail(renewed.error());
}

void CachedTokens::invalidate()
{
    const std::lock_guard lock(m_mutex);
    m_invalidated = true;
}

} // namespace cloudsync
