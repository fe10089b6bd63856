// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Crypto.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <cstdio>

namespace cloudsync::lab {

namespace {

struct CloseFile {
    void operator()(FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<FILE, CloseFile>;

struct FreeDigest {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

File openFor(const std::filesystem::path &file, const char *mode) { return File(std::fopen(file.c_str(), mode)); }

File createPrivate(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return File(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"));
}

std::string digest(std::string_view bytes, const EVP_MD *algorithm)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int length = 0;
    EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, algorithm, nullptr);
    return {reinterpret_cast<const char *>(out.data()), length};
}

std::string numberBytes(const EVP_PKEY *key, const char *parameter)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, parameter, &value) != 1)
        return {};
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
    BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(value);
    return bytes;
}

bool isAddress(const std::string &name)
{
    in6_addr address{};
    return inet_pton(AF_INET, name.c_str(), &address) == 1 || inet_pton(AF_INET6, name.c_str(), &address) == 1;
}

bool addExtension(X509 *certificate, const X509 *issuer, int id, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, const_cast<X509 *>(issuer), certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str());
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

Certificate newCertificate(const Key &key, const std::string &name, std::chrono::hours life)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::string serial = randomBytes(16);
    serial[0] = static_cast<char>(static_cast<std::uint8_t>(serial[0]) & 0x7FU); // RFC 5280: positive
    BIGNUM *serialNumber = BN_bin2bn(reinterpret_cast<const unsigned char *>(serial.data()), 16, nullptr);
    BN_to_ASN1_INTEGER(serialNumber, X509_get_serialNumber(certificate.get()));
    BN_free(serialNumber);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()),
                    static_cast<long>(std::chrono::duration_cast<std::chrono::seconds>(life).count()));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.c_str()), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key.get());
    return certificate;
}

} // namespace

std::string sha1(std::string_view bytes) { return digest(bytes, EVP_sha1()); }
std::string sha256(std::string_view bytes) { return digest(bytes, EVP_sha256()); }

bool equalSecrets(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

Key newEllipticKey() { return Key(EVP_EC_gen("P-256")); }
Key newRsaKey() { return Key(EVP_RSA_gen(2048)); }

Key loadKey(const std::filesystem::path &file)
{
    const File source = openFor(file, "r");
    return Key(source ? PEM_read_PrivateKey(source.get(), nullptr, nullptr, nullptr) : nullptr);
}

bool saveKey(const Key &key, const std::filesystem::path &file)
{
    const File target = createPrivate(file);
    return target && PEM_write_PrivateKey(target.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
}

Certificate loadCertificate(const std::filesystem::path &file)
{
    const File source = openFor(file, "r");
    return Certificate(source ? PEM_read_X509(source.get(), nullptr, nullptr, nullptr) : nullptr);
}

bool saveCertificates(const std::vector<const X509 *> &chain, const std::filesystem::path &file)
{
    const File target = openFor(file, "w");
    if (!target)
        return false;
    for (const X509 *certificate : chain) {
        if (PEM_write_X509(target.get(), const_cast<X509 *>(certificate)) != 1)
            return false;
    }
    return true;
}

Certificate newAuthority(const Key &key, const std::string &name)
{
    Certificate certificate = newCertificate(key, name, std::chrono::hours(24 * 3650));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    const X509 *self = certificate.get();
    const bool made = addExtension(certificate.get(), self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(certificate.get(), self, NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(certificate.get(), self, NID_subject_key_identifier, "hash");
    return made && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0 ? std::move(certificate) : nullptr;
}

Certificate newServerCertificate(const Key &key, const Certificate &authority, const Key &authorityKey,
                                 const std::vector<std::string> &names)
{
    // 397 days: browsers refuse server certificates that live longer.
    Certificate certificate = newCertificate(key, names.front(), std::chrono::hours(24 * 397));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
    std::string alternatives;
    for (const std::string &name : names)
        alternatives += (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    const bool made = addExtension(certificate.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), authority.get(), NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate.get(), authority.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(certificate.get(), authority.get(), NID_subject_key_identifier, "hash")
        && addExtension(certificate.get(), authority.get(), NID_authority_key_identifier, "keyid")
        && addExtension(certificate.get(), authority.get(), NID_subject_alt_name, alternatives);
    return made && X509_sign(certificate.get(), authorityKey.get(), EVP_sha256()) > 0 ? std::move(certificate) : nullptr;
}

bool validFor(const Certificate &certificate, std::chrono::seconds ahead)
{
    std::time_t moment = std::time(nullptr) + static_cast<std::time_t>(ahead.count());
    return certificate && X509_cmp_time(X509_get0_notAfter(certificate.get()), &moment) > 0;
}

bool validNow(const X509 *certificate)
{
    return X509_cmp_current_time(X509_get0_notBefore(certificate)) < 0
        && X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0;
}

bool issuedBy(const Certificate &certificate, const Certificate &authority)
{
    return certificate && authority && X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) == 1;
}

std::string derBytes(const X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_X509(certificate, &bytes);
    std::string out(reinterpret_cast<char *>(bytes), length > 0 ? static_cast<std::size_t>(length) : 0);
    OPENSSL_free(bytes);
    return out;
}

Json publicJwk(const Key &key, const std::string &keyId)
{
    return {{"kty", "RSA"},
            {"use", "sig"},
            {"kid", keyId},
            {"n", base64Url(numberBytes(key.get(), OSSL_PKEY_PARAM_RSA_N))},
            {"e", base64Url(numberBytes(key.get(), OSSL_PKEY_PARAM_RSA_E))},
            {"alg", "RS256"}};
}

std::string signedToken(const Key &key, const Json &header, const Json &claims)
{
    const std::string part = base64Url(compact(header)) + '.' + base64Url(compact(claims));
    const Digest context(EVP_MD_CTX_new());
    std::size_t length = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
    EVP_DigestSign(context.get(), nullptr, &length, reinterpret_cast<const unsigned char *>(part.data()), part.size());
    std::string signature(length, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                       reinterpret_cast<const unsigned char *>(part.data()), part.size())
        != 1)
        return {};
    signature.resize(length);
    return part + '.' + base64Url(signature);
}

std::optional<ReadToken> readToken(std::string_view token)
{
    const std::vector<std::string> parts = split(token, '.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto header = fromBase64(parts[0]);
    const auto claims = fromBase64(parts[1]);
    const auto signature = fromBase64(parts[2]);
    if (!header || !claims || !signature)
        return std::nullopt;
    std::string why;
    const auto readHeader = parseJson(*header, why);
    const auto readClaims = parseJson(*claims, why);
    if (!readHeader || !readClaims || !readHeader->is_object() || !readClaims->is_object())
        return std::nullopt;
    return ReadToken{*readHeader, *readClaims, parts[0] + '.' + parts[1], *signature};
}

bool signatureHolds(const ReadToken &token, EVP_PKEY *publicKey)
{
    const std::string algorithm = text(token.header, "alg");
    if ((algorithm != "RS256" && algorithm != "PS256") || EVP_PKEY_get_base_id(publicKey) != EVP_PKEY_RSA)
        return false;
    const Digest context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sha256(), nullptr, publicKey) != 1)
        return false;
    if (algorithm == "PS256"
        && (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(token.signature.data()),
                            token.signature.size(), reinterpret_cast<const unsigned char *>(token.signedPart.data()),
                            token.signedPart.size())
        == 1;
}

} // namespace cloudsync::lab
