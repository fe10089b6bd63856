// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/EntraError.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

namespace cloudsync {

namespace {

struct NamedError
{
    const char *error;
    ErrorCode code;
};

/// Values of `error` with one meaning.
constexpr NamedError plainErrors[] = {
    {"authorization_declined", ErrorCode::SignInDeclined},
    {"expired_token", ErrorCode::SignInExpired},
    {"consent_required", ErrorCode::SignInConsentMissing},
    {"login_required", ErrorCode::SignInInteractionRequired},
};

/// What the other values mean where no known number says more.
constexpr NamedError roughErrors[] = {
    {"access_denied", ErrorCode::SignInDeclined},   {"interaction_required", ErrorCode::SignInInteractionRequired},
    {"invalid_grant", ErrorCode::SignInExpired},    {"temporarily_unavailable", ErrorCode::TenantUnavailable},
    {"server_error", ErrorCode::TenantUnavailable},
};

struct NumberedError
{
    int number;
    ErrorCode code;
};

/// Microsoft, "Microsoft Entra authentication and authorization error codes". 50020, 700016, 700024, 700027, 90002 and
/// 900023 from what is seen in the field.
constexpr NumberedError numberedErrors[] = {
    {50072, ErrorCode::SignInInteractionRequired}, // must enrol for multifactor authentication
    {50074, ErrorCode::SignInInteractionRequired}, // strong authentication needed
    {50076, ErrorCode::SignInInteractionRequired}, // multifactor authentication needed
    {50078, ErrorCode::SignInInteractionRequired}, // multifactor authentication is too old
    {50079, ErrorCode::SignInInteractionRequired}, // must enrol for multifactor authentication
    {50097, ErrorCode::SignInInteractionRequired}, // device authentication needed
    {50058, ErrorCode::SignInInteractionRequired}, // no session for a silent sign-in
    {50131, ErrorCode::SignInInteractionRequired}, // conditional access
    {50158, ErrorCode::SignInInteractionRequired}, // external challenge
    {50132, ErrorCode::SignInExpired},             // session revoked
    {50133, ErrorCode::SignInExpired},             // session ended by a password change
    {50173, ErrorCode::SignInExpired},             // grant revoked
    {54005, ErrorCode::SignInExpired},             // code redeemed before
    {70008, ErrorCode::SignInExpired},             // code or token expired
    {70019, ErrorCode::SignInExpired},             // device code expired
    {70043, ErrorCode::SignInExpired},             // sign-in frequency
    {700082, ErrorCode::SignInExpired},            // refresh token unused for too long
    {65001, ErrorCode::SignInConsentMissing},
    {650057, ErrorCode::SignInConsentMissing},      // permission not in the application registration
    {65004, ErrorCode::SignInDeclined},             // consent declined
    {50020, ErrorCode::SignInWrongTenant},          // account of another directory or a personal one
    {90002, ErrorCode::SignInWrongTenant},          // no such tenant
    {900023, ErrorCode::SignInWrongTenant},         // not the name of a tenant
    {700024, ErrorCode::SignInCertificateUnusable}, // assertion outside its time
    {700027, ErrorCode::SignInCertificateUnusable}, // certificate not registered, or a wrong signature
    {50011, ErrorCode::SignInRefused},              // redirect address not registered
    {500011, ErrorCode::SignInRefused},             // resource not found in the tenant
    {50034, ErrorCode::SignInRefused},              // no such user
    {50053, ErrorCode::SignInRefused},              // locked
    {50055, ErrorCode::SignInRefused},              // password expired
    {50057, ErrorCode::SignInRefused},              // disabled
    {50105, ErrorCode::SignInRefused},              // not assigned to the application
    {50126, ErrorCode::SignInRefused},              // wrong password
    {50194, ErrorCode::SignInRefused},              // application of one tenant asked without naming it
    {501481, ErrorCode::SignInRefused},             // code verifier does not match
    {53000, ErrorCode::SignInRefused},              // device not compliant
    {53001, ErrorCode::SignInRefused},              // device not joined
    {53003, ErrorCode::SignInRefused},              // blocked by conditional access
    {530035, ErrorCode::SignInRefused},             // blocked by security defaults
    {65002, ErrorCode::SignInRefused},              // a client id of Microsoft's was borrowed
    {70001, ErrorCode::SignInRefused},              // application not found
    {70011, ErrorCode::SignInRefused},              // scope not valid
    {70018, ErrorCode::SignInRefused},              // device code not known
    {700011, ErrorCode::SignInRefused},             // application not found
    {700016, ErrorCode::SignInRefused},             // application not found in the tenant
    {700025, ErrorCode::SignInRefused},             // public client with a secret
};

template<size_t N>
[[nodiscard]] std::optional<ErrorCode> find(const NamedError (&table)[N], const QString &error)
{
    for (const NamedError &row : table) {
        if (error == QLatin1String(row.error))
            return row.code;
    }
    return std::nullopt;
}

[[nodiscard]] QList<int> numbersIn(const QString &description)
{
    static const QRegularExpression pattern(QStringLiteral("AADSTS(\\d{4,8})"));
    QList<int> numbers;
    for (auto it = pattern.globalMatch(description); it.hasNext();)
        numbers.append(it.next().captured(1).toInt());
    return numbers;
}

} // namespace

EntraError EntraError::fromJson(const QJsonObject &body)
{
    EntraError error;
    error.error = body.value(QStringLiteral("error")).toString();
    error.description = body.value(QStringLiteral("error_description")).toString();
    error.subError = body.value(QStringLiteral("suberror")).toString();
    const QJsonArray codes = body.value(QStringLiteral("error_codes")).toArray();
    for (const QJsonValue &code : codes)
        error.numbers.append(code.toInt());
    if (error.numbers.isEmpty())
        error.numbers = numbersIn(error.description);
    error.traceId = body.value(QStringLiteral("trace_id")).toString();
    error.correlationId = body.value(QStringLiteral("correlation_id")).toString();
    return error;
}

EntraError EntraError::fromQuery(const QVariantMap &values)
{
    EntraError error;
    error.error = values.value(QStringLiteral("error")).toString();
    error.description = values.value(QStringLiteral("error_description")).toString();
    error.subError = values.value(QStringLiteral("error_subcode")).toString();
    error.numbers = numbersIn(error.description);
    return error;
}

ErrorCode EntraError::code() const
{
    if (const auto known = find(plainErrors, error))
        return *known;
    if (subError == QLatin1String("consent_required"))
        return ErrorCode::SignInConsentMissing;
    for (const int number : numbers) {
        for (const NumberedError &row : numberedErrors) {
            if (row.number == number)
                return row.code;
        }
    }
    return find(roughErrors, error).value_or(ErrorCode::SignInRefused);
}

Error EntraError::toError(const QString &subject) const
{
    QString detail = error;
    if (!description.isEmpty())
        detail += (detail.isEmpty() ? QString() : QStringLiteral(": ")) + description.simplified();
    if (!traceId.isEmpty() && !detail.contains(traceId))
        detail += QStringLiteral(" Trace ID: ") + traceId;
    if (!correlationId.isEmpty() && !detail.contains(correlationId))
        detail += QStringLiteral(" Correlation ID: ") + correlationId;
    return Error{code(), subject, detail, {}};
}

} // namespace cloudsync
