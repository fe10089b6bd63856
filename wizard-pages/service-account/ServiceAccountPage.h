// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/service-account/ServiceAccountModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace cloudsync {

class ChoiceCard;
class CredentialForm;
class EntryList;
class FindingsList;
class PermissionPanel;

class ServiceAccountPage : public SetupPage
{
    Q_OBJECT

public:
    explicit ServiceAccountPage(ServiceAccountModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void addCredential();
    void addAccount();
    void storeDirectory();
    ServiceAccountModel *m_model;
    CredentialForm *m_credential;
    ChoiceCard *m_create;
    ChoiceCard *m_existing;
    QComboBox *m_name;
    QLabel *m_nameProblem;
    QPushButton *m_look;
    EntryList *m_hosts;
    PermissionPanel *m_permissions;
    FindingsList *m_findings;
};

} // namespace cloudsync
