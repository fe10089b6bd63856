// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::windows {

/// Fills signer, validity and problem from the file's Authenticode signature, as Windows judges it (WinVerifyTrust, revocation of the whole
/// chain included where it can be asked).
void verifySignature(PackageFacts &facts);

/// The file version of a program, "1.1.2505.0"; empty when it has none.
[[nodiscard]] QString fileVersion(const QString &path);

} // namespace cloudsync::windows
