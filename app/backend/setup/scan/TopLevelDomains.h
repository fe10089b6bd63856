// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cloudsync {

/// Whether the last label of a DNS name is a top-level domain of the Internet. `domain` in any case, Unicode or xn--.
[[nodiscard]] bool hasPublicTopLevelDomain(const QString &domain);

} // namespace cloudsync
