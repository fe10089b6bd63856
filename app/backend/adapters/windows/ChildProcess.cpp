// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/ChildProcess.h"

#include "backend/adapters/windows/WindowsText.h"

#include <QDir>
#include <QMap>

#include <array>
#include <chrono>
#include <thread>
#include <vector>

namespace cloudsync::windows {

namespace {

QString systemFolder()
{
    std::array<wchar_t, MAX_PATH> path{};
    const UINT size = ::GetSystemDirectoryW(path.data(), static_cast<UINT>(path.size()));
    return QString::fromWCharArray(path.data(), static_cast<qsizetype>(size));
}

/// Variables that programs cannot do without. PATH holds folders that only administrators can write.
std::wstring cleanEnvironment()
{
    QMap<QString, QString> variables;
    for (const char *name : {"SystemRoot", "SystemDrive", "windir", "ProgramData", "ALLUSERSPROFILE", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432",
                             "CommonProgramFiles", "CommonProgramFiles(x86)", "CommonProgramW6432", "COMPUTERNAME", "ComSpec", "OS", "PATHEXT",
                             "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "TEMP", "TMP", "USERPROFILE", "USERNAME", "USERDOMAIN", "USERDNSDOMAIN",
                             "LOGONSERVER", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "SESSIONNAME"}) {
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            variables.insert(QLatin1String(name), value);
    }
    const QString system = systemFolder();
    variables.insert(QStringLiteral("Path"), system + u';' + system.section(u'\\', 0, -2) + u';' + system + QStringLiteral("\\Wbem;") + system
                                                 + QStringLiteral("\\WindowsPowerShell\\v1.0"));
    std::wstring block;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        block += (it.key() + u'=' + it.value()).toStdWString() + L'\0';
    return block + L'\0';
}

/// The list of the handles that a child may inherit.
class HandleList
{
public:
    explicit HandleList(std::vector<HANDLE> handles) : m_handles(std::move(handles))
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory.resize(size);
        m_valid = ::InitializeProcThreadAttributeList(list(), 1, 0, &size)
                  && ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(), m_handles.size() * sizeof(HANDLE), nullptr,
                                                 nullptr);
    }
    ~HandleList() { ::DeleteProcThreadAttributeList(list()); }
    HandleList(const HandleList &) = delete;
    HandleList &operator=(const HandleList &) = delete;
    [[nodiscard]] LPPROC_THREAD_ATTRIBUTE_LIST list() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.data()); }
    [[nodiscard]] bool isValid() const { return m_valid; }

private:
    std::vector<HANDLE> m_handles;
    std::vector<std::byte> m_memory;
    bool m_valid = false;
};

struct Pipe
{
    Handle read;
    Handle write;
};

bool makePipe(Pipe &pipe, bool childReads)
{
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    if (!::CreatePipe(pipe.read.receive(), pipe.write.receive(), &inherited, 0))
        return false;
    return ::SetHandleInformation(childReads ? pipe.write.get() : pipe.read.get(), HANDLE_FLAG_INHERIT, 0) != FALSE;
}

void writeAll(HANDLE pipe, QByteArray &input)
{
    qsizetype position = 0;
    DWORD count = 0;
    while (position < input.size()
           && ::WriteFile(pipe, input.constData() + position, static_cast<DWORD>(input.size() - position), &count, nullptr))
        position += static_cast<qsizetype>(count);
    ::SecureZeroMemory(input.data(), static_cast<SIZE_T>(input.size()));
}

void readLines(HANDLE pipe, const std::function<void(const QByteArray &)> &onLine)
{
    QByteArray pending;
    std::array<char, 4096> buffer{};
    DWORD count = 0;
    while (::ReadFile(pipe, buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr) && count > 0) {
        pending.append(buffer.data(), static_cast<qsizetype>(count));
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            onLine(pending.left(end).trimmed());
            pending.remove(0, end + 1);
        }
    }
    if (!pending.trimmed().isEmpty())
        onLine(pending.trimmed());
}

BOOL CALLBACK closeWindow(HWND window, LPARAM process)
{
    DWORD owner = 0;
    ::GetWindowThreadProcessId(window, &owner);
    if (owner == static_cast<DWORD>(process) && ::IsWindowVisible(window))
        ::PostMessageW(window, WM_CLOSE, 0, 0);
    return TRUE;
}

