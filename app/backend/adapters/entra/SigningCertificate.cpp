// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/SigningCertificate.h"

#include <QCryptographicHash>
#include <QFile>

#include <openssl/crypto.h>
#include <openssl/pem.h>

#include <ctime>

namespace cloudsync {

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr int shortestKey = 2048;

[[nodiscard]] BioHandle reader(const QByteArray &pem)
{
    return BioHandle(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

// An encrypted key must not make the library ask on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

[[nodiscard]] QDateTime toDateTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

[[nodiscard]] QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509(certificate, &der);
    if (length <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

Result<SigningCertificate> SigningCertificate::load(const QString &file, const QDateTime &now)
{
    const auto unusable = [&file](const QString &why) { return fail(ErrorCode::SignInCertificateUnusable, file, why); };
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return unusable(source.errorString());
    QByteArray pem = source.read(largestFile);
    const CertificateHandle certificate(PEM_read_bio_X509(reader(pem).get(), nullptr, noPassword, nullptr));
    KeyHandle key(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, noPassword, nullptr));
    OPENSSL_cleanse(pem.data(), static_cast<size_t>(pem.size()));

    if (!certificate)
        return unusable(QStringLiteral("the file holds no certificate in PEM form"));
    if (!key)
        return unusable(QStringLiteral("the file holds no private key in PEM form, or one with a password"));
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key.get()) < shortestKey)
        return unusable(QStringLiteral("the private key is not an RSA key of at least %1 bits").arg(shortestKey));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return unusable(QStringLiteral("the private key does not belong to the certificate"));
    const QDateTime from = toDateTime(X509_get0_notBefore(certificate.get()));
    const QDateTime until = toDateTime(X509_get0_notAfter(certificate.get()));
    if (!from.isValid() || !until.isValid() || now < from || now > until)
        return unusable(QStringLiteral("the certificate is valid from %1 to %2")
                            .arg(from.toString(Qt::ISODate), until.toString(Qt::ISODate)));

    const QByteArray der = derOf(certificate.get());
    SigningCertificate result;
    result.m_key = std::shared_ptr<EVP_PKEY>(key.release(), EVP_PKEY_free);
    result.m_sha1 = QCryptographicHash::hash(der, QCryptographicHash::Sha1);
    result.m_sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    return result;
}

} // namespace cloudsync
