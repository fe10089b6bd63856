// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"
#include "backend/ports/HttpClient.h"
#include "backend/ports/SignIn.h"

namespace cloudsync {

class Log;

/// Sign-in at Microsoft Entra ID. `http`, `clock` and `log` must live as long as this object and every SignedIn of it.
/// Where a request names no permissions, defaultGraphPermissions() are asked for. Further errors: TenantUnavailable and
/// TenantThrottled when the sign-in service is busy.
class EntraSignIn final : public SignIn
{
public:
    EntraSignIn(HttpClient &http, Clock &clock, Log &log);

    [[nodiscard]] QList<SignInMethod> availableMethods() const override;
    [[nodiscard]] QStringList defaultPermissions() const override;
    [[nodiscard]] Result<SignedIn> signIn(const SignInRequest &request, SignInPrompt &prompt,
                                          const std::stop_token &stop) override;

private:
    HttpClient &m_http;
    Clock &m_clock;
    Log &m_log;
};

} // namespace cloudsync
