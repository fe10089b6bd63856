// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInPage.h"

#include "wizard-pages/sign-in/RegistrationGuide.h"
#include "wizard-pages/sign-in/SignInProxy.h"
#include "wizard-pages/sign-in/SignInWaiting.h"
#include "wizard-pages/widgets/FactList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

namespace {

QString methodName(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Browser:
        return SignInPage::tr("In the browser on this machine");
    case SignInMethod::DeviceCode:
        return SignInPage::tr("With a code on any device");
    case SignInMethod::Certificate:
        return SignInPage::tr("As an application, with a certificate");
    }
    return {};
}

QString cloudName(const QString &name)
{
    if (name == QLatin1String("global"))
        return SignInPage::tr("Microsoft cloud (worldwide)");
    if (name == QLatin1String("usGov"))
        return SignInPage::tr("US Government");
    if (name == QLatin1String("china"))
        return SignInPage::tr("China, operated by 21Vianet");
    return name;
}

} // namespace

SignInPage::SignInPage(SignInModel *model, QWidget *parent)
    : SetupPage(
          tr("Sign in"),
          tr("Sign in to Microsoft Entra ID with a cloud account that holds the role Hybrid Identity Administrator."),
          parent),
      m_model(model), m_form(new QFormLayout), m_cloud(new QComboBox(this)), m_tenant(new QLineEdit(this)),
      m_clientId(new QLineEdit(this)), m_method(new QComboBox(this)), m_account(new QLineEdit(this)),
      m_certificate(new QLineEdit(this)), m_noBrowser(noteLabel({}, this)), m_guide(new RegistrationGuide(model, this)),
      m_proxy(new SignInProxy(model, this)), m_start(new QPushButton(tr("&Sign in"), this)),
      m_waiting(new SignInWaiting(model, this)), m_result(new FactList(this))
{
    m_tenant->setPlaceholderText(tr("for example contoso.onmicrosoft.com"));
    m_clientId->setPlaceholderText(tr("of the app registration in your tenant"));
    m_account->setPlaceholderText(tr("for example admin@contoso.onmicrosoft.com"));
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(fieldLabel(tr("C&loud:"), m_cloud, this), m_cloud);
    m_form->addRow(fieldLabel(tr("&Tenant:"), m_tenant, this), m_tenant);
    m_form->addRow(fieldLabel(tr("Application &id:"), m_clientId, this), m_clientId);
    m_form->addRow(QString(), m_guide);
    m_form->addRow(fieldLabel(tr("&Method:"), m_method, this), m_method);
    m_form->addRow(QString(), m_noBrowser);
    m_form->addRow(fieldLabel(tr("&Account:"), m_account, this), m_account);
    m_form->addRow(fieldLabel(tr("C&ertificate file:"), m_certificate, this), m_certificate);
    for (SignInMethod method : model->methods())
        m_method->addItem(methodName(method), int(method));
    m_start->setAutoDefault(false);
    m_noBrowser->setText(tr("This build cannot sign in with the browser on this machine: it was made without Qt Network "
                            "Authorization. A code can be entered in any browser instead."));
    content()->addLayout(m_form);
    content()->addWidget(m_proxy);
    content()->addWidget(m_start, 0, Qt::AlignLeft);
    content()->addWidget(m_waiting);
    content()->addWidget(m_result);
    content()->addStretch(1);

    for (QLineEdit *edit : {m_tenant, m_clientId, m_account, m_certificate})
        connect(edit, &QLineEdit::textEdited, this, &SignInPage::store);
    connect(m_method, &QComboBox::activated, this, &SignInPage::store);
    connect(m_cloud, &QComboBox::activated, model, [this] { m_model->setCloud(m_cloud->currentData().toString()); });
    connect(m_start, &QPushButton::clicked, model, &SignInModel::start);
    bind(model);
}

void SignInPage::store()
{
    m_model->setSignIn({m_tenant->text().trimmed(), m_clientId->text().trimmed(),
                        SignInMethod(m_method->currentData().toInt()), m_account->text().trimmed(),
                        m_certificate->text().trimmed()});
}

void SignInPage::refresh()
{
    if (m_cloud->count() != m_model->clouds().size()) {
        m_cloud->clear();
        for (const QString &name : m_model->clouds())
            m_cloud->addItem(cloudName(name), name);
    }
    m_cloud->setCurrentIndex(m_cloud->findData(m_model->cloud()));
    const SignInAnswers now = m_model->signIn();
    const bool certificate = now.method == SignInMethod::Certificate;
    setTextIfChanged(m_tenant, now.tenant);
    setTextIfChanged(m_clientId, now.clientId);
    setTextIfChanged(m_account, now.account);
    setTextIfChanged(m_certificate, now.certificateFile);
    m_proxy->refresh();
    m_guide->refresh();
    m_noBrowser->setVisible(m_model->lacksBrowser());
    m_method->setCurrentIndex(m_method->findData(int(now.method)));
    for (QWidget *only : {static_cast<QWidget *>(m_account), m_form->labelForField(m_account)})
        only->setVisible(!certificate);
    for (QWidget *only : {static_cast<QWidget *>(m_certificate), m_form->labelForField(m_certificate)})
        only->setVisible(certificate);
    m_start->setEnabled(m_model->isComplete() && !m_model->isRunning());
    m_waiting->refresh();
    QVector<FactList::Fact> rows;
    if (const auto &found = m_model->result()) {
        rows.append({tr("Tenant"), tr("%1 (%2)").arg(found->tenantName, found->tenantId), Mark::Ok});
        rows.append({tr("Signed in as"), found->account, Mark::Ok});
        rows.append(
            {tr("Role"), found->isApplication ? tr("application") : found->roles.join(QLatin1String(", ")), Mark::Ok});
        rows.append({tr("Verified domains"), found->verifiedDomains.join(QLatin1String(", ")), Mark::Info});
        rows.append({tr("Licence P1 or P2"), found->hasPremiumLicense ? tr("present") : tr("not found"),
                     found->hasPremiumLicense ? Mark::Ok : Mark::Info});
    }
    m_result->setFacts(rows);
}

} // namespace cloudsync
