// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/http/QtHttpClient.h"
#include "backend/engine/Log.h"
#include "backend/ports/SignIn.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <memory>

namespace cloudsync::test {

/// The stand-in tenant (tests/lab/tenant) as a child process, with a state folder, a certificate for its application
/// and a port of its own; it ends with this object. Several may run side by side.
class LabTenant
{
public:
    struct Options
    {
        QJsonObject config;    ///< laid over the lab's defaults (README of tests/lab/tenant)
        QJsonObject directory; ///< objects in place of a domain controller; empty: none
        QStringList arguments; ///< further ones, for example {"--directory-uri", "ldaps://…"}
    };

    LabTenant();
    ~LabTenant();

    /// Starts the program and waits until it answers, thirty seconds at most. A sentence when that fails, empty
    /// otherwise.
    [[nodiscard]] QString start(const Options &options = {});
    /// Ends the program and starts it again on the same folder.
    [[nodiscard]] QString restart();
    void stop();

    [[nodiscard]] CloudEndpoint cloud() const;
    [[nodiscard]] QString tenant() const; ///< initial domain
    [[nodiscard]] QString tenantId() const;
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString administrator() const; ///< sign-in name
    [[nodiscard]] QString password(const QString &account) const;
    [[nodiscard]] QString certificateFile() const; ///< PEM, certificate and key, known to the application
    [[nodiscard]] QString stateFolder() const;
    [[nodiscard]] SignInRequest request(SignInMethod method) const;
    [[nodiscard]] QUrl url(const QString &path) const;

    // The lab's own control interface. A call that fails aborts the test with qFatal: the lab is broken then.
    [[nodiscard]] QJsonObject control(const QByteArray &method, const QString &path, const QJsonValue &body = {});
    /// {"count","checked","invalid","writes","exchanges":[…]}
    [[nodiscard]] QJsonObject record(const QString &query = {});
    void resetRecord();
    [[nodiscard]] QJsonObject state();
    void addFault(const QJsonObject &fault);
    void clearFaults();
    void setLatency(int milliseconds);
    void setPolicy(const QJsonObject &policy);
    /// Runs a cycle of every started job, or of one; gives {"jobs":[…]}.
    [[nodiscard]] QJsonObject cycle(const QString &jobId = {});
    /// Enters a device code as the administrator, or declines it.
    void approveDevice(const QString &userCode, bool decline = false);

private:
    [[nodiscard]] QString launch();
    void tally();

    Log m_log;
    QtHttpClient m_http;
    QTemporaryDir m_folder;
    QProcess m_process;
    QStringList m_arguments;
    QJsonObject m_endpoint;
};

} // namespace cloudsync::test
