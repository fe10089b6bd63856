// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AdministratorsOnly.h"
#include "backend/adapters/windows/DomainMembership.h"
#include "backend/adapters/windows/HostInformation.h"
#include "backend/adapters/windows/ProcessHardening.h"
#include "backend/adapters/windows/Registry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <windows.h>

using namespace cloudsync;
using namespace cloudsync::windows;

/// What this computer says of itself. The registry was written by packaging/windows/test-wine.sh. Access lists are not looked at: Wine maps
/// them to the file modes of the system below and reads back others.
class TestHost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void factsComeFromTheRegistry()
    {
        const HostFacts facts = hostFacts();
        QCOMPARE(facts.osName, QStringLiteral("Windows Server 2022 (Wine)"));
        QCOMPARE(facts.osBuild, 20348);
        QCOMPARE(facts.osRevision, 4294);
        QVERIFY(facts.isServer);
        QVERIFY(!facts.isServerCore);
        QVERIFY(facts.isElevated);
        QVERIFY(!facts.name.isEmpty());
        QVERIFY(facts.memoryBytes > 0);
        QVERIFY(facts.freeDiskBytes > 0);
    }

    void aPendingRestartIsSeen()
    {
        const RegistryAddress renames{QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\Session Manager)"), QStringLiteral("PendingFileRenameOperations")};
        const auto before = Registry().value(renames);
        QVERIFY(Registry().set(renames, QStringList{QStringLiteral(R"(\??\C:\x)"), QStringLiteral(R"(\??\C:\y)")}));
        QVERIFY(hostFacts().restartPending);
        QVERIFY(before && *before ? Registry().set(renames, **before) : Registry().removeValue(renames));
    }

    void theStateFolderIsMade()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("state"));
        const auto made = makeAdministratorsFolder(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().toLogText()));
        QVERIFY(QDir(path).exists());
        QVERIFY(QFile(path + QStringLiteral("/kept")).open(QIODevice::WriteOnly));
    }

    void aFolderOfSomebodyElseIsRefusedAndKept()
    {
        // Made without the owner that ours has; Wine, too, tells another owner than the administrators.
        QTemporaryDir folder;
        QVERIFY(QFile(folder.filePath(QStringLiteral("kept"))).open(QIODevice::WriteOnly));
        QCOMPARE(makeAdministratorsFolder(folder.path()).error().code, ErrorCode::FileUnwritable);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("kept"))));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QCOMPARE(makeAdministratorsFolder(QStringLiteral(R"(C:\nowhere\at\all)")).error().code, ErrorCode::FileUnwritable);
    }

    void hardeningLeavesTheSystemsLibrariesAlone()
    {
        hardenProcess();
        const HMODULE known = LoadLibraryW(L"version.dll");
        QVERIFY(known);
        FreeLibrary(known);
        // A library beside the working folder's files is not found by its name alone.
        QTemporaryDir folder;
        QVERIFY(QFile::copy(QStringLiteral("C:/windows/system32/version.dll"), folder.filePath(QStringLiteral("planted.dll"))));
        QVERIFY(QDir::setCurrent(folder.path()));
        QVERIFY(!LoadLibraryW(L"planted.dll"));
        QDir::setCurrent(QDir::rootPath());
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
