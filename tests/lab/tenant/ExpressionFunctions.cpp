// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of attribute mappings, after the published reference of mapping expressions.
#include "tests/lab/tenant/Expression.h"

#include "tests/lab/tenant/DateFormat.h"
#include "tests/lab/tenant/Text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <regex>

namespace cloudsync::lab {

namespace {

using Arguments = std::vector<Values>;
using Outcome = std::optional<Values>;
using Function = Outcome (*)(const Arguments &, std::string &);

std::string first(const Arguments &arguments, std::size_t index)
{
    return index < arguments.size() && !arguments[index].empty() ? arguments[index].front() : std::string();
}

bool present(const Arguments &arguments, std::size_t index) { return index < arguments.size() && !arguments[index].empty(); }

Outcome truth(bool value) { return Values{value ? "True" : "False"}; }

std::optional<long long> integer(const std::string &content)
{
    long long number = 0;
    const auto [end, error] = std::from_chars(content.data(), content.data() + content.size(), number);
    if (error != std::errc() || end != content.data() + content.size())
        return std::nullopt;
    return number;
}

/// Bytes where the characters of valid UTF-8 begin; one more for the end.
std::vector<std::size_t> characterStarts(const std::string &content)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if ((static_cast<std::uint8_t>(content[i]) & 0xC0U) != 0x80U)
            starts.push_back(i);
    }
    starts.push_back(content.size());
    return starts;
}

std::string characters(const std::string &content, long long start, long long count)
{
    const std::vector<std::size_t> starts = characterStarts(content);
    const auto total = static_cast<long long>(starts.size()) - 1;
    const long long begin = std::clamp(start, 0LL, total);
    const long long end = std::clamp(begin + std::max(count, 0LL), begin, total);
    return content.substr(starts[static_cast<std::size_t>(begin)],
                          starts[static_cast<std::size_t>(end)] - starts[static_cast<std::size_t>(begin)]);
}

Outcome eachValue(const Arguments &arguments, const std::function<std::string(const std::string &)> &change)
{
    Values out;
    for (const std::string &item : arguments[0])
        out.push_back(change(item));
    return out;
}

