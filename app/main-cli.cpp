// SPDX-License-Identifier: GPL-3.0-or-later
// cloud-sync-setup-cli: composition root of the command line.
#ifdef _WIN32
#include "backend/adapters/windows/ProcessHardening.h"
#endif

#include "cli/RunCli.h"
#include "main-ports.h"
#include "main-terminal.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
#ifdef _WIN32
    cloudsync::windows::hardenProcess();
#endif
    using namespace cloudsync;
    std::stop_source stop;
    const InterruptWatch watch(stop);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cloud-sync-setup-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLOUDSYNC_VERSION));
    return processExitCode(runCli(QCoreApplication::arguments().mid(1), terminalStreams(), commandLineComposition(), stop.get_token()));
}
