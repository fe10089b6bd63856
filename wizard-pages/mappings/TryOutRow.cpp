// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/mappings/TryOutRow.h"

#include "wizard-pages/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

TryOutRow::TryOutRow(QWidget *parent)
    : QWidget(parent), m_example(new QLineEdit(this)), m_answer(valueLabel({}, tr("Result of the expression"), this))
{
    auto *ask = new QPushButton(tr("Tr&y in the tenant"), this);
    ask->setAutoDefault(false);
    m_example->setPlaceholderText(tr("sign-in name; may be left empty"));
    auto *row = new QHBoxLayout;
    row->addWidget(ask);
    row->addWidget(fieldLabel(tr("with e&xample user:"), m_example, this));
    row->addWidget(m_example, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_answer);
    setAnswer({});
    connect(ask, &QPushButton::clicked, this, [this] { Q_EMIT asked(m_example->text()); });
}

void TryOutRow::setAnswer(const QString &answer)
{
    m_answer->setText(answer);
    m_answer->setHidden(answer.isEmpty());
}

} // namespace cloudsync
