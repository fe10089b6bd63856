// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"
#include "tests/lab/tenant/Text.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cloudsync::lab {

struct FreeKey {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Certificate = std::unique_ptr<X509, FreeCertificate>;

[[nodiscard]] std::string sha1(std::string_view bytes);
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Compares without telling by time where two values differ.
[[nodiscard]] bool equalSecrets(std::string_view left, std::string_view right);

[[nodiscard]] Key newEllipticKey(); // P-256
[[nodiscard]] Key newRsaKey();      // 2048 bits
/// Null where the file is absent or holds no key.
[[nodiscard]] Key loadKey(const std::filesystem::path &file);
/// Writes PEM, readable by the owner alone.
[[nodiscard]] bool saveKey(const Key &key, const std::filesystem::path &file);
[[nodiscard]] Certificate loadCertificate(const std::filesystem::path &file);
[[nodiscard]] bool saveCertificates(const std::vector<const X509 *> &chain, const std::filesystem::path &file);

[[nodiscard]] Certificate newAuthority(const Key &key, const std::string &name);
/// A server certificate for the names; an entry that reads as an IP address becomes an address entry.
[[nodiscard]] Certificate newServerCertificate(const Key &key, const Certificate &authority, const Key &authorityKey,
                                               const std::vector<std::string> &names);
[[nodiscard]] bool validFor(const Certificate &certificate, std::chrono::seconds ahead);
[[nodiscard]] bool validNow(const X509 *certificate);
[[nodiscard]] bool issuedBy(const Certificate &certificate, const Certificate &authority);
[[nodiscard]] std::string derBytes(const X509 *certificate);

/// {"kty","use","kid","n","e","alg"} of an RSA key (RFC 7517).
[[nodiscard]] Json publicJwk(const Key &key, const std::string &keyId);

/// A signed JSON Web Token, RS256.
[[nodiscard]] std::string signedToken(const Key &key, const Json &header, const Json &claims);

struct ReadToken {
    Json header;
    Json claims;
    std::string signedPart;
    std::string signature;
};
/// Takes a compact JWS apart without trusting it; nullopt where it is none.
[[nodiscard]] std::optional<ReadToken> readToken(std::string_view token);
/// RS256 or PS256 by the token's header; false for any other algorithm.
[[nodiscard]] bool signatureHolds(const ReadToken &token, EVP_PKEY *publicKey);

} // namespace cloudsync::lab
