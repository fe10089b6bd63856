// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace cloudsync::lab {

namespace {

std::optional<Json> readJson(const std::filesystem::path &file, std::string &why)
{
    std::ifstream source(file);
    std::stringstream content;
    content << source.rdbuf();
    return source ? parseJson(content.str(), why) : std::nullopt;
}

std::vector<Json> readLines(const std::filesystem::path &file)
{
    std::vector<Json> out;
    std::ifstream source(file);
    std::string why;
    for (std::string line; std::getline(source, line);) {
        if (auto parsed = parseJson(line, why))
            out.push_back(std::move(*parsed));
    }
    return out;
}

} // namespace

bool writeWhole(const std::filesystem::path &file, const std::string &content, bool ownerOnly)
{
    const std::filesystem::path next = file.string() + ".new";
    const int descriptor = ::open(next.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, ownerOnly ? 0600 : 0644);
    if (descriptor < 0)
        return false;
    std::size_t at = 0;
    while (at < content.size()) {
        const ssize_t written = ::write(descriptor, content.data() + at, content.size() - at);
        if (written <= 0)
            break;
        at += static_cast<std::size_t>(written);
    }
    ::close(descriptor);
    std::error_code error;
    if (at == content.size())
        std::filesystem::rename(next, file, error);
    return at == content.size() && !error;
}

Store::Store(Lab &lab, std::filesystem::path folder)
    : m_lab(lab)
    , m_folder(std::move(folder))
{
}

Store::~Store()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_condition.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool Store::load(std::string &why)
{
    if (!std::filesystem::exists(m_folder / "state.json"))
        return false;
    const auto state = readJson(m_folder / "state.json", why);
    const auto objects = readJson(m_folder / "objects.json", why);
    if (!state || !objects)
        return false;
    m_lab.tenant.fromJson(*state);
    m_lab.tenant.objects.fromJson(*objects);
    m_lab.provisioningLog = readLines(m_folder / "provisioning-log.jsonl");
    m_lab.auditLog = readLines(m_folder / "audit-log.jsonl");
    m_lastProvisioning = m_lab.provisioningLog.empty() ? std::string() : text(m_lab.provisioningLog.back(), "id");
    m_lastAudit = m_lab.auditLog.empty() ? std::string() : text(m_lab.auditLog.back(), "id");
    return true;
}

void Store::startSaving()
{
    m_thread = std::thread([this] { run(); });
}

void Store::run()
{
    bool stop = false;
    while (!stop) {
        {
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, std::chrono::milliseconds(500), [this] { return m_stop; });
            stop = m_stop;
        }
        save();
    }
}

void Store::save()
{
    // One at a time: who comes second must find the first one's file written, since the program may end right after.
    const std::lock_guard saving(m_saving);
    const bool state = m_lab.changed.exchange(false);
    const bool objects = m_lab.objectsChanged.exchange(false);
    if (!state && !objects)
        return;
    Json stateJson, objectsJson;
    {
        const std::lock_guard lock(m_lab.mutex);
        if (state)
            stateJson = m_lab.tenant.toJson(true);
        if (objects)
            objectsJson = m_lab.tenant.objects.toJson();
        appendLog(m_lab.provisioningLog, m_lastProvisioning, "provisioning-log.jsonl");
        appendLog(m_lab.auditLog, m_lastAudit, "audit-log.jsonl");
    }
    bool written = true;
    if (objects)
        written = writeWhole(m_folder / "objects.json", compact(objectsJson), true);
    if (state && written)
        written = writeWhole(m_folder / "state.json", compact(stateJson), true);
    if (!written) { // try again at the next turn
        m_lab.changed = true;
        m_lab.objectsChanged = true;
    }
}

void Store::appendLog(const std::vector<Json> &entries, std::string &lastId, const char *name)
{
    std::size_t first = entries.size();
    while (first > 0 && text(entries[first - 1], "id") != lastId)
        --first;
    if (first == entries.size())
        return;
    std::ofstream target(m_folder / name, std::ios::app);
    for (std::size_t i = first; i < entries.size(); ++i)
        target << compact(entries[i]) << '\n';
    lastId = text(entries.back(), "id");
}

} // namespace cloudsync::lab