/// Latin letters with a diacritic and what they become; two-letter forms as the reference lists them.
std::string withoutDiacritics(const std::string &content)
{
    static const std::map<std::string, std::string> letters = [] {
        std::map<std::string, std::string> map;
        const auto add = [&](std::initializer_list<const char *> from, const char *to) {
            for (const char *letter : from)
                map[letter] = to;
        };
        add({"À", "Á", "Â", "Ã", "Ä", "Å", "Ā", "Ă", "Ą"}, "A");
        add({"à", "á", "â", "ã", "ä", "å", "ā", "ă", "ą"}, "a");
        add({"Ç", "Ć", "Ĉ", "Ċ", "Č"}, "C");
        add({"ç", "ć", "ĉ", "ċ", "č"}, "c");
        add({"Ď", "Đ", "Ð"}, "D");
        add({"ď", "đ", "ð"}, "d");
        add({"È", "É", "Ê", "Ë", "Ē", "Ĕ", "Ė", "Ę", "Ě"}, "E");
        add({"è", "é", "ê", "ë", "ē", "ĕ", "ė", "ę", "ě"}, "e");
        add({"Ĝ", "Ğ", "Ġ", "Ģ"}, "G");
        add({"ĝ", "ğ", "ġ", "ģ"}, "g");
        add({"Ĥ", "Ħ"}, "H");
        add({"ĥ", "ħ"}, "h");
        add({"Ì", "Í", "Î", "Ï", "Ĩ", "Ī", "Ĭ", "Į", "İ"}, "I");
        add({"ì", "í", "î", "ï", "ĩ", "ī", "ĭ", "į", "ı"}, "i");
        add({"Ĵ"}, "J");
        add({"ĵ"}, "j");
        add({"Ķ"}, "K");
        add({"ķ"}, "k");
        add({"Ĺ", "Ļ", "Ľ", "Ł"}, "L");
        add({"ĺ", "ļ", "ľ", "ł"}, "l");
        add({"Ñ", "Ń", "Ņ", "Ň"}, "N");
        add({"ñ", "ń", "ņ", "ň"}, "n");
        add({"Ò", "Ó", "Ô", "Õ", "Ö", "Ø", "Ō", "Ŏ", "Ő"}, "O");
        add({"ò", "ó", "ô", "õ", "ö", "ø", "ō", "ŏ", "ő"}, "o");
        add({"Ŕ", "Ŗ", "Ř"}, "R");
        add({"ŕ", "ŗ", "ř"}, "r");
        add({"Ś", "Ŝ", "Ş", "Š", "Ș"}, "S");
        add({"ś", "ŝ", "ş", "š", "ș"}, "s");
        add({"Ţ", "Ť", "Ŧ", "Ț"}, "T");
        add({"ţ", "ť", "ŧ", "ț"}, "t");
        add({"Ù", "Ú", "Û", "Ü", "Ũ", "Ū", "Ŭ", "Ů", "Ű", "Ų"}, "U");
        add({"ù", "ú", "û", "ü", "ũ", "ū", "ŭ", "ů", "ű", "ų"}, "u");
        add({"Ŵ"}, "W");
        add({"ŵ"}, "w");
        add({"Ý", "Ŷ", "Ÿ"}, "Y");
        add({"ý", "ÿ", "ŷ"}, "y");
        add({"Ź", "Ż", "Ž"}, "Z");
        add({"ź", "ż", "ž"}, "z");
        add({"ß"}, "ss");
        add({"Æ"}, "AE");
        add({"æ"}, "ae");
        add({"Œ"}, "OE");
        add({"œ"}, "oe");
        add({"Þ"}, "Th");
        add({"þ"}, "th");
        return map;
    }();
    std::string out;
    const std::vector<std::size_t> starts = characterStarts(content);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const std::string letter = content.substr(starts[i], starts[i + 1] - starts[i]);
        const auto found = letters.find(letter);
        out += found == letters.end() ? letter : found->second;
    }
    return out;
}

std::string replaced(std::string content, const std::string &from, const std::string &to)
{
    if (from.empty())
        return content;
    for (std::size_t at = content.find(from); at != std::string::npos; at = content.find(from, at + to.size()))
        content.replace(at, from.size(), to);
    return content;
}

Outcome replace(const Arguments &a, std::string &why)
{
    const bool old = present(a, 1), pattern = present(a, 2), replacement = present(a, 4), attribute = present(a, 5), pictured = present(a, 6);
    const std::string with = replacement ? first(a, 4) : first(a, 5);
    if (!present(a, 0))
        return Values{};
    if (old && pictured)
        return Values{replaced(first(a, 6), first(a, 1), first(a, 0))};
    if (old)
        return eachValue(a, [&](const std::string &item) { return replaced(item, first(a, 1), with); });
    if (pattern && (replacement || attribute)) {
        try { // std::regex tells of a wrong pattern by an exception alone
            const std::regex compiled(first(a, 2));
            return eachValue(a, [&](const std::string &item) { return std::regex_replace(item, compiled, with); });
        } catch (const std::regex_error &) {
            why = "The regular expression '" + first(a, 2) + "' of Replace is not valid.";
            return std::nullopt;
        }
    }
    why = "Replace needs oldValue or regexPattern, and what to put in its place.";
    return std::nullopt;
}

Outcome switchValue(const Arguments &a, std::string &)
{
    const std::string source = first(a, 0);
    for (std::size_t i = 2; i + 1 < a.size(); i += 2) {
        if (first(a, i) == source)
            return a[i + 1];
    }
    return a[1];
}

Outcome word(const Arguments &a, std::string &)
{
    const std::string source = first(a, 0), delimiters = first(a, 2);
    const long long wanted = integer(first(a, 1)).value_or(0);
    std::vector<std::string> words(1);
    for (const char c : source) {
        if (delimiters.find(c) != std::string::npos)
            words.emplace_back();
        else
            words.back().push_back(c);
    }
    std::erase_if(words, [](const std::string &entry) { return entry.empty(); });
    if (wanted < 1 || wanted > static_cast<long long>(words.size()))
        return Values{};
    return Values{words[static_cast<std::size_t>(wanted - 1)]};
}

