// SPDX-License-Identifier: GPL-3.0-or-later
// What a schema cannot say: rules that look at two places, names as Active Directory wants them, and addresses.
#include "backend/setup/answers/AnswerFile.h"

#include "backend/ports/Directory.h"
#include "backend/setup/answers/JsonText.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

// sAMAccountName (idfix-rules.md section 8), and the at sign, which New-ADServiceAccount refuses as well.
const QLatin1String forbiddenInAccountNames("[]\\\"|,/:<>+=;?*'@");

QString accountNameProblem(const QString &name)
{
    for (const QChar c : name) {
        if (forbiddenInAccountNames.contains(c))
            return Text::tr("The character %1 cannot stand in an account name.").arg(c);
        if (c.isSpace() || !c.isPrint())
            return Text::tr("Blanks and invisible characters cannot stand in an account name.");
    }
    return name.endsWith(u'.') ? Text::tr("An account name cannot end with a full stop.") : QString();
}

QString domainProblem(const QString &domain)
{
    if (domain.isEmpty())
        return Text::tr("The name of the domain is missing.");
    if (!domain.contains(u'.'))
        return Text::tr("Write the full DNS name of the domain, for example contoso.com.");
    const QStringList labels = domain.split(u'.');
    static const QRegularExpression label(QStringLiteral("^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$"));
    const bool good = std::all_of(labels.begin(), labels.end(), [](const QString &one) { return label.match(one).hasMatch(); });
    return good && domain.size() <= 253 ? QString() : Text::tr("This is not a DNS name.");
}

QString controllerProblem(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || (scheme != QStringLiteral("ldap") && scheme != QStringLiteral("ldaps")) || url.host().isEmpty())
        return Text::tr("Write the controller as ldaps://host or ldap://host, with a port where it is not the usual one.");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || (url.path() != QString() && url.path() != QStringLiteral("/")))
        return Text::tr("Only host and port belong into the address of a controller.");
    return url.port(1) < 1 ? Text::tr("The port is out of range.") : QString();
}

QString httpsProblem(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool good = url.isValid() && url.scheme() == QStringLiteral("https") && !url.host().isEmpty()
                      && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return good ? QString() : Text::tr("Write an address that begins with https:// and holds no user name.");
}

class Checker
{
public:
    explicit Checker(const Answers &answers) : m_answers(answers) {}

    QVector<Error> problems()
    {
        if (!m_answers.licenseAccepted)
            add(ErrorCode::LicenseNotAccepted, QStringLiteral("/license/accepted"),
                Text::tr("The licence and the vendor's terms have to be accepted before anything is done."));
        checkCloud();
        checkServer();
        checkSignIn();
        checkServiceAccount();
        checkDirectories();
        checkConfigurations();
        checkRepairs();
        checkTestUser();
        return m_problems;
    }

private:
    void add(ErrorCode code, const QString &pointer, const QString &sentence)
    {
        if (!sentence.isEmpty())
            m_problems.append({code, pointer, sentence, {}});
    }
    void add(const QString &pointer, const QString &sentence) { add(ErrorCode::AnswersInvalid, pointer, sentence); }

    void checkCloud()
    {
        if (m_answers.customCloud) {
            const CustomCloud &cloud = *m_answers.customCloud;
            if (cloud.name.trimmed().isEmpty())
                add(QStringLiteral("/cloud/name"), Text::tr("The cloud needs a name."));
            add(QStringLiteral("/cloud/authority"), httpsProblem(cloud.authority));
            add(QStringLiteral("/cloud/graph"), httpsProblem(cloud.graph));
            if (!cloud.audience.isEmpty())
                add(QStringLiteral("/cloud/audience"), httpsProblem(cloud.audience));
        } else if (!knownClouds().contains(m_answers.cloud)) {
            add(QStringLiteral("/cloud"), Text::tr("\"%1\" is not the name of a cloud; the names are: %2.")
                                              .arg(m_answers.cloud, knownClouds().join(QStringLiteral(", "))));
        }
    }

