// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/service-account/ServiceAccountModel.h"

#include "backend/setup/answers/AnswerFile.h"

#include <algorithm>

namespace cloudsync {

namespace {

/// The part of the answers that the check of this page rests on.
Answers relevant(const Answers &answers)
{
    Answers part;
    part.serviceAccount = answers.serviceAccount;
    part.directories = answers.directories;
    return part;
}

bool concernsAccount(const Finding &finding)
{
    static const QStringList endings{QStringLiteral(".connection"),
                                     QStringLiteral(".kdsRootKey"),
                                     QStringLiteral(".serviceAccountName"),
                                     QStringLiteral(".serviceAccountContainer"),
                                     QStringLiteral(".hosts"),
                                     QStringLiteral(".administratorRights")};
    for (const QString &ending : endings) {
        if (finding.id.endsWith(ending))
            return true;
    }
    return false;
}

} // namespace

ServiceAccountModel::ServiceAccountModel(SetupState &state, QObject *parent) : PageModel(state, parent) {}

void ServiceAccountModel::enter()
{
    if (!answers().serviceAccount) {
        ServiceAccountAnswers proposed;
        proposed.name = QStringLiteral("provAgentgMSA"); // the name the vendor's own set-up gives (agent.md section 6)
        proposed.permissions = {PermissionSet::BasicRead, PermissionSet::PasswordHashSync};
        proposed.restrict = true;
        if (!answers().directories.isEmpty())
            proposed.domain = answers().directories.constFirst().domain;
        edit([&](Answers &answers) { answers.serviceAccount = proposed; });
    }
    m_readingHost.start([&machine = state().ports().machine](const std::stop_token &) { return machine.facts(); },
                        [this](const Result<HostFacts> &facts) {
                            if (!facts)
                                return;
                            m_thisHost = facts->name;
                            m_hostDomain = facts->domain;
                            const bool add = state().includesServer() && !m_thisHost.isEmpty();
                            if (add && (account().hosts.isEmpty() || state().path() == SetupPath::FurtherServer)) {
                                QStringList hosts = account().hosts;
                                if (!hosts.contains(m_thisHost, Qt::CaseInsensitive))
                                    setHosts(hosts << m_thisHost);
                            }
                            if (directory().domain.isEmpty() && !m_hostDomain.isEmpty()) {
                                DirectoryAnswers proposed;
                                proposed.domain = m_hostDomain;
                                setDirectory(proposed);
                            }
                            Q_EMIT changed();
                        });
}

int ServiceAccountModel::directoryIndex() const
{
    for (int i = 0; i < answers().directories.size(); ++i) {
        if (answers().directories.at(i).domain.compare(account().domain, Qt::CaseInsensitive) == 0)
            return i;
    }
    return answers().directories.isEmpty() ? -1 : 0;
}

DirectoryAnswers ServiceAccountModel::directory() const
{
    const int index = directoryIndex();
    return index < 0 ? DirectoryAnswers{} : answers().directories.at(index);
}

void ServiceAccountModel::editAccount(const std::function<void(ServiceAccountAnswers &)> &change)
{
    clearProblem();
    edit([&](Answers &answers) {
        if (!answers.serviceAccount)
            answers.serviceAccount = ServiceAccountAnswers{};
        change(*answers.serviceAccount);
    });
}

void ServiceAccountModel::setMode(ServiceAccountMode mode)
{
    editAccount([&](ServiceAccountAnswers &account) { account.mode = mode; });
}

void ServiceAccountModel::setName(const QString &name)
{
    QString plain = name.trimmed();
    if (plain.endsWith(QLatin1Char('$')))
        plain.chop(1);
    editAccount([&](ServiceAccountAnswers &account) { account.name = plain; });
}

void ServiceAccountModel::setHosts(const QStringList &hosts)
{
    editAccount([&](ServiceAccountAnswers &account) { account.hosts = hosts; });
}

void ServiceAccountModel::setRestrict(bool restrict)
{
    editAccount([&](ServiceAccountAnswers &account) { account.restrict = restrict; });
}

bool ServiceAccountModel::hasPermission(PermissionSet set) const
{
    const auto sets = account().permissions;
    return sets.contains(set) || sets.contains(PermissionSet::All);
}

void ServiceAccountModel::setPermission(PermissionSet set, bool wanted)
{
    editAccount([&](ServiceAccountAnswers &account) {
        if (account.permissions.contains(PermissionSet::All)) {
            // "All" is written out, so that one of them can be taken away.
            account.permissions = {PermissionSet::BasicRead,
                                   PermissionSet::PasswordHashSync,
                                   PermissionSet::PasswordWriteBack,
                                   PermissionSet::HybridExchangePermissions,
                                   PermissionSet::ExchangeMailPublicFolderPermissions,
                                   PermissionSet::UserGroupCreateDelete};
        }
        account.permissions.removeAll(set);
        if (wanted)
            account.permissions.append(set);
        std::sort(account.permissions.begin(), account.permissions.end());
    });
    m_lines.clear();
    Q_EMIT changed();
}

void ServiceAccountModel::setDirectory(const DirectoryAnswers &directory)
{
    clearProblem();
    const int index = directoryIndex();
    edit([&](Answers &answers) {
        if (!answers.serviceAccount)
            answers.serviceAccount = ServiceAccountAnswers{};
        answers.serviceAccount->domain = directory.domain;
        if (index < 0) {
            answers.directories.append(directory);
            return;
        }
        DirectoryAnswers &known = answers.directories[index];
        DirectoryAnswers merged = directory;
        merged.preferredControllers = known.preferredControllers;
        merged.credential.password = known.credential.password;
        // Only the first configuration follows: it was proposed for this domain.
        for (ConfigurationAnswers &configuration : answers.configurations) {
            if (configuration.domain == known.domain)
                configuration.domain = directory.domain;
        }
        known = merged;
    });
}

void ServiceAccountModel::setPassword(const Secret &password)
{
    clearProblem();
    if (!directory().domain.isEmpty())
        state().setDirectoryPassword(directory().domain, password);
}

QString ServiceAccountModel::nameProblem() const
{
    return serviceAccountNameProblem(account().name);
}

bool ServiceAccountModel::isComplete() const
{
    if (m_checking.isRunning() || !nameProblem().isEmpty() || directory().domain.isEmpty() ||
        directory().credential.user.isEmpty() || !hasPassword())
        return false;
    return account().mode == ServiceAccountMode::Existing || !account().hosts.isEmpty();
}

void ServiceAccountModel::listAccounts()
{
    clearProblem();
    setBusy(tr("Looking for group managed service accounts."));
    m_listing.start(
        [&shared = state(),
         domain = directory().domain](const std::stop_token &stop) -> Result<QVector<ServiceAccountFacts>> {
            const auto opened = shared.session()->directory(domain, stop);
            if (!opened)
                return fail(opened.error());
            return listServiceAccounts(**opened, stop);
        },
        [this](const Result<QVector<ServiceAccountFacts>> &found) {
            setBusy({});
            if (found)
                m_accounts = *found;
            else
                setProblem(found.error());
            Q_EMIT changed();
        });
}

void ServiceAccountModel::readPermissionLines()
{
    clearProblem();
    setBusy(tr("Reading the permissions of the domain."));
    m_readingLines.start(
        [&shared = state(), domain = directory().domain](const std::stop_token &stop) {
            return cloudsync::permissionLines(shared.session(), domain, stop);
        },
        [this](const Result<QVector<PermissionLine>> &lines) {
            setBusy({});
            if (lines)
                m_lines = *lines;
            else
                setProblem(lines.error());
            Q_EMIT changed();
        });
}

bool ServiceAccountModel::confirm()
{
    if (!isComplete())
        return false;
    if (m_checkedFor == relevant(answers()))
        return true;
    clearProblem();
    setBusy(tr("Trying the credential and looking for the account."));
    m_checking.start(
        [&shared = state()](const std::stop_token &stop) {
            return shared.backend().check({shared.session(), Section::Directory, stop, {}});
        },
        [this, askedFor = relevant(answers())](const CheckReport &report) {
            setBusy({});
            takeFindings(report);
            if (askedFor != relevant(answers()))
                return; // edited meanwhile: the person presses Next again
            if (!problem().title.isEmpty())
                return;
            m_checkedFor = askedFor;
            Q_EMIT ready();
        });
    Q_EMIT changed();
    return false;
}

void ServiceAccountModel::takeFindings(const CheckReport &report)
{
    m_findings.clear();
    int errors = 0;
    const QString prefix = QStringLiteral("directory.%1.").arg(directory().domain);
    for (const Finding &finding : report.findings) {
        if (!finding.id.startsWith(prefix, Qt::CaseInsensitive) || !concernsAccount(finding))
            continue;
        m_findings.append(finding);
        errors += finding.severity == Severity::Error ? 1 : 0;
    }
    if (errors == 0) {
        Q_EMIT changed();
        return;
    }
    // A connection that failed says why in its own words; otherwise the list below explains each problem.
    for (const Error &failure : report.failures) {
        if (failure.code != ErrorCode::ScopeObjectMissing)
            return setProblem(failure);
    }
    setProblem(ErrorText{tr("The account cannot be set up yet"), tr("Problems that stand in the way: %1.").arg(errors),
                         tr("They are listed below, each with what to do.")});
}

} // namespace cloudsync
