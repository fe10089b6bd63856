// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/widgets/Mark.h"

class QLabel;
class QProgressBar;

namespace cloudsync {

/// How much of a limit is used: name, bar, and both numbers in words. Says so in words and with a mark when it is too
/// much.
class Meter : public QWidget
{
    Q_OBJECT

public:
    Meter(const QString &name, qint64 limit, QWidget *parent = nullptr);
    /// Negative: not known yet.
    void setValue(qint64 value);

private:
    QString m_name;
    qint64 m_limit;
    QProgressBar *m_bar;
    QLabel *m_text;
    MarkLabel *m_mark;
};

} // namespace cloudsync
