// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/ExpressionSyntax.h"

#include <QCoreApplication>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Expression)
};

// Deeper nesting is no expression that a person wrote, and the reader calls itself.
constexpr int deepest = 200;

bool isNameCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
           (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_');
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

// Number of single-letter changes between two names, as far as it matters: more than two is another name.
int distance(const QString &a, const QString &b)
{
    const QString left = a.toLower();
    const QString right = b.toLower();
    QVector<int> row(right.size() + 1);
    for (int i = 0; i < row.size(); ++i)
        row[i] = i;
    for (int i = 1; i <= left.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= right.size(); ++j) {
            const int replaced = diagonal + (left.at(i - 1) == right.at(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.last();
}

QString nearest(const QString &name)
{
    QString best;
    int bestDistance = 3;
    for (const QString &known : expressionFunctions()) {
        if (const int d = distance(name, known); d < bestDistance) {
            best = known;
            bestDistance = d;
        }
    }
    return best;
}

class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    std::optional<ExpressionProblem> read()
    {
        skipBlanks();
        if (atEnd())
            return ExpressionProblem{0, 0, Text::tr("The expression is empty."), true};
        if (!readComparison(0))
            return m_problem;
        skipBlanks();
        if (!atEnd()) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char(')'))
                say(m_at, 1, Text::tr("This closing parenthesis has no opening one."));
            else if (c == QLatin1Char(','))
                say(m_at, 1, Text::tr("A comma stands between arguments of a function only."));
            else
                say(m_at, m_text.size() - m_at, Text::tr("The expression has ended before this."));
            return m_problem;
        }
        return m_doubt;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipBlanks()
    {
        while (!atEnd() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool say(qsizetype position, qsizetype length, const QString &text)
    {
        if (!m_problem)
            m_problem = ExpressionProblem{position, length, text, true};
        return false;
    }

    bool skipOperator()
    {
        skipBlanks();
        for (const char *sign : {"==", "!=", "<>", "<=", ">=", "&&", "||", "=", "<", ">"}) {
            if (QStringView(m_text).mid(m_at).startsWith(QLatin1String(sign))) {
                m_at += static_cast<qsizetype>(qstrlen(sign));
                return true;
            }
        }
        return false;
    }

    bool readComparison(int depth)
    {
        if (depth > deepest)
            return say(m_at, 0, Text::tr("The expression is nested too deeply."));
        do {
            if (!readPart(depth))
                return false;
        } while (skipOperator());
        return true;
    }

    bool readPart(int depth)
    {
        skipBlanks();
        if (atEnd())
            return say(m_at, 0, Text::tr("Something is missing at the end."));
        const QChar c = m_text.at(m_at);
        if (c == QLatin1Char('['))
            return readAttribute();
        if (c == QLatin1Char('"'))
            return readQuoted();
        if (c == QLatin1Char('('))
            return readGroup(depth);
        if (isDigit(c) || c == QLatin1Char('-'))
            return readNumber();
        if (isNameCharacter(c))
            return readCall(depth);
        if (c == QLatin1Char(']'))
            return say(m_at, 1, Text::tr("This closing bracket has no opening one."));
        if (c == QLatin1Char(')'))
            return say(m_at, 1, Text::tr("Something is missing before this closing parenthesis."));
        if (c == QLatin1Char('\'') || c == QChar(0x201c) || c == QChar(0x201d) || c == QChar(0x201e))
            return say(m_at, 1, Text::tr("Text stands between straight double quotation marks."));
        return say(m_at, 1, Text::tr("This character is not expected here."));
    }

    bool readAttribute()
    {
        const qsizetype begin = m_at++;
        while (!atEnd() && m_text.at(m_at) != QLatin1Char(']')) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char('[') || c == QLatin1Char('(') || c == QLatin1Char('"') || c == QLatin1Char(','))
                return say(begin, m_at - begin, Text::tr("The bracket around this attribute is not closed."));
            ++m_at;
        }
        if (atEnd())
            return say(begin, m_at - begin, Text::tr("The bracket around this attribute is not closed."));
        ++m_at;
        if (QStringView(m_text).mid(begin + 1, m_at - begin - 2).trimmed().isEmpty())
            return say(begin, m_at - begin, Text::tr("The brackets hold no attribute."));
        return true;
    }

    bool readQuoted()
    {
        const qsizetype begin = m_at++;
        for (; !atEnd(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char('\\')) {
                ++m_at; // what follows is taken as it is
            } else if (c == QLatin1Char('"')) {
                ++m_at;
                return true;
            }
        }
        m_at = m_text.size();
        return say(begin, m_text.size() - begin, Text::tr("The quotation mark is not closed."));
    }

    bool readGroup(int depth)
    {
        const qsizetype begin = m_at++;
        if (!readComparison(depth + 1))
            return false;
        skipBlanks();
        if (atEnd() || m_text.at(m_at) != QLatin1Char(')'))
            return say(begin, 1, Text::tr("This parenthesis is not closed."));
        ++m_at;
        return true;
    }

    bool readNumber()
    {
        const qsizetype begin = m_at++;
        while (!atEnd() && (isDigit(m_text.at(m_at)) || m_text.at(m_at) == QLatin1Char('.')))
            ++m_at;
        if (m_at - begin == 1 && !isDigit(m_text.at(begin)))
            return say(begin, 1, Text::tr("A number is missing after the minus sign."));
        return true;
    }

    bool readCall(int depth)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && isNameCharacter(m_text.at(m_at)))
            ++m_at;
        const QString name = m_text.mid(begin, m_at - begin);
        skipBlanks();
        if (atEnd() || m_text.at(m_at) != QLatin1Char('(')) {
            if (name.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 ||
                name.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
                return true;
            return say(
                begin, name.size(),
                expressionFunctions().contains(name, Qt::CaseInsensitive)
                    ? Text::tr("The function %1 needs its arguments in parentheses.").arg(name)
                    : Text::tr("%1 is no value: an attribute stands in brackets, text in quotation marks.").arg(name));
        }
        doubt(name, begin);
        const qsizetype open = m_at++;
        skipBlanks();
        if (!atEnd() && m_text.at(m_at) == QLatin1Char(')')) {
            ++m_at;
            return true;
        }
        return readArguments(name, open, depth);
    }

    bool readArguments(const QString &name, qsizetype open, int depth)
    {
        for (;;) {
            skipBlanks();
            // Replace and others take arguments that are left out.
            const bool leftOut =
                !atEnd() && (m_text.at(m_at) == QLatin1Char(',') || m_text.at(m_at) == QLatin1Char(')'));
            if (atEnd())
                return say(open, 1, Text::tr("The parenthesis of %1 is not closed.").arg(name));
            if (!leftOut && !readComparison(depth + 1))
                return false;
            skipBlanks();
            if (atEnd())
                return say(open, 1, Text::tr("The parenthesis of %1 is not closed.").arg(name));
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char(')')) {
                ++m_at;
                return true;
            }
            if (c != QLatin1Char(','))
                return say(m_at, 1, Text::tr("A comma or the closing parenthesis of %1 is missing here.").arg(name));
            ++m_at;
        }
    }

    void doubt(const QString &name, qsizetype position)
    {
        if (m_doubt || expressionFunctions().contains(name))
            return;
        const QString meant = nearest(name);
        m_doubt = ExpressionProblem{
            position, name.size(),
            meant.isEmpty() ? Text::tr("The documentation lists no function %1.").arg(name)
                            : Text::tr("The documentation lists no function %1. Is %2 meant?").arg(name, meant),
            false};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    std::optional<ExpressionProblem> m_problem;
    std::optional<ExpressionProblem> m_doubt;
};

} // namespace

const QStringList &expressionFunctions()
{
    static const QStringList names =
        QStringLiteral("Append BitAnd CBool ConvertFromBase64 ConvertToBase64 ConvertToUTF8Hex Count CStr DateFromNum "
                       "DNComponent Error FormatDateTime Guid IIF InStr IsNull IsNullOrEmpty IsPresent IsString Item "
                       "Join Left Mid NormalizeDiacritics Not RemoveDuplicates Replace SelectUniqueValue "
                       "SingleAppRoleAssignment Split StringFromSID StripSpaces Switch ToLower ToUpper Trim Word")
            .split(QLatin1Char(' '));
    return names;
}

std::optional<ExpressionProblem> expressionProblem(const QString &expression)
{
    return Reader(expression).read();
}

} // namespace cloudsync
