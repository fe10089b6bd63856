// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cloudsync {

struct RedactedText
{
    QByteArray text; ///< UTF-8
    int removed = 0; ///< how many places
};

/// Takes secrets and tokens out of text that is to leave the machine (log, trace, JSON): JSON Web Tokens, authorization headers, private
/// keys (RFC 7468), values of fields that name a secret, user information in addresses, and every unbroken run of 100 and more characters
/// of the base64 alphabets, since refresh tokens, codes and keys look like that. Rather too much than too little; each place says
/// "[removed: …]". References of the answer file ({"env":…}, "prompt") stay.
[[nodiscard]] RedactedText withoutSecrets(const QByteArray &text);

} // namespace cloudsync
