// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectoryTask.h"

namespace cloudsync {

/// The first KDS root key of a forest.
///
/// Needs:   a connection to serviceAccount.domain as a domain administrator of the forest's root domain.
/// Changes: makes one msKds-ProvRootKey object with fresh random key data, usable ten hours from now. Does nothing
/// where
///          there is a key, usable or not yet.
/// Undo:    none. Accounts that other administrators make may depend on the key at once, and nobody can tell: it stays,
///          and is named as left behind.
class KdsRootKeyTask : public DirectoryTask
{
public:
    explicit KdsRootKeyTask(const std::shared_ptr<Session> &session);

    [[nodiscard]] static TaskId idFor(const QString &domain);
    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Reversibility reversibility() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;
};

} // namespace cloudsync
