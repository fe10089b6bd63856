// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/SignIn.h"

#include <atomic>

namespace cloudsync::test {

/// Hands out token-1, and after each invalidate() the next one.
class FakeTokens final : public AccessTokens
{
public:
    [[nodiscard]] Result<Secret> accessToken(const std::stop_token &) override
    {
        return Secret::fromString(QStringLiteral("token-%1").arg(number.load()));
    }
    void invalidate() override { ++number; }
    [[nodiscard]] Result<void> stepUp(const Secret &, const QByteArray &claims, const std::stop_token &) override
    {
        challenges.append(claims);
        if (stepUpRefusal)
            return fail(*stepUpRefusal);
        ++number;
        return {};
    }

    std::atomic_int number = 1;
    QList<QByteArray> challenges;       ///< of one thread at a time
    std::optional<Error> stepUpRefusal; ///< stepUp() fails with it
};

} // namespace cloudsync::test
