// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Log.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestLog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QStringList lines(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly | QIODevice::Text) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }

private Q_SLOTS:
    void oneLineAnEventWithKeysAndValues()
    {
        const QString path = m_folder.filePath("one.log");
        auto log = Log::toFile(path, LogLevel::Info);
        QVERIFY(log);
        (*log)->info("ldap.bind", {{"controller", "ldaps://dc1"}, {"user", "CONTOSO\\Jane Doe"}});
        log->reset();
        QCOMPARE(lines(path).size(), 1);
        const QRegularExpression form(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info ldap ldap\.bind )"
                                                     R"(controller=ldaps://dc1 user="CONTOSO\\\\Jane Doe"$)"));
        QVERIFY2(form.match(lines(path).first()).hasMatch(), qPrintable(lines(path).first()));
    }

    void textFromOutsideCannotForgeALine()
    {
        const QString path = m_folder.filePath("forge.log");
        auto log = Log::toFile(path, LogLevel::Info);
        (*log)->warning("graph.error", {{"message", QStringLiteral("bad\n2026-01-01 info forged \x1b[31m\u202e")}});
        log->reset();
        QCOMPARE(lines(path).size(), 1);
        QVERIFY(!lines(path).first().contains(QChar(0x1b)));
        QVERIFY(!lines(path).first().contains(QChar(0x202e)));
    }

#ifndef Q_OS_WIN // there the access list of the folder decides who reads a file in it
    void isReadableByItsOwnerOnly()
    {
        const QString path = m_folder.filePath("mode.log");
        auto log = Log::toFile(path, LogLevel::Info);
        QVERIFY(!(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }
#endif

    void levelsBelowTheChosenOneAreLeftOut()
    {
        const QString path = m_folder.filePath("level.log");
        auto log = Log::toFile(path, LogLevel::Warning);
        (*log)->info("a.b");
        (*log)->error("a.c");
        log->reset();
        QCOMPARE(lines(path).size(), 1);
    }

    void aListenerHearsEachEventWhateverTheFileKeeps()
    {
        auto log = Log::toFile(m_folder.filePath("heard.log"), LogLevel::Error);
        QStringList heard;
        (*log)->setListener([&](LogLevel, const char *event, const QVector<Log::Field> &fields) {
            heard.append(QLatin1String(event) + u' ' + fields.value(0).second);
        });
        (*log)->info("run.started", {{"run", QStringLiteral("one")}});
        Log nowhere;
        nowhere.setListener([&](LogLevel, const char *event, const QVector<Log::Field> &) { heard.append(QLatin1String(event)); });
        nowhere.info("run.ended");
        QCOMPARE(heard, (QStringList{QStringLiteral("run.started one"), QStringLiteral("run.ended")}));
    }

    void anUnknownLevelIsRefused()
    {
        QCOMPARE(*logLevelFromName("debug"), LogLevel::Debug);
        QCOMPARE(logLevelFromName("loud").error().code, ErrorCode::CommandLineWrong);
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        QCOMPARE(Log::toFile("/proc/nothing/here.log", LogLevel::Info).error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