Result<void> waitForEnd(HANDLE process, const ChildCommand &command, const std::stop_token &stop)
{
    const auto begin = std::chrono::steady_clock::now();
    while (::WaitForSingleObject(process, 100) == WAIT_TIMEOUT) {
        // Asked again and again: a window that has to come to the end of its work first says no for a while.
        if (command.closeOnStop && stop.stop_requested())
            ::EnumWindows(closeWindow, static_cast<LPARAM>(::GetProcessId(process)));
        if (command.limit && std::chrono::steady_clock::now() - begin >= *command.limit)
            return fail(ErrorCode::TimedOut, command.program);
        if (command.mayBeEnded && stop.stop_requested())
            return fail(ErrorCode::Cancelled, command.program);
    }
    return command.closeOnStop && stop.stop_requested() ? fail(ErrorCode::Cancelled, command.program) : Result<void>();
}

} // namespace

QString quotedArgument(const QString &argument)
{
    if (!argument.isEmpty() && !argument.contains(u' ') && !argument.contains(u'\t') && !argument.contains(u'"'))
        return argument;
    QString quoted = QStringLiteral("\"");
    int backslashes = 0;
    for (const QChar c : argument) {
        if (c == u'\\') {
            ++backslashes;
            continue;
        }
        quoted += QString(c == u'"' ? 2 * backslashes + 1 : backslashes, u'\\') + c;
        backslashes = 0;
    }
    return quoted + QString(2 * backslashes, u'\\') + u'"';
}

Result<int> runChild(ChildCommand command, const std::stop_token &stop)
{
    const bool streams = static_cast<bool>(command.onLine);
    Pipe input;
    Pipe output;
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    Handle nowhere(::CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, nullptr));
    if (streams && (!makePipe(input, true) || !makePipe(output, false) || !nowhere))
        return fail(ErrorCode::FileUnreadable, command.program, lastSystemError());

    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    std::optional<HandleList> list;
    DWORD flags = CREATE_UNICODE_ENVIRONMENT | CREATE_SUSPENDED | CREATE_DEFAULT_ERROR_MODE;
    if (streams) {
        list.emplace(std::vector<HANDLE>{input.read.get(), output.write.get(), nowhere.get()});
        if (!list->isValid())
            return fail(ErrorCode::FileUnreadable, command.program, lastSystemError());
        startup.lpAttributeList = list->list();
        startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
        startup.StartupInfo.hStdInput = input.read.get();
        startup.StartupInfo.hStdOutput = output.write.get();
        startup.StartupInfo.hStdError = nowhere.get();
        flags |= EXTENDED_STARTUPINFO_PRESENT | CREATE_NO_WINDOW;
    }
    std::wstring commandLine = command.commandLine.toStdWString();
    std::wstring environment = cleanEnvironment();
    const QString folder = systemFolder();
    PROCESS_INFORMATION information{};
    if (!::CreateProcessW(wide(command.program), commandLine.data(), nullptr, nullptr, streams ? TRUE : FALSE, flags, environment.data(), wide(folder),
                          &startup.StartupInfo, &information))
        return fail(ErrorCode::FileUnreadable, command.program, lastSystemError());
    const Handle process(information.hProcess);
    const Handle thread(information.hThread);
    // What may be ended is ended with all that it has started.
    Handle job;
    if (command.mayBeEnded) {
        job = Handle(::CreateJobObjectW(nullptr, nullptr));
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
        limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
        if (job) {
            ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
            ::AssignProcessToJobObject(job.get(), process.get());
        }
    }
    ::ResumeThread(thread.get());
    input.read.close();
    output.write.close();
    std::jthread reader;
    if (streams) {
        reader = std::jthread([&] { readLines(output.read.get(), command.onLine); });
        writeAll(input.write.get(), command.input);
        input.write.close();
    }
    auto ended = waitForEnd(process.get(), command, stop);
    if (!ended) {
        if (command.mayBeEnded) {
            job.close();
            ::TerminateProcess(process.get(), 1);
            ::WaitForSingleObject(process.get(), 5000);
        }
        return fail(std::move(ended.error()));
    }
    DWORD code = 0;
    ::GetExitCodeProcess(process.get(), &code);
    return static_cast<int>(code);
}

} // namespace cloudsync::windows
