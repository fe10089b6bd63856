// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/ports/Credential.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>

namespace cloudsync {

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers; ///< may hold a bearer token: never logged
    QByteArray body;
    std::chrono::milliseconds timeout = std::chrono::seconds(60);
    qint64 largestBody = 64LL * 1024 * 1024; ///< a longer answer is refused
};

struct HttpResponse
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< without case; first one
    /// How long the server asks to be left alone (Retry-After in seconds or as a date, RFC 9110 section 10.2.3); nullopt
    /// when it does not say so in a way that can be read.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QDateTime &now) const;
};

/// How to go out. Applies to every request of a client.
struct HttpSettings
{
    QString caFile;   ///< PEM with the only roots to trust; empty: the system's
    QString proxy;    ///< "" system (with its PAC file where it has one), "none", or http://host:port
    ProxyCredential proxyCredential; ///< offered once to a proxy that asks; also to the system's
    friend bool operator==(const HttpSettings &, const HttpSettings &) = default;
};

/// One HTTP exchange, blocking, over TLS with certificate and name checked; redirects are not followed.
/// Errors: NetworkUnreachable, NameNotResolved, TlsCertificateNotTrusted, TlsFailed, ProxyAuthenticationRequired, TimedOut,
/// Cancelled. Any status is a response, not an error. Thread-safe. No retry: who knows the meaning of a call decides.
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual Result<HttpResponse> send(const HttpRequest &request, const HttpSettings &settings,
                                                    const std::stop_token &stop) = 0;
};

} // namespace cloudsync
