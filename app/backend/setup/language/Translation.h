// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace cloudsync {

/// The language of the texts, for as long as this object lives: the product's own texts, compiled in, and those of Qt's dialogs.
/// English stands in the sources and needs no file. Only people's texts change: keys, codes, ids and the log stay English.
class Translation
{
public:
    /// Codes of the languages in which texts exist, in order of the alphabet.
    [[nodiscard]] static QStringList available();
    /// The available language that "de", "de-AT" or "de_DE" means; empty when there is none.
    [[nodiscard]] static QString matching(const QString &wanted);
    /// What --lang asks for among the words of a command line, before they are parsed; empty without it.
    [[nodiscard]] static QString askedFor(const QStringList &words);
    /// The language that is asked for, else the first of the system's in which there are texts, else English.
    [[nodiscard]] static QString choose(const QString &asked, const QStringList &system);
    /// CommandLineWrong for a language without texts; names those that there are.
    [[nodiscard]] static Error unknown(const QString &asked);

    /// Needs a QCoreApplication. `qtFolder`: where Qt keeps its own translations; nothing has to be there.
    explicit Translation(const QString &language, const QString &qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

private:
    /// Qt's texts for dialogs and fields alone: what Qt says of an error may reach the log, which is English.
    class QtTexts : public QTranslator
    {
    public:
        QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
    };

    const QLocale m_localeBefore;
    QtTexts m_qt;
    QTranslator m_product;
};

} // namespace cloudsync
