// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/review/ReviewModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace cloudsync {

class ReviewPage : public SetupPage
{
    Q_OBJECT

public:
    explicit ReviewPage(ReviewModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void addStep(const ReviewModel::Step &step);
    void showDetails();
    void save();
    ReviewModel *m_model;
    QLabel *m_summary;
    QTreeWidget *m_steps;
    QLabel *m_details;
    QPushButton *m_save;
};

} // namespace cloudsync
