// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/ChoiceCard.h"

#include "wizard-pages/widgets/Labels.h"

#include <QButtonGroup>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace cloudsync {

ChoiceCard::ChoiceCard(const QString &title, const QString &description, QButtonGroup *group, QWidget *parent)
    : QFrame(parent), m_button(new QRadioButton(title, this)), m_description(textLabel(description, this))
{
    scaleFont(m_button, 1.0, true);
    group->addButton(m_button);
    m_button->setAccessibleDescription(description);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_button);
    auto *indented = new QHBoxLayout;
    indented->addSpacing(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                         style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    indented->addWidget(m_description, 1);
    column->addLayout(indented);
    column->addStretch(1); // cards side by side are equally tall; their texts begin at the same height
    connect(m_button, &QRadioButton::clicked, this, &ChoiceCard::chosen);
    connect(m_button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
}

bool ChoiceCard::isChosen() const
{
    return m_button->isChecked();
}

void ChoiceCard::setChosen(bool chosen)
{
    if (m_button->isChecked() == chosen)
        return;
    if (chosen) {
        m_button->setChecked(true);
        return;
    }
    // An exclusive group does not let its checked button go.
    QButtonGroup *group = m_button->group();
    group->setExclusive(false);
    m_button->setChecked(false);
    group->setExclusive(true);
}

void ChoiceCard::setDescription(const QString &description)
{
    m_description->setText(description);
    m_button->setAccessibleDescription(description);
}

// The style derives its frames from the window's colour, which vanishes on dark palettes; text and background never do.
void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = isChosen() ? 2.0 : 1.0;
    QColor line = palette().color(isChosen() ? QPalette::Highlight : QPalette::Text);
    if (!isChosen())
        line.setAlphaF(0.35F);
    painter.setPen(QPen(line, width));
    const qreal inset = width / 2;
    const qreal radius = fontMetrics().height() / 4.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void ChoiceCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_button->isEnabled())
        m_button->click();
    QFrame::mouseReleaseEvent(event);
}

} // namespace cloudsync
