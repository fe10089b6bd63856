// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/CmsMessage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <openssl/pem.h> // first: cms.h declares its PEM functions only when this one was read before

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SecretSource)
};

template<auto function>
struct Freed
{
    template<typename T>
    void operator()(T *pointer) const { function(pointer); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

Bio readable(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// No terminal dialogue of OpenSSL for a key with a password: such a key is passed over.
int noPassword(char *, int, int, void *)
{
    return -1;
}

Cms parsed(const QByteArray &message)
{
    const Bio bio = readable(message);
    if (message.contains("-----BEGIN "))
        return Cms(PEM_read_bio_CMS(bio.get(), nullptr, nullptr, nullptr));
    if (message.contains("Content-Type:") || message.contains("content-type:"))
        return Cms(SMIME_read_CMS(bio.get(), nullptr));
    return Cms(d2i_CMS_bio(bio.get(), nullptr));
}

/// Unlocks the message when it was made for this certificate.
bool unlock(CMS_ContentInfo *cms, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray pem = file.read(256 * 1024);
    const Bio forCertificate = readable(pem);
    const Bio forKey = readable(pem);
    const Certificate certificate(PEM_read_bio_X509(forCertificate.get(), nullptr, noPassword, nullptr));
    const Key key(PEM_read_bio_PrivateKey(forKey.get(), nullptr, noPassword, nullptr));
    // The certificate is handed over on purpose: without it OpenSSL answers with random bytes when no recipient matches.
    const bool unlocked = certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1
                          && CMS_decrypt_set1_pkey(cms, key.get(), certificate.get()) == 1;
    OPENSSL_cleanse(pem.data(), static_cast<std::size_t>(pem.size()));
    return unlocked;
}

} // namespace

Result<Secret> decryptCms(const QByteArray &message, const QStringList &keyFolders)
{
    ERR_clear_error();
    const Cms cms = parsed(message);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_enveloped) {
        ERR_clear_error();
        return fail(ErrorCode::SecretUnavailable, {}, Text::tr("The file is not a CMS-enveloped message."));
    }
    bool unlocked = false;
    for (const QString &folder : keyFolders) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList({QStringLiteral("*.pem")}, QDir::Files, QDir::Name)) {
            unlocked = unlock(cms.get(), dir.absoluteFilePath(name));
            if (unlocked)
                break;
        }
        if (unlocked)
            break;
    }
    ERR_clear_error();
    if (!unlocked)
        return fail(ErrorCode::SecretUnavailable, {},
                    //: %1 is a list of folders
                    Text::tr("The message is for none of the certificates of this machine (searched: %1).")
                        .arg(keyFolders.join(QStringLiteral(", "))));
    const Bio plain(BIO_new(BIO_s_mem()));
    if (CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, plain.get(), 0) != 1) {
        ERR_clear_error();
        return fail(ErrorCode::SecretUnavailable, {}, Text::tr("The message is damaged and could not be decrypted."));
    }
    char *data = nullptr;
    const long size = BIO_get_mem_data(plain.get(), &data);
    QByteArray bytes(data, size);
    OPENSSL_cleanse(data, static_cast<std::size_t>(size));
    return Secret(std::move(bytes));
}

QStringList defaultKeyFolders()
{
#ifdef Q_OS_WIN
    return {QDir::fromNativeSeparators(qEnvironmentVariable("ProgramData", QStringLiteral("C:\\ProgramData")))
            + QStringLiteral("/CloudSyncSetup/certificates")};
#else
    const QString configuration = qEnvironmentVariable("XDG_CONFIG_HOME");
    const QString base = QDir::isAbsolutePath(configuration) ? configuration : QDir::homePath() + QStringLiteral("/.config");
    return {QStringLiteral("/etc/cloud-sync-setup/certificates"), base + QStringLiteral("/cloud-sync-setup/certificates")};
#endif
}

} // namespace cloudsync
