// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/language/Translation.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <iterator>

// A static library's resources are only there once this is called; Q_INIT_RESOURCE must stand outside of any namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace cloudsync {

namespace {

const QString folder = QStringLiteral(":/i18n/");
const QString prefix = QStringLiteral("cloud-sync-setup_");
const QString english = QStringLiteral("en");

/// Words of Qt that people see here. They are listed so that the product's own file has them: the Windows programs are one file
/// each, and Qt's translations are not beside them.
[[maybe_unused]] constexpr const char *wordsOfQt[] = {
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),
    QT_TRANSLATE_NOOP("QMessageBox", "Show Details..."),
    QT_TRANSLATE_NOOP("QMessageBox", "Hide Details..."),
    QT_TRANSLATE_NOOP("QLineEdit", "&Undo"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Redo"),
    QT_TRANSLATE_NOOP("QLineEdit", "Cu&t"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Copy"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Paste"),
    QT_TRANSLATE_NOOP("QLineEdit", "Delete"),
    QT_TRANSLATE_NOOP("QLineEdit", "Select All"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Undo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Redo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Cu&t"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Copy"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Copy &Link Location"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Paste"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Delete"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Select All"),
    QT_TRANSLATE_NOOP("QAbstractSpinBox", "&Select All"),
    QT_TRANSLATE_NOOP("QAbstractSpinBox", "&Step up"),
    QT_TRANSLATE_NOOP("QAbstractSpinBox", "Step &down"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays help on commandline options."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays help including Qt specific options."), // Qt 6.4
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays help, including generic Qt options."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Displays version information."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "[options]"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Usage: %1"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Options:"),
};

} // namespace

QString Translation::QtTexts::translate(const char *context, const char *sourceText, const char *disambiguation, int n) const
{
    static constexpr const char *shown[] = {
        "QAbstractSpinBox", "QColorDialog", "QComboBox", "QCommandLineParser", "QDialog", "QDialogButtonBox", "QErrorMessage",
        "QFileDialog", "QFileSystemModel", "QFontDialog", "QLineEdit", "QMessageBox", "QPageSetupWidget", "QPlatformTheme",
        "QPrintDialog", "QPrintPreviewDialog", "QProgressDialog", "QScrollBar", "QShortcut", "QTabBar", "QWidget",
        "QWidgetTextControl", "QWizard"};
    const bool wanted = std::any_of(std::begin(shown), std::end(shown), [&](const char *one) { return qstrcmp(one, context) == 0; });
    return wanted ? QTranslator::translate(context, sourceText, disambiguation, n) : QString();
}

QStringList Translation::available()
{
    registerTranslations();
    QStringList languages{english};
    for (const QString &file : QDir(folder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files))
        languages.append(file.mid(prefix.size()).section(u'.', 0, 0));
    languages.sort();
    return languages;
}

QString Translation::matching(const QString &wanted)
{
    // A country is welcome and changes nothing: there is one German for Berlin, Vienna and Zurich.
    const QString language = QString(wanted).replace(u'_', u'-').section(u'-', 0, 0).section(u'.', 0, 0).toLower();
    return available().contains(language) ? language : QString();
}

QString Translation::askedFor(const QStringList &words)
{
    static const QString option = QStringLiteral("--lang");
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).startsWith(option + u'='))
            return words.at(i).mid(option.size() + 1);
        if (words.at(i) == option)
            return words.value(i + 1);
    }
    return {};
}

QString Translation::choose(const QString &asked, const QStringList &system)
{
    for (const QString &wanted : QStringList{asked} + system) {
        if (const QString language = matching(wanted); !language.isEmpty())
            return language;
    }
    return english;
}

Error Translation::unknown(const QString &asked)
{
    //: %1 is what was asked for, %2 a list of codes of languages
    const QString text = QCoreApplication::translate("Translation", "There are no texts in the language \"%1\"; the languages are: %2.");
    return {ErrorCode::CommandLineWrong, QStringLiteral("--lang"), text.arg(asked, available().join(QStringLiteral(", "))), {}};
}

Translation::Translation(const QString &language, const QString &qtFolder)
{
    // Numbers and dates go with the words. Where the system already has the language, its own country and settings stay.
    const QLocale wanted(language);
    const QLocale::Language now = m_localeBefore.language();
    if (wanted.language() != now && !(language == english && now == QLocale::C))
        QLocale::setDefault(wanted);
    if (language == english)
        return;
    if (m_qt.load(QStringLiteral("qtbase_") + language, qtFolder))
        QCoreApplication::installTranslator(&m_qt);
    registerTranslations();
    if (m_product.load(prefix + language, folder))
        QCoreApplication::installTranslator(&m_product); // the last one is asked first
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_product);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(m_localeBefore);
}

} // namespace cloudsync
