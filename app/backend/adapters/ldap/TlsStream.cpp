// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/TlsStream.h"

#ifdef _WIN32
#include "backend/adapters/windows/TrustedRoots.h"
#endif

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <limits>

namespace cloudsync::ldap {

namespace {

struct FreeCertificate
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Certificate = std::unique_ptr<X509, FreeCertificate>;

TcpStream *streamOf(BIO *bio)
{
    return static_cast<TcpStream *>(BIO_get_data(bio));
}

int bioRead(BIO *bio, char *data, int size)
{
    BIO_clear_retry_flags(bio);
    const qsizetype count = streamOf(bio)->read(data, size);
    if (count == ByteStream::wouldBlock)
        BIO_set_retry_read(bio);
    return count >= 0 ? static_cast<int>(count) : -1;
}

int bioWrite(BIO *bio, const char *data, int size)
{
    BIO_clear_retry_flags(bio);
    return streamOf(bio)->write(QByteArrayView(data, size)) ? size : -1;
}

long bioControl(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int bioCreate(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

// OpenSSL's own socket BIO writes without MSG_NOSIGNAL. The method table is constant once made.
const BIO_METHOD *streamBio()
{
    static const BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "cloudsync tcp");
        if (made) {
            BIO_meth_set_read(made, bioRead);
            BIO_meth_set_write(made, bioWrite);
            BIO_meth_set_ctrl(made, bioControl);
            BIO_meth_set_create(made, bioCreate);
        }
        return made;
    }();
    return method;
}

bool trustSystemRoots(SSL_CTX *context)
{
#ifdef _WIN32
    return windows::addTrustedRoots(SSL_CTX_get_cert_store(context)); // OpenSSL knows no store of Windows
#else
    return SSL_CTX_set_default_verify_paths(context) == 1;
#endif
}

QString lastTlsError()
{
    std::array<char, 256> text{};
    const unsigned long code = ERR_peek_last_error();
    if (code == 0)
        return QStringLiteral("the other side ended the connection during the handshake");
    ERR_error_string_n(code, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

QString nameOf(const X509_NAME *name)
{
    BIO *memory = BIO_new(BIO_s_mem());
    if (!memory)
        return {};
    X509_NAME_print_ex(memory, name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const QString text = QString::fromUtf8(data, size);
    BIO_free(memory);
    return text;
}

// Notes the first objection of the verifier with the certificate it is about, in the QString that the session carries.
int noteObjection(int accepted, X509_STORE_CTX *store)
{
    const auto *session = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *note = session ? static_cast<QString *>(SSL_get_app_data(session)) : nullptr;
    if (accepted == 1 || !note || !note->isEmpty())
        return accepted;
    *note = QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(store)));
    if (X509 *certificate = X509_STORE_CTX_get_current_cert(store)) {
        *note += QStringLiteral(" (certificate of %1, issued by %2)")
                     .arg(nameOf(X509_get_subject_name(certificate)), nameOf(X509_get_issuer_name(certificate)));
    }
    return accepted;
}

} // namespace

Result<std::unique_ptr<TlsStream>> TlsStream::connect(TcpStream &tcp, const QString &host, const QString &caFile,
                                                      const Limit &limit)
{
    std::unique_ptr<TlsStream> stream(new TlsStream);
    stream->m_context.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX *context = stream->m_context.get();
    if (!context || !streamBio() || SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1)
        return fail(ErrorCode::TlsFailed, host, lastTlsError());
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, noteObjection);
    if (caFile.isEmpty()) {
        if (!trustSystemRoots(context))
            return fail(ErrorCode::TlsFailed, host, lastTlsError());
    } else if (SSL_CTX_load_verify_locations(context, QFile::encodeName(caFile).constData(), nullptr) != 1) {
        const QString detail = lastTlsError();
        ERR_clear_error();
        return fail(ErrorCode::FileUnreadable, caFile, detail);
    } else {
        // The file says whom to trust: an issuing authority in it is enough, without the root above.
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_PARTIAL_CHAIN);
    }

