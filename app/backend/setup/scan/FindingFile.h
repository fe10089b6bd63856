// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/setup/scan/ScanFinding.h"

#include <QSaveFile>

#include <memory>

namespace cloudsync {

/// The findings of a scan as a file: JSON Lines (*.jsonl) with one finding a line, or CSV (*.csv, RFC 4180, UTF-8).
/// Readable by the owner alone, since it names people. The file is there as a whole or not at all.
class FindingFile
{
public:
    /// CommandLineWrong for another ending, FileUnwritable when the file cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<FindingFile>> create(const QString &path);

    void take(const ScanFinding &finding);
    /// FileUnwritable when anything could not be written.
    [[nodiscard]] Result<void> commit();

private:
    enum class Format { JsonLines, Csv };
    FindingFile(const QString &path, Format format) : m_file(path), m_format(format) {}

    QSaveFile m_file;
    Format m_format;
};

/// The findings of a JSON Lines file, one by one. FileUnreadable with the line that is none.
[[nodiscard]] Result<void> readFindings(const QString &path, const FindingSink &onFinding);

} // namespace cloudsync
