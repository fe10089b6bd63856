// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInModel.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QUrlQuery>

#include <chrono>
#include <utility>

namespace cloudsync {

QString administratorRoleName(const QString &roleTemplateId)
{
    // Public, stable ids of Microsoft Entra's built-in roles.
    if (roleTemplateId.compare(QLatin1String("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"), Qt::CaseInsensitive) == 0)
        return SignInModel::tr("Hybrid Identity Administrator");
    if (roleTemplateId.compare(QLatin1String("62e90394-69f5-4237-9190-012177145e10"), Qt::CaseInsensitive) == 0)
        return SignInModel::tr("Global Administrator");
    return {};
}

SignInModel::SignInModel(SetupState &state, QObject *parent)
    : SignInModel(state, QStringLiteral(CLOUDSYNC_CLIENT_ID), parent)
{
}

SignInModel::SignInModel(SetupState &state, QString builtInClientId, QObject *parent)
    : PageModel(state, parent), m_builtInClientId(std::move(builtInClientId))
{
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &SignInModel::changed);
    connect(&state, &SetupState::tenantChanged, this, &SignInModel::changed);
}

void SignInModel::enter()
{
    edit([this](Answers &answers) {
        if (!answers.signIn) {
            answers.signIn = SignInAnswers{};
            answers.signIn->clientId = m_builtInClientId;
        }
        const auto available = methods();
        if (!available.contains(answers.signIn->method) && !available.isEmpty())
            answers.signIn->method = available.constFirst();
    });
}

QStringList SignInModel::clouds() const
{
    QStringList names = knownClouds();
    if (answers().customCloud)
        names.prepend(answers().customCloud->name);
    return names;
}

QString SignInModel::cloud() const
{
    return answers().customCloud ? answers().customCloud->name : answers().cloud;
}

void SignInModel::setCloud(const QString &name)
{
    if (name == cloud())
        return;
    reset();
    edit([&](Answers &answers) {
        answers.customCloud.reset();
        answers.cloud = name;
    });
}

void SignInModel::setSignIn(const SignInAnswers &signIn)
{
    if (answers().signIn == signIn)
        return;
    reset();
    edit([&](Answers &answers) { answers.signIn = signIn; });
}

void SignInModel::editProxy(const std::function<void(ServerAnswers &)> &change)
{
    ServerAnswers changed = answers().server.value_or(ServerAnswers{});
    change(changed);
    if (answers().server.value_or(ServerAnswers{}) == changed)
        return;
    reset();
    edit([&](Answers &answers) { answers.server = changed; });
}

void SignInModel::setProxy(const QString &proxy)
{
    editProxy([&](ServerAnswers &server) { server.proxy = proxy; });
}

QString SignInModel::proxyUser() const
{
    return answers().server ? answers().server->proxyCredential.user : QString();
}

void SignInModel::setProxyUser(const QString &user)
{
    editProxy([&](ServerAnswers &server) {
        server.proxyCredential.user = user;
        // A saved answer file says "prompt"; whoever asks then asks by the account's name.
        if (server.proxyCredential.password.kind == SecretReference::Kind::Entered)
            state().secrets().setAccount(server.proxyCredential.password.value, user);
    });
}

void SignInModel::setProxyPassword(Secret password)
{
    const QString owner = QStringLiteral("proxy");
    SecretReference reference;
    if (password.isEmpty())
        state().secrets().forget(owner);
    else
        reference = {SecretReference::Kind::Entered, state().secrets().put(owner, std::move(password))};
    if (reference.kind == SecretReference::Kind::Entered)
        state().secrets().setAccount(reference.value, proxyUser());
    editProxy([&](ServerAnswers &server) { server.proxyCredential.password = reference; });
}

bool SignInModel::hasProxyPassword() const
{
    if (!answers().server)
        return false;
    const SecretReference &password = answers().server->proxyCredential.password;
    if (password.kind == SecretReference::Kind::Entered)
        return state().secrets().holds(password.value);
    return password.kind != SecretReference::Kind::None && password.kind != SecretReference::Kind::Prompt;
}

QUrl SignInModel::adminConsentUrl() const
{
    const SignInAnswers now = signIn();
    const auto cloud = cloudEndpoint(answers());
    if (!cloud || now.tenant.isEmpty() || now.clientId.isEmpty())
        return {};
    QUrl url = cloud->authority;
    QString path = url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + now.tenant + QStringLiteral("/adminconsent"), QUrl::DecodedMode);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("client_id"), now.clientId);
    query.addQueryItem(QStringLiteral("redirect_uri"), QStringLiteral("http://localhost"));
    url.setQuery(query);
    return url;
}

void SignInModel::reset()
{
    cancel();
    clearProblem();
    state().setTenant(std::nullopt);
}

bool SignInModel::isComplete() const
{
    const SignInAnswers now = signIn();
    if (now.tenant.isEmpty() || now.clientId.isEmpty())
        return false;
    if (!proxyUser().isEmpty() && !hasProxyPassword())
        return false;
    return now.method != SignInMethod::Certificate || !now.certificateFile.isEmpty();
}

