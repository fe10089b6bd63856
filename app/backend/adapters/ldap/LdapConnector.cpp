// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapConnector.h"

#include "backend/adapters/ldap/DnsSrv.h"
#include "backend/adapters/ldap/LdapDirectory.h"
#include "backend/adapters/ldap/LdapError.h"
#include "backend/adapters/ldap/RefusedCredentials.h"
#include "backend/adapters/ldap/SignIn.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

namespace cloudsync {

using namespace ldap;

struct LdapConnector::Private
{
    Private(Log &l, Clock &c) : log(l), clock(c) {}

    [[nodiscard]] Result<QStringList> discover(const QString &domain, const std::stop_token &stop);
    [[nodiscard]] Result<QStringList> controllersOf(const DirectoryTarget &target, const std::stop_token &stop);
    /// `credential` nullptr: as who runs this process.
    [[nodiscard]] Result<SignedInConnection> connectToOne(const QString &text, const DirectoryTarget &target,
                                                          const DirectoryCredential *credential,
                                                          const std::stop_token &stop);
    [[nodiscard]] Result<SignedInConnection> connectAsCaller(const DirectoryTarget &target, const QString &avoid,
                                                             const std::stop_token &stop);
    [[nodiscard]] Result<QStringList> controllersBut(const DirectoryTarget &target, const QString &avoid,
                                                     const std::stop_token &stop);
    [[nodiscard]] Result<SignedInConnection> connectToAny(const DirectoryTarget &target,
                                                          const DirectoryCredential &credential, const QString &avoid,
                                                          const std::stop_token &stop);
    [[nodiscard]] ControllerProbe probeOne(const QString &text, const QString &caFile, const std::stop_token &stop);

