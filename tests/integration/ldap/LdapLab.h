// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/LdapConnector.h"
#include "tests/support/LabDirectory.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace cloudsync::tests {

/// The system's time; nothing waits on it.
class PlainClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    bool wait(std::chrono::milliseconds, const std::stop_token &stop) override { return !stop.stop_requested(); }
};

/// A connector with what it needs, and its log as a file.
class TestConnector
{
public:
    TestConnector();
    LdapConnector &operator*() { return *m_connector; }
    LdapConnector *operator->() { return m_connector.get(); }
    [[nodiscard]] QByteArray logText() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Log> m_log;
    PlainClock m_clock;
    std::unique_ptr<LdapConnector> m_connector;
};

/// relay.py in front of a lab controller: records the requests, and misbehaves as told.
class Relay
{
public:
    explicit Relay(const LabDirectory &lab, const QStringList &misbehaviour = {});
    ~Relay();
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString uri() const;
    /// What clients asked for so far.
    [[nodiscard]] QVector<QJsonObject> requests() const;
    /// Of one operation: "search", "bind", …
    [[nodiscard]] QVector<QJsonObject> requests(const QString &operation) const;

private:
    QTemporaryDir m_folder;
    QString m_host;
    QProcess m_process;
    int m_port = 0;
};

[[nodiscard]] DirectoryTarget targetOf(const LabDirectory &lab, const QStringList &controllers = {});
[[nodiscard]] DirectoryCredential adminOf(const LabDirectory &lab, BindMechanism mechanism = BindMechanism::Negotiate);
[[nodiscard]] DirectoryCredential userOf(const QString &user,
                                         const QString &password = QStringLiteral("Lab-Us3r-Passw0rd"),
                                         BindMechanism mechanism = BindMechanism::Negotiate);
/// badPwdCount as the administrator reads it; -1 when the account is not there.
[[nodiscard]] int refusals(const LabDirectory &lab, const QString &accountName);
/// An unused port on an address.
[[nodiscard]] int freePort(const QString &address);

} // namespace cloudsync::tests
