// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/prerequisites/PrerequisitesModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace cloudsync {

class FindingsList;

class PrerequisitesPage : public SetupPage
{
    Q_OBJECT

public:
    explicit PrerequisitesPage(PrerequisitesModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    PrerequisitesModel *m_model;
    FindingsList *m_findings;
    QLabel *m_summary;
    QPushButton *m_again;
    QCheckBox *m_accept;
};

} // namespace cloudsync
