// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/ScannedObject.h"

namespace cloudsync {

/// True for what never synchronises: critical system objects and the losers of a replication conflict (graph.md 7.4,
/// operations.md 5), accounts that a trust duplicated.
[[nodiscard]] bool neverSynchronises(const ScannedObject &object);

/// True for the accounts of services and of Exchange itself, whose data nobody mends (idfix-rules.md section 3). Names
/// that merely begin like theirs ("Guest House", "Iwamoto") do not count.
[[nodiscard]] bool isServiceObject(const ScannedObject &object);

} // namespace cloudsync
