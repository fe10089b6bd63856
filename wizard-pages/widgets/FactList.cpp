// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/FactList.h"

#include "wizard-pages/widgets/Labels.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace cloudsync {

FactList::FactList(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
}

void FactList::setFacts(const QVector<Fact> &facts)
{
    if (m_body && facts == m_facts)
        return;
    m_facts = facts;
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const Fact &fact : m_facts) {
        if (fact.mark != Mark::None) {
            auto *mark = new MarkLabel(Mark::None, m_body);
            mark->setMark(fact.mark);
            grid->addWidget(mark, row, 0, Qt::AlignTop);
        }
        auto *name = new QLabel(m_body);
        name->setTextFormat(Qt::PlainText);
        name->setText(fact.name);
        grid->addWidget(name, row, 1, Qt::AlignTop);
        //: A fact as a screen reader says it: name, value.
        QLabel *value = valueLabel(fact.value, tr("%1: %2").arg(fact.name, fact.value), m_body);
        grid->addWidget(value, row, 2, Qt::AlignTop);
        ++row;
    }
    layout()->addWidget(m_body);
    setHidden(m_facts.isEmpty());
}

} // namespace cloudsync
