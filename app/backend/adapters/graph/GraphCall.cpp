// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphCall.h"

namespace cloudsync {

QUrl GraphCall::url(const QUrl &root) const
{
    // Put together encoded: a slash or a question mark inside an id must not become one of the address.
    QString encodedPath = root.path(QUrl::FullyEncoded);
    while (encodedPath.endsWith(u'/'))
        encodedPath.chop(1);
    encodedPath += beta ? QStringLiteral("/beta") : QStringLiteral("/v1.0");
    for (const QString &segment : path)
        encodedPath += u'/' + QString::fromLatin1(segment.toUtf8().toPercentEncoding("()'="));
    QByteArray encodedQuery;
    for (const auto &[key, value] : query)
        encodedQuery +=
            (encodedQuery.isEmpty() ? "" : "&") + key.toUtf8() + '=' + value.toUtf8().toPercentEncoding("'()$,:/");
    QUrl result = root;
    result.setPath(encodedPath, QUrl::StrictMode);
    if (!encodedQuery.isEmpty())
        result.setQuery(QString::fromLatin1(encodedQuery), QUrl::StrictMode);
    return result;
}

QString GraphCall::name() const
{
    return QString::fromLatin1(method) + u' ' + path.join(u'/');
}

GraphCall GraphCall::get(QStringList path)
{
    GraphCall call;
    call.path = std::move(path);
    call.repeatable = true;
    return call;
}

GraphCall GraphCall::put(QStringList path, QJsonObject body)
{
    GraphCall call = get(std::move(path));
    call.method = "PUT";
    call.body = std::move(body);
    return call;
}

GraphCall GraphCall::patch(QStringList path, QJsonObject body)
{
    GraphCall call = put(std::move(path), std::move(body));
    call.method = "PATCH";
    return call;
}

GraphCall GraphCall::remove(QStringList path)
{
    GraphCall call = get(std::move(path));
    call.method = "DELETE";
    return call;
}

GraphCall GraphCall::post(QStringList path, std::optional<QJsonObject> body)
{
    GraphCall call;
    call.method = "POST";
    call.path = std::move(path);
    call.body = std::move(body);
    return call;
}

QString odataText(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', QLatin1String("''")) + u'\'';
}

} // namespace cloudsync
