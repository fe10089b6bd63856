// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/progress/ProgressPage.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Mark.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

enum Column { TitleColumn, StateColumn, TimeColumn };

Mark markOf(const ProgressModel::Step &step)
{
    if (!step.outcome)
        return step.running ? Mark::Busy : Mark::Todo;
    switch (*step.outcome) {
    case StepOutcome::Applied:
    case StepOutcome::AlreadyThere:
        return Mark::Ok;
    case StepOutcome::Failed:
        return Mark::Error;
    case StepOutcome::Undone:
        return Mark::Info;
    case StepOutcome::LeftBehind:
        return Mark::Warning;
    case StepOutcome::Skipped:
        return Mark::Skipped;
    }
    return Mark::None;
}

} // namespace

ProgressPage::ProgressPage(ProgressModel *model, QWidget *parent)
    : SetupPage(tr("Progress"), tr("The plan is being carried out. The window may stay open in the background."),
                parent),
      m_model(model), m_bar(new QProgressBar(this)), m_steps(new QTreeWidget(this)), m_outcome(textLabel({}, this)),
      m_log(valueLabel({}, {}, this)), m_question(new QFrame(this)),
      m_stop(new QPushButton(tr("&Stop and undo"), m_question)), m_goOn(new QPushButton(tr("&Carry on"), m_question))
{
    m_bar->setAccessibleName(tr("Steps done"));
    scaleFont(m_outcome, 1.0, true);
    giveRowsAir(m_steps);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setHeaderLabels({tr("Step"), tr("State"), tr("Time")});
    m_steps->setRootIsDecorated(false);
    m_steps->setTabKeyNavigation(false);
    m_steps->setMinimumHeight(fontMetrics().height() * 12);
    m_steps->header()->setStretchLastSection(false);
    m_steps->header()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    m_steps->header()->setSectionResizeMode(StateColumn, QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(TimeColumn, QHeaderView::ResizeToContents);
    addQuestion();
    content()->addWidget(m_question);
    content()->addWidget(m_bar);
    content()->addWidget(m_outcome);
    content()->addWidget(m_steps, 1);
    content()->addWidget(m_log);
    bind(model);
}

void ProgressPage::addQuestion()
{
    m_question->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(m_question);
    column->addWidget(textLabel(
        tr("Stopping lets the step that runs come to its end, because an installer that is cut off leaves a broken "
           "machine. After that, everything this run did is taken back, newest first."),
        m_question));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_goOn, m_stop}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_question->hide();
    connect(m_goOn, &QPushButton::clicked, m_question, &QWidget::hide);
    connect(m_stop, &QPushButton::clicked, m_model, [this] {
        m_question->hide();
        m_model->stop();
    });
}

bool ProgressPage::askToStop()
{
    if (!m_model->isRunning())
        return false;
    m_question->setVisible(!m_model->stopRequested());
    if (m_question->isVisible())
        m_goOn->setFocus();
    return true;
}

void ProgressPage::showStep(int row, const ProgressModel::Step &step)
{
    QTreeWidgetItem *item = m_steps->topLevelItem(row);
    if (!item)
        item = new QTreeWidgetItem(m_steps); // owned by the list
    const Mark mark = markOf(step);
    QString state = step.outcome ? outcomeText(*step.outcome) : markText(mark);
    if (!step.outcome && step.percent >= 0)
        state = tr("%1 %").arg(step.percent);
    item->setText(TitleColumn, step.title);
    item->setToolTip(TitleColumn, step.message);
    item->setText(StateColumn, state);
    item->setIcon(TitleColumn, markIcon(mark));
    item->setText(TimeColumn, step.outcome
                                  ? tr("%1 s").arg(QLocale().toString(double(step.milliseconds) / 1000.0, 'f', 1))
                                  : QString());
    if (step.running)
        m_steps->scrollToItem(item);
}

void ProgressPage::refresh()
{
    const auto &steps = m_model->steps();
    while (m_steps->topLevelItemCount() > steps.size())
        delete m_steps->takeTopLevelItem(m_steps->topLevelItemCount() - 1);
    for (int i = 0; i < steps.size(); ++i)
        showStep(i, steps.at(i));
    m_bar->setRange(0, m_model->total());
    m_bar->setValue(m_model->done());
    m_bar->setFormat(tr("%v of %m steps"));
    setSentence(m_model->isComplete()
                    ? tr("This is what was done.")
                    : tr("The plan is being carried out. The window may stay open in the background."));
    m_outcome->setText(m_model->outcomeText());
    m_outcome->setHidden(m_model->outcomeText().isEmpty());
    m_log->setText(m_model->logPath().isEmpty() ? QString() : tr("Log: %1").arg(m_model->logPath()));
    if (!m_model->isRunning())
        m_question->hide();
}

} // namespace cloudsync
