// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cloudsync::ldap {

/// A user as an administrator types it.
struct UserName
{
    enum class Form {
        DownLevel,         ///< DOMAIN\user; the domain by its NetBIOS or its DNS name
        UserPrincipal,     ///< user@suffix; the suffix need not be a domain
        DistinguishedName, ///< only a simple bind knows it
        Plain              ///< user: of the domain connected to
    };
    Form form = Form::Plain;
    QString account; ///< without domain or suffix; the whole DN
    QString domain;  ///< domain or suffix

    [[nodiscard]] static UserName parse(const QString &text);
    /// The name for a simple bind in a domain (DNS name).
    [[nodiscard]] QString forSimpleBind(const QString &targetDomain) const;
};

} // namespace cloudsync::ldap
