// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/sign-in/SignInModel.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace cloudsync {

class SecretEdit;

/// The way out: the system's proxy, another one, none; and how to sign in to it. Opens by itself when a proxy asks.
class SignInProxy : public QWidget
{
    Q_OBJECT

public:
    explicit SignInProxy(SignInModel *model, QWidget *parent = nullptr);
    void refresh();

private:
    SignInModel *m_model;
    QCheckBox *m_show;
    QWidget *m_body;
    QLineEdit *m_address;
    QLineEdit *m_user;
    SecretEdit *m_password;
};

} // namespace cloudsync
