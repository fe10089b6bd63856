// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/EntryList.h"

#include "wizard-pages/widgets/ChipList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

/// Return adds the entry here instead of pressing the wizard's Next button; an empty field lets it pass.
class AddingEdit : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        const bool consume = enter && !text().trimmed().isEmpty();
        QLineEdit::keyPressEvent(event);
        if (consume)
            event->accept();
    }
};

} // namespace

EntryList::EntryList(const QString &accessibleName, const QString &emptyText, QWidget *parent)
    : QWidget(parent), m_edit(new AddingEdit(this)), m_add(new QPushButton(tr("Add"), this)),
      m_problem(noteLabel({}, this)), m_chips(new ChipList(emptyText, this))
{
    m_edit->setAccessibleName(accessibleName);
    m_add->setAccessibleName(tr("Add to: %1").arg(accessibleName));
    m_add->setAutoDefault(false);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_chips);
    setFocusProxy(m_edit);

    connect(m_add, &QPushButton::clicked, this, &EntryList::add);
    connect(m_edit, &QLineEdit::returnPressed, this, &EntryList::add);
    connect(m_edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_chips, &ChipList::removeRequested, this, [this](const QString &value) {
        QStringList values = m_chips->values();
        values.removeAll(value);
        m_chips->setValues(values);
        Q_EMIT valuesEdited(values);
    });
}

void EntryList::setValues(const QStringList &values)
{
    m_chips->setValues(values);
}

void EntryList::add()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    if (const QString problem = m_problemOf ? m_problemOf(text) : QString(); !problem.isEmpty()) {
        m_problem->setText(problem);
        m_problem->show();
        return;
    }
    m_edit->clear();
    QStringList values = m_chips->values();
    if (values.contains(text, Qt::CaseInsensitive))
        return;
    values.append(text);
    m_chips->setValues(values);
    Q_EMIT valuesEdited(values);
}

} // namespace cloudsync
