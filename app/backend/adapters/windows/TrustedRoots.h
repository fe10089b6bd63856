// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/x509.h>

namespace cloudsync::windows {

/// Adds the certificate authorities that this computer trusts (the system store ROOT, group policy and enterprise included) and the
/// intermediate ones it knows (CA) to an OpenSSL store. False when the system's store cannot be read.
[[nodiscard]] bool addTrustedRoots(X509_STORE *store);

} // namespace cloudsync::windows
