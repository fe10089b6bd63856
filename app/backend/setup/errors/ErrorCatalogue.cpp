// SPDX-License-Identifier: GPL-3.0-or-later
// One switch over ErrorCode, so this file is long on purpose: every way to fail has its own words, and a new code does not
// compile until it has some. What the other side's own codes mean stands in KnownCodes.cpp.
#include "backend/setup/errors/ErrorCatalogue.h"

#include "backend/setup/errors/KnownCodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ErrorCatalogue)
};

/// The subject, or words for it where it is not known. One line, whatever it holds.
QString named(const Error &error, const QString &otherwise)
{
    const QString subject = error.subject.simplified();
    return subject.isEmpty() ? otherwise : subject;
}

QString sentence(QString text)
{
    text = text.trimmed();
    const bool ended = text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!') || text.endsWith(u':');
    return ended ? text : text + u'.';
}

ErrorText catalogued(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Internal:
        return {Text::tr("The program made a mistake"),
                //: %1 names a part of the program
                Text::tr("Something happened in %1 that must not happen. What was begun is listed in the journal.")
                    .arg(named(error, Text::tr("the program"))),
                Text::tr("Run the command again. If it happens again, report it together with the log file.")};
    case ErrorCode::Cancelled:
        return {Text::tr("Cancelled"), Text::tr("The work was stopped on request."),
                Text::tr("Start again when you are ready; steps that are done already are recognised.")};
    case ErrorCode::TimedOut:
        return {Text::tr("No answer in time"),
                //: %1 is a host, service or object
                Text::tr("Waiting for %1 took longer than the limit.").arg(named(error, Text::tr("the other side"))),
                Text::tr("Check that the other side runs and is not overloaded, then try again.")};
    case ErrorCode::NotSupportedHere:
        return {Text::tr("Not possible on this system"),
                Text::tr("This system cannot do what is needed for %1.").arg(named(error, Text::tr("this step"))),
                Text::tr("Run the server section on the Windows server that hosts the agent. The directory and tenant "
                         "sections run on any system; name them with --only.")};
    case ErrorCode::FileUnreadable:
        return {Text::tr("File cannot be read"),
                //: %1 is a path
                Text::tr("%1 could not be read.").arg(named(error, Text::tr("A file"))),
                Text::tr("Check that the file exists and that your account may read it.")};
    case ErrorCode::FileUnwritable:
        return {Text::tr("File cannot be written"),
                //: %1 is a path
                Text::tr("%1 could not be written.").arg(named(error, Text::tr("A file"))),
                Text::tr("Check the free space and the permissions of the folder, or choose another place.")};
    case ErrorCode::JournalUnwritable:
        return {Text::tr("The journal cannot be written"),
                //: %1 is a path
                Text::tr("The record of the run could not be written to %1. Without it nothing could be taken back, so nothing "
                         "more was begun.").arg(named(error, Text::tr("its folder"))),
                Text::tr("Check free space and permissions of the state folder, or name another one with --state-dir.")};
    case ErrorCode::JournalUnreadable:
        return {Text::tr("The journal is damaged"),
                //: %1 is a path
                Text::tr("The record of an earlier run could not be understood: %1.").arg(named(error, Text::tr("no file name"))),
                Text::tr("Keep the file for support. A new run looks at the real systems and does not need it; only undo does.")};
    case ErrorCode::RunInProgress:
        return {Text::tr("Another run is in progress"),
                Text::tr("This program is at work already with the same state folder (%1).").arg(named(error, Text::tr("default"))),
                Text::tr("Wait until the other run has ended, then start again.")};
    case ErrorCode::RunNotFound:
        return {Text::tr("No such run"),
                //: %1 is the id of a run
                Text::tr("There is no record of the run %1.").arg(named(error, Text::tr("asked for"))),
                Text::tr("Check the run id and the state folder. Without an id the newest run is taken.")};
    case ErrorCode::UndoIncomplete:
        return {Text::tr("Not everything could be taken back"),
                //: %1 names a step or an object
                Text::tr("Taking back left something standing: %1.").arg(named(error, Text::tr("see the list of steps"))),
                Text::tr("Remove what the report lists by hand, or mend the cause and run undo again; it is safe to repeat.")};
    case ErrorCode::CommandLineWrong:
        return {Text::tr("The command line is not right"),
                //: %1 is an option or an argument
                Text::tr("The command line cannot be understood at %1.").arg(named(error, Text::tr("one of its arguments"))),
                Text::tr("Run the command with --help to see verbs and options.")};
    case ErrorCode::ConfirmationMissing:
        return {Text::tr("Confirmation is missing"),
                Text::tr("This command changes systems and was not confirmed. Nothing was done."),
                Text::tr("Look at the plan first, then repeat the command with --yes.")};
    case ErrorCode::AnswersUnreadable:
        return {Text::tr("The answer file cannot be read"),
                //: %1 is a path
                Text::tr("The answers could not be read from %1.").arg(named(error, Text::tr("the text that was given"))),
                Text::tr("Check the path after --answers and the permissions of the file.")};
    case ErrorCode::AnswersNotJson:
        return {Text::tr("The answer file is not JSON"),
                //: %1 is a path
                Text::tr("The answers in %1 are not JSON text.").arg(named(error, Text::tr("the text that was given"))),
                Text::tr("Correct the place that is named. An editor that knows JSON marks it; the verb schema prints the schema.")};
    case ErrorCode::AnswersInvalid:
        return {Text::tr("The answers are not right"),
                //: %1 is a path or a place in the file
                Text::tr("The answers cannot be used as they stand: %1.").arg(named(error, Text::tr("see the places below"))),
                Text::tr("Correct the places that are named and start again. Nothing was done.")};
    case ErrorCode::AnswerMissing:
        return {Text::tr("An answer is missing"),
                //: %1 is a place in the answer file or the purpose of a secret
                Text::tr("Something is needed that the answers do not give, and nobody can be asked here: %1.")
                    .arg(named(error, Text::tr("no place named"))),
                Text::tr("Add it to the answer file. A secret is given as a reference, for example {\"env\": \"NAME\"}.")};
    case ErrorCode::LicenseNotAccepted:
        return {Text::tr("The licence is not accepted"),
                Text::tr("The licence of this program and the vendor's terms for the agent are not accepted yet."),
                Text::tr("Read both; then accept them on the first page, or set license.accepted to true in the answer file.")};
    case ErrorCode::SecretUnavailable:
        return {Text::tr("A secret is not there"),
                //: %1 says what the secret is for
                Text::tr("The secret could not be had: %1.").arg(named(error, Text::tr("no purpose given"))),
                Text::tr("Check that the environment variable is set, or that the file exists and may be read by this account.")};
    case ErrorCode::PlanConflict:
        return {Text::tr("Something stands in the way"),
                //: %1 names a step or an object
                Text::tr("What is there contradicts what is wanted: %1. Nothing was done.").arg(named(error, Text::tr("see the plan"))),
                Text::tr("Look at the plan: it says for each conflict what was found. Remove the cause or change the answers.")};
    case ErrorCode::CheckFailed:
        return {Text::tr("A check failed"),
                //: %1 names a finding
                Text::tr("A condition of the set-up is not met: %1. Nothing was done.").arg(named(error, Text::tr("see the findings"))),
                Text::tr("Follow the remedy of each finding, then check again.")};

    case ErrorCode::NetworkUnreachable:
        return {Text::tr("No connection"),
                //: %1 is a host with port
                Text::tr("No connection to %1 could be made.").arg(named(error, Text::tr("the other side"))),
                Text::tr("Check network, firewall and proxy between this machine and that host. A proxy of the browser does not "
                         "count for services.")};
    case ErrorCode::NameNotResolved:
        return {Text::tr("Host name unknown"),
                //: %1 is a host
                Text::tr("The name %1 could not be resolved.").arg(named(error, Text::tr("of the host"))),
                Text::tr("Check the spelling and the DNS servers of this machine. A domain controller that is its own DNS server "
                         "needs a forwarder for names of the Internet.")};
    case ErrorCode::TlsCertificateNotTrusted:
        return {Text::tr("Certificate is not trusted"),
                //: %1 is a host
                Text::tr("The certificate of %1 was not accepted, so nothing was sent.").arg(named(error, Text::tr("the other side"))),
                Text::tr("For a controller, name the root of its certificate as caFile, and check name and expiry. For the cloud, a "
                         "device that inspects traffic is the usual cause: exempt the agent's hosts from inspection.")};
    case ErrorCode::TlsFailed:
        return {Text::tr("No secure connection"),
                //: %1 is a host
                Text::tr("A secure connection to %1 could not be set up.").arg(named(error, Text::tr("the other side"))),
                Text::tr("Check that both sides speak TLS 1.2 or newer, that the port is the one for TLS, and that nothing on the "
                         "way ends the connection.")};
    case ErrorCode::ProxyAuthenticationRequired:
        return {Text::tr("The proxy asks for a sign-in"),
                //: %1 is a proxy
                Text::tr("The proxy %1 lets nothing through without a sign-in.").arg(named(error, Text::tr("on the way"))),
                Text::tr("Give a user name and a password for it (server.proxyCredential in the answer file), or name another proxy. The "
                         "agent cannot sign in to a proxy: its hosts have to pass without.")};

    case ErrorCode::SignInRefused:
        return {Text::tr("Sign-in was refused"),
                //: %1 is the host of the sign-in service, an account or a tenant
                Text::tr("Microsoft Entra ID refused the sign-in (%1).").arg(named(error, Text::tr("no account named"))),
                Text::tr("Look at the sign-in log of the tenant with the correlation id of the details, then try again.")};
    case ErrorCode::SignInDeclined:
        return {Text::tr("Sign-in was declined"),
                Text::tr("The sign-in was turned down by the person asked, or the window was closed."),
                Text::tr("Start the sign-in again and complete it.")};
    case ErrorCode::SignInExpired:
        return {Text::tr("Sign-in has expired"),
                Text::tr("The time for the sign-in ran out, or the session is no longer valid."),
                Text::tr("Sign in again. A device code is good for some minutes only.")};
    case ErrorCode::SignInInteractionRequired:
        return {Text::tr("A person has to sign in"),
                Text::tr("Microsoft Entra ID wants a sign-in that a person takes part in, for example a second factor."),
                Text::tr("Sign in with the browser or a device code instead of an unattended method, or repeat it.")};
    case ErrorCode::SignInConsentMissing:
        return {Text::tr("Consent is missing"),
                //: %1 is the host of the sign-in service or an application id
                Text::tr("The application used for the sign-in has not been granted the permissions that the set-up needs (%1).")
                    .arg(named(error, Text::tr("no application named"))),
                Text::tr("Let an administrator grant consent in the app registration under API permissions, then sign in again.")};
    case ErrorCode::SignInWrongTenant:
        return {Text::tr("The account belongs to another tenant"),
                //: %1 is a tenant or an account
                Text::tr("The account signed in does not belong to the tenant that was wanted: %1.").arg(named(error, Text::tr("no tenant named"))),
                Text::tr("Sign in with an account that was made in this tenant; a guest or a personal account will not do.")};
    case ErrorCode::SignInResponseInvalid:
        return {Text::tr("The answer to the sign-in is not right"),
                Text::tr("What came back from the sign-in does not match what was asked for, so it was not used."),
                Text::tr("Close other sign-in windows and start again. If it happens again, check what stands between this machine "
                         "and the cloud.")};
    case ErrorCode::SignInMethodUnavailable:
        return {Text::tr("This way to sign in is not available"),
                //: %1 is a sign-in method or a cloud
                Text::tr("The way to sign in that was chosen cannot be used here: %1.").arg(named(error, Text::tr("no method named"))),
                Text::tr("Choose another one: a device code needs no browser on this machine, a certificate needs no person.")};
    case ErrorCode::SignInCertificateUnusable:
        return {Text::tr("The sign-in certificate cannot be used"),
                //: %1 is a path
                Text::tr("The certificate or its private key could not be used for the sign-in: %1.").arg(named(error, Text::tr("no file named"))),
                Text::tr("The PEM file has to hold a valid certificate and its unencrypted RSA key, and the certificate has to be "
                         "registered with the application.")};

    case ErrorCode::TenantRoleMissing:
        return {Text::tr("A role is missing"),
                //: %1 is an account
                Text::tr("The account %1 does not have a role that may set up Cloud Sync.").arg(named(error, Text::tr("signed in"))),
                Text::tr("Assign Hybrid Identity Administrator. A role that is only eligible has to be activated first; then sign in again.")};
    case ErrorCode::TenantPermissionMissing:
        return {Text::tr("A permission is missing"),
                //: %1 is a permission or a call
                Text::tr("The tenant does not allow this to the application in use: %1.").arg(named(error, Text::tr("no permission named"))),
                Text::tr("Add the permission to the app registration, grant consent for it, and sign in again so that the token holds it.")};
    case ErrorCode::TenantNotFound:
        return {Text::tr("Not found in the tenant"),
                //: %1 names an object of the tenant
                Text::tr("The tenant does not know %1.").arg(named(error, Text::tr("what was asked for"))),
                Text::tr("New objects take up to a minute to appear everywhere; try again. If it stays so, it was removed by somebody else.")};
    case ErrorCode::TenantConflict:
        return {Text::tr("The tenant has something else there"),
                //: %1 names an object of the tenant
                Text::tr("The tenant refused a change because it contradicts what is there: %1.").arg(named(error, Text::tr("no object named"))),
                Text::tr("Look at the configuration in the portal under Cloud Sync, then start again; the plan shows what differs.")};
    case ErrorCode::TenantThrottled:
        return {Text::tr("Too many requests"),
                Text::tr("The tenant asked several times to slow down and did not take the request in the time allowed."),
                Text::tr("Wait some minutes and start again. Other tools that work on the same tenant count as well.")};
    case ErrorCode::TenantUnavailable:
        return {Text::tr("The service does not answer properly"),
                //: %1 names a call or a host
                Text::tr("Microsoft Graph could not serve the request: %1.").arg(named(error, Text::tr("no call named"))),
                Text::tr("Look at the service health of the tenant and try again later. The request id in the details helps support.")};
    case ErrorCode::TenantRequestRefused:
        return {Text::tr("The tenant refused a request"),
                //: %1 names a call
                Text::tr("Microsoft Graph did not accept a request: %1.").arg(named(error, Text::tr("no call named"))),
                Text::tr("Read the details: they name what was not accepted. Correct the answer concerned and start again.")};
    case ErrorCode::TenantResponseInvalid:
        return {Text::tr("The answer of the tenant is not understood"),
                //: %1 names a call
                Text::tr("Microsoft Graph answered in a form that is not known: %1.").arg(named(error, Text::tr("no call named"))),
                Text::tr("Check that no proxy changes the answers. If all is well there, look for a newer version of this program.")};
    case ErrorCode::TenantChangedMeanwhile:
        return {Text::tr("The tenant was changed meanwhile"),
                //: %1 names an object of the tenant
                Text::tr("Somebody else changed %1 between reading and writing, so it was left alone.").arg(named(error, Text::tr("the same object"))),
                Text::tr("Agree on who works on the configuration, then start again; the plan is made from what is there now.")};
    case ErrorCode::JobQuarantined:
        return {Text::tr("The job is in quarantine"),
                //: %1 is a domain or a job
                Text::tr("The provisioning service has put the job of %1 in quarantine, so it runs rarely or not at all.")
                    .arg(named(error, Text::tr("this domain"))),
                Text::tr("Remove the cause that the details name, then restart the job. Clearing the quarantine alone brings it back.")};
    case ErrorCode::AgentInactive:
        return {Text::tr("The agent is not active"),
                //: %1 is a server
                Text::tr("The tenant does not see an active agent on %1.").arg(named(error, Text::tr("any server of this domain"))),
                Text::tr("Check that the agent's service runs and that it reaches its hosts on port 443 without inspection. "
                         "A new agent takes some minutes to show.")};
    case ErrorCode::ExpressionInvalid:
        return {Text::tr("An expression is not right"),
                //: %1 names an attribute mapping
                Text::tr("The expression of the mapping for %1 was not accepted.").arg(named(error, Text::tr("an attribute"))),
                Text::tr("Check brackets, quotes and function names. Attributes stand in square brackets, texts in double quotes.")};

    case ErrorCode::DirectoryUnreachable:
        return {Text::tr("No domain controller answers"),
                //: %1 is a domain or a controller
                Text::tr("No connection to a domain controller could be made: %1.").arg(named(error, Text::tr("no controller named"))),
                Text::tr("Check that the controllers run and that ports 389, 636 and 88 are open from this machine. Where DNS does "
                         "not know the domain, name the controllers in the answers.")};
    case ErrorCode::DirectoryCredentialRefused:
        return {Text::tr("User name or password is not right"),
                //: %1 is a user name
                Text::tr("The directory refused %1. It was tried once and is not tried again, so that the account does not lock.")
                    .arg(named(error, Text::tr("the credential"))),
                Text::tr("Enter the password anew. If you are sure of it, the account may be a member of Protected Users or "
                         "restricted to other servers: use another administrator.")};
    case ErrorCode::DirectoryCredentialLockedOut:
        return {Text::tr("The account is locked"),
                //: %1 is a user name
                Text::tr("The directory has locked %1 after too many refused attempts, or is one refusal away from it.").arg(named(error, Text::tr("the account"))),
                Text::tr("Unlock the account or wait until the lock or the count of refusals ends, and find out what used the old "
                         "password.")};
    case ErrorCode::DirectoryCredentialExpired:
        return {Text::tr("The password has expired"),
                //: %1 is a user name
                Text::tr("The password of %1 has expired or must be changed at the next sign-in.").arg(named(error, Text::tr("the account"))),
                Text::tr("Change the password on a Windows computer of the domain, then enter the new one.")};
    case ErrorCode::DirectoryCredentialDisabled:
        return {Text::tr("The account cannot sign in"),
                //: %1 is a user name
                Text::tr("%1 is disabled, expired or not allowed to sign in at this time or place.").arg(named(error, Text::tr("The account"))),
                Text::tr("Use another administrator, or lift the restriction.")};
    case ErrorCode::DirectoryAuthenticationUnavailable:
        return {Text::tr("This way to sign in to the directory is not available"),
                //: %1 is a controller or a mechanism
                Text::tr("The sign-in to the directory could not be attempted as asked for: %1.").arg(named(error, Text::tr("no reason known"))),
                Text::tr("Kerberos needs DNS, a clock that agrees within five minutes and port 88. The mechanism simple needs ldaps:// "
                         "or StartTLS.")};
    case ErrorCode::DirectoryRightMissing:
        return {Text::tr("A right in the directory is missing"),
                //: %1 is a distinguished name
                Text::tr("The directory does not allow the account in use to do this: %1.").arg(named(error, Text::tr("no object named"))),
                Text::tr("Use a member of Domain Admins; steps that touch the forest need Enterprise Admins. The plan names the right "
                         "that each step needs.")};
    case ErrorCode::DirectoryObjectMissing:
        return {Text::tr("Not in the directory"),
                //: %1 is a distinguished name
                Text::tr("The directory has no object %1, or hides it from the account in use.").arg(named(error, Text::tr("of this name"))),
                Text::tr("Check the name. A change made on another controller may need some minutes to arrive.")};
    case ErrorCode::DirectoryObjectExists:
        return {Text::tr("The directory has this already"),
                //: %1 is a distinguished name
                Text::tr("An object of this name was not expected in the directory: %1.").arg(named(error, Text::tr("no name known"))),
                Text::tr("Choose another name, or use the object that is there by choosing the existing account.")};
    case ErrorCode::DirectoryRequestRefused:
        return {Text::tr("The directory refused a change"),
                //: %1 is a distinguished name
                Text::tr("The directory did not accept a request: %1.").arg(named(error, Text::tr("no object named"))),
                Text::tr("Read the details: they hold the controller's own words and code.")};
    case ErrorCode::DirectoryResponseInvalid:
        return {Text::tr("The answer of the directory is not understood"),
                //: %1 is a controller or an object
                Text::tr("The controller answered in a form that is not known: %1.").arg(named(error, Text::tr("no object named"))),
                Text::tr("Check that the address leads to an Active Directory domain controller, and try another one.")};
    case ErrorCode::DirectoryWrongDomain:
        return {Text::tr("The controller serves another domain"),
                //: %1 is a domain or controller
                Text::tr("The controller that answered does not belong to the domain wanted: %1.").arg(named(error, Text::tr("no domain named"))),
                Text::tr("Check domain and controllers of the answers against one another.")};
    case ErrorCode::ScopeObjectMissing:
        return {Text::tr("A part of the scope is not there"),
                //: %1 is a distinguished name
                Text::tr("The scope names %1, which is not in the directory.").arg(named(error, Text::tr("an object"))),
                Text::tr("Correct the distinguished name. One that was renamed or moved has to be named anew.")};
    case ErrorCode::KdsRootKeyMissing:
        return {Text::tr("No usable KDS root key"),
                //: %1 is a domain
                Text::tr("The forest of %1 has no KDS root key that is in effect, so no group managed service account can be made.")
                    .arg(named(error, Text::tr("this domain"))),
                Text::tr("Create one with Add-KdsRootKey -EffectiveImmediately as an enterprise administrator and wait ten hours, "
                         "until every controller has it.")};
    case ErrorCode::ServiceAccountContainerMissing:
        return {Text::tr("The container for service accounts is missing"),
                //: %1 is a domain
                Text::tr("The domain %1 has no usable container Managed Service Accounts.").arg(named(error, Text::tr("concerned"))),
                Text::tr("Remove the stale entry of otherWellKnownObjects on the domain and run adprep /domainprep again, or restore "
                         "the container.")};
    case ErrorCode::ServiceAccountUnusable:
        return {Text::tr("The service account cannot be used here"),
                //: %1 is an account
                Text::tr("This server cannot use the group managed service account %1.").arg(named(error, Text::tr("named"))),
                Text::tr("Check that the server is among the hosts that may use it, restart the server when it was added through a "
                         "group, and check that account and server share a Kerberos encryption type.")};
    case ErrorCode::SecurityDescriptorInvalid:
        return {Text::tr("Permissions of an object are not understood"),
                //: %1 is a distinguished name
                Text::tr("The permissions of %1 could not be read, so they were not touched.").arg(named(error, Text::tr("an object"))),
                Text::tr("Check the permissions of the object with dsacls or Active Directory Users and Computers.")};

    case ErrorCode::PackageMissing:
        return {Text::tr("The agent's package is not there"),
                //: %1 is a path
                Text::tr("There is no package at %1.").arg(named(error, Text::tr("the place named"))),
                Text::tr("Download the Microsoft Entra provisioning agent from the portal under Cloud Sync, Agents, and name its path.")};
    case ErrorCode::PackageNotTrusted:
        return {Text::tr("The package is not trusted"),
                //: %1 is a path
                Text::tr("The signature of %1 is not valid or not the publisher's, so it was not started.").arg(named(error, Text::tr("the package"))),
                Text::tr("Download the package again from the portal. Do not start one whose signature is not right.")};
    case ErrorCode::InstallerFailed:
        return {Text::tr("The installer failed"),
                //: %1 is the path of a log file
                Text::tr("The agent's installer ended with an error. Its log: %1.").arg(named(error, Text::tr("none"))),
                Text::tr("Look at the end of its log. The usual causes are a restart that is due, a policy that takes away the right to "
                         "log on as a service, and a disabled Credential Manager.")};
    case ErrorCode::InstallerCancelled:
        return {Text::tr("The installation was cancelled"), Text::tr("The agent's installer was cancelled on this server."),
                Text::tr("Start again and let the installer come to its end.")};
    case ErrorCode::AnotherInstallation:
        return {Text::tr("Another installation is in progress"), Text::tr("Windows Installer is busy on this server."),
                Text::tr("Wait until the other installation has ended, then start again.")};
    case ErrorCode::RestartRequired:
        return {Text::tr("A restart is needed first"),
                Text::tr("This server has to be restarted before the work can go on."),
                Text::tr("Restart the server, then start again with --resume; what is done already is recognised.")};
    case ErrorCode::ServiceFailed:
        return {Text::tr("A service does not do as asked"),
                //: %1 is a service
                Text::tr("The service %1 could not be controlled or does not run.").arg(named(error, Text::tr("of the agent"))),
                Text::tr("Look at the System event log. The service's account needs the right to log on as a service; do not replace it "
                         "with an administrator or the local system.")};
    case ErrorCode::RegistryFailed:
        return {Text::tr("A registry value cannot be read or written"),
                //: %1 is a registry value
                Text::tr("Windows refused the access to %1.").arg(named(error, Text::tr("a registry value"))),
                Text::tr("Run as administrator, and check whether a policy or protection software guards the key.")};
    case ErrorCode::AgentCommandFailed:
        return {Text::tr("A command of the agent failed"),
                //: %1 is a command
                Text::tr("The agent's own command ended with an error: %1.").arg(named(error, Text::tr("no command named"))),
                Text::tr("Read the details and the agent's trace files below ProgramData; the commands can be repeated safely.")};
    case ErrorCode::NotElevated:
        return {Text::tr("Administrator rights are needed"),
                Text::tr("This program was started without administrator rights on this server."),
                Text::tr("Start it again with \"Run as administrator\".")};
    }
    return {};
}

