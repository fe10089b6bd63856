// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/errors/ExitCode.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExitCode)
};

} // namespace

const QVector<ExitCode> &allExitCodes()
{
    static const QVector<ExitCode> codes{ExitCode::Done,         ExitCode::AnswersWrong,     ExitCode::CheckFailed,
                                         ExitCode::SignInFailed, ExitCode::FailedUndone,     ExitCode::FailedLeftBehind,
                                         ExitCode::Cancelled,    ExitCode::AnotherRun,       ExitCode::RestartInitiated,
                                         ExitCode::RestartRequired};
    return codes;
}

QString exitCodeMeaning(ExitCode code)
{
    switch (code) {
    case ExitCode::Done:
        return Text::tr("Done, or everything was there already.");
    case ExitCode::AnswersWrong:
        return Text::tr("The answers or the command line are wrong; nothing was done.");
    case ExitCode::CheckFailed:
        return Text::tr("A check failed; nothing was done.");
    case ExitCode::SignInFailed:
        return Text::tr("The sign-in failed or was refused.");
    case ExitCode::FailedUndone:
        return Text::tr("A step failed; everything that this run did is undone.");
    case ExitCode::FailedLeftBehind:
        return Text::tr("A step failed and something is left behind; the report lists it.");
    case ExitCode::Cancelled:
        return Text::tr("Cancelled by a person; what was done is undone or listed.");
    case ExitCode::AnotherRun:
        return Text::tr("Another installation, or another run of this program, is in progress.");
    case ExitCode::RestartInitiated:
        return Text::tr("Done; a restart has begun.");
    case ExitCode::RestartRequired:
        return Text::tr("Done; a restart is needed to finish.");
    }
    return {};
}

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
    case ErrorCode::InstallerCancelled:
        return ExitCode::Cancelled;

    case ErrorCode::RunInProgress:
    case ErrorCode::AnotherInstallation:
        return ExitCode::AnotherRun;

    case ErrorCode::CommandLineWrong:
    case ErrorCode::ConfirmationMissing:
    case ErrorCode::AnswersUnreadable:
    case ErrorCode::AnswersNotJson:
    case ErrorCode::AnswersInvalid:
    case ErrorCode::AnswerMissing:
    case ErrorCode::LicenseNotAccepted:
    case ErrorCode::SecretUnavailable:
    case ErrorCode::RunNotFound:
        return ExitCode::AnswersWrong;

    case ErrorCode::SignInRefused:
    case ErrorCode::SignInDeclined:
    case ErrorCode::SignInExpired:
    case ErrorCode::SignInInteractionRequired:
    case ErrorCode::SignInConsentMissing:
    case ErrorCode::SignInWrongTenant:
    case ErrorCode::SignInResponseInvalid:
    case ErrorCode::SignInMethodUnavailable:
    case ErrorCode::SignInCertificateUnusable:
    case ErrorCode::DirectoryCredentialRefused:
    case ErrorCode::DirectoryCredentialLockedOut:
    case ErrorCode::DirectoryCredentialExpired:
    case ErrorCode::DirectoryCredentialDisabled:
    case ErrorCode::DirectoryAuthenticationUnavailable:
        return ExitCode::SignInFailed;

    case ErrorCode::UndoIncomplete:
        return ExitCode::FailedLeftBehind;

    case ErrorCode::RestartRequired:
        return ExitCode::RestartRequired;

    case ErrorCode::Internal:
    case ErrorCode::TimedOut:
    case ErrorCode::NotSupportedHere:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::JournalUnwritable:
    case ErrorCode::JournalUnreadable:
    case ErrorCode::PlanConflict:
    case ErrorCode::CheckFailed:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NameNotResolved:
    case ErrorCode::TlsCertificateNotTrusted:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyAuthenticationRequired:
    case ErrorCode::TenantRoleMissing:
    case ErrorCode::TenantPermissionMissing:
    case ErrorCode::TenantNotFound:
    case ErrorCode::TenantConflict:
    case ErrorCode::TenantThrottled:
    case ErrorCode::TenantUnavailable:
    case ErrorCode::TenantRequestRefused:
    case ErrorCode::TenantResponseInvalid:
    case ErrorCode::TenantChangedMeanwhile:
    case ErrorCode::JobQuarantined:
    case ErrorCode::AgentInactive:
    case ErrorCode::ExpressionInvalid:
    case ErrorCode::DirectoryUnreachable:
    case ErrorCode::DirectoryRightMissing:
    case ErrorCode::DirectoryObjectMissing:
    case ErrorCode::DirectoryObjectExists:
    case ErrorCode::DirectoryRequestRefused:
    case ErrorCode::DirectoryResponseInvalid:
    case ErrorCode::DirectoryWrongDomain:
    case ErrorCode::ScopeObjectMissing:
    case ErrorCode::KdsRootKeyMissing:
    case ErrorCode::ServiceAccountContainerMissing:
    case ErrorCode::ServiceAccountUnusable:
    case ErrorCode::SecurityDescriptorInvalid:
    case ErrorCode::PackageMissing:
    case ErrorCode::PackageNotTrusted:
    case ErrorCode::InstallerFailed:
    case ErrorCode::ServiceFailed:
    case ErrorCode::RegistryFailed:
    case ErrorCode::AgentCommandFailed:
    case ErrorCode::NotElevated:
        return ExitCode::CheckFailed;
    }
    return ExitCode::CheckFailed;
}

namespace {

/// What a step of a run met decides where the calling process has to tell it from a failure: the agent's installer was cancelled, or
/// found another one at work (agent.md section 1).
ExitCode exitCodeOfFailure(const RunReport &report, ExitCode otherwise)
{
    const ExitCode met = report.error ? exitCodeFor(report.error->code) : otherwise;
    return met == ExitCode::Cancelled || (met == ExitCode::AnotherRun && otherwise == ExitCode::FailedUndone) ? met
                                                                                                              : otherwise;
}

} // namespace

ExitCode exitCodeFor(const RunReport &report)
{
    switch (report.outcome) {
    case RunOutcome::Done:
        switch (report.restart) {
        case Restart::None:
            return ExitCode::Done;
        case Restart::Required:
            return ExitCode::RestartRequired;
        case Restart::Initiated:
            return ExitCode::RestartInitiated;
        }
        return ExitCode::Done;
    case RunOutcome::Failed:
        return exitCodeOfFailure(report, ExitCode::FailedUndone);
    case RunOutcome::FailedLeftBehind:
        return exitCodeOfFailure(report, ExitCode::FailedLeftBehind);
    case RunOutcome::Cancelled:
        return ExitCode::Cancelled;
    case RunOutcome::Refused:
        return report.error ? exitCodeFor(report.error->code) : ExitCode::CheckFailed;
    }
    return ExitCode::FailedLeftBehind;
}

int processExitCode(ExitCode code)
{
    const int value = static_cast<int>(code);
#ifdef Q_OS_WIN
    return value;
#else
    return value & 0xff;
#endif
}

} // namespace cloudsync
