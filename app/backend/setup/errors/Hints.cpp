// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/errors/Hints.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace cloudsync {

namespace {

struct Hint
{
    QVector<int> codes;
    const char *next;
};

// AADSTS numbers: graph.md section 1 (reference-error-codes of the identity platform).
const QVector<Hint> &signInHints()
{
    static const QVector<Hint> hints{
        {{50072, 50074, 50076, 50079},
         QT_TRANSLATE_NOOP("Hints", "The tenant wants a second factor. Sign in with the browser or a device code and complete it there.")},
        {{50078, 50158}, QT_TRANSLATE_NOOP("Hints", "The second factor has expired. Sign in again and complete it.")},
        {{50011},
         QT_TRANSLATE_NOOP("Hints", "Add the redirect address http://localhost to the app registration, as a mobile and desktop application.")},
        {{500011},
         QT_TRANSLATE_NOOP("Hints", "The tenant does not know the service that was asked for. Check that the cloud in the answers is the tenant's.")},
        {{50020},
         QT_TRANSLATE_NOOP("Hints", "The account belongs to another directory or is a personal one. Use an account that was made in this tenant.")},
        {{50034, 50126}, QT_TRANSLATE_NOOP("Hints", "Check user name and password. It was tried once and is not tried again by itself.")},
        {{50053},
         QT_TRANSLATE_NOOP("Hints", "The account is locked or the address of this machine is blocked. Wait, or let an administrator look at the sign-in log.")},
        {{50055}, QT_TRANSLATE_NOOP("Hints", "The password has expired. Change it at the portal, then sign in again.")},
        {{50057}, QT_TRANSLATE_NOOP("Hints", "The account is disabled. Enable it or use another one.")},
        {{50058}, QT_TRANSLATE_NOOP("Hints", "There is no session to continue. Sign in with the browser or a device code.")},
        {{50105}, QT_TRANSLATE_NOOP("Hints", "The application asks for assignment. Assign the account to it under Enterprise applications.")},
        {{50097, 50131, 50132, 50133, 50173},
         QT_TRANSLATE_NOOP("Hints", "The session was revoked or the device is not recognised. Sign in again from a device that the tenant knows.")},
        {{50194},
         QT_TRANSLATE_NOOP("Hints", "The application is for one tenant only. Name that tenant by domain or id in the answers.")},
        {{501481},
         QT_TRANSLATE_NOOP("Hints", "The proof of this sign-in does not match its beginning. Close other sign-in windows and start again.")},
        {{53000, 53001, 53003, 530035},
         QT_TRANSLATE_NOOP("Hints", "A Conditional Access policy or the security defaults block this sign-in. Use a device that meets the policy, or let an administrator exempt this sign-in.")},
        {{54005, 70008, 70019}, QT_TRANSLATE_NOOP("Hints", "The code was used already or has expired. Start the sign-in again.")},
        {{65001},
         QT_TRANSLATE_NOOP("Hints", "Nobody has granted the application its permissions. Let an administrator grant consent in the app registration under API permissions.")},
        {{65004}, QT_TRANSLATE_NOOP("Hints", "Consent was declined. Sign in again and accept, or let an administrator grant it.")},
        {{65002},
         QT_TRANSLATE_NOOP("Hints", "This client id belongs to an application of the vendor and cannot be borrowed. Use an app registration of your own.")},
        {{650057}, QT_TRANSLATE_NOOP("Hints", "The app registration does not list the permissions asked for. Add them under API permissions.")},
        {{700016, 70001, 700011},
         QT_TRANSLATE_NOOP("Hints", "The tenant does not know the application. Check client id, tenant and cloud.")},
        {{70011}, QT_TRANSLATE_NOOP("Hints", "A permission that was asked for does not exist in this cloud. Check that the cloud is the tenant's.")},
        {{70016}, QT_TRANSLATE_NOOP("Hints", "The device code was not entered in time. Start again and enter it on the page shown.")},
        {{70018}, QT_TRANSLATE_NOOP("Hints", "The device code is not known. Start again and enter the new one.")},
        {{700025},
         QT_TRANSLATE_NOOP("Hints", "The app registration is a public client and takes no secret or certificate. Use the browser or a device code with it.")},
        {{700082, 70043}, QT_TRANSLATE_NOOP("Hints", "The session has reached its age limit. Sign in again.")},
    };
    return hints;
}

struct NamedHint
{
    const char *code;
    const char *next;
};

// Codes of the provisioning service: operations.md section 4.
const QVector<NamedHint> &serviceHints()
{
    static const QVector<NamedHint> hints{
        {"HybridIdentityServiceNoActiveAgents",
         QT_TRANSLATE_NOOP("Hints", "No agent listens. Check that the agent's service runs and that nothing blocks or inspects its long-lived connection to the service bus; a test of port 443 alone does not tell.")},
        {"HybridIdentityServiceNoAgentsAssigned",
         QT_TRANSLATE_NOOP("Hints", "No agent serves this domain. Add the domain to an agent, or register the agent again.")},
        {"HybridIdentityServiceInvalidResource",
         QT_TRANSLATE_NOOP("Hints", "The service does not know the agent's resource. Register the agent again, then restart the job.")},
        {"HybridIdentityServiceAgentSignalingError",
         QT_TRANSLATE_NOOP("Hints", "The service cannot call the agent. Restart the agent's service and wait some minutes.")},
        {"HybridIdentityServiceAgentTimeout",
         QT_TRANSLATE_NOOP("Hints", "The agent did not answer in time. Check its long-lived connection to the service bus, DNS and proxy, and how fast the directory answers.")},
        {"HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound",
         QT_TRANSLATE_NOOP("Hints", "Several objects of the directory hold the same link. Find groups with equal msDS-ExternalDirectoryObjectId and remove the doubles.")},
        {"HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique",
         QT_TRANSLATE_NOOP("Hints", "Two accounts of the directory share a user principal name. Give each its own.")},
        {"AzureDirectoryServiceAuthorizationFailed",
         QT_TRANSLATE_NOOP("Hints", "The service principal of the synchronisation is missing. Apply the tenant section again, which sets the switch that creates it; it can take a day.")},
        {"AzureDirectoryServiceServerBusy",
         QT_TRANSLATE_NOOP("Hints", "The service is busy and repeats by itself. If it stays so for a day, open a ticket with the job id.")},
        {"AzureActiveDirectoryInvalidCredential",
         QT_TRANSLATE_NOOP("Hints", "The old synchronisation account of the tenant is broken. Exempt it from Conditional Access and repair it, or update the agent.")},
        {"TooManyDeletes",
         QT_TRANSLATE_NOOP("Hints", "More deletions are due than the threshold allows. Check the scope first; if they are meant, allow them once in the portal.")},
    };
    return hints;
}

// Codes of the agent's installer and its service: agent.md section 1, operations.md section 5, pain-points.md rows 2 and 15.
const QVector<NamedHint> &installerHints()
{
    static const QVector<NamedHint> hints{
        {"0x80070643",
         QT_TRANSLATE_NOOP("Hints", "Windows Installer failed. The usual cause is a policy that takes NT SERVICE\\ALL SERVICES out of \"Log on as a service\"; put it back in the policy that wins, then try again.")},
        {"1603",
         QT_TRANSLATE_NOOP("Hints", "Windows Installer failed. The usual cause is a policy that takes NT SERVICE\\ALL SERVICES out of \"Log on as a service\"; put it back in the policy that wins, then try again.")},
        {"7041", QT_TRANSLATE_NOOP("Hints", "The service's account lacks the right to log on as a service. Add it in the policy that wins.")},
        {"7038",
         QT_TRANSLATE_NOOP("Hints", "Windows does not treat the service's account as a managed one. Run: sc.exe managedaccount AADConnectProvisioningAgent true")},
        {"1069", QT_TRANSLATE_NOOP("Hints", "The service could not log on. Check that this server may use the group managed service account.")},
    };
    return hints;
}

QString translated(const char *text)
{
    const QString sentence = QCoreApplication::translate("Hints", text);
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

QString signInHint(const QString &detail)
{
    static const QRegularExpression number(QStringLiteral("AADSTS(\\d{5,7})"));
    const QRegularExpressionMatch match = number.match(detail);
    if (!match.hasMatch())
        return {};
    const int code = match.captured(1).toInt();
    for (const Hint &hint : signInHints()) {
        if (hint.codes.contains(code))
            return translated(hint.next);
    }
    return {};
}

QString namedHint(const QVector<NamedHint> &hints, const QString &detail)
{
    for (const NamedHint &hint : hints) {
        // A code is a word of its own: 1603 is not part of 16035.
        const QRegularExpression word(QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])").arg(QLatin1String(hint.code)));
        if (word.match(detail).hasMatch())
            return translated(hint.next);
    }
    return {};
}

} // namespace

QString hintFor(const Error &error)
{
    const QString name = errorCodeName(error.code);
    if (name.startsWith(QStringLiteral("signIn.")))
        return signInHint(error.detail);
    if (error.code == ErrorCode::JobQuarantined || error.code == ErrorCode::AgentInactive)
        return namedHint(serviceHints(), error.detail);
    if (error.code == ErrorCode::InstallerFailed || error.code == ErrorCode::ServiceFailed)
        return namedHint(installerHints(), error.detail);
    return {};
}

QStringList hintedCodes()
{
    QStringList codes;
    for (const Hint &hint : signInHints()) {
        for (const int code : hint.codes)
            codes.append(QStringLiteral("AADSTS%1").arg(code));
    }
    for (const auto *hints : {&serviceHints(), &installerHints()}) {
        for (const NamedHint &hint : *hints)
            codes.append(QLatin1String(hint.code));
    }
    return codes;
}

} // namespace cloudsync