    void checkServer()
    {
        if (m_answers.server && m_answers.server->proxy == QStringLiteral("none") && !m_answers.server->proxyCredential.user.isEmpty())
            add(QStringLiteral("/server/proxyCredential"), Text::tr("A direct connection (none) has no proxy to sign in to."));
        if (m_answers.server && m_answers.server->proxyCredential.user.isEmpty()
            && m_answers.server->proxyCredential.password != SecretReference())
            add(QStringLiteral("/server/proxyCredential/user"), Text::tr("The user name is missing."));
        if (!m_answers.server || m_answers.server->proxy.isEmpty() || m_answers.server->proxy == QStringLiteral("none"))
            return;
        const QUrl url(m_answers.server->proxy, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || url.port() < 1)
            add(QStringLiteral("/server/proxy"), Text::tr("Write the proxy as http://host:port, or none."));
        else if (!url.userInfo().isEmpty())
            add(QStringLiteral("/server/proxy"), Text::tr("A name or password must not stand in the proxy's address."));
    }

    void checkSignIn()
    {
        if (!m_answers.signIn)
            return;
        if (m_answers.signIn->tenant.isEmpty())
            add(QStringLiteral("/signIn/tenant"), Text::tr("The tenant is missing: one of its domains, or its id."));
        if (m_answers.signIn->method == SignInMethod::Certificate && m_answers.signIn->certificateFile.isEmpty())
            add(QStringLiteral("/signIn/certificate"),
                Text::tr("Signing in with a certificate needs the file that holds it: {\"file\": \"PATH\"}."));
    }

    void checkServiceAccount()
    {
        if (!m_answers.serviceAccount)
            return;
        const ServiceAccountAnswers &account = *m_answers.serviceAccount;
        add(QStringLiteral("/serviceAccount/name"), serviceAccountNameProblem(account.name));
        const QString wrongDomain = domainProblem(account.domain);
        if (!wrongDomain.isEmpty())
            add(QStringLiteral("/serviceAccount/domain"), wrongDomain);
        else if (!m_answers.directory(account.domain))
            add(QStringLiteral("/serviceAccount/domain"),
                Text::tr("The domain %1 is not among the directories of these answers.").arg(account.domain));
        if (account.mode == ServiceAccountMode::Create && account.hosts.isEmpty())
            add(QStringLiteral("/serviceAccount/hosts"),
                Text::tr("Name at least one server that may use the account, or a group of servers."));
        QSet<QString> seen;
        for (qsizetype i = 0; i < account.hosts.size(); ++i) {
            const QString pointer = jsonPointer(QStringLiteral("/serviceAccount/hosts"), i);
            QString host = account.hosts.at(i);
            if (host.endsWith(u'$'))
                host.chop(1);
            if (host.isEmpty())
                add(pointer, Text::tr("The name of the server is missing."));
            else
                add(pointer, accountNameProblem(host));
            addIfDouble(seen, host, pointer);
        }
        checkPermissionTargets(account);
    }

