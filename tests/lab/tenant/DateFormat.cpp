// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/DateFormat.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace cloudsync::lab {

namespace {

/// Splits a pattern into runs of one letter; quotes of .NET patterns are left out.
std::vector<std::string> runs(const std::string &pattern)
{
    std::vector<std::string> out;
    for (const char c : pattern) {
        if (c == '\'')
            continue;
        const bool letter = std::string_view("yMdHhmsf").find(c) != std::string_view::npos;
        if (letter && !out.empty() && out.back().back() == c)
            out.back().push_back(c);
        else
            out.emplace_back(1, c);
    }
    return out;
}

int *field(std::tm &parts, char letter)
{
    switch (letter) {
    case 'y': return &parts.tm_year;
    case 'M': return &parts.tm_mon;
    case 'd': return &parts.tm_mday;
    case 'H':
    case 'h': return &parts.tm_hour;
    case 'm': return &parts.tm_min;
    case 's': return &parts.tm_sec;
    default: return nullptr;
    }
}

} // namespace

std::optional<Time> readDate(const std::string &content, const std::string &pattern)
{
    if (pattern.empty()) {
        if (const auto time = readTime(content))
            return time;
        return readDate(content, "yyyyMMddHHmmss.fZ");
    }
    std::tm parts{};
    parts.tm_mday = 1;
    std::size_t at = 0;
    for (const std::string &run : runs(pattern)) {
        const char letter = run.front();
        if (letter == 'f') { // any number of digits
            while (at < content.size() && content[at] >= '0' && content[at] <= '9')
                ++at;
            continue;
        }
        int *target = field(parts, letter);
        if (!target) {
            if (at >= content.size() || content[at] != letter)
                return std::nullopt;
            ++at;
            continue;
        }
        const std::size_t widest = run.size() == 1 ? 2 : run.size();
        std::string digits;
        while (digits.size() < widest && at < content.size() && content[at] >= '0' && content[at] <= '9')
            digits.push_back(content[at++]);
        if (digits.empty() || (run.size() > 1 && digits.size() != run.size()))
            return std::nullopt;
        *target = std::stoi(digits) - (letter == 'y' ? 1900 : letter == 'M' ? 1 : 0);
    }
    if (at != content.size() || parts.tm_mon < 0 || parts.tm_mon > 11 || parts.tm_mday < 1 || parts.tm_mday > 31 || parts.tm_hour > 23
        || parts.tm_min > 59 || parts.tm_sec > 60)
        return std::nullopt;
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

std::string writeDate(Time time, const std::string &pattern)
{
    if (pattern.empty())
        return graphTime(time);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::string out;
    for (const std::string &run : runs(pattern)) {
        const char letter = run.front();
        const int *source = field(parts, letter);
        if (letter == 'f') {
            out += std::string(run.size(), '0');
        } else if (source) {
            int number = *source + (letter == 'y' ? 1900 : letter == 'M' ? 1 : 0);
            if (letter == 'y' && run.size() == 2)
                number %= 100;
            if (letter == 'h')
                number = number % 12 == 0 ? 12 : number % 12;
            std::array<char, 16> digits{};
            std::snprintf(digits.data(), digits.size(), "%0*d", static_cast<int>(run.size()), number);
            out += digits.data();
        } else {
            out += run;
        }
    }
    return out;
}

} // namespace cloudsync::lab
