// SPDX-License-Identifier: GPL-3.0-or-later
// cloud-sync-setup: composition root of the wizard.
#include "main-wizard-run.h"

int main(int argc, char *argv[])
{
    return cloudsync::runWizardProgram(argc, argv);
}
