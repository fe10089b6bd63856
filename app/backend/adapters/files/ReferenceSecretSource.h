// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/files/CmsMessage.h"
#include "backend/engine/Log.h"
#include "backend/ports/SecretSource.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>

namespace cloudsync {

/// Resolves references from environment, files, CMS messages, a person at the terminal and what was typed into the wizard.
/// Thread-safe. What a person was asked for is remembered as long as this object lives, so that one purpose is asked for once.
class ReferenceSecretSource : public SecretSource
{
public:
    /// Asks a person; nullopt when the person gave none.
    using Ask = std::function<std::optional<Secret>(const QString &purpose)>;
    /// What was typed, by key; nullopt when nothing is held under it.
    using Entered = std::function<std::optional<Secret>(const QString &key)>;

    /// Without `ask` there is nobody to ask. `keyFolders` hold the certificates of this machine for CMS messages.
    explicit ReferenceSecretSource(Log &log, Ask ask = {}, Entered entered = {}, QStringList keyFolders = defaultKeyFolders());

    /// Errors have the purpose as subject. SecretUnavailable: not there, empty or not to be decrypted; AnswerMissing: nobody to
    /// ask; Cancelled: the person asked gave none.
    [[nodiscard]] Result<Secret> resolve(const SecretReference &reference, const QString &purpose) override;

private:
    [[nodiscard]] Result<Secret> fromEnvironment(const QString &name) const;
    [[nodiscard]] Result<Secret> fromFile(const QString &path, bool isCms) const;
    [[nodiscard]] Result<Secret> fromPerson(const QString &purpose);
    [[nodiscard]] Result<Secret> fromWizard(const QString &key) const;

    Log &m_log;
    Ask m_ask;
    Entered m_entered;
    QStringList m_keyFolders;
    std::mutex m_mutex; ///< one question at a time
    QHash<QString, Secret> m_answered;
};

} // namespace cloudsync
