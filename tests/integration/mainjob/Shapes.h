// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace cloudsync::tests {

/// Compares a document of the command line with the shape that the contract prints for its verb ("check", "plan",
/// "apply", "status", "error"). Every member of the shape must be there and of that type; more members may be. Where
/// the shape has a text with bars
/// ("a|b"), the value must be one of those words. Empty: it fits. Otherwise the JSON pointer and what is wrong there.
[[nodiscard]] QString shapeProblem(const QString &verb, const QJsonObject &document);

} // namespace cloudsync::tests