Outcome joinAll(const Arguments &a, std::string &)
{
    std::vector<std::string> parts;
    for (std::size_t i = 1; i < a.size(); ++i)
        parts.insert(parts.end(), a[i].begin(), a[i].end());
    return parts.empty() ? Values{} : Values{joined(parts, first(a, 0))};
}

Outcome splitAll(const Arguments &a, std::string &)
{
    const std::string delimiter = first(a, 1);
    if (!present(a, 0) || delimiter.empty())
        return Values{};
    return split(first(a, 0), delimiter.front());
}

Outcome dnComponent(const Arguments &a, std::string &)
{
    const std::vector<std::string> parts = split(first(a, 0), ',');
    const long long wanted = present(a, 1) ? integer(first(a, 1)).value_or(1) : 1;
    if (!present(a, 0) || wanted < 1 || wanted > static_cast<long long>(parts.size()))
        return Values{};
    const std::string &part = parts[static_cast<std::size_t>(wanted - 1)];
    return Values{trimmed(part.substr(part.find('=') + 1))};
}

Outcome formatDate(const Arguments &a, std::string &why)
{
    if (!present(a, 0))
        return Values{};
    const auto time = readDate(first(a, 0), first(a, 2));
    if (!time) {
        why = "FormatDateTime cannot read '" + first(a, 0) + "' as '" + first(a, 2) + "'.";
        return std::nullopt;
    }
    return Values{writeDate(*time, first(a, 3))};
}

Outcome dateFromNumber(const Arguments &a, std::string &why)
{
    const auto ticks = integer(first(a, 0));
    if (!present(a, 0))
        return Values{};
    if (!ticks) {
        why = "DateFromNum needs a whole number.";
        return std::nullopt;
    }
    // 100 ns since 1601 ([MS-DTYP] 2.3.3).
    const auto seconds = *ticks / 10'000'000 - 11'644'473'600LL;
    return Values{graphTime(Time(std::chrono::seconds(seconds)))};
}

Outcome bitAnd(const Arguments &a, std::string &why)
{
    const auto left = integer(first(a, 0)), right = integer(first(a, 1));
    if (!left || !right) {
        why = "BitAnd needs two whole numbers.";
        return std::nullopt;
    }
    return Values{std::to_string(*left & *right)};
}

Outcome compare(const std::string &sign, const Arguments &a)
{
    const auto left = integer(first(a, 0)), right = integer(first(a, 1));
    int order = 0;
    if (left && right)
        order = *left < *right ? -1 : *left > *right ? 1 : 0;
    else
        order = lower(first(a, 0)).compare(lower(first(a, 1)));
    if (sign == "=" || sign == "==")
        return truth(order == 0);
    if (sign == "!=" || sign == "<>")
        return truth(order != 0);
    if (sign == "<")
        return truth(order < 0);
    if (sign == ">")
        return truth(order > 0);
    return truth(sign == "<=" ? order <= 0 : order >= 0);
}

Outcome booleanOf(const Arguments &a, std::string &why)
{
    const std::string content = first(a, 0);
    if (same(content, "true") || same(content, "false"))
        return truth(same(content, "true"));
    if (const auto number = integer(content))
        return truth(*number != 0);
    why = "CBool cannot read '" + content + "'.";
    return std::nullopt;
}

Outcome part(const std::string &name, const Arguments &a, std::string &why)
{
    const bool left = name == "Left";
    const auto start = left ? std::optional(1LL) : integer(first(a, 1));
    const auto count = integer(first(a, left ? 1 : 2));
    if (!start || !count || *start < 1) {
        why = name + " needs whole numbers; the first character is 1.";
        return std::nullopt;
    }
    return eachValue(a, [&](const std::string &item) { return characters(item, *start - 1, *count); });
}

