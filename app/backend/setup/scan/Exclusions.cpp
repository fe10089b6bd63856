// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/Exclusions.h"

#include <algorithm>
#include <array>

namespace cloudsync {

namespace {

template<std::size_t count>
bool beginsWithAny(const QString &text, const std::array<QLatin1StringView, count> &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](QLatin1StringView one) { return text.startsWith(one, Qt::CaseInsensitive); });
}

// With the brace, underscore or dot that tells them from people of that name.
constexpr std::array serviceNames{QLatin1StringView("CAS_{"),
                                  QLatin1StringView("DiscoverySearchMailbox{"),
                                  QLatin1StringView("FederatedEmail."),
                                  QLatin1StringView("HTTPConnector"),
                                  QLatin1StringView("IUSR_"),
                                  QLatin1StringView("IWAM_"),
                                  QLatin1StringView("MSOL_"),
                                  QLatin1StringView("SUPPORT_"),
                                  QLatin1StringView("SystemMailbox{"),
                                  QLatin1StringView("HealthMailbox"),
                                  QLatin1StringView("WWIOadmini"),
                                  QLatin1StringView("Exchange Online-ApplicationAccount")};
constexpr std::array serviceAccounts{QLatin1StringView("CAS_"), QLatin1StringView("SUPPORT_"),
                                     QLatin1StringView("MSOL_")};
constexpr std::array serviceAliases{QLatin1StringView("CAS_"), QLatin1StringView("SystemMailbox")};
// msExchRecipientTypeDetails of Exchange's own mailboxes (idfix-rules.md section 3).
constexpr std::array<qint64, 7> systemRecipients{4096, 8192, 16384, 4194304, 8388608, 16777216, 536870912};

} // namespace

bool neverSynchronises(const ScannedObject &object)
{
    return object.critical || object.isConflict() ||
           object.accountName.startsWith(QStringLiteral("$DUPLICATE-"), Qt::CaseInsensitive);
}

bool isServiceObject(const ScannedObject &object)
{
    if (object.cn.endsWith(u'$') || beginsWithAny(object.cn, serviceNames))
        return true;
    if (!object.isPerson())
        return false;
    return beginsWithAny(object.accountName, serviceAccounts) || beginsWithAny(object.mailNickname, serviceAliases) ||
           (object.hidden && object.displayName.startsWith(QStringLiteral("MSOL"), Qt::CaseInsensitive)) ||
           std::find(systemRecipients.begin(), systemRecipients.end(), object.recipientType) != systemRecipients.end();
}

} // namespace cloudsync
