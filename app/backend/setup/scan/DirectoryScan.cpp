// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DirectoryScan.h"

#include "backend/setup/scan/CloudAnchors.h"
#include "backend/setup/scan/DuplicateFindings.h"
#include "backend/setup/scan/Exclusions.h"
#include "backend/setup/scan/GroupSize.h"
#include "backend/setup/scan/ScanRule.h"
#include "backend/setup/scan/ScanText.h"
#include "backend/setup/scan/ScopeSearches.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>

namespace cloudsync {

namespace {

constexpr qint64 progressEvery = 2000; // objects

void add(ScopeCounts &counts, ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::User:
        ++counts.users;
        return;
    case ObjectKind::InetOrgPerson:
        ++counts.inetOrgPersons;
        return;
    case ObjectKind::Group:
        ++counts.groups;
        return;
    case ObjectKind::Contact:
        ++counts.contacts;
        return;
    }
}

void add(ScopeCounts &sum, const ScopeCounts &more)
{
    sum.users += more.users;
    sum.inetOrgPersons += more.inetOrgPersons;
    sum.groups += more.groups;
    sum.contacts += more.contacts;
}

ScanFinding conflictFinding(const QString &domain, const ScannedObject &object)
{
    ScanFinding finding;
    finding.rule = QStringLiteral("distinguishedName.conflict");
    finding.severity = Severity::Info;
    finding.domain = domain;
    finding.dn = object.dn;
    finding.attribute = QStringLiteral("distinguishedName");
    finding.value = object.dn;
    finding.message = ScanText::tr("Two controllers made an object of this name; this one lost. It is never synchronised.");
    finding.proposal = ScanText::tr("Move what it holds to the other object and delete it.");
    return finding;
}

class Scan
{
public:
    explicit Scan(const ScanRequest &request)
        : m_request(request), m_answers(request.session->answers()), m_duplicates(request.workFolder),
          m_sink([this](const ScanFinding &finding) { take(finding); })
    {
    }

    Result<ScanReport> run()
    {
        QElapsedTimer clock;
        clock.start();
        if (m_answers.directories.isEmpty())
            return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"));
        if (auto opened = m_duplicates.open(); !opened)
            return fail(std::move(opened.error()));
        askTenant();
        m_rules = scanRules(m_suffixes);
        for (const DirectoryAnswers &directory : std::as_const(m_answers.directories)) {
            DomainScan scan;
            scan.domain = directory.domain;
            if (auto done = scanDomain(scan); !done) {
                // A file of this machine, or a person who gave up, concerns every domain.
                if (done.error().code == ErrorCode::Cancelled || done.error().code == ErrorCode::FileUnwritable)
                    return fail(std::move(done.error()));
                scan.error = std::move(done.error());
            }
            m_report.domains.append(scan);
        }
        auto compared = m_duplicates.forEachShared([this](const SharedValue &shared) { take(duplicateFinding(shared)); });
        if (!compared)
            return fail(std::move(compared.error()));
        m_report.seconds = double(clock.elapsed()) / 1000.0;
        return m_report;
    }

private:
    void take(const ScanFinding &finding)
    {
        ++m_report.rules[finding.rule];
        Severity &worst = m_report.severities[finding.rule];
        worst = std::max(worst, finding.severity);
        switch (finding.severity) {
        case Severity::Error:
            ++m_report.errors;
            break;
        case Severity::Warning:
            ++m_report.warnings;
            break;
        case Severity::Info:
        case Severity::Ok:
            ++m_report.notes;
            break;
        }
        m_request.onFinding(finding);
    }

    /// The tenant is optional: what it could have told is said to be unchecked.
    void askTenant()
    {
        const QString suffixes = ScanText::tr("User principal names were not compared with the verified domains of the tenant: %1");
        if (!m_request.askTenant || !m_answers.signIn) {
            m_report.notChecked.append(suffixes.arg(ScanText::tr("the tenant was not asked.")));
            return;
        }
        auto organization = m_request.session->organization(m_request.stop);
        if (!organization) {
            m_report.notChecked.append(suffixes.arg(organization.error().toLogText()));
            return;
        }
        QStringList verified;
        for (const TenantDomain &domain : organization->verifiedDomains) {
            if (domain.isVerified)
                verified.append(domain.name);
        }
        m_suffixes = RoutableSuffixes(verified);
        auto read = readCloud();
        if (!read)
            m_report.notChecked.append(
                ScanText::tr("Objects were not compared with the synchronised users of the tenant: %1")
                    .arg(read.error().toLogText()));
    }

    Result<void> readCloud()
    {
        auto tenant = m_request.session->tenant(m_request.stop);
        if (!tenant)
            return fail(std::move(tenant.error()));
        auto configurations = (*tenant)->configurations(m_request.stop);
        if (!configurations)
            return fail(std::move(configurations.error()));
        for (const SyncConfiguration &configuration : *configurations)
            m_configured.insert(configuration.displayName.toLower());
        const bool allConfigured =
            std::all_of(m_answers.directories.begin(), m_answers.directories.end(),
                        [&](const DirectoryAnswers &one) { return m_configured.contains(one.domain.toLower()); });
        return allConfigured ? Result<void>{} : m_cloud.read(**tenant, m_request.stop);
    }