    void checkPermissionTargets(const ServiceAccountAnswers &account)
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < account.permissionTargets.size(); ++i) {
            const QString &dn = account.permissionTargets.at(i);
            const QString place = jsonPointer(QStringLiteral("/serviceAccount/permissionTargets"), i);
            if (const QString problem = distinguishedNameProblem(dn); !problem.isEmpty()) {
                add(place, problem);
                continue;
            }
            if (!m_answers.directory(dnToDomain(dn)))
                add(place, Text::tr("%1 lies in none of the directories of these answers.").arg(dn));
            const QString key = normalizeDn(dn);
            if (seen.contains(key))
                add(place, Text::tr("%1 is named twice.").arg(dn));
            seen.insert(key);
        }
    }

    void addIfDouble(QSet<QString> &seen, const QString &value, const QString &pointer)
    {
        const QString key = value.toCaseFolded();
        if (!value.isEmpty() && seen.contains(key))
            add(pointer, Text::tr("%1 is named twice.").arg(value));
        seen.insert(key);
    }

    void checkDirectories()
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < m_answers.directories.size(); ++i) {
            const DirectoryAnswers &directory = m_answers.directories.at(i);
            const QString pointer = jsonPointer(QStringLiteral("/directories"), i);
            add(pointer + QStringLiteral("/domain"), domainProblem(directory.domain));
            addIfDouble(seen, directory.domain, pointer + QStringLiteral("/domain"));
            QSet<QString> controllers;
            for (qsizetype j = 0; j < directory.controllers.size(); ++j) {
                const QString place = jsonPointer(pointer + QStringLiteral("/controllers"), j);
                add(place, controllerProblem(directory.controllers.at(j)));
                addIfDouble(controllers, directory.controllers.at(j), place);
            }
            QSet<QString> preferred;
            for (qsizetype j = 0; j < directory.preferredControllers.size(); ++j) {
                const QString place = jsonPointer(pointer + QStringLiteral("/preferredControllers"), j);
                if (directory.preferredControllers.at(j).trimmed().isEmpty())
                    add(place, Text::tr("The name of the controller is missing."));
                addIfDouble(preferred, directory.preferredControllers.at(j), place);
            }
            const bool wantsUser = directory.credential != CredentialAnswers();
            if (wantsUser && directory.credential.user.trimmed().isEmpty())
                add(pointer + QStringLiteral("/credential/user"), Text::tr("The user name is missing."));
        }
    }

    void checkConfigurations()
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < m_answers.configurations.size(); ++i) {
            const ConfigurationAnswers &configuration = m_answers.configurations.at(i);
            const QString pointer = jsonPointer(QStringLiteral("/configurations"), i);
            add(pointer + QStringLiteral("/domain"), domainProblem(configuration.domain));
            addIfDouble(seen, configuration.domain, pointer + QStringLiteral("/domain"));
            if (configuration.notifications)
                checkNotifications(*configuration.notifications, pointer + QStringLiteral("/notifications/recipients"));
            if (configuration.accidentalDeletion)
                add(pointer + QStringLiteral("/accidentalDeletion/threshold"),
                    deletionThresholdProblem(configuration.accidentalDeletion->threshold));
            if (configuration.scope)
                checkScope(*configuration.scope, configuration.domain, pointer + QStringLiteral("/scope/distinguishedNames"));
            checkMappings(configuration.attributeMappings, pointer + QStringLiteral("/attributeMappings"));
        }
    }

    void checkNotifications(const NotificationAnswers &notifications, const QString &pointer)
    {
        if (notifications.enabled && notifications.recipients.isEmpty())
            add(pointer, Text::tr("Notifications need at least one address to send to."));
        QSet<QString> seen;
        for (qsizetype i = 0; i < notifications.recipients.size(); ++i) {
            add(jsonPointer(pointer, i), mailAddressProblem(notifications.recipients.at(i)));
            addIfDouble(seen, notifications.recipients.at(i), jsonPointer(pointer, i));
        }
    }

    void checkScope(const ScopeAnswers &scope, const QString &domain, const QString &pointer)
    {
        const QStringList &names = scope.distinguishedNames;
        if (scope.kind == ScopeKind::All && !names.isEmpty())
            add(pointer, Text::tr("The scope \"all\" takes no list. Choose another kind or remove the list."));
        if (scope.kind == ScopeKind::OrganizationalUnits && names.isEmpty())
            add(pointer, Text::tr("Name at least one organizational unit."));
        if (scope.kind == ScopeKind::Groups && names.isEmpty())
            add(pointer, Text::tr("Name at least one group."));
        if (names.size() > largestScope)
            add(pointer, Text::tr("The scope has %1 entries; at most %2 work in one configuration.")
                             .arg(names.size()).arg(largestScope));
        QSet<QString> seen;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString place = jsonPointer(pointer, i);
            const QString problem = distinguishedNameProblem(names.at(i));
            if (!problem.isEmpty()) {
                add(place, problem);
                continue;
            }
            if (dnToDomain(names.at(i)).compare(domain, Qt::CaseInsensitive) != 0)
                add(place, Text::tr("%1 does not lie in the domain %2.").arg(names.at(i), domain));
            const QString key = normalizeDn(names.at(i));
            if (seen.contains(key))
                add(place, Text::tr("%1 is named twice.").arg(names.at(i)));
            seen.insert(key);
        }
    }

    void checkMappings(const QVector<AttributeMappingAnswers> &mappings, const QString &pointer)
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < mappings.size(); ++i) {
            const AttributeMappingAnswers &mapping = mappings.at(i);
            const QString place = jsonPointer(pointer, i);
            if (mapping.target.trimmed().isEmpty())
                add(place + QStringLiteral("/target"), Text::tr("The target attribute is missing."));
            if (!mapping.remove && mapping.kind != MappingKind::Constant && mapping.source.trimmed().isEmpty())
                add(place + QStringLiteral("/source"), Text::tr("The source of the mapping is missing."));
            const QString key = mapping.object.toCaseFolded() + u'\n' + mapping.target.toCaseFolded();
            if (!mapping.target.isEmpty() && seen.contains(key))
                add(place + QStringLiteral("/target"),
                    Text::tr("The target %1 is mapped twice for %2.").arg(mapping.target, mapping.object));
            seen.insert(key);
        }
    }

    void checkRepairs()
    {
        for (qsizetype i = 0; i < m_answers.repairs.size(); ++i) {
            const DataRepairAnswers &repair = m_answers.repairs.at(i);
            const QString pointer = QStringLiteral("/repairs/%1").arg(i);
            if (!m_answers.directory(repair.domain))
                add(pointer + QStringLiteral("/domain"), Text::tr("The directories have no domain %1.").arg(repair.domain));
            const QString wrongName = distinguishedNameProblem(repair.dn);
            add(pointer + QStringLiteral("/dn"), wrongName);
            if (wrongName.isEmpty() && !isSameOrBelow(repair.dn, domainToDn(repair.domain)))
                add(pointer + QStringLiteral("/dn"), Text::tr("%1 does not lie in %2.").arg(repair.dn, repair.domain));
            if (repair.oldValue == repair.newValue)
                add(pointer + QStringLiteral("/new"), Text::tr("The new value is the old one."));
        }
    }

    void checkTestUser()
    {
        if (!m_answers.testUser)
            return;
        const TestUserAnswers &user = *m_answers.testUser;
        if (!m_answers.directory(user.domain))
            add(QStringLiteral("/testUser/domain"), Text::tr("The directories have no domain %1.").arg(user.domain));
        add(QStringLiteral("/testUser/name"), testUserNameProblem(user.name));
        const QString wrongName = distinguishedNameProblem(user.container);
        add(QStringLiteral("/testUser/container"), wrongName);
        if (wrongName.isEmpty() && !isSameOrBelow(user.container, domainToDn(user.domain)))
            add(QStringLiteral("/testUser/container"), Text::tr("%1 does not lie in %2.").arg(user.container, user.domain));
        static const QRegularExpression principal(QStringLiteral("^[^@\\s]+@[A-Za-z0-9.-]+$"));
        if (!user.userPrincipalName.isEmpty() && !principal.match(user.userPrincipalName).hasMatch())
            add(QStringLiteral("/testUser/userPrincipalName"), Text::tr("Write the sign-in name as name@domain."));
    }

    const Answers &m_answers;
    QVector<Error> m_problems;
};

} // namespace

