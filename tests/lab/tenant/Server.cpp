// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Server.h"

#include <httplib.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace cloudsync::lab {

namespace {

/// A schema with 50 scopes must fit, and no more (graph.md section 7.2).
constexpr std::size_t bodyLimit = 4U * 1024U * 1024U;

void pause(int milliseconds)
{
    // Latency is what was asked for; the thread serves this one connection.
    if (milliseconds > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

/// Ends the connection with a TCP reset. The library keeps its descriptor, which then points to /dev/null.
void resetConnection(const httplib::Request &request)
{
    const int descriptor = request.ssl ? SSL_get_fd(request.ssl) : -1;
    if (descriptor < 0)
        return;
    const linger atOnce{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) {
        ::dup2(nowhere, descriptor);
        ::close(nowhere);
    }
}

/// OData writes a key as a segment or in parentheses: users('x') is users/x.
std::vector<std::string> pathSegments(const std::string &path)
{
    std::vector<std::string> out;
    for (const std::string &raw : split(path, '/', false)) {
        const std::string segment = percentDecoded(raw, false);
        const std::size_t open = segment.find('(');
        if (open == std::string::npos || open == 0 || segment.back() != ')') {
            out.push_back(segment);
            continue;
        }
        std::string key = segment.substr(open + 1, segment.size() - open - 2);
        if (key.find('=') != std::string::npos) { // a function with parameters stays as it is
            out.push_back(segment);
            continue;
        }
        if (key.size() > 1 && key.front() == '\'' && key.back() == '\'')
            key = key.substr(1, key.size() - 2);
        out.push_back(segment.substr(0, open));
        if (!key.empty())
            out.push_back(key);
    }
    return out;
}

Exchange readExchange(const httplib::Request &request, std::string body)
{
    Exchange exchange;
    exchange.method = request.method;
    const std::size_t question = request.target.find('?');
    exchange.path = request.target.substr(0, question);
    if (question != std::string::npos)
        exchange.query = parseForm(std::string_view(request.target).substr(question + 1));
    for (const auto &[name, content] : request.headers)
        exchange.headers.emplace(lower(name), content);
    exchange.body = std::move(body);
    exchange.clientRequestId = exchange.header("client-request-id");
    exchange.segments = pathSegments(exchange.path);
    return exchange;
}

Reply faultReply(const Fault &fault, const Exchange &exchange)
{
    Reply reply;
    reply.status = fault.status;
    reply.headers = fault.headers;
    reply.contentType = fault.contentType;
    if (fault.answer) {
        reply.body = *fault.answer;
    } else if (fault.status >= 400) {
        const std::string code = fault.status == 429 ? "TooManyRequests"
            : fault.status == 503                    ? "ServiceUnavailable"
            : fault.status == 412                    ? "PreconditionFailed"
            : fault.status == 409                    ? "Conflict"
            : fault.status == 404                    ? "Request_ResourceNotFound"
            : fault.status == 403                    ? "Authorization_RequestDenied"
            : fault.status == 401                    ? "InvalidAuthenticationToken"
                                                     : "UnknownError";
        reply.body = compact({{"error",
                               {{"code", code},
                                {"message", "This answer was ordered from the lab."},
                                {"innerError",
                                 {{"date", graphTime(std::chrono::system_clock::now()).substr(0, 19)},
                                  {"request-id", exchange.requestId},
                                  {"client-request-id", exchange.clientRequestId}}}}}});
    }
    return reply;
}

void send(const Reply &reply, const Exchange &exchange, const std::optional<Fault> &fault, httplib::Response &response)
{
    response.status = reply.status;
    response.set_header("request-id", exchange.requestId);
    if (!exchange.clientRequestId.empty())
        response.set_header("client-request-id", exchange.clientRequestId);
    response.set_header("Cache-Control", "no-store");
    for (const auto &[name, content] : reply.headers)
        response.set_header(name, content);
    const bool shaped = fault && (fault->truncate || fault->slowMilliseconds > 0);
    if (!shaped) {
        if (!reply.contentType.empty())
            response.set_content(reply.body, reply.contentType);
        return;
    }
    const std::size_t end = std::min(fault->truncate.value_or(reply.body.size()), reply.body.size());
    const std::size_t piece = std::max<std::size_t>(1, reply.body.size() / 8);
    response.set_content_provider(
        reply.body.size(), reply.contentType.empty() ? "application/json" : reply.contentType,
        [body = reply.body, end, piece, slow = fault->slowMilliseconds](std::size_t offset, std::size_t, httplib::DataSink &sink) {
            if (offset >= end)
                return false; // the connection ends before the announced length
            pause(slow);
            return sink.write(body.data() + offset, std::min(piece, end - offset));
        });
}

void serve(Lab &lab, Server::Handler handler, const httplib::Request &request, httplib::Response &response, std::string body)
{
    Exchange exchange = readExchange(request, std::move(body));
    if (!exchange.segments.empty() && exchange.segments.front() == "lab") {
        send(handler(lab, exchange), exchange, std::nullopt, response);
        return;
    }
    const auto clock = std::chrono::steady_clock::now();
    const Time began = std::chrono::system_clock::now();
    pause(lab.faults.latencyFor(exchange));
    const std::optional<Fault> fault = lab.faults.next(exchange);
    if (fault)
        pause(fault->delayMilliseconds);
    Reply reply;
    if (!fault || fault->carryOut || (fault->status == 0 && !fault->reset))
        reply = handler(lab, exchange);
    if (fault && fault->status != 0)
        reply = faultReply(*fault, exchange);
    const bool reset = fault && fault->reset;
    lab.record.add(exchange, reset ? 0 : reply.status, began,
                   std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - clock),
                   fault.has_value());
    if (reset)
        resetConnection(request);
    send(reply, exchange, fault, response);
}

} // namespace

class Server::Secure : public httplib::SSLServer {
public:
    using httplib::SSLServer::SSLServer;
    /// The library listens with room for five connections: a client that opens more at once would wait a second for each.
    void widenBacklog() { ::listen(svr_sock_, 256); }
};

Server::Server(Lab &lab, const std::filesystem::path &chainFile, const std::filesystem::path &keyFile, Handler handler)
    : m_lab(lab)
    , m_handler(handler)
    , m_server(std::make_unique<Secure>(chainFile.c_str(), keyFile.c_str()))
{
    m_server->new_task_queue = [] { return new httplib::ThreadPool(64); };
    m_server->set_keep_alive_max_count(100000);
    m_server->set_keep_alive_timeout(60);
    m_server->set_read_timeout(60);
    m_server->set_write_timeout(60);
    m_server->set_tcp_nodelay(true);
    m_server->set_payload_max_length(bodyLimit);
    // Without SO_REUSEPORT, which the library sets: two tenants must not share one port.
    m_server->set_socket_options([](socket_t descriptor) {
        const int yes = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        serve(m_lab, m_handler, request, response, request.body);
    };
    // The library's own reader refuses forms above 8 KB, which an assertion with a certificate chain may reach, and waits for
    // the end of the connection where a request tells no length.
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &read) {
        std::string body;
        if (request.has_header("Content-Length") || request.has_header("Transfer-Encoding")) {
            const bool complete = read([&](const char *data, std::size_t length) {
                body.append(data, length);
                return body.size() <= bodyLimit;
            });
            if (!complete) {
                response.status = body.size() > bodyLimit ? 413 : response.status < 400 ? 400 : response.status;
                return;
            }
        }
        serve(m_lab, m_handler, request, response, std::move(body));
    };
    m_server->Get(".*", plain);
    m_server->Delete(".*", plain);
    m_server->Options(".*", plain);
    m_server->Post(".*", withBody);
    m_server->Put(".*", withBody);
    m_server->Patch(".*", withBody);
}

Server::~Server() = default;

int Server::bind(const std::string &address, int port)
{
    if (!m_server->is_valid())
        return -1;
    int bound = -1;
    if (port > 0)
        bound = m_server->bind_to_port(address, port) ? port : -1;
    else
        bound = m_server->bind_to_any_port(address);
    if (bound > 0)
        m_server->widenBacklog();
    return bound;
}

void Server::run() { m_server->listen_after_bind(); }
void Server::stop() { m_server->stop(); }

} // namespace cloudsync::lab
