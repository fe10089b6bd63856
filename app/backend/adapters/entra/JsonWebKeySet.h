// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/OpenSslHandles.h"
#include "backend/engine/Result.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace cloudsync {

/// The public RSA keys of an issuer (RFC 7517), by key id.
class JsonWebKeySet
{
public:
    /// Keys of other types and uses are left out. SignInResponseInvalid when no usable key remains.
    [[nodiscard]] static Result<JsonWebKeySet> fromJson(const QJsonObject &document);

    /// Null when there is no such key. Valid as long as this set.
    [[nodiscard]] EVP_PKEY *key(const QString &id) const;

private:
    QHash<QString, std::shared_ptr<EVP_PKEY>> m_keys;
};

} // namespace cloudsync
