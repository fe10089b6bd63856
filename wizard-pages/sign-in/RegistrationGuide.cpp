// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/RegistrationGuide.h"

#include "wizard-pages/widgets/CopyRow.h"
#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace cloudsync {

RegistrationGuide::RegistrationGuide(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_show(new QCheckBox(tr("S&how how to get an application id"), this)),
      m_body(new QWidget(this)), m_steps(textLabel({}, m_body)), m_permissions(new QPlainTextEdit(m_body))
{
    m_permissions->setReadOnly(true);
    m_permissions->setTabChangesFocus(true);
    m_permissions->setAccessibleName(tr("Permissions of the app registration"));
    m_consent = new QLineEdit(m_body);
    m_consentRow = copyRow(m_consent, tr("Address for the administrator's consent"), m_body);

    auto *inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(fontMetrics().averageCharWidth() * 3, 0, 0, 0);
    inner->addWidget(m_steps);
    inner->addWidget(m_permissions);
    inner->addWidget(textLabel(tr("Then let a Global Administrator open this address once and accept. The page it ends "
                                  "on at http://localhost cannot be shown; that is in order."),
                               m_body));
    inner->addWidget(m_consentRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_show);
    column->addWidget(m_body);
    m_body->hide();
    connect(m_show, &QCheckBox::toggled, m_body, &QWidget::setVisible);
}

void RegistrationGuide::refresh()
{
    setVisible(!m_model->hasBuiltInClient());
    const bool application = m_model->signIn().method == SignInMethod::Certificate;
    QStringList steps{
        tr("1. In the Microsoft Entra admin centre, open App registrations and choose New registration: accounts in this "
           "directory only."),
    };
    if (application) {
        steps.append(tr("2. Under Certificates and secrets, upload the certificate (without its key) of the file below."));
        steps.append(tr("3. Under API permissions, add these application permissions of Microsoft Graph:"));
    } else {
        steps.append(tr("2. Under Authentication, add the platform Mobile and desktop applications with the redirect "
                        "address http://localhost, and allow public client flows for the sign-in with a code."));
        steps.append(tr("3. Under API permissions, add these delegated permissions of Microsoft Graph:"));
    }
    m_steps->setText(steps.join(u'\n'));
    const QStringList permissions = m_model->permissions();
    m_permissions->setPlainText(permissions.join(u'\n'));
    const int lines = qBound(2, int(permissions.size()), 12);
    m_permissions->setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * (m_permissions->frameWidth() + 6));
    const QUrl consent = m_model->adminConsentUrl();
    setTextIfChanged(m_consent, consent.isEmpty() ? tr("Enter tenant and application id first.")
                                                  : QString::fromUtf8(consent.toEncoded()));
    m_consent->setCursorPosition(0);
    m_consentRow->setEnabled(!consent.isEmpty());
}

} // namespace cloudsync
