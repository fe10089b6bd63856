// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/tenant/TenantRun.h"

#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/files/SystemClock.h"
#include "main-ports.h"
#include "tests/support/tenant/SignInBrowser.h"

#include <QFile>
#include <QJsonDocument>

namespace cloudsync::test {

QJsonObject person(const QString &name, const QString &unit, const QString &suffix, const QJsonObject &further)
{
    QJsonObject attributes{
        {QStringLiteral("objectClass"), QJsonArray{QStringLiteral("top"), QStringLiteral("person"),
                                                   QStringLiteral("organizationalPerson"), QStringLiteral("user")}},
        {QStringLiteral("cn"), name},
        {QStringLiteral("displayName"), name},
        {QStringLiteral("givenName"), name},
        {QStringLiteral("sn"), name},
        {QStringLiteral("sAMAccountName"), name.toLower()},
        {QStringLiteral("userAccountControl"), QStringLiteral("512")},
        {QStringLiteral("userPrincipalName"), name.toLower() + u'@' + suffix}};
    for (auto it = further.constBegin(); it != further.constEnd(); ++it)
        attributes.insert(it.key(), it.value());
    return {{QStringLiteral("dn"), QStringLiteral("CN=%1,OU=%2,DC=contoso,DC=test").arg(name, unit)},
            {QStringLiteral("attributes"), attributes}};
}

QJsonObject TenantRun::directory(const QJsonArray &people) const
{
    return {{QStringLiteral("domain"), QStringLiteral("contoso.test")},
            {QStringLiteral("base"), QStringLiteral("DC=contoso,DC=test")},
            {QStringLiteral("objects"), people},
            {QStringLiteral("schema"),
             QJsonObject{{QStringLiteral("user"),
                          QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("mailNickname")}},
                                     QJsonObject{{QStringLiteral("name"), QStringLiteral("msExchArchiveStatus")}}}}}}};
}

QJsonArray TenantRun::everybody() const
{
    const QString verified = QStringLiteral("contoso.com");
    const QString sales = QStringLiteral("Sales");
    return {person(QStringLiteral("Alice"), sales, verified),
            person(QStringLiteral("Bob"), sales, verified),
            person(QStringLiteral("Dora"), sales, QStringLiteral("contoso.test")),
            person(QStringLiteral("Emil"), sales, verified),
            person(QStringLiteral("Fritz"), sales, verified),
            person(QStringLiteral("Carol"), QStringLiteral("Research"), verified)};
}

