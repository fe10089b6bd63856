// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard with a stand-in for the Windows host. Everything else is the product's own.
#include "LabComposition.h"
#include "main-wizard-run.h"

#include <cstdio>

int main(int argc, char *argv[])
{
    auto machine = cloudsync::labMachineFactory();
    if (!machine) {
        std::fprintf(stderr, "%s\n", qPrintable(machine.error().toLogText()));
        return 2;
    }
    return cloudsync::runWizardProgram(argc, argv, *machine);
}
