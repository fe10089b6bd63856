// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/review/ReviewPage.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Mark.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWizard>

namespace cloudsync {

namespace {

enum Column { TitleColumn, StateColumn, UndoColumn };
constexpr int detailsRole = Qt::UserRole;

Mark markOf(ReviewModel::State state)
{
    switch (state) {
    case ReviewModel::State::Missing:
    case ReviewModel::State::ToUndo:
        return Mark::Current;
    case ReviewModel::State::Satisfied:
        return Mark::Ok;
    case ReviewModel::State::Conflict:
        return Mark::Error;
    }
    return Mark::None;
}

QString textOf(ReviewModel::State state)
{
    switch (state) {
    case ReviewModel::State::Missing:
        return ReviewPage::tr("will be done");
    case ReviewModel::State::ToUndo:
        return ReviewPage::tr("will be taken back");
    case ReviewModel::State::Satisfied:
        return ReviewPage::tr("in place already");
    case ReviewModel::State::Conflict:
        return ReviewPage::tr("cannot be done");
    }
    return {};
}

} // namespace

ReviewPage::ReviewPage(ReviewModel *model, QWidget *parent)
    : SetupPage(tr("Review"), tr("This is everything that will be done. Nothing has been changed so far."), parent),
      m_model(model), m_summary(textLabel({}, this)), m_steps(new QTreeWidget(this)),
      m_details(valueLabel({}, {}, this)), m_save(new QPushButton(tr("&Save as answer file"), this))
{
    scaleFont(m_summary, 1.0, true);
    giveRowsAir(m_steps);
    m_steps->setAccessibleName(tr("Steps of the plan"));
    m_steps->setHeaderLabels({tr("Step"), tr("State"), tr("Can be undone")});
    m_steps->setTabKeyNavigation(false);
    m_steps->setMinimumHeight(fontMetrics().height() * 12);
    m_steps->header()->setStretchLastSection(false);
    m_steps->header()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    m_steps->header()->setSectionResizeMode(StateColumn, QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(UndoColumn, QHeaderView::ResizeToContents);
    m_details->setMinimumHeight(fontMetrics().height() * 3);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_save->setAutoDefault(false);
    content()->addWidget(m_summary);
    content()->addWidget(m_steps, 1);
    content()->addWidget(m_details);
    content()->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_steps, &QTreeWidget::currentItemChanged, this, &ReviewPage::showDetails);
    connect(m_save, &QPushButton::clicked, this, &ReviewPage::save);
    setCommitPage(true);
    bind(model);
}

void ReviewPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save as answer file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Answer files (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, m_model, &ReviewModel::saveAnswers);
    dialog->open();
}

void ReviewPage::addStep(const ReviewModel::Step &step)
{
    QTreeWidgetItem *group = nullptr;
    for (int i = 0; i < m_steps->topLevelItemCount(); ++i) {
        if (m_steps->topLevelItem(i)->text(TitleColumn) == step.section)
            group = m_steps->topLevelItem(i);
    }
    if (!group) {
        group = new QTreeWidgetItem(m_steps, {step.section}); // owned by the list
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        group->setFont(TitleColumn, bold);
        group->setFirstColumnSpanned(true);
        group->setExpanded(true);
    }
    auto *item = new QTreeWidgetItem(
        group, {step.title, textOf(step.state), step.reversible ? tr("yes") : tr("no")}); // owned by its group
    item->setIcon(TitleColumn, markIcon(markOf(step.state)));
    QStringList details{step.title + QLatin1Char('.')};
    if (!step.conflict.title.isEmpty())
        details.append({step.conflict.happened, step.conflict.next});
    if (!step.reversible)
        details.append(step.irreversibleBecause);
    if (!step.neededRight.isEmpty())
        details.append(tr("Needed right: %1").arg(step.neededRight));
    item->setData(TitleColumn, detailsRole, details.join(QLatin1Char('\n')));
    for (const QString &change : step.changes) {
        auto *line = new QTreeWidgetItem(item, {change}); // owned by its step
        line->setFirstColumnSpanned(true);
        line->setToolTip(TitleColumn, change);
        line->setData(TitleColumn, detailsRole, change);
    }
    item->setExpanded(step.state != ReviewModel::State::Satisfied && step.changes.size() <= 6);
}

void ReviewPage::showDetails()
{
    const QTreeWidgetItem *item = m_steps->currentItem();
    m_details->setText(item ? item->data(TitleColumn, detailsRole).toString() : QString());
}

void ReviewPage::refresh()
{
    setSentence(m_model->isUndo()
                    ? tr("This is what will be taken back, newest first. Nothing has been changed so far.")
                    : tr("This is everything that will be done. Nothing has been changed so far."));
    m_summary->setText(m_model->summary());
    setButtonText(QWizard::CommitButton, m_model->applyText());
    m_save->setVisible(!m_model->isUndo());
    m_steps->clear();
    for (const ReviewModel::Step &step : m_model->steps())
        addStep(step);
    if (m_steps->topLevelItemCount() > 0)
        m_steps->setCurrentItem(m_steps->topLevelItem(0)->child(0));
}

} // namespace cloudsync
