// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/sign-in/SignInModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cloudsync {

class FactList;
class RegistrationGuide;
class SignInProxy;
class SignInWaiting;

class SignInPage : public SetupPage
{
    Q_OBJECT

public:
    explicit SignInPage(SignInModel *model, QWidget *parent = nullptr);

    /// Back: a sign-in that still waits is over.
    void cleanupPage() override { m_model->cancel(); }

protected:
    void refresh() override;

private:
    void store();
    SignInModel *m_model;
    QFormLayout *m_form;
    QComboBox *m_cloud;
    QLineEdit *m_tenant;
    QLineEdit *m_clientId;
    QComboBox *m_method;
    QLineEdit *m_account;
    QLineEdit *m_certificate;
    QLabel *m_noBrowser;
    RegistrationGuide *m_guide;
    SignInProxy *m_proxy;
    QPushButton *m_start;
    SignInWaiting *m_waiting;
    FactList *m_result;
};

} // namespace cloudsync
