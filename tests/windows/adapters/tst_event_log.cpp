// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/EventLog.h"
#include "event-messages.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::windows;

class TestEventLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachBeginningAndEndHasItsEvent_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<quint32>("id"); // as the event viewer shows it
        QTest::addColumn<int>("type");
        QTest::newRow("started") << "run.started" << "" << 100U << int(EVENTLOG_INFORMATION_TYPE);
        QTest::newRow("done") << "run.ended" << "done" << 101U << int(EVENTLOG_INFORMATION_TYPE);
        QTest::newRow("failed") << "run.ended" << "failed" << 102U << int(EVENTLOG_ERROR_TYPE);
        QTest::newRow("left behind") << "run.ended" << "failedLeftBehind" << 102U << int(EVENTLOG_ERROR_TYPE);
        QTest::newRow("cancelled") << "run.ended" << "cancelled" << 102U << int(EVENTLOG_ERROR_TYPE);
        QTest::newRow("undo started") << "undo.started" << "" << 110U << int(EVENTLOG_INFORMATION_TYPE);
        QTest::newRow("undone") << "undo.ended" << "done" << 111U << int(EVENTLOG_INFORMATION_TYPE);
        QTest::newRow("not undone") << "undo.ended" << "failedLeftBehind" << 112U << int(EVENTLOG_WARNING_TYPE);
    }
    void eachBeginningAndEndHasItsEvent()
    {
        QFETCH(QString, event);
        QFETCH(QString, outcome);
        QFETCH(quint32, id);
        QFETCH(int, type);
        const auto record = eventRecordFor(event.toLatin1().constData(),
                                           {{"run", QStringLiteral("R1")}, {"outcome", outcome}, {"error", QStringLiteral("E")}});
        QVERIFY(record);
        QCOMPARE(quint32(record->id & 0xffff), id);
        QCOMPARE(int(record->type), type);
        QCOMPARE(record->texts, (QStringList{QStringLiteral("R1"), outcome, QStringLiteral("E")}));
    }

    void otherLinesOfTheLogAreNoEvents()
    {
        QVERIFY(!eventRecordFor("ldap.bind", {{"user", QStringLiteral("CONTOSO\\Administrator")}}));
    }

    void tellingNeverFails()
    {
        const EventLog log;
        log.tell("run.started", {{"run", QStringLiteral("R1")}});
        log.tell("run.ended", {});
    }

    void theTextsAreInTheProgramsFile()
    {
        const HMODULE program = LoadLibraryExW(reinterpret_cast<const wchar_t *>(qEnvironmentVariable("CLOUDSYNC_PROGRAM").utf16()), nullptr,
                                               LOAD_LIBRARY_AS_DATAFILE);
        QVERIFY(program);
        DWORD_PTR texts[] = {reinterpret_cast<DWORD_PTR>(L"R1"), reinterpret_cast<DWORD_PTR>(L"failed"), reinterpret_cast<DWORD_PTR>(L"tenant.throttled")};
        wchar_t message[512] = {};
        for (const DWORD id : {EVENT_RUN_STARTED, EVENT_RUN_DONE, EVENT_RUN_NOT_DONE, EVENT_UNDO_STARTED, EVENT_UNDO_DONE, EVENT_UNDO_NOT_DONE}) {
            QVERIFY2(FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ARGUMENT_ARRAY, program, id, 0, message, 512,
                                    reinterpret_cast<va_list *>(texts)),
                     qPrintable(QString::number(id, 16)));
            QVERIFY(QString::fromWCharArray(message).contains(QStringLiteral("R1")));
        }
        FreeLibrary(program);
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
