// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/install/InstallModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QLabel;
class QLineEdit;

namespace cloudsync {

class FactList;

class InstallPage : public SetupPage
{
    Q_OBJECT

public:
    explicit InstallPage(InstallModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void choose();
    InstallModel *m_model;
    QLineEdit *m_path;
    FactList *m_facts;
    QLabel *m_note;
};

} // namespace cloudsync
