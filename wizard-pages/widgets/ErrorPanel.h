// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/widgets/Mark.h"

#include <QFrame>

class QLabel;

namespace cloudsync {

/// Tells what went wrong and what to do, within the page. Hidden while there is nothing to tell. Plain text only.
class ErrorPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);
    /// Shows the texts; all empty hides the panel. A change is announced to screen readers.
    void show(const QString &title, const QString &happened, const QString &next, Mark mark = Mark::Error);
    [[nodiscard]] QString text() const;

private:
    MarkLabel *m_mark;
    QLabel *m_title;
    QLabel *m_happened;
    QLabel *m_next;
};

} // namespace cloudsync
