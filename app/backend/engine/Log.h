// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>
#include <QVector>

#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>

namespace cloudsync {

enum class LogLevel { Trace, Debug, Info, Warning, Error, Off };

/// "trace", "debug", "info", "warning", "error", "off"; anything else is CommandLineWrong.
[[nodiscard]] Result<LogLevel> logLevelFromName(const QString &name);

/// The product's log: English, one line an event: time level category eventId key=value …. Values with blanks are
/// quoted and control characters escaped, so that nothing from outside can forge a line. There is no overload for Secret.
class Log
{
public:
    using Field = std::pair<const char *, QString>;
    /// Somebody else who is told each event, whatever the file's level is. Called on the thread that writes.
    using Listener = std::function<void(LogLevel level, const char *event, const QVector<Field> &fields)>;

    /// A log that goes nowhere.
    Log();
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    /// Appends to a file made readable by its owner only. FileUnwritable when that fails.
    [[nodiscard]] static Result<std::unique_ptr<Log>> toFile(const QString &path, LogLevel level);

    /// `event` is a stable id such as "ldap.bind"; its first part is the category.
    void write(LogLevel level, const char *event, std::initializer_list<Field> fields = {});
    void info(const char *event, std::initializer_list<Field> fields = {}) { write(LogLevel::Info, event, fields); }
    void debug(const char *event, std::initializer_list<Field> fields = {}) { write(LogLevel::Debug, event, fields); }
    void warning(const char *event, std::initializer_list<Field> fields = {}) { write(LogLevel::Warning, event, fields); }
    void error(const char *event, std::initializer_list<Field> fields = {}) { write(LogLevel::Error, event, fields); }

    /// Set once, before the log is handed out.
    void setListener(Listener listener);

    /// Path of the file, empty for the log that goes nowhere.
    [[nodiscard]] QString path() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace cloudsync
