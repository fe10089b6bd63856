// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Text.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace cloudsync::lab {

namespace {

std::tm utc(Time time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

/// "2026-11-22" and "14:07:53", with what is to stand between them.
std::string dateAndTime(const std::tm &parts, char between)
{
    std::array<char, 16> date{}, clock{};
    std::strftime(date.data(), date.size(), "%Y-%m-%d", &parts);
    std::strftime(clock.data(), clock.size(), "%H:%M:%S", &parts);
    return std::string(date.data()) + between + clock.data();
}

char lowerChar(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upperChar(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string encode64(std::string_view bytes, const char *alphabet, bool padded)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = (group << 8) | (k < left ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) {
            if (k <= left)
                out.push_back(alphabet[(group >> (18 - 6 * k)) & 63U]);
            else if (padded)
                out.push_back('=');
        }
    }
    return out;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = lowerChar(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

} // namespace

std::string graphTime(Time time)
{
    const auto fraction = time - std::chrono::floor<std::chrono::seconds>(time);
    const auto ticks = std::chrono::duration_cast<std::chrono::nanoseconds>(fraction).count() / 100;
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), ".%07lldZ", static_cast<long long>(ticks));
    return dateAndTime(utc(time), 'T') + digits.data();
}

std::string signInTime(Time time) { return dateAndTime(utc(time), ' ') + 'Z'; }

std::optional<Time> readTime(std::string_view text)
{
    std::tm parts{};
    const std::string copy(text);
    const char *rest = strptime(copy.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
    if (!rest) {
        rest = strptime(copy.c_str(), "%Y-%m-%dT%H:%M", &parts);
        if (!rest) {
            rest = strptime(copy.c_str(), "%Y-%m-%d", &parts);
            if (!rest || *rest != '\0')
                return std::nullopt;
            return std::chrono::system_clock::from_time_t(timegm(&parts));
        }
    }
    Time time = std::chrono::system_clock::from_time_t(timegm(&parts));
    if (*rest == '.') {
        long long nanoseconds = 0;
        long long unit = 100'000'000;
        for (++rest; *rest >= '0' && *rest <= '9'; ++rest, unit /= 10)
            nanoseconds += (*rest - '0') * unit;
        time += std::chrono::duration_cast<Time::duration>(std::chrono::nanoseconds(nanoseconds));
    }
    if (std::string_view(rest) != "Z" && std::string_view(rest) != "+00:00")
        return std::nullopt;
    return time;
}

long long unixSeconds(Time time) { return static_cast<long long>(std::chrono::system_clock::to_time_t(time)); }

std::string base64(std::string_view bytes)
{
    return encode64(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", true);
}

std::string base64Url(std::string_view bytes)
{
    return encode64(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", false);
}

std::optional<std::string> fromBase64(std::string_view encoded)
{
    while (!encoded.empty() && encoded.back() == '=')
        encoded.remove_suffix(1);
    if (encoded.size() % 4 == 1)
        return std::nullopt;
    std::string out;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : encoded) {
        int digit = -1;
        if (c >= 'A' && c <= 'Z')
            digit = c - 'A';
        else if (c >= 'a' && c <= 'z')
            digit = c - 'a' + 26;
        else if (c >= '0' && c <= '9')
            digit = c - '0' + 52;
        else if (c == '+' || c == '-')
            digit = 62;
        else if (c == '/' || c == '_')
            digit = 63;
        if (digit < 0)
            return std::nullopt;
        group = (group << 6) | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<char>((group >> bits) & 0xFFU));
        }
    }
    return out;
}

std::string hex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        out.push_back(digits[static_cast<std::uint8_t>(c) >> 4]);
        out.push_back(digits[static_cast<std::uint8_t>(c) & 15]);
    }
    return out;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(count)) != 1)
        std::abort(); // without randomness no token can be made
    return bytes;
}

std::string randomToken() { return base64Url(randomBytes(32)); }

std::string newGuid()
{
    std::string bytes = randomBytes(16);
    bytes[6] = static_cast<char>((static_cast<std::uint8_t>(bytes[6]) & 0x0FU) | 0x40U);
    bytes[8] = static_cast<char>((static_cast<std::uint8_t>(bytes[8]) & 0x3FU) | 0x80U);
    const std::string digits = hex(bytes);
    return digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' + digits.substr(16, 4) + '-'
        + digits.substr(20);
}

bool isGuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : hexDigit(text[i]) < 0)
            return false;
    }
    return true;
}

std::string guidText(std::string_view bytes)
{
    if (bytes.size() != 16)
        return {};
    static constexpr std::array<std::size_t, 16> order{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    std::string reordered;
    for (const std::size_t index : order)
        reordered.push_back(bytes[index]);
    const std::string digits = hex(reordered);
    return digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' + digits.substr(16, 4) + '-'
        + digits.substr(20);
}

std::string sidText(std::string_view bytes)
{
    if (bytes.size() < 8 || bytes.size() != 8 + 4 * static_cast<std::size_t>(static_cast<std::uint8_t>(bytes[1])))
        return {};
    const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[i])); };
    std::uint64_t authority = 0;
    for (std::size_t i = 2; i < 8; ++i)
        authority = (authority << 8) | byte(i);
    std::string out = "S-" + std::to_string(byte(0)) + '-' + std::to_string(authority);
    for (std::size_t i = 8; i < bytes.size(); i += 4)
        out += '-' + std::to_string(byte(i) | (byte(i + 1) << 8) | (byte(i + 2) << 16) | (byte(i + 3) << 24));
    return out;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lowerChar);
    return out;
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), upperChar);
    return out;
}

bool same(std::string_view left, std::string_view right)
{
    return left.size() == right.size()
        && std::equal(left.begin(), left.end(), right.begin(),
                      [](char a, char b) { return lowerChar(a) == lowerChar(b); });
}

bool startsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool endsWith(std::string_view text, std::string_view suffix)
{
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

std::string trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return std::string(text);
}

std::vector<std::string> split(std::string_view text, char separator, bool keepEmpty)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        const std::string_view part = text.substr(0, end);
        if (keepEmpty || !part.empty())
            parts.emplace_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i)
            out += separator;
        out += parts[i];
    }
    return out;
}

std::string percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
            out.push_back(static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])));
            i += 2;
        } else {
            out.push_back(plusIsSpace && text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

std::string percentEncoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
            || c == '.' || c == '~';
        if (plain) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(digits[static_cast<std::uint8_t>(c) >> 4]);
            out.push_back(digits[static_cast<std::uint8_t>(c) & 15]);
        }
    }
    return out;
}

std::string htmlEscaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out.push_back(c);
        }
    }
    return out;
}

Form parseForm(std::string_view encoded)
{
    Form form;
    for (const std::string &pair : split(encoded, '&', false)) {
        const std::size_t equals = pair.find('=');
        const std::string_view view(pair);
        form.emplace_back(percentDecoded(view.substr(0, equals), true),
                          equals == std::string::npos ? std::string() : percentDecoded(view.substr(equals + 1), true));
    }
    return form;
}

std::string value(const Form &form, std::string_view name)
{
    const auto found = std::find_if(form.begin(), form.end(), [&](const auto &pair) { return pair.first == name; });
    return found == form.end() ? std::string() : found->second;
}

bool has(const Form &form, std::string_view name)
{
    return std::any_of(form.begin(), form.end(), [&](const auto &pair) { return pair.first == name; });
}

} // namespace cloudsync::lab
