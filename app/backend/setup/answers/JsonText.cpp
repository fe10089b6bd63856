// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/JsonText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

// std::regex of libstdc++ recurses once for each character and ends the process when a text is some ten thousand characters
// long (GCC bug 86164); so no text that a pattern looks at may be long. Expressions and distinguished names have no pattern.
constexpr qsizetype longestText = 1024;
constexpr qsizetype longestFreeText = 32768;

bool isFreeText(const QString &key)
{
    return key == QStringLiteral("source") || key == QStringLiteral("defaultValue")
           || key == QStringLiteral("distinguishedNames");
}

struct Position
{
    qsizetype line = 1;
    qsizetype column = 1;
};

Position positionOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1, QString::fromUtf8(before.mid(lineStart)).size() + 1};
}

tl::unexpected<Error> notJson(const QByteArray &text, qsizetype offset, const QString &problem)
{
    const Position position = positionOf(text, offset);
    return fail(ErrorCode::AnswersNotJson, {},
                //: %1 and %2 are numbers, %3 a sentence
                Text::tr("Line %1, column %2: %3").arg(position.line).arg(position.column).arg(problem));
}

/// Offset of the first byte that is not UTF-8, or -1.
qsizetype firstInvalidByte(const QByteArray &text)
{
    qsizetype offset = 0;
    while (offset < text.size()) {
        // Lines are decoded one by one: a decoder says that something was wrong, not where.
        const qsizetype newline = text.indexOf('\n', offset);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString line = decoder(QByteArrayView(text).sliced(offset, end - offset));
        if (decoder.hasError()) {
            const qsizetype replaced = line.indexOf(QChar::ReplacementCharacter);
            return offset + (replaced < 0 ? 0 : QStringView(line).left(replaced).toUtf8().size());
        }
        offset = end;
    }
    return -1;
}

QString parseProblem(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::NoError:
        return {};
    case QJsonParseError::UnterminatedObject:
        return Text::tr("An object is not closed, or a comma or brace is missing.");
    case QJsonParseError::MissingNameSeparator:
        return Text::tr("A colon is missing after a key.");
    case QJsonParseError::UnterminatedArray:
        return Text::tr("A list is not closed, or a comma or bracket is missing.");
    case QJsonParseError::MissingValueSeparator:
        return Text::tr("A comma is missing between two values.");
    case QJsonParseError::IllegalValue:
        return Text::tr("A value is not JSON: texts need double quotes, and there are no comments.");
    case QJsonParseError::TerminationByNumber:
        return Text::tr("The text ends inside a number.");
    case QJsonParseError::IllegalNumber:
        return Text::tr("A number is not written as JSON wants it.");
    case QJsonParseError::IllegalEscapeSequence:
        return Text::tr("A backslash is followed by a character that it cannot stand before. "
                        "A backslash in a text is written twice.");
    case QJsonParseError::IllegalUTF8String:
        return Text::tr("A text is not UTF-8.");
    case QJsonParseError::UnterminatedString:
        return Text::tr("A text has no closing quote.");
    case QJsonParseError::MissingObject:
        return Text::tr("An object was expected.");
    case QJsonParseError::DeepNesting:
        return Text::tr("Objects and lists stand too deep inside one another.");
    case QJsonParseError::DocumentTooLarge:
        return Text::tr("The text is too large.");
    case QJsonParseError::GarbageAtEnd:
        return Text::tr("Something follows after the end of the document.");
    }
    return {};
}

/// Walks text that QJsonDocument has accepted, so it need not check the grammar again.
class Walker
{
public:
    explicit Walker(const QByteArray &text) : m_text(text) {}

