// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Command.h"
#include "tests/support/Ldif.h"

#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace cloudsync::tests {

/// Which directory a test wants. The defaults give contoso.test with its company in it.
struct LabDirectoryOptions
{
    QString realm = QStringLiteral("CONTOSO.TEST");
    bool seeded = true;    ///< false: a bare domain
    bool exchange = false; ///< with the Exchange schema
    bool dns = false;      ///< answers DNS on address():53
};

/// A real Active Directory domain controller of a test's own (tests/lab/dc), in a temporary folder and on a loopback
/// address of its own. It ends with this object, and with the process should that crash.
///
/// Names are not in the machine's resolver: use uri() (certificate and Kerberos know the address too), or run a
/// program with environment().
class LabDirectory
{
public:
    explicit LabDirectory(LabDirectoryOptions options = {});
    ~LabDirectory();
    LabDirectory(const LabDirectory &) = delete;
    LabDirectory &operator=(const LabDirectory &) = delete;

    /// Starts the controller: about a second, twenty when its template has to be built first. After stop() it comes
    /// back on the same address with all that was written. Blocks; false: see errorText().
    [[nodiscard]] bool start();
    void stop();
    [[nodiscard]] QString errorText() const { return m_error; }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("dc")); }
    [[nodiscard]] QString address() const { return variable("DC_ADDRESS"); }
    [[nodiscard]] QString host() const { return variable("DC_HOST"); }       ///< dc1.contoso.test
    [[nodiscard]] QString domain() const { return variable("DC_DOMAIN"); }   ///< contoso.test
    [[nodiscard]] QString realm() const { return variable("DC_REALM"); }     ///< CONTOSO.TEST
    [[nodiscard]] QString netBios() const { return variable("DC_NETBIOS"); } ///< CONTOSO
    [[nodiscard]] QString base() const { return variable("DC_BASE"); }       ///< DC=contoso,DC=test
    [[nodiscard]] QString uri() const { return variable("DC_URI"); }         ///< ldaps://127.0.x.y
    [[nodiscard]] QString plainUri() const { return QStringLiteral("ldap://") + address(); }
    [[nodiscard]] QString caFile() const { return variable("DC_CA"); }
    [[nodiscard]] QString krb5Config() const { return variable("KRB5_CONFIG"); }
    [[nodiscard]] QString hostsFile() const { return variable("NSS_WRAPPER_HOSTS"); }
    [[nodiscard]] QString database() const { return variable("DC_SAM"); }    ///< sam.ldb, for Samba's own tools
    [[nodiscard]] QString adminUser() const { return variable("DC_ADMIN"); } ///< Administrator@contoso.test
    [[nodiscard]] QString adminPassword() const { return variable("DC_ADMIN_PASSWORD"); }

    /// What was put into the directory, see tests/lab/dc/README.md. Empty for an unseeded one.
    [[nodiscard]] QJsonObject manifest() const;
    /// The environment in which the names, the authority and the Kerberos realm of this controller are known.
    [[nodiscard]] QProcessEnvironment environment() const;

    /// samba-tool on the database, independent of the code under test: the arguments and -H are passed on.
    [[nodiscard]] CommandOutput sambaTool(const QStringList &arguments) const;
    /// ldapsearch over LDAPS as a user (the administrator when empty), paged, whole subtree unless extra says
    /// otherwise.
    [[nodiscard]] CommandOutput ldapSearch(const QString &base, const QString &filter,
                                           const QStringList &attributes = {}, const QString &user = {},
                                           const QString &password = {}, const QStringList &extra = {}) const;
    /// The same as entries of one scope (sub, one, base); nothing when the search failed.
    [[nodiscard]] QList<LdifEntry> entries(const QString &base, const QString &filter,
                                           const QStringList &attributes = {},
                                           const QString &scope = QStringLiteral("sub")) const;
    /// ldapmodify over LDAPS as the administrator with the LDIF given; also adds and deletes (changetype).
    [[nodiscard]] CommandOutput ldapModify(const QByteArray &ldif) const;
    /// ldbsearch on the database, past every access check.
    [[nodiscard]] CommandOutput ldbSearch(const QString &base, const QString &filter,
                                          const QStringList &attributes = {}) const;
    /// Domain and configuration as sorted LDIF without what every write moves (dump.sh): equal before and after an
    /// undo.
    [[nodiscard]] CommandOutput dump() const;

private:
    [[nodiscard]] QString variable(const char *name) const { return m_variables.value(QLatin1String(name)); }
    [[nodiscard]] CommandOutput script(const QString &name, const QStringList &arguments) const;

    LabDirectoryOptions m_options;
    QTemporaryDir m_folder;
    QMap<QString, QString> m_variables;
    QString m_error;
};

} // namespace cloudsync::tests
