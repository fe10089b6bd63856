// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the authorisation endpoint (RFC 6749 section 4.1, RFC 7636).
#include "tests/lab/tenant/SignIn.h"
#include "tests/lab/tenant/SignInPage.h"
#include "tests/lab/tenant/Crypto.h"

#include <algorithm>
#include <regex>

namespace cloudsync::lab {

namespace {

Reply errorPage(const SignInError &error, const Exchange &exchange)
{
    return htmlReply(error.status == 401 ? 401 : 400,
                     signInPage("Sign-in is not possible", described(error, exchange), true, {}, {}, {}, {}));
}

Reply backToApplication(const Interaction &interaction, std::vector<std::pair<std::string, std::string>> parameters)
{
    if (!interaction.state.empty())
        parameters.emplace_back("state", interaction.state);
    std::string address = interaction.redirectUri;
    char separator = interaction.responseMode == "fragment" ? '#' : '?';
    for (const auto &[name, content] : parameters) {
        address += separator + name + '=' + percentEncoded(content);
        separator = '&';
    }
    return redirectTo(address);
}

Reply refuseApplication(const Interaction &interaction, const SignInError &error, const Exchange &exchange)
{
    std::vector<std::pair<std::string, std::string>> parameters{{"error", error.error},
                                                                {"error_description", described(error, exchange)}};
    if (error.code == 65004)
        parameters.emplace_back("error_subcode", "cancel");
    return backToApplication(interaction, std::move(parameters));
}

Reply askPassword(const std::string &context, const Interaction &interaction, const std::string &target, const std::string &message,
                  const std::string &name)
{
    return htmlReply(200, signInPage("Sign in", message, !message.empty(), target, context,
                                     {{"username", "Account", "text", name.empty() ? interaction.loginHint : name},
                                      {"password", "Password", "password", {}}},
                                     {{"signin", "Sign in"}, {"cancel", "Cancel"}}));
}

Reply grantCode(Lab &lab, const Interaction &interaction)
{
    const std::string code = "0.A" + randomToken() + randomToken();
    AuthorizationCode granted;
    granted.clientId = interaction.clientId;
    granted.redirectUri = interaction.redirectUri;
    granted.scope = interaction.scope;
    granted.challenge = interaction.challenge;
    granted.objectId = interaction.objectId;
    granted.nonce = interaction.nonce;
    granted.contexts = interaction.contexts;
    granted.expires = std::chrono::system_clock::now() + std::chrono::seconds(number(lab.policy, "codeSeconds", 600));
    lab.signIn.codes[code] = granted;
    return backToApplication(interaction, {{"code", code}, {"session_state", newGuid()}});
}

/// After the password: second factor, consent, code.
Reply proceed(Lab &lab, Exchange &exchange, const std::string &context, Interaction &interaction)
{
    if (flag(lab.policy, "mfa") && !interaction.verified) {
        return htmlReply(200, signInPage("Verify your identity", "Enter the code of your authenticator.", false, exchange.path, context,
                                         {{"otc", "Code", "text", {}}}, {{"verify", "Verify"}, {"cancel", "Cancel"}}));
    }
    Application *application = lab.tenant.application(interaction.clientId);
    const Account *account = lab.tenant.accountOf(interaction.objectId);
    if (!application || !account)
        return errorPage({"invalid_request", 700016, "The application or the account is gone.", 400, {}}, exchange);
    Scopes scopes;
    std::vector<std::string> missing;
    if (!interaction.adminConsent) {
        if (auto error = readScopes(lab, *application, interaction.scope, false, scopes, missing))
            return refuseApplication(interaction, *error, exchange);
    } else if (!application->consented) {
        missing = application->delegated;
    }
    if (!missing.empty()) {
        const bool mayConsent = std::find(account->roles.begin(), account->roles.end(), "62e90394-69f5-4237-9190-012177145e10")
            != account->roles.end();
        if (mayConsent) {
            return htmlReply(200, signInPage("Permissions requested", "The application asks for: " + joined(missing, ", "), false,
                                             exchange.path, context, {}, {{"accept", "Accept"}, {"cancel", "Cancel"}}));
        }
        return htmlReply(200, signInPage("Approval of an administrator is needed",
                                         "AADSTS90094: An administrator must grant these permissions first: " + joined(missing, ", "), true,
                                         exchange.path, context, {}, {{"cancel", "Return to the application without consent"}}));
    }
    const Interaction finished = interaction;
    lab.signIn.interactions.erase(context);
    if (finished.adminConsent)
        return backToApplication(finished, {{"admin_consent", "True"}, {"tenant", lab.tenant.id}});
    return grantCode(lab, finished);
}

Reply checkPassword(Lab &lab, Exchange &exchange, const std::string &context, Interaction &interaction, const Form &form)
{
    const std::string name = value(form, "username");
    const Account *account = lab.tenant.accountByName(name);
    const auto again = [&](int code, const std::string &sentence) {
        return askPassword(context, interaction, exchange.path, "AADSTS" + std::to_string(code) + ": " + sentence, name);
    };
    if (!account) {
        const std::size_t at = name.rfind('@');
        if (at != std::string::npos && !lab.tenant.isVerified(name.substr(at + 1)))
            return again(50020, "This account belongs to another directory and cannot be used here.");
        return again(50034, "There is no such account in this directory.");
    }
    if (!equalSecrets(account->password, value(form, "password")))
        return again(50126, "The account name or the password is not right.");
    if (const auto refusal = policyRefusal(lab, name, "interactive")) {
        const Json block = lab.policy.value("block", Json());
        if (block.is_object() && !flag(block, "redirect", true))
            return errorPage(*refusal, exchange);
        if (block.is_object())
            return refuseApplication(interaction, *refusal, exchange);
        return again(refusal->code, refusal->sentence);
    }
    interaction.objectId = account->objectId;
    return proceed(lab, exchange, context, interaction);
}

Reply begin(Lab &lab, Exchange &exchange, Interaction interaction)
{
    const std::string context = randomToken();
    const auto stored = lab.signIn.interactions.emplace(context, std::move(interaction)).first;
    return askPassword(context, stored->second, exchange.path, {}, {});
}

} // namespace

std::vector<std::string> contextsOf(const std::string &claims)
{
    std::vector<std::string> out;
    std::string why;
    const auto parsed = parseJson(claims, why);
    if (!parsed)
        return out;
    const Json wanted = parsed->value("access_token", Json::object()).value("acrs", Json::object());
    if (wanted.contains("value"))
        out.push_back(text(wanted, "value"));
    for (const Json &entry : list(wanted, "values"))
        out.push_back(entry.get<std::string>());
    return out;
}

Reply authorizeStart(Lab &lab, Exchange &exchange)
{
    const Form &query = exchange.query;
    Application *application = nullptr;
    if (auto error = findApplication(lab, exchange.segments[0], value(query, "client_id"), application))
        return errorPage(*error, exchange);
    Interaction interaction;
    interaction.clientId = application->clientId;
    interaction.redirectUri = value(query, "redirect_uri");
    if (!redirectAllowed(*application, interaction.redirectUri)) {
        return errorPage({"invalid_request", 50011,
                          "The redirect address '" + interaction.redirectUri + "' does not match one of the application's addresses.", 400,
                          {}},
                         exchange);
    }
    interaction.state = value(query, "state");
    interaction.scope = value(query, "scope");
    interaction.nonce = value(query, "nonce");
    interaction.loginHint = value(query, "login_hint");
    interaction.challenge = value(query, "code_challenge");
    interaction.contexts = contextsOf(value(query, "claims"));
    interaction.responseMode = has(query, "response_mode") ? value(query, "response_mode") : "query";
    const auto refuse = [&](const std::string &word, int code, const std::string &sentence) {
        return refuseApplication(interaction, {word, code, sentence, 400, {}}, exchange);
    };
    for (std::size_t i = 0; i < query.size(); ++i) {
        for (std::size_t k = i + 1; k < query.size(); ++k) {
            if (query[i].first == query[k].first)
                return refuse("invalid_request", 9000411, "The parameter '" + query[i].first + "' is duplicated.");
        }
    }
    if (value(query, "response_type") != "code")
        return refuse("unsupported_response_type", 700054, "The response type is not enabled for the application.");
    if (interaction.responseMode != "query" && interaction.responseMode != "fragment") {
        const std::string asked = interaction.responseMode;
        interaction.responseMode = "query";
        return refuse("invalid_request", 70007, "'" + asked + "' is not a supported value of 'response_mode'.");
    }
    if (value(query, "code_challenge_method") != "S256" || interaction.challenge.empty())
        return refuse("invalid_request", 9002325, "Proof Key for Code Exchange with S256 is required.");
    static const std::regex challengeShape("[A-Za-z0-9_-]{43}");
    if (!std::regex_match(interaction.challenge, challengeShape))
        return refuse("invalid_request", 501491, "The size or the characters of 'code_challenge' are wrong.");
    Scopes scopes;
    std::vector<std::string> missing;
    if (auto error = readScopes(lab, *application, interaction.scope, false, scopes, missing))
        return refuseApplication(interaction, *error, exchange);
    if (value(query, "prompt") == "none") {
        return missing.empty() ? refuse("login_required", 50058, "A silent sign-in was asked for, but nobody is signed in.")
                               : refuse("consent_required", 65001, "The application has no consent for this resource.");
    }
    static const std::vector<std::string> prompts{"", "login", "select_account", "consent"};
    if (std::find(prompts.begin(), prompts.end(), value(query, "prompt")) == prompts.end())
        return refuse("invalid_request", 90023, "'prompt' has an unsupported value.");
    return begin(lab, exchange, interaction);
}

Reply adminConsentStart(Lab &lab, Exchange &exchange)
{
    Application *application = nullptr;
    if (auto error = findApplication(lab, exchange.segments[0], value(exchange.query, "client_id"), application))
        return errorPage(*error, exchange);
    Interaction interaction;
    interaction.clientId = application->clientId;
    interaction.redirectUri = value(exchange.query, "redirect_uri");
    interaction.state = value(exchange.query, "state");
    interaction.adminConsent = true;
    if (!redirectAllowed(*application, interaction.redirectUri))
        return errorPage({"invalid_request", 50011, "The redirect address does not match.", 400, {}}, exchange);
    return begin(lab, exchange, interaction);
}

Reply authorizeContinue(Lab &lab, Exchange &exchange)
{
    const Form form = parseForm(exchange.body);
    const std::string context = value(form, "ctx");
    const auto found = lab.signIn.interactions.find(context);
    if (found == lab.signIn.interactions.end())
        return errorPage({"invalid_request", 900561, "This page is no longer valid; start the sign-in again.", 400, {}}, exchange);
    Interaction &interaction = found->second;
    const std::string action = value(form, "action");
    if (action == "cancel") {
        const Interaction finished = interaction;
        lab.signIn.interactions.erase(found);
        return refuseApplication(finished, {"access_denied", 65004, "The person declined to sign in or to consent.", 400, {}}, exchange);
    }
    if (action == "verify" && !interaction.objectId.empty()) {
        interaction.verified = value(form, "otc") == text(lab.policy, "verificationCode", "246810");
        return proceed(lab, exchange, context, interaction);
    }
    if (action == "accept" && !interaction.objectId.empty() && (!flag(lab.policy, "mfa") || interaction.verified)) {
        const Account *account = lab.tenant.accountOf(interaction.objectId);
        Application *application = lab.tenant.application(interaction.clientId);
        const bool mayConsent = account
            && std::find(account->roles.begin(), account->roles.end(), "62e90394-69f5-4237-9190-012177145e10") != account->roles.end();
        if (mayConsent && application) {
            application->consented = true;
            Scopes scopes;
            std::vector<std::string> missing;
            if (!interaction.adminConsent && !readScopes(lab, *application, interaction.scope, false, scopes, missing))
                application->delegated.insert(application->delegated.end(), missing.begin(), missing.end());
            lab.changed = true;
        }
        return proceed(lab, exchange, context, interaction);
    }
    return checkPassword(lab, exchange, context, interaction, form);
}

} // namespace cloudsync::lab
