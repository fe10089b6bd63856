// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/OpenIdConfiguration.h"

namespace cloudsync {

/// Device authorization grant (RFC 8628): shows a code through `prompt` and asks until the person has entered it, has
/// declined (SignInDeclined) or the code has expired (SignInExpired).
[[nodiscard]] Result<TokenAnswer> requestTokensByDeviceCode(EntraChannel &channel,
                                                            const OpenIdConfiguration &configuration,
                                                            const SignInRequest &request, SignInPrompt &prompt,
                                                            const std::stop_token &stop);

} // namespace cloudsync
