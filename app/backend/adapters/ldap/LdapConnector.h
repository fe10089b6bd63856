// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Log.h"
#include "backend/ports/Clock.h"
#include "backend/ports/Directory.h"

namespace cloudsync {

/// Active Directory over LDAP with OpenLDAP's libldap, OpenSSL, MIT Kerberos and the system's resolver. Thread-safe.
/// Log and clock must outlive this object and every directory made by it.
class LdapConnector : public DirectoryConnector
{
public:
    LdapConnector(Log &log, Clock &clock);
    ~LdapConnector() override;

    /// See DirectoryConnector. A directory keeps the credential, wiped when it goes: it needs it to go on with another
    /// controller.
    [[nodiscard]] Result<std::shared_ptr<Directory>>
    connect(const DirectoryTarget &target, const DirectoryCredential &credential, const std::stop_token &stop) override;
    [[nodiscard]] Result<std::shared_ptr<Directory>> connectAsCaller(const DirectoryTarget &target,
                                                                     const std::stop_token &stop) override;
    /// As ldap://host: a controller seals Kerberos connections there without needing a certificate.
    [[nodiscard]] Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &stop) override;
    [[nodiscard]] QVector<ControllerProbe> probe(const DirectoryTarget &target, const std::stop_token &stop) override;

private:
    struct Private;
    std::shared_ptr<Private> d; // shared with the directories
};

} // namespace cloudsync
