// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QJsonArray>
#include <QStringList>

namespace cloudsync {

// The list of secrets, [{"key","value"},…]: a key may stand there more than once (graph.md section 5).

/// Values of a key in order.
[[nodiscard]] QStringList secretValues(const QJsonArray &secrets, const QString &key);
/// `secrets` with exactly these values for the key, at the place of the first entry it had; entries keep what else they
/// hold.
[[nodiscard]] QJsonArray withSecretValues(const QJsonArray &secrets, const QString &key, const QStringList &values);
/// The keys whose values this product writes. None of them holds anything confidential.
[[nodiscard]] QStringList ownSecretKeys();
/// True when some AppKey entry names the scenario.
[[nodiscard]] bool hasScenario(const QJsonArray &secrets, const QString &scenario);
/// True when every value of `values` is the same document as one of `others`: member order and blanks do not count.
[[nodiscard]] bool areSecretsAmong(const QStringList &values, const QStringList &others);
/// True for "*", which the service shows instead of a confidential value (MicrosoftDocs/azure-docs issue 55184). Sent
/// back it means "as it is": the portal, too, saves the notification settings of an application without asking for its
/// other secrets again.
[[nodiscard]] bool isMask(const QString &value);
/// Keys not ours whose value is hidden in a way other than isMask(). A PUT could store the hidden form, so it must not
/// be made.
[[nodiscard]] QStringList unreadableKeys(const QJsonArray &secrets);
/// The list as it may be written to a file of this machine: of keys that are not ours only the name.
[[nodiscard]] QJsonArray withoutConfidentialValues(const QJsonArray &secrets);
/// Keys not ours that `after` lacks or has with another value.
[[nodiscard]] QStringList lostKeys(const QJsonArray &before, const QJsonArray &after);

} // namespace cloudsync
