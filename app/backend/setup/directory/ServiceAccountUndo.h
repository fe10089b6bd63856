// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/RunContext.h"
#include "backend/engine/UndoLog.h"
#include "backend/ports/Directory.h"

#include <QDateTime>
#include <QJsonArray>

namespace cloudsync::service_account_undo {

// What ServiceAccountTask writes into the journal, and how it is taken back. Bytes stand as hexadecimal text.

/// An account is about to be created: after a crash this is all there may be.
[[nodiscard]] QJsonObject intended(const QString &dn, const QByteArray &membership, const QDateTime &controllerTime);
/// It was created.
[[nodiscard]] QJsonObject created(const QString &dn, const QByteArray &guid);
/// Entries are about to be added to msDS-GroupMSAMembership of an account that was there before.
[[nodiscard]] QJsonObject hostsAdded(const QString &dn, const QByteArray &guid, const QByteArray &before,
                                     const QByteArray &after, const QJsonArray &aces);

/// The encryption types of an account that was there before are about to be changed; `before` is empty where the
/// attribute was not set.
[[nodiscard]] QJsonObject encryptionTypesWidened(const QString &dn, const QByteArray &guid, const QByteArray &before,
                                                 const QByteArray &after);

/// Takes these back, newest first. Safe to run twice.
[[nodiscard]] Result<void> rollBack(Directory &directory, const UndoData &data, RunContext &context);

} // namespace cloudsync::service_account_undo
