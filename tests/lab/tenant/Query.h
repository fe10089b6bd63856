// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"
#include "tests/lab/tenant/Lab.h"

#include <functional>
#include <memory>
#include <string>

namespace cloudsync::lab {

/// An OData $filter: eq, ne, gt, ge, lt, le, in, and, or, not, startswith, endswith, contains, any.
class Filter {
public:
    /// nullopt with a sentence where it cannot be read. `textCase`: strings compare with case.
    [[nodiscard]] static std::optional<Filter> parse(const std::string &text, bool textCase, std::string &why);
    [[nodiscard]] bool matches(const Json &object) const;
    /// First names of the paths that it reads.
    [[nodiscard]] const std::vector<std::string> &properties() const { return m_properties; }
    /// Uses ne, not or endswith, which directory objects support only as an advanced query.
    [[nodiscard]] bool advanced() const { return m_advanced; }

    using Test = std::function<bool(const Json &)>;

private:
    friend class FilterReader;
    Test m_test;
    std::vector<std::string> m_properties;
    bool m_advanced = false;
};

/// How a collection may be asked.
struct Collection {
    std::string context;           // "users", for @odata.context
    std::string type;              // of one item, to know its properties
    bool textCase = false;         // strings compare with case
    bool directoryObjects = false; // advanced queries need ConsistencyLevel: eventual and $count=true
    std::vector<std::string> shown; // properties without $select; empty: all
    std::vector<std::string> extra; // properties that the metadata file does not list
};

/// Applies $filter, $orderby, $top, $skiptoken, $select and $count; answers one page.
[[nodiscard]] Reply collectionReply(Lab &lab, Exchange &exchange, const Collection &how, std::vector<Json> items);
/// One object with $select applied.
[[nodiscard]] Json selected(const Exchange &exchange, Json object, const std::vector<std::string> &shown);

} // namespace cloudsync::lab
