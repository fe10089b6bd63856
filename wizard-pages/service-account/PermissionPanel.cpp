// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/service-account/PermissionPanel.h"

#include "wizard-pages/service-account/PermissionWords.h"
#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Mark.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

QString standingText(const PermissionLine &line)
{
    switch (line.standing) {
    case PermissionStanding::Explicit:
        return PermissionPanel::tr("present");
    case PermissionStanding::Wider:
        return PermissionPanel::tr("present in a wider entry");
    case PermissionStanding::Inherited:
        return PermissionPanel::tr("inherited");
    case PermissionStanding::ByGroup:
        return PermissionPanel::tr("through a group");
    case PermissionStanding::Missing:
        return PermissionPanel::tr("will be added");
    case PermissionStanding::Surplus:
        return line.removed ? PermissionPanel::tr("will be removed") : PermissionPanel::tr("surplus, stays");
    }
    return {};
}

} // namespace

PermissionPanel::PermissionPanel(ServiceAccountModel *model, QWidget *parent)
    : QWidget(parent), m_model(model),
      m_restrict(new QCheckBox(tr("Re&strict who may change the account itself"), this)),
      m_exact(new QPushButton(tr("Show the e&xact permissions"), this)), m_lines(new QTreeWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(groupLabel(tr("What the account may do"), this));
    for (int set = int(PermissionSet::BasicRead); set < int(PermissionSet::All); ++set) {
        const PermissionWords words = permissionWords(set);
        auto *box = new QCheckBox(words.name, this);
        box->setAccessibleDescription(words.explanation);
        connect(box, &QCheckBox::clicked, model,
                [model, set](bool on) { model->setPermission(PermissionSet(set), on); });
        m_sets.insert(set, box);
        column->addWidget(box);
        column->addWidget(followsLabel(words.explanation, this));
    }
    column->addWidget(m_restrict);
    column->addWidget(followsLabel(
        tr("Only administrators and the system keep control of the account; inherited rights are cut off."), this));
    m_exact->setAutoDefault(false);
    column->addWidget(m_exact, 0, Qt::AlignLeft);
    giveRowsAir(m_lines);
    m_lines->setAccessibleName(tr("Exact permissions"));
    m_lines->setHeaderLabels({tr("Permission"), tr("Written on"), tr("Entry"), tr("State")});
    m_lines->setRootIsDecorated(false);
    m_lines->setTabKeyNavigation(false);
    m_lines->setMinimumHeight(fontMetrics().height() * 10);
    column->addWidget(m_lines);
    connect(m_restrict, &QCheckBox::clicked, model, &ServiceAccountModel::setRestrict);
    connect(m_exact, &QPushButton::clicked, model, &ServiceAccountModel::readPermissionLines);
}

void PermissionPanel::refresh()
{
    for (auto it = m_sets.cbegin(); it != m_sets.cend(); ++it)
        it.value()->setChecked(m_model->hasPermission(PermissionSet(it.key())));
    m_restrict->setChecked(m_model->account().restrict);
    m_exact->setEnabled(m_model->hasPassword());
    showLines();
}

void PermissionPanel::showLines()
{
    m_lines->setHidden(m_model->permissionLines().isEmpty());
    if (m_lines->topLevelItemCount() == m_model->permissionLines().size())
        return;
    m_lines->clear();
    for (const PermissionLine &line : m_model->permissionLines()) {
        const QString state = standingText(line);
        auto *item = new QTreeWidgetItem(m_lines, {line.words, line.target, line.sddl, state}); // owned by the list
        item->setIcon(0, markIcon(line.present ? Mark::Ok : Mark::Todo));
        for (int column : {0, 1, 2})
            item->setToolTip(column, item->text(column));
    }
    m_lines->setColumnWidth(0, fontMetrics().averageCharWidth() * 50);
}

} // namespace cloudsync
