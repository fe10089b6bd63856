// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace cloudsync {

/// The section of a report that shows what the last scan of the data found: counts, and findings by rule with a bar each. `scan` is
/// what Backend keeps of a scan: {"written","inScope","rules","severities","errors","warnings","notes","notChecked","seconds"}. Empty for an
/// empty one.
[[nodiscard]] QString readinessSection(const QJsonObject &scan);

} // namespace cloudsync
