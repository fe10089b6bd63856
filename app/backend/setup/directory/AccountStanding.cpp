// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/AccountStanding.h"

#include "backend/setup/directory/KdsRootKey.h"
#include "backend/setup/security/Sid.h"

#include <algorithm>
#include <limits>

namespace cloudsync {

namespace {

// userAccountControl and msDS-User-Account-Control-Computed (MS-ADTS 2.2.16).
constexpr int disabled = 0x2;
constexpr int lockedOut = 0x10;
constexpr quint32 protectedUsers = 525; // RID of the group (MS-DTYP 2.4.2.4)

QString filterFor(const QString &user)
{
    if (user.contains(u'\\'))
        return QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(user.section(u'\\', 1)));
    if (user.contains(u'@')) // an implicit UPN is the account name with the domain behind it
        return QStringLiteral("(|(userPrincipalName=%1)(&(!(userPrincipalName=*))(sAMAccountName=%2)))")
            .arg(escapeFilter(user), escapeFilter(user.section(u'@', 0, 0)));
    if (!splitDn(user).isEmpty() && user.contains(u'='))
        return QStringLiteral("(distinguishedName=%1)").arg(escapeFilter(user));
    return QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(user));
}

// 0 and the largest value both say "never".
QDateTime timeOf(const QString &fileTime)
{
    const qint64 value = fileTime.toLongLong();
    if (value <= 0 || value == std::numeric_limits<qint64>::max())
        return {};
    return timeFromFileTime(value);
}

// Durations are negative counts of 100 ns.
int minutesOf(const QString &duration)
{
    constexpr qint64 minute = 600000000;
    const qint64 value = duration.toLongLong();
    return value == std::numeric_limits<qint64>::min() ? 0 : int(std::min<qint64>(-value / minute, 1000000));
}

Result<void> readLockout(Directory &directory, const DirectoryEntry &entry, const QDateTime &now,
                         AccountStanding &standing, const std::stop_token &stop)
{
    const QString fineGrained = entry.text(QStringLiteral("msDS-ResultantPSO"));
    QString threshold = QStringLiteral("lockoutThreshold");
    QString window = QStringLiteral("lockOutObservationWindow");
    QString source = directory.rootDse().defaultNamingContext;
    if (!fineGrained.isEmpty()) {
        threshold = QStringLiteral("msDS-LockoutThreshold");
        window = QStringLiteral("msDS-LockoutObservationWindow");
        source = fineGrained;
    }
    auto policy = directory.read(source, {threshold, window}, stop);
    // A fine-grained policy shows itself to administrators alone; then at least the domain's is known.
    if (!policy && !fineGrained.isEmpty() && policy.error().code == ErrorCode::DirectoryObjectMissing)
        return {};
    if (!policy)
        return fail(std::move(policy.error()));
    standing.policy = fineGrained;
    standing.lockoutThreshold = policy->text(threshold).toInt();
    standing.windowMinutes = minutesOf(policy->text(window));
    const QDateTime last = timeOf(entry.text(QStringLiteral("badPasswordTime")));
    const bool counts =
        last.isValid() && (standing.windowMinutes == 0 || last.addSecs(standing.windowMinutes * 60LL) > now);
    standing.refusals = counts ? entry.text(QStringLiteral("badPwdCount")).toInt() : 0;
    return {};
}

} // namespace

std::optional<int> AccountStanding::attemptsLeft() const
{
    return lockoutThreshold > 0 ? std::optional(std::max(0, lockoutThreshold - refusals)) : std::nullopt;
}

Result<std::optional<AccountStanding>> readAccountStanding(Directory &directory, const QString &user,
                                                           const QDateTime &now, const std::stop_token &stop)
{
    DirectorySearch request;
    request.base = directory.rootDse().defaultNamingContext;
    request.filter = QStringLiteral("(&(objectClass=user)%1)").arg(filterFor(user));
    request.attributes = QStringList{QStringLiteral("sAMAccountName")};
    auto found = directory.list(request, stop);
    if (!found)
        return fail(std::move(found.error()));
    if (found->size() != 1)
        return std::optional<AccountStanding>();
    // Constructed attributes are given out for a single object only.
    auto entry =
        directory.read(found->first().dn,
                       {QStringLiteral("badPwdCount"), QStringLiteral("badPasswordTime"), QStringLiteral("pwdLastSet"),
                        QStringLiteral("userAccountControl"), QStringLiteral("accountExpires"),
                        QStringLiteral("tokenGroups"), QStringLiteral("msDS-User-Account-Control-Computed"),
                        QStringLiteral("msDS-UserPasswordExpiryTimeComputed"), QStringLiteral("msDS-ResultantPSO")},
                       stop);
    if (!entry)
        return fail(std::move(entry.error()));
    AccountStanding standing;
    standing.dn = entry->dn;
    standing.isDisabled = (entry->text(QStringLiteral("userAccountControl")).toInt() & disabled) != 0;
    standing.isLockedOut = (entry->text(QStringLiteral("msDS-User-Account-Control-Computed")).toInt() & lockedOut) != 0;
    standing.mustChangePassword = entry->text(QStringLiteral("pwdLastSet")) == QStringLiteral("0");
    standing.passwordExpires = timeOf(entry->text(QStringLiteral("msDS-UserPasswordExpiryTimeComputed")));
    standing.accountExpires = timeOf(entry->text(QStringLiteral("accountExpires")));
    const QByteArrayList groups = entry->values(QStringLiteral("tokenGroups"));
    standing.isProtectedUser = std::any_of(groups.cbegin(), groups.cend(), [](const QByteArray &value) {
        auto sid = Sid::fromBytes(value);
        return sid && sid->subAuthorities().size() == 5 && sid->subAuthorities().last() == protectedUsers;
    });
    if (auto read = readLockout(directory, *entry, now, standing, stop); !read)
        return fail(std::move(read.error()));
    return std::optional(standing);
}

} // namespace cloudsync
