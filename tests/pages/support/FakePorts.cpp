// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/support/FakePorts.h"

#include "backend/setup/security/Sddl.h"
#include "tests/pages/support/SerialFakes.h"
#include "tests/unit/tenant/TestSchema.h"

#include <thread>

namespace cloudsync::tests {

bool Gate::pass(const std::stop_token &stop)
{
    ++m_waiting;
    while (m_closed && !stop.stop_requested())
        std::this_thread::yield();
    --m_waiting;
    return !stop.stop_requested();
}

QDateTime PageClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_time;
}

bool PageClock::wait(std::chrono::milliseconds duration, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    m_time = m_time.addMSecs(duration.count());
    return !stop.stop_requested();
}

Result<std::shared_ptr<Directory>> PageConnector::connect(const DirectoryTarget &target,
                                                          const DirectoryCredential &credential,
                                                          const std::stop_token &stop)
{
    ++attempts;
    if (!gate.pass(stop))
        return fail(ErrorCode::Cancelled);
    if (failure)
        return fail(*failure);
    if (!(credential.password == Secret::fromString(password)))
        return fail(ErrorCode::DirectoryCredentialRefused, credential.user);
    if (const auto directory = directories.value(target.domain.toLower()))
        return directory;
    return fail(ErrorCode::DirectoryUnreachable, target.domain);
}

Result<QStringList> PageConnector::discoverControllers(const QString &domain, const std::stop_token &)
{
    if (!directories.contains(domain.toLower()))
        return fail(ErrorCode::NameNotResolved, domain);
    return QStringList{QStringLiteral("ldaps://dc1.%1").arg(domain)};
}

QVector<ControllerProbe> PageConnector::probe(const DirectoryTarget &target, const std::stop_token &)
{
    QVector<ControllerProbe> probes;
    for (const QString &uri : target.controllers) {
        ControllerProbe probe;
        probe.uri = uri;
        probe.reachable = true;
        probe.roundTripMilliseconds = 4;
        probes.append(probe);
    }
    return probes;
}

namespace {

class PageTokens : public AccessTokens
{
public:
    Result<Secret> accessToken(const std::stop_token &) override
    {
        return Secret::fromString(QStringLiteral("canary-token"));
    }
    void invalidate() override {}
    Result<void> stepUp(const Secret &, const QByteArray &, const std::stop_token &) override
    {
        return fail(ErrorCode::SignInInteractionRequired);
    }
};

class PageTenants : public TenantConnector
{
public:
    explicit PageTenants(std::shared_ptr<Tenant> tenant) : m_tenant(std::move(tenant)) {}
    std::shared_ptr<Tenant> open(const CloudEndpoint &, std::shared_ptr<AccessTokens>) override { return m_tenant; }

private:
    std::shared_ptr<Tenant> m_tenant;
};

} // namespace

PageSignIn::PageSignIn()
{
    account.tenantId = QStringLiteral("7f5d8c1e-0000-4000-8000-000000000001");
    account.accountName = QStringLiteral("admin@contoso.onmicrosoft.com");
    account.accountId = QStringLiteral("oid");
    account.grantedPermissions = {
        QStringLiteral("Organization.ReadWrite.All"), QStringLiteral("Application.ReadWrite.All"),
        QStringLiteral("Synchronization.ReadWrite.All"), QStringLiteral("OnPremisesPublishingProfiles.ReadWrite.All")};
    account.tokens = std::make_shared<PageTokens>();
}

Result<SignedIn> PageSignIn::signIn(const SignInRequest &request, SignInPrompt &prompt, const std::stop_token &stop)
{
    ++attempts;
    {
        const std::lock_guard lock(m_mutex);
        m_proxyUser = request.cloud.proxyCredential.user;
    }
    switch (request.method) {
    case SignInMethod::Browser:
        prompt.openBrowser(
            QUrl(QStringLiteral("https://login.example.test/authorize?client_id=%1").arg(request.clientId)));
        break;
    case SignInMethod::DeviceCode:
        prompt.showDeviceCode({QStringLiteral("ABCD-EFGH"), QUrl(QStringLiteral("https://login.example.test/device")),
                               QStringLiteral("Enter the code."),
                               QDateTime(QDate(2026, 1, 31), QTime(12, 15), Qt::UTC)});
        break;
    case SignInMethod::Certificate:
        break;
    }
    if (!gate.pass(stop))
        return fail(ErrorCode::Cancelled);
    if (refusal)
        return fail(*refusal);
    return account;
}

Result<Secret> PageSecrets::resolve(const SecretReference &reference, const QString &purpose)
{
    switch (reference.kind) {
    case SecretReference::Kind::Entered:
        return m_typed->resolve(reference.value);
    case SecretReference::Kind::Prompt:
        return m_typed->resolve(purpose);
    case SecretReference::Kind::File:
    case SecretReference::Kind::Environment:
    case SecretReference::Kind::Cms:
        return Secret::fromString(QStringLiteral("Correct-1"));
    case SecretReference::Kind::None:
        break;
    }
    return fail(ErrorCode::SecretUnavailable, purpose);
}

