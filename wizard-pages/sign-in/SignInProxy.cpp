// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInProxy.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/SecretEdit.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cloudsync {

SignInProxy::SignInProxy(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_show(new QCheckBox(tr("Set the &proxy"), this)), m_body(new QWidget(this)),
      m_address(new QLineEdit(m_body)), m_user(new QLineEdit(m_body)), m_password(new SecretEdit(m_body))
{
    m_address->setPlaceholderText(tr("http://host:port"));
    auto *form = new QFormLayout(m_body);
    form->setContentsMargins(fontMetrics().averageCharWidth() * 3, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(textLabel(tr("Empty: as the system is set, with its automatic configuration (PAC). The word none: no proxy. "
                              "The agent's service has a setting of its own and cannot sign in to a proxy."),
                           m_body));
    form->addRow(fieldLabel(tr("A&ddress:"), m_address, m_body), m_address);
    form->addRow(fieldLabel(tr("&User at the proxy:"), m_user, m_body), m_user);
    form->addRow(fieldLabel(tr("Passw&ord:"), m_password, m_body), m_password);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_show);
    column->addWidget(m_body);
    m_body->hide();
    connect(m_show, &QCheckBox::toggled, m_body, &QWidget::setVisible);
    connect(m_address, &QLineEdit::textEdited, model, [this] { m_model->setProxy(m_address->text().trimmed()); });
    connect(m_user, &QLineEdit::textEdited, model, [this] { m_model->setProxyUser(m_user->text().trimmed()); });
    connect(m_password, &SecretEdit::typed, model, [this](const Secret &typed) { m_model->setProxyPassword(typed); });
}

void SignInProxy::refresh()
{
    setTextIfChanged(m_address, m_model->proxy());
    setTextIfChanged(m_user, m_model->proxyUser());
    m_password->setPlaceholderText(m_model->hasProxyPassword() ? tr("given already") : QString());
    if (!m_show->isChecked() && (m_model->proxyAsks() || !m_model->proxy().isEmpty()))
        m_show->setChecked(true);
}

} // namespace cloudsync
