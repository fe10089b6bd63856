// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/tests/TenantProcess.h"

#include "tests/lab/tenant/Text.h"

#include <httplib.h>

#include <csignal>
#include <fstream>
#include <regex>
#include <sstream>

namespace cloudsync::tests {

using namespace lab;

namespace {

std::string queryText(const std::map<std::string, std::string> &fields)
{
    std::string out;
    for (const auto &[name, content] : fields)
        out += (out.empty() ? "" : "&") + percentEncoded(name) + '=' + percentEncoded(content);
    return out;
}

} // namespace

std::string Answer::header(const std::string &nameInSmallLetters) const
{
    const auto found = headers.find(nameInSmallLetters);
    return found == headers.end() ? std::string() : found->second;
}

std::string Answer::errorCode() const
{
    const Json *error = find(json, "error");
    return !error ? std::string() : error->is_string() ? error->get<std::string>() : text(*error, "code");
}

std::string parameter(const std::string &address, const std::string &name)
{
    const std::size_t begin = address.find_first_of("?#");
    return begin == std::string::npos ? std::string() : value(parseForm(address.substr(begin + 1)), name);
}

TenantProcess::TenantProcess()
{
    // Made once a program: it takes longer than most tests.
    static const Key key = newRsaKey();
    EVP_PKEY_up_ref(key.get());
    m_key.reset(key.get());
    // Self-signed, as an administrator would make it.
    m_certificate = newAuthority(m_key, "Unattended sign-in");
}

TenantProcess::~TenantProcess() { kill(); }

bool TenantProcess::start(const Json &config, const QStringList &arguments)
{
    const std::string certificate = file("application.pem").toStdString(), overlay = file("config.json").toStdString();
    if (!saveCertificates({m_certificate.get()}, certificate)) {
        m_error = QStringLiteral("The certificate cannot be written.");
        return false;
    }
    std::ofstream(overlay) << compact(config);
    m_token.clear();
    // A connection that the tenant resets must not end the test program. Here, because Qt Test sets its own handlers before.
    std::signal(SIGPIPE, SIG_IGN);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(LAB_TENANT_PROGRAM),
                    QStringList{QStringLiteral("--state"), file(QStringLiteral("state")), QStringLiteral("--metadata"),
                                QStringLiteral(LAB_TENANT_METADATA), QStringLiteral("--app-certificate"), QString::fromStdString(certificate),
                                QStringLiteral("--config"), QString::fromStdString(overlay)}
                        + arguments);
    while (m_process.waitForReadyRead(30000)) {
        if (!m_process.canReadLine())
            continue;
        std::string why;
        const auto ready = parseJson(m_process.readLine().toStdString(), why);
        m_endpoint = ready.value_or(Json::object());
        m_error = QString::fromStdString(why);
        return flag(m_endpoint, "ready");
    }
    m_error = QString::fromUtf8(m_process.readAllStandardError());
    return false;
}

void TenantProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(15000))
        kill();
}

void TenantProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

std::string TenantProcess::password(const std::string &account) const
{
    std::ifstream source(file(QStringLiteral("state/passwords.json")).toStdString());
    std::stringstream content;
    content << source.rdbuf();
    std::string why;
    const auto all = parseJson(content.str(), why);
    return all ? text(*all, account) : std::string();
}

Answer TenantProcess::send(const std::string &method, const std::string &path, const std::string &body, const std::string &contentType,
                           const Headers &headers) const
{
    httplib::SSLClient client(text(m_endpoint, "address"), static_cast<int>(number(m_endpoint, "port")));
    client.set_ca_cert_path(text(m_endpoint, "caFile").c_str());
    client.enable_server_certificate_verification(true);
    client.set_read_timeout(30);
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    for (const auto &[name, content] : headers)
        request.set_header(name, content);
    if (!contentType.empty())
        request.set_header("Content-Type", contentType);
    const httplib::Result result = client.send(request);
    Answer answer;
    if (!result)
        return answer;
    answer.status = result->status;
    answer.body = result->body;
    for (const auto &[name, content] : result->headers)
        answer.headers.emplace(lower(name), content);
    std::string why;
    if (const auto parsed = parseJson(result->body, why))
        answer.json = *parsed;
    return answer;
}

Answer TenantProcess::form(const std::string &path, const std::map<std::string, std::string> &fields) const
{
    return send("POST", path, queryText(fields), "application/x-www-form-urlencoded");
}

Answer TenantProcess::graph(const std::string &method, const std::string &path, const Json &body, const std::string &token, const Headers &headers) const
{
    Headers all = headers;
    all.emplace("Authorization", "Bearer " + (token.empty() ? applicationToken() : token));
    return send(method, path, body.is_null() ? std::string() : compact(body), body.is_null() ? std::string() : "application/json", all);
}

