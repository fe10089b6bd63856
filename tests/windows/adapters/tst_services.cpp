// SPDX-License-Identifier: GPL-3.0-or-later
// The program is the service, too: the control manager starts it with "--service" and, for one that refuses to run, "--refuse".
#include "backend/adapters/windows/ServiceControl.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <windows.h>

using namespace cloudsync;
using namespace cloudsync::windows;

namespace {

SERVICE_STATUS_HANDLE statusHandle;
HANDLE ended;
bool refuses = false;

void tell(DWORD state, DWORD error = NO_ERROR)
{
    SERVICE_STATUS status{SERVICE_WIN32_OWN_PROCESS, state, state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0UL, error, 0, 0, 0};
    SetServiceStatus(statusHandle, &status);
}

DWORD WINAPI onControl(DWORD control, DWORD, void *, void *)
{
    if (control == SERVICE_CONTROL_STOP)
        SetEvent(ended);
    return NO_ERROR;
}

void WINAPI serviceMain(DWORD, wchar_t **)
{
    ended = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    statusHandle = RegisterServiceCtrlHandlerExW(L"CloudSyncSetupTest", onControl, nullptr);
    if (refuses) {
        tell(SERVICE_START_PENDING);
        tell(SERVICE_STOPPED, ERROR_BAD_ENVIRONMENT);
        return;
    }
    tell(SERVICE_RUNNING);
    WaitForSingleObject(ended, INFINITE);
    tell(SERVICE_STOPPED);
}

class TestServices : public QObject
{
    Q_OBJECT
    const QString m_name = QStringLiteral("CloudSyncSetupTest");

    void makeService(const QString &argument)
    {
        const QString command = u'"' + QDir::toNativeSeparators(QCoreApplication::applicationFilePath()) + QStringLiteral("\" ") + argument;
        const SC_HANDLE manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
        const SC_HANDLE service = CreateServiceW(manager, L"CloudSyncSetupTest", L"A service of the tests", SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
                                                 SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL, reinterpret_cast<const wchar_t *>(command.utf16()), nullptr,
                                                 nullptr, nullptr, nullptr, nullptr);
        QVERIFY(service);
        CloseServiceHandle(service);
        CloseServiceHandle(manager);
    }

private Q_SLOTS:
    void cleanup()
    {
        static_cast<void>(ServiceControl().stop(m_name, {}));
        const SC_HANDLE manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
        if (const SC_HANDLE service = OpenServiceW(manager, L"CloudSyncSetupTest", DELETE)) {
            DeleteService(service);
            CloseServiceHandle(service);
        }
        CloseServiceHandle(manager);
        QVERIFY(!*ServiceControl().query(m_name));
    }

    void anAbsentServiceIsNoError()
    {
        QVERIFY(!*ServiceControl().query(m_name));
        QVERIFY(ServiceControl().program(m_name).isEmpty());
        QCOMPARE(ServiceControl().start(m_name, {}).error().code, ErrorCode::ServiceFailed);
    }

    void startAndStopReturnWhenTheStateIsReached()
    {
        makeService(QStringLiteral("--service"));
        const ServiceControl services;
        const auto before = services.query(m_name);
        QVERIFY(before && *before);
        QCOMPARE((*before)->displayName, QStringLiteral("A service of the tests"));
        QCOMPARE((*before)->state, ServiceState::Stopped);
        QCOMPARE((*before)->start, ServiceStart::Manual);
        QCOMPARE((*before)->account.toLower(), QStringLiteral("localsystem"));
        QCOMPARE(services.program(m_name), QDir::toNativeSeparators(QCoreApplication::applicationFilePath()));
        const auto started = services.start(m_name, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().toLogText()));
        QCOMPARE((**services.query(m_name)).state, ServiceState::Running);
        QVERIFY(services.start(m_name, {})); // it runs already
        QVERIFY(services.stop(m_name, {}));
        QCOMPARE((**services.query(m_name)).state, ServiceState::Stopped);
        QVERIFY(services.stop(m_name, {}));
    }

    void aServiceThatGoesDownAgainSaysWhy()
    {
        makeService(QStringLiteral("--refuse"));
        const auto started = ServiceControl().start(m_name, {});
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::ServiceFailed);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QByteArray word = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (word == "--service" || word == "--refuse") {
        refuses = word == "--refuse";
        wchar_t name[] = L"CloudSyncSetupTest";
        const SERVICE_TABLE_ENTRYW table[] = {{name, serviceMain}, {nullptr, nullptr}};
        return StartServiceCtrlDispatcherW(table) ? 0 : 1;
    }
    const QCoreApplication application(argc, argv);
    TestServices test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_services.moc"
