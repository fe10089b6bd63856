// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"

#include <mutex>
#include <optional>
#include <regex>
#include <vector>

namespace cloudsync::lab {

/// What goes wrong with one exchange.
struct Fault {
    std::string id;
    std::string method; // empty: any
    std::string pathText;
    std::regex path;
    std::string body;        // pattern that the request body must contain; empty: any
    int nth = 1;             // the first matching request that is hit
    int times = 1;           // how many are hit; 0: all from then on
    int status = 0;          // 0: the real answer
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<std::string> answer;
    std::string contentType = "application/json";
    bool carryOut = false;   // the request is carried out before the answer is lost or replaced
    bool reset = false;      // the connection is reset instead of an answer
    int delayMilliseconds = 0;
    std::optional<std::size_t> truncate; // bytes of the body after which the connection ends
    int slowMilliseconds = 0;            // pause between the eighths of the body
    int seen = 0;
    int hit = 0;
};

/// Faults and latency, set through the control interface.
class Faults {
public:
    /// One fault as the control interface takes it (README, "Faults"); a sentence in `why` where it is wrong.
    [[nodiscard]] std::optional<std::string> add(const Json &description, std::string &why);
    void clear();
    [[nodiscard]] Json toJson() const;

    [[nodiscard]] std::optional<Fault> next(const Exchange &exchange);

    [[nodiscard]] bool setLatency(const Json &description, std::string &why);
    [[nodiscard]] int latencyFor(const Exchange &exchange) const;

private:
    mutable std::mutex m_mutex;
    std::vector<Fault> m_faults;
    int m_latency = 0;
    std::regex m_latencyPath;
};

} // namespace cloudsync::lab
