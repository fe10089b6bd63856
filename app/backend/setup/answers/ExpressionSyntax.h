// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace cloudsync {

/// Where an attribute mapping's expression goes wrong, while it is typed.
struct ExpressionProblem
{
    qsizetype position = 0; ///< index of the first character concerned; the size of the text when something is missing
    qsizetype length = 0;   ///< characters concerned; 0 when something is missing there
    QString text;           ///< a sentence
    /// False: only the tenant can tell (a function that the documentation does not list). Such an expression may be
    /// used.
    bool isCertain = true;
};

/// Reads an expression by the documented rules (graph.md section 7.4): [attribute], "text" with backslash escapes,
/// numbers, comparisons, and calls of the documented functions, nested. Arguments are not counted: the tenant does that
/// (parseExpression). Nothing when all is well; a problem that is certain comes before one that is not.
[[nodiscard]] std::optional<ExpressionProblem> expressionProblem(const QString &expression);

/// The documented functions, in alphabetical order.
[[nodiscard]] const QStringList &expressionFunctions();

} // namespace cloudsync
