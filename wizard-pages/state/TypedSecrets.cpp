// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/state/TypedSecrets.h"

#include <utility>

namespace cloudsync {

namespace {

// Account and domain names compare without case in Active Directory.
QString folded(const QString &owner)
{
    return owner.toLower();
}

} // namespace

QString TypedSecrets::put(const QString &owner, Secret secret)
{
    const std::lock_guard lock(m_mutex);
    QString key = folded(owner) + QLatin1Char('#') + QString::number(m_next++);
    m_byOwner.insert(folded(owner), Entry{key, {}, std::move(secret)});
    return key;
}

void TypedSecrets::setAccount(const QString &key, const QString &account)
{
    const std::lock_guard lock(m_mutex);
    for (Entry &entry : m_byOwner) {
        if (entry.key == key)
            entry.account = account;
    }
}

Result<Secret> TypedSecrets::resolve(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_byOwner.constFind(folded(name)); it != m_byOwner.cend())
        return it->secret;
    for (const Entry &entry : m_byOwner) {
        if (entry.key == name || (!entry.account.isEmpty() && folded(entry.account) == folded(name)))
            return entry.secret;
    }
    return fail(ErrorCode::SecretUnavailable, name);
}

bool TypedSecrets::holds(const QString &name) const
{
    return resolve(name).has_value();
}

void TypedSecrets::forget(const QString &owner)
{
    const std::lock_guard lock(m_mutex);
    m_byOwner.remove(folded(owner));
}

} // namespace cloudsync