    Log &log;
    Clock &clock;
    const LdapTimeouts timeouts;
    RefusedCredentials refused;
};

namespace {

Result<void> checkDomain(const RootDse &rootDse, const DirectoryTarget &target)
{
    if (target.domain.isEmpty() || normalizeDn(rootDse.defaultNamingContext) == normalizeDn(domainToDn(target.domain)))
        return {};
    return fail(ErrorCode::DirectoryWrongDomain, rootDse.uri,
                QStringLiteral("the controller serves %1, not %2")
                    .arg(dnToDomain(rootDse.defaultNamingContext), target.domain));
}

// How much an error of one controller says about why none could be used.
int weight(ErrorCode code)
{
    if (code == ErrorCode::TlsCertificateNotTrusted)
        return 4;
    if (code == ErrorCode::DirectoryAuthenticationUnavailable)
        return 3;
    if (code == ErrorCode::TlsFailed || code == ErrorCode::DirectoryResponseInvalid)
        return 2;
    return code == ErrorCode::TimedOut ? 1 : 0;
}

Error mostTelling(const QVector<Error> &errors)
{
    Error error = *std::max_element(errors.cbegin(), errors.cend(),
                                    [](const Error &a, const Error &b) { return weight(a.code) < weight(b.code); });
    if (errors.size() > 1)
        error.causes = errors;
    return error;
}

} // namespace

LdapConnector::LdapConnector(Log &log, Clock &clock) : d(std::make_shared<Private>(log, clock)) {}
LdapConnector::~LdapConnector() = default;

Result<QStringList> LdapConnector::Private::discover(const QString &domain, const std::stop_token &stop)
{
    // MS-ADTS 6.3.2.3: the records under which domain controllers register.
    const QString name = QStringLiteral("_ldap._tcp.dc._msdcs.") + domain.toLower();
    auto records = lookUpSrv(name, Limit(timeouts.connect, stop));
    if (!records)
        return fail(std::move(records.error()));
    QStringList uris;
    const auto random = [](quint32 most) { return QRandomGenerator::global()->bounded(most + 1); };
    for (const SrvRecord &record : orderSrv(std::move(*records), random))
        uris.append(ControllerUri{false, record.target, record.port}.toText());
    log.debug("ldap.discovered", {{"domain", domain}, {"controllers", uris.join(QLatin1Char(' '))}});
    return uris;
}

Result<QStringList> LdapConnector::Private::controllersOf(const DirectoryTarget &target, const std::stop_token &stop)
{
    if (!target.controllers.isEmpty())
        return target.controllers;
    return discover(target.domain, stop);
}

Result<QStringList> LdapConnector::discoverControllers(const QString &domain, const std::stop_token &stop)
{
    return d->discover(domain, stop);
}

Result<SignedInConnection> LdapConnector::Private::connectToOne(const QString &text, const DirectoryTarget &target,
                                                                const DirectoryCredential *credential,
                                                                const std::stop_token &stop)
{
    const auto uri = ControllerUri::parse(text);
    if (!uri)
        return fail(uri.error());
    auto connection = LdapConnection::open(*uri, target.caFile, timeouts, stop);
    if (!connection)
        return fail(std::move(connection.error()));
    auto rootDse = (*connection)->readRootDse(clock.now(), stop);
    if (!rootDse)
        return fail(std::move(rootDse.error()));
    // No credential for a domain that was not asked for.
    if (auto right = checkDomain(*rootDse, target); !right)
        return fail(std::move(right.error()));
    SignIn signIn(target, *rootDse, timeouts, log);
    auto identity =
        credential ? signIn.signIn(**connection, *credential, stop) : signIn.signInAsCaller(**connection, stop);
    if (!identity)
        return fail(std::move(identity.error()));
    // Now that nobody can have changed it on the way.
    rootDse = (*connection)->readRootDse(clock.now(), stop);
    if (!rootDse)
        return fail(std::move(rootDse.error()));
    if (auto right = checkDomain(*rootDse, target); !right)
        return fail(std::move(right.error()));
    const QString secured = (*connection)->isTls() ? QStringLiteral("tls") : QStringLiteral("kerberos");
    log.info("ldap.bind", {{"controller", text}, {"identity", *identity}, {"secured", secured}});
    return SignedInConnection{std::move(*connection), std::move(*rootDse), std::move(*identity)};
}

// In order of preference, with the one that was just lost last.
Result<QStringList> LdapConnector::Private::controllersBut(const DirectoryTarget &target, const QString &avoid,
                                                           const std::stop_token &stop)
{
    auto controllers = controllersOf(target, stop);
    if (!controllers)
        return fail(std::move(controllers.error()));
    std::stable_partition(controllers->begin(), controllers->end(), [&](const QString &text) {
        const auto uri = ControllerUri::parse(text);
        return !uri || uri->toText() != avoid;
    });
    return controllers;
}

Result<SignedInConnection> LdapConnector::Private::connectAsCaller(const DirectoryTarget &target, const QString &avoid,
                                                                   const std::stop_token &stop)
{
    auto controllers = controllersBut(target, avoid, stop);
    if (!controllers)
        return fail(std::move(controllers.error()));
    QVector<Error> errors;
    for (const QString &text : std::as_const(*controllers)) {
        auto made = connectToOne(text, target, nullptr, stop);
        if (made || !isWorthAnotherController(made.error().code))
            return made;
        errors.append(std::move(made.error()));
    }
    return fail(mostTelling(errors));
}

Result<SignedInConnection> LdapConnector::Private::connectToAny(const DirectoryTarget &target,
                                                                const DirectoryCredential &credential,
                                                                const QString &avoid, const std::stop_token &stop)
{
    auto controllers = controllersBut(target, avoid, stop);
    if (!controllers)
        return fail(std::move(controllers.error()));
    auto turn = refused.begin(credential, target.domain, stop);
    if (!turn)
        return fail(std::move(turn.error()));

    QVector<Error> errors;
    for (const QString &text : std::as_const(*controllers)) {
        auto made = connectToOne(text, target, &credential, stop);
        if (made) {
            turn->accepted();
            return made;
        }
        log.warning("ldap.connectFailed", {{"controller", text}, {"why", made.error().toLogText()}});
        if (isCredentialRefusal(made.error().code)) {
            turn->refused(made.error());
            return made;
        }
        if (!isWorthAnotherController(made.error().code))
            return made;
        errors.append(std::move(made.error()));
    }
    return fail(mostTelling(errors));
}

Result<std::shared_ptr<Directory>> LdapConnector::connect(const DirectoryTarget &target,
                                                          const DirectoryCredential &credential,
                                                          const std::stop_token &stop)
{
    auto first = d->connectToAny(target, credential, {}, stop);
    if (!first)
        return fail(std::move(first.error()));
    auto again = [state = d, target, credential](const QString &avoid, const std::stop_token &token) {
        return state->connectToAny(target, credential, avoid, token);
    };
    return std::make_shared<LdapDirectory>(std::move(*first), std::move(again), d->log);
}

Result<std::shared_ptr<Directory>> LdapConnector::connectAsCaller(const DirectoryTarget &target,
                                                                  const std::stop_token &stop)
{
    auto first = d->connectAsCaller(target, {}, stop);
    if (!first)
        return fail(std::move(first.error()));
    auto again = [state = d, target](const QString &avoid, const std::stop_token &token) {
        return state->connectAsCaller(target, avoid, token);
    };
    return std::make_shared<LdapDirectory>(std::move(*first), std::move(again), d->log);
}

ControllerProbe LdapConnector::Private::probeOne(const QString &text, const QString &caFile,
                                                 const std::stop_token &stop)
{
    ControllerProbe probe;
    probe.uri = text;
    QElapsedTimer timer;
    timer.start();
    const auto uri = ControllerUri::parse(text);
    if (!uri) {
        probe.error = uri.error();
        return probe;
    }
    auto connection = LdapConnection::open(*uri, caFile, timeouts, stop);
    if (!connection) {
        probe.error = std::move(connection.error());
        return probe;
    }
    auto rootDse = (*connection)->readRootDse(clock.now(), stop);
    if (!rootDse) {
        probe.error = std::move(rootDse.error());
        return probe;
    }
    probe.reachable = true;
    probe.roundTripMilliseconds = timer.elapsed();
    probe.rootDse = std::move(*rootDse);
    return probe;
}

QVector<ControllerProbe> LdapConnector::probe(const DirectoryTarget &target, const std::stop_token &stop)
{
    auto controllers = d->controllersOf(target, stop);
    if (!controllers) {
        ControllerProbe none;
        none.uri = target.domain;
        none.error = std::move(controllers.error());
        return {none};
    }
    QVector<ControllerProbe> probes(controllers->size());
    {
        // Each writes its own element; the threads end before the block does.
        std::vector<std::jthread> threads;
        ControllerProbe *const slots = probes.data();
        for (qsizetype i = 0; i < controllers->size(); ++i)
            threads.emplace_back([&, i] { slots[i] = d->probeOne(controllers->at(i), target.caFile, stop); });
    }
    return probes;
}

} // namespace cloudsync
