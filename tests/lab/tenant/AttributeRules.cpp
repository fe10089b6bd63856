// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/AttributeRules.h"

#include "tests/lab/tenant/Crypto.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace cloudsync::lab {

namespace {

bool holdsAny(const std::string &content, std::string_view characters) { return content.find_first_of(characters) != std::string::npos; }

bool isAscii(const std::string &content)
{
    return std::all_of(content.begin(), content.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80U; });
}

/// Each character outside ASCII becomes one "_".
std::string asciiOnly(const std::string &content)
{
    std::string out;
    for (const char c : content) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 0x80U)
            out.push_back(c);
        else if ((byte & 0xC0U) != 0x80U)
            out.push_back('_');
    }
    return out;
}

std::size_t lengthOf(const Json &value)
{
    const std::string content = value.is_string() ? value.get<std::string>() : std::string();
    return static_cast<std::size_t>(std::count_if(content.begin(), content.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

PrincipalName principalNameFor(const Tenant &tenant, const std::string &wanted)
{
    PrincipalName out;
    const std::size_t at = wanted.rfind('@');
    std::string local = wanted.substr(0, at);
    const std::string suffix = at == std::string::npos ? std::string() : wanted.substr(at + 1);
    if (wanted.empty() || local.empty()) {
        out.trouble = "The user principal name is empty before the sign '@'.";
        return out;
    }
    if (holdsAny(local, "\\%&*+/=?{}|<>();:,[]\"@ \t")) {
        out.trouble = "The user principal name '" + wanted + "' holds a character that is not allowed.";
        return out;
    }
    if (local.back() == '.') {
        out.trouble = "The user principal name '" + wanted + "' must not end with a dot before the sign '@'.";
        return out;
    }
    if (!isAscii(local)) {
        local = asciiOnly(local);
        out.warning = "Characters of the user principal name '" + wanted + "' became underscores. ";
    }
    const bool routable = tenant.isVerified(suffix);
    const std::string domain = routable ? lower(suffix) : tenant.initialDomain();
    if (!routable)
        out.warning += "The suffix of '" + wanted + "' is no verified domain; the initial domain was used.";
    if (local.size() > 64 || domain.size() > 48) {
        out.trouble = "The user principal name '" + wanted + "' is too long: 64 characters before the sign '@', 48 behind it.";
        return out;
    }
    out.warning = trimmed(out.warning);
    out.value = local + '@' + domain;
    return out;
}

std::string uniquePrincipalName(Tenant &tenant, const std::string &taken, const std::string &anchor)
{
    const std::string local = taken.substr(0, taken.rfind('@'));
    for (unsigned round = 0;; ++round) {
        const std::string bytes = sha256(anchor + std::to_string(round));
        const unsigned digits = (static_cast<unsigned>(static_cast<std::uint8_t>(bytes[0])) << 8 | static_cast<std::uint8_t>(bytes[1])) % 10000;
        char shown[8];
        std::snprintf(shown, sizeof shown, "%04u", digits);
        const std::string candidate = local + shown + '@' + tenant.initialDomain();
        if (!tenant.objects.byPrincipalName(candidate))
            return candidate;
    }
}

std::optional<std::string> addressTrouble(const std::string &address)
{
    const std::size_t colon = address.find(':');
    const std::string rest = colon == std::string::npos ? address : address.substr(colon + 1);
    if (lengthOf(address) > 256)
        return "it is longer than 256 characters.";
    const bool mail = colon != std::string::npos && same(address.substr(0, colon), "smtp");
    if (mail && (holdsAny(rest, "<>();,[]\": \t") || !isAscii(rest) || rest.find('@') == std::string::npos))
        return "it holds a character that is not allowed, or no '@'.";
    return std::nullopt;
}

std::optional<std::string> attributeTrouble(const Json &values)
{
    struct Limit {
        const char *attribute;
        std::size_t characters;
    };
    static constexpr Limit limits[] = {{"displayName", 256}, {"givenName", 64}, {"mail", 256}, {"mailNickname", 64}, {"targetAddress", 256}};
    for (const Limit &limit : limits) {
        const Json *value = find(values, limit.attribute);
        if (value && lengthOf(*value) > limit.characters)
            return std::string("The attribute ") + limit.attribute + " is longer than " + std::to_string(limit.characters) + " characters.";
    }
    const Json *name = find(values, "displayName");
    if (name && name->is_string() && trimmed(name->get<std::string>()).empty())
        return "The attribute displayName is blank.";
    if (const std::string nickname = text(values, "mailNickname"); !nickname.empty() && nickname.front() == '.')
        return "The attribute mailNickname begins with a dot.";
    return std::nullopt;
}

} // namespace cloudsync::lab
