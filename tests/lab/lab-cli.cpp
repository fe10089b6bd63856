// SPDX-License-Identifier: GPL-3.0-or-later
// The command line with a stand-in for the Windows host. Everything else is the product's own.
#include "LabComposition.h"
#include "main-terminal.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    using namespace cloudsync;
    std::stop_source stop;
    const InterruptWatch watch(stop);
    const QCoreApplication application(argc, argv);
    const CliStreams streams = terminalStreams();
    auto machine = labMachineFactory();
    if (!machine) {
        streams.err(machine.error().toLogText().toUtf8() + '\n');
        return 2;
    }
    return processExitCode(runCli(QCoreApplication::arguments().mid(1), streams, commandLineComposition(*machine), stop.get_token()));
}
