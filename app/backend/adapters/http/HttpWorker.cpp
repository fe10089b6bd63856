// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/http/HttpWorker.h"

#include <QIODevice>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>
#include <cstring>
#include <utility>

namespace cloudsync {

struct HttpWorker::Running
{
    Route *route = nullptr;
    bool offered = false; ///< the proxy was given the credential
    std::shared_ptr<HttpExchange> exchange;
    QByteArray body;
    QStringList certificateProblems;
    bool tooLong = false;
};

namespace {

/// A body that can be read once. Qt sends a request again by itself when a connection ends before the answer
/// (QHttpNetworkConnectionChannel reconnects up to three times), POST included; a POST that the service has already
/// carried out would be doubled. A body that cannot be rewound turns that into an error, and the caller decides.
class OnceBody final : public QIODevice
{
public:
    OnceBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_position + QIODevice::bytesAvailable();
    }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_position);
        if (count <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

/// Basic authentication (RFC 7617) as a header of the CONNECT request. Qt's own way, the signal
/// proxyAuthenticationRequired, sends a refused password again without end, and knows Latin-1 alone. Negotiate and NTLM with
/// the session of Windows stay with Qt.
[[nodiscard]] QNetworkProxy withCredential(QNetworkProxy proxy, const ProxyCredential &credential)
{
    if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy)
        proxy.setRawHeader(
            "Proxy-Authorization",
            "Basic " + (credential.user.toUtf8() + ':' + credential.password.reveal().toByteArray()).toBase64());
    return proxy;
}

/// Asks the system for every request: a laptop changes networks, and Windows may answer by a PAC file.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    explicit SystemProxies(std::optional<ProxyCredential> credential) : m_credential(std::move(credential)) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = systemProxyForQuery(query);
        if (m_credential) {
            for (QNetworkProxy &proxy : proxies)
                proxy = withCredential(proxy, *m_credential);
        }
        return proxies;
    }

private:
    const std::optional<ProxyCredential> m_credential;
};

[[nodiscard]] QString describe(const QSslError &problem)
{
    const QSslCertificate certificate = problem.certificate();
    if (certificate.isNull())
        return problem.errorString();
    return QStringLiteral("%1 (certificate of %2, issued by %3)")
        .arg(problem.errorString(), certificate.subjectDisplayName(), certificate.issuerDisplayName());
}

[[nodiscard]] QString proxyName(const HttpSettings &settings)
{
    return settings.proxy.isEmpty() ? QStringLiteral("system proxy") : settings.proxy;
}

/// The failure of a reply that is not an answer, or nothing when a status came.
[[nodiscard]] std::optional<Error> failureOf(const QNetworkReply &reply, const HttpSettings &settings,
                                             const QStringList &certificateProblems)
{
    const QString host = reply.url().host();
    const QString text = reply.errorString();
    const bool hasStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    const auto make = [](ErrorCode code, const QString &subject, const QString &detail) {
        return Error{code, subject, detail, {}};
    };
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return make(ErrorCode::NameNotResolved, host, text);
    case QNetworkReply::SslHandshakeFailedError:
        if (!certificateProblems.isEmpty())
            return make(ErrorCode::TlsCertificateNotTrusted, host, certificateProblems.join(QStringLiteral("; ")));
        return make(ErrorCode::TlsFailed, host, text);
    case QNetworkReply::TimeoutError:
        return make(ErrorCode::TimedOut, host, text);
    case QNetworkReply::OperationCanceledError:
        return make(ErrorCode::Cancelled, host, {});
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return make(ErrorCode::ProxyAuthenticationRequired, proxyName(settings), text);
    case QNetworkReply::ProxyNotFoundError:
        return make(ErrorCode::NameNotResolved, proxyName(settings), text);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return make(ErrorCode::NetworkUnreachable, proxyName(settings), text);
    case QNetworkReply::ContentReSendError:
        return make(ErrorCode::NetworkUnreachable, host, QStringLiteral("the connection ended before an answer came"));
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError:
        // Through a proxy nobody else was asked. Qt 6.4 reports its refusal as UnknownNetworkError.
        return make(ErrorCode::NetworkUnreachable,
                    settings.proxy.startsWith(QLatin1String("http:")) ? settings.proxy : host, text);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return make(ErrorCode::NetworkUnreachable, host, text);
    // Statuses that Qt counts as errors: answers here, when a status came at all.
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        break;
    }
    if (hasStatus)
        return std::nullopt;
    return make(ErrorCode::NetworkUnreachable, host, text);
}

[[nodiscard]] QNetworkRequest requestOf(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest result(request.url);
    result.setSslConfiguration(tls);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // The limit on the answer's size is ours and counts the bytes after decompression.
    result.setDecompressedSafetyCheckThreshold(-1);
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    return result;
}

[[nodiscard]] QNetworkReply *dispatch(QNetworkAccessManager &manager, QNetworkRequest request, const HttpRequest &what)
{
    if (what.method == "GET")
        return manager.get(request);
    if (what.method == "DELETE" && what.body.isEmpty())
        return manager.deleteResource(request);
    if (what.method == "PUT")
        return manager.put(request, what.body);
    if (what.method == "POST") {
        if (what.body.isEmpty())
            return manager.post(request, QByteArray());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, what.body.size());
        auto *body = new OnceBody(what.body, &manager);
        QNetworkReply *reply = manager.post(request, body);
        body->setParent(reply);
        return reply;
    }
    return manager.sendCustomRequest(request, what.method, what.body);
}

[[nodiscard]] std::unique_ptr<QNetworkAccessManager> newManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    return manager;
}

} // namespace

