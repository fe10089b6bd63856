// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the vendor's article on setting Cloud Sync up through Microsoft Graph, as a script would run them.
#include "tests/bench/tenant/VendorHowTo.h"

#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/files/SystemClock.h"
#include "tests/support/tenant/SignInBrowser.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace cloudsync::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto wait = 30s;

class Script
{
public:
    Script(const test::LabTenant &lab, bool really) : m_lab(lab), m_really(really) {}

    HowToRun run(const QString &domain)
    {
        QElapsedTimer timer;
        timer.start();
        test::SignInBrowser nobody(m_http, {}, {}, {});
        auto signedIn = m_signIn.signIn(m_lab.request(SignInMethod::Certificate), nobody, {});
        if (!signedIn)
            return {0, 0, 0, signedIn.error().toLogText()};
        m_tokens = signedIn->tokens;
        ++m_run.calls;
        steps(domain);
        m_run.milliseconds = timer.elapsed() - m_slept;
        return m_run;
    }

private:
    void steps(const QString &domain)
    {
        const QString beta = QStringLiteral("/beta/");
        (void)call("PATCH", beta + QStringLiteral("organization/") + m_lab.tenantId(),
                   {{QStringLiteral("onPremisesSyncEnabled"), true}});
        const QJsonObject made =
            call("POST", beta + QStringLiteral("applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate"),
                 {{QStringLiteral("displayName"), domain}});
        const QJsonObject principal = made.value(QStringLiteral("servicePrincipal")).toObject();
        QString id = principal.value(QStringLiteral("id")).toString();
        if (id.isEmpty())
            id = principal.value(QStringLiteral("objectId")).toString();
        pause();
        const QString base = beta + QStringLiteral("servicePrincipals/") + id + QStringLiteral("/synchronization/");
        secrets(base, domain, QStringLiteral("AD2AADProvisioning"));
        const QString job = call("POST", base + QStringLiteral("jobs"),
                                 {{QStringLiteral("templateId"), QStringLiteral("AD2AADProvisioning")}})
                                .value(QStringLiteral("id"))
                                .toString();
        secrets(base, domain, QStringLiteral("AD2AADPasswordHash"));
        const QString hashes = call("POST", base + QStringLiteral("jobs"),
                                    {{QStringLiteral("templateId"), QStringLiteral("AD2AADPasswordHash")}})
                                   .value(QStringLiteral("id"))
                                   .toString();
        (void)call("GET", base + QStringLiteral("jobs"));
        const QString schemaPath = base + QStringLiteral("jobs/") + job + QStringLiteral("/schema");
        const QJsonObject schema = call("GET", schemaPath);
        (void)call("PUT", schemaPath, schema);
        pause();
        (void)call("POST", base + QStringLiteral("jobs/") + job + QStringLiteral("/start"));
        (void)call("POST", base + QStringLiteral("jobs/") + hashes + QStringLiteral("/start"));
        (void)call("GET", base + QStringLiteral("jobs/") + job);
    }

    void secrets(const QString &base, const QString &domain, const QString &scenario)
    {
        const auto text = [](const QJsonObject &value) {
            return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
        };
        const QJsonArray list{
            QJsonObject{{QStringLiteral("key"), QStringLiteral("Domain")},
                        {QStringLiteral("value"), text({{QStringLiteral("domain"), domain}})}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("AppKey")},
                        {QStringLiteral("value"), text({{QStringLiteral("appKeyScenario"), scenario}})}}};
        (void)call("PUT", base + QStringLiteral("secrets"), {{QStringLiteral("value"), list}});
    }

    void pause()
    {
        m_run.waits += std::chrono::milliseconds(wait).count();
        if (!m_really)
            return;
        QElapsedTimer timer;
        timer.start();
        (void)m_clock.wait(wait, {});
        m_slept += timer.elapsed();
    }

    QJsonObject call(const char *method, const QString &path, const QJsonObject &body = {})
    {
        if (!m_run.problem.isEmpty())
            return {};
        ++m_run.calls;
        HttpRequest request;
        request.method = method;
        request.url = m_lab.url(path);
        request.headers = {{"Authorization", "Bearer " + m_tokens->accessToken({})->reveal().toByteArray()},
                           {"Content-Type", "application/json"}};
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        for (int attempt = 0; attempt < 40; ++attempt) {
            const auto answer = m_http.send(request, {m_lab.cloud().caFile, QStringLiteral("none"), {}}, {});
            if (answer && answer->status == 404 && !m_really)
                continue; // what the wait would have bridged
            if (answer && answer->status < 300)
                return QJsonDocument::fromJson(answer->body).object();
            m_run.problem = QStringLiteral("%1 %2: %3")
                                .arg(QLatin1String(method), path,
                                     answer ? QString::fromUtf8(answer->body) : answer.error().toLogText());
            return {};
        }
        m_run.problem = path;
        return {};
    }

    const test::LabTenant &m_lab;
    const bool m_really;
    Log m_log;
    QtHttpClient m_http{m_log};
    SystemClock m_clock;
    EntraSignIn m_signIn{m_http, m_clock, m_log};
    std::shared_ptr<AccessTokens> m_tokens;
    HowToRun m_run;
    qint64 m_slept = 0;
};

} // namespace

HowToRun followTheHowTo(const test::LabTenant &lab, const QString &domain, bool really)
{
    return Script(lab, really).run(domain);
}

} // namespace cloudsync::bench
