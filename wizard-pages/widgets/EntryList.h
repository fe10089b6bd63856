// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cloudsync {

class ChipList;

/// A field with an Add button and the entries so far as chips. Return in the field adds.
class EntryList : public QWidget
{
    Q_OBJECT

public:
    EntryList(const QString &accessibleName, const QString &emptyText, QWidget *parent = nullptr);
    void setValues(const QStringList &values);
    /// Says what is wrong with a text that is about to be added; empty when nothing is.
    void setProblemOf(std::function<QString(const QString &)> problemOf) { m_problemOf = std::move(problemOf); }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void valuesEdited(const QStringList &values);

private:
    void add();
    QLineEdit *m_edit;
    QPushButton *m_add;
    QLabel *m_problem;
    ChipList *m_chips;
    std::function<QString(const QString &)> m_problemOf;
};

} // namespace cloudsync
