// SPDX-License-Identifier: GPL-3.0-or-later
#include "main-terminal.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <ctime>
#include <pthread.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace cloudsync {

namespace {

#ifdef _WIN32

bool isTerminal(int descriptor)
{
    return _isatty(descriptor) != 0;
}

/// Switches the echo of the console off as long as it lives.
class EchoOff
{
public:
    EchoOff() : m_console(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_console, &m_mode);
        SetConsoleMode(m_console, m_mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~EchoOff() { SetConsoleMode(m_console, m_mode); }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    HANDLE m_console;
    DWORD m_mode = 0;
};

/// The console shows what is written as UTF-8, as long as it lives: letters beyond ASCII come out as they are meant.
class Utf8Console
{
public:
    Utf8Console() : m_before(GetConsoleOutputCP()) { SetConsoleOutputCP(CP_UTF8); }
    ~Utf8Console() { SetConsoleOutputCP(m_before); }
    Utf8Console(const Utf8Console &) = delete;
    Utf8Console &operator=(const Utf8Console &) = delete;

private:
    const UINT m_before;
};

std::stop_source *interrupted = nullptr; // SetConsoleCtrlHandler takes no context

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (interrupted)
        interrupted->request_stop();
    return TRUE;
}

#else

bool isTerminal(int descriptor)
{
    return isatty(descriptor) != 0;
}

class EchoOff
{
public:
    EchoOff()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_known) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~EchoOff()
    {
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    termios m_before{};
    bool m_known = false;
};

#endif

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

CliStreams terminalStreams()
{
    CliStreams streams;
#ifdef _WIN32
    streams.out = [console = std::make_shared<Utf8Console>()](const QByteArray &bytes) { write(stdout, bytes); };
#else
    streams.out = [](const QByteArray &bytes) { write(stdout, bytes); };
#endif
    streams.err = [](const QByteArray &bytes) { write(stderr, bytes); };
    streams.colour = isTerminal(1) && qEnvironmentVariableIsEmpty("NO_COLOR");
    if (isTerminal(0) && isTerminal(2)) {
        streams.confirm = [](const QString &question) {
            //: What may be answered to a question of the command line; the second, a capital letter, is what Enter means.
            const QString choice = QCoreApplication::translate("Terminal", "[y/N]");
            //: The answer that agrees, as a letter and as a word
            const QStringList agreeing = QCoreApplication::translate("Terminal", "y yes").split(u' ');
            write(stderr, (question + u' ' + choice + u' ').toUtf8());
            std::string line;
            if (!std::getline(std::cin, line))
                return false;
            const QString answer = QString::fromStdString(line).trimmed().toLower();
            return answer == QStringLiteral("y") || answer == QStringLiteral("yes") || agreeing.contains(answer);
        };
        streams.askText = [](const QString &question) -> std::optional<QString> {
            write(stderr, (question + QStringLiteral(": ")).toUtf8());
            std::string line;
            if (!std::getline(std::cin, line))
                return std::nullopt;
            return QString::fromStdString(line).trimmed();
        };
        streams.askSecret = [](const QString &purpose) -> std::optional<Secret> {
            write(stderr, (purpose + QStringLiteral(": ")).toUtf8());
            std::string line;
            {
                const EchoOff quiet;
                if (!std::getline(std::cin, line))
                    return std::nullopt;
            }
            write(stderr, "\n");
            QByteArray bytes(line.data(), static_cast<qsizetype>(line.size()));
            line.assign(line.size(), '\0');
            return Secret(std::move(bytes));
        };
    }
    return streams;
}

#ifdef _WIN32

InterruptWatch::InterruptWatch(std::stop_source &stop)
{
    interrupted = &stop;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

InterruptWatch::~InterruptWatch()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    interrupted = nullptr;
}

#else

// The signals are blocked in every thread and awaited in one: a stop token cannot be requested from a signal handler.
InterruptWatch::InterruptWatch(std::stop_source &stop)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread([&stop, signals](const std::stop_token &ended) {
        while (!ended.stop_requested()) {
            const timespec limit{0, 200'000'000};
            if (sigtimedwait(&signals, nullptr, &limit) > 0)
                stop.request_stop();
        }
    });
}

InterruptWatch::~InterruptWatch() = default;

#endif

} // namespace cloudsync
