// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

namespace cloudsync {

/// What to do next where the other side's own code in `detail` tells more than ours: AADSTS numbers of a sign-in, codes of the
/// provisioning service for a quarantined job, codes of the agent's installer. Empty when nothing more is known.
[[nodiscard]] QString hintFor(const Error &error);

/// Every code that a hint is known for, for tests: AADSTS numbers as "AADSTS50076", others as they stand in the details.
[[nodiscard]] QStringList hintedCodes();

} // namespace cloudsync
