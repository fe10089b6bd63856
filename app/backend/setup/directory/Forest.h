// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

#include <optional>

namespace cloudsync {

/// One domain of a forest, from its crossRef object.
struct ForestDomain
{
    QString domain;      ///< DNS name, lower case
    QString dn;          ///< naming context
    QString netBiosName; ///< for example "CONTOSO"
};

/// The controller's clock now: its currentTime when the connection was made, moved on by what passed since here.
[[nodiscard]] QDateTime controllerNow(const RootDse &rootDse, const Clock &clock);

/// Every domain of the directory's forest, its own included.
[[nodiscard]] Result<QVector<ForestDomain>> forestDomains(Directory &directory, const std::stop_token &stop);

/// The naming context's objectSid (binary).
[[nodiscard]] Result<QByteArray> domainSid(Directory &directory, const std::stop_token &stop);

/// SID of the forest's root domain, as seen from a connection to the session's `domain`: its own, that of the trust to
/// it, or what the global catalogue tells. DirectoryObjectMissing when none of these can tell.
[[nodiscard]] Result<QByteArray> rootDomainSid(Session &session, const QString &domain, Directory &directory,
                                               const std::stop_token &stop);

/// What a search of the whole forest found outside the own domain.
struct ForestSearch
{
    QVector<DirectoryEntry> entries;
    QStringList unsearched; ///< domains that could not be looked at; empty in a forest of one domain
};
/// Searches every other domain of the forest, through the global catalogue of the controller in use, and where that
/// does not answer through those domains' own connections, as far as the answers have them. A forest of one domain
/// costs one small read.
[[nodiscard]] Result<ForestSearch> searchOtherDomains(Session &session, const QString &domain, Directory &directory,
                                                      const QString &filter, const QStringList &attributes,
                                                      const std::stop_token &stop);

/// "ldaps://dc1.contoso.com" -> "ldaps://dc1.contoso.com:3269"; ldap:// -> port 3268 (MS-ADTS 3.1.1.3.1.10).
[[nodiscard]] QString globalCatalogUri(const QString &uri);

} // namespace cloudsync
