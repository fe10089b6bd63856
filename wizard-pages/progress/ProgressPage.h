// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/progress/ProgressModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace cloudsync {

class ProgressPage : public SetupPage
{
    Q_OBJECT

public:
    explicit ProgressPage(ProgressModel *model, QWidget *parent = nullptr);

    /// Shows what stopping means and asks. Returns false when there is nothing to stop.
    bool askToStop();

protected:
    void refresh() override;

private:
    void addQuestion();
    void showStep(int row, const ProgressModel::Step &step);
    ProgressModel *m_model;
    QProgressBar *m_bar;
    QTreeWidget *m_steps;
    QLabel *m_outcome;
    QLabel *m_log;
    QFrame *m_question;
    QPushButton *m_stop;
    QPushButton *m_goOn;
};

} // namespace cloudsync
