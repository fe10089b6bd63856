// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/OpenIdConfiguration.h"

namespace cloudsync {

/// Client credentials with a signed assertion (RFC 6749 section 4.4, RFC 7523 section 2.2): signs in as the
/// application. The certificate file is read for every token, so that a renewed certificate is taken up.
[[nodiscard]] Result<TokenAnswer> requestTokensByCertificate(EntraChannel &channel,
                                                             const OpenIdConfiguration &configuration,
                                                             const SignInRequest &request, const std::stop_token &stop);

} // namespace cloudsync
