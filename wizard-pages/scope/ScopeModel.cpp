// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/scope/ScopeModel.h"

#include <QLocale>

#include <utility>

namespace cloudsync {

namespace {

constexpr int mostGroups = 50; ///< shown for one search; a longer list helps nobody

} // namespace

ScopeModel::ScopeModel(SetupState &state, QObject *parent)
    : DomainPageModel(state, parent), m_tree([this](const QString &dn) { fetch(dn); })
{
    connect(&m_tree, &ScopeTreeModel::toggled, this,
            [this](const QString &dn, bool chosen) { chosen ? void(add(dn)) : remove(dn); });
    connect(&state, &SetupState::answersChanged, this, [this] { m_tree.setChosen(scope().distinguishedNames); });
}

void ScopeModel::enter()
{
    DomainPageModel::enter();
    if (!configuration().scope)
        editConfiguration([](ConfigurationAnswers &configuration) { configuration.scope = ScopeAnswers{}; });
    domainChosen();
}

void ScopeModel::domainChosen()
{
    if (m_treeDomain != domain()) {
        m_treeDomain = domain();
        ++m_generation;
        for (auto &[dn, request] : m_fetching)
            request->cancel();
        m_tree.reset();
        m_groups.clear();
        m_kept.clear();
        fetch({});
    }
    m_tree.setChosen(scope().distinguishedNames);
    count();
}

void ScopeModel::fetch(const QString &dn)
{
    if (!answers().directory(domain()))
        return;
    auto &request = m_fetching[dn];
    if (!request)
        request = std::make_unique<Request>(this);
    request->start(
        [this, &shared = state(), name = domain(), dn, generation = m_generation](const std::stop_token &stop) -> Result<void> {
            const auto opened = shared.session()->directory(name, stop);
            if (!opened)
                return fail(opened.error());
            return forEachChildContainer(
                **opened, dn,
                [&](QVector<DirectoryNode> &&rows) {
                    // Over to this object's thread: the first rows are shown while the rest is on its way.
                    QMetaObject::invokeMethod(
                        this,
                        [this, dn, generation, rows = std::move(rows)] {
                            if (generation == m_generation)
                                m_tree.addChildren(dn, rows);
                        },
                        Qt::QueuedConnection);
                    return !stop.stop_requested();
                },
                stop);
        },
        [this, dn](const Result<void> &read) {
            if (read) {
                m_tree.setComplete(dn);
            } else {
                m_tree.setFailed(dn);
                setProblem(read.error());
            }
            Q_EMIT changed();
        });
}

void ScopeModel::editScope(const std::function<void(ScopeAnswers &)> &change)
{
    clearProblem();
    editConfiguration([&](ConfigurationAnswers &configuration) {
        if (!configuration.scope)
            configuration.scope = ScopeAnswers{};
        change(*configuration.scope);
    });
    count();
}

void ScopeModel::setKind(ScopeKind kind)
{
    const ScopeAnswers now = scope();
    if (now.kind == kind)
        return;
    m_kept.insert(now.kind, now.distinguishedNames);
    editScope([&](ScopeAnswers &scope) {
        scope.kind = kind;
        scope.distinguishedNames = kind == ScopeKind::All ? QStringList() : m_kept.value(kind);
    });
}

bool ScopeModel::add(const QString &dn)
{
    const QString entry = dn.trimmed();
    if (const QString problem = distinguishedNameProblem(entry); !problem.isEmpty()) {
        setProblem(
            ErrorText{tr("This is not a distinguished name"), problem, tr("An example: OU=Sales,DC=contoso,DC=com")});
        return false;
    }
    if (!isSameOrBelow(entry, domainToDn(domain()))) {
        setProblem(ErrorText{
            tr("This entry belongs to another domain"), tr("%1 does not lie in %2.").arg(entry, domain()), {}});
        return false;
    }
    const bool units = scope().kind != ScopeKind::Groups;
    editScope([&](ScopeAnswers &scope) {
        if (scope.kind == ScopeKind::All)
            scope.kind = ScopeKind::OrganizationalUnits;
        for (const QString &known : scope.distinguishedNames) {
            if (units ? isSameOrBelow(entry, known) : normalizeDn(entry) == normalizeDn(known))
                return; // in scope already
        }
        if (units)
            scope.distinguishedNames.removeIf([&](const QString &known) { return isSameOrBelow(known, entry); });
        scope.distinguishedNames.append(entry);
    });
    return true;
}

void ScopeModel::remove(const QString &dn)
{
    const ScopeAnswers now = scope();
    const QString gone = normalizeDn(dn);
    for (const QString &known : now.distinguishedNames) {
        if (normalizeDn(known) != gone && now.kind == ScopeKind::OrganizationalUnits && isSameOrBelow(dn, known)) {
            setProblem(ErrorText{tr("This unit is in scope through a unit above it"),
                                 tr("%1 includes everything below it.").arg(known),
                                 tr("Take that one out and choose the parts you want.")});
            return;
        }
    }
    editScope([&](ScopeAnswers &scope) {
        scope.distinguishedNames.removeIf([&](const QString &known) { return normalizeDn(known) == gone; });
    });
}

void ScopeModel::searchGroups(const QString &text)
{
    if (text.trimmed().size() < 2)
        return;
    setBusy(tr("Looking for groups."));
    m_searching.start(
        [&shared = state(), name = domain(),
         text = text.trimmed()](const std::stop_token &stop) -> Result<QVector<DirectoryNode>> {
            const auto opened = shared.session()->directory(name, stop);
            if (!opened)
                return fail(opened.error());
            return findGroups(**opened, text, mostGroups, stop);
        },
        [this](const Result<QVector<DirectoryNode>> &groups) {
            setBusy({});
            if (groups)
                m_groups = *groups;
            else
                setProblem(groups.error());
            Q_EMIT changed();
        });
}

void ScopeModel::count()
{
    const ScopeAnswers now = scope();
    if (m_counts && m_countedFor == now)
        return;
    m_counts.reset();
    if (!answers().directory(domain()) || (now.kind != ScopeKind::All && now.distinguishedNames.isEmpty())) {
        m_counting.cancel();
        setBusy({});
        return;
    }
    setBusy(tr("Counting what is in scope."));
    m_countedFor = now;
    m_counting.start(
        [&shared = state(), name = domain(), now](const std::stop_token &stop) -> Result<ScopeCounts> {
            const auto opened = shared.session()->directory(name, stop);
            if (!opened)
                return fail(opened.error());
            return countScope(**opened, now, stop);
        },
        [this](const Result<ScopeCounts> &counts) { counted(counts); });
}

void ScopeModel::counted(const Result<ScopeCounts> &counts)
{
    setBusy({});
    const bool goOn = std::exchange(m_goOn, false);
    if (!counts) {
        setProblem(counts.error());
        return;
    }
    m_counts = *counts;
    Q_EMIT changed();
    if (goOn)
        Q_EMIT ready();
}

bool ScopeModel::isComplete() const
{
    const ScopeAnswers now = scope();
    if (now.kind == ScopeKind::All)
        return true;
    return !now.distinguishedNames.isEmpty() && now.distinguishedNames.size() <= mostEntries &&
           now.distinguishedNames.join(QString()).size() <= largestText;
}

QString ScopeModel::samples() const
{
    if (!m_counts || m_counts->samples.isEmpty())
        return {};
    //: %1 is a list of names of people, groups and contacts
    return tr("for example %1").arg(m_counts->samples.join(QStringLiteral(", ")));
}

QStringList ScopeModel::notes() const
{
    QStringList notes;
    if (!m_counts)
        return notes;
    const ScopeAnswers now = scope();
    const QLocale locale;
    notes.append(tr("System objects of the directory and losers of replication conflicts are never synchronised; they are not counted."));
    if (m_counts->withAnchor > 0)
        notes.append(tr("%1 of these objects have an anchor as Connect Sync writes it. Take them out of its scope first: never let both own an object.")
                         .arg(locale.toString(m_counts->withAnchor)));
    if (m_counts->nestedGroups > 0)
        notes.append(tr("%1 members are groups themselves. Their own members do not come along.").arg(locale.toString(m_counts->nestedGroups)));
    if (m_counts->largestGroup > largestGroup)
        notes.append(tr("A group has %1 direct members; changes in groups of more than %2 are not noticed. Choose organizational units instead.")
                         .arg(locale.toString(m_counts->largestGroup), locale.toString(largestGroup)));
    if (now.kind != ScopeKind::All)
        notes.append(tr("Renaming or moving one of these entries later is not noticed by the job; it then needs a restart."));
    return notes;
}

bool ScopeModel::confirm()
{
    if (!isComplete())
        return false;
    // Without a connection to the domain (tenant only) nothing can be counted; the plan looks again.
    if (m_counts || !answers().directory(domain()))
        return true;
    m_goOn = true;
    if (!m_counting.isRunning())
        count();
    return false;
}

} // namespace cloudsync
