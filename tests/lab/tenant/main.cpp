// SPDX-License-Identifier: GPL-3.0-or-later
// lab-tenant: a strict stand-in for Microsoft Entra sign-in and Microsoft Graph over HTTPS on loopback.
#include "tests/lab/tenant/Control.h"
#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/Cycle.h"
#include "tests/lab/tenant/Graph.h"
#include "tests/lab/tenant/Server.h"
#include "tests/lab/tenant/SignIn.h"
#include "tests/lab/tenant/Store.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace cloudsync::lab;
namespace fs = std::filesystem;

int failed(const std::string &why)
{
    std::cerr << "lab-tenant: " << why << std::endl;
    return 1;
}

/// A CA of the lab's own and a server certificate below it; made once, the server's renewed before it ends.
bool makeCertificates(const fs::path &folder, const std::string &address)
{
    Key authorityKey = loadKey(folder / "ca-key.pem");
    Certificate authority = loadCertificate(folder / "ca.pem");
    if (!authorityKey || !authority) {
        authorityKey = newEllipticKey();
        authority = newAuthority(authorityKey, "Cloud Sync Setup lab tenant");
        if (!authority || !saveKey(authorityKey, folder / "ca-key.pem") || !saveCertificates({authority.get()}, folder / "ca.pem"))
            return false;
    }
    const Certificate old = loadCertificate(folder / "server.pem");
    if (validFor(old, std::chrono::hours(24 * 7)) && issuedBy(old, authority) && loadKey(folder / "server-key.pem"))
        return true;
    std::vector<std::string> names{"localhost", "127.0.0.1", "login.lab.test", "graph.lab.test"};
    if (std::find(names.begin(), names.end(), address) == names.end())
        names.push_back(address);
    const Key key = newEllipticKey();
    const Certificate certificate = newServerCertificate(key, authority, authorityKey, names);
    return certificate && saveKey(key, folder / "server-key.pem") && saveCertificates({certificate.get(), authority.get()}, folder / "server.pem");
}

Reply answer(Lab &lab, Exchange &exchange)
{
    const std::string first = exchange.segments.empty() ? std::string() : exchange.segments.front();
    if (first == "lab")
        return controlRoute(lab, exchange);
    if (same(first, "v1.0") || same(first, "beta"))
        return graphRoute(lab, exchange);
    {
        const std::lock_guard lock(lab.mutex);
        if (auto reply = signInRoute(lab, exchange))
            return *reply;
    }
    return htmlReply(404, "<!DOCTYPE html><title>Not found</title><p>There is nothing here.</p>");
}

int earlierPort(const fs::path &file)
{
    std::ifstream source(file);
    std::stringstream content;
    content << source.rdbuf();
    std::string why;
    const auto parsed = parseJson(content.str(), why);
    return parsed ? static_cast<int>(number(*parsed, "port")) : 0;
}

/// One process a folder: two would overwrite each other's tenant. The lock ends with the process.
bool takeFolder(const fs::path &folder)
{
    const int descriptor = ::open((folder / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    return descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

bool registerCertificate(Lab &lab, const fs::path &file)
{
    const Certificate certificate = loadCertificate(file);
    if (!certificate || lab.tenant.applications.empty())
        return false;
    const std::string encoded = base64(derBytes(certificate.get()));
    std::vector<std::string> &registered = lab.tenant.applications.front().certificates;
    if (std::find(registered.begin(), registered.end(), encoded) == registered.end())
        registered.push_back(encoded);
    return true;
}

bool writePasswords(const Lab &lab, const fs::path &folder)
{
    Json passwords = Json::object();
    std::string administrator;
    for (const Account &account : lab.tenant.accounts) {
        passwords[account.signInName] = account.password;
        if (administrator.empty())
            administrator = account.password;
    }
    return writeWhole(folder / "passwords.json", passwords.dump(1) + '\n', true) && writeWhole(folder / "admin-password", administrator + '\n', true);
}

Json endpoint(const Lab &lab, int port)
{
    const Application &application = lab.tenant.applications.front();
    return {{"ready", true},
            {"authority", lab.root},
            {"graph", lab.root},
            {"address", lab.options.address},
            {"port", port},
            {"caFile", fs::absolute(lab.options.state / "ca.pem").string()},
            {"tenantId", lab.tenant.id},
            {"tenant", lab.tenant.initialDomain()},
            {"clientId", application.clientId},
            {"administrator", lab.tenant.accounts.empty() ? std::string() : lab.tenant.accounts.front().signInName},
            {"passwordFile", fs::absolute(lab.options.state / "admin-password").string()},
            {"pid", ::getpid()}};
}

} // namespace

int main(int argc, char **argv)
{
    std::string why;
    auto options = readOptions(std::vector<std::string>(argv + 1, argv + argc), why);
    if (!options)
        return failed(why);
    std::error_code error;
    fs::create_directories(options->state, error);
    fs::permissions(options->state, fs::perms::owner_all, error);
    const fs::path folder = options->state;
    if (!takeFolder(folder))
        return failed("The folder " + folder.string() + " is in use by another tenant, or cannot be written.");

    Lab lab;
    lab.options = std::move(*options);
    lab.policy = lab.options.config.value("policy", Json::object());
    if (!lab.metadata.load(lab.options.metadata, why))
        return failed(why);
    if (!lab.tokens.open(folder / "token-key.pem") || !makeCertificates(folder, lab.options.address) || !lab.record.open(folder / "record.jsonl"))
        return failed("Keys, certificates or the record cannot be written to " + folder.string() + '.');
    Store store(lab, folder);
    if (!store.load(why)) {
        if (!why.empty())
            return failed("The tenant in " + folder.string() + " cannot be read. " + why);
        lab.tenant.seed(lab.options.config);
    }
    if (lab.tenant.applications.empty())
        return failed("The configuration names no application.");
    if (!lab.options.appCertificate.empty() && !registerCertificate(lab, lab.options.appCertificate))
        return failed("The certificate " + lab.options.appCertificate.string() + " cannot be read.");
    for (const DirectorySource &source : lab.options.directories)
        lab.directories.add(source);

    // The signals that end the program are taken by one thread, in order.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    Server server(lab, folder / "server.pem", folder / "server-key.pem", answer);
    const int wanted = lab.options.port > 0 ? lab.options.port : earlierPort(folder / "endpoint.json");
    int port = wanted > 0 ? server.bind(lab.options.address, wanted) : -1;
    if (port < 0 && lab.options.port == 0)
        port = server.bind(lab.options.address, 0);
    if (port < 0)
        return failed("The address " + lab.options.address + " and its port cannot be used.");
    lab.root = "https://" + lab.options.address + ':' + std::to_string(port);
    lab.changed = true;
    lab.objectsChanged = true;
    store.save();
    const Json ready = endpoint(lab, port);
    if (!writePasswords(lab, folder) || !writeWhole(folder / "endpoint.json", ready.dump(1) + '\n', false))
        return failed("The folder " + folder.string() + " cannot be written.");
    store.startSaving();
    {
        const Scheduler scheduler(lab);
        std::thread listener([&] { server.run(); });
        std::cout << compact(ready) << std::endl;
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
        listener.detach(); // idle connections would hold it for their whole time-out
    }
    store.save();
    std::cout.flush();
    ::_exit(0);
}
