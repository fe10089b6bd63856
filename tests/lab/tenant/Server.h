// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"
#include "tests/lab/tenant/Lab.h"

#include <memory>
#include <string>

namespace cloudsync::lab {

/// HTTPS on one loopback address: takes each request apart, applies latency and faults, hands it on, records it.
class Server {
public:
    using Handler = Reply (*)(Lab &, Exchange &);

    Server(Lab &lab, const std::filesystem::path &chainFile, const std::filesystem::path &keyFile, Handler handler);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds; 0 takes any free port. Returns the port, or -1.
    [[nodiscard]] int bind(const std::string &address, int port);
    /// Serves until stop() is called.
    void run();
    void stop();

private:
    class Secure;

    Lab &m_lab;
    Handler m_handler;
    std::unique_ptr<Secure> m_server;
};

} // namespace cloudsync::lab
