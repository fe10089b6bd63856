// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tenant/TestCertificates.h"

#include "backend/adapters/entra/JsonWebToken.h"
#include "backend/adapters/entra/RsaSignature.h"

#include <QJsonDocument>

#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <atomic>

namespace cloudsync::test {

namespace {

[[nodiscard]] QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

[[nodiscard]] QByteArray publicNumber(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const NumberHandle number(raw);
    QByteArray bytes(BN_num_bytes(raw), '\0');
    BN_bn2bin(raw, reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes;
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (extension != nullptr) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

} // namespace

QByteArray TestCertificate::certificatePem() const
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contents(bio.get());
}

QByteArray TestCertificate::keyPem() const
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio.get());
}

QJsonObject TestCertificate::toJsonWebKey(const QString &id) const
{
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("kid"), id},
            {QStringLiteral("n"), QString::fromLatin1(toBase64Url(publicNumber(key.get(), OSSL_PKEY_PARAM_RSA_N)))},
            {QStringLiteral("e"), QString::fromLatin1(toBase64Url(publicNumber(key.get(), OSSL_PKEY_PARAM_RSA_E)))}};
}

TestCertificate makeCertificate(const TestCertificateOptions &options)
{
    static std::atomic_long serial = 1;
    TestCertificate made;
    made.key = std::shared_ptr<EVP_PKEY>(EVP_RSA_gen(static_cast<unsigned>(options.bits)), EVP_PKEY_free);
    made.certificate = std::shared_ptr<X509>(X509_new(), X509_free);
    X509 *certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = options.from.isValid() ? options.from : now.addYears(-1);
    const QDateTime until = options.until.isValid() ? options.until : now.addYears(1);
    ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate), until.toSecsSinceEpoch());
    X509_set_pubkey(certificate, made.key.get());
    const QByteArray commonName = options.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0);
    X509 *issuer = options.issuer != nullptr ? options.issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
    addExtension(certificate, issuer, NID_basic_constraints, options.isAuthority ? "critical,CA:TRUE" : "CA:FALSE");
    if (!options.names.isEmpty())
        addExtension(certificate, issuer, NID_subject_alt_name, options.names.join(u',').toLatin1());
    X509_sign(certificate, options.issuer != nullptr ? options.issuer->key.get() : made.key.get(), EVP_sha256());
    return made;
}

QByteArray signToken(const TestCertificate &signer, const QJsonObject &header, const QJsonObject &claims)
{
    const QByteArray signedPart = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' +
                                  toBase64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return signedPart + '.' + toBase64Url(signRsa(signer.key.get(), JwsAlgorithm::Rs256, signedPart).value_or(""));
}

} // namespace cloudsync::test
