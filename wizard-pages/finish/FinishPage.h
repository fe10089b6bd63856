// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/finish/FinishModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QLabel;
class QPushButton;

namespace cloudsync {

class FactList;
class MarkLabel;
class TestUserPanel;

class FinishPage : public SetupPage
{
    Q_OBJECT

public:
    explicit FinishPage(FinishModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    FinishModel *m_model;
    MarkLabel *m_mark;
    QLabel *m_headline;
    FactList *m_facts;
    QLabel *m_left;
    QLabel *m_next;
    TestUserPanel *m_tryUser;
    QLabel *m_files;
    QPushButton *m_again;
    QPushButton *m_report;
    QPushButton *m_restart;
};

} // namespace cloudsync
