// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cloudsync::lab {

/// A field of a sign-in page.
struct PageField {
    std::string name, label, type, value;
};

struct PageButton {
    std::string action, label; // posted as action=...
};

/// A small real page with a form that posts to `target`.
[[nodiscard]] std::string signInPage(const std::string &title, const std::string &message, bool isError,
                                     const std::string &target, const std::string &context,
                                     const std::vector<PageField> &fields, const std::vector<PageButton> &buttons);

} // namespace cloudsync::lab