    stream->m_session.reset(SSL_new(context));
    SSL *session = stream->m_session.get();
    BIO *bio = session ? BIO_new(streamBio()) : nullptr;
    if (!bio)
        return fail(ErrorCode::TlsFailed, host, lastTlsError());
    BIO_set_data(bio, &tcp);
    SSL_set_bio(session, bio, bio); // the session owns it now
    const QByteArray name = host.toUtf8();
    // An address has to stand in the certificate as an address (RFC 4513 section 3.1.3.2). A common name counts only
    // where there is no alternative name, as section 3.1.3 allows.
    X509_VERIFY_PARAM *parameters = SSL_get0_param(session);
    if (X509_VERIFY_PARAM_set1_ip_asc(parameters, name.constData()) != 1) {
        ERR_clear_error();
        X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        if (X509_VERIFY_PARAM_set1_host(parameters, name.constData(), 0) != 1 ||
            SSL_set_tlsext_host_name(session, name.constData()) != 1) {
            return fail(ErrorCode::TlsFailed, host, lastTlsError());
        }
    }

    QString objection;
    SSL_set_app_data(session, &objection);
    for (;;) {
        ERR_clear_error();
        const int done = SSL_connect(session);
        if (done == 1) {
            SSL_set_app_data(session, nullptr);
            return stream;
        }
        const int reason = SSL_get_error(session, done);
        if (reason == SSL_ERROR_WANT_READ) {
            if (auto ready = tcp.waitReadable(limit, host); !ready)
                return fail(std::move(ready.error()));
            continue;
        }
        if (limit.stop().stop_requested())
            return fail(ErrorCode::Cancelled, host);
        if (!objection.isEmpty())
            return fail(ErrorCode::TlsCertificateNotTrusted, host, objection);
        const QString detail = lastTlsError();
        ERR_clear_error();
        return fail(ErrorCode::TlsFailed, host, detail);
    }
}

qsizetype TlsStream::read(char *data, qsizetype size)
{
    ERR_clear_error();
    const int wanted = static_cast<int>(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
    const int count = SSL_read(m_session.get(), data, wanted);
    if (count > 0)
        return count;
    switch (SSL_get_error(m_session.get(), count)) {
    case SSL_ERROR_WANT_READ:
        return wouldBlock;
    case SSL_ERROR_ZERO_RETURN:
        return 0;
    default:
        return failed; // a connection that ends without close_notify may have been cut by somebody else
    }
}

bool TlsStream::write(QByteArrayView data)
{
    while (!data.isEmpty()) {
        ERR_clear_error();
        const int wanted = static_cast<int>(std::min<qsizetype>(data.size(), std::numeric_limits<int>::max()));
        const int count = SSL_write(m_session.get(), data.data(), wanted);
        if (count <= 0)
            return false;
        data = data.sliced(count);
    }
    return true;
}

bool TlsStream::hasBuffered() const
{
    return SSL_pending(m_session.get()) > 0;
}

QByteArray TlsStream::endPointBinding() const
{
    const Certificate peer{SSL_get1_peer_certificate(m_session.get())};
    if (!peer)
        return {};
    // RFC 5929 section 4.1: the hash of the certificate's own signature, but SHA-256 in place of MD5 and SHA-1.
    int digest = NID_undef;
    if (X509_get_signature_info(peer.get(), &digest, nullptr, nullptr, nullptr) != 1 || digest == NID_undef ||
        digest == NID_md5 || digest == NID_sha1) {
        digest = NID_sha256;
    }
    const EVP_MD *method = EVP_get_digestbynid(digest);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (!method || X509_digest(peer.get(), method, hash.data(), &size) != 1)
        return {};
    return QByteArrayLiteral("tls-server-end-point:") + QByteArray(reinterpret_cast<const char *>(hash.data()), size);
}

} // namespace cloudsync::ldap