    QVector<Error> problems()
    {
        while (m_at < m_text.size() && m_badEscape < 0) {
            const char c = m_text.at(m_at);
            if (c == '{' || c == '[') {
                m_open.append({c == '[', 0, {}, {}, c == '{'});
                ++m_at;
            } else if (c == '}' || c == ']') {
                m_open.removeLast();
                ++m_at;
            } else if (c == ',') {
                ++m_open.last().index;
                m_open.last().expectsKey = !m_open.last().isArray;
                ++m_at;
            } else if (c == '"') {
                readString();
            } else {
                ++m_at;
            }
        }
        return m_problems;
    }

    /// Offset of a backslash that JSON does not know, or -1. QJsonDocument drops such a backslash without a word, which turns
    /// "C:\Setup.exe" into "C:Setup.exe".
    [[nodiscard]] qsizetype badEscape() const { return m_badEscape; }

private:
    struct Level
    {
        bool isArray = false;
        qsizetype index = 0;
        QString key;
        QSet<QString> keys;
        bool expectsKey = false;
    };

    [[nodiscard]] QString pointer() const
    {
        QString text;
        for (const Level &level : m_open)
            text = level.isArray ? jsonPointer(text, level.index) : jsonPointer(text, level.key);
        return text;
    }

    void readString()
    {
        const qsizetype start = m_at++;
        while (m_text.at(m_at) != '"') {
            const bool escape = m_text.at(m_at) == '\\';
            if (escape && !QByteArrayView("\"\\/bfnrtu").contains(m_text.at(m_at + 1))) {
                m_badEscape = m_at;
                return;
            }
            m_at += escape ? 2 : 1;
        }
        ++m_at;
        const QByteArray literal = '[' + m_text.mid(start, m_at - start) + ']';
        const QString value = QJsonDocument::fromJson(literal).array().at(0).toString();
        if (m_open.isEmpty())
            return;
        Level &level = m_open.last();
        if (level.expectsKey) {
            level.expectsKey = false;
            level.key = value.left(longestText);
            if (level.keys.contains(value))
                m_problems.append({ErrorCode::AnswersInvalid, pointer(),
                                   Text::tr("This key stands twice in the same object. Keep one of them."), {}});
            level.keys.insert(value);
            return;
        }
        bool freeText = false;
        for (const Level &one : std::as_const(m_open))
            freeText = freeText || isFreeText(one.key);
        const bool invisible = !freeText && std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
        if (invisible)
            m_problems.append({ErrorCode::AnswersInvalid, pointer(),
                               Text::tr("This text holds an invisible character. A backslash in a text is written twice."), {}});
        else if (value.size() > (freeText ? longestFreeText : longestText))
            m_problems.append({ErrorCode::AnswersInvalid, pointer(),
                               Text::tr("This text is too long: %1 characters.").arg(value.size()), {}});
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    qsizetype m_badEscape = -1;
    QVector<Level> m_open;
    QVector<Error> m_problems;
};

} // namespace

Result<QJsonValue> parseStrictJson(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.left(4).contains('\0'))
        return notJson(bytes, 0, Text::tr("The file is not UTF-8 but looks like UTF-16 or UTF-32. Save it as UTF-8."));
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    if (text.trimmed().isEmpty())
        return notJson(text, 0, Text::tr("The file is empty."));
    if (const qsizetype invalid = firstInvalidByte(text); invalid >= 0)
        return notJson(text, invalid, Text::tr("The file is not UTF-8. Save it as UTF-8."));

    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return notJson(text, error.offset, parseProblem(error.error));
    Walker walker(text);
    const QVector<Error> problems = walker.problems();
    if (walker.badEscape() >= 0)
        return notJson(text, walker.badEscape(), parseProblem(QJsonParseError::IllegalEscapeSequence));
    if (!problems.isEmpty())
        return fail(ErrorCode::AnswersInvalid, {}, {}, problems);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString jsonPointer(const QString &parent, const QString &token)
{
    QString escaped = token;
    escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return parent + u'/' + escaped;
}

QString jsonPointer(const QString &parent, qsizetype index)
{
    return parent + u'/' + QString::number(index);
}

} // namespace cloudsync
