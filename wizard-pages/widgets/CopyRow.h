// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace cloudsync {

/// A row with a text that is there to be taken elsewhere: `edit`, made read-only and named for who cannot see it, and a
/// button that puts it on the clipboard and says so.
[[nodiscard]] QWidget *copyRow(QLineEdit *edit, const QString &accessibleName, QWidget *parent);

} // namespace cloudsync
