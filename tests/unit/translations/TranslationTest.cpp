// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/language/Translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreTextsInEnglishAndGerman() { QCOMPARE(Translation::available(), QStringList({"de", "en"})); }

    void aLanguageIsFoundInTheWordsOfACommandLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("asked");
        QTest::newRow("none") << QStringList{"check", "--answers", "a.json"} << QString();
        QTest::newRow("after the option") << QStringList{"check", "--lang", "de"} << "de";
        QTest::newRow("with an equals sign") << QStringList{"--lang=de", "check"} << "de";
        QTest::newRow("a word that begins alike") << QStringList{"--language", "de"} << QString();
        QTest::newRow("the word is missing") << QStringList{"check", "--lang"} << QString();
    }
    void aLanguageIsFoundInTheWordsOfACommandLine()
    {
        QFETCH(QStringList, words);
        QTEST(Translation::askedFor(words), "asked");
    }

    void theLanguageIsTheOneAskedForElseTheSystemsElseEnglish_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("language");
        QTest::newRow("nothing known") << QString() << QStringList() << "en";
        QTest::newRow("the system's") << QString() << QStringList{"de-DE", "de"} << "de";
        QTest::newRow("Austria") << QString() << QStringList{"de-AT"} << "de";
        QTest::newRow("the C locale") << QString() << QStringList{"C"} << "en";
        QTest::newRow("the first that has texts") << QString() << QStringList{"fr-FR", "de-DE", "en-US"} << "de";
        QTest::newRow("English before German") << QString() << QStringList{"en-GB", "de-DE"} << "en";
        QTest::newRow("asked for goes first") << "en" << QStringList{"de-DE"} << "en";
        QTest::newRow("as POSIX writes it") << "de_CH.UTF-8" << QStringList{"en-US"} << "de";
        QTest::newRow("capitals") << "DE" << QStringList{"en-US"} << "de";
        QTest::newRow("asked for and not there") << "tlh" << QStringList{"de-DE"} << "de";
        QTest::newRow("no way out of the folder") << "../de" << QStringList{"en-US"} << "en";
    }
    void theLanguageIsTheOneAskedForElseTheSystemsElseEnglish()
    {
        QFETCH(QString, asked);
        QFETCH(QStringList, system);
        QTEST(Translation::choose(asked, system), "language");
    }

    void aLanguageWithoutTextsIsRefusedByNamingThoseThereAre()
    {
        const Error error = Translation::unknown(QStringLiteral("tlh"));
        QCOMPARE(error.code, ErrorCode::CommandLineWrong);
        QVERIFY2(error.detail.contains("tlh") && error.detail.contains("de, en"), qPrintable(error.detail));
    }

    void textsNumbersAndDatesAreInTheLanguageAsLongAsTheObjectLives()
    {
        const Error error{ErrorCode::Cancelled, {}, {}, {}};
        QCOMPARE(errorText(error).title, QStringLiteral("Cancelled"));
        const QLocale before;
        {
            const Translation translation(QStringLiteral("de"));
            QCOMPARE(errorText(error).title, QStringLiteral("Abgebrochen"));
            QCOMPARE(QLocale().toString(150000), QStringLiteral("150.000"));
        }
        QCOMPARE(errorText(error).title, QStringLiteral("Cancelled"));
        QCOMPARE(QLocale(), before);
    }

    void theSystemsOwnCountryStays()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Switzerland));
        {
            const Translation translation(QStringLiteral("de"));
            QCOMPARE(QLocale().territory(), QLocale::Switzerland);
        }
        {
            const Translation translation(QStringLiteral("en"));
            QCOMPARE(QLocale().language(), QLocale::English);
        }
        QLocale::setDefault(before);
    }

    void wordsOfQtThatPeopleSeeAreThereWithoutQtsOwnFile()
    {
        QTemporaryDir nothing;
        const Translation translation(QStringLiteral("de"), nothing.path());
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(QCoreApplication::translate("QMessageBox", "Show Details..."), QStringLiteral("Details anzeigen..."));
    }

    void ofQtsOwnFileOnlyWordsForDialogsAreTaken()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("qtbase_de.ts"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto message = [](const char *context, const char *source, const char *translation) {
            return QStringLiteral("<context><name>%1</name><message><source>%2</source><translation>%3</translation></message></context>")
                .arg(QLatin1String(context), QLatin1String(source), QLatin1String(translation)).toUtf8();
        };
        file.write("<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE TS><TS version=\"2.1\" language=\"de\">"
                   + message("QFileDialog", "Parent Directory", "Nach oben") + message("QIODevice", "Permission denied", "Zugriff verweigert")
                   + "</TS>");
        file.close();
        QCOMPARE(QProcess::execute(QStringLiteral(LRELEASE), {"-silent", file.fileName()}), 0);
        const Translation translation(QStringLiteral("de"), folder.path());
        QCOMPARE(QCoreApplication::translate("QFileDialog", "Parent Directory"), QStringLiteral("Nach oben"));
        // Such a sentence goes into the log, which is English.
        QCOMPARE(QCoreApplication::translate("QIODevice", "Permission denied"), QStringLiteral("Permission denied"));
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "TranslationTest.moc"
