// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/FindingsList.h"

#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

enum Column { TitleColumn, StateColumn, EvidenceColumn };
constexpr int idRole = Qt::UserRole;

} // namespace

FindingsList::FindingsList(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_tree(new QTreeWidget(this)), m_details(valueLabel({}, {}, this)),
      m_repair(new QCheckBox(tr("&Mend this during the set-up"), this))
{
    giveRowsAir(m_tree);
    m_tree->setAccessibleName(accessibleName);
    m_tree->setHeaderLabels({tr("Looked at"), tr("Result"), tr("Found")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setMinimumHeight(fontMetrics().height() * 9);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_details);
    column->addWidget(m_repair);
    m_details->setMinimumHeight(fontMetrics().height() * 4);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_repair->hide();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &FindingsList::showDetails);
    connect(m_repair, &QCheckBox::clicked, this, [this](bool agreed) {
        if (const Row *row = current())
            Q_EMIT repairToggled(row->id, agreed);
    });
}

void FindingsList::setRows(const QVector<Row> &rows)
{
    if (rows == m_rows)
        return;
    const QString chosen =
        m_tree->currentItem() ? m_tree->currentItem()->data(TitleColumn, idRole).toString() : QString();
    m_rows = rows;
    m_tree->clear();
    QTreeWidgetItem *group = nullptr;
    QTreeWidgetItem *choose = nullptr;
    QTreeWidgetItem *worst = nullptr;
    Mark worstMark = Mark::Ok;
    for (const Row &row : m_rows) {
        if (!group || group->text(TitleColumn) != row.group) {
            group = new QTreeWidgetItem(m_tree, {row.group}); // the tree owns its items
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            group->setFont(TitleColumn, bold);
            group->setExpanded(true);
        }
        const QString result = row.repairAgreed       ? tr("will be mended")
                               : row.mark == Mark::Ok ? tr("good")
                                                      : markText(row.mark);
        auto *item = new QTreeWidgetItem(group, {row.title, result, row.evidence});
        item->setIcon(TitleColumn, markIcon(row.mark));
        item->setToolTip(TitleColumn, row.title);
        item->setData(TitleColumn, idRole, row.id);
        item->setData(TitleColumn, Qt::AccessibleTextRole, tr("%1, %2").arg(row.title, result));
        if (row.id == chosen)
            choose = item;
        if (int(row.mark) > int(worstMark) || !worst) {
            worst = item;
            worstMark = row.mark;
        }
    }
    m_tree->expandAll();
    m_tree->resizeColumnToContents(TitleColumn);
    m_tree->resizeColumnToContents(StateColumn);
    m_tree->setColumnWidth(TitleColumn, qMin(m_tree->columnWidth(TitleColumn), fontMetrics().averageCharWidth() * 44));
    if (choose || worst)
        m_tree->setCurrentItem(choose ? choose : worst);
    showDetails();
}

const FindingsList::Row *FindingsList::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return nullptr;
    const QString id = item->data(TitleColumn, idRole).toString();
    for (const Row &row : m_rows) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

void FindingsList::showDetails()
{
    const Row *row = current();
    QStringList text;
    if (row) {
        text.append(row->evidence.isEmpty() ? row->title : tr("%1: %2").arg(row->title, row->evidence));
        if (!row->cause.isEmpty())
            text.append(row->cause);
        if (!row->remedy.isEmpty())
            text.append(row->remedy);
    }
    m_details->setText(text.join(QLatin1Char('\n')));
    m_repair->setVisible(row && row->canRepair);
    m_repair->setChecked(row && row->repairAgreed);
}

} // namespace cloudsync
