// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/Meter.h"

#include "wizard-pages/widgets/Labels.h"

#include <QGridLayout>
#include <QLocale>
#include <QProgressBar>

namespace cloudsync {

Meter::Meter(const QString &name, qint64 limit, QWidget *parent)
    : QWidget(parent), m_name(name), m_limit(limit), m_bar(new QProgressBar(this)), m_text(new QLabel(this)),
      m_mark(new MarkLabel(Mark::None, this))
{
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(name);
    auto *nameLabel = new QLabel(name, this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(nameLabel, 0, 0);
    grid->addWidget(m_text, 0, 1, Qt::AlignRight);
    grid->addWidget(m_mark, 0, 2);
    grid->addWidget(m_bar, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    setValue(-1);
}

void Meter::setValue(qint64 value)
{
    const QLocale locale;
    if (value < 0) {
        m_bar->setValue(0);
        m_text->setText(tr("not counted yet"));
        m_mark->setMark(Mark::None);
    } else {
        m_bar->setValue(int(qMin<qint64>(1000, m_limit > 0 ? value * 1000 / m_limit : 0)));
        const QString numbers = tr("%1 of %2").arg(locale.toString(value), locale.toString(m_limit));
        m_text->setText(value > m_limit ? tr("%1, too many").arg(numbers) : numbers);
        m_mark->setMark(value > m_limit ? Mark::Error : Mark::Ok);
    }
    m_bar->setAccessibleDescription(m_text->text());
}

} // namespace cloudsync
