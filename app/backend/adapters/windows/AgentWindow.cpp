// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AgentWindow.h"

#include "backend/adapters/windows/ChildProcess.h"

#include <QFile>

namespace cloudsync::windows {

using namespace std::chrono_literals;

AgentWindow::AgentWindow(const QString &folder) : m_program(folder + QStringLiteral("\\AADConnectProvisioningAgentWizard.exe")) {}

bool AgentWindow::isThere() const
{
    return QFile::exists(m_program);
}

Result<void> AgentWindow::show(const std::stop_token &stop) const
{
    ChildCommand command;
    command.program = m_program;
    command.commandLine = quotedArgument(m_program);
    command.limit = 1h;
    command.closeOnStop = true;
    auto code = runChild(std::move(command), stop);
    if (code)
        return {}; // its exit code is not documented; whether the agent is registered tells how it went
    if (code.error().code == ErrorCode::FileUnreadable)
        return fail(ErrorCode::AgentCommandFailed, m_program, code.error().detail);
    return fail(std::move(code.error()));
}

} // namespace cloudsync::windows
