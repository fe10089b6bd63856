// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/GraphError.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace cloudsync {

namespace {

[[nodiscard]] QString withIds(QString detail, const HttpResponse &response, const QJsonObject &innerError,
                              const QByteArray &clientRequestId)
{
    QString requestId = QString::fromLatin1(response.header("request-id"));
    if (requestId.isEmpty())
        requestId = innerError.value(QStringLiteral("request-id")).toString();
    QStringList ids;
    if (!requestId.isEmpty())
        ids.append(QStringLiteral("request-id %1").arg(requestId));
    if (!clientRequestId.isEmpty())
        ids.append(QStringLiteral("client-request-id %1").arg(QString::fromLatin1(clientRequestId)));
    if (!ids.isEmpty())
        detail += QStringLiteral(" (") + ids.join(QStringLiteral(", ")) + u')';
    return detail;
}

/// 403 has two remedies: a role for the person, or a permission for the application. Graph uses one code for both and
/// tells them apart in the message only ("Missing scope permissions on the request …", "… requires one of the following
/// scopes").
[[nodiscard]] ErrorCode forbidden(const QString &code, const QString &message)
{
    const QString text = message.toLower();
    if (text.contains(QLatin1String("scope")) || text.contains(QLatin1String("consent")) ||
        text.contains(QLatin1String("missing role permissions")) ||
        text.contains(QLatin1String("application permission")) || code == QLatin1String("InvalidAuthenticationToken"))
        return ErrorCode::TenantPermissionMissing;
    return ErrorCode::TenantRoleMissing;
}

[[nodiscard]] ErrorCode codeFor(const HttpResponse &response, const QString &code, const QString &message)
{
    const int status = response.status;
    if ((status == 401 || status == 403) && wantsStepUp(response))
        return ErrorCode::SignInInteractionRequired;
    if (status == 401)
        return ErrorCode::SignInExpired;
    if (status == 403)
        return forbidden(code, message);
    if (status == 404)
        return ErrorCode::TenantNotFound;
    if (status == 409)
        return ErrorCode::TenantConflict;
    if (status == 412)
        return ErrorCode::TenantChangedMeanwhile;
    if (status == 429)
        return ErrorCode::TenantThrottled;
    if (status >= 500)
        return ErrorCode::TenantUnavailable;
    if (status >= 400)
        return ErrorCode::TenantRequestRefused;
    return ErrorCode::TenantResponseInvalid; // a redirect for example: Graph gives none, a captive portal does
}

} // namespace

bool isApplicationToken(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0)
        return false;
    const QByteArray payload = token.sliced(first + 1, second - first - 1).toByteArray();
    const QJsonObject claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding)).object();
    // idtyp is an optional claim; a token of a person always has scopes.
    return claims.value(QStringLiteral("idtyp")).toString() == QLatin1String("app") ||
           (!claims.isEmpty() && !claims.contains(QStringLiteral("scp")));
}

bool wantsStepUp(const HttpResponse &response)
{
    return response.header("WWW-Authenticate").contains("insufficient_claims");
}

QByteArray challengedClaims(const HttpResponse &response)
{
    static const QRegularExpression pattern(QStringLiteral("\\bclaims=\"([A-Za-z0-9+/=_-]+)\""));
    QByteArray encoded =
        pattern.match(QString::fromLatin1(response.header("WWW-Authenticate"))).captured(1).toLatin1();
    encoded.replace('-', '+').replace('_', '/');
    const QByteArray claims = QByteArray::fromBase64(encoded);
    return QJsonDocument::fromJson(claims).isObject() ? claims : QByteArray();
}

Error graphError(const HttpResponse &response, const QString &subject, const QByteArray &clientRequestId)
{
    const QJsonObject error = QJsonDocument::fromJson(response.body).object().value(QStringLiteral("error")).toObject();
    const QString code = error.value(QStringLiteral("code")).toString();
    const QString message = error.value(QStringLiteral("message")).toString().simplified();
    QJsonObject inner = error.value(QStringLiteral("innerError")).toObject();
    if (inner.isEmpty())
        inner = error.value(QStringLiteral("innererror")).toObject();

    QString detail = QString::number(response.status);
    if (!code.isEmpty())
        detail += u' ' + code;
    if (!message.isEmpty())
        detail += QStringLiteral(": ") + message;
    return Error{codeFor(response, code, message), subject, withIds(detail, response, inner, clientRequestId), {}};
}

Result<QJsonObject> graphBody(const HttpResponse &response, const QString &subject, const QByteArray &clientRequestId)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &problem);
    if (document.isObject())
        return document.object();
    const QString why = problem.error == QJsonParseError::NoError ? QStringLiteral("the body is no JSON object")
                                                                  : problem.errorString();
    return fail(ErrorCode::TenantResponseInvalid, subject,
                withIds(QStringLiteral("%1 (%2 bytes of %3)")
                            .arg(why)
                            .arg(response.body.size())
                            .arg(QString::fromLatin1(response.header("Content-Type"))),
                        response, {}, clientRequestId));
}

} // namespace cloudsync
