// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/RsaSignature.h"

#include <openssl/rsa.h>

namespace cloudsync {

namespace {

[[nodiscard]] const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

[[nodiscard]] bool setPadding(EVP_PKEY_CTX *context, JwsAlgorithm algorithm)
{
    switch (algorithm) {
    case JwsAlgorithm::Rs256:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    case JwsAlgorithm::Ps256:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
    }
    return false;
}

} // namespace

QString jwsAlgorithmName(JwsAlgorithm algorithm)
{
    switch (algorithm) {
    case JwsAlgorithm::Rs256:
        return QStringLiteral("RS256");
    case JwsAlgorithm::Ps256:
        return QStringLiteral("PS256");
    }
    return {};
}

std::optional<QByteArray> signRsa(EVP_PKEY *key, JwsAlgorithm algorithm, const QByteArray &bytes)
{
    const DigestContextHandle context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // owned by the digest context
    if (!context || EVP_DigestSignInit(context.get(), &keyContext, EVP_sha256(), nullptr, key) != 1 ||
        !setPadding(keyContext, algorithm))
        return std::nullopt;
    size_t length = 0;
    const auto size = static_cast<size_t>(bytes.size());
    if (EVP_DigestSign(context.get(), nullptr, &length, bytesOf(bytes), size) != 1)
        return std::nullopt;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, bytesOf(bytes),
                       size) != 1)
        return std::nullopt;
    signature.resize(static_cast<qsizetype>(length));
    return signature;
}

bool verifyRsa(EVP_PKEY *key, JwsAlgorithm algorithm, const QByteArray &bytes, const QByteArray &signature)
{
    const DigestContextHandle context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // owned by the digest context
    if (!context || EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sha256(), nullptr, key) != 1 ||
        !setPadding(keyContext, algorithm))
        return false;
    return EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<size_t>(signature.size()), bytesOf(bytes),
                            static_cast<size_t>(bytes.size())) == 1;
}

} // namespace cloudsync
