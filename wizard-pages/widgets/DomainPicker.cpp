// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/DomainPicker.h"

#include "wizard-pages/widgets/Labels.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace cloudsync {

DomainPicker::DomainPicker(QWidget *parent) : QWidget(parent), m_box(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(fieldLabel(tr("D&omain:"), m_box, this));
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &QComboBox::textActivated, this, &DomainPicker::chosen);
    hide();
}

void DomainPicker::show(const QStringList &domains, const QString &current)
{
    QStringList shown;
    for (int i = 0; i < m_box->count(); ++i)
        shown.append(m_box->itemText(i));
    if (shown != domains) {
        m_box->clear();
        m_box->addItems(domains);
    }
    m_box->setCurrentText(current);
    setVisible(domains.size() > 1);
}

} // namespace cloudsync
