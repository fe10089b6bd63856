// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/directories/DirectoriesPage.h"

#include "wizard-pages/directories/DomainList.h"
#include "wizard-pages/widgets/CredentialForm.h"
#include "wizard-pages/widgets/EntryList.h"
#include "wizard-pages/widgets/FactList.h"
#include "wizard-pages/widgets/FindingsList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace cloudsync {

DirectoriesPage::DirectoriesPage(DirectoriesModel *model, QWidget *parent)
    : SetupPage(tr("Directories"),
                tr("These Active Directory domains are synchronised. Passwords are used now and never stored."),
                parent),
      m_model(model), m_list(new DomainList(model, this)), m_form(new CredentialForm(this)),
      m_preferred(new EntryList(tr("Preferred domain controllers, in order"),
                                tr("The agent finds its controllers itself."), this)),
      m_facts(new FactList(this)), m_findings(new FindingsList(tr("Readiness of the directories"), this)),
      m_test(new QPushButton(tr("&Test the connection"), this)), m_remove(new QPushButton(tr("Remo&ve"), this))
{
    auto *put = new QPushButton(tr("&Add or change"), this);
    for (QPushButton *button : {put, m_test, m_remove})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(put);
    buttons->addWidget(m_test);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);

    content()->addWidget(m_list);
    content()->addWidget(m_form);
    content()->addLayout(buttons);
    content()->addWidget(fieldLabel(tr("&Preferred domain controllers, in order:"), m_preferred->edit(), this));
    content()->addWidget(m_preferred);
    content()->addWidget(m_facts);
    content()->addWidget(m_findings, 1);
    content()->addStretch(0); // takes the room while there are no findings

    connect(m_list, &QTreeWidget::currentItemChanged, this, &DirectoriesPage::showChosen);
    connect(put, &QPushButton::clicked, this, &DirectoriesPage::store);
    connect(m_test, &QPushButton::clicked, model, [this] { m_model->test(m_list->chosen()); });
    connect(m_remove, &QPushButton::clicked, model, [this] { m_model->remove(m_list->chosen()); });
    connect(m_preferred, &EntryList::valuesEdited, model,
            [this](const QStringList &hosts) { m_model->setPreferredControllers(m_list->chosen(), hosts); });
    bind(model);
}

void DirectoriesPage::store()
{
    const CredentialForm::Values typed = m_form->values();
    DirectoryAnswers directory;
    directory.domain = typed.domain;
    directory.controllers = typed.controllers;
    directory.caFile = typed.caFile;
    directory.credential.user = typed.user;
    directory.credential.mechanism = typed.simpleBind ? BindMechanism::Simple : BindMechanism::Negotiate;
    if (m_model->put(directory, m_form->password())) {
        m_shown = typed.domain;
        m_form->clearPassword();
        m_model->test(directory.domain);
    }
}

void DirectoriesPage::showChosen()
{
    for (const DirectoryAnswers &directory : m_model->directories()) {
        if (directory.domain != m_list->chosen())
            continue;
        m_preferred->setValues(directory.preferredControllers);
        m_form->setPasswordHeld(m_model->hasPassword(directory.domain));
        if (std::exchange(m_shown, m_list->chosen()) == m_list->chosen())
            continue; // what is being typed stays
        m_form->clearPassword();
        m_form->setValues({directory.domain, directory.credential.user, directory.controllers, directory.caFile,
                           directory.credential.mechanism == BindMechanism::Simple});
    }
    QVector<FactList::Fact> rows;
    if (const auto tested = m_model->testedOf(m_list->chosen())) {
        if (!tested->forest.isEmpty())
            rows.append({tr("Forest"), tested->forest, Mark::Info});
        if (!tested->identity.isEmpty())
            rows.append({tr("Signed in as"), tested->identity, Mark::Ok});
        for (const ControllerProbe &controller : tested->controllers) {
            rows.append({controller.uri,
                         controller.reachable ? tr("answers in %1 ms").arg(controller.roundTripMilliseconds)
                                              : tr("does not answer"),
                         controller.reachable ? Mark::Ok : Mark::Warning});
        }
    }
    m_facts->setFacts(rows);
}

void DirectoriesPage::refresh()
{
    m_list->refresh(m_shown);
    m_test->setEnabled(m_list->currentItem() && !m_model->isTesting());
    m_remove->setEnabled(m_list->currentItem());
    m_findings->setRows(FindingsList::rowsOf(
        m_model->findings(), [](const Finding &finding) { return finding.id.section(QLatin1Char('.'), 1, -2); }));
    m_findings->setHidden(m_model->findings().isEmpty());
    showChosen();
}

} // namespace cloudsync
