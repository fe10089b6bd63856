// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace cloudsync {

/// One row of the include table (README and design): what files of a kind may include beside their own folder and the C++
/// standard library.
struct IncludeRule
{
    QString kind;          ///< name in the table
    QString pattern;       ///< regular expression over the path from the repository's root
    QStringList project;   ///< regular expressions over project paths that may be included
    QStringList qt;        ///< Qt modules, for example "QtCore"
    QStringList libraries; ///< first part of other includes, for example "spdlog"
};

/// The table. The first rule whose pattern matches a file is its rule.
[[nodiscard]] const QVector<IncludeRule> &includeRules();

struct IncludeProblem
{
    QString file;
    int line = 0;
    QString include;
    QString why;
};

/// Reads includes and judges them by the table.
class IncludeChecker
{
public:
    /// `qtFolders`: where Qt's header folders (QtCore, QtWidgets, …) lie.
    explicit IncludeChecker(const QStringList &qtFolders);
    /// `path` from the repository's root. A file that no rule covers is a problem too.
    [[nodiscard]] QVector<IncludeProblem> check(const QString &path, const QByteArray &source) const;

private:
    [[nodiscard]] QString qtModuleOf(const QString &include) const;
    QStringList m_qtFolders;
};

} // namespace cloudsync