    Result<void> scanDomain(DomainScan &scan)
    {
        auto opened = m_request.session->directory(scan.domain, m_request.stop);
        if (!opened)
            return fail(std::move(opened.error()));
        Directory &directory = **opened;
        const ConfigurationAnswers *configuration = m_answers.configuration(scan.domain);
        const ScopeAnswers scope = configuration ? configuration->scope.value_or(ScopeAnswers{}) : ScopeAnswers{};
        auto searches = scopeSearches(directory, scope, ScannedObject::filter(), ScannedObject::attributes(), m_request.stop);
        if (!searches)
            return fail(std::move(searches.error()));
        QStringList largeGroups;
        for (const DirectorySearch &search : std::as_const(*searches)) {
            Result<void> stored;
            auto done = directory.search(
                search,
                [&](DirectoryEntry &&entry) {
                    stored = examine(entry, scan, largeGroups);
                    return stored.has_value();
                },
                m_request.stop);
            if (!done || !stored)
                return fail(std::move((done ? stored : done).error()));
        }
        if (scope.kind == ScopeKind::All)
            scan.objects = m_seen;
        else if (auto counted = countDomain(directory, scan.objects); !counted)
            return counted;
        m_seen = {};
        if (scan.inScope.total() > mostDomainObjects)
            take(tooManyObjects(scan.domain, directory.rootDse().defaultNamingContext, scan.inScope.total()));
        return examineGroups(directory, scan.domain, largeGroups);
    }

    Result<void> examine(const DirectoryEntry &entry, DomainScan &scan, QStringList &largeGroups)
    {
        const auto object = ScannedObject::fromEntry(entry);
        if (!object)
            return {};
        add(m_seen, object->kind);
        if (neverSynchronises(*object)) {
            if (object->isConflict())
                take(conflictFinding(scan.domain, *object));
            return {};
        }
        add(scan.inScope, object->kind);
        if (scan.inScope.total() % progressEvery == 0)
            tellProgress(scan);
        if (isServiceObject(*object)) {
            ++scan.left;
            return {};
        }
        const ObjectFindings findings(*object, scan.domain, m_sink);
        for (const auto &rule : m_rules)
            rule->examine(*object, findings);
        if (!m_configured.contains(scan.domain.toLower()) && m_cloud.holds(*object))
            take(CloudAnchors::finding(scan.domain, *object));
        if (object->manyMembers)
            largeGroups.append(object->dn);
        return m_duplicates.add(scan.domain, object->dn, uniqueValues(*object));
    }

    void tellProgress(const DomainScan &scan) const
    {
        if (!m_request.progress)
            return;
        ProgressEvent event;
        event.kind = ProgressEvent::Kind::StepProgress;
        event.step = QStringLiteral("scan.") + scan.domain;
        event.message = ScanText::tr("%1: %2 objects").arg(scan.domain, QLocale().toString(scan.inScope.total()));
        m_request.progress(event);
    }

    Result<void> countDomain(Directory &directory, ScopeCounts &counts) const
    {
        DirectorySearch search;
        search.base = directory.rootDse().defaultNamingContext;
        search.filter = ScannedObject::filter();
        search.attributes = QStringList{QStringLiteral("objectClass")};
        return directory.search(
            search,
            [&](DirectoryEntry &&entry) {
                if (const auto object = ScannedObject::fromEntry(entry))
                    add(counts, object->kind);
                return true;
            },
            m_request.stop);
    }

    Result<void> examineGroups(Directory &directory, const QString &domain, const QStringList &groups)
    {
        for (const QString &dn : groups) {
            auto more = hasMoreMembers(directory, dn, mostGroupMembers, m_request.stop);
            if (!more)
                return fail(std::move(more.error()));
            if (*more)
                take(tooManyMembers(domain, dn));
        }
        return {};
    }

    const ScanRequest &m_request;
    Answers m_answers;
    ScanReport m_report;
    RoutableSuffixes m_suffixes;
    std::vector<std::unique_ptr<ScanRule>> m_rules;
    DuplicateStore m_duplicates;
    CloudAnchors m_cloud;
    QSet<QString> m_configured; ///< domains that have a configuration in the tenant, lower case
    ScopeCounts m_seen;         ///< of the domain that is being read
    FindingSink m_sink;
};

} // namespace

ScopeCounts ScanReport::objects() const
{
    ScopeCounts sum;
    for (const DomainScan &domain : domains)
        add(sum, domain.objects);
    return sum;
}

ScopeCounts ScanReport::inScope() const
{
    ScopeCounts sum;
    for (const DomainScan &domain : domains)
        add(sum, domain.inScope);
    return sum;
}

std::optional<Error> ScanReport::failure() const
{
    for (const DomainScan &domain : domains) {
        if (domain.error)
            return domain.error;
    }
    return std::nullopt;
}

Result<ScanReport> scanDirectories(const ScanRequest &request)
{
    return Scan(request).run();
}

} // namespace cloudsync
