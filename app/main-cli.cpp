// SPDX-License-Identifier: GPL-3.0-or-later
// cloud-sync-setup-cli: composition root of the command line.
#ifdef _WIN32
#include "backend/adapters/windows/ProcessHardening.h"
#endif

#include "backend/setup/language/Translation.h"
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
    const QStringList words = QCoreApplication::arguments().mid(1);
    // Before they are parsed, so that what is said of them is in the language too.
    const Translation translation(Translation::choose(Translation::askedFor(words), QLocale::system().uiLanguages()));
    return processExitCode(runCli(words, terminalStreams(), commandLineComposition(), stop.get_token()));
}
