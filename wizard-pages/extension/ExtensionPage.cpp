// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/extension/ExtensionPage.h"

#include "wizard-pages/widgets/ChoiceCard.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace cloudsync {

ExtensionPage::ExtensionPage(ExtensionModel *model, QWidget *parent)
    : SetupPage(tr("Extension"), tr("The same agent serves different purposes; this decides what is set up next."),
                parent),
      m_model(model)
{
    auto *group = new QButtonGroup(this);
    m_cloudSync = new ChoiceCard(tr("&Cloud Sync and HR-driven provisioning"),
                                 tr("Users, groups and contacts of Active Directory appear in Microsoft Entra ID; "
                                    "people from Workday or SuccessFactors can be "
                                    "provisioned to Active Directory. A service account, directories and a "
                                    "synchronisation are set up on the next pages."),
                                 group, this);
    m_applications =
        new ChoiceCard(tr("On-premises &applications"),
                       tr("Microsoft Entra ID provisions users into applications in your network through the ECMA "
                          "host. No service account and no "
                          "directory is needed; each application is configured in the admin centre afterwards."),
                       group, this);
    content()->addWidget(m_cloudSync);
    content()->addWidget(m_applications);
    content()->addStretch(1);
    connect(m_cloudSync, &ChoiceCard::chosen, model, [model] { model->setExtension(Extension::CloudSync); });
    connect(m_applications, &ChoiceCard::chosen, model,
            [model] { model->setExtension(Extension::OnPremisesApplications); });
    bind(model);
}

void ExtensionPage::refresh()
{
    m_cloudSync->setChosen(m_model->extension() == Extension::CloudSync);
    m_applications->setChosen(m_model->extension() == Extension::OnPremisesApplications);
}

} // namespace cloudsync
