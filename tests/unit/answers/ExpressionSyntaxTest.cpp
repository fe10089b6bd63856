// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/ExpressionSyntax.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cloudsync;

class ExpressionSyntaxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rightExpressionsHaveNoProblem_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *expression :
             {"[mail]", "\"text\"", "  [ displayName ]  ", "Join(\" \", [givenName], [sn])",
              "Switch([c], \"other\", \"DE\", \"Germany\", \"FR\", \"France\")",
              "IIF(IsNullOrEmpty([mail]), [userPrincipalName], [mail])", "IIF([c]=\"DE\", \"a\", \"b\")",
              "Replace([mail], , \"(?<Suffix>@(.)*)\", \"Suffix\", \"\", , )", "Left([sn], 3)", "Mid([sn], -1, 2.5)",
              "Append(\"a \\\"quoted\\\" (word]\", [sn])", "Guid()", "Not(CBool(True))",
              "IIF((BitAnd([userAccountControl], 2) <> 0) && IsPresent([sn]), \"x\", \"y\")"})
            QTest::newRow(expression) << QString::fromLatin1(expression);
    }
    void rightExpressionsHaveNoProblem()
    {
        QFETCH(QString, expression);
        const auto problem = expressionProblem(expression);
        QVERIFY2(!problem, qPrintable(problem ? problem->text : QString()));
    }

    void wrongExpressionsNameTheirPlace_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("certain");
        QTest::newRow("empty") << "" << 0 << 0 << true;
        QTest::newRow("only blanks") << "  " << 0 << 0 << true;
        QTest::newRow("open quote") << "Append([sn], \"x)" << 13 << 3 << true;
        QTest::newRow("open bracket") << "Append([sn, \"x\")" << 7 << 3 << true;
        QTest::newRow("open bracket at the end") << "[sn" << 0 << 3 << true;
        QTest::newRow("empty brackets") << "Trim([ ])" << 5 << 3 << true;
        QTest::newRow("open parenthesis") << "Trim([sn]" << 4 << 1 << true;
        QTest::newRow("inner parenthesis open") << "Trim(ToUpper([sn])" << 4 << 1 << true;
        QTest::newRow("one parenthesis too many") << "Trim([sn]))" << 10 << 1 << true;
        QTest::newRow("one bracket too many") << "]" << 0 << 1 << true;
        QTest::newRow("comma outside") << "[sn], [cn]" << 4 << 1 << true;
        QTest::newRow("two values") << "[sn] [cn]" << 5 << 4 << true;
        QTest::newRow("comma missing") << "Append([sn] [cn])" << 12 << 1 << true;
        QTest::newRow("bare word") << "Append(sn, \"x\")" << 7 << 2 << true;
        QTest::newRow("function without parentheses") << "Append([sn], Guid)" << 13 << 4 << true;
        QTest::newRow("apostrophes") << "Append([sn], 'x')" << 13 << 1 << true;
        QTest::newRow("curly quotes") << QStringLiteral("Trim(\u201cx\u201d)") << 5 << 1 << true;
        QTest::newRow("nothing after an operator") << "IIF([c]=, 1, 2)" << 8 << 1 << true;
        QTest::newRow("minus alone") << "Left([sn], -)" << 11 << 1 << true;
        QTest::newRow("letter case of a function") << "toupper([sn])" << 0 << 7 << false;
        QTest::newRow("unknown function") << "Trim(Frobnicate([sn]))" << 5 << 10 << false;
        QTest::newRow("a certain problem hides a doubt") << "Frobnicate([sn]" << 10 << 1 << true;
    }
    void wrongExpressionsNameTheirPlace()
    {
        QFETCH(QString, expression);
        const auto problem = expressionProblem(expression);
        QVERIFY(problem);
        QTEST(int(problem->position), "position");
        QTEST(int(problem->length), "length");
        QTEST(problem->isCertain, "certain");
        QVERIFY(problem->text.endsWith(QLatin1Char('.')) || problem->text.endsWith(QLatin1Char('?')));
    }

    void aMisspeltFunctionIsProposed()
    {
        QVERIFY(expressionProblem(QStringLiteral("ToUper([sn])"))->text.contains(QStringLiteral("ToUpper")));
        QVERIFY(!expressionProblem(QStringLiteral("Frobnicate([sn])"))->text.contains(QStringLiteral("meant")));
    }

    void endlessNestingEndsInAProblem()
    {
        const QString deep = QStringLiteral("Trim(").repeated(100000);
        const auto problem = expressionProblem(deep);
        QVERIFY(problem && problem->isCertain);
    }

    // Whatever is typed, the place lies within the text.
    void anyTextIsReadToAnEnd()
    {
        QRandomGenerator random(7);
        const QString letters = QStringLiteral("[]()\"\\,=<>&|- aT1'\u201c");
        for (int round = 0; round < 20000; ++round) {
            QString text;
            const int size = random.bounded(24);
            for (int i = 0; i < size; ++i)
                text.append(letters.at(random.bounded(int(letters.size()))));
            if (const auto problem = expressionProblem(text)) {
                QVERIFY(problem->position >= 0 && problem->length >= 0);
                QVERIFY2(problem->position + problem->length <= text.size(), qPrintable(text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ExpressionSyntaxTest)
#include "ExpressionSyntaxTest.moc"
