// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/JournalRecord.h"

namespace cloudsync::test {

/// A run of twelve steps in three sections that ended well.
[[nodiscard]] JournalRecord goodRun();
/// The same, but a step failed and something had to stay.
[[nodiscard]] JournalRecord failedRun();

} // namespace cloudsync::test
