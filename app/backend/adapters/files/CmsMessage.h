// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"

#include <QStringList>

namespace cloudsync {

/// Decrypts a CMS-enveloped message (RFC 5652; DER, PEM as PowerShell's Protect-CmsMessage writes it, or S/MIME) with the first
/// certificate of `keyFolders` that the message was made for. A folder holds PEM files with a certificate and its private key.
/// SecretUnavailable with the reason as detail; `subject` of the error is left empty.
[[nodiscard]] Result<Secret> decryptCms(const QByteArray &message, const QStringList &keyFolders);

/// Folders that are searched when nobody says otherwise: "certificates" in the configuration of this machine and of this account.
[[nodiscard]] QStringList defaultKeyFolders();

} // namespace cloudsync
