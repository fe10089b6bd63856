// SPDX-License-Identifier: GPL-3.0-or-later
// Plain sockets through OpenSSL's portable calls: Qt's blocking calls cannot be stopped, and an event loop has no place in a check.
#include "backend/adapters/files/ConnectionProbe.h"

#ifdef _WIN32
#include "backend/adapters/windows/TrustedRoots.h"
#endif

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <ctime>
#include <memory>
#include <mutex>
#include <thread>

namespace cloudsync {

namespace {

constexpr int streamSocket = 1; // SOCK_STREAM, which POSIX systems and Winsock number alike; their headers are not needed else

using Deadline = std::chrono::steady_clock::time_point;

struct Addresses
{
    explicit Addresses(BIO_ADDRINFO *list) : first(list) {}
    ~Addresses() { BIO_ADDRINFO_free(first); }
    Addresses(const Addresses &) = delete;
    Addresses &operator=(const Addresses &) = delete;
    BIO_ADDRINFO *first;
};

struct Socket
{
    int handle = -1;
    ~Socket()
    {
        if (handle >= 0)
            BIO_closesocket(handle);
    }
};

template<auto function>
struct Freed
{
    template<typename T>
    void operator()(T *pointer) const { function(pointer); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using SslContext = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Ssl = std::unique_ptr<SSL, Freed<SSL_free>>;

bool trustSystemRoots(SSL_CTX *context)
{
#ifdef _WIN32
    return windows::addTrustedRoots(SSL_CTX_get_cert_store(context)); // OpenSSL knows no store of Windows
#else
    return SSL_CTX_set_default_verify_paths(context) == 1;
#endif
}

QString lastSslError()
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = ERR_reason_error_string(code);
    const QString text = reason ? QString::fromLatin1(reason) : QString();
    ERR_clear_error();
    return text;
}

class Prober
{
public:
    Prober(const ProbeTarget &target, const std::stop_token &stop)
        : m_target(target), m_stop(stop), m_deadline(std::chrono::steady_clock::now() + target.limit),
          m_subject(target.host + u':' + QString::number(target.port))
    {
    }

    Result<void> run()
    {
        BIO_sock_init();
        ERR_clear_error();
        const auto addresses = lookUp();
        if (!addresses)
            return fail(addresses.error());
        Result<void> connected = failure(ErrorCode::NetworkUnreachable);
        for (const BIO_ADDRINFO *one = (*addresses)->first; one; one = BIO_ADDRINFO_next(one)) {
            Socket socket;
            connected = connect(one, socket);
            if (connected)
                return m_target.tls ? handshake(socket.handle) : connected;
            if (m_stop.stop_requested())
                break;
        }
        return connected;
    }

private:
    tl::unexpected<Error> failure(ErrorCode code, const QString &detail = {}) const { return fail(code, m_subject, detail); }

    /// The system's look-up cannot be ended; a thread of its own finishes it when nobody waits any longer.
    Result<std::shared_ptr<Addresses>> lookUp() const
    {
        struct Shared
        {
            std::mutex mutex;
            std::condition_variable_any done;
            bool finished = false;
            std::shared_ptr<Addresses> addresses;
            QString problem;
        };
        const auto shared = std::make_shared<Shared>();
        std::thread([shared, host = m_target.host.toUtf8(), port = QByteArray::number(m_target.port)] {
            BIO_ADDRINFO *list = nullptr;
            const bool good = BIO_lookup_ex(host.constData(), port.constData(), BIO_LOOKUP_CLIENT, 0, streamSocket, 0, &list) == 1;
            const auto addresses = std::make_shared<Addresses>(list);
            const std::lock_guard lock(shared->mutex);
            if (good)
                shared->addresses = addresses;
            else
                shared->problem = lastSslError();
            shared->finished = true;
            shared->done.notify_all();
        }).detach();
        std::unique_lock lock(shared->mutex);
        const bool finished = shared->done.wait_until(lock, m_stop, m_deadline, [&] { return shared->finished; });
        if (!finished)
            return failure(m_stop.stop_requested() ? ErrorCode::Cancelled : ErrorCode::TimedOut);
        if (!shared->addresses)
            return failure(ErrorCode::NameNotResolved, shared->problem);
        return shared->addresses;
    }