Outcome itemAt(const Arguments &a, std::string &)
{
    const long long wanted = integer(first(a, 1)).value_or(0);
    if (wanted < 1 || wanted > static_cast<long long>(a[0].size()))
        return Values{};
    return Values{a[0][static_cast<std::size_t>(wanted - 1)]};
}

Outcome withoutDoubles(const Arguments &a, std::string &)
{
    Values out;
    for (const std::string &item : a[0]) {
        if (std::none_of(out.begin(), out.end(), [&](const std::string &kept) { return same(kept, item); }))
            out.push_back(item);
    }
    return out;
}

const std::map<std::string, Function> &table()
{
    static const std::map<std::string, Function> functions{
        {"Append", [](const Arguments &a, std::string &) -> Outcome { return Values{first(a, 0) + first(a, 1)}; }},
        {"BitAnd", bitAnd},
        {"CBool", booleanOf},
        {"ConvertFromBase64",
         [](const Arguments &a, std::string &) -> Outcome {
             return eachValue(a, [](const std::string &item) { return fromBase64(item).value_or(std::string()); });
         }},
        {"ConvertToBase64", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return base64(item); }); }},
        {"ConvertToUTF8Hex", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return upper(hex(item)); }); }},
        {"Count", [](const Arguments &a, std::string &) -> Outcome { return Values{std::to_string(a[0].size())}; }},
        {"CStr", [](const Arguments &a, std::string &) -> Outcome { return a[0]; }},
        {"DateFromNum", dateFromNumber},
        {"DNComponent", dnComponent},
        {"Error",
         [](const Arguments &a, std::string &why) -> Outcome {
             why = first(a, 0);
             return std::nullopt;
         }},
        {"FormatDateTime", formatDate},
        {"Guid", [](const Arguments &, std::string &) -> Outcome { return Values{newGuid()}; }},
        {"InStr",
         [](const Arguments &a, std::string &) -> Outcome {
             const auto start = static_cast<std::size_t>(std::max(1LL, integer(first(a, 2)).value_or(1)) - 1);
             const std::size_t found = lower(first(a, 0)).find(lower(first(a, 1)), start);
             return Values{std::to_string(found == std::string::npos ? 0 : found + 1)};
         }},
        {"IsNull", [](const Arguments &a, std::string &) -> Outcome { return truth(a[0].empty()); }},
        {"IsNullOrEmpty", [](const Arguments &a, std::string &) -> Outcome { return truth(first(a, 0).empty()); }},
        {"IsPresent", [](const Arguments &a, std::string &) -> Outcome { return truth(!first(a, 0).empty()); }},
        {"IsString", [](const Arguments &a, std::string &) -> Outcome { return truth(!a[0].empty() && !integer(first(a, 0))); }},
        {"Item", itemAt},
        {"Join", joinAll},
        {"Left", [](const Arguments &a, std::string &why) -> Outcome { return part("Left", a, why); }},
        {"Mid", [](const Arguments &a, std::string &why) -> Outcome { return part("Mid", a, why); }},
        {"NormalizeDiacritics", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, withoutDiacritics); }},
        {"Not", [](const Arguments &a, std::string &) -> Outcome { return truth(!same(first(a, 0), "True")); }},
        {"RemoveDuplicates", withoutDoubles},
        {"Replace", replace},
        {"SelectUniqueValue", [](const Arguments &a, std::string &) -> Outcome { return a[0]; }},
        {"SingleAppRoleAssignment", [](const Arguments &a, std::string &) -> Outcome { return Values{first(a, 0)}; }},
        {"Split", splitAll},
        {"StringFromSID", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return sidText(item); }); }},
        {"StripSpaces",
         [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return replaced(item, " ", ""); }); }},
        {"Switch", switchValue},
        {"ToLower", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return lower(item); }); }},
        {"ToUpper", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return upper(item); }); }},
        {"Trim", [](const Arguments &a, std::string &) -> Outcome { return eachValue(a, [](const std::string &item) { return trimmed(item); }); }},
        {"Word", word},
    };
    return functions;
}

} // namespace

