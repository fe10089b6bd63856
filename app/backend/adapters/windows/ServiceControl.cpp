// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/ServiceControl.h"

#include "backend/adapters/windows/WindowsText.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace cloudsync::windows {

namespace {

using namespace std::chrono_literals;
constexpr auto longest = 120s;
constexpr auto interval = 250ms;

class ServiceHandle
{
public:
    explicit ServiceHandle(SC_HANDLE handle) : m_handle(handle) {}
    ~ServiceHandle()
    {
        if (m_handle)
            ::CloseServiceHandle(m_handle);
    }
    ServiceHandle(const ServiceHandle &) = delete;
    ServiceHandle &operator=(const ServiceHandle &) = delete;
    [[nodiscard]] SC_HANDLE get() const { return m_handle; }
    explicit operator bool() const { return m_handle != nullptr; }

private:
    SC_HANDLE m_handle;
};

tl::unexpected<Error> failed(const QString &name, DWORD error)
{
    return fail(ErrorCode::ServiceFailed, name, systemError(error));
}

ServiceState stateOf(DWORD state)
{
    switch (state) {
    case SERVICE_STOPPED:
        return ServiceState::Stopped;
    case SERVICE_START_PENDING:
    case SERVICE_CONTINUE_PENDING:
        return ServiceState::Starting;
    case SERVICE_RUNNING:
        return ServiceState::Running;
    case SERVICE_STOP_PENDING:
    case SERVICE_PAUSE_PENDING:
        return ServiceState::Stopping;
    case SERVICE_PAUSED:
        return ServiceState::Paused;
    default:
        return ServiceState::Unknown;
    }
}

ServiceStart startOf(DWORD start)
{
    switch (start) {
    case SERVICE_AUTO_START:
        return ServiceStart::Automatic;
    case SERVICE_DEMAND_START:
        return ServiceStart::Manual;
    case SERVICE_DISABLED:
        return ServiceStart::Disabled;
    default:
        return ServiceStart::Unknown;
    }
}

std::optional<SERVICE_STATUS_PROCESS> statusOf(SC_HANDLE service)
{
    SERVICE_STATUS_PROCESS status{};
    DWORD needed = 0;
    if (!::QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE *>(&status), sizeof status, &needed))
        return {};
    return status;
}

/// The configuration with the texts it points to; empty when it cannot be read.
QByteArray configurationOf(SC_HANDLE service)
{
    DWORD needed = 0;
    ::QueryServiceConfigW(service, nullptr, 0, &needed);
    QByteArray bytes(static_cast<qsizetype>(needed), '\0');
    if (needed == 0 || !::QueryServiceConfigW(service, reinterpret_cast<QUERY_SERVICE_CONFIGW *>(bytes.data()), needed, &needed))
        return {};
    return bytes;
}

Result<void> waitFor(SC_HANDLE service, const QString &name, DWORD wanted, const std::stop_token &stop)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    std::mutex mutex;
    std::condition_variable_any never; // wakes for a stop alone
    std::unique_lock lock(mutex);
    for (;;) {
        const auto status = statusOf(service);
        if (!status)
            return failed(name, ::GetLastError());
        if (status->dwCurrentState == wanted)
            return {};
        // A service that came up and went down again says why.
        if (wanted == SERVICE_RUNNING && status->dwCurrentState == SERVICE_STOPPED)
            return failed(name, status->dwWin32ExitCode == ERROR_SERVICE_SPECIFIC_ERROR ? status->dwServiceSpecificExitCode : status->dwWin32ExitCode);
        if (std::chrono::steady_clock::now() >= end)
            return fail(ErrorCode::TimedOut, name);
        never.wait_for(lock, stop, interval, [] { return false; });
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, name);
    }
}

} // namespace

Result<std::optional<ServiceInfo>> ServiceControl::query(const QString &name) const
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    if (!manager)
        return failed(name, ::GetLastError());
    const ServiceHandle service(::OpenServiceW(manager.get(), wide(name), SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS));
    if (!service) {
        const DWORD error = ::GetLastError();
        return error == ERROR_SERVICE_DOES_NOT_EXIST ? Result<std::optional<ServiceInfo>>(std::nullopt) : failed(name, error);
    }
    const auto status = statusOf(service.get());
    const QByteArray bytes = configurationOf(service.get());
    if (!status || bytes.isEmpty())
        return failed(name, ::GetLastError());
    const auto *configuration = reinterpret_cast<const QUERY_SERVICE_CONFIGW *>(bytes.constData());
    ServiceInfo info;
    info.name = name;
    info.displayName = QString::fromWCharArray(configuration->lpDisplayName);
    info.state = stateOf(status->dwCurrentState);
    info.start = startOf(configuration->dwStartType);
    info.account = QString::fromWCharArray(configuration->lpServiceStartName);
    return std::optional(info);
}

QString ServiceControl::program(const QString &name) const
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle service(manager ? ::OpenServiceW(manager.get(), wide(name), SERVICE_QUERY_CONFIG) : nullptr);
    const QByteArray bytes = service ? configurationOf(service.get()) : QByteArray();
    if (bytes.isEmpty())
        return {};
    const QString command = QString::fromWCharArray(reinterpret_cast<const QUERY_SERVICE_CONFIGW *>(bytes.constData())->lpBinaryPathName).trimmed();
    if (command.startsWith(u'"'))
        return command.section(u'"', 1, 1);
    const qsizetype end = command.indexOf(QLatin1String(".exe"), 0, Qt::CaseInsensitive);
    return end < 0 ? command : command.left(end + 4);
}

Result<void> ServiceControl::start(const QString &name, const std::stop_token &stop) const
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle service(manager ? ::OpenServiceW(manager.get(), wide(name), SERVICE_START | SERVICE_QUERY_STATUS) : nullptr);
    if (!service)
        return failed(name, ::GetLastError());
    if (!::StartServiceW(service.get(), 0, nullptr) && ::GetLastError() != ERROR_SERVICE_ALREADY_RUNNING)
        return failed(name, ::GetLastError());
    return waitFor(service.get(), name, SERVICE_RUNNING, stop);
}

Result<void> ServiceControl::stop(const QString &name, const std::stop_token &stop) const
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle service(manager ? ::OpenServiceW(manager.get(), wide(name), SERVICE_STOP | SERVICE_QUERY_STATUS) : nullptr);
    if (!service)
        return failed(name, ::GetLastError());
    SERVICE_STATUS status{};
    if (!::ControlService(service.get(), SERVICE_CONTROL_STOP, &status) && ::GetLastError() != ERROR_SERVICE_NOT_ACTIVE)
        return failed(name, ::GetLastError());
    return waitFor(service.get(), name, SERVICE_STOPPED, stop);
}

} // namespace cloudsync::windows
