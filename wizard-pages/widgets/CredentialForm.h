// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Secret.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace cloudsync {

class SecretEdit;

/// Which domain, and with whose credential it is opened. The less common settings stand behind a box.
class CredentialForm : public QWidget
{
    Q_OBJECT

public:
    struct Values
    {
        QString domain;
        QString user;
        QStringList controllers; ///< URIs
        QString caFile;
        bool simpleBind = false;
        friend bool operator==(const Values &, const Values &) = default;
    };
    explicit CredentialForm(QWidget *parent = nullptr);
    [[nodiscard]] Values values() const;
    void setValues(const Values &values);
    /// Tells that a password is held already, so that the field may stay empty.
    void setPasswordHeld(bool held);
    void clearPassword();
    [[nodiscard]] Secret password() const;
    [[nodiscard]] bool hasTypedPassword() const;
    [[nodiscard]] QLineEdit *domainEdit() const { return m_domain; }

Q_SIGNALS:
    void edited();
    void passwordTyped(const cloudsync::Secret &password);

private:
    QLineEdit *m_domain;
    QLineEdit *m_user;
    SecretEdit *m_password;
    QCheckBox *m_more;
    QWidget *m_moreFields;
    QLineEdit *m_controllers;
    QLineEdit *m_caFile;
    QCheckBox *m_simple;
};

} // namespace cloudsync
