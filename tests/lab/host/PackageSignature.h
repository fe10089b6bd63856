// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

#include <QString>

namespace cloudsync {

/// Verifies the detached CMS signature FILE.p7s of a stand-in package against one authority, by OpenSSL. The real host does the
/// same with WinVerifyTrust.
void verifyPackageSignature(const QString &package, const QString &authorityFile, PackageFacts &facts);

} // namespace cloudsync
