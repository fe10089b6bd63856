// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cloudsync::lab {

using Time = std::chrono::system_clock::time_point;

/// RFC 3339 in UTC with seven digits of a second, as Graph writes it.
[[nodiscard]] std::string graphTime(Time time);
/// "2026-11-22 14:07:53Z", as Entra sign-in writes it.
[[nodiscard]] std::string signInTime(Time time);
/// Reads RFC 3339 in UTC ("Z"), with or without a fraction.
[[nodiscard]] std::optional<Time> readTime(std::string_view text);
[[nodiscard]] long long unixSeconds(Time time);

[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::string base64Url(std::string_view bytes);
/// Accepts both alphabets, padding optional; nullopt for anything else.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view encoded);
[[nodiscard]] std::string hex(std::string_view bytes);

[[nodiscard]] std::string newGuid();
[[nodiscard]] std::string randomBytes(std::size_t count);
/// 256 bits as base64url.
[[nodiscard]] std::string randomToken();
[[nodiscard]] bool isGuid(std::string_view text);
/// The 16 bytes of a directory's objectGUID as text (mixed endian, [MS-DTYP] 2.3.4.2).
[[nodiscard]] std::string guidText(std::string_view bytes);
/// A binary security identifier as S-1-...; empty where the bytes are none.
[[nodiscard]] std::string sidText(std::string_view bytes);

[[nodiscard]] std::string lower(std::string_view text); // ASCII alone
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] bool same(std::string_view left, std::string_view right); // ASCII case ignored
[[nodiscard]] bool startsWith(std::string_view text, std::string_view prefix);
[[nodiscard]] bool endsWith(std::string_view text, std::string_view suffix);
[[nodiscard]] std::string trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator, bool keepEmpty = true);
[[nodiscard]] std::string joined(const std::vector<std::string> &parts, std::string_view separator);

[[nodiscard]] std::string percentDecoded(std::string_view text, bool plusIsSpace);
[[nodiscard]] std::string percentEncoded(std::string_view text);
[[nodiscard]] std::string htmlEscaped(std::string_view text);

/// Name and value pairs in the order in which they came.
using Form = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Form parseForm(std::string_view encoded);
/// The first value, or empty.
[[nodiscard]] std::string value(const Form &form, std::string_view name);
[[nodiscard]] bool has(const Form &form, std::string_view name);

} // namespace cloudsync::lab
