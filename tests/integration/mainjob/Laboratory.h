// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Command.h"
#include "tests/support/Ldif.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>

#include <chrono>
#include <memory>
#include <optional>

namespace cloudsync::tests {

/// What one call of the command line left behind.
struct CliRun
{
    int exitCode = -1; ///< -1: it did not end by itself within the limit
    QByteArray output;
    QByteArray errors;
    QJsonObject document; ///< the output as JSON; empty when it is none

    /// For the message of a failed check.
    [[nodiscard]] QByteArray all() const
    {
        return "exit code " + QByteArray::number(exitCode) + '\n' + output + errors;
    }
};

/// A laboratory of a test's own (tests/lab/lab.sh) in a temporary folder: directory, tenant, host, package. It ends
/// with this object, and with the process should that crash. Blocks; drive it from the test's thread.
class Laboratory
{
public:
    Laboratory() = default;
    ~Laboratory();
    Laboratory(const Laboratory &) = delete;
    Laboratory &operator=(const Laboratory &) = delete;

    /// A few seconds. False: see errorText().
    [[nodiscard]] bool start();
    [[nodiscard]] QString errorText() const { return m_error; }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString stateFolder() const { return path(QStringLiteral("state")); }
    [[nodiscard]] QString base() const { return QStringLiteral("DC=contoso,DC=test"); }

    /// The rehearsal's answers with everything of this laboratory filled in.
    [[nodiscard]] QJsonObject answers() const;
    /// Writes answers beside those of the laboratory and gives the file's path.
    [[nodiscard]] QString writeAnswers(const QJsonObject &answers, const QString &name) const;
    /// JSON of a file in the laboratory's folder; empty when it cannot be read.
    [[nodiscard]] QJsonObject json(const QString &name) const;
    void setInstallerArguments(const QStringList &arguments) const;

    /// lab-cli with --json and this laboratory's state folder.
    [[nodiscard]] CliRun cli(const QStringList &arguments,
                             std::chrono::seconds limit = std::chrono::seconds(180)) const;
    /// cloud-sync-setup-cli, the product as it is, in the same way.
    [[nodiscard]] CliRun productCli(const QStringList &arguments,
                                    std::chrono::seconds limit = std::chrono::seconds(180)) const;
    /// The same without --json: what a person sees.
    [[nodiscard]] CommandOutput productText(const QStringList &arguments) const;
    /// lab-cli left running, for tests that interfere.
    [[nodiscard]] std::unique_ptr<QProcess> startCli(const QStringList &arguments) const;

    /// The tenant's control interface.
    [[nodiscard]] QJsonObject get(const QString &path);
    [[nodiscard]] bool post(const QString &path, const QJsonObject &body);
    [[nodiscard]] QJsonObject tenantState() { return get(QStringLiteral("/lab/state")); }
    /// The service principal of a configuration with secrets and jobs, as the tenant holds it.
    [[nodiscard]] QJsonObject configuration(const QString &domain);
    /// Number of the newest recorded exchange.
    [[nodiscard]] int lastExchange();
    /// "METHOD path" of each exchange after that one that changes the tenant.
    [[nodiscard]] QStringList writesSince(int exchange);

    /// Independent of the code under test.
    [[nodiscard]] CommandOutput sambaTool(const QStringList &arguments) const;
    /// A paged search over LDAPS as the administrator, or as somebody else; nothing when it fails.
    [[nodiscard]] std::optional<QList<LdifEntry>> search(const QString &base, const QString &filter,
                                                         const QStringList &attributes, const QString &user = {},
                                                         const QString &password = {}) const;
    /// ldapmodify over LDAPS as the administrator with a file of LDIF that has change types.
    [[nodiscard]] CommandOutput modify(const QString &ldifFile) const;
    /// The directory as LDIF that can be compared (tests/lab/dc/dump.sh).
    [[nodiscard]] QByteArray dump() const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QByteArray directoryPassword() const;
    [[nodiscard]] CliRun run(const QString &program, const QStringList &arguments, std::chrono::seconds limit) const;
    [[nodiscard]] QByteArray exchange(const QByteArray &method, const QString &path, const QByteArray &body,
                                      int *status);

    QTemporaryDir m_folder;
    QString m_error;
    QNetworkAccessManager m_http;
    QSslConfiguration m_tls;
    QString m_tenantUrl;
};

/// True when a run was taken back as far as that is possible: all of it, or all but the tenant's flag for directory
/// synchronisation, which the plan names as irreversible and the document as left behind.
[[nodiscard]] bool takenBack(const CliRun &run);

/// The first difference of two texts, with the lines around it, for the message of a failed comparison.
[[nodiscard]] QByteArray firstDifference(const QByteArray &before, const QByteArray &after);

} // namespace cloudsync::tests
