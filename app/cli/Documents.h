// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/Backend.h"

#include <QJsonObject>

namespace cloudsync {

/// The JSON documents of the command-line contract. Every one has "exitCode".
[[nodiscard]] QJsonObject checkDocument(const CheckReport &report);
[[nodiscard]] QJsonObject planDocument(const QVector<PlannedStep> &steps, ExitCode code);
/// `logFile` may be empty.
[[nodiscard]] QJsonObject runDocument(const RunReport &report, const QString &reportFile, const QString &logFile);
[[nodiscard]] QJsonObject statusDocument(const StatusReport &report);
[[nodiscard]] QJsonObject errorDocument(const Error &error, ExitCode code, const QString &logFile);
/// Product, Qt, the libraries handed in and the versions of the public formats.
[[nodiscard]] QJsonObject versionDocument(const QJsonObject &libraryVersions);
/// One line of progress.
[[nodiscard]] QJsonObject progressDocument(const ProgressEvent &event);
/// The member "error": code, title, happened, changed, next, logFile, and causes where there are several.
[[nodiscard]] QJsonObject errorMember(const Error &error, const QString &changed, const QString &logFile);
/// A sentence on what a run left changed.
[[nodiscard]] QString whatChanged(const RunReport &report);

} // namespace cloudsync
