// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace cloudsync {

/// Which suffixes a user principal name may have: the verified domains of the tenant, where they are known.
class RoutableSuffixes
{
public:
    enum class Verdict {
        Routable,
        NotVerified,   ///< no verified domain of the tenant: the person signs in with the initial domain
        InternalName,  ///< the name of the Active Directory domain itself, which no public domain matches
        NoPublicDomain ///< its top-level domain does not exist on the Internet
    };
    /// `verified` absent: the tenant was not asked; then only names that can never be verified are told.
    explicit RoutableSuffixes(const std::optional<QStringList> &verified = {});

    [[nodiscard]] bool isChecked() const { return m_verified.has_value(); }
    [[nodiscard]] Verdict verdict(const QString &suffix, const QString &activeDirectoryDomain) const;

private:
    std::optional<QSet<QString>> m_verified;
};

} // namespace cloudsync
