// SPDX-License-Identifier: GPL-3.0-or-later
// One table of the other sides' own codes: what each means and what helps. What was changed is not a matter of the code:
// the front ends say it from the run.
#include "backend/setup/errors/KnownCodes.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QVector>

namespace cloudsync {

namespace {

struct NumberRow
{
    QVector<int> codes;
    const char *happened;
    const char *next;
};

// AADSTS numbers (Microsoft, "Microsoft Entra authentication and authorization error codes"; 50020, 700016, 700024, 700027,
// 90002 and 900023 from what is seen in the field).
const QVector<NumberRow> &signInRows()
{
    static const QVector<NumberRow> rows{
        {{50072, 50074, 50076, 50079},
         QT_TRANSLATE_NOOP("KnownCodes", "The tenant wants a second factor, and the sign-in had none."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in with the browser or a device code and complete the second factor there.")},
        {{50078, 50158},
         QT_TRANSLATE_NOOP("KnownCodes", "The proof of the second factor is too old for the tenant."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in again and complete the second factor.")},
        {{50011},
         QT_TRANSLATE_NOOP("KnownCodes", "The app registration does not know the address to which the browser returns."),
         QT_TRANSLATE_NOOP("KnownCodes", "Add the redirect address http://localhost to the app registration, as a mobile and desktop application.")},
        {{500011},
         QT_TRANSLATE_NOOP("KnownCodes", "The tenant does not know the service that was asked for."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check that the cloud in the answers is the tenant's.")},
        {{50020},
         QT_TRANSLATE_NOOP("KnownCodes", "The account belongs to another directory or is a personal one."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use an account that was made in this tenant.")},
        {{50034},
         QT_TRANSLATE_NOOP("KnownCodes", "The tenant has no such account."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check the user name. It was tried once and is not tried again by itself.")},
        {{50126},
         QT_TRANSLATE_NOOP("KnownCodes", "User name or password was not right."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check both. They were tried once and are not tried again by themselves.")},
        {{50053},
         QT_TRANSLATE_NOOP("KnownCodes", "The account is locked, or the address of this machine is blocked."),
         QT_TRANSLATE_NOOP("KnownCodes", "Wait, or let an administrator look at the sign-in log.")},
        {{50055},
         QT_TRANSLATE_NOOP("KnownCodes", "The password has expired."),
         QT_TRANSLATE_NOOP("KnownCodes", "Change it at the portal, then sign in again.")},
        {{50057},
         QT_TRANSLATE_NOOP("KnownCodes", "The account is disabled."),
         QT_TRANSLATE_NOOP("KnownCodes", "Enable it or use another one.")},
        {{50058},
         QT_TRANSLATE_NOOP("KnownCodes", "There was no session that could be continued."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in with the browser or a device code.")},
        {{50105},
         QT_TRANSLATE_NOOP("KnownCodes", "The application lets in only those who are assigned to it, and this account is not."),
         QT_TRANSLATE_NOOP("KnownCodes", "Assign the account to it under Enterprise applications.")},
        {{50097, 50131, 50132, 50133, 50173},
         QT_TRANSLATE_NOOP("KnownCodes", "The session was revoked, or the device is not recognised."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in again from a device that the tenant knows.")},
        {{50194},
         QT_TRANSLATE_NOOP("KnownCodes", "The application is for one tenant only, and none was named."),
         QT_TRANSLATE_NOOP("KnownCodes", "Name that tenant by domain or id in the answers.")},
        {{501481},
         QT_TRANSLATE_NOOP("KnownCodes", "The proof of this sign-in does not match its beginning."),
         QT_TRANSLATE_NOOP("KnownCodes", "Close other sign-in windows and start again.")},
        {{53000},
         QT_TRANSLATE_NOOP("KnownCodes", "A policy of the tenant lets in devices that meet its rules, and this one does not."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use a device that meets the policy, or let an administrator exempt this sign-in from Conditional Access.")},
        {{53001},
         QT_TRANSLATE_NOOP("KnownCodes", "A policy of the tenant lets in devices joined to it, and this one is not."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use a joined device, or let an administrator exempt this sign-in from Conditional Access.")},
        {{53003},
         QT_TRANSLATE_NOOP("KnownCodes", "A Conditional Access policy blocks this sign-in."),
         QT_TRANSLATE_NOOP("KnownCodes", "Let an administrator look at the policy in the sign-in log, and exempt this sign-in or meet what Conditional Access asks.")},
        {{530035},
         QT_TRANSLATE_NOOP("KnownCodes", "The security defaults of the tenant block this sign-in."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use a way to sign in that they allow, the browser for example, or let an administrator replace them by Conditional Access.")},
        {{54005},
         QT_TRANSLATE_NOOP("KnownCodes", "The code of this sign-in was redeemed before."),
         QT_TRANSLATE_NOOP("KnownCodes", "Start the sign-in again. If it happens again, look for another program that takes the answers of the browser.")},
        {{70008},
         QT_TRANSLATE_NOOP("KnownCodes", "A code or token of the sign-in has expired."),
         QT_TRANSLATE_NOOP("KnownCodes", "Start the sign-in again.")},
        {{70019},
         QT_TRANSLATE_NOOP("KnownCodes", "The device code has expired."),
         QT_TRANSLATE_NOOP("KnownCodes", "Start the sign-in again and enter the new code.")},
        {{65001},
         QT_TRANSLATE_NOOP("KnownCodes", "Nobody has granted the application its permissions."),
         QT_TRANSLATE_NOOP("KnownCodes", "Let an administrator grant consent in the app registration under API permissions.")},
        {{65004},
         QT_TRANSLATE_NOOP("KnownCodes", "The person asked did not consent."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in again and accept, or let an administrator grant consent for all.")},
        {{65002},
         QT_TRANSLATE_NOOP("KnownCodes", "The client id belongs to an application of the vendor and cannot be borrowed."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use an app registration of your own.")},
        {{650057},
         QT_TRANSLATE_NOOP("KnownCodes", "The app registration does not list the permissions that were asked for."),
         QT_TRANSLATE_NOOP("KnownCodes", "Add them under API permissions, and grant consent.")},
        {{700016, 70001, 700011},
         QT_TRANSLATE_NOOP("KnownCodes", "The tenant does not know the application."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check client id, tenant and cloud.")},
        {{70011},
         QT_TRANSLATE_NOOP("KnownCodes", "A permission that was asked for does not exist in this cloud."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check that the cloud in the answers is the tenant's.")},
        {{70016},
         QT_TRANSLATE_NOOP("KnownCodes", "The device code was not entered in time."),
         QT_TRANSLATE_NOOP("KnownCodes", "Start again and enter the code on the page shown.")},
        {{70018},
         QT_TRANSLATE_NOOP("KnownCodes", "The device code is not known to the service."),
         QT_TRANSLATE_NOOP("KnownCodes", "Start again and enter the new code.")},
        {{700024},
         QT_TRANSLATE_NOOP("KnownCodes", "The certificate's assertion was outside its time."),
         QT_TRANSLATE_NOOP("KnownCodes", "Set the clock of this machine.")},
        {{700025},
         QT_TRANSLATE_NOOP("KnownCodes", "The app registration is a public client and takes no secret or certificate."),
         QT_TRANSLATE_NOOP("KnownCodes", "Use the browser or a device code with it.")},
        {{700027},
         QT_TRANSLATE_NOOP("KnownCodes", "The certificate is not registered with the application."),
         QT_TRANSLATE_NOOP("KnownCodes", "Upload the certificate to the app registration under Certificates and secrets.")},
        {{700082, 70043},
         QT_TRANSLATE_NOOP("KnownCodes", "The session has reached its age limit."),
         QT_TRANSLATE_NOOP("KnownCodes", "Sign in again.")},
        {{90002, 900023},
         QT_TRANSLATE_NOOP("KnownCodes", "There is no tenant of this name in this cloud."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check the tenant's domain or id, and the cloud.")},
    };
    return rows;
}

struct NameRow
{
    const char *code;
    const char *happened;
    const char *next;
};

// Codes of the provisioning service: of a job in quarantine, of an entry of its log, of a provisioning on demand
// (Microsoft, "Cloud sync error codes").
const QVector<NameRow> &serviceRows()
{
    static const QVector<NameRow> rows{
        {"TimeOut",
         QT_TRANSLATE_NOOP("KnownCodes", "A request of the hybrid identity service took longer than ten minutes."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check the agent's health and network, and raise the agent's LDAP time limit where the directory is slow.")},
        {"HybridIdentityServiceNoActiveAgents",
         QT_TRANSLATE_NOOP("KnownCodes", "No agent listens for the service."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check that the agent's service runs and that nothing blocks or inspects its long-lived connection to the service bus; a test of port 443 alone does not tell.")},
        {"HybridIdentityServiceNoAgentsAssigned",
         QT_TRANSLATE_NOOP("KnownCodes", "No agent serves this domain."),
         QT_TRANSLATE_NOOP("KnownCodes", "Add the domain to an agent, or register the agent again.")},
        {"HybridIdentityServiceInvalidResource",
         QT_TRANSLATE_NOOP("KnownCodes", "The service does not know the agent's resource."),
         QT_TRANSLATE_NOOP("KnownCodes", "Register the agent again, then restart the job.")},
        {"HybridIdentityServiceAgentSignalingError",
         QT_TRANSLATE_NOOP("KnownCodes", "The service cannot call the agent."),
         QT_TRANSLATE_NOOP("KnownCodes", "Restart the agent's service and wait some minutes.")},
        {"HybridIdentityServiceAgentTimeout",
         QT_TRANSLATE_NOOP("KnownCodes", "The agent did not answer in time."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check its long-lived connection to the service bus, DNS and proxy, and how fast the directory answers.")},
        {"HybridSynchronizationActiveDirectoryInternalServerError",
         QT_TRANSLATE_NOOP("KnownCodes", "The service could not make a search of what the job asks for."),
         QT_TRANSLATE_NOOP("KnownCodes", "Look at the scope and the attribute mappings of the job; if they are in order, open a ticket with the job id.")},
        {"HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound",
         QT_TRANSLATE_NOOP("KnownCodes", "Several objects of the directory hold the same link."),
         QT_TRANSLATE_NOOP("KnownCodes", "Find groups with equal msDS-ExternalDirectoryObjectId and remove the doubles.")},
        {"HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique",
         QT_TRANSLATE_NOOP("KnownCodes", "Two accounts of the directory share a user principal name."),
         QT_TRANSLATE_NOOP("KnownCodes", "Give each its own.")},
        {"AzureDirectoryServiceAuthorizationFailed",
         QT_TRANSLATE_NOOP("KnownCodes", "The service principal of the synchronisation is missing in the tenant."),
         QT_TRANSLATE_NOOP("KnownCodes", "Apply the tenant section again, which sets the switch that creates it; it can take a day.")},
        {"AzureDirectoryServiceServerBusy",
         QT_TRANSLATE_NOOP("KnownCodes", "The service is busy and repeats by itself."),
         QT_TRANSLATE_NOOP("KnownCodes", "Wait. If it stays so for a day, open a ticket with the job id.")},
        {"AzureActiveDirectoryAuthenticationFailed",
         QT_TRANSLATE_NOOP("KnownCodes", "The service could not sign in to the tenant, for a reason that it does not tell."),
         QT_TRANSLATE_NOOP("KnownCodes", "Open a ticket with the job id.")},
        {"AzureActiveDirectoryInvalidCredential",
         QT_TRANSLATE_NOOP("KnownCodes", "The old synchronisation account of the tenant is gone or broken."),
         QT_TRANSLATE_NOOP("KnownCodes", "Exempt it from Conditional Access and repair it, or update the agent: newer ones do not need it.")},
        {"AzureActiveDirectoryExpiredCredentials",
         QT_TRANSLATE_NOOP("KnownCodes", "The password of the old synchronisation account of the tenant has expired."),
         QT_TRANSLATE_NOOP("KnownCodes", "Repair the account, or update the agent: newer ones do not need it.")},
        {"TooManyDeletes",
         QT_TRANSLATE_NOOP("KnownCodes", "More deletions are due than the threshold allows, so none was made."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check the scope first; if they are meant, allow them once.")},
        {"RedundantExport",
         QT_TRANSLATE_NOOP("KnownCodes", "The object is in the tenant already as it should be, so nothing was written."),
         QT_TRANSLATE_NOOP("KnownCodes", "Nothing needs to be done.")},
        {"JoinNotFound",
         QT_TRANSLATE_NOOP("KnownCodes", "The object was not found among those that the job works on."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check that it lies in the scope of the configuration.")},
    };
    return rows;
}

// Codes of the agent's installer and of its service, as Windows reports them.
const QVector<NameRow> &installerRows()
{
    static const QVector<NameRow> rows{
        {"0x80070643",
         QT_TRANSLATE_NOOP("KnownCodes", "Windows Installer failed."),
         QT_TRANSLATE_NOOP("KnownCodes", "The usual cause is a policy that takes NT SERVICE\\ALL SERVICES out of \"Log on as a service\"; put it back in the policy that wins, then try again.")},
        {"1603",
         QT_TRANSLATE_NOOP("KnownCodes", "Windows Installer failed."),
         QT_TRANSLATE_NOOP("KnownCodes", "The usual cause is a policy that takes NT SERVICE\\ALL SERVICES out of \"Log on as a service\"; put it back in the policy that wins, then try again.")},
        {"7041",
         QT_TRANSLATE_NOOP("KnownCodes", "The service's account lacks the right to log on as a service."),
         QT_TRANSLATE_NOOP("KnownCodes", "Add it in the policy that wins.")},
        {"7038",
         QT_TRANSLATE_NOOP("KnownCodes", "Windows does not treat the service's account as a managed one."),
         QT_TRANSLATE_NOOP("KnownCodes", "Run sc.exe managedaccount AADConnectProvisioningAgent true, then start the service.")},
        {"1069",
         QT_TRANSLATE_NOOP("KnownCodes", "The service could not log on."),
         QT_TRANSLATE_NOOP("KnownCodes", "Check that this server may use the group managed service account.")},
    };
    return rows;
}

KnownCode translated(const QString &code, const char *happened, const char *next)
{
    return {code, QCoreApplication::translate("KnownCodes", happened), QCoreApplication::translate("KnownCodes", next)};
}

std::optional<KnownCode> signInCode(const QString &detail)
{
    static const QRegularExpression number(QStringLiteral("AADSTS(\\d{5,7})"));
    const QRegularExpressionMatch match = number.match(detail);
    if (!match.hasMatch())
        return std::nullopt;
    const int code = match.captured(1).toInt();
    for (const NumberRow &row : signInRows()) {
        if (row.codes.contains(code))
            return translated(match.captured(), row.happened, row.next);
    }
    return std::nullopt;
}

std::optional<KnownCode> namedCode(const QVector<NameRow> &rows, const QString &detail)
{
    for (const NameRow &row : rows) {
        // A code is a word of its own: 1603 is not part of 16035.
        const QRegularExpression word(QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])").arg(QLatin1String(row.code)));
        if (word.match(detail).hasMatch())
            return translated(QString::fromLatin1(row.code), row.happened, row.next);
    }
    return std::nullopt;
}

} // namespace

std::optional<KnownCode> knownCode(const Error &error)
{
    const QString name = errorCodeName(error.code);
    if (name.startsWith(QStringLiteral("signIn.")))
        return signInCode(error.detail);
    if (error.code == ErrorCode::JobQuarantined || error.code == ErrorCode::AgentInactive)
        return namedCode(serviceRows(), error.detail);
    if (error.code == ErrorCode::InstallerFailed || error.code == ErrorCode::ServiceFailed)
        return namedCode(installerRows(), error.detail);
    return std::nullopt;
}

std::optional<KnownCode> knownServiceCode(const QString &text)
{
    return namedCode(serviceRows(), text);
}

QStringList knownCodeNames()
{
    QStringList codes;
    for (const NumberRow &row : signInRows()) {
        for (const int code : row.codes)
            codes.append(QStringLiteral("AADSTS%1").arg(code));
    }
    for (const auto *rows : {&serviceRows(), &installerRows()}) {
        for (const NameRow &row : *rows)
            codes.append(QLatin1String(row.code));
    }
    return codes;
}

} // namespace cloudsync
