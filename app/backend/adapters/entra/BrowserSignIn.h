// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/AuthorizationRequest.h"
#include "backend/adapters/entra/OpenIdConfiguration.h"

#include <functional>

namespace cloudsync {

/// Looks at tokens before the person is told that the sign-in succeeded.
using AcceptTokens = std::function<Result<void>(const TokenAnswer &tokens)>;

/// Authorization code with PKCE through the system's browser (RFC 7636, RFC 8252). Blocks the caller; the listener and
/// Qt Network Authorization work on a thread of their own, on which `prompt` and `accept` are called too. TimedOut when
/// the person has not come back within `limit`.
[[nodiscard]] Result<TokenAnswer> requestTokensByBrowser(EntraChannel &channel, const AuthorizationRequest &request,
                                                         const AcceptTokens &accept, SignInPrompt &prompt,
                                                         const std::stop_token &stop,
                                                         std::chrono::seconds limit = std::chrono::minutes(15));

} // namespace cloudsync
