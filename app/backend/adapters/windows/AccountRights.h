// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

namespace cloudsync::windows {

/// Gives an account (DOMAIN\name) the right "Log on as a service" on this computer; nothing changes where it has it. ServiceFailed.
[[nodiscard]] Result<void> allowLogOnAsService(const QString &account);

} // namespace cloudsync::windows
