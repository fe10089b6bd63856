// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Log.h"

#include <QFile>
#include <QFileInfo>
#include <QDir>

#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>

namespace cloudsync {

struct Log::Private
{
    std::shared_ptr<spdlog::logger> logger;
    QString path;
    Listener listener;
};

namespace {

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return spdlog::level::trace;
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Off:
        return spdlog::level::off;
    }
    return spdlog::level::info;
}

QString quoted(const QString &value)
{
    bool plain = !value.isEmpty();
    QString text;
    text.reserve(value.size() + 2);
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\') {
            plain = false;
            text += u'\\';
            text += c;
        } else if (c == u'\n') {
            plain = false;
            text += QStringLiteral("\\n");
        } else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                   || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            plain = false;
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            if (c.isSpace() || c == u'=')
                plain = false;
            text += c;
        }
    }
    return plain ? text : u'"' + text + u'"';
}

} // namespace

Result<LogLevel> logLevelFromName(const QString &name)
{
    static const QVector<std::pair<QString, LogLevel>> names{
        {QStringLiteral("trace"), LogLevel::Trace},     {QStringLiteral("debug"), LogLevel::Debug},
        {QStringLiteral("info"), LogLevel::Info},       {QStringLiteral("warning"), LogLevel::Warning},
        {QStringLiteral("error"), LogLevel::Error},     {QStringLiteral("off"), LogLevel::Off}};
    for (const auto &[text, level] : names) {
        if (text == name)
            return level;
    }
    return fail(ErrorCode::CommandLineWrong, QStringLiteral("--log-level"), name);
}

Log::Log() : d(std::make_unique<Private>()) {}

Log::~Log()
{
    if (d->logger)
        d->logger->flush();
}

Result<std::unique_ptr<Log>> Log::toFile(const QString &path, LogLevel level)
{
    // The file is made here first: spdlog would make it readable for everybody.
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    auto log = std::make_unique<Log>();
    try {
        auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(QFile::encodeName(path).toStdString());
        log->d->logger = std::make_shared<spdlog::logger>("cloud-sync-setup", std::move(sink));
    } catch (const spdlog::spdlog_ex &problem) {
        return fail(ErrorCode::FileUnwritable, path, QString::fromUtf8(problem.what()));
    }
    log->d->logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    log->d->logger->set_level(toSpdlog(level));
    log->d->logger->flush_on(spdlog::level::info);
    log->d->path = path;
    return log;
}

void Log::write(LogLevel level, const char *event, std::initializer_list<Field> fields)
{
    if (d->listener)
        d->listener(level, event, QVector<Field>(fields.begin(), fields.end()));
    if (!d->logger || !d->logger->should_log(toSpdlog(level)))
        return;
    const QString id = QString::fromLatin1(event);
    QString line = id.section(u'.', 0, 0) + u' ' + id;
    for (const Field &field : fields)
        line += u' ' + QString::fromLatin1(field.first) + u'=' + quoted(field.second);
    d->logger->log(toSpdlog(level), line.toStdString());
}

void Log::setListener(Listener listener)
{
    d->listener = std::move(listener);
}

QString Log::path() const
{
    return d->path;
}

} // namespace cloudsync
