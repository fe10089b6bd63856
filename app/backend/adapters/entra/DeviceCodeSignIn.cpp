// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/DeviceCodeSignIn.h"

#include "backend/adapters/entra/EntraError.h"
#include "backend/adapters/entra/GraphPermissions.h"
#include "backend/engine/Log.h"

#include <algorithm>

namespace cloudsync {

namespace {

using std::chrono::seconds;

struct DeviceAuthorization
{
    Secret deviceCode;
    DeviceCode shown;
    seconds interval{5};
};

[[nodiscard]] Result<DeviceAuthorization> begin(EntraChannel &channel, const QUrl &url, const SignInRequest &request,
                                                const std::stop_token &stop)
{
    FormFields fields{{"client_id", request.clientId.toUtf8()},
                      {"scope", delegatedScope(request.cloud.audience, request.permissions).toUtf8()}};
    // Assumption: this endpoint takes the parameter as the authorization endpoint does. Where it does not, the service
    // asks a second time, and that ends with the advice to use the browser.
    if (!request.claims.isEmpty())
        fields.append({"claims", request.claims});
    const Result<HttpResponse> response = channel.postForm(url, fields, Repeat::WhenLost, stop);
    if (!response)
        return fail(response.error());
    const Result<QJsonObject> body = jsonBody(*response, url);
    if (!body)
        return fail(body.error());
    if (response->status != 200)
        return fail(EntraError::fromJson(*body).toError(url.host()));

    const auto text = [&body](const char *key) { return body->value(QLatin1String(key)).toString(); };
    const auto number = [&body](const char *key) { return body->value(QLatin1String(key)).toVariant().toLongLong(); };
    DeviceAuthorization result;
    result.deviceCode = Secret::fromString(text("device_code"));
    result.shown.userCode = text("user_code");
    result.shown.verificationUri = QUrl(text("verification_uri"), QUrl::StrictMode);
    result.shown.message = text("message");
    result.shown.expires = channel.clock().now().addSecs(number("expires_in"));
    // RFC 8628 section 3.2: five seconds where the service does not say. An hour is nobody's interval.
    if (number("interval") > 0)
        result.interval = seconds(std::min<qint64>(number("interval"), 60));
    if (result.deviceCode.isEmpty() || result.shown.userCode.isEmpty() || number("expires_in") <= 0 ||
        !result.shown.verificationUri.isValid() || result.shown.verificationUri.scheme() != QLatin1String("https"))
        return fail(ErrorCode::SignInResponseInvalid, url.host(),
                    QStringLiteral("the answer lacks a code, its lifetime or an https address to enter it"));
    return result;
}

} // namespace

Result<TokenAnswer> requestTokensByDeviceCode(EntraChannel &channel, const OpenIdConfiguration &configuration,
                                              const SignInRequest &request, SignInPrompt &prompt,
                                              const std::stop_token &stop)
{
    if (!configuration.deviceAuthorizationEndpoint.isValid() ||
        configuration.deviceAuthorizationEndpoint.scheme() != QLatin1String("https"))
        return fail(ErrorCode::SignInMethodUnavailable, request.cloud.name,
                    QStringLiteral("this cloud publishes no address for device codes"));
    Result<DeviceAuthorization> device = begin(channel, configuration.deviceAuthorizationEndpoint, request, stop);
    if (!device)
        return fail(device.error());
    prompt.showDeviceCode(device->shown);

    const QString host = configuration.tokenEndpoint.host();
    const FormFields fields{{"client_id", request.clientId.toUtf8()},
                            {"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                            {"device_code", device->deviceCode.reveal().toByteArray()}};
    seconds interval = device->interval;
    for (;;) {
        if (!channel.clock().wait(interval, stop))
            return fail(ErrorCode::Cancelled, host);
        if (channel.clock().now() >= device->shown.expires)
            return fail(ErrorCode::SignInExpired, host, QStringLiteral("the code was not entered in time"));

        const Result<HttpResponse> response =
            channel.postForm(configuration.tokenEndpoint, fields, Repeat::Never, stop);
        if (!response) {
            // RFC 8628 section 3.5: a lost connection is no answer; ask more seldom.
            const ErrorCode code = response.error().code;
            if (code != ErrorCode::NetworkUnreachable && code != ErrorCode::TimedOut &&
                code != ErrorCode::TenantUnavailable && code != ErrorCode::TenantThrottled)
                return fail(response.error());
            interval = std::min(interval * 2, seconds(60));
            continue;
        }
        auto answer = readTokens(*response, configuration.tokenEndpoint, channel.clock().now());
        if (auto *tokens = std::get_if<TokenAnswer>(&answer))
            return std::move(*tokens);
        if (const auto *problem = std::get_if<Error>(&answer))
            return fail(*problem);
        const auto &refusal = std::get<EntraError>(answer);
        if (refusal.error == QLatin1String("slow_down"))
            interval += seconds(5);
        else if (refusal.error != QLatin1String("authorization_pending"))
            return fail(refusal.toError(host));
    }
}

} // namespace cloudsync