QVector<Error> validateAnswers(const Answers &answers)
{
    return Checker(answers).problems();
}

QString testUserNameProblem(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,18}[A-Za-z0-9_-]$|^[A-Za-z0-9]$"));
    return allowed.match(name).hasMatch()
               ? QString()
               : Text::tr("The name of a user made for a trial has 1 to 20 characters: letters, digits, and in between dots and dashes.");
}

QString serviceAccountNameProblem(const QString &name)
{
    if (name.isEmpty())
        return Text::tr("The account needs a name.");
    if (name.endsWith(u'$'))
        return Text::tr("Leave out the dollar sign at the end; it is added.");
    // Longer names exist in the schema, but the account is a kind of computer and those end at 15 (gmsa-permissions.md section 6).
    if (name.size() > 15)
        return Text::tr("The name has %1 characters; at most 15 are possible.").arg(name.size());
    if (const QString problem = accountNameProblem(name); !problem.isEmpty())
        return problem;
    if (name.startsWith(u'.'))
        return Text::tr("An account name cannot begin with a full stop.");
    const bool digitsOnly = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    return digitsOnly ? Text::tr("The name must hold more than digits.") : QString();
}

QString mailAddressProblem(const QString &address)
{
    // RFC 5321 limits; quoted local parts are left out on purpose, the service's notifications do not take them.
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}$"));
    if (address.isEmpty())
        return Text::tr("The mail address is missing.");
    const bool good = address.size() <= 254 && address.indexOf(u'@') <= 64 && form.match(address).hasMatch();
    return good ? QString() : Text::tr("%1 is not a mail address.").arg(address);
}

QString distinguishedNameProblem(const QString &dn)
{
    if (dn.trimmed().isEmpty())
        return Text::tr("The distinguished name is missing.");
    if (splitDn(dn).isEmpty())
        return Text::tr("%1 is not a distinguished name; one looks like OU=Sales,DC=contoso,DC=com.").arg(dn.left(256));
    return dnToDomain(dn).isEmpty() ? Text::tr("The distinguished name has to end with the domain, as in DC=contoso,DC=com.")
                                    : QString();
}

QString deletionThresholdProblem(int threshold)
{
    return threshold < 1 ? Text::tr("The deletion threshold has to be 1 or more.") : QString();
}

} // namespace cloudsync
