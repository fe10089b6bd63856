// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace cloudsync {

/// One call of Graph, not yet sent.
struct GraphCall
{
    QByteArray method = "GET";
    QStringList path;                     ///< segments below the version, not encoded
    QList<QPair<QString, QString>> query; ///< not encoded
    std::optional<QJsonObject> body;
    bool beta = false;
    bool eventual = false;   ///< ConsistencyLevel: eventual, for advanced queries
    bool repeatable = false; ///< doing it twice is as good as once
    std::chrono::milliseconds timeout = std::chrono::seconds(60);
    std::chrono::milliseconds lag{0}; ///< for so long 404 may mean "not everywhere yet"

    [[nodiscard]] QUrl url(const QUrl &root) const;
    /// For errors and logs: "PUT servicePrincipals/…/synchronization/secrets".
    [[nodiscard]] QString name() const;

    [[nodiscard]] static GraphCall get(QStringList path);
    [[nodiscard]] static GraphCall put(QStringList path, QJsonObject body);
    /// Of fixed values, so it may be repeated.
    [[nodiscard]] static GraphCall patch(QStringList path, QJsonObject body);
    [[nodiscard]] static GraphCall remove(QStringList path);
    /// Not repeatable; say so where it is.
    [[nodiscard]] static GraphCall post(QStringList path, std::optional<QJsonObject> body = {});
};

/// A string literal of OData: quoted, quotes doubled.
[[nodiscard]] QString odataText(const QString &text);

} // namespace cloudsync
