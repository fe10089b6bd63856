// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/start/StartModel.h"
#include "wizard-pages/widgets/SetupPage.h"

#include <QMap>

class QPushButton;

namespace cloudsync {

class ChoiceCard;
class FactList;

class StartPage : public SetupPage
{
    Q_OBJECT

public:
    explicit StartPage(StartModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    StartModel *m_model;
    FactList *m_facts;
    QMap<SetupPath, ChoiceCard *> m_cards;
    QPushButton *m_forget;
};

} // namespace cloudsync
