// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/directories/DirectoriesModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QPushButton;

namespace cloudsync {

class CredentialForm;
class DomainList;
class EntryList;
class FactList;
class FindingsList;

class DirectoriesPage : public SetupPage
{
    Q_OBJECT

public:
    explicit DirectoriesPage(DirectoriesModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void showChosen();
    void store();
    DirectoriesModel *m_model;
    QString m_shown; ///< domain whose settings stand in the form
    DomainList *m_list;
    CredentialForm *m_form;
    EntryList *m_preferred;
    FactList *m_facts;
    FindingsList *m_findings;
    QPushButton *m_test;
    QPushButton *m_remove;
};

} // namespace cloudsync
