// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ParserWords.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QRegularExpression>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ParserWords)
};

/// CLI11's own sentences, with numbers for what it puts in. A sentence that is more general comes later.
constexpr const char *sentences[] = {
    QT_TRANSLATE_NOOP("ParserWords", "A subcommand is required"),
    QT_TRANSLATE_NOOP("ParserWords", "The following argument was not expected: %1"),
    QT_TRANSLATE_NOOP("ParserWords", "The following arguments were not expected: %1"),
    QT_TRANSLATE_NOOP("ParserWords", "%1: %2 required %3 missing"),
    QT_TRANSLATE_NOOP("ParserWords", "%1: At Most %2 required but received %3"),
    QT_TRANSLATE_NOOP("ParserWords", "%1: At least %2 required but received %3"),
    QT_TRANSLATE_NOOP("ParserWords", "%1: too many inputs for a flag"),
    QT_TRANSLATE_NOOP("ParserWords", "%1: Should be true/false or a number"),
    QT_TRANSLATE_NOOP("ParserWords", "%1 was given a disallowed flag override"),
    QT_TRANSLATE_NOOP("ParserWords", "Could not convert: %1 = %2"),
    QT_TRANSLATE_NOOP("ParserWords", "%1 requires %2"),
    QT_TRANSLATE_NOOP("ParserWords", "%1 excludes %2"),
    QT_TRANSLATE_NOOP("ParserWords", "%1 is required"),
};

} // namespace

void nameHelpParts(CLI::App &app)
{
    const auto formatter = app.get_formatter();
    formatter->label("Usage", Text::tr("Usage").toStdString());
    formatter->label("OPTIONS", Text::tr("OPTIONS").toStdString());
    formatter->label("SUBCOMMAND", Text::tr("SUBCOMMAND").toStdString());
    formatter->label("Positionals", Text::tr("Positionals").toStdString());
    formatter->label("REQUIRED", Text::tr("REQUIRED").toStdString());
    formatter->label("Needs", Text::tr("Needs").toStdString());
    app.option_defaults()->group(Text::tr("Options").toStdString());
    app.set_help_flag("-h,--help", Text::tr("Print this help message and exit").toStdString());
}

QString parserSentence(const QString &english)
{
    static const QRegularExpression placeholder(QStringLiteral("%\\d"));
    for (const char *sentence : sentences) {
        QString pattern = QRegularExpression::escape(QString::fromLatin1(sentence));
        pattern.replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral("(.+)"));
        const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(english);
        if (!match.hasMatch())
            continue;
        QString text = Text::tr(sentence);
        // One placeholder after the other: a value may look like one.
        for (qsizetype at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at)) {
            const QString value = match.captured(text.at(at + 1).digitValue());
            text.replace(at, 2, value);
            at += value.size();
        }
        return text;
    }
    return english;
}

} // namespace cloudsync
