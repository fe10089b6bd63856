// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace cloudsync {

// Every way in which the product can fail. The list stands in the engine because a switch without default needs one
// closed enumeration; what each value means to a person and to the calling process is decided in setup
// (ErrorCatalogue, ExitCode), where a test walks all of them.
//
// X(enumerator, public name). The public name is the "code" in JSON output: it never changes.
#define CLOUDSYNC_ERROR_CODES(X)                                                                                       \
    X(Internal, "internal")                                                                                            \
    X(Cancelled, "cancelled")                                                                                          \
    X(TimedOut, "timedOut")                                                                                            \
    X(NotSupportedHere, "notSupportedHere")                                                                            \
    X(FileUnreadable, "file.unreadable")                                                                               \
    X(FileUnwritable, "file.unwritable")                                                                               \
    X(JournalUnwritable, "journal.unwritable")                                                                         \
    X(JournalUnreadable, "journal.unreadable")                                                                         \
    X(RunInProgress, "run.inProgress")                                                                                 \
    X(RunNotFound, "run.notFound")                                                                                     \
    X(UndoIncomplete, "undo.incomplete")                                                                               \
    X(CommandLineWrong, "commandLine.wrong")                                                                           \
    X(ConfirmationMissing, "commandLine.confirmationMissing")                                                          \
    X(AnswersUnreadable, "answers.unreadable")                                                                         \
    X(AnswersNotJson, "answers.notJson")                                                                               \
    X(AnswersInvalid, "answers.invalid")                                                                               \
    X(AnswerMissing, "answers.missing")                                                                                \
    X(LicenseNotAccepted, "answers.licenseNotAccepted")                                                                \
    X(SecretUnavailable, "secret.unavailable")                                                                         \
    X(PlanConflict, "plan.conflict")                                                                                   \
    X(CheckFailed, "check.failed")                                                                                     \
    X(NetworkUnreachable, "network.unreachable")                                                                       \
    X(NameNotResolved, "network.nameNotResolved")                                                                      \
    X(TlsCertificateNotTrusted, "tls.certificateNotTrusted")                                                           \
    X(TlsFailed, "tls.failed")                                                                                         \
    X(ProxyAuthenticationRequired, "proxy.authenticationRequired")                                                     \
    X(SignInRefused, "signIn.refused")                                                                                 \
    X(SignInDeclined, "signIn.declined")                                                                               \
    X(SignInExpired, "signIn.expired")                                                                                 \
    X(SignInInteractionRequired, "signIn.interactionRequired")                                                         \
    X(SignInConsentMissing, "signIn.consentMissing")                                                                   \
    X(SignInWrongTenant, "signIn.wrongTenant")                                                                         \
    X(SignInResponseInvalid, "signIn.responseInvalid")                                                                 \
    X(SignInMethodUnavailable, "signIn.methodUnavailable")                                                             \
    X(SignInCertificateUnusable, "signIn.certificateUnusable")                                                         \
    X(TenantRoleMissing, "tenant.roleMissing")                                                                         \
    X(TenantPermissionMissing, "tenant.permissionMissing")                                                             \
    X(TenantNotFound, "tenant.notFound")                                                                               \
    X(TenantConflict, "tenant.conflict")                                                                               \
    X(TenantThrottled, "tenant.throttled")                                                                             \
    X(TenantUnavailable, "tenant.unavailable")                                                                         \
    X(TenantRequestRefused, "tenant.requestRefused")                                                                   \
    X(TenantResponseInvalid, "tenant.responseInvalid")                                                                 \
    X(TenantChangedMeanwhile, "tenant.changedMeanwhile")                                                               \
    X(JobQuarantined, "tenant.jobQuarantined")                                                                         \
    X(AgentInactive, "tenant.agentInactive")                                                                           \
    X(ExpressionInvalid, "tenant.expressionInvalid")                                                                   \
    X(DirectoryUnreachable, "directory.unreachable")                                                                   \
    X(DirectoryCredentialRefused, "directory.credentialRefused")                                                       \
    X(DirectoryCredentialLockedOut, "directory.credentialLockedOut")                                                   \
    X(DirectoryCredentialExpired, "directory.credentialExpired")                                                       \
    X(DirectoryCredentialDisabled, "directory.credentialDisabled")                                                     \
    X(DirectoryAuthenticationUnavailable, "directory.authenticationUnavailable")                                       \
    X(DirectoryRightMissing, "directory.rightMissing")                                                                 \
    X(DirectoryObjectMissing, "directory.objectMissing")                                                               \
    X(DirectoryObjectExists, "directory.objectExists")                                                                 \
    X(DirectoryRequestRefused, "directory.requestRefused")                                                             \
    X(DirectoryResponseInvalid, "directory.responseInvalid")                                                           \
    X(DirectoryWrongDomain, "directory.wrongDomain")                                                                   \
    X(ScopeObjectMissing, "directory.scopeObjectMissing")                                                              \
    X(KdsRootKeyMissing, "directory.kdsRootKeyMissing")                                                                \
    X(ServiceAccountContainerMissing, "directory.serviceAccountContainerMissing")                                      \
    X(ServiceAccountUnusable, "directory.serviceAccountUnusable")                                                      \
    X(SecurityDescriptorInvalid, "directory.securityDescriptorInvalid")                                                \
    X(PackageMissing, "server.packageMissing")                                                                         \
    X(PackageNotTrusted, "server.packageNotTrusted")                                                                   \
    X(InstallerFailed, "server.installerFailed")                                                                       \
    X(InstallerCancelled, "server.installerCancelled")                                                                 \
    X(AnotherInstallation, "server.anotherInstallation")                                                               \
    X(RestartRequired, "server.restartRequired")                                                                       \
    X(ServiceFailed, "server.serviceFailed")                                                                           \
    X(RegistryFailed, "server.registryFailed")                                                                         \
    X(AgentCommandFailed, "server.agentCommandFailed")                                                                 \
    X(NotElevated, "server.notElevated")

enum class ErrorCode : quint16 {
#define X(name, text) name,
    CLOUDSYNC_ERROR_CODES(X)
#undef X
};

/// Public name of a code, for example "signIn.declined".
[[nodiscard]] QString errorCodeName(ErrorCode code);

/// Every code, in order of declaration: for tables and for the tests that walk them.
[[nodiscard]] const QVector<ErrorCode> &allErrorCodes();

} // namespace cloudsync
