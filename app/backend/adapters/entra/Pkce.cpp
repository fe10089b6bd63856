// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/Pkce.h"

#include "backend/adapters/entra/JsonWebToken.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace cloudsync {

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    for (char &byte : random)
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xffU);
    return toBase64Url(random);
}

QByteArray newCodeVerifier()
{
    return randomText(32);
}

QByteArray codeChallenge(const QByteArray &verifier)
{
    return toBase64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

} // namespace cloudsync
