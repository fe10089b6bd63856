// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/license/LicensePage.h"

#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace cloudsync {

LicensePage::LicensePage(LicenseModel *model, QWidget *parent)
    : SetupPage(tr("Licence"),
                tr("This program is free software; the agent that it sets up comes under the terms of its vendor."),
                parent),
      m_model(model), m_program(new QCheckBox(tr("I accept the &licence of this program"), this)),
      m_agent(new QCheckBox(tr("I have read and accept the vendor's &terms for the Microsoft Entra provisioning agent"),
                            this))
{
    auto *text = new QPlainTextEdit(LicenseModel::licenseText(), this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Text of the licence"));
    auto *terms = new QPushButton(tr("&Open the vendor's admin centre"), this);
    terms->setAutoDefault(false);
    terms->setToolTip(tr("Opens entra.microsoft.com in the browser."));

    content()->addWidget(m_program);
    content()->addWidget(m_agent);
    content()->addWidget(noteLabel(
        tr("The vendor shows its terms in the Microsoft Entra admin centre when the agent is downloaded."), this));
    content()->addWidget(terms, 0, Qt::AlignLeft);
    content()->addWidget(text, 1);
    setTabOrder(m_program, m_agent);
    setTabOrder(m_agent, terms);
    setTabOrder(terms, text);

    connect(m_program, &QCheckBox::clicked, model, &LicenseModel::acceptProgram);
    connect(m_agent, &QCheckBox::clicked, model, &LicenseModel::acceptAgentTerms);
    connect(terms, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl(QStringLiteral("https://entra.microsoft.com/"))); });
    bind(model);
}

void LicensePage::refresh()
{
    m_program->setChecked(m_model->programAccepted());
    m_agent->setChecked(m_model->agentTermsAccepted());
}

} // namespace cloudsync