namespace {

/// Why none of the roles is held, as far as the service tells.
QString missingRole(Tenant &tenant, const std::stop_token &stop)
{
    const auto eligible = tenant.eligibleRolesOfSignedInUser(stop);
    if (eligible) {
        for (const QString &role : *eligible) {
            if (const QString name = administratorRoleName(role); !name.isEmpty())
                //: %1 is the name of a directory role
                return SignInModel::tr("The account could hold the role %1 but has not activated it. Activate it under "
                                       "Privileged Identity Management, My roles, then sign in again.")
                    .arg(name);
        }
        return SignInModel::tr("The role Hybrid Identity Administrator is neither assigned nor eligible.");
    }
    return SignInModel::tr("The role Hybrid Identity Administrator is needed. Whether it is eligible and waits to be "
                           "activated could not be read.");
}

} // namespace

Result<TenantSummary> SignInModel::signInAndLook(SetupState &shared, bool again, const std::stop_token &stop)
{
    const auto session = shared.session();
    if (again)
        session->forgetRefusals(); // a person asked for another attempt
    const auto signedIn = session->signIn(stop);
    if (!signedIn)
        return fail(signedIn.error());
    if (signedIn->isGuest)
        return fail(ErrorCode::TenantRoleMissing, signedIn->accountName, tr("The account is a guest of the tenant."));
    const auto organization = session->organization(stop);
    if (!organization)
        return fail(organization.error());
    TenantSummary summary;
    summary.tenantId = organization->id;
    summary.tenantName = organization->displayName;
    summary.account = signedIn->accountName;
    summary.isApplication = signedIn->isApplication;
    summary.syncEnabled = organization->onPremisesSyncEnabled.value_or(false);
    for (const TenantDomain &domain : organization->verifiedDomains)
        summary.verifiedDomains.append(domain.name);
    const auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(tenant.error());
    if (!signedIn->isApplication) {
        const auto roles = (*tenant)->rolesOfSignedInUser(stop);
        if (!roles)
            return fail(roles.error());
        for (const QString &role : *roles) {
            if (const QString name = administratorRoleName(role); !name.isEmpty())
                summary.roles.append(name);
        }
        if (summary.roles.isEmpty())
            return fail(ErrorCode::TenantRoleMissing, signedIn->accountName, missingRole(**tenant, stop));
    }
    // Licences only decide what later pages offer; an account that may not read them can still go on.
    if (const auto skus = (*tenant)->subscribedSkus(stop)) {
        for (const SubscribedSku &sku : *skus) {
            if (sku.servicePlans.contains(QLatin1String("AAD_PREMIUM")) ||
                sku.servicePlans.contains(QLatin1String("AAD_PREMIUM_P2")))
                summary.hasPremiumLicense = true;
        }
    }
    return summary;
}

void SignInModel::start()
{
    if (isRunning() || !isComplete())
        return;
    const bool again = !problem().title.isEmpty();
    clearProblem();
    setBusy(tr("Signing in to Microsoft Entra ID."));
    m_signingIn.start(
        [&shared = state(), again](const std::stop_token &stop) { return signInAndLook(shared, again, stop); },
        [this](const Result<TenantSummary> &summary) {
            const bool goOn = m_goOn;
            const bool elsewhere = !m_browserUrl.isEmpty() || m_deviceCode;
            cancel();
            if (elsewhere)
                Q_EMIT returned();
            if (!summary) {
                m_proxyAsks = m_proxyAsks || summary.error().code == ErrorCode::ProxyAuthenticationRequired;
                setProblem(summary.error());
                return;
            }
            state().setTenant(*summary);
            if (goOn)
                Q_EMIT ready();
        });
    Q_EMIT changed();
}

void SignInModel::cancel()
{
    m_signingIn.cancel();
    m_tick.stop();
    m_browserUrl.clear();
    m_deviceCode.reset();
    m_goOn = false;
    setBusy({});
    Q_EMIT changed();
}

bool SignInModel::confirm()
{
    if (!isComplete())
        return false;
    if (state().tenant())
        return true;
    m_goOn = true;
    start();
    return false;
}

int SignInModel::secondsLeft() const
{
    if (!m_deviceCode)
        return 0;
    return int(qMax<qint64>(0, state().ports().clock.now().secsTo(m_deviceCode->expires)));
}

void SignInModel::showBrowserUrl(const QUrl &url)
{
    if (!isRunning())
        return;
    m_browserUrl = url;
    setBusy(tr("Waiting for the sign-in in the browser."));
    Q_EMIT changed();
}

void SignInModel::showDeviceCode(const DeviceCode &code)
{
    if (!isRunning())
        return;
    m_deviceCode = code;
    m_tick.start();
    setBusy(tr("Waiting for the code to be entered."));
    Q_EMIT changed();
}

} // namespace cloudsync
