// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/service-account/ServiceAccountPage.h"

#include "wizard-pages/service-account/PermissionPanel.h"
#include "wizard-pages/widgets/ChoiceCard.h"
#include "wizard-pages/widgets/CredentialForm.h"
#include "wizard-pages/widgets/EntryList.h"
#include "wizard-pages/widgets/FindingsList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

ServiceAccountPage::ServiceAccountPage(ServiceAccountModel *model, QWidget *parent)
    : SetupPage(tr("Service account"),
                tr("The agent runs as a group managed service account: Active Directory keeps its password, no person "
                   "ever does."),
                parent),
      m_model(model), m_credential(new CredentialForm(this)), m_name(new QComboBox(this)),
      m_nameProblem(noteLabel({}, this)), m_look(new QPushButton(tr("Loo&k for accounts"), this)),
      m_hosts(new EntryList(tr("Computers or groups that may use the account"), tr("No host yet."), this)),
      m_permissions(new PermissionPanel(model, this)),
      m_findings(new FindingsList(tr("What was found about the account"), this))
{
    addCredential();
    addAccount();
    content()->addWidget(m_permissions);
    content()->addWidget(m_findings);
    content()->addStretch(1);
    bind(model);
}

void ServiceAccountPage::addCredential()
{
    content()->addWidget(groupLabel(tr("Domain and its administrator"), this));
    content()->addWidget(noteLabel(
        tr("A member of Domain Admins or Enterprise Admins. The credential is used now and never stored."), this));
    content()->addWidget(m_credential);
    connect(m_credential, &CredentialForm::edited, this, &ServiceAccountPage::storeDirectory);
    connect(m_credential, &CredentialForm::passwordTyped, m_model, &ServiceAccountModel::setPassword);
}

void ServiceAccountPage::addAccount()
{
    auto *group = new QButtonGroup(this);
    m_create = new ChoiceCard(
        tr("&Create an account"),
        tr("Makes the account in the container Managed Service Accounts, or takes it over when it is there."), group,
        this);
    m_existing = new ChoiceCard(tr("&Use an existing account"),
                                tr("Leaves the account as it is and adds only the hosts and permissions it lacks."),
                                group, this);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_look->setAutoDefault(false);
    content()->addWidget(groupLabel(tr("Account"), this));
    content()->addWidget(m_create);
    content()->addWidget(m_existing);
    auto *row = new QHBoxLayout;
    row->addWidget(fieldLabel(tr("Account n&ame:"), m_name, this));
    row->addWidget(m_name, 1);
    row->addWidget(m_look);
    content()->addLayout(row);
    content()->addWidget(m_nameProblem);
    content()->addWidget(fieldLabel(tr("&Hosts that may use it:"), m_hosts->edit(), this));
    content()->addWidget(m_hosts);
    connect(m_create, &ChoiceCard::chosen, m_model, [this] { m_model->setMode(ServiceAccountMode::Create); });
    connect(m_existing, &ChoiceCard::chosen, m_model, [this] { m_model->setMode(ServiceAccountMode::Existing); });
    connect(m_name->lineEdit(), &QLineEdit::textEdited, m_model, &ServiceAccountModel::setName);
    connect(m_name, &QComboBox::textActivated, m_model, &ServiceAccountModel::setName);
    connect(m_look, &QPushButton::clicked, m_model, &ServiceAccountModel::listAccounts);
    connect(m_hosts, &EntryList::valuesEdited, m_model, &ServiceAccountModel::setHosts);
}

void ServiceAccountPage::storeDirectory()
{
    const CredentialForm::Values typed = m_credential->values();
    DirectoryAnswers directory;
    directory.domain = typed.domain;
    directory.controllers = typed.controllers;
    directory.caFile = typed.caFile;
    directory.credential.user = typed.user;
    directory.credential.mechanism = typed.simpleBind ? BindMechanism::Simple : BindMechanism::Negotiate;
    m_model->setDirectory(directory);
    // A password typed before the domain had no place to go until now.
    if (m_credential->hasTypedPassword() && !m_model->hasPassword())
        m_model->setPassword(m_credential->password());
}

void ServiceAccountPage::refresh()
{
    const DirectoryAnswers directory = m_model->directory();
    m_credential->setValues({directory.domain, directory.credential.user, directory.controllers, directory.caFile,
                             directory.credential.mechanism == BindMechanism::Simple});
    m_credential->setPasswordHeld(m_model->hasPassword());
    const ServiceAccountAnswers account = m_model->account();
    m_create->setChosen(account.mode == ServiceAccountMode::Create);
    m_existing->setChosen(account.mode == ServiceAccountMode::Existing);
    if (m_name->count() != m_model->accounts().size()) {
        m_name->clear();
        for (const ServiceAccountFacts &known : m_model->accounts())
            m_name->addItem(known.samAccountName);
    }
    setTextIfChanged(m_name->lineEdit(), account.name);
    m_nameProblem->setText(m_model->nameProblem().isEmpty() ? tr("1 to 15 characters, without the dollar sign.")
                                                            : m_model->nameProblem());
    m_hosts->setValues(account.hosts);
    m_permissions->refresh();
    m_look->setEnabled(m_model->hasPassword());
    m_findings->setRows(FindingsList::rowsOf(m_model->findings(), [&](const Finding &) { return directory.domain; }));
    m_findings->setHidden(m_model->findings().isEmpty());
}

} // namespace cloudsync
