// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/FinishPage.h"

#include "wizard-pages/finish/TestUserPanel.h"
#include "wizard-pages/widgets/FactList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

Mark markOf(FinishModel::Weight weight)
{
    switch (weight) {
    case FinishModel::Weight::Good:
        return Mark::Ok;
    case FinishModel::Weight::Note:
        return Mark::Info;
    case FinishModel::Weight::Warning:
        return Mark::Warning;
    case FinishModel::Weight::Problem:
        return Mark::Error;
    }
    return Mark::None;
}

QString bullets(const QStringList &lines)
{
    QStringList marked;
    for (const QString &line : lines)
        marked.append(QStringLiteral("•  ") + line);
    return marked.join(QLatin1Char('\n'));
}

} // namespace

FinishPage::FinishPage(FinishModel *model, QWidget *parent)
    : SetupPage(tr("Finish"), tr("This is what the systems report now, after the run."), parent), m_model(model),
      m_mark(new MarkLabel(Mark::None, this)), m_headline(textLabel({}, this)), m_facts(new FactList(this)),
      m_left(valueLabel({}, {}, this)), m_next(textLabel({}, this)),
      m_tryUser(new TestUserPanel(model->testUser(), this)), m_files(valueLabel({}, {}, this)),
      m_again(new QPushButton(tr("&Look again"), this)), m_report(new QPushButton(tr("&Open the report"), this)),
      m_restart(new QPushButton(tr("&Restart this server now"), this))
{
    scaleFont(m_headline, 1.15, true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_mark);
    head->addWidget(m_headline, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_restart, m_report, m_again}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    content()->addLayout(head);
    content()->addWidget(m_facts);
    content()->addWidget(m_left);
    content()->addWidget(m_next);
    content()->addLayout(buttons);
    content()->addWidget(m_tryUser);
    content()->addWidget(m_files);
    content()->addStretch(1);
    connect(m_again, &QPushButton::clicked, model, &FinishModel::readAgain);
    connect(m_restart, &QPushButton::clicked, model, &FinishModel::restart);
    connect(m_report, &QPushButton::clicked, model, &FinishModel::writeReport);
    connect(model, &FinishModel::reportWritten, this, [this](const QString &path) {
        m_files->setText(tr("Report: %1").arg(path));
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
    setFinalPage(true);
    bind(model);
}

void FinishPage::refresh()
{
    m_headline->setText(m_model->headline());
    m_mark->setMark(m_model->isReading() ? Mark::Busy : m_model->isVerified() ? Mark::Ok : Mark::Info);
    QVector<FactList::Fact> rows;
    for (const FinishModel::Fact &fact : m_model->facts())
        rows.append({fact.name, fact.value, markOf(fact.weight)});
    m_facts->setFacts(rows);
    const QStringList left = m_model->leftBehind();
    m_left->setText(left.isEmpty() ? QString() : tr("Left behind:") + QLatin1Char('\n') + bullets(left));
    m_left->setHidden(left.isEmpty());
    const QStringList next = m_model->nextSteps();
    m_next->setText(next.isEmpty() ? QString() : tr("What to do next:") + QLatin1Char('\n') + bullets(next));
    m_next->setHidden(next.isEmpty());
    m_tryUser->setHidden(!m_model->canTryUser());
    m_report->setVisible(m_model->canReport());
    m_restart->setVisible(m_model->canRestart());
    m_again->setEnabled(!m_model->isReading());
    if (m_files->text().isEmpty() && !m_model->logPath().isEmpty())
        m_files->setText(tr("Log: %1").arg(m_model->logPath()));
}

} // namespace cloudsync
