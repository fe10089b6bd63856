// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/StepList.h"

#include "wizard-pages/widgets/Labels.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace cloudsync {

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setForegroundRole(QPalette::Text);
    setAccessibleName(tr("Steps"));
    new QVBoxLayout(this);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StepList::setSteps(const QVector<Step> &steps)
{
    if (m_body && steps == m_steps)
        return;
    m_steps = steps;
    delete m_body;
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    int widest = 0;
    for (const Step &step : m_steps) {
        auto *mark = new MarkLabel(Mark::None, m_body);
        mark->setMark(step.mark);
        auto *title = new QLabel(m_body);
        title->setTextFormat(Qt::PlainText);
        title->setText(step.title);
        for (QWidget *part : {static_cast<QWidget *>(mark), static_cast<QWidget *>(title)}) {
            part->setForegroundRole(QPalette::Text);
            part->setBackgroundRole(QPalette::AlternateBase);
        }
        QFont bold = title->font();
        bold.setWeight(QFont::DemiBold);
        widest = qMax(widest, QFontMetrics(bold).horizontalAdvance(step.title));
        if (step.mark == Mark::Current)
            title->setFont(bold);
        title->setAccessibleName(
            tr("Step %1 of %2: %3, %4").arg(row + 1).arg(m_steps.size()).arg(step.title, markText(step.mark)));
        grid->addWidget(mark, row, 0);
        grid->addWidget(title, row, 1);
        ++row;
    }
    grid->setRowStretch(row, 1);
    grid->setColumnMinimumWidth(1, widest + fontMetrics().averageCharWidth()); // the current step is bold: no jumping
    layout()->addWidget(m_body);
}

} // namespace cloudsync
