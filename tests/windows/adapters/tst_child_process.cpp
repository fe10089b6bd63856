// SPDX-License-Identifier: GPL-3.0-or-later
// The program is the child, too: "--child" lists what it was given, "--wait" does not end by itself, "--window" shows a window.
#include "backend/adapters/windows/AgentWindow.h"
#include "backend/adapters/windows/ChildProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <windows.h>

#include <cstdio>
#include <thread>

using namespace cloudsync;
using namespace cloudsync::windows;
using namespace std::chrono_literals;

namespace {

QString self()
{
    return QDir::toNativeSeparators(QCoreApplication::applicationFilePath());
}

/// What "--child" writes, a line each: its arguments, its variables, the state of a handle, its input.
int beChild(int argc, char **argv)
{
    for (int i = 3; i < argc; ++i)
        std::printf("argument %s\n", argv[i]);
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys())
        std::printf("variable %s\n", qPrintable(name));
    DWORD flags = 0;
    const auto handle = reinterpret_cast<HANDLE>(static_cast<quintptr>(QByteArray(argv[2]).toULongLong()));
    std::printf("handle %s\n", GetHandleInformation(handle, &flags) && SetEvent(handle) ? "open" : "closed");
    char line[256];
    while (std::fgets(line, sizeof line, stdin))
        std::printf("input %s", line);
    return 42;
}

LRESULT CALLBACK onMessage(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_DESTROY)
        PostQuitMessage(0);
    return DefWindowProcW(window, message, first, second);
}

int beWindow()
{
    WNDCLASSW kind{};
    kind.lpfnWndProc = onMessage;
    kind.lpszClassName = L"CloudSyncSetupTest";
    RegisterClassW(&kind);
    if (!CreateWindowW(kind.lpszClassName, L"A window of the tests", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 200, 100, nullptr, nullptr, nullptr, nullptr))
        return 1;
    MSG message;
    while (GetMessageW(&message, nullptr, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}

class TestChildProcess : public QObject
{
    Q_OBJECT

    struct Run
    {
        Result<int> code;
        QStringList lines;
    };
    static Run runSelf(const QStringList &words, const QByteArray &input = {})
    {
        Run run{0, {}};
        ChildCommand command;
        command.program = self();
        command.commandLine = quotedArgument(self());
        for (const QString &word : words)
            command.commandLine += u' ' + quotedArgument(word);
        command.input = input;
        command.limit = 60s;
        command.mayBeEnded = true;
        command.onLine = [&](const QByteArray &line) { run.lines.append(QString::fromUtf8(line)); };
        run.code = runChild(std::move(command), {});
        return run;
    }

private Q_SLOTS:
    void inputOutputAndExitCodeArePassed()
    {
        const Run run = runSelf({QStringLiteral("--child"), QStringLiteral("0")}, "first\nsecond\n");
        QVERIFY2(run.code, run.code ? "" : qPrintable(run.code.error().toLogText()));
        QCOMPARE(*run.code, 42);
        QVERIFY(run.lines.contains(QStringLiteral("input first")));
        QVERIFY(run.lines.contains(QStringLiteral("input second")));
    }

    void argumentsArriveAsTheyWereGiven()
    {
        const QStringList given{QStringLiteral("plain"), QStringLiteral("two words"), QStringLiteral("a\"quote"), QStringLiteral("ends\\"),
                                QStringLiteral("a blank and ends\\"), QStringLiteral("\\\\\"x"), QString()};
        QStringList expected;
        for (const QString &one : given)
            expected.append((QStringLiteral("argument ") + one).trimmed());
        const Run run = runSelf(QStringList{QStringLiteral("--child"), QStringLiteral("0")} + given);
        QCOMPARE(run.lines.filter(QStringLiteral("argument")), expected);
    }

    void theEnvironmentIsMadeAnew()
    {
        qputenv("CLOUDSYNC_TEST_SECRET", "x");
        const Run run = runSelf({QStringLiteral("--child"), QStringLiteral("0")});
        QVERIFY(!run.lines.contains(QStringLiteral("variable CLOUDSYNC_TEST_SECRET")));
        QVERIFY(run.lines.contains(QStringLiteral("variable SYSTEMROOT"), Qt::CaseInsensitive));
        QVERIFY(run.lines.contains(QStringLiteral("variable PATH"), Qt::CaseInsensitive));
    }

    void handlesOfThisProcessAreNotInherited()
    {
        SECURITY_ATTRIBUTES inheritable{sizeof inheritable, nullptr, TRUE};
        const HANDLE event = CreateEventW(&inheritable, TRUE, FALSE, nullptr);
        const auto number = QString::number(reinterpret_cast<quintptr>(event));
        static_cast<void>(runSelf({QStringLiteral("--child"), number}));
        // The number may be another handle in the child; this event it cannot set.
        QCOMPARE(WaitForSingleObject(event, 0), DWORD(WAIT_TIMEOUT));
        CloseHandle(event);
    }

    void whatMayBeEndedEndsAtItsLimit()
    {
        ChildCommand command;
        command.program = self();
        command.commandLine = quotedArgument(self()) + QStringLiteral(" --wait");
        command.limit = 300ms;
        command.mayBeEnded = true;
        command.onLine = [](const QByteArray &) {};
        QCOMPARE(runChild(std::move(command), {}).error().code, ErrorCode::TimedOut);
    }

    void whatMayBeEndedEndsWhenAskedTo()
    {
        std::stop_source stop;
        ChildCommand command;
        command.program = self();
        command.commandLine = quotedArgument(self()) + QStringLiteral(" --wait");
        command.mayBeEnded = true;
        command.onLine = [&](const QByteArray &) { stop.request_stop(); }; // it is up
        QCOMPARE(runChild(std::move(command), stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void aProgramThatIsNotThereIsAnError()
    {
        ChildCommand command;
        command.program = command.commandLine = QStringLiteral("C:\\nowhere\\nothing.exe");
        QCOMPARE(runChild(std::move(command), {}).error().code, ErrorCode::FileUnreadable);
    }

    void theAgentsWindowIsClosedAsAPersonWould()
    {
        // Its program is this one under the vendor's name; alone, without a word on its command line, it is the window.
        QTemporaryDir folder;
        const QString path = QDir::toNativeSeparators(folder.path());
        QVERIFY(!AgentWindow(path).isThere());
        QVERIFY(QFile::copy(self(), folder.filePath(QStringLiteral("AADConnectProvisioningAgentWizard.exe"))));
        QVERIFY(AgentWindow(path).isThere());
        std::stop_source stop;
        std::jthread closing([&] {
            // The stop comes when the window is there, not before.
            const auto end = std::chrono::steady_clock::now() + 30s;
            while (!FindWindowW(L"CloudSyncSetupTest", nullptr) && std::chrono::steady_clock::now() < end)
                SwitchToThread();
            stop.request_stop();
        });
        const auto shown = AgentWindow(path).show(stop.get_token());
        QVERIFY(!shown);
        QCOMPARE(shown.error().code, ErrorCode::Cancelled);
        QVERIFY(!FindWindowW(L"CloudSyncSetupTest", nullptr));
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QByteArray word = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (QByteArray(argv[0]).contains("AADConnectProvisioningAgentWizard"))
        return beWindow();
    if (word == "--child")
        return beChild(argc, argv);
    if (word == "--wait") {
        std::puts("up");
        std::fflush(stdout);
        WaitForSingleObject(GetCurrentProcess(), INFINITE);
    }
    const QCoreApplication application(argc, argv);
    TestChildProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_child_process.moc"
