// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"
#include "backend/setup/Backend.h"
#include "cli/RunCli.h"

#include <functional>
#include <memory>

namespace cloudsync {

/// What differs from one program to the next.
struct PortsSettings
{
    QString stateFolder; ///< empty: the default one
    QString logFile;     ///< empty: none
    LogLevel logLevel = LogLevel::Info;
    bool personPresent = false; ///< somebody sits before this screen: windows of the agent may be opened
    SignInPrompt *prompt = nullptr;
    std::function<std::optional<Secret>(const QString &purpose)> askSecret; ///< absent: nobody to ask
    std::function<std::optional<Secret>(const QString &key)> entered;       ///< what was typed into the wizard
};

/// Makes the machine that the plan works on, from what the other adapters offer.
using MachineFactory = std::function<std::unique_ptr<Machine>(HttpClient &http, DirectoryConnector &directories, Machine &here)>;

/// The product's adapters put together, and the backend on top of them. `machine` is given by the lab alone; without it the plan works
/// on this machine.
[[nodiscard]] Result<std::unique_ptr<CliBackend>> composeBackend(const PortsSettings &settings, const MachineFactory &machine = {});

/// composeBackend for the command line.
[[nodiscard]] CliComposition commandLineComposition(MachineFactory machine = {});

} // namespace cloudsync