/// Mistakes in answers are told by place and sentence; other causes in their own words.
QString causeText(const Error &cause)
{
    const bool answers = cause.code == ErrorCode::AnswersInvalid || cause.code == ErrorCode::LicenseNotAccepted;
    if (answers && cause.causes.isEmpty() && !cause.detail.isEmpty())
        return (cause.subject.isEmpty() ? QString() : cause.subject.simplified() + QStringLiteral(": ")) + sentence(cause.detail);
    return errorText(cause).happened;
}

constexpr qsizetype shownCauses = 50;

} // namespace

ErrorText errorText(const Error &error)
{
    ErrorText text = catalogued(error);
    if (const std::optional<KnownCode> known = knownCode(error)) {
        text.happened += u' ' + known->happened;
        text.next = known->next;
    }
    if (const QString detail = sentence(error.detail); !detail.isEmpty())
        //: %1 is what the other side said, in its own words
        text.happened += u' ' + Text::tr("Details: %1").arg(detail);
    for (const Error &cause : error.causes.first(std::min(error.causes.size(), shownCauses)))
        text.happened += u'\n' + causeText(cause);
    if (error.causes.size() > shownCauses)
        text.happened += u'\n' + Text::tr("There are %1 more.").arg(error.causes.size() - shownCauses);
    return text;
}

} // namespace cloudsync
