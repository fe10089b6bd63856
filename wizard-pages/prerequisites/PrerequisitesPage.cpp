// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/prerequisites/PrerequisitesPage.h"

#include "wizard-pages/widgets/FindingsList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

QString groupName(const Finding &finding)
{
    if (finding.section == QLatin1String("server"))
        return PrerequisitesPage::tr("This server and its network");
    if (finding.section == QLatin1String("directory"))
        return PrerequisitesPage::tr("Directory");
    return PrerequisitesPage::tr("Tenant");
}

} // namespace

PrerequisitesPage::PrerequisitesPage(PrerequisitesModel *model, QWidget *parent)
    : SetupPage(tr("Prerequisites"),
                tr("Everything that commonly stands in the way is looked at before anything is changed."), parent),
      m_model(model), m_findings(new FindingsList(tr("Findings"), this)), m_summary(textLabel({}, this)),
      m_again(new QPushButton(tr("Check a&gain"), this)),
      m_accept(new QCheckBox(tr("I kno&w of these problems and go on"), this))
{
    m_again->setAutoDefault(false);
    content()->addWidget(m_findings, 1);
    content()->addWidget(m_summary);
    content()->addWidget(m_accept);
    content()->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, model, &PrerequisitesModel::checkAgain);
    connect(m_accept, &QCheckBox::clicked, model, &PrerequisitesModel::acceptErrors);
    connect(m_findings, &FindingsList::repairToggled, model, &PrerequisitesModel::setRepair);
    bind(model);
}

void PrerequisitesPage::refresh()
{
    m_findings->setRows(FindingsList::rowsOf(m_model->findings(), groupName, m_model->repairs()));
    m_again->setEnabled(!m_model->isRunning());
    const int errors = m_model->openErrors();
    const bool waits = m_model->isRunning();
    if (waits)
        m_summary->clear();
    else if (m_model->cannotBeServer())
        m_summary->setText(tr(
            "This machine cannot carry the agent. The directory and the tenant can be set up from here; the agent is "
            "then installed on a Windows server."));
    else if (errors > 0)
        m_summary->setText(tr("Problems that should be mended first: %1.").arg(errors));
    else
        m_summary->setText(tr("Nothing stands in the way."));
    m_accept->setText(m_model->cannotBeServer() ? tr("Set &up only the directory and the tenant from this machine")
                                                : tr("I kno&w of these problems and go on"));
    m_accept->setVisible(!waits && (errors > 0 || m_model->cannotBeServer()));
    m_accept->setChecked(m_model->errorsAccepted());
}

} // namespace cloudsync
