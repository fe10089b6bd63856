// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <vector>

namespace cloudsync::lab {

/// Every exchange as one JSON line, without a secret in it.
class Record {
public:
    [[nodiscard]] bool open(const std::filesystem::path &file);

    /// `status` 0: the connection was reset.
    void add(const Exchange &exchange, int status, Time began, std::chrono::milliseconds took, bool faulted);
    void reset();

    /// {"count","checked","invalid","writes","exchanges":[...]}; only what matches the query (since, path, method, writes).
    [[nodiscard]] Json show(const Form &query) const;

private:
    mutable std::mutex m_mutex;
    std::filesystem::path m_file;
    std::ofstream m_stream;
    std::vector<Json> m_lines;
    long long m_count = 0;
};

/// A request body as it may be kept: secrets, tokens, passwords and assertions replaced.
[[nodiscard]] Json recordable(const Exchange &exchange);

} // namespace cloudsync::lab
