// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/CertificateSignIn.h"

#include "backend/adapters/entra/ClientAssertion.h"
#include "backend/adapters/entra/EntraError.h"
#include "backend/adapters/entra/GraphPermissions.h"

namespace cloudsync {

Result<TokenAnswer> requestTokensByCertificate(EntraChannel &channel, const OpenIdConfiguration &configuration,
                                               const SignInRequest &request, const std::stop_token &stop)
{
    const QDateTime now = channel.clock().now();
    const Result<SigningCertificate> certificate = SigningCertificate::load(request.certificateFile, now);
    if (!certificate)
        return fail(certificate.error());
    const Result<Secret> assertion =
        makeClientAssertion(*certificate, request.clientId, configuration.tokenEndpoint.toString(), now);
    if (!assertion)
        return fail(assertion.error());

    const FormFields fields{{"client_id", request.clientId.toUtf8()},
                            {"grant_type", "client_credentials"},
                            {"scope", applicationScope(request.cloud.audience).toUtf8()},
                            {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                            {"client_assertion", assertion->reveal().toByteArray()}};
    const Result<HttpResponse> response = channel.postForm(configuration.tokenEndpoint, fields, Repeat::WhenLost, stop);
    if (!response)
        return fail(response.error());
    auto answer = readTokens(*response, configuration.tokenEndpoint, channel.clock().now());
    if (auto *tokens = std::get_if<TokenAnswer>(&answer))
        return std::move(*tokens);
    if (const auto *refusal = std::get_if<EntraError>(&answer)) {
        Error error = refusal->toError(request.clientId);
        // invalid_client can mean nothing but the assertion here, whatever the number.
        if (refusal->error == QLatin1String("invalid_client") && error.code == ErrorCode::SignInRefused)
            error.code = ErrorCode::SignInCertificateUnusable;
        if (error.code == ErrorCode::SignInCertificateUnusable)
            error.subject = request.certificateFile;
        return fail(std::move(error));
    }
    return fail(std::get<Error>(std::move(answer)));
}

} // namespace cloudsync
