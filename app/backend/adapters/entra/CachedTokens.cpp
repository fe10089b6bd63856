// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/CachedTokens.h"

#include <algorithm>

namespace cloudsync {

namespace {

constexpr qint64 marginSeconds = 5 * 60;

} // namespace

CachedTokens::CachedTokens(TokenAnswer first, Clock &clock, Renew renew, Prove prove)
    : m_clock(clock), m_renew(std::move(renew)), m_prove(std::move(prove)), m_tokens(std::move(first))
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

Result<TokenAnswer> CachedTokens::renewed(const Secret &refreshToken, const std::stop_token &stop)
{
    Result<TokenAnswer> answer = m_renew(refreshToken, stop);
    if (answer) {
        // A refresh that brings no new refresh token leaves the old one in force (RFC 6749 section 6).
        if (answer->refreshToken.isEmpty())
            answer->refreshToken = refreshToken;
        return answer;
    }
    const ErrorCode code = answer.error().code;
    if (m_prove && (code == ErrorCode::SignInExpired || code == ErrorCode::SignInInteractionRequired))
        return m_prove({}, stop);
    return answer;
}

Result<Secret> CachedTokens::accessToken(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const quint64 before = m_renewals;
    if (!m_changed.wait(lock, stop, [this] { return !m_renewing; }))
        return fail(ErrorCode::Cancelled, QStringLiteral("sign-in"));
    if (isFresh())
        return m_tokens.accessToken;
    if (m_renewals != before && m_renewalRefused)
        return isUsable() ? Result<Secret>(m_tokens.accessToken) : fail(*m_renewalRefused);

    m_renewing = true;
    const Secret refreshToken = m_tokens.refreshToken;
    const quint64 proofs = m_proofs;
    lock.unlock();
    Result<TokenAnswer> answer = renewed(refreshToken, stop);
    lock.lock();
    m_renewing = false;
    ++m_renewals;
    m_renewalRefused.reset();
    m_changed.notify_all();

    if (m_proofs != proofs && isUsable())
        return m_tokens.accessToken; // a step-up ended meanwhile: its token is the better one
    if (answer) {
        m_tokens = std::move(*answer);
        m_invalidated = false;
        return m_tokens.accessToken;
    }
    m_renewalRefused = answer.error();
    if (answer.error().code != ErrorCode::Cancelled && isUsable())
        return m_tokens.accessToken;
    return fail(std::move(answer.error()));
}

Result<void> CachedTokens::stepUp(const Secret &refused, const QByteArray &claims, const std::stop_token &stop)
{
    if (!m_prove)
        return fail(ErrorCode::SignInInteractionRequired, QStringLiteral("sign-in"),
                    QStringLiteral("the service wants a person to prove more, and an application is signed in"));
    std::unique_lock lock(m_mutex);
    const quint64 before = m_proofs;
    if (!m_changed.wait(lock, stop, [this] { return !m_proving && !m_renewing; }))
        return fail(ErrorCode::Cancelled, QStringLiteral("sign-in"));
    if (!(m_tokens.accessToken == refused))
        return {}; // another caller has a newer one: try with that
    if (m_proofs != before && m_proofRefused)
        return fail(*m_proofRefused);

    m_proving = true;
    lock.unlock();
    Result<TokenAnswer> proved = m_prove(claims, stop);
    lock.lock();
    m_proving = false;
    ++m_proofs;
    m_proofRefused.reset();
    m_changed.notify_all();
    if (!proved) {
        m_proofRefused = proved.error();
        return fail(std::move(proved.error()));
    }
    m_tokens = std::move(*proved);
    m_invalidated = false;
    return {};
}

void CachedTokens::invalidate()
{
    const std::lock_guard lock(m_mutex);
    m_invalidated = true;
}

} // namespace cloudsync
