// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/Simulation.h"

#include "backend/setup/scan/CycleRules.h"
#include "backend/setup/scan/Exclusions.h"
#include "backend/setup/scan/ScanText.h"
#include "backend/setup/scan/ScopeMembership.h"
#include "backend/setup/scan/TenantPopulation.h"
#include "backend/setup/security/Sid.h"

#include <QLocale>

#include <algorithm>

namespace cloudsync {

namespace {

constexpr qint64 progressEvery = 2000; // objects
constexpr int defaultThreshold = 500;  // operations.md section 3

QStringList rulesUsed()
{
    return {ScanText::tr("Objects are joined by their source anchor: mS-DS-ConsistencyGuid, else objectGUID; groups by "
                         "their security identifier, contacts by their mail address."),
            ScanText::tr("A user of the cloud alone is joined by user principal name, then by primary mail address, if "
                         "the tenant does not have that switched off."),
            ScanText::tr("A suffix that is no verified domain becomes the tenant's initial domain."),
            ScanText::tr("A sign-in name or mail address that another object has is a conflict; of two objects of the "
                         "directory that want the same one, the service takes either first."),
            ScanText::tr("An address that another object has, or that is not valid, is left out and the object created."),
            ScanText::tr("Critical system objects, losers of replication conflicts and what lies outside of the scope "
                         "are left out. A pilot's groups bring their direct members only."),
            ScanText::tr("Deletions are users and groups of this domain in the tenant whose source is not in scope. "
                         "From the threshold on they are held back."),
            ScanText::tr("The default attribute mappings are assumed.")};
}

class DomainSimulation
{
public:
    DomainSimulation(const SimulationRequest &request, const Answers &answers, const TenantPopulation &tenant,
                     const Organization &organization, QString domain)
        : m_request(request), m_answers(answers), m_tenant(tenant), m_domain(std::move(domain))
    {
        for (const TenantDomain &one : organization.verifiedDomains) {
            if (one.isVerified)
                m_verified.insert(one.name.toLower());
            if (one.isInitial)
                m_initialDomain = one.name.toLower();
        }
    }

    Result<void> run(SimulationReport &report)
    {
        auto opened = m_request.session->directory(m_domain, m_request.stop);
        if (!opened)
            return fail(std::move(opened.error()));
        auto root = (*opened)->read((*opened)->rootDse().defaultNamingContext, {QStringLiteral("objectSid")}, m_request.stop);
        if (!root)
            return fail(std::move(root.error()));
        if (const auto sid = Sid::fromBytes(root->value(QStringLiteral("objectSid"))))
            m_domainSid = sid->toText();
        auto scope = ScopeMembership::of(**opened, scopeOf(m_answers), m_request.stop);
        if (!scope)
            return fail(std::move(scope.error()));
        std::optional<ScopeMembership> other;
        if (m_request.against) {
            auto second = ScopeMembership::of(**opened, scopeOf(*m_request.against), m_request.stop);
            if (!second)
                return fail(std::move(second.error()));
            other = std::move(*second);
        }
        if (auto read = readObjects(**opened, *scope, other); !read)
            return read;
        settleRivals();
        estimateDeletions();
        report.objects += m_objects;
        report.deletions.append(m_deletions);
        if (other) {
            m_difference.domain = m_domain;
            m_difference.deletions = deletionsOf(*m_request.against, m_difference.leaves.size());
            report.differences.append(m_difference);
        }
        return {};
    }

private:
    /// What an object wants for itself alone.
    struct Wish
    {
        qsizetype object = 0;
        QString what; ///< sentence for those who want the same
    };

    [[nodiscard]] ScopeAnswers scopeOf(const Answers &answers) const
    {
        const ConfigurationAnswers *configuration = answers.configuration(m_domain);
        return configuration ? configuration->scope.value_or(ScopeAnswers{}) : ScopeAnswers{};
    }

    [[nodiscard]] DeletionEstimate deletionsOf(const Answers &answers, qint64 count) const
    {
        DeletionEstimate estimate;
        estimate.domain = m_domain;
        estimate.count = count;
        estimate.threshold = defaultThreshold;
        const ConfigurationAnswers *configuration = answers.configuration(m_domain);
        if (configuration && configuration->accidentalDeletion) {
            estimate.thresholdEnabled = configuration->accidentalDeletion->enabled;
            estimate.threshold = configuration->accidentalDeletion->threshold;
        }
        return estimate;
    }

    Result<void> readObjects(Directory &directory, const ScopeMembership &scope,
                             const std::optional<ScopeMembership> &other)
    {
        DirectorySearch search;
        search.base = directory.rootDse().defaultNamingContext;
        search.filter = ScannedObject::filter();
        search.attributes = ScannedObject::attributes() + QStringList{QStringLiteral("objectSid")};
        return directory.search(
            search,
            [&](DirectoryEntry &&entry) {
                const auto object = ScannedObject::fromEntry(entry);
                if (!object)
                    return true;
                const QString dn = normalizeDn(object->dn);
                const bool eligible = !neverSynchronises(*object);
                const bool inScope = scope.admits(dn);
                if (other && eligible && inScope != other->admits(dn))
                    (inScope ? m_difference.leaves : m_difference.enters).append(object->dn);
                consider(*object, inScope);
                return true;
            },
            m_request.stop);
    }

