// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/configuration/ConfigurationModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace cloudsync {

class DomainPicker;
class EntryList;
class ErrorPanel;

class ConfigurationPage : public SetupPage
{
    Q_OBJECT

public:
    explicit ConfigurationPage(ConfigurationModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    using Setter = void (ConfigurationModel::*)(bool);
    QCheckBox *addSwitch(const QString &text, const QString &follows, Setter setter, QLabel **note = nullptr);
    void addNotifications();
    void addThreshold();
    void storeThreshold();
    ConfigurationModel *m_model;
    DomainPicker *m_domain;
    ErrorPanel *m_warnings;
    QCheckBox *m_enable;
    QCheckBox *m_passwordHash;
    QCheckBox *m_exchange;
    QLabel *m_exchangeNote;
    QCheckBox *m_devices;
    QCheckBox *m_notify;
    EntryList *m_recipients;
    QLabel *m_recipientsNote;
    QCheckBox *m_guard;
    QSpinBox *m_threshold;
    QLabel *m_objects;
    QCheckBox *m_writeback;
    QLabel *m_writebackNote;
    QCheckBox *m_unlock;
};

} // namespace cloudsync
