// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/ChipList.h"

#include "wizard-pages/widgets/FlowLayout.h"
#include "wizard-pages/widgets/Labels.h"

#include <QToolButton>

namespace cloudsync {

ChipList::ChipList(QString emptyText, QWidget *parent) : QWidget(parent), m_emptyText(std::move(emptyText))
{
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

void ChipList::setValues(const QStringList &values)
{
    if (values == m_values)
        return;
    m_values = values;
    rebuild();
}

void ChipList::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
    while (QLayoutItem *item = layout()->takeAt(0)) {
        // A chip that was pressed is still on the call stack.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &value : m_values) {
        auto *chip = new QToolButton(this);
        QString shown = value;
        shown.replace(QLatin1Char('&'), QLatin1String("&&"));
        //: A chosen value as a button that removes it; the cross stands for "remove".
        chip->setText(tr("%1  ✕").arg(shown));
        chip->setToolTip(tr("Remove this entry"));
        chip->setAccessibleName(tr("Remove %1").arg(value));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, value] { Q_EMIT removeRequested(value); });
        layout()->addWidget(chip);
        chip->show();
    }
    if (m_values.isEmpty()) {
        QLabel *empty = noteLabel(m_emptyText, this);
        empty->setWordWrap(false);
        layout()->addWidget(empty);
        empty->show();
    } else if (hadFocus) {
        layout()->itemAt(layout()->count() - 1)->widget()->setFocus();
    }
    updateGeometry();
}

} // namespace cloudsync