const std::vector<FunctionDefinition> &expressionFunctions()
{
    static const std::vector<FunctionDefinition> all{
        {"Append", {{"source", true, false, "String"}, {"suffix", true, false, "String"}}},
        {"BitAnd", {{"value1", true, false, "Integer"}, {"value2", true, false, "Integer"}}},
        {"CBool", {{"value", true, false, "String"}}},
        {"ConvertFromBase64", {{"source", true, false, "String"}}},
        {"ConvertToBase64", {{"source", true, false, "String"}}},
        {"ConvertToUTF8Hex", {{"source", true, false, "String"}}},
        {"Count", {{"attribute", true, false, "String"}}},
        {"CStr", {{"value", true, false, "String"}}},
        {"DateFromNum", {{"value", true, false, "Integer"}}},
        {"DNComponent", {{"dn", true, false, "String"}, {"component", false, false, "Integer"}}},
        {"Error", {{"message", true, false, "String"}}},
        {"FormatDateTime",
         {{"source", true, false, "String"}, {"dateTimeStyles", false, false, "String"}, {"inputFormat", true, false, "String"}, {"outputFormat", true, false, "String"}}},
        {"Guid", {}},
        {"IIF", {{"condition", true, false, "String"}, {"valueIfTrue", true, false, "String"}, {"valueIfFalse", true, false, "String"}}},
        {"InStr",
         {{"value1", true, false, "String"}, {"value2", true, false, "String"}, {"start", false, false, "Integer"}, {"compareType", false, false, "Integer"}}},
        {"IsNull", {{"expression", true, false, "String"}}},
        {"IsNullOrEmpty", {{"expression", true, false, "String"}}},
        {"IsPresent", {{"expression", true, false, "String"}}},
        {"IsString", {{"expression", true, false, "String"}}},
        {"Item", {{"attribute", true, false, "String"}, {"index", true, false, "Integer"}}},
        {"Join", {{"separator", true, false, "String"}, {"source", true, true, "String"}}},
        {"Left", {{"source", true, false, "String"}, {"length", true, false, "Integer"}}},
        {"Mid", {{"source", true, false, "String"}, {"start", true, false, "Integer"}, {"length", true, false, "Integer"}}},
        {"NormalizeDiacritics", {{"source", true, false, "String"}}},
        {"Not", {{"source", true, false, "Boolean"}}},
        {"RemoveDuplicates", {{"attribute", true, false, "String"}}},
        {"Replace",
         {{"source", true, false, "String"}, {"oldValue", false, false, "String"}, {"regexPattern", false, false, "String"},
          {"regexGroupName", false, false, "String"}, {"replacementValue", false, false, "String"},
          {"replacementAttributeName", false, false, "String"}, {"template", false, false, "String"}}},
        {"SelectUniqueValue", {{"uniqueValueRule", true, true, "String"}}},
        {"SingleAppRoleAssignment", {{"appRoleAssignments", true, false, "String"}}},
        {"Split", {{"source", true, false, "String"}, {"delimiter", true, false, "String"}}},
        {"StringFromSID", {{"sid", true, false, "Binary"}}},
        {"StripSpaces", {{"source", true, false, "String"}}},
        {"Switch", {{"source", true, false, "String"}, {"defaultValue", true, false, "String"}, {"key", true, true, "String"}, {"value", true, true, "String"}}},
        {"ToLower", {{"source", true, false, "String"}, {"culture", false, false, "String"}}},
        {"ToUpper", {{"source", true, false, "String"}, {"culture", false, false, "String"}}},
        {"Trim", {{"source", true, false, "String"}}},
        {"Word", {{"source", true, false, "String"}, {"wordNumber", true, false, "Integer"}, {"delimiters", true, false, "String"}}},
    };
    return all;
}

std::optional<Values> callFunction(const std::string &name, const std::vector<Values> &arguments, std::string &why)
{
    if (name == "&&")
        return truth(same(first(arguments, 0), "True") && same(first(arguments, 1), "True"));
    if (name == "||")
        return truth(same(first(arguments, 0), "True") || same(first(arguments, 1), "True"));
    const auto found = table().find(name);
    return found == table().end() ? compare(name, arguments) : found->second(arguments, why);
}

} // namespace cloudsync::lab
