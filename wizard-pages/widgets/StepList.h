// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/widgets/Mark.h"

#include <QVector>

namespace cloudsync {

/// The wizard's steps with their state, at its left side. Each row reads "Step 3 of 13: Install, done" to a screen
/// reader.
class StepList : public QWidget
{
    Q_OBJECT

public:
    struct Step
    {
        QString title;
        Mark mark = Mark::Todo;
        friend bool operator==(const Step &, const Step &) = default;
    };
    explicit StepList(QWidget *parent = nullptr);
    void setSteps(const QVector<Step> &steps);
    [[nodiscard]] const QVector<Step> &steps() const { return m_steps; }

private:
    QVector<Step> m_steps;
    QWidget *m_body = nullptr;
};

} // namespace cloudsync
