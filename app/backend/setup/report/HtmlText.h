// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace cloudsync {

/// Text as HTML: escaped, without control characters and without marks that turn the direction of what follows.
[[nodiscard]] QString htmlText(const QString &text);
/// The same in an element of its own, so that its writing direction does not touch its surroundings.
[[nodiscard]] QString htmlValue(const QString &text);
/// <ul> of plain texts; empty for an empty list.
[[nodiscard]] QString htmlList(const QStringList &texts);
/// <time> in UTC, or a dash for an invalid one.
[[nodiscard]] QString htmlTime(const QDateTime &time);
/// "0.4 s", "12 s", "2 min 5 s".
[[nodiscard]] QString durationText(qint64 milliseconds);

} // namespace cloudsync
