// SPDX-License-Identifier: GPL-3.0-or-later
// bench-children URI CA DOMAIN USER DN (password in BENCH_PASSWORD): seconds until the first rows of a container are there, and until all are.
#include "backend/adapters/ldap/LdapConnector.h"
#include "backend/setup/directory/DirectorySetup.h"

#include <QElapsedTimer>

#include <cstdio>

namespace {

class Now : public cloudsync::Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    bool wait(std::chrono::milliseconds, const std::stop_token &stop) override { return !stop.stop_requested(); }
};

} // namespace

int main(int argc, char *argv[])
{
    using namespace cloudsync;
    if (argc != 6)
        return 2;
    const auto argument = [&](int number) { return QString::fromLocal8Bit(argv[number]); };
    Log log;
    Now clock;
    LdapConnector connector(log, clock);
    const auto directory = connector.connect({argument(3), {argument(1)}, argument(2)},
                                             {argument(4), Secret::fromString(qEnvironmentVariable("BENCH_PASSWORD")), BindMechanism::Simple}, {});
    if (!directory) {
        std::fprintf(stderr, "%s\n", qPrintable(directory.error().toLogText()));
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    qint64 first = 0;
    qsizetype rows = 0;
    const auto done = forEachChildContainer(
        **directory, argument(5),
        [&](QVector<DirectoryNode> &&portion) {
            if (rows == 0)
                first = timer.nsecsElapsed();
            rows += portion.size();
            return true;
        },
        {});
    const qint64 all = timer.nsecsElapsed();
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(done.error().toLogText()));
        return 1;
    }
    std::printf("{\"first\":%.6f,\"all\":%.6f,\"rows\":%lld}\n", double(first) / 1e9, double(all) / 1e9, static_cast<long long>(rows));
    return 0;
}
