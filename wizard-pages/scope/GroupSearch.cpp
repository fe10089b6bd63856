// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/scope/GroupSearch.h"

#include "wizard-pages/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

GroupSearch::GroupSearch(ScopeModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_text(new QLineEdit(this)), m_found(new QListWidget(this))
{
    auto *find = new QPushButton(tr("&Find"), this);
    auto *choose = new QPushButton(tr("Put in &scope"), this);
    for (QPushButton *button : {find, choose})
        button->setAutoDefault(false);
    giveRowsAir(m_found);
    m_found->setAccessibleName(tr("Groups found"));
    m_found->setMinimumHeight(fontMetrics().height() * 6);
    auto *search = new QHBoxLayout;
    search->addWidget(fieldLabel(tr("G&roup name contains:"), m_text, this));
    search->addWidget(m_text, 1);
    search->addWidget(find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(search);
    column->addWidget(m_found, 1);
    column->addWidget(choose, 0, Qt::AlignLeft);
    connect(find, &QPushButton::clicked, model, [this] { m_model->searchGroups(m_text->text()); });
    connect(choose, &QPushButton::clicked, this, &GroupSearch::take);
    connect(m_found, &QListWidget::itemActivated, this, &GroupSearch::take);
}

void GroupSearch::take()
{
    if (const QListWidgetItem *item = m_found->currentItem())
        m_model->add(item->data(Qt::UserRole).toString());
}

void GroupSearch::refresh()
{
    QStringList shown;
    for (int i = 0; i < m_found->count(); ++i)
        shown.append(m_found->item(i)->data(Qt::UserRole).toString());
    QStringList found;
    for (const DirectoryNode &group : m_model->foundGroups())
        found.append(group.dn);
    if (shown == found)
        return;
    m_found->clear();
    for (const DirectoryNode &group : m_model->foundGroups()) {
        auto *item = new QListWidgetItem(group.name, m_found); // owned by the list
        item->setData(Qt::UserRole, group.dn);
        item->setToolTip(group.dn);
    }
    if (m_found->count() > 0)
        m_found->setCurrentRow(0);
}

} // namespace cloudsync
