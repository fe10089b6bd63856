// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/Json.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>

namespace cloudsync::tests {

using lab::Json;

struct Answer {
    int status = 0; // 0: no answer came
    Json json;      // null where the body is no JSON
    std::string body;
    std::multimap<std::string, std::string> headers; // names in small letters
    [[nodiscard]] std::string header(const std::string &nameInSmallLetters) const;
    /// code of an error in Graph's form, or the word of an error of sign-in.
    [[nodiscard]] std::string errorCode() const;
};

/// A stand-in tenant of a test's own: a folder, a port, an application with a certificate. It ends with this object.
class TenantProcess {
public:
    TenantProcess();
    ~TenantProcess();

    /// Starts (again, on the same folder). `config` overlays the defaults, `arguments` are passed on; false: see error().
    [[nodiscard]] bool start(const Json &config = Json::object(), const QStringList &arguments = {});
    /// Ends it in order.
    void stop();
    /// Ends it at once.
    void kill();
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const Json &endpoint() const { return m_endpoint; }
    [[nodiscard]] std::string root() const { return lab::text(m_endpoint, "graph"); }
    [[nodiscard]] std::string tenantId() const { return lab::text(m_endpoint, "tenantId"); }
    [[nodiscard]] std::string clientId() const { return lab::text(m_endpoint, "clientId"); }
    [[nodiscard]] std::string password(const std::string &account) const;

    /// What was started, to start it once more.
    [[nodiscard]] QString program() const { return m_process.program(); }
    [[nodiscard]] QStringList arguments() const { return m_process.arguments(); }

    using Headers = std::multimap<std::string, std::string>;
    [[nodiscard]] Answer send(const std::string &method, const std::string &path, const std::string &body = {},
                              const std::string &contentType = {}, const Headers &headers = {}) const;
    [[nodiscard]] Answer form(const std::string &path, const std::map<std::string, std::string> &fields) const;
    /// A call of Graph with the token given (the application's where none is).
    [[nodiscard]] Answer graph(const std::string &method, const std::string &path, const Json &body = nullptr,
                               const std::string &token = {}, const Headers &headers = {}) const;
    [[nodiscard]] Answer control(const std::string &method, const std::string &path, const Json &body = nullptr) const;

    /// Claims of a good client assertion, to be changed by a test.
    [[nodiscard]] Json assertionClaims() const;
    [[nodiscard]] Json assertionHeader() const;
    [[nodiscard]] std::string assertion(const Json &header, const Json &claims) const;
    [[nodiscard]] Answer signInByCertificate(const std::string &assertion) const;
    [[nodiscard]] std::string applicationToken() const;
    /// The token response of a person, by code with PKCE.
    [[nodiscard]] Answer signInByCode(const std::string &account, const std::string &scope) const;
    /// Gets an authorization code: the sign-in page is filled like a browser would; the answer is the last one.
    [[nodiscard]] Answer authorize(std::map<std::string, std::string> query, const std::string &account, const std::string &password) const;
    [[nodiscard]] std::map<std::string, std::string> authorizeQuery(const std::string &scope) const;
    [[nodiscard]] static std::string verifier() { return std::string(43, 'v'); }

    /// A configured service principal with the provisioning job: {"sp","job"}; lag must be 0.
    [[nodiscard]] Json configure(const std::string &domain) const;
    [[nodiscard]] std::string synchronization(const Json &configuration) const; // "/beta/servicePrincipals/.../synchronization"
    [[nodiscard]] std::string jobPath(const Json &configuration) const;
    /// Registers an active agent for the domain.
    [[nodiscard]] Answer registerAgent(const std::string &machine, const std::string &domain) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    Json m_endpoint;
    lab::Key m_key;
    lab::Certificate m_certificate;
    mutable std::string m_token;
};

/// The value of a query parameter in an address, decoded.
[[nodiscard]] std::string parameter(const std::string &address, const std::string &name);

} // namespace cloudsync::tests
