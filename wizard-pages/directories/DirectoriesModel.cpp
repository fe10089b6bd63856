// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/directories/DirectoriesModel.h"

#include <QRegularExpression>

namespace cloudsync {

namespace {

DirectoriesModel::Tested testOne(SetupState &shared, const DirectoryAnswers &directory, const std::stop_token &stop)
{
    DirectoriesModel::Tested tested;
    tested.answers = directory;
    const auto session = shared.session();
    DirectoryConnector &connector = session->ports().directories;
    DirectoryTarget target = Session::target(directory);
    if (target.controllers.isEmpty()) {
        const auto found = connector.discoverControllers(target.domain, stop);
        if (found)
            target.controllers = *found;
    }
    if (!target.controllers.isEmpty())
        tested.controllers = connector.probe(target, stop);
    const auto opened = session->directory(directory.domain, stop);
    if (!opened) {
        tested.error = opened.error();
        return tested;
    }
    tested.identity = (*opened)->identity();
    tested.forest = dnToDomain((*opened)->rootDse().rootDomainNamingContext);
    return tested;
}

/// Findings that a later page decides about do not hold this one.
bool belongsToLaterPage(const Finding &finding)
{
    static const QStringList later{QStringLiteral(".scope"), QStringLiteral(".deletionThreshold"),
                                   QStringLiteral(".exchangeSchema")};
    for (const QString &ending : later) {
        if (finding.id.endsWith(ending))
            return true;
    }
    return false;
}

} // namespace

DirectoriesModel::DirectoriesModel(SetupState &state, QObject *parent) : PageModel(state, parent) {}

void DirectoriesModel::enter()
{
    if (!isComplete())
        return;
    for (const DirectoryAnswers &directory : directories()) {
        if (stateOf(directory.domain) == State::Untested)
            return test();
    }
}

bool DirectoriesModel::isComplete() const
{
    if (directories().isEmpty() || isTesting())
        return false;
    for (const DirectoryAnswers &directory : directories()) {
        if (!hasPassword(directory.domain))
            return false;
    }
    return true;
}

DirectoriesModel::State DirectoriesModel::stateOf(const QString &domain) const
{
    if (isTesting() && m_underTest.contains(domain.toLower()))
        return State::Testing;
    const auto tested = testedOf(domain);
    if (!tested)
        return State::Untested;
    return tested->error ? State::Failed : State::Ready;
}

std::optional<DirectoriesModel::Tested> DirectoriesModel::testedOf(const QString &domain) const
{
    const DirectoryAnswers *now = answers().directory(domain);
    const auto it = m_tested.constFind(domain.toLower());
    if (!now || it == m_tested.cend() || it->answers != *now)
        return std::nullopt;
    return *it;
}

bool DirectoriesModel::put(DirectoryAnswers directory, const Secret &password)
{
    static const QRegularExpression dnsName(QStringLiteral(
        "^(?=.{1,255}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$"));
    const DirectoryAnswers *existing = answers().directory(directory.domain);
    if (!dnsName.match(directory.domain).hasMatch()) {
        setProblem(
            ErrorText{tr("This is not the name of a domain"), tr("Write the DNS name, for example contoso.com."), {}});
        return false;
    }
    if (directory.credential.user.isEmpty()) {
        setProblem(ErrorText{tr("The administrator is missing"),
                             tr("Name an account that may administer the domain %1.").arg(directory.domain),
                             {}});
        return false;
    }
    if (password.isEmpty() && !hasPassword(directory.domain)) {
        setProblem(
            ErrorText{tr("The password is missing"),
                      tr("Type the password of %1. It is used now and never stored.").arg(directory.credential.user),
                      {}});
        return false;
    }
    clearProblem();
    if (existing) {
        directory.credential.password = existing->credential.password;
        directory.preferredControllers = existing->preferredControllers;
    }
    edit([&](Answers &answers) {
        for (DirectoryAnswers &known : answers.directories) {
            if (known.domain.compare(directory.domain, Qt::CaseInsensitive) == 0) {
                known = directory;
                return;
            }
        }
        answers.directories.append(directory);
    });
    if (!password.isEmpty())
        state().setDirectoryPassword(directory.domain, password);
    return true;
}

void DirectoriesModel::remove(const QString &domain)
{
    state().secrets().forget(domain);
    m_tested.remove(domain.toLower());
    edit([&](Answers &answers) {
        answers.directories.removeIf([&](const DirectoryAnswers &directory) {
            return directory.domain.compare(domain, Qt::CaseInsensitive) == 0;
        });
    });
}

void DirectoriesModel::setPreferredControllers(const QString &domain, const QStringList &hosts)
{
    edit([&](Answers &answers) {
        for (DirectoryAnswers &directory : answers.directories) {
            if (directory.domain.compare(domain, Qt::CaseInsensitive) != 0)
                continue;
            directory.preferredControllers = hosts;
            // The preference is handed to the agent; what was tested stays tested.
            if (const auto it = m_tested.find(domain.toLower()); it != m_tested.end())
                it->answers.preferredControllers = hosts;
        }
    });
}

void DirectoriesModel::test(const QString &domain)
{
    QVector<DirectoryAnswers> wanted;
    m_underTest.clear();
    for (const DirectoryAnswers &directory : directories()) {
        if (!domain.isEmpty() && directory.domain.compare(domain, Qt::CaseInsensitive) != 0)
            continue;
        wanted.append(directory);
        m_underTest.append(directory.domain.toLower());
    }
    if (wanted.isEmpty())
        return;
    clearProblem();
    setBusy(tr("Connecting to the domain controllers."));
    m_testing.start(
        [&shared = state(), wanted](const std::stop_token &stop) {
            Outcome outcome;
            bool reached = false;
            for (const DirectoryAnswers &directory : wanted) {
                outcome.tested.append(testOne(shared, directory, stop));
                reached = reached || !outcome.tested.constLast().error;
            }
            if (reached && !stop.stop_requested())
                outcome.findings = shared.backend().check({shared.session(), Section::Directory, stop, {}}).findings;
            return outcome;
        },
        [this](const Outcome &outcome) { take(outcome); });
    Q_EMIT changed();
}

void DirectoriesModel::take(const Outcome &outcome)
{
    for (const Tested &tested : outcome.tested) {
        m_tested.insert(tested.answers.domain.toLower(), tested);
        if (tested.error)
            setProblem(*tested.error);
    }
    if (!outcome.findings.isEmpty())
        m_findings = outcome.findings;
    setBusy({});
    Q_EMIT changed();
    if (!m_goOn)
        return;
    m_goOn = false;
    if (!allReady())
        return;
    if (const int blocking = blockingFindings(); blocking > 0) {
        setProblem(ErrorText{
            tr("The directory is not ready yet"),
            tr("Problems that must be mended before the set-up can work: %1. They are listed below.").arg(blocking),
            tr("Mend them, then test again.")});
        return;
    }
    Q_EMIT ready();
}

bool DirectoriesModel::allReady() const
{
    for (const DirectoryAnswers &directory : directories()) {
        if (stateOf(directory.domain) != State::Ready)
            return false;
    }
    return !directories().isEmpty();
}

int DirectoriesModel::blockingFindings() const
{
    int blocking = 0;
    for (const Finding &finding : m_findings) {
        if (finding.severity == Severity::Error && !belongsToLaterPage(finding))
            ++blocking;
    }
    return blocking;
}

bool DirectoriesModel::confirm()
{
    if (!isComplete())
        return false;
    if (allReady() && blockingFindings() == 0)
        return true;
    m_goOn = true;
    test();
    return false;
}

} // namespace cloudsync
