// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/license/LicenseModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QCheckBox;

namespace cloudsync {

class LicensePage : public SetupPage
{
    Q_OBJECT

public:
    explicit LicensePage(LicenseModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    LicenseModel *m_model;
    QCheckBox *m_program;
    QCheckBox *m_agent;
};

} // namespace cloudsync
