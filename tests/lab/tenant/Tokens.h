// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/Exchange.h"

#include <string>
#include <vector>

namespace cloudsync::lab {

/// Makes and reads the tokens of the tenant (RS256 JSON Web Tokens).
class Tokens {
public:
    /// Loads or makes the signing key in the state folder.
    [[nodiscard]] bool open(const std::filesystem::path &keyFile);

    /// The key set document of /discovery/v2.0/keys.
    [[nodiscard]] Json keySet() const;

    /// Signs claims; the header names the key.
    [[nodiscard]] std::string sign(const Json &claims) const;

    enum class Verdict { Good, Malformed, WrongSignature, Expired, WrongAudience, WrongIssuer };
    /// Reads an access token for one of the audiences.
    [[nodiscard]] Verdict read(const std::string &token, const std::vector<std::string> &audiences, const std::string &issuer,
                               Caller &caller) const;

private:
    Key m_key;
    std::string m_keyId;
};

} // namespace cloudsync::lab
