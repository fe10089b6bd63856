// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/Session.h"

#include "backend/setup/answers/AnswerFile.h"

#include <utility>

namespace cloudsync {

Session::Session(Ports ports, Answers answers, std::shared_ptr<StateCopies> copies)
    : m_ports(ports), m_copies(std::move(copies)), m_answers(std::move(answers))
{
}

Answers Session::answers() const
{
    const std::lock_guard lock(m_answersMutex);
    return m_answers;
}

void Session::update(Answers answers)
{
    Answers before;
    {
        const std::lock_guard lock(m_answersMutex);
        before = std::exchange(m_answers, answers);
    }
    const std::scoped_lock lock(m_directoryMutex, m_tenantMutex);
    for (auto it = m_directories.begin(); it != m_directories.end();) {
        const DirectoryAnswers *now = answers.directory(it.key());
        if (!now || *now != it.value()->answers)
            it = m_directories.erase(it);
        else
            ++it;
    }
    const auto proxyOf = [](const Answers &one) {
        return one.server ? qMakePair(one.server->proxy, one.server->proxyCredential) : qMakePair(QString(), ProxyCredentialAnswers());
    };
    if (proxyOf(before) != proxyOf(answers) || before.signIn != answers.signIn || before.cloud != answers.cloud || before.customCloud != answers.customCloud) {
        m_signedIn.reset();
        m_tenant.reset();
        m_organization.reset();
    }
}

DirectoryTarget Session::target(const DirectoryAnswers &answers)
{
    return {answers.domain, answers.controllers, answers.caFile};
}

Result<DirectoryCredential> Session::credential(const QString &domain)
{
    const Answers current = answers();
    const DirectoryAnswers *directory = current.directory(domain);
    if (!directory)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"), domain);
    auto password = m_ports.secrets.resolve(directory->credential.password, directory->credential.user);
    if (!password)
        return fail(std::move(password.error()));
    return DirectoryCredential{directory->credential.user, std::move(*password), directory->credential.mechanism};
}

Result<std::shared_ptr<Directory>> Session::directory(const QString &domain, const std::stop_token &stop)
{
    const Answers current = answers();
    const DirectoryAnswers *wanted = current.directory(domain);
    if (!wanted)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"), domain);
    const std::lock_guard lock(m_directoryMutex);
    const QString key = domain.toLower();
    if (const auto opened = m_directories.value(key); opened && opened->answers == *wanted)
        return opened->directory;
    const Result<void> safe = m_guard ? m_guard(target(*wanted), wanted->credential.user, stop) : Result<void>();
    if (!safe)
        return fail(safe.error());
    auto secret = credential(domain);
    if (!secret)
        return fail(std::move(secret.error()));
    auto connected = m_ports.directories.connect(target(*wanted), *secret, stop);
    // What a person can mend outside the answers (a controller that is down) may be tried again; a refusal may not.
    const bool keep = connected || connected.error().code == ErrorCode::DirectoryCredentialRefused
                      || connected.error().code == ErrorCode::DirectoryCredentialLockedOut
                      || connected.error().code == ErrorCode::DirectoryCredentialExpired
                      || connected.error().code == ErrorCode::DirectoryCredentialDisabled;
    if (keep)
        m_directories.insert(key, std::make_shared<Opened>(Opened{*wanted, connected}));
    return connected;
}

Result<SignedIn> Session::signIn(const std::stop_token &stop)
{
    const Answers current = answers();
    if (!current.signIn)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/signIn"));
    auto cloud = cloudEndpoint(current);
    if (!cloud)
        return fail(std::move(cloud.error()));
    const std::lock_guard lock(m_tenantMutex);
    if (m_signedIn)
        return *m_signedIn;
    SignInRequest request;
    request.cloud = *cloud;
    if (current.server && !current.server->proxy.isEmpty())
        request.cloud.proxy = current.server->proxy;
    if (current.server && !current.server->proxyCredential.user.isEmpty()) {
        const ProxyCredentialAnswers &proxy = current.server->proxyCredential;
        auto password = m_ports.secrets.resolve(proxy.password, proxy.user);
        if (!password)
            return fail(std::move(password.error()));
        request.cloud.proxyCredential = {proxy.user, std::move(*password)};
    }
    request.tenant = current.signIn->tenant;
    request.clientId = current.signIn->clientId;
    request.method = current.signIn->method;
    request.account = current.signIn->account;
    request.certificateFile = current.signIn->certificateFile;
    auto result = m_ports.signIn.signIn(request, m_ports.prompt, stop);
    if (result) {
        m_tenant = m_ports.tenants.open(request.cloud, result->tokens);
        m_signedIn = result;
    } else if (result.error().code == ErrorCode::SignInRefused || result.error().code == ErrorCode::SignInDeclined
               || result.error().code == ErrorCode::SignInConsentMissing
               // Whatever went wrong, a person is not asked again unless they want to be.
               || (request.method != SignInMethod::Certificate && result.error().code != ErrorCode::Cancelled)) {
        m_signedIn = result;
    }
    return result;
}

Result<std::shared_ptr<Tenant>> Session::tenant(const std::stop_token &stop)
{
    auto signedIn = signIn(stop);
    if (!signedIn)
        return fail(std::move(signedIn.error()));
    const std::lock_guard lock(m_tenantMutex);
    if (!m_tenant)
        return fail(ErrorCode::Cancelled);
    return m_tenant;
}

Result<Organization> Session::organization(const std::stop_token &stop)
{
    auto opened = tenant(stop);
    if (!opened)
        return fail(std::move(opened.error()));
    {
        const std::lock_guard lock(m_tenantMutex);
        if (m_organization)
            return *m_organization;
    }
    auto read = (*opened)->organization(stop);
    if (read) {
        const std::lock_guard lock(m_tenantMutex);
        m_organization = *read;
    }
    return read;
}

std::shared_ptr<EarlyReads> Session::earlyReads() const
{
    const std::lock_guard lock(m_answersMutex);
    return m_early;
}

void Session::setEarlyReads(std::shared_ptr<EarlyReads> reads)
{
    // The one before waits for its threads when it goes; nobody is kept from the answers meanwhile.
    const std::lock_guard lock(m_answersMutex);
    m_early.swap(reads);
}

void Session::forgetRefusals()
{
    const std::scoped_lock lock(m_directoryMutex, m_tenantMutex);
    for (auto it = m_directories.begin(); it != m_directories.end();)
        it = it.value()->directory ? std::next(it) : m_directories.erase(it);
    if (m_signedIn && !*m_signedIn)
        m_signedIn.reset();
}

} // namespace cloudsync