HttpWorker::HttpWorker() = default;

HttpWorker::~HttpWorker()
{
    const auto left = m_running;
    m_running.clear();
    for (auto it = left.begin(); it != left.end(); ++it) {
        it.key()->disconnect(this);
        it.key()->abort();
        it.value()->exchange->finish(fail(ErrorCode::Cancelled, it.key()->url().host()));
        delete it.key();
    }
}

Result<void> HttpWorker::configureProxy(Route &route)
{
    const HttpSettings &settings = route.settings;
    const ProxyCredential &credential = settings.proxyCredential;
    if (settings.proxy.isEmpty()) {
        // Owned by the manager.
        route.manager->setProxyFactory(
            new SystemProxies(route.offersCredential ? std::optional(credential) : std::nullopt));
    } else if (settings.proxy == QLatin1String("none")) {
        route.manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    } else {
        const QUrl address(settings.proxy, QUrl::StrictMode);
        if (!address.isValid() || address.scheme() != QLatin1String("http") || address.host().isEmpty() ||
            address.port() <= 0)
            return fail(ErrorCode::NetworkUnreachable, settings.proxy,
                        QStringLiteral("the proxy's address is not of the form http://host:port"));
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, address.host(), static_cast<quint16>(address.port()));
        route.manager->setProxy(route.offersCredential ? withCredential(proxy, credential) : proxy);
    }
    return {};
}

Result<HttpWorker::Route *> HttpWorker::routeFor(const HttpSettings &settings)
{
    for (const auto &known : m_routes) {
        if (known->settings == settings)
            return known.get();
    }
    auto route = std::make_unique<Route>();
    route->settings = settings;
    route->tls = QSslConfiguration::defaultConfiguration();
    route->tls.setProtocol(QSsl::TlsV1_2OrLater);
    route->tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!settings.caFile.isEmpty()) {
        const QList<QSslCertificate> roots =
            QSslCertificate::fromPath(settings.caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (roots.isEmpty())
            return fail(ErrorCode::FileUnreadable, settings.caFile,
                        QStringLiteral("there is no certificate in PEM form in this file"));
        route->tls.setCaCertificates(roots);
    }
    route->manager = newManager();
    if (const Result<void> configured = configureProxy(*route); !configured)
        return fail(configured.error());
    m_routes.push_back(std::move(route));
    return m_routes.back().get();
}

void HttpWorker::start(const std::shared_ptr<HttpExchange> &exchange)
{
    const Result<Route *> route = routeFor(exchange->settings);
    if (!route) {
        exchange->finish(fail(route.error()));
        return;
    }
    if ((*route)->proxyRefused) {
        exchange->finish(fail(ErrorCode::ProxyAuthenticationRequired, proxyName(exchange->settings),
                              QStringLiteral("the proxy refused this user name and password before")));
        return;
    }
    const HttpRequest &request = exchange->request;
    QNetworkReply *reply = dispatch(*(*route)->manager, requestOf(request, (*route)->tls), request);
    auto running = std::make_shared<Running>();
    running->route = *route;
    running->offered = (*route)->offersCredential;
    running->exchange = exchange;
    m_running.insert(reply, running);

    connect(reply, &QNetworkReply::sslErrors, this, [running](const QList<QSslError> &problems) {
        for (const QSslError &problem : problems)
            running->certificateProblems.append(describe(problem));
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { readAvailable(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); });
}

void HttpWorker::readAvailable(QNetworkReply *reply)
{
    const auto running = m_running.value(reply);
    if (!running || running->tooLong || !reply->isReadable())
        return;
    const qint64 room = running->exchange->request.largestBody - running->body.size();
    if (reply->bytesAvailable() > room) {
        running->tooLong = true;
        reply->abort(); // emits finished()
        return;
    }
    running->body += reply->readAll();
}

void HttpWorker::finish(QNetworkReply *reply)
{
    readAvailable(reply);
    const auto running = m_running.take(reply);
    if (!running)
        return;
    reply->deleteLater();

    if (running->tooLong) {
        running->exchange->finish(
            fail(ErrorCode::TenantResponseInvalid, reply->url().host(),
                 QStringLiteral("the answer is longer than %1 bytes").arg(running->exchange->request.largestBody)));
        return;
    }
    if (auto failure = failureOf(*reply, running->exchange->settings, running->certificateProblems)) {
        Route &route = *running->route;
        const bool asked = failure->code == ErrorCode::ProxyAuthenticationRequired;
        if (asked && !running->offered && !route.settings.proxyCredential.user.isEmpty() && !route.proxyRefused) {
            // Only now: a proxy that does not ask gets no password. Nothing has reached the server yet.
            if (!route.offersCredential) {
                // Connections made without the header would be used again; their replies still need the old manager.
                route.offersCredential = true;
                route.retired.push_back(std::exchange(route.manager, newManager()));
            }
            if (configureProxy(route)) {
                start(running->exchange);
                return;
            }
        }
        if (asked && running->offered)
            route.proxyRefused = true;
        running->exchange->finish(fail(std::move(*failure)));
        return;
    }
    HttpResponse response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.headers = reply->rawHeaderPairs();
    response.body = std::move(running->body);
    running->exchange->finish(std::move(response));
}

void HttpWorker::abort(const std::shared_ptr<HttpExchange> &exchange)
{
    for (auto it = m_running.begin(); it != m_running.end(); ++it) {
        if (it.value()->exchange == exchange) {
            it.key()->abort();
            return;
        }
    }
}

} // namespace cloudsync
