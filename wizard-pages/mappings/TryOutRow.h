// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace cloudsync {

/// Asks the tenant what it makes of the expression in the form, and shows the answer.
class TryOutRow : public QWidget
{
    Q_OBJECT

public:
    explicit TryOutRow(QWidget *parent = nullptr);
    void setAnswer(const QString &answer);

Q_SIGNALS:
    /// `example`: sign-in name, account name or common name of an object; empty: none.
    void asked(const QString &example);

private:
    QLineEdit *m_example;
    QLabel *m_answer;
};

} // namespace cloudsync
