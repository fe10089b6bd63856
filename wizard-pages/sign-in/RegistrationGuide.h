// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/sign-in/SignInModel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace cloudsync {

/// How to come by an application id: what to register, with what, and the address for the administrator's consent.
/// Folded away until it is asked for.
class RegistrationGuide : public QWidget
{
    Q_OBJECT

public:
    explicit RegistrationGuide(SignInModel *model, QWidget *parent = nullptr);
    void refresh();

private:
    SignInModel *m_model;
    QCheckBox *m_show;
    QWidget *m_body;
    QLabel *m_steps;
    QPlainTextEdit *m_permissions;
    QLineEdit *m_consent;
    QWidget *m_consentRow;
};

} // namespace cloudsync
