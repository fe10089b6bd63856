// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"
#include "backend/ports/Credential.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <stop_token>

namespace cloudsync {

/// The endpoints of one cloud (resources/clouds.json, or a custom one from the answers).
struct CloudEndpoint
{
    QString name;       ///< "global", "usGov", "china" or the custom name
    QUrl authority;     ///< for example https://login.microsoftonline.com
    QUrl graph;         ///< for example https://graph.microsoft.com
    QString audience;   ///< resource that tokens are asked for; usually the graph root
    QStringList agentHosts; ///< hosts (with :port) the agent must reach; may start with "*."
    QString caFile;     ///< PEM with the only roots to trust; empty: the system's
    QString proxy;      ///< "" system, "none", or http://host:port
    ProxyCredential proxyCredential; ///< for a proxy that asks
};

enum class SignInMethod { Browser, DeviceCode, Certificate };

struct SignInRequest
{
    CloudEndpoint cloud;
    QString tenant;     ///< domain name or id
    QString clientId;
    SignInMethod method = SignInMethod::Browser;
    QString account;    ///< login hint; may be empty
    QString certificateFile; ///< Certificate: PEM with certificate and private key
    QStringList permissions; ///< Graph permissions asked for, short names; Certificate uses .default
    QByteArray claims;       ///< of a challenge that the sign-in is to meet (JSON); empty: none
};

struct DeviceCode
{
    QString userCode;
    QUrl verificationUri;
    QString message;      ///< from the service: plain text
    QDateTime expires;    ///< UTC
};

/// What the person is shown while signing in. Called on the sign-in's own thread.
class SignInPrompt
{
public:
    virtual ~SignInPrompt() = default;
    virtual void openBrowser(const QUrl &url) = 0;
    virtual void showDeviceCode(const DeviceCode &code) = 0;
};

/// Gives an access token that is valid for some minutes; refreshes in memory. Thread-safe.
/// Errors: SignInExpired, SignInInteractionRequired and those of the HTTP client.
class AccessTokens
{
public:
    virtual ~AccessTokens() = default;
    [[nodiscard]] virtual Result<Secret> accessToken(const std::stop_token &stop) = 0;
    /// Called when the service refused a token although it looked valid: forgets it, so that the next call gets a new one.
    virtual void invalidate() = 0;
    /// The service accepted `refused` but wants a sign-in that proves more: `claims` is its challenge (JSON). Signs in
    /// once more, with the same account; when another caller has done so meanwhile, nothing is asked again. Afterwards
    /// accessToken() gives the stronger token. SignInInteractionRequired where nobody can take part.
    [[nodiscard]] virtual Result<void> stepUp(const Secret &refused, const QByteArray &claims, const std::stop_token &stop) = 0;
};

struct SignedIn
{
    QString tenantId;
    QString accountName;   ///< user principal name, or the application's id
    QString accountId;     ///< oid
    bool isApplication = false;
    bool isGuest = false;
    QStringList grantedPermissions; ///< scp or roles of the token
    std::shared_ptr<AccessTokens> tokens;
};

/// `prompt` has to outlive the tokens: a step-up shows itself through it. Errors: every SignIn… code, those of the HTTP client, TimedOut, Cancelled. `detail` keeps the service's
/// error_description with its AADSTS number, trace and correlation id.
class SignIn
{
public:
    virtual ~SignIn() = default;
    [[nodiscard]] virtual QList<SignInMethod> availableMethods() const = 0;
    /// Graph permissions asked for where a request names none: what the application registration has to hold.
    [[nodiscard]] virtual QStringList defaultPermissions() const = 0;
    [[nodiscard]] virtual Result<SignedIn> signIn(const SignInRequest &request, SignInPrompt &prompt,
                                                  const std::stop_token &stop) = 0;
};

} // namespace cloudsync