Answer TenantProcess::control(const std::string &method, const std::string &path, const Json &body) const
{
    return send(method, path, body.is_null() ? std::string() : compact(body), body.is_null() ? std::string() : "application/json");
}

Json TenantProcess::assertionHeader() const
{
    return {{"alg", "RS256"}, {"typ", "JWT"}, {"x5t#S256", base64Url(sha256(derBytes(m_certificate.get())))}};
}

Json TenantProcess::assertionClaims() const
{
    const long long now = unixSeconds(std::chrono::system_clock::now());
    return {{"aud", root() + '/' + tenantId() + "/oauth2/v2.0/token"}, {"iss", clientId()}, {"sub", clientId()}, {"jti", newGuid()},
            {"nbf", now}, {"exp", now + 300}};
}

std::string TenantProcess::assertion(const Json &header, const Json &claims) const { return signedToken(m_key, header, claims); }

Answer TenantProcess::signInByCertificate(const std::string &assertion) const
{
    return form('/' + tenantId() + "/oauth2/v2.0/token",
                {{"grant_type", "client_credentials"},
                 {"client_id", clientId()},
                 {"scope", root() + "/.default"},
                 {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                 {"client_assertion", assertion}});
}

std::string TenantProcess::applicationToken() const
{
    if (m_token.empty())
        m_token = text(signInByCertificate(assertion(assertionHeader(), assertionClaims())).json, "access_token");
    return m_token;
}

std::map<std::string, std::string> TenantProcess::authorizeQuery(const std::string &scope) const
{
    return {{"client_id", clientId()},
            {"response_type", "code"},
            {"response_mode", "query"},
            {"redirect_uri", "http://localhost:54321/"},
            {"scope", scope},
            {"state", "the state"},
            {"nonce", "the nonce"},
            {"code_challenge", base64Url(sha256(verifier()))},
            {"code_challenge_method", "S256"}};
}

Answer TenantProcess::authorize(std::map<std::string, std::string> query, const std::string &account, const std::string &password) const
{
    const std::string path = '/' + tenantId() + "/oauth2/v2.0/authorize";
    Answer page = send("GET", path + '?' + queryText(query));
    std::smatch context;
    static const std::regex pattern("name=\"ctx\" value=\"([^\"]+)\"");
    if (page.status != 200 || !std::regex_search(page.body, context, pattern))
        return page;
    return form(path, {{"ctx", context[1]}, {"action", "signin"}, {"username", account}, {"password", password}});
}

Answer TenantProcess::signInByCode(const std::string &account, const std::string &scope) const
{
    const Answer redirect = authorize(authorizeQuery(scope), account, password(account));
    return form('/' + tenantId() + "/oauth2/v2.0/token",
                {{"grant_type", "authorization_code"},
                 {"client_id", clientId()},
                 {"code", parameter(redirect.header("location"), "code")},
                 {"redirect_uri", "http://localhost:54321/"},
                 {"code_verifier", verifier()}});
}

Json TenantProcess::configure(const std::string &domain) const
{
    Json out = Json::object();
    static_cast<void>(graph("PATCH", "/beta/organization/" + tenantId(), {{"onPremisesSyncEnabled", true}}));
    const Answer made = graph("POST", "/v1.0/applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate", {{"displayName", domain}});
    out["sp"] = text(made.json.value("servicePrincipal", Json::object()), "id");
    static_cast<void>(graph("PUT", synchronization(out) + "/secrets",
                            {{"value", Json::array({{{"key", "Domain"}, {"value", compact({{"domain", domain}})}},
                                                    {{"key", "AppKey"}, {"value", R"({"appKeyScenario":"AD2AADProvisioning"})"}}})}}));
    out["job"] = text(graph("POST", synchronization(out) + "/jobs", {{"templateId", "AD2AADProvisioning"}}).json, "id");
    return out;
}

std::string TenantProcess::synchronization(const Json &configuration) const
{
    return "/beta/servicePrincipals/" + text(configuration, "sp") + "/synchronization";
}

std::string TenantProcess::jobPath(const Json &configuration) const
{
    return synchronization(configuration) + "/jobs/" + text(configuration, "job");
}

Answer TenantProcess::registerAgent(const std::string &machine, const std::string &domain) const
{
    return graph("POST", "/lab/agents", {{"machineName", machine}, {"version", "1.1.2505.0"}, {"domains", Json::array({domain})}});
}

} // namespace cloudsync::tests
