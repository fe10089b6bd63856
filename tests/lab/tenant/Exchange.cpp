// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Exchange.h"

namespace cloudsync::lab {

Reply jsonReply(int status, const Json &body)
{
    return {status, compact(body), "application/json; charset=utf-8", {}};
}

Reply htmlReply(int status, const std::string &page)
{
    return {status, page, "text/html; charset=utf-8", {{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}}};
}

Reply redirectTo(const std::string &address) { return {302, {}, {}, {{"Location", address}}}; }

} // namespace cloudsync::lab
