// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/extension/ExtensionModel.h"
#include "wizard-pages/widgets/SetupPage.h"

namespace cloudsync {

class ChoiceCard;

class ExtensionPage : public SetupPage
{
    Q_OBJECT

public:
    explicit ExtensionPage(ExtensionModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    ExtensionModel *m_model;
    ChoiceCard *m_cloudSync;
    ChoiceCard *m_applications;
};

} // namespace cloudsync
