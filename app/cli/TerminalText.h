// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cloudsync {

/// Text from outside on one line of a terminal: control characters could move the cursor or recolour it, and are left out.
[[nodiscard]] QString terminalText(const QString &text);

} // namespace cloudsync