    /// Waits until the socket is ready or the time is over. At most a second passes before a stop is noticed.
    Result<void> waitFor(BIO *bio) const
    {
        while (true) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            if (std::chrono::steady_clock::now() >= m_deadline)
                return failure(ErrorCode::TimedOut);
            if (BIO_wait(bio, std::time(nullptr) + 1, 50) > 0)
                return {};
            ERR_clear_error(); // a slice without an event counts as an error there
        }
    }

    Result<void> connect(const BIO_ADDRINFO *address, Socket &socket) const
    {
        socket.handle = BIO_socket(BIO_ADDRINFO_family(address), BIO_ADDRINFO_socktype(address), BIO_ADDRINFO_protocol(address), 0);
        if (socket.handle < 0)
            return failure(ErrorCode::NetworkUnreachable, lastSslError());
        const bool immediate = BIO_connect(socket.handle, BIO_ADDRINFO_address(address), BIO_SOCK_NONBLOCK) == 1;
        if (!immediate) {
            if (!BIO_sock_should_retry(-1))
                return failure(ErrorCode::NetworkUnreachable, lastSslError());
            ERR_clear_error();
            const Bio bio(BIO_new_socket(socket.handle, BIO_NOCLOSE));
            if (auto ready = waitFor(bio.get()); !ready)
                return ready;
        }
        if (const int problem = BIO_sock_error(socket.handle); problem != 0)
            return failure(ErrorCode::NetworkUnreachable, QString::fromLocal8Bit(std::strerror(problem)));
        return {};
    }

    Result<void> handshake(int handle) const
    {
        const SslContext context(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        const QByteArray caFile = m_target.caFile.toLocal8Bit();
        const bool roots = caFile.isEmpty() ? trustSystemRoots(context.get())
                                            : SSL_CTX_load_verify_locations(context.get(), caFile.constData(), nullptr) == 1;
        if (!roots)
            return failure(ErrorCode::TlsCertificateNotTrusted, m_target.caFile);
        const Ssl ssl(SSL_new(context.get()));
        const QByteArray host = m_target.host.toUtf8();
        // An address is compared with the certificate's addresses and never sent as a server name (RFC 6066 section 3).
        if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl.get()), host.constData()) != 1) {
            ERR_clear_error();
            SSL_set1_host(ssl.get(), host.constData());
            SSL_set_tlsext_host_name(ssl.get(), host.constData());
        }
        SSL_set_fd(ssl.get(), handle);
        while (true) {
            ERR_clear_error();
            const int result = SSL_connect(ssl.get());
            if (result == 1)
                return {};
            const int reason = SSL_get_error(ssl.get(), result);
            if (reason != SSL_ERROR_WANT_READ && reason != SSL_ERROR_WANT_WRITE)
                return handshakeFailure(ssl.get());
            if (auto ready = waitFor(SSL_get_rbio(ssl.get())); !ready)
                return ready;
        }
    }

    Result<void> handshakeFailure(SSL *ssl) const
    {
        const long verified = SSL_get_verify_result(ssl);
        if (verified != X509_V_OK) {
            ERR_clear_error();
            return failure(ErrorCode::TlsCertificateNotTrusted, QString::fromLatin1(X509_verify_cert_error_string(verified)));
        }
        return failure(ErrorCode::TlsFailed, lastSslError());
    }

    const ProbeTarget &m_target;
    const std::stop_token &m_stop;
    Deadline m_deadline;
    QString m_subject;
};

} // namespace

Result<void> probeConnection(const ProbeTarget &target, const std::stop_token &stop)
{
    return Prober(target, stop).run();
}

} // namespace cloudsync