std::shared_ptr<FakeDirectory> contosoDomain()
{
    auto directory = healthyDomain(QStringLiteral("contoso.test"));
    const QString base = directory->rootDse().defaultNamingContext;
    const auto unit = [&](const QString &rdn) {
        directory->put(rdn + QLatin1Char(',') + base, {{QStringLiteral("objectClass"), {"top", "organizationalUnit"}}});
    };
    for (const char *rdn : {"OU=Sales", "OU=Engineering", "OU=North,OU=Sales", "OU=South,OU=Sales", "OU=Finance"})
        unit(QString::fromLatin1(rdn));
    const auto person = [&](const QString &name, const QString &rdn) {
        directory->put(QStringLiteral("CN=%1,%2,%3").arg(name, rdn, base),
                       {{QStringLiteral("objectClass"), {"top", "person", "organizationalPerson", "user"}},
                        {QStringLiteral("sAMAccountName"), {name.toUtf8()}}});
    };
    for (int i = 1; i <= 12; ++i)
        person(QStringLiteral("Seller %1").arg(i),
               i % 2 ? QStringLiteral("OU=North,OU=Sales") : QStringLiteral("OU=Sales"));
    for (int i = 1; i <= 5; ++i)
        person(QStringLiteral("Engineer %1").arg(i), QStringLiteral("OU=Engineering"));
    directory->put(QStringLiteral("CN=Pilot Users,OU=Sales,") + base,
                   {{QStringLiteral("objectClass"), {"top", "group"}},
                    {QStringLiteral("cn"), {"Pilot Users"}},
                    {QStringLiteral("sAMAccountName"), {"Pilot Users"}}});
    // A controller gives a new object the descriptor of its class; this directory does so when the object is first
    // looked for.
    const SddlContext context{directory->domainSid(), {}};
    const SecurityDescriptor given =
        securityDescriptorFromSddl(
            QStringLiteral("O:DAG:DAD:AI(A;;GA;;;DA)(A;;GA;;;SY)(A;;RPLCRC;;;AU)(A;CIID;GA;;;EA)"), context)
            .value_or(SecurityDescriptor());
    directory->afterSearch = [fake = directory.get(), given, base](const DirectorySearch &) {
        const QString account = QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + base;
        if (const DirectoryEntry *made = fake->find(account);
            made && !made->has(QStringLiteral("nTSecurityDescriptor")))
            fake->setDescriptor(account, given);
    };
    directory->forgetWrites();
    return directory;
}

Answers contosoAnswers()
{
    Answers answers;
    answers.licenseAccepted = true;
    answers.server = ServerAnswers{};
    answers.server->agentPackage = QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe");
    answers.signIn = SignInAnswers{QStringLiteral("contoso.onmicrosoft.com"),
                                   QStringLiteral("5d1c7c0e-9a8e-4c53-8a39-1b7d2e6f4a10"),
                                   SignInMethod::Browser,
                                   QStringLiteral("admin@contoso.onmicrosoft.com"),
                                   {}};
    ServiceAccountAnswers account;
    account.name = QStringLiteral("provAgentgMSA");
    account.domain = QStringLiteral("contoso.test");
    account.hosts = QStringList{QStringLiteral("SYNC1")};
    account.permissions = {PermissionSet::BasicRead, PermissionSet::PasswordHashSync};
    answers.serviceAccount = account;
    DirectoryAnswers directory;
    directory.domain = QStringLiteral("contoso.test");
    directory.credential.user = QStringLiteral("CONTOSO\\Administrator");
    directory.credential.password = {SecretReference::Kind::File, QStringLiteral("/run/secret")};
    answers.directories = {directory};
    ConfigurationAnswers configuration;
    configuration.domain = QStringLiteral("contoso.test");
    configuration.passwordHashSync = true;
    configuration.accidentalDeletion = AccidentalDeletionAnswers{true, 5};
    configuration.scope = ScopeAnswers{ScopeKind::OrganizationalUnits, {QStringLiteral("OU=Sales,DC=contoso,DC=test")}};
    configuration.enable = true;
    answers.configurations = {configuration};
    return answers;
}

/// The template's schema, where Active Directory also has the free attribute that the preset for hire dates maps.
static QJsonObject schemaWithFreeAttribute()
{
    QByteArray text = QJsonDocument(templateSchema()).toJson(QJsonDocument::Compact);
    text.replace(R"({"name":"objectGUID","type":"Binary"})",
                 R"({"name":"objectGUID","type":"Binary"},{"name":"msDS-cloudExtensionAttribute1","type":"String"})");
    return QJsonDocument::fromJson(text).object();
}

struct World::Parts
{
    Parts(World &world, SignInPrompt *given, const QString &folder)
        : tenants(std::make_shared<SerialTenant>(*world.tenant, world.mutex)),
          machine(world.machine, *world.tenant, world.mutex, world.machineGate), secrets(world.typed),
          prompt(given ? *given : quiet),
          backend(Ports{world.directories, tenants, world.signIn, machine, world.clock, secrets, prompt, log}, folder)
    {
    }
    PageTenants tenants;
    SerialMachine machine;
    PageSecrets secrets;
    PagePrompt quiet;
    SignInPrompt &prompt;
    Log log;
    Backend backend;
};

World::World(SignInPrompt *prompt)
    : m_parts(std::make_unique<Parts>(*this, prompt, m_folder.path())), backend(m_parts->backend)
{
    directories.directories.insert(QStringLiteral("contoso.test"), domain);
    machine.host.domain = QStringLiteral("contoso.test");
    machine.host.fullName = QStringLiteral("sync1.contoso.test");
    machine.package.size = 41'871'360;
    machine.package.sha256 = QByteArray::fromHex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    tenant->templateSchema = schemaWithFreeAttribute();
    tenant->skus = {{QStringLiteral("AAD_PREMIUM"), {QStringLiteral("AAD_PREMIUM")}, 25, 3}};
    tenant->company.verifiedDomains = tenant->domainList;
}

World::~World() = default;

void World::withoutWindows()
{
    machine.host.isServer = false;
    machine.host.osName = QStringLiteral("Debian GNU/Linux 12");
    m_parts->machine.noWindows = true;
}

std::unique_ptr<SetupState> World::state(Answers answers)
{
    return std::make_unique<SetupState>(backend, typed, std::move(answers));
}

} // namespace cloudsync::tests
