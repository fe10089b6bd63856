// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/Registry.h"
#include "backend/adapters/windows/RestartResume.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace cloudsync::windows;

class TestRestartResume : public QObject
{
    Q_OBJECT

    static QString entry()
    {
        return Registry().text(QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce)"), QStringLiteral("CloudSyncSetup"));
    }

private Q_SLOTS:
    void thisProgramStartsOnceWithItsArguments()
    {
        QVERIFY(RestartResume().resume({QStringLiteral("--state-dir"), QStringLiteral("C:/Program Data/x")}));
        QCOMPARE(entry(), QStringLiteral("%1 --state-dir \"C:/Program Data/x\"").arg(QDir::toNativeSeparators(QCoreApplication::applicationFilePath())));
    }

    void whatIsForgottenStartsNothing()
    {
        QVERIFY(RestartResume().resume({}));
        QVERIFY(!entry().isEmpty());
        QVERIFY(RestartResume().forget());
        QVERIFY(entry().isEmpty());
        // Windows' own key stays, whether something else is in it or not.
        QVERIFY(Registry().hasKey(QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce)")));
        QVERIFY(RestartResume().forget());
    }
};

QTEST_GUILESS_MAIN(TestRestartResume)
#include "tst_restart_resume.moc"
