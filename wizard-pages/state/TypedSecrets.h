// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace cloudsync {

/// Secrets typed into the wizard, in memory only, for as long as the wizard lives. The answers hold only the key
/// (SecretReference::Entered); the composition root hands resolve() to the secret source, for Entered (by key) and for
/// Prompt (by account, which is the purpose Session gives). Thread-safe.
class TypedSecrets
{
public:
    /// Keeps a secret and returns a key that was never used before: a password typed anew is a new reference, so
    /// whoever remembers a refusal by reference does not take the new password for the refused one. `owner` names what
    /// the secret belongs to; an older secret of the same owner is dropped.
    [[nodiscard]] QString put(const QString &owner, Secret secret);

    /// Notes whose password the secret with this key is, for those who ask by account.
    void setAccount(const QString &key, const QString &account);

    /// By key, owner or account. SecretUnavailable when there is none.
    [[nodiscard]] Result<Secret> resolve(const QString &name) const;
    [[nodiscard]] bool holds(const QString &name) const;
    void forget(const QString &owner);

private:
    struct Entry
    {
        QString key;
        QString account;
        Secret secret;
    };
    mutable std::mutex m_mutex;
    QHash<QString, Entry> m_byOwner;
    quint64 m_next = 1;
};

} // namespace cloudsync
