// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/files/SystemClock.h"
#include "backend/adapters/graph/GraphTenantConnector.h"
#include "backend/adapters/http/QtHttpClient.h"
#include "tests/support/tenant/LabTenant.h"
#include "tests/support/tenant/SignInBrowser.h"

namespace cloudsync::test {

/// The adapters as the product puts them together, and a tenant signed in to with the certificate.
struct LabSession
{
    Log log;
    QtHttpClient http{log};
    SystemClock clock;
    EntraSignIn signIn{http, clock, log};
    GraphTenantConnector connector{http, clock, log};

    /// Signs in as the application; null when that fails, with the reason in `why`.
    [[nodiscard]] std::shared_ptr<Tenant> open(const LabTenant &lab, QString &why)
    {
        SignInBrowser nobody(http, {}, {}, {});
        const auto signedIn = signIn.signIn(lab.request(SignInMethod::Certificate), nobody, {});
        if (!signedIn) {
            why = signedIn.error().toLogText();
            return nullptr;
        }
        return connector.open(lab.cloud(), signedIn->tokens);
    }
};

/// For QVERIFY2 on a Result: why it failed.
template<typename T>
[[nodiscard]] QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : result.error().toLogText().toUtf8();
}

} // namespace cloudsync::test
