// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/mappings/MappingsPage.h"

#include "wizard-pages/mappings/MappingForm.h"
#include "wizard-pages/mappings/TryOutRow.h"
#include "wizard-pages/widgets/DomainPicker.h"
#include "wizard-pages/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cloudsync {

MappingsPage::MappingsPage(MappingsModel *model, QWidget *parent)
    : SetupPage(tr("Mappings"),
                tr("The service maps the usual attributes by itself. List here only what should be different."),
                parent),
      m_model(model), m_domain(new DomainPicker(this)), m_table(new QTreeWidget(this)),
      m_remove(new QPushButton(tr("Remo&ve"), this)), m_form(new MappingForm(this)), m_tryOut(new TryOutRow(this)),
      m_search(new QLineEdit(this)), m_defaults(new QTreeWidget(this)), m_defaultsArea(new QWidget(this))
{
    content()->addWidget(m_domain);
    addTable();
    addForm();
    addDefaults();
    content()->addStretch(0);
    connect(m_domain, &DomainPicker::chosen, model, &MappingsModel::setDomain);
    bind(model);
}

void MappingsPage::addTable()
{
    auto *hire = new QPushButton(tr("Add &hire date"), this);
    auto *leave = new QPushButton(tr("Add &leave date"), this);
    giveRowsAir(m_table);
    m_table->setAccessibleName(tr("Mappings that differ from the default"));
    m_table->setHeaderLabels(
        {tr("Object"), tr("Attribute in the cloud"), tr("Comes from"), tr("Value"), tr("Applied")});
    m_table->setRootIsDecorated(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(fontMetrics().height() * 7);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {hire, leave, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    content()->addWidget(m_table, 1);
    content()->addLayout(buttons);
    connect(hire, &QPushButton::clicked, m_model, &MappingsModel::addHireDate);
    connect(leave, &QPushButton::clicked, m_model, &MappingsModel::addLeaveDate);
    connect(m_remove, &QPushButton::clicked, m_model,
            [this] { m_model->removeAt(m_table->indexOfTopLevelItem(m_table->currentItem())); });
    connect(m_table, &QTreeWidget::currentItemChanged, this, &MappingsPage::showChosen);
}

void MappingsPage::addForm()
{
    auto *put = new QPushButton(tr("Put in the l&ist"), this);
    put->setAutoDefault(false);
    content()->addWidget(groupLabel(tr("Add or change a mapping"), this));
    content()->addWidget(m_form);
    content()->addWidget(put, 0, Qt::AlignLeft);
    content()->addWidget(m_tryOut);
    connect(m_form, &MappingForm::edited, this, [this] { m_form->setHint(MappingsModel::hintFor(m_form->mapping())); });
    connect(m_tryOut, &TryOutRow::asked, m_model,
            [this](const QString &example) { m_model->tryOut(m_form->mapping(), example); });
    connect(put, &QPushButton::clicked, m_model, [this] {
        if (m_model->put(m_form->mapping()))
            m_form->setMapping({});
    });
}

void MappingsPage::addDefaults()
{
    giveRowsAir(m_defaults);
    m_defaults->setAccessibleName(tr("Mappings in the tenant"));
    m_defaults->setHeaderLabels({tr("Object"), tr("Attribute in the cloud"), tr("Value")});
    m_defaults->setRootIsDecorated(false);
    m_defaults->setTabKeyNavigation(false);
    m_defaults->setMinimumHeight(fontMetrics().height() * 8);
    auto *row = new QHBoxLayout;
    row->addWidget(fieldLabel(tr("&Search the mappings in the tenant:"), m_search, m_defaultsArea));
    row->addWidget(m_search, 1);
    auto *column = new QVBoxLayout(m_defaultsArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_defaults);
    content()->addWidget(m_defaultsArea);
    connect(m_search, &QLineEdit::textChanged, this, &MappingsPage::filterDefaults);
}

void MappingsPage::showChosen()
{
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    const auto mappings = m_model->mappings();
    m_remove->setEnabled(row >= 0);
    if (row >= 0 && row < mappings.size())
        m_form->setMapping(mappings.at(row));
}

void MappingsPage::filterDefaults()
{
    for (int i = 0; i < m_defaults->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_defaults->topLevelItem(i);
        const QString whole = item->text(1) + QLatin1Char(' ') + item->text(2);
        item->setHidden(!whole.contains(m_search->text(), Qt::CaseInsensitive));
    }
}

void MappingsPage::showDefaults()
{
    m_defaultsArea->setHidden(m_model->defaults().isEmpty());
    if (m_defaults->topLevelItemCount() == m_model->defaults().size())
        return;
    m_defaults->clear();
    for (const auto &mapping : m_model->defaults())
        new QTreeWidgetItem(m_defaults, {mapping.object, mapping.target, mapping.source}); // owned by the list
    m_defaults->resizeColumnToContents(1);
    filterDefaults();
}

void MappingsPage::refresh()
{
    m_domain->show(m_model->domains(), m_model->domain());
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    for (const AttributeMappingAnswers &mapping : m_model->mappings()) {
        const QString from = mapping.remove ? tr("taken out") : MappingForm::kindName(mapping.kind);
        new QTreeWidgetItem(m_table, {mapping.object, mapping.target, from, mapping.source,
                                      MappingForm::flowName(mapping.flow)}); // owned by the list
    }
    for (int column : {0, 1, 2})
        m_table->resizeColumnToContents(column);
    m_remove->setEnabled(m_table->currentItem());
    m_tryOut->setHidden(!m_model->canTry());
    m_tryOut->setAnswer(m_model->trial());
    showDefaults();
}

} // namespace cloudsync
