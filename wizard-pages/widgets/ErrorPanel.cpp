// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/ErrorPanel.h"

#include "wizard-pages/widgets/Labels.h"

#include <QAccessible>
#include <QGridLayout>

namespace cloudsync {

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent), m_mark(new MarkLabel(Mark::Error, this)), m_title(textLabel({}, this)),
      m_happened(valueLabel({}, {}, this)), m_next(textLabel({}, this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    for (QWidget *part : {static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_title),
                          static_cast<QWidget *>(m_happened), static_cast<QWidget *>(m_next)}) {
        part->setForegroundRole(QPalette::Text);
        part->setBackgroundRole(QPalette::Base);
    }
    scaleFont(m_title, 1.0, true);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_mark, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_happened, 1, 1);
    grid->addWidget(m_next, 2, 1);
    grid->setColumnStretch(1, 1);
    hide();
}

void ErrorPanel::show(const QString &title, const QString &happened, const QString &next, Mark mark)
{
    const QString before = isHidden() ? QString() : text();
    m_mark->setMark(mark);
    m_title->setText(title);
    m_happened->setText(happened);
    m_happened->setHidden(happened.isEmpty());
    m_next->setText(next);
    m_next->setHidden(next.isEmpty());
    const bool empty = title.isEmpty() && happened.isEmpty() && next.isEmpty();
    setHidden(empty);
    if (empty || text() == before)
        return;
    setAccessibleName(text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString ErrorPanel::text() const
{
    QStringList parts;
    for (const QLabel *label : {m_title, m_happened, m_next}) {
        if (!label->text().isEmpty())
            parts.append(label->text());
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace cloudsync
