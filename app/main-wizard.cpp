// SPDX-License-Identifier: GPL-3.0-or-later
// cloud-sync-setup: composition root of the wizard.
#ifdef _WIN32
#include "backend/adapters/windows/ProcessHardening.h"
#endif

#include "main-wizard-run.h"

int main(int argc, char *argv[])
{
#ifdef _WIN32
    cloudsync::windows::hardenProcess();
#endif
    return cloudsync::runWizardProgram(argc, argv);
}
