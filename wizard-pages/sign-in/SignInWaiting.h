// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/sign-in/SignInModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cloudsync {

/// What a person needs while a sign-in waits for them: the address, the code in large letters, the time it is still
/// good for.
class SignInWaiting : public QWidget
{
    Q_OBJECT

public:
    explicit SignInWaiting(SignInModel *model, QWidget *parent = nullptr);
    void refresh();

private:
    SignInModel *m_model;
    QLabel *m_instruction;
    QLineEdit *m_code;
    QWidget *m_codeRow;
    QLineEdit *m_url;
    QWidget *m_urlRow;
    QLabel *m_timeLeft;
    QPushButton *m_cancel;
};

} // namespace cloudsync
