// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/scope/ScopePage.h"

#include "wizard-pages/scope/GroupSearch.h"
#include "wizard-pages/widgets/ChipList.h"
#include "wizard-pages/widgets/ChoiceCard.h"
#include "wizard-pages/widgets/DomainPicker.h"
#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Meter.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace cloudsync {

ScopePage::ScopePage(ScopeModel *model, QWidget *parent)
    : SetupPage(
          tr("Scope"),
          tr("Only what is in scope appears in Microsoft Entra ID; taking something out later counts as a deletion."),
          parent),
      m_model(model), m_domain(new DomainPicker(this)), m_tree(new QTreeView(this)),
      m_groupSearch(new GroupSearch(model, this)), m_typing(new QWidget(this)), m_typed(new QLineEdit(m_typing)),
      m_chips(new ChipList(tr("Nothing is chosen yet."), this)), m_counts(textLabel(QString(), this)),
      m_notes(noteLabel(QString(), this)), // no {} among initialisers: lupdate would take it for the body
      m_entriesMeter(new Meter(tr("Entries of one configuration"), ScopeModel::mostEntries, this)),
      m_objectsMeter(new Meter(tr("Objects of one domain"), ScopeModel::largestDirectory, this))
{
    content()->addWidget(m_domain);
    addKinds();
    m_tree->setModel(model->tree());
    m_tree->setHeaderHidden(true);
    giveRowsAir(m_tree);
    m_tree->setAccessibleName(tr("Organizational units of the directory"));
    m_tree->setTabKeyNavigation(false);
    m_tree->setMinimumHeight(fontMetrics().height() * 9);
    content()->addWidget(m_tree, 1);
    content()->addWidget(m_groupSearch, 1);
    addTyped();
    content()->addWidget(m_chips);
    content()->addWidget(m_counts);
    content()->addWidget(m_notes);
    auto *meters = new QHBoxLayout;
    meters->addWidget(m_entriesMeter, 1);
    meters->addSpacing(fontMetrics().averageCharWidth() * 3);
    meters->addWidget(m_objectsMeter, 1);
    content()->addLayout(meters);
    connect(m_domain, &DomainPicker::chosen, model, &ScopeModel::setDomain);
    connect(m_chips, &ChipList::removeRequested, model, &ScopeModel::remove);
    connect(model->tree(), &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &below) {
        if (!below.isValid()) {
            m_tree->expandToDepth(0);
            m_tree->setCurrentIndex(m_model->tree()->index(0, 0));
        }
    });
    bind(model);
}

void ScopePage::addKinds()
{
    auto *group = new QButtonGroup(this);
    const auto card = [&](ScopeKind kind, const QString &title, const QString &text) {
        auto *choice = new ChoiceCard(title, text, group, this);
        connect(choice, &ChoiceCard::chosen, m_model, [this, kind] { m_model->setKind(kind); });
        return choice;
    };
    m_all = card(ScopeKind::All, tr("The &whole domain"), tr("Every user, group and contact."));
    m_units = card(ScopeKind::OrganizationalUnits, tr("Organizational &units"),
                   tr("With everything below them. The usual choice."));
    m_pilot = card(ScopeKind::Groups, tr("&Groups, for a pilot"),
                   tr("Direct members only; groups within groups do not count."));
    auto *row = new QHBoxLayout;
    for (ChoiceCard *choice : {m_all, m_units, m_pilot})
        row->addWidget(choice, 1);
    content()->addLayout(row);
}

void ScopePage::addTyped()
{
    auto *add = new QPushButton(tr("&Add"), m_typing);
    add->setAutoDefault(false);
    m_typed->setPlaceholderText(tr("for example OU=Sales,DC=contoso,DC=com"));
    auto *row = new QHBoxLayout(m_typing);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(fieldLabel(tr("&Distinguished name:"), m_typed, m_typing));
    row->addWidget(m_typed, 1);
    row->addWidget(add);
    content()->addWidget(m_typing);
    connect(add, &QPushButton::clicked, m_model, [this] {
        if (m_model->add(m_typed->text()))
            m_typed->clear();
    });
}

void ScopePage::showCounts()
{
    const QLocale locale;
    const auto &counts = m_model->counts();
    QString text = counts ? tr("In scope: %1 users, %2 groups, %3 contacts")
                                .arg(locale.toString(counts->users + counts->inetOrgPersons),
                                     locale.toString(counts->groups), locale.toString(counts->contacts))
                          : tr("What is in scope has not been counted yet");
    if (const QString samples = m_model->samples(); !samples.isEmpty())
        text += QStringLiteral(", ") + samples;
    m_counts->setText(text + u'.');
    m_notes->setText(m_model->notes().join(u'\n'));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_entriesMeter->setValue(m_model->scope().distinguishedNames.size());
    m_objectsMeter->setValue(counts ? counts->total() : -1);
}

void ScopePage::refresh()
{
    const ScopeAnswers scope = m_model->scope();
    m_domain->show(m_model->domains(), m_model->domain());
    m_all->setChosen(scope.kind == ScopeKind::All);
    m_units->setChosen(scope.kind == ScopeKind::OrganizationalUnits);
    m_pilot->setChosen(scope.kind == ScopeKind::Groups);
    m_tree->setVisible(scope.kind == ScopeKind::OrganizationalUnits);
    m_groupSearch->setVisible(scope.kind == ScopeKind::Groups);
    m_typing->setVisible(scope.kind != ScopeKind::All);
    m_chips->setVisible(scope.kind != ScopeKind::All);
    m_entriesMeter->setVisible(scope.kind != ScopeKind::All);
    m_chips->setValues(scope.distinguishedNames);
    m_groupSearch->refresh();
    showCounts();
}

} // namespace cloudsync
