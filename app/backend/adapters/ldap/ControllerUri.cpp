// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/ControllerUri.h"

#include <QUrl>

namespace cloudsync::ldap {

namespace {

constexpr quint16 ldapPort = 389;
constexpr quint16 ldapsPort = 636;

} // namespace

Result<ControllerUri> ControllerUri::parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    ControllerUri uri;
    uri.tls = url.scheme() == QLatin1String("ldaps");
    const bool bare = url.path().isEmpty() || url.path() == QLatin1String("/");
    if (!url.isValid() || (!uri.tls && url.scheme() != QLatin1String("ldap")) || url.host().isEmpty() || !bare ||
        url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return fail(ErrorCode::AnswersInvalid, text, QStringLiteral("not of the form ldaps://host or ldap://host"));
    }
    uri.host = url.host();
    uri.port = static_cast<quint16>(url.port(uri.tls ? ldapsPort : ldapPort));
    return uri;
}

QString ControllerUri::toText() const
{
    QUrl url;
    url.setScheme(tls ? QStringLiteral("ldaps") : QStringLiteral("ldap"));
    url.setHost(host);
    if (port != (tls ? ldapsPort : ldapPort))
        url.setPort(port);
    return url.toString();
}

} // namespace cloudsync::ldap
