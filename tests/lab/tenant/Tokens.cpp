// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Tokens.h"

#include <algorithm>

namespace cloudsync::lab {

bool Tokens::open(const std::filesystem::path &keyFile)
{
    m_key = loadKey(keyFile);
    if (!m_key) {
        m_key = newRsaKey();
        if (!m_key || !saveKey(m_key, keyFile))
            return false;
    }
    m_keyId = base64Url(sha256(compact(publicJwk(m_key, {}))).substr(0, 20));
    return true;
}

Json Tokens::keySet() const { return {{"keys", Json::array({publicJwk(m_key, m_keyId)})}}; }

std::string Tokens::sign(const Json &claims) const
{
    return signedToken(m_key, {{"typ", "JWT"}, {"alg", "RS256"}, {"kid", m_keyId}}, claims);
}

Tokens::Verdict Tokens::read(const std::string &token, const std::vector<std::string> &audiences, const std::string &issuer,
                             Caller &caller) const
{
    const auto parts = readToken(token);
    if (!parts)
        return Verdict::Malformed;
    if (text(parts->header, "alg") != "RS256" || text(parts->header, "kid") != m_keyId || !signatureHolds(*parts, m_key.get()))
        return Verdict::WrongSignature;
    const long long now = unixSeconds(std::chrono::system_clock::now());
    if (number(parts->claims, "exp") <= now)
        return Verdict::Expired;
    if (text(parts->claims, "iss") != issuer)
        return Verdict::WrongIssuer;
    if (std::find(audiences.begin(), audiences.end(), text(parts->claims, "aud")) == audiences.end())
        return Verdict::WrongAudience;
    caller.objectId = text(parts->claims, "oid");
    caller.clientId = text(parts->claims, "azp");
    caller.application = text(parts->claims, "idtyp") == "app";
    if (caller.application) {
        for (const Json &role : list(parts->claims, "roles"))
            caller.scopes.push_back(role.get<std::string>());
    } else {
        caller.scopes = split(text(parts->claims, "scp"), ' ', false);
    }
    for (const Json &context : list(parts->claims, "acrs"))
        caller.contexts.push_back(context.get<std::string>());
    return Verdict::Good;
}

} // namespace cloudsync::lab
