// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/CredentialForm.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/SecretEdit.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace cloudsync {

CredentialForm::CredentialForm(QWidget *parent)
    : QWidget(parent), m_domain(new QLineEdit(this)), m_user(new QLineEdit(this)), m_password(new SecretEdit(this)),
      m_more(new QCheckBox(tr("Choose the domain controllers and the trusted certificate myself"), this)),
      m_moreFields(new QWidget(this)), m_controllers(new QLineEdit(m_moreFields)),
      m_caFile(new QLineEdit(m_moreFields)),
      m_simple(new QCheckBox(tr("Simple bind over TLS instead of Kerberos"), m_moreFields))
{
    m_domain->setPlaceholderText(tr("for example contoso.com"));
    m_user->setPlaceholderText(tr("for example CONTOSO\\Administrator"));
    m_controllers->setPlaceholderText(tr("for example ldaps://dc1.contoso.com, ldaps://dc2.contoso.com"));
    m_caFile->setPlaceholderText(tr("PEM file; empty: the certificates this system trusts"));

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(fieldLabel(tr("&Domain:"), m_domain, this), m_domain);
    form->addRow(fieldLabel(tr("Adm&inistrator:"), m_user, this), m_user);
    form->addRow(fieldLabel(tr("Pass&word:"), m_password, this), m_password);
    auto *moreForm = new QFormLayout(m_moreFields);
    moreForm->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    moreForm->setContentsMargins(0, 0, 0, 0);
    moreForm->addRow(fieldLabel(tr("C&ontrollers:"), m_controllers, m_moreFields), m_controllers);
    moreForm->addRow(fieldLabel(tr("Ce&rtificate file:"), m_caFile, m_moreFields), m_caFile);
    moreForm->addRow(m_simple);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_more);
    column->addWidget(m_moreFields);
    m_moreFields->hide();

    connect(m_more, &QCheckBox::toggled, m_moreFields, &QWidget::setVisible);
    for (QLineEdit *edit : {m_domain, m_user, m_controllers, m_caFile})
        connect(edit, &QLineEdit::textEdited, this, &CredentialForm::edited);
    connect(m_simple, &QCheckBox::clicked, this, &CredentialForm::edited);
    connect(m_password, &SecretEdit::typed, this, &CredentialForm::passwordTyped);
    setFocusProxy(m_domain);
}

CredentialForm::Values CredentialForm::values() const
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    return {m_domain->text().trimmed(), m_user->text().trimmed(),
            m_controllers->text().split(separators, Qt::SkipEmptyParts), m_caFile->text().trimmed(),
            m_simple->isChecked()};
}

void CredentialForm::setValues(const Values &shown)
{
    if (shown == values())
        return; // what stands there means the same: leave a half-typed separator alone
    setTextIfChanged(m_domain, shown.domain);
    setTextIfChanged(m_user, shown.user);
    setTextIfChanged(m_controllers, shown.controllers.join(QLatin1String(", ")));
    setTextIfChanged(m_caFile, shown.caFile);
    m_simple->setChecked(shown.simpleBind);
    if (!shown.controllers.isEmpty() || !shown.caFile.isEmpty() || shown.simpleBind)
        m_more->setChecked(true);
}

void CredentialForm::setPasswordHeld(bool held)
{
    m_password->setPlaceholderText(held ? tr("given already; type only to replace it") : QString());
}

void CredentialForm::clearPassword()
{
    m_password->clear();
}

Secret CredentialForm::password() const
{
    return m_password->secret();
}

bool CredentialForm::hasTypedPassword() const
{
    return !m_password->text().isEmpty();
}

} // namespace cloudsync
