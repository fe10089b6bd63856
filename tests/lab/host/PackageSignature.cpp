// SPDX-License-Identifier: GPL-3.0-or-later
#include "PackageSignature.h"

#include <QFile>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace cloudsync {

namespace {

template<typename T, void (*Free)(T *)>
struct Deleter
{
    void operator()(T *pointer) const { Free(pointer); }
};
template<typename T, void (*Free)(T *)>
using Handle = std::unique_ptr<T, Deleter<T, Free>>;

QString commonName(X509 *certificate)
{
    char text[256] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, text, sizeof(text));
    return QString::fromUtf8(text);
}

} // namespace

void verifyPackageSignature(const QString &package, const QString &authorityFile, PackageFacts &facts)
{
    QFile signature(package + QStringLiteral(".p7s"));
    QFile content(package);
    if (!signature.open(QIODevice::ReadOnly) || !content.open(QIODevice::ReadOnly)) {
        facts.signatureProblem = QStringLiteral("The file is not signed.");
        return;
    }
    const QByteArray der = signature.readAll();
    const QByteArray bytes = content.readAll();
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    const Handle<CMS_ContentInfo, CMS_ContentInfo_free> cms(d2i_CMS_ContentInfo(nullptr, &position, der.size()));
    const Handle<X509_STORE, X509_STORE_free> store(X509_STORE_new());
    X509_STORE_load_locations(store.get(), QFile::encodeName(authorityFile).constData(), nullptr);
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    BIO *data = BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size()));
    if (cms && CMS_verify(cms.get(), nullptr, store.get(), data, nullptr, CMS_BINARY) == 1) {
        facts.signatureValid = true;
        if (STACK_OF(X509) *signers = CMS_get0_signers(cms.get())) {
            facts.signer = commonName(sk_X509_value(signers, 0));
            sk_X509_free(signers);
        }
    } else {
        facts.signatureProblem = QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error()));
    }
    ERR_clear_error();
    BIO_free(data);
}

} // namespace cloudsync
