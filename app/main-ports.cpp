// SPDX-License-Identifier: GPL-3.0-or-later
#include "main-ports.h"

#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/files/OtherSystemMachine.h"
#include "backend/adapters/files/ReferenceSecretSource.h"
#include "backend/adapters/files/StateFolder.h"
#include "backend/adapters/files/SystemClock.h"
#include "backend/adapters/graph/GraphTenantConnector.h"
#include "backend/adapters/http/QtHttpClient.h"
#include "backend/adapters/ldap/LdapConnector.h"

#ifdef Q_OS_WIN
#include "backend/adapters/windows/EventLog.h"
#include "backend/adapters/windows/HostInformation.h"
#include "backend/adapters/windows/WindowsMachine.h"
#endif

#include <QDir>
#include <QSslSocket>

namespace cloudsync {

namespace {

/// Members stand in the order in which they need one another.
class ComposedBackend : public CliBackend
{
public:
    ComposedBackend(std::unique_ptr<Log> log, const QString &stateFolder, const PortsSettings &settings, const MachineFactory &machine)
        : m_log(std::move(log)), m_http(*m_log), m_directories(*m_log, m_clock), m_signIn(m_http, m_clock, *m_log),
          m_tenants(m_http, m_clock, *m_log), m_secrets(*m_log, settings.askSecret, settings.entered),
          m_machine(machine ? machine(m_http, m_directories, m_here) : thisMachine(settings)),
          m_backend(Ports{m_directories, m_tenants, m_signIn, m_machine ? *m_machine : m_here, m_clock, m_secrets, *settings.prompt, *m_log},
                    stateFolder)
    {
    }

#ifdef Q_OS_WIN
    ~ComposedBackend() override
    {
        // A verb that keeps nothing leaves no folder; one that holds something cannot be removed like this.
        QDir().rmdir(m_backend.stateFolder());
    }
    ComposedBackend(const ComposedBackend &) = delete;
    ComposedBackend &operator=(const ComposedBackend &) = delete;
#endif

    Backend &backend() override { return m_backend; }

    QJsonObject libraryVersions() const override
    {
        return {{QStringLiteral("openssl"), QSslSocket::sslLibraryVersionString()},
                {QStringLiteral("graph"), QStringLiteral("v1.0, beta")},
                {QStringLiteral("browserSignIn"), m_signIn.availableMethods().contains(SignInMethod::Browser)}};
    }

private:
    /// Null where the server section cannot be done.
    std::unique_ptr<Machine> thisMachine([[maybe_unused]] const PortsSettings &settings)
    {
#ifdef Q_OS_WIN
        return std::make_unique<WindowsMachine>(*m_log, m_here, settings.personPresent);
#else
        return nullptr;
#endif
    }

    std::unique_ptr<Log> m_log;
    SystemClock m_clock;
    QtHttpClient m_http;
    LdapConnector m_directories;
    EntraSignIn m_signIn;
    GraphTenantConnector m_tenants;
    ReferenceSecretSource m_secrets;
    OtherSystemMachine m_here;
    std::unique_ptr<Machine> m_machine;
    Backend m_backend;
};

} // namespace

Result<std::unique_ptr<CliBackend>> composeBackend(const PortsSettings &settings, const MachineFactory &machine)
{
    auto log = std::make_unique<Log>();
    if (!settings.logFile.isEmpty()) {
        auto opened = Log::toFile(settings.logFile, settings.logLevel);
        if (!opened)
            return fail(std::move(opened.error()));
        log = std::move(*opened);
    }
#ifdef Q_OS_WIN
    const auto events = std::make_shared<windows::EventLog>();
    log->setListener([events](LogLevel, const char *event, const QVector<Log::Field> &fields) { events->tell(event, fields); });
#endif
    const QString folder = settings.stateFolder.isEmpty() ? defaultStateFolder() : settings.stateFolder;
#ifdef Q_OS_WIN
    // Ordinary users can write to ProgramData: the folder is ours before anything is read from it.
    if (settings.stateFolder.isEmpty() && windows::isElevated()) {
        if (auto made = makeStateFolder(folder); !made)
            return fail(std::move(made.error()));
    }
#endif
    return std::make_unique<ComposedBackend>(std::move(log), folder, settings, machine);
}

CliComposition commandLineComposition(MachineFactory machine)
{
    return [machine = std::move(machine)](const CliSettings &settings) {
        PortsSettings ports;
        ports.stateFolder = settings.stateFolder;
        ports.logFile = settings.logFile;
        ports.logLevel = settings.logLevel;
        ports.prompt = settings.prompt;
        ports.askSecret = settings.askSecret;
        return composeBackend(ports, machine);
    };
}

} // namespace cloudsync
