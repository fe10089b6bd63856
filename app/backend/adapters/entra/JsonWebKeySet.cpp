// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/JsonWebKeySet.h"

#include "backend/adapters/entra/JsonWebToken.h"

#include <QJsonArray>

#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace cloudsync {

namespace {

using ParamBuilderHandle = std::unique_ptr<OSSL_PARAM_BLD, OpenSslFree<OSSL_PARAM_BLD_free>>;
using ParamsHandle = std::unique_ptr<OSSL_PARAM, OpenSslFree<OSSL_PARAM_free>>;

[[nodiscard]] NumberHandle numberFrom(const QJsonValue &value)
{
    const auto bytes = fromBase64Url(value.toString().toLatin1());
    if (!bytes || bytes->isEmpty())
        return nullptr;
    return NumberHandle(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes->constData()),
                                  static_cast<int>(bytes->size()), nullptr));
}

[[nodiscard]] EVP_PKEY *rsaKeyFrom(const QJsonObject &key)
{
    const NumberHandle modulus = numberFrom(key.value(QStringLiteral("n")));
    const NumberHandle exponent = numberFrom(key.value(QStringLiteral("e")));
    const ParamBuilderHandle builder(OSSL_PARAM_BLD_new());
    // A modulus below 2048 bits is no proof of anything (NIST SP 800-131A).
    if (!modulus || !exponent || !builder || BN_num_bits(modulus.get()) < 2048 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    const ParamsHandle params(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContextHandle context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *result = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &result, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return result;
}

} // namespace

Result<JsonWebKeySet> JsonWebKeySet::fromJson(const QJsonObject &document)
{
    JsonWebKeySet set;
    const QJsonArray keys = document.value(QStringLiteral("keys")).toArray();
    for (const QJsonValue &value : keys) {
        const QJsonObject key = value.toObject();
        const QString use = key.value(QStringLiteral("use")).toString(QStringLiteral("sig"));
        const QString id = key.value(QStringLiteral("kid")).toString();
        if (key.value(QStringLiteral("kty")).toString() != QLatin1String("RSA") || use != QLatin1String("sig") ||
            id.isEmpty())
            continue;
        if (EVP_PKEY *handle = rsaKeyFrom(key))
            set.m_keys.insert(id, std::shared_ptr<EVP_PKEY>(handle, EVP_PKEY_free));
    }
    if (set.m_keys.isEmpty())
        return fail(ErrorCode::SignInResponseInvalid, QStringLiteral("jwks_uri"),
                    QStringLiteral("the issuer publishes no RSA key for signatures"));
    return set;
}

EVP_PKEY *JsonWebKeySet::key(const QString &id) const
{
    return m_keys.value(id).get();
}

} // namespace cloudsync