    void consider(const ScannedObject &object, bool inScope)
    {
        SimulatedObject result;
        result.domain = m_domain;
        result.dn = object.dn;
        result.objectClass = objectKindName(object.kind);
        if (neverSynchronises(object)) {
            result.action = SyncAction::OutOfScope;
            result.reasons.append(object.critical ? ScanText::tr("Critical system objects are never synchronised.")
                                                  : ScanText::tr("The loser of a replication conflict is never synchronised."));
        } else if (!inScope) {
            result.action = SyncAction::OutOfScope;
            result.reasons.append(ScanText::tr("It lies outside of the scope."));
        } else {
            decide(object, result);
        }
        m_objects.append(result);
        if (m_objects.size() % progressEvery == 0 && m_request.progress) {
            ProgressEvent event;
            event.step = QStringLiteral("simulate.") + m_domain;
            event.message = ScanText::tr("%1: %2 objects").arg(m_domain, QLocale().toString(m_objects.size()));
            m_request.progress(event);
        }
    }

    void decide(const ScannedObject &object, SimulatedObject &result)
    {
        const QString anchor = TenantPopulation::anchorOf(object);
        if (!anchor.isEmpty()) {
            m_kept.insert(anchor);
            if (object.isPerson())
                wish(QStringLiteral("anchor ") + anchor, ScanText::tr("Another object in scope has the same source anchor."));
        }
        FuturePrincipalName name;
        if (object.isPerson()) {
            name = futurePrincipalName(object, m_verified, m_initialDomain);
            result.principalName = name.name;
            result.reasons += name.remarks;
        }
        for (const QString &trouble : {name.trouble, attributeTrouble(object)}) {
            if (!trouble.isEmpty()) {
                result.action = SyncAction::Conflict;
                result.reasons.append(trouble);
            }
        }
        const TenantObject *match = findMatch(object, name.name, result);
        if (result.action == SyncAction::Conflict)
            return; // it takes no name from anybody
        result.action = match ? SyncAction::Match : name.routable ? SyncAction::Create : SyncAction::Unroutable;
        if (match)
            result.tenantId = match->id;
        claimNames(object, match, result);
        result.reasons += addressRemarks(object);
    }

    const TenantObject *findMatch(const ScannedObject &object, const QString &principalName, SimulatedObject &result) const
    {
        if (const TenantObject *known = m_tenant.byAnchor(object)) {
            result.matchedBy = QStringLiteral("sourceAnchor");
            return known;
        }
        if (object.kind == ObjectKind::Contact && !object.mail.isEmpty()) {
            const TenantObject *one = m_tenant.byAddress(object.mail);
            if (one && one->collection == TenantCollection::Contacts && one->synchronised) {
                result.matchedBy = QStringLiteral("mail");
                return one;
            }
        }
        if (!object.isPerson())
            return nullptr;
        const auto joinable = [](const TenantObject *one) {
            return one && one->collection == TenantCollection::Users && !one->synchronised && one->anchor.isEmpty();
        };
        if (const TenantObject *one = m_tenant.byPrincipalName(principalName); joinable(one)) {
            result.matchedBy = QStringLiteral("userPrincipalName");
            return one;
        }
        for (const QString &address : object.proxyAddresses) {
            if (!address.startsWith(QStringLiteral("SMTP:")))
                continue;
            if (const TenantObject *one = m_tenant.byAddress(address.mid(5)); joinable(one)) {
                result.matchedBy = QStringLiteral("proxyAddresses");
                return one;
            }
        }
        return nullptr;
    }

    /// Sign-in name and mail address must be free, or the matched object's own.
    void claimNames(const ScannedObject &object, const TenantObject *match, SimulatedObject &result)
    {
        const auto isOther = [&](const TenantObject *owner) { return owner && (!match || owner->id != match->id); };
        if (object.isPerson()) {
            if (const TenantObject *owner = m_tenant.byPrincipalName(result.principalName); isOther(owner)) {
                result.action = SyncAction::Conflict;
                result.reasons.append(ScanText::tr("Another user of the tenant has the name %1.").arg(result.principalName));
            }
            wish(QStringLiteral("name ") + result.principalName.toCaseFolded(),
                 ScanText::tr("Another object in scope would have the name %1.").arg(result.principalName));
            if (match && result.matchedBy != QStringLiteral("sourceAnchor"))
                wish(QStringLiteral("match ") + match->id, ScanText::tr("Another object in scope matches the same user."));
        }
        if (!object.mail.isEmpty()) {
            const TenantObject *owner = m_tenant.byAddress(object.mail);
            if (isOther(owner) && owner->mail.compare(object.mail, Qt::CaseInsensitive) == 0) {
                result.action = SyncAction::Conflict;
                result.reasons.append(ScanText::tr("Another object of the tenant has the mail address %1.").arg(object.mail));
            }
            wish(QStringLiteral("mail ") + object.mail.toCaseFolded(),
                 ScanText::tr("Another object in scope has the mail address %1.").arg(object.mail));
        }
        for (const QString &address : object.proxyAddresses) {
            if (address.startsWith(QStringLiteral("smtp:"), Qt::CaseInsensitive) && isOther(m_tenant.byAddress(address.mid(5))))
                result.reasons.append(ScanText::tr("The address %1 would be left out: another object has it.").arg(address));
        }
    }