QString TenantRun::start(const QJsonObject &config)
{
    // The answers name no proxy, and the tenant is on this machine.
    for (const char *variable : {"https_proxy", "http_proxy", "all_proxy", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"})
        qunsetenv(variable);
    if (const QString problem = m_lab.start({config, directory(everybody()), {}}); !problem.isEmpty())
        return problem;
    registerAgent(QStringLiteral("SYNC1"));
    return {};
}

void TenantRun::setPeople(const QJsonArray &people) const
{
    QFile file(m_lab.stateFolder() + QStringLiteral("/../directory.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(directory(people)).toJson()) < 0)
        qFatal("The directory cannot be written.");
}

void TenantRun::registerAgent(const QString &machine)
{
    Log log;
    QtHttpClient http(log);
    SystemClock clock;
    EntraSignIn signIn(http, clock, log);
    SignInBrowser nobody(http, {}, {}, {});
    const auto signedIn = signIn.signIn(m_lab.request(SignInMethod::Certificate), nobody, {});
    if (!signedIn)
        qFatal("%s", qPrintable(signedIn.error().toLogText()));
    HttpRequest request;
    request.method = "POST";
    request.url = m_lab.url(QStringLiteral("/lab/agents"));
    request.headers = {{"Authorization", "Bearer " + signedIn->tokens->accessToken({})->reveal().toByteArray()},
                       {"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("machineName"), machine},
                                             {QStringLiteral("version"), QStringLiteral("1.1.2505.0")},
                                             {QStringLiteral("domains"), QJsonArray{QStringLiteral("contoso.test")}}})
                       .toJson(QJsonDocument::Compact);
    const auto registered = http.send(request, {m_lab.cloud().caFile, QStringLiteral("none"), {}}, {});
    if (!registered || registered->status != 201)
        qFatal("The agent could not be registered.");
}

QJsonObject TenantRun::answers() const
{
    return answers(
        {{QStringLiteral("domain"), QStringLiteral("contoso.test")},
         {QStringLiteral("passwordHashSync"), true},
         {QStringLiteral("notifications"),
          QJsonObject{{QStringLiteral("enabled"), true},
                      {QStringLiteral("recipients"), QJsonArray{QStringLiteral("it@contoso.com")}}}},
         {QStringLiteral("accidentalDeletion"),
          QJsonObject{{QStringLiteral("enabled"), true}, {QStringLiteral("threshold"), 3}}},
         {QStringLiteral("scope"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("organizationalUnits")},
                                               {QStringLiteral("distinguishedNames"),
                                                QJsonArray{QStringLiteral("OU=Sales,DC=contoso,DC=test")}}}},
         {QStringLiteral("enable"), true}});
}

QJsonObject TenantRun::answers(const QJsonObject &configuration) const
{
    const CloudEndpoint cloud = m_lab.cloud();
    return {{QStringLiteral("version"), 1},
            {QStringLiteral("license"), QJsonObject{{QStringLiteral("accepted"), true}}},
            {QStringLiteral("cloud"), QJsonObject{{QStringLiteral("name"), QStringLiteral("lab")},
                                                  {QStringLiteral("authority"), cloud.authority.toString()},
                                                  {QStringLiteral("graph"), cloud.graph.toString()},
                                                  {QStringLiteral("caFile"), cloud.caFile}}},
            {QStringLiteral("signIn"), QJsonObject{{QStringLiteral("tenant"), m_lab.tenant()},
                                                   {QStringLiteral("clientId"), m_lab.clientId()},
                                                   {QStringLiteral("method"), QStringLiteral("certificate")},
                                                   {QStringLiteral("certificate"),
                                                    QJsonObject{{QStringLiteral("file"), m_lab.certificateFile()}}}}},
            {QStringLiteral("configurations"), QJsonArray{configuration}}};
}

QString TenantRun::write(const QJsonObject &answers, const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(answers).toJson()) < 0)
        qFatal("The answers cannot be written.");
    return path(name);
}

TenantRun::Outcome TenantRun::run(QStringList words)
{
    Outcome outcome;
    CliStreams streams;
    streams.out = [&](const QByteArray &bytes) { outcome.output += bytes; };
    streams.err = [&](const QByteArray &bytes) { outcome.errors += bytes; };
    words += {QStringLiteral("--json"), QStringLiteral("--state-dir"), stateFolder()};
    outcome.exitCode = runCli(words, streams, commandLineComposition());
    outcome.document = QJsonDocument::fromJson(outcome.output).object();
    return outcome;
}

TenantRun::Outcome TenantRun::typing(const QStringList &words, const QString &typed)
{
    Outcome outcome;
    CliStreams streams;
    streams.out = [&](const QByteArray &bytes) { outcome.output += bytes; };
    streams.err = [&](const QByteArray &bytes) { outcome.errors += bytes; };
    streams.confirm = [&](const QString &question) {
        outcome.output += question.toUtf8() + '\n';
        return typed == QLatin1String("y");
    };
    streams.askText = [&](const QString &question) {
        outcome.output += question.toUtf8() + '\n';
        return std::optional(typed);
    };
    outcome.exitCode =
        runCli(words + QStringList{QStringLiteral("--state-dir"), stateFolder()}, streams, commandLineComposition());
    return outcome;
}

TenantRun::Outcome TenantRun::apply(const QJsonObject &answers)
{
    return run({QStringLiteral("apply"), QStringLiteral("--answers"), write(answers), QStringLiteral("--yes"),
                QStringLiteral("--only"), QStringLiteral("tenant")});
}

QJsonObject TenantRun::configuration()
{
    const QJsonArray principals = m_lab.state().value(QStringLiteral("servicePrincipals")).toArray();
    for (const QJsonValue &principal : principals) {
        if (principal.toObject()
                .value(QStringLiteral("body"))
                .toObject()
                .value(QStringLiteral("displayName"))
                .toString() == QLatin1String("contoso.test"))
            return principal.toObject();
    }
    return {};
}

QJsonObject TenantRun::job(const QString &templateId)
{
    const QJsonArray jobs = configuration().value(QStringLiteral("jobs")).toArray();
    for (const QJsonValue &one : jobs) {
        if (one.toObject().value(QStringLiteral("body")).toObject().value(QStringLiteral("templateId")).toString() ==
            templateId)
            return one.toObject();
    }
    return {};
}

QStringList TenantRun::writes()
{
    QStringList result;
    const QJsonArray exchanges =
        m_lab.record(QStringLiteral("writes=true")).value(QStringLiteral("exchanges")).toArray();
    for (const QJsonValue &one : exchanges)
        result.append(one.toObject().value(QStringLiteral("method")).toString() + u' ' +
                      one.toObject().value(QStringLiteral("path")).toString());
    return result;
}

} // namespace cloudsync::test
