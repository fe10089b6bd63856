// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the hosts of the cloud can be reached from here.
#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/server/ServerExaminer.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace cloudsync {

namespace {

constexpr int httpPort = 80;
constexpr int httpsPort = 443;
constexpr std::size_t sideBySide = 4;

struct Host
{
    QString name;
    int port = httpsPort;
    bool essential = false;
    [[nodiscard]] bool operator==(const Host &other) const { return name == other.name && port == other.port; }
};

Host hostOf(const QUrl &url)
{
    return {url.host(), url.port(url.scheme() == QLatin1String("http") ? httpPort : httpsPort), true};
}

// Hosts with a wildcard cannot be asked: which names stand behind them the service alone knows (prerequisites.md
// section 7).
QVector<Host> hostsOf(const CloudEndpoint &cloud)
{
    QVector<Host> hosts;
    const auto add = [&](const Host &host) {
        if (!host.name.isEmpty() && !host.name.contains(QLatin1Char('*')) && !hosts.contains(host))
            hosts.append(host);
    };
    add(hostOf(cloud.authority));
    add(hostOf(cloud.graph));
    for (const QString &entry : cloud.agentHosts) {
        const QString name = entry.section(QLatin1Char(':'), 0, 0);
        const int port = entry.contains(QLatin1Char(':')) ? entry.section(QLatin1Char(':'), 1).toInt() : httpsPort;
        add({name, port, false});
    }
    return hosts;
}

} // namespace

void ServerExaminer::examineNetwork()
{
    auto cloud = cloudEndpoint(m_answers);
    if (!cloud)
        return failed(QStringLiteral("network"), tr("Network"), cloud.error());
    QVector<Host> hosts = hostsOf(*cloud);
    const QUrl proxy(m_answers.server ? m_answers.server->proxy : QString());
    const bool viaProxy = !proxy.host().isEmpty();
    if (viaProxy) // the way out goes through it: what lies behind is the proxy's matter
        hosts = {{proxy.host(), proxy.port(httpPort), true}};
    std::vector<Result<void>> results(static_cast<std::size_t>(hosts.size()));
    std::atomic_size_t next{0};
    {
        const auto work = [&] {
            for (std::size_t i = next++; i < results.size() && !m_stop.stop_requested(); i = next++) {
                const Host &host = hosts.at(static_cast<qsizetype>(i));
                results[i] =
                    m_machine.probe(host.name, host.port, !viaProxy && host.port != httpPort, cloud->caFile, m_stop);
            }
        };
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::min(sideBySide, results.size()); ++i)
            threads.emplace_back(work);
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Host &host = hosts.at(static_cast<qsizetype>(i));
        const QString part = QStringLiteral("network.%1:%2").arg(host.name).arg(host.port);
        const QString title = tr("Connection to %1").arg(host.name);
        if (results[i]) {
            ok(part, title, viaProxy ? tr("The proxy answers.") : tr("Port %1 answers.").arg(host.port));
            continue;
        }
        const Error &error = results[i].error();
        const bool inspected = error.code == ErrorCode::TlsCertificateNotTrusted;
        add(part, host.essential ? Severity::Error : Severity::Warning, title,
            error.detail.isEmpty() ? errorCodeName(error.code) : error.detail,
            inspected ? tr("The certificate is not the service's own. The agent's connections must not be inspected on "
                           "their way.")
                      : tr("A firewall, a proxy or the name resolution stands in the way."),
            inspected ? tr("Exempt this host from TLS inspection.")
                      : tr("Allow connections to %1, port %2.").arg(host.name).arg(host.port));
        if (host.essential && m_failures)
            m_failures->append(error);
    }
}

} // namespace cloudsync
