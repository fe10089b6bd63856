// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/KerberosError.h"

#include "backend/adapters/ldap/LdapError.h"

#include <QtEndian>

namespace cloudsync::ldap {

namespace {

// Error codes of RFC 4120 section 7.5.9.
enum Code {
    clientPrincipalUnknown = 6,
    servicePrincipalUnknown = 7,
    policy = 12,
    encryptionTypeNotSupported = 14,
    preauthenticationTypeNotSupported = 16,
    clientRevoked = 18,
    keyExpired = 23,
    preauthenticationFailed = 24,
    badIntegrity = 31,
    clockSkew = 37,
    serviceUnavailable = 29,
    clientNotTrusted = 62
};

// One element of DER. Empty when the bytes do not hold one.
struct Element
{
    quint8 tag = 0;
    QByteArrayView body;
};

std::optional<Element> take(QByteArrayView &bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto tag = static_cast<quint8>(bytes.at(0));
    if ((tag & 0x1f) == 0x1f)
        return std::nullopt; // no such tag in Kerberos
    auto length = qsizetype(static_cast<quint8>(bytes.at(1)));
    qsizetype head = 2;
    if (length >= 0x80) {
        const qsizetype count = length & 0x7f;
        if (count == 0 || count > 4 || bytes.size() < 2 + count)
            return std::nullopt;
        length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = (length << 8) | static_cast<quint8>(bytes.at(2 + i));
        head = 2 + count;
    }
    if (bytes.size() - head < length)
        return std::nullopt;
    const Element element{tag, bytes.sliced(head, length)};
    bytes = bytes.sliced(head + length);
    return element;
}

// The value of an explicit context tag within a sequence.
std::optional<Element> field(QByteArrayView sequence, int number)
{
    while (const auto element = take(sequence)) {
        if (element->tag == (0xa0 | number)) {
            QByteArrayView body = element->body;
            return take(body);
        }
    }
    return std::nullopt;
}

int integer(const std::optional<Element> &element)
{
    if (!element || element->tag != 0x02 || element->body.isEmpty() || element->body.size() > 4)
        return -1;
    qint32 value = static_cast<qint8>(element->body.at(0));
    for (qsizetype i = 1; i < element->body.size(); ++i)
        value = static_cast<qint32>(static_cast<quint32>(value) << 8 | static_cast<quint8>(element->body.at(i)));
    return value;
}

// KERB-EXT-ERROR (MS-KILE 2.2.1): status, reserved, flags, in a KERB-ERROR-DATA of type 3, or as Samba sends it in a
// PA-DATA of type 3 (PA-PW-SALT) within METHOD-DATA. Both are sequences of an integer 3 and an octet string of 12
// bytes.
quint32 statusIn(QByteArrayView bytes, int depth = 0)
{
    constexpr int deepest = 4;
    while (const auto element = take(bytes)) {
        if (element->tag != 0x30 || depth >= deepest)
            continue;
        for (const int numbers :
             {0, 1}) { // KERB-ERROR-DATA has fields 1 and 2, PA-DATA too; be generous about the first
            const int type = integer(field(element->body, numbers));
            const auto value = field(element->body, numbers + 1);
            if (type == 3 && value && value->tag == 0x04 && value->body.size() == 12)
                return qFromLittleEndian<quint32>(value->body.data());
        }
        if (const quint32 inner = statusIn(element->body, depth + 1))
            return inner;
    }
    return 0;
}

} // namespace

std::optional<KerberosError> parseKerberosError(const QByteArray &reply)
{
    QByteArrayView bytes(reply);
    const auto message = take(bytes);
    if (!message || message->tag != 0x7e) // [APPLICATION 30]
        return std::nullopt;
    QByteArrayView body = message->body;
    const auto sequence = take(body);
    if (!sequence || sequence->tag != 0x30)
        return std::nullopt;
    KerberosError error;
    error.code = integer(field(sequence->body, 6));
    if (const auto text = field(sequence->body, 11))
        error.text = QString::fromUtf8(text->body);
    if (const auto data = field(sequence->body, 12); data && data->tag == 0x04)
        error.status = statusIn(data->body);
    return error;
}

std::optional<Error> credentialError(const KerberosError &error, const QString &user)
{
    const auto make = [&](ErrorCode code) {
        QString detail = QStringLiteral("Kerberos error %1").arg(error.code);
        if (!error.text.isEmpty())
            detail += QLatin1String(": ") + error.text;
        if (error.status != 0)
            detail += QStringLiteral(" (status %1)").arg(error.status, 8, 16, QLatin1Char('0'));
        return Error{accountErrorOfStatus(error.status, code), user, detail, {}};
    };
    switch (error.code) {
    case clientPrincipalUnknown:
    case preauthenticationFailed:
    case badIntegrity:
        return make(ErrorCode::DirectoryCredentialRefused);
    case clientRevoked:
        return make(ErrorCode::DirectoryCredentialDisabled); // locked out and expired have a status
    case keyExpired:
        return make(ErrorCode::DirectoryCredentialExpired);
    case policy:
    case clientNotTrusted:
        return make(ErrorCode::DirectoryCredentialDisabled);
    case encryptionTypeNotSupported:
    case preauthenticationTypeNotSupported:
    case serviceUnavailable:
    case clockSkew:
        return make(ErrorCode::DirectoryAuthenticationUnavailable);
    default:
        return std::nullopt;
    }
}

bool isServiceUnknown(const KerberosError &error)
{
    return error.code == servicePrincipalUnknown;
}

} // namespace cloudsync::ldap
