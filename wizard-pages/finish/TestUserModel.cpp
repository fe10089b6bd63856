// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/TestUserModel.h"

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/directory/TestUserTask.h"

#include <QRandomGenerator>

namespace cloudsync {

namespace {

constexpr int mostUsers = 20;

Result<QVector<TestUserModel::User>> findUsers(Session &session, const QString &text, const std::stop_token &stop)
{
    QVector<TestUserModel::User> users;
    const Answers answers = session.answers();
    for (const ConfigurationAnswers &configuration : answers.configurations) {
        if (!answers.directory(configuration.domain))
            continue;
        auto directory = session.directory(configuration.domain, stop);
        if (!directory)
            return fail(std::move(directory.error()));
        DirectorySearch search;
        search.base = (*directory)->rootDse().defaultNamingContext;
        search.filter = QStringLiteral("(&(objectCategory=person)(objectClass=user)(|(cn=*%1*)(sAMAccountName=%1*)"
                                       "(userPrincipalName=%1*)))")
                            .arg(escapeFilter(text));
        search.attributes = {QStringLiteral("cn"), QStringLiteral("userPrincipalName")};
        search.sizeLimit = mostUsers - static_cast<int>(users.size());
        auto found = (*directory)->list(search, stop);
        if (!found)
            return fail(std::move(found.error()));
        for (const DirectoryEntry &entry : std::as_const(*found))
            users.append({entry.dn, entry.text(QStringLiteral("cn")), entry.text(QStringLiteral("userPrincipalName"))});
        if (users.size() >= mostUsers)
            break;
    }
    return users;
}

} // namespace

void TestUserModel::enter()
{
    m_found.clear();
    m_searched = false;
    m_report.reset();
    m_licences.clear();
    m_licensed = false;
    m_created.clear();
    m_newPassword = {};
    m_proposedName = QStringLiteral("cloud-sync-%1").arg(QRandomGenerator::system()->bounded(1000, 10000));
    clearProblem();
    Q_EMIT changed();
}

bool TestUserModel::isPossible() const
{
    if (!state().tenant())
        return false;
    for (const ConfigurationAnswers &configuration : answers().configurations) {
        if (answers().directory(configuration.domain))
            return true;
    }
    return false;
}

void TestUserModel::begin(const QString &what)
{
    clearProblem();
    setBusy(what);
    Q_EMIT changed();
}

void TestUserModel::find(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    begin(tr("Looking for users."));
    m_request.start([&shared = state(), name = text.trimmed()](
                        const std::stop_token &stop) { return findUsers(*shared.session(), name, stop); },
                    [this](const Result<QVector<User>> &users) {
                        setBusy({});
                        m_searched = true;
                        m_found = users.value_or(QVector<User>());
                        if (!users)
                            setProblem(users.error());
                        Q_EMIT changed();
                    });
}

TestUserModel::Proposal TestUserModel::proposal() const
{
    for (const ConfigurationAnswers &configuration : answers().configurations) {
        const DirectoryAnswers *directory = answers().directory(configuration.domain);
        if (!directory)
            continue;
        Proposal proposal{directory->domain, m_proposedName, QStringLiteral("CN=Users,") + domainToDn(directory->domain), {}};
        const ScopeAnswers scope = configuration.scope.value_or(ScopeAnswers{});
        if (scope.kind == ScopeKind::OrganizationalUnits && !scope.distinguishedNames.isEmpty())
            proposal.container = scope.distinguishedNames.first();
        else if (scope.kind == ScopeKind::Groups)
            proposal.note = tr("The scope is made of groups: add the user to one of them before you provision it.");
        return proposal;
    }
    return {};
}

void TestUserModel::createUser(const QString &name, const QString &container)
{
    if (const QString wrong = testUserNameProblem(name); !wrong.isEmpty()) {
        setProblem(ErrorText{tr("The name cannot be used"), wrong, tr("Write another name.")});
        Q_EMIT changed();
        return;
    }
    // A run of its own: only the directory, and in it only this user.
    Answers only;
    only.licenseAccepted = answers().licenseAccepted;
    only.directories = answers().directories;
    Secret password = randomPassword();
    only.testUser = TestUserAnswers{proposal().domain, name, container, {},
                                    {SecretReference::Kind::Entered, state().secrets().put(QStringLiteral("testUser"), password)}};
    begin(tr("Making the user in Active Directory."));
    m_request.start(
        [&shared = state(), only](const std::stop_token &stop) -> Result<RunReport> {
            if (const QVector<Error> problems = validateAnswers(only); !problems.isEmpty())
                return fail(problems.first());
            return shared.backend().apply({shared.backend().session(only), Section::Directory, stop, {}});
        },
        [this, user = *only.testUser, password](const Result<RunReport> &run) {
            setBusy({});
            state().secrets().forget(QStringLiteral("testUser"));
            if (run && run->outcome == RunOutcome::Done) {
                m_created = QStringLiteral("CN=%1,%2").arg(escapeRdn(user.name), user.container);
                m_newPassword = password;
                m_searched = true;
                m_found = {{m_created, user.name, user.name + QLatin1Char('@') + user.domain}};
            } else {
                setProblem(run ? run->error.value_or(Error{ErrorCode::Internal, {}, {}, {}}) : run.error());
            }
            Q_EMIT changed();
        });
}

void TestUserModel::provision(const QString &distinguishedName)
{
    if (distinguishedName.isEmpty())
        return;
    m_report.reset();
    m_licences.clear();
    m_licensed = false;
    begin(tr("The service provisions this user now. That takes up to two minutes."));
    struct Outcome
    {
        OnDemandReport report;
        QVector<FreeLicence> licences;
    };
    m_request.start(
        [&shared = state(), distinguishedName](const std::stop_token &stop) -> Result<Outcome> {
            auto report = provisionObject(shared.session(), distinguishedName, {}, stop);
            if (!report)
                return fail(std::move(report.error()));
            // Licences are an offer on top; without them the rest is worth showing.
            auto licences = freeLicences(shared.session(), stop);
            return Outcome{std::move(*report), licences.value_or(QVector<FreeLicence>())};
        },
        [this](const Result<Outcome> &outcome) {
            setBusy({});
            if (outcome) {
                m_report = outcome->report;
                m_licences = outcome->licences;
            } else {
                setProblem(outcome.error());
            }
            Q_EMIT changed();
        });
}

QString TestUserModel::outcome() const
{
    if (!m_report)
        return {};
    if (m_report->failed())
        return tr("The service refused the user: %1").arg(m_report->errorMessage);
    if (m_report->userPrincipalName.isEmpty())
        return m_report->errorMessage.isEmpty() ? tr("The service did nothing with this user.")
                                                : m_report->errorMessage;
    return tr("The user exists in the tenant and signs in as %1.").arg(m_report->userPrincipalName);
}

QStringList TestUserModel::steps() const
{
    QStringList lines;
    if (!m_report)
        return lines;
    for (const OnDemandReport::Step &step : m_report->steps)
        lines.append(QStringLiteral("%1 (%2): %3").arg(step.kind, step.status, step.description));
    if (!m_report->nameReason.isEmpty())
        lines.append(m_report->nameReason);
    return lines;
}

QString TestUserModel::signInAdvice() const
{
    if (!m_report || m_report->userPrincipalName.isEmpty())
        return {};
    const ConfigurationAnswers *configuration = answers().configuration(m_report->domain);
    const QString how = tr("To try it, open a private window of a browser and sign in to the tenant as %1.")
                            .arg(m_report->userPrincipalName);
    if (!configuration || !configuration->passwordHashSync.value_or(false))
        return how + QLatin1Char(' ') +
               tr("Password hashes are not synchronised here; the user needs a password of the tenant.");
    return how + QLatin1Char(' ') +
           tr("The password is that of Active Directory; its hash follows within some minutes. A password that must be "
              "changed at "
              "the next logon is not synchronised before it was changed.");
}

bool TestUserModel::canLicence() const
{
    return m_report && !m_report->objectId.isEmpty() && !m_report->userPrincipalName.isEmpty() &&
           !m_licences.isEmpty() && !m_licensed;
}

void TestUserModel::giveLicence(const QString &skuId, const QString &usageLocation)
{
    if (!canLicence())
        return;
    begin(tr("Assigning the licence."));
    m_request.start(
        [&shared = state(), id = m_report->objectId, skuId, usageLocation](const std::stop_token &stop) {
            return cloudsync::giveLicence(shared.session(), id, skuId, usageLocation, stop);
        },
        [this](const Result<void> &given) {
            setBusy({});
            m_licensed = given.has_value();
            if (!given && given.error().subject == QLatin1String("usageLocation"))
                setProblem(ErrorText{tr("The usage location is missing"),
                                     tr("A licence needs to know in which country it is used."),
                                     tr("Write the country's code of two letters, for example DE.")});
            else if (!given)
                setProblem(given.error());
            Q_EMIT changed();
        });
}

} // namespace cloudsync
