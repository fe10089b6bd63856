// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace cloudsync {

/// The section of a report that shows how things stand at the time of the report: agents, configurations with their jobs, what differs
/// from the answers. `status` is the document of the verb status (command-line contract). Empty for an empty one.
[[nodiscard]] QString stateSection(const QJsonObject &status);

} // namespace cloudsync
