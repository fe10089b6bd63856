// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/configuration/ConfigurationPage.h"

#include "wizard-pages/widgets/DomainPicker.h"
#include "wizard-pages/widgets/EntryList.h"
#include "wizard-pages/widgets/ErrorPanel.h"
#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace cloudsync {

ConfigurationPage::ConfigurationPage(ConfigurationModel *model, QWidget *parent)
    : SetupPage(tr("Configuration"),
                tr("These switches decide what the synchronisation of a domain does, and what stops it."), parent),
      m_model(model), m_domain(new DomainPicker(this)), m_warnings(new ErrorPanel(this))
{
    content()->addWidget(m_domain);
    content()->addWidget(m_warnings);
    m_passwordHash = addSwitch(tr("Synchronise password &hashes"),
                               tr("People sign in to the cloud with their Active Directory password. Only a hash of "
                                  "the hash leaves the domain."),
                               &ConfigurationModel::setPasswordHashSync);
    m_exchange = addSwitch(tr("Write &Exchange attributes back"), {}, &ConfigurationModel::setExchangeHybridWriteback,
                           &m_exchangeNote);
    m_devices = addSwitch(tr("Synchronise computers as de&vices"),
                          tr("For hybrid joined devices. The forest needs a connection point that names this tenant; "
                             "Prerequisites look for it."),
                          &ConfigurationModel::setDeviceSync);
    addNotifications();
    addThreshold();
    m_writeback = addSwitch(tr("Write pass&words back"), {}, nullptr, &m_writebackNote);
    m_unlock = addSwitch(tr("Let people &unlock their account"),
                         tr("Without setting a new password. Needs password writeback."), nullptr);
    m_enable = addSwitch(tr("Start the &synchronisation"),
                         tr("The first cycle begins at once. Without this the jobs are set up and stay paused."),
                         &ConfigurationModel::setEnabled);
    content()->addStretch(1);

    connect(m_domain, &DomainPicker::chosen, model, &ConfigurationModel::setDomain);
    for (QCheckBox *box : {m_writeback, m_unlock})
        connect(box, &QCheckBox::clicked, model, [this] {
            m_model->setPasswordWriteback({m_writeback->isChecked(), m_unlock->isChecked()});
        });
    bind(model);
}

QCheckBox *ConfigurationPage::addSwitch(const QString &text, const QString &follows, Setter setter, QLabel **note)
{
    auto *box = new QCheckBox(text, this);
    if (setter)
        connect(box, &QCheckBox::clicked, m_model, setter);
    box->setAccessibleDescription(follows);
    QLabel *label = followsLabel(follows, this);
    content()->addWidget(box);
    content()->addWidget(label);
    if (note)
        *note = label;
    return box;
}

void ConfigurationPage::addNotifications()
{
    m_notify = addSwitch(tr("Send noti&fications"),
                         tr("The service writes to these addresses when a job is stopped or unhealthy."), nullptr);
    m_recipients = new EntryList(tr("Addresses that are notified"), tr("No address yet."), this);
    m_recipients->setProblemOf([](const QString &address) {
        return address.contains(QLatin1Char('@')) ? QString()
                                                  : tr("Write a whole mail address, for example it@contoso.com.");
    });
    m_recipientsNote = noteLabel({}, this);
    content()->addWidget(fieldLabel(tr("&Addresses:"), m_recipients->edit(), this));
    content()->addWidget(m_recipients);
    content()->addWidget(m_recipientsNote);
    connect(m_notify, &QCheckBox::clicked, this, [this](bool on) {
        m_model->setNotifications({on, m_model->configuration().notifications.value_or(NotificationAnswers{}).recipients});
    });
    connect(m_recipients, &EntryList::valuesEdited, this,
            [this](const QStringList &values) { m_model->setNotifications({true, values}); });
}

void ConfigurationPage::addThreshold()
{
    m_guard = addSwitch(tr("Stop when too many objects would be &deleted"),
                        tr("Above the threshold the job goes into quarantine and waits for a decision."), nullptr);
    m_threshold = new QSpinBox(this);
    m_threshold->setRange(1, std::numeric_limits<int>::max());
    m_objects = noteLabel({}, this);
    auto *row = new QHBoxLayout;
    row->addWidget(fieldLabel(tr("&Threshold:"), m_threshold, this));
    row->addWidget(m_threshold);
    row->addWidget(m_objects, 1);
    content()->addLayout(row);
    connect(m_guard, &QCheckBox::clicked, this, &ConfigurationPage::storeThreshold);
    connect(m_threshold, &QSpinBox::editingFinished, this, &ConfigurationPage::storeThreshold);
}

void ConfigurationPage::storeThreshold()
{
    m_model->setAccidentalDeletion({m_guard->isChecked(), m_threshold->value()});
}

void ConfigurationPage::refresh()
{
    const ConfigurationAnswers now = m_model->configuration();
    m_domain->show(m_model->domains(), m_model->domain());
    m_warnings->show({}, m_model->warnings().join(QLatin1Char('\n')), {}, Mark::Warning);
    m_passwordHash->setChecked(now.passwordHashSync.value_or(false));
    const bool canExchange = m_model->hasExchangeSchema() != false;
    m_exchange->setChecked(now.exchangeHybridWriteback.value_or(false));
    m_exchange->setEnabled(canExchange);
    m_devices->setChecked(now.deviceSync.value_or(false));
    m_exchangeNote->setText(
        canExchange
            ? tr("For a hybrid Exchange: attributes that Exchange Online changes come back to Active Directory.")
            : tr("Not possible: the schema of this directory was never extended for Exchange."));
    const auto notifications = now.notifications.value_or(NotificationAnswers{});
    m_notify->setChecked(notifications.enabled);
    m_recipients->setValues(notifications.recipients);
    m_recipientsNote->setText(m_model->recipientsProblem());
    m_recipientsNote->setHidden(m_model->recipientsProblem().isEmpty());
    const auto deletion =
        now.accidentalDeletion.value_or(AccidentalDeletionAnswers{false, AccidentalDeletionAnswers{}.threshold});
    m_guard->setChecked(deletion.enabled);
    if (!m_threshold->hasFocus())
        m_threshold->setValue(deletion.threshold);
    m_threshold->setEnabled(deletion.enabled);
    m_objects->setText(m_model->objectsInScope()
                           ? tr("%1 objects are in scope now.").arg(QLocale().toString(*m_model->objectsInScope()))
                           : tr("The objects in scope have not been counted."));
    const QString obstacle = m_model->passwordWritebackObstacle();
    m_writeback->setChecked(m_model->passwordWriteback().enabled);
    m_writeback->setEnabled(obstacle.isEmpty() || m_model->passwordWriteback().enabled);
    m_writebackNote->setText(obstacle.isEmpty()
                                 ? tr("Passwords that people reset in the cloud are set in Active Directory too.")
                                 : obstacle);
    m_unlock->setChecked(m_model->passwordWriteback().accountUnlock);
    m_unlock->setEnabled(m_model->passwordWriteback().enabled);
    m_enable->setChecked(now.enable.value_or(false));
}

} // namespace cloudsync
