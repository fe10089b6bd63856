// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Lab.h"

#include <condition_variable>
#include <filesystem>
#include <thread>

namespace cloudsync::lab {

/// Keeps the tenant in the state folder: state.json, objects.json, provisioning-log.jsonl, audit-log.jsonl. Writes soon after a
/// change and at the end.
class Store {
public:
    Store(Lab &lab, std::filesystem::path folder);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// True where an earlier run left a tenant, which is then loaded.
    [[nodiscard]] bool load(std::string &why);
    void startSaving();
    void save();

private:
    void run();
    void appendLog(const std::vector<Json> &entries, std::string &lastId, const char *name);

    Lab &m_lab;
    std::filesystem::path m_folder;
    std::string m_lastProvisioning, m_lastAudit;
    std::mutex m_mutex, m_saving;
    std::condition_variable m_condition;
    bool m_stop = false;
    std::thread m_thread;
};

/// Writes a file so that a reader sees the old or the new content, never a part.
[[nodiscard]] bool writeWhole(const std::filesystem::path &file, const std::string &content, bool ownerOnly);

} // namespace cloudsync::lab
