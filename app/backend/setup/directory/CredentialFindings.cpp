// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/AccountStanding.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/Readiness.h"

namespace cloudsync {

namespace {

constexpr qint64 soon = 24 * 60 * 60; // seconds

QString lockoutText(const AccountStanding &standing)
{
    if (!standing.attemptsLeft())
        return DirectoryText::tr("no lockout");
    //: %1 number of refusals that lock out, %2 refusals counted, %3 where this is set
    return DirectoryText::tr("locked out after %1 refused passwords, %2 counted (%3)")
        .arg(standing.lockoutThreshold)
        .arg(standing.refusals)
        .arg(standing.policy.isEmpty() ? DirectoryText::tr("the domain's policy") : standing.policy);
}

} // namespace

Result<void> guardCredential(const Ports &ports, const DirectoryTarget &target, const QString &user,
                             const std::stop_token &stop)
{
    auto directory = ports.directories.connectAsCaller(target, stop);
    if (!directory)
        return {}; // no ticket to look with
    const QDateTime now = controllerNow((*directory)->rootDse(), ports.clock);
    auto read = readAccountStanding(**directory, user, now, stop);
    if (!read || !*read)
        return {};
    const AccountStanding &standing = **read;
    ports.log.info("directory.accountStanding",
                   {{"dn", standing.dn},
                    {"lockoutThreshold", QString::number(standing.lockoutThreshold)},
                    {"refusals", QString::number(standing.refusals)},
                    {"protectedUsers", standing.isProtectedUser ? QStringLiteral("yes") : QStringLiteral("no")}});
    if (standing.isLockedOut)
        return fail(ErrorCode::DirectoryCredentialLockedOut, user, QStringLiteral("locked out, no attempt was made"));
    if (const auto left = standing.attemptsLeft(); left && *left <= 1) {
        return fail(
            ErrorCode::DirectoryCredentialLockedOut, user,
            QStringLiteral("%1 of %2 refused passwords are counted, so one more would lock it out; no attempt was "
                           "made. The count starts again after %3 minutes")
                .arg(standing.refusals)
                .arg(standing.lockoutThreshold)
                .arg(standing.windowMinutes));
    }
    if (standing.isDisabled)
        return fail(ErrorCode::DirectoryCredentialDisabled, user, QStringLiteral("disabled, no attempt was made"));
    const bool isExpired = (standing.passwordExpires.isValid() && standing.passwordExpires <= now) ||
                           (standing.accountExpires.isValid() && standing.accountExpires <= now);
    if (standing.mustChangePassword || isExpired)
        return fail(ErrorCode::DirectoryCredentialExpired, user,
                    standing.mustChangePassword ? QStringLiteral("the password has to be changed first")
                                                : QStringLiteral("expired"));
    return {};
}

void examineCredential(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Account that is signed in");
    const DirectoryAnswers *answers = readiness.answers().directory(readiness.domain());
    Directory &directory = readiness.directory();
    const QDateTime now = controllerNow(directory.rootDse(), readiness.session().ports().clock);
    auto read = readAccountStanding(directory, answers ? answers->credential.user : QString(), now, readiness.stop());
    if (!read) {
        readiness.failed("credential", title, read.error());
        return;
    }
    if (!*read) {
        readiness.info("credential", title, directory.identity(),
                       DirectoryText::tr("This domain does not hold the account, so nothing is known of its lockout."));
        return;
    }
    const AccountStanding &standing = **read;
    const QString evidence = QStringLiteral("%1: %2").arg(standing.dn, lockoutText(standing));
    if (const auto left = standing.attemptsLeft(); left && *left <= 1) {
        readiness.warning(
            "credential", title, evidence, DirectoryText::tr("One more refused password locks the account out."),
            //: %1 number of minutes
            DirectoryText::tr("Be sure of the password before it is typed anywhere, or wait %1 minutes: the "
                              "count then starts again.")
                .arg(standing.windowMinutes));
    } else if (standing.passwordExpires.isValid() && standing.passwordExpires < now.addSecs(soon)) {
        //: %1 a time
        readiness.warning(
            "credential", title, evidence,
            DirectoryText::tr("The password expires at %1.").arg(standing.passwordExpires.toString(Qt::ISODate)),
            DirectoryText::tr("Change the password before the set-up begins."));
    } else if (standing.isProtectedUser) {
        readiness.info(
            "credential", title, evidence,
            DirectoryText::tr("The account is a member of Protected Users: Kerberos works, NTLM and a simple "
                              "sign-in do not. The agent's own installer may refuse it."),
            DirectoryText::tr("Keep the mechanism negotiate."));
    } else {
        readiness.ok("credential", title, evidence);
    }
}

} // namespace cloudsync
