// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/start/StartPage.h"

#include "wizard-pages/widgets/ChoiceCard.h"
#include "wizard-pages/widgets/FactList.h"

#include <QButtonGroup>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

StartPage::StartPage(StartModel *model, QWidget *parent)
    : SetupPage(tr("Start"), tr("This is what was found on this machine. Choose what you want to do."), parent),
      m_model(model), m_facts(new FactList(this)),
      m_forget(new QPushButton(tr("&Leave the unfinished run as it is"), this))
{
    content()->addWidget(m_facts);
    auto *group = new QButtonGroup(this);
    const auto card = [&](SetupPath path, const QString &title, const QString &description) {
        auto *choice = new ChoiceCard(title, description, group, this);
        connect(choice, &ChoiceCard::chosen, model, [model, path] { model->choose(path); });
        m_cards.insert(path, choice);
        content()->addWidget(choice);
    };
    card(SetupPath::ContinueRun, tr("&Continue the unfinished run"),
         tr("Every step is looked at first; what is already there is not done again."));
    card(SetupPath::FirstServer, tr("Set up the &first server"),
         tr("Agent, service account, directories and synchronisation, from beginning to end."));
    card(SetupPath::FurtherServer, tr("Add a further &server"),
         tr("Installs the agent here and adds this machine to the existing service account. The synchronisation stays "
            "as it is."));
    card(SetupPath::ChangeConfiguration, tr("Change the s&ynchronisation"),
         tr("Scope, mappings and switches in the tenant. This machine and the directory stay as they are."));
    card(SetupPath::Repair, tr("&Repair this server"),
         tr("Compares agent, service account and permissions with what they should be and puts right what differs."));
    card(SetupPath::LookOnly, tr("Only l&ook"), tr("Shows what runs now. Nothing is changed."));
    card(SetupPath::UndoRun, tr("&Undo the last run"),
         tr("Takes back what that run created, in reverse order, and lists what has to stay."));
    m_forget->setAutoDefault(false);
    content()->addWidget(m_forget, 0, Qt::AlignLeft);
    content()->addStretch(1);
    connect(m_forget, &QPushButton::clicked, model, &StartModel::forgetUnfinished);
    bind(model);
}

void StartPage::refresh()
{
    QVector<FactList::Fact> rows;
    if (const auto &facts = m_model->facts()) {
        const bool installed = facts->agent && facts->agent->installed;
        rows.append({tr("Operating system"), facts->system, facts->isServerSystem ? Mark::Ok : Mark::Warning});
        rows.append({tr("Provisioning agent"), installed ? facts->agent->version : tr("not installed"),
                     installed ? Mark::Ok : Mark::Info});
        if (installed && !facts->serviceState.isEmpty())
            rows.append({tr("Agent's service"), facts->serviceState, facts->serviceRunning ? Mark::Ok : Mark::Warning});
        if (installed && !facts->agent->serviceAccount.isEmpty())
            rows.append({tr("Runs as"), facts->agent->serviceAccount, Mark::Info});
        if (facts->unfinished) {
            rows.append(
                {tr("Unfinished run"),
                 tr("begun %1").arg(QLocale().toString(facts->unfinished->started.toLocalTime(), QLocale::ShortFormat)),
                 Mark::Warning});
        }
    }
    m_facts->setFacts(rows);
    const auto paths = m_model->paths();
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        it.value()->setVisible(paths.contains(it.key()));
        it.value()->setChosen(m_model->isChosen(it.key()));
    }
    m_forget->setVisible(m_model->facts() && m_model->facts()->unfinished);
}

} // namespace cloudsync
