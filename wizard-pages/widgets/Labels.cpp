// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/Labels.h"

#include <QAbstractItemView>
#include <QStyle>
#include <QStyledItemDelegate>

namespace cloudsync {

namespace {

class AiryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + option.fontMetrics.averageCharWidth(), size.height() + option.fontMetrics.height() / 3};
    }
};

} // namespace

QLabel *textLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QLabel *noteLabel(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, parent);
    scaleFont(label, 0.92);
    return label;
}

QLabel *followsLabel(const QString &text, QWidget *parent)
{
    QLabel *label = noteLabel(text, parent);
    const QStyle *style = label->style();
    const int indent =
        style->pixelMetric(QStyle::PM_IndicatorWidth) + style->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
    label->setContentsMargins(indent, 0, 0, label->fontMetrics().height() / 2);
    return label;
}

void giveRowsAir(QAbstractItemView *view)
{
    view->setItemDelegate(new AiryDelegate(view)); // owned by the view
}

QLabel *valueLabel(const QString &text, const QString &accessibleName, QWidget *parent)
{
    QLabel *label = textLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(accessibleName);
    return label;
}

QLabel *groupLabel(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, parent);
    scaleFont(label, 1.05, true);
    return label;
}

QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

void scaleFont(QWidget *widget, qreal factor, bool bold)
{
    QFont font = widget->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (bold)
        font.setWeight(QFont::DemiBold);
    widget->setFont(font);
}

} // namespace cloudsync