    /// For the object that is appended next.
    void wish(const QString &key, const QString &what) { m_wishes[key].append({m_objects.size(), what}); }

    /// Two objects of the directory that want the same: which of them the service takes first is not known.
    void settleRivals()
    {
        for (const QVector<Wish> &rivals : std::as_const(m_wishes)) {
            if (rivals.size() < 2)
                continue;
            for (const Wish &one : rivals) {
                SimulatedObject &object = m_objects[one.object];
                object.action = SyncAction::Conflict;
                object.reasons.append(one.what);
            }
        }
    }

    /// The SID of a group begins with that of its domain (MS-DTYP 2.4.2).
    [[nodiscard]] bool isOfThisDomain(const TenantObject &object) const
    {
        if (object.collection == TenantCollection::Groups)
            return !m_domainSid.isEmpty() && object.anchor.startsWith(m_domainSid + u'-');
        return object.domain.compare(m_domain, Qt::CaseInsensitive) == 0;
    }

    void estimateDeletions()
    {
        qint64 count = 0;
        for (const TenantObject &one : m_tenant.all()) {
            if (!one.synchronised || one.anchor.isEmpty() || !isOfThisDomain(one) || m_kept.contains(one.anchor))
                continue;
            ++count;
            SimulatedObject gone;
            gone.domain = m_domain;
            gone.dn = one.dn.isEmpty() ? one.displayName : one.dn;
            gone.objectClass = one.collection == TenantCollection::Groups ? QStringLiteral("group") : QStringLiteral("user");
            gone.action = SyncAction::Delete;
            gone.principalName = one.principalName;
            gone.tenantId = one.id;
            gone.reasons.append(ScanText::tr("Its source is not in scope."));
            m_objects.append(gone);
        }
        m_deletions = deletionsOf(m_answers, count);
        if (!m_deletions.held())
            return;
        for (SimulatedObject &object : m_objects) {
            if (object.action == SyncAction::Delete)
                object.reasons.append(ScanText::tr("Held back: the threshold of %1 is reached.").arg(m_deletions.threshold));
        }
    }

    const SimulationRequest &m_request;
    const Answers &m_answers;
    const TenantPopulation &m_tenant;
    QString m_domain;
    QSet<QString> m_verified;
    QString m_initialDomain;
    QString m_domainSid;
    QVector<SimulatedObject> m_objects;
    QHash<QString, QVector<Wish>> m_wishes;
    QSet<QString> m_kept; ///< anchors of what is in scope
    DeletionEstimate m_deletions;
    ScopeDifference m_difference;
};

} // namespace

QString syncActionName(SyncAction action)
{
    switch (action) {
    case SyncAction::Create:
        return QStringLiteral("create");
    case SyncAction::Match:
        return QStringLiteral("match");
    case SyncAction::OutOfScope:
        return QStringLiteral("outOfScope");
    case SyncAction::Conflict:
        return QStringLiteral("conflict");
    case SyncAction::Unroutable:
        return QStringLiteral("unroutable");
    case SyncAction::Delete:
        return QStringLiteral("delete");
    }
    return {};
}

Result<SimulationReport> simulateCycle(const SimulationRequest &request)
{
    const Answers answers = request.session->answers();
    if (answers.directories.isEmpty())
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"));
    auto organization = request.session->organization(request.stop);
    if (!organization)
        return fail(std::move(organization.error()));
    auto tenant = request.session->tenant(request.stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto population = TenantPopulation::read(**tenant, request.stop);
    if (!population)
        return fail(std::move(population.error()));
    SimulationReport report;
    report.rules = rulesUsed();
    for (const DirectoryAnswers &directory : answers.directories) {
        auto done = DomainSimulation(request, answers, *population, *organization, directory.domain).run(report);
        if (!done && done.error().code == ErrorCode::Cancelled)
            return fail(std::move(done.error()));
        if (!done)
            report.failures.insert(directory.domain, done.error());
    }
    for (const SyncAction action : {SyncAction::Create, SyncAction::Match, SyncAction::OutOfScope, SyncAction::Conflict,
                                    SyncAction::Unroutable, SyncAction::Delete})
        report.counts.insert(syncActionName(action), 0);
    for (const SimulatedObject &object : std::as_const(report.objects))
        ++report.counts[syncActionName(object.action)];
    return report;
}

} // namespace cloudsync
