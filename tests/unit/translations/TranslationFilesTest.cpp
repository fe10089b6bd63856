// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one, or one for each plural form
    QString type;      ///< "unfinished", "vanished", "obsolete"; empty: done
    bool plural = false;

    QString name() const { return context + QStringLiteral(": ") + source; }
};

QVector<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<Message> messages;
    Message message;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("message"))
            messages.append(message);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            message.context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            message = {message.context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")};
        else if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            message.type = xml.attributes().value(QLatin1String("type")).toString();
            if (!message.plural)
                message.forms.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            message.forms.append(xml.readElementText());
        }
    }
    return messages;
}

QStringList matches(const QString &text, const char *pattern)
{
    QStringList found;
    auto all = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (all.hasNext())
        found.append(all.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

QString leadingBlanks(const QString &text)
{
    return matches(text, "^\\s+").join(QString());
}

QString trailingBlanks(const QString &text)
{
    return matches(text, "\\s+$").join(QString());
}

/// The sign at the end that says what kind of text it is: a sentence, a label, a question.
QString ending(const QString &text)
{
    return matches(text.trimmed(), "(\\.\\.\\.|[.:?!…])$").join(QString());
}

/// Empty, or what is wrong with one form of a translation.
QString wrongIn(const QString &source, const QString &form)
{
    if (form.isEmpty())
        return QStringLiteral("is empty");
    if (matches(form, "%(L?\\d+|n|v|m)") != matches(source, "%(L?\\d+|n|v|m)"))
        return QStringLiteral("has other placeholders");
    if (leadingBlanks(form) != leadingBlanks(source) || trailingBlanks(form) != trailingBlanks(source))
        return QStringLiteral("has other blanks at an end");
    if (ending(form) != ending(source))
        return QStringLiteral("ends in another sign");
    if (matches(form, "&\\w").size() != matches(source, "&\\w").size())
        return QStringLiteral("has a mnemonic more or less");
    if (form.contains(u'<') != source.contains(u'<'))
        return QStringLiteral("could be read as markup");
    if (form.contains(u'!') && !source.contains(u'!'))
        return QStringLiteral("has an exclamation mark");
    return {};
}

} // namespace

/// Holds every file of translations/ against the sources. A text without a translation would be shown in English among the others.
class TranslationFilesTest : public QObject
{
    Q_OBJECT

    const QString m_root = QStringLiteral(SOURCE_FOLDER);

    static void everyFile()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(SOURCE_FOLDER "/translations"));
        for (const QString &file : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

private Q_SLOTS:
    void everyTextOfTheSourcesIsTranslated_data() { everyFile(); }
    void everyTextOfTheSourcesIsTranslated()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(path).fileName());
        QVERIFY(QFile::copy(path, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(m_root);
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(LUPDATE), {"-I", ".", "-I", "app", "-no-obsolete", "-locations", "none", "app", "wizard-pages", "-ts", copy});
        QVERIFY2(lupdate.waitForFinished(60000), qPrintable(lupdate.errorString()));
        const QString output = QString::fromUtf8(lupdate.readAll());
        QVERIFY2(lupdate.exitCode() == 0, qPrintable(output));
        // Each of these means that a text is looked for under another name than it has in the file, and never found.
        for (const char *sign : {"lacks Q_OBJECT", "without context", "Qualifying with unknown"})
            QVERIFY2(!output.contains(QLatin1String(sign)), qPrintable(output));

        const QVector<Message> now = messagesOf(copy);
        QVERIFY(now.size() > 1500);
        QStringList missing;
        QSet<QString> names;
        for (const Message &message : now) {
            names.insert(message.name());
            if (!message.type.isEmpty())
                missing.append(message.name());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("not translated (see translations/README.md):\n") + missing.join(u'\n')));
        QStringList stale;
        for (const Message &message : messagesOf(path)) {
            if (!names.contains(message.name()) || !message.type.isEmpty())
                stale.append(message.name());
        }
        QVERIFY2(stale.isEmpty(), qPrintable(QStringLiteral("no longer in the sources:\n") + stale.join(u'\n')));
    }

    // Where two people add the same text, both stand in the file, and which one is shown is chance.
    void noTextStandsTwice_data() { everyFile(); }
    void noTextStandsTwice()
    {
        QFETCH(QString, path);
        QSet<QString> seen;
        QStringList twice;
        for (const Message &message : messagesOf(path)) {
            if (seen.contains(message.name()))
                twice.append(message.name());
            seen.insert(message.name());
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }

    void aTranslationHasTheFormOfItsText_data() { everyFile(); }
    void aTranslationHasTheFormOfItsText()
    {
        QFETCH(QString, path);
        QStringList wrong;
        for (const Message &message : messagesOf(path)) {
            for (const QString &form : message.forms) {
                if (const QString what = wrongIn(message.source, form); !what.isEmpty())
                    wrong.append(message.name() + QStringLiteral(" -> ") + form + QStringLiteral(": ") + what);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void aCountedTextHasEveryPluralForm_data() { everyFile(); }
    void aCountedTextHasEveryPluralForm()
    {
        QFETCH(QString, path);
        int counted = 0;
        for (const Message &message : messagesOf(path)) {
            counted += message.plural;
            // One and many, as in German; a language with more forms needs a row of its own here.
            QVERIFY2(message.forms.size() == (message.plural ? 2 : 1), qPrintable(message.name()));
        }
        QVERIFY(counted > 0);
    }

    void theChecksSeeWhatTheyAreFor_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << "&Open %1:" << QStringLiteral("%1 ö&ffnen:") << true;
        QTest::newRow("an ampersand that is a word") << "Certificates and secrets" << "Zertifikate & Geheimnisse" << true;
        QTest::newRow("a placeholder is lost") << "%1 of %2" << "%1 von %1" << false;
        QTest::newRow("a number is lost") << "%n key(s)" << QStringLiteral("ein Schlüssel") << false;
        QTest::newRow("a blank at the end") << "Cause: " << "Ursache:" << false;
        QTest::newRow("a blank at the beginning") << "  never ran" << QStringLiteral("nie ausgeführt") << false;
        QTest::newRow("a sentence without its full stop") << "Done." << "Erledigt" << false;
        QTest::newRow("a label without its colon") << "Domain:" << QStringLiteral("Domäne") << false;
        QTest::newRow("no mnemonic") << "&Domain:" << QStringLiteral("Domäne:") << false;
        QTest::newRow("markup") << "Add" << QStringLiteral("<b>Hinzufügen</b>") << false;
        QTest::newRow("empty") << "Add" << "" << false;
    }
    void theChecksSeeWhatTheyAreFor()
    {
        QFETCH(QString, source);
        QFETCH(QString, form);
        QFETCH(bool, right);
        QCOMPARE(wrongIn(source, form).isEmpty(), right);
    }
};

QTEST_GUILESS_MAIN(TranslationFilesTest)
#include "TranslationFilesTest.moc"
