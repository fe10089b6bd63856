// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/JsonWebToken.h"

#include <QJsonDocument>

#include <openssl/crypto.h>

namespace cloudsync {

namespace {

[[nodiscard]] std::optional<QJsonObject> decodeObject(QByteArrayView part)
{
    const std::optional<QByteArray> json = fromBase64Url(part);
    if (!json)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*json);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

} // namespace

Result<JsonWebToken> parseJsonWebToken(QByteArrayView compact)
{
    const auto invalid = [] {
        return fail(ErrorCode::SignInResponseInvalid, QStringLiteral("token"),
                    QStringLiteral("not a JSON Web Token in compact form"));
    };
    const qsizetype first = compact.indexOf('.');
    const qsizetype second = first < 0 ? -1 : compact.indexOf('.', first + 1);
    if (second < 0 || compact.indexOf('.', second + 1) >= 0)
        return invalid();
    const auto header = decodeObject(compact.first(first));
    const auto claims = decodeObject(compact.sliced(first + 1, second - first - 1));
    const auto signature = fromBase64Url(compact.sliced(second + 1));
    if (!header || !claims || !signature)
        return invalid();
    return JsonWebToken{*header, *claims, compact.first(second).toByteArray(), *signature};
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    auto result = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::Base64UrlEncoding |
                                                                         QByteArray::OmitTrailingEquals |
                                                                         QByteArray::AbortOnBase64DecodingErrors);
    if (result.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return std::move(result.decoded);
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

} // namespace cloudsync
