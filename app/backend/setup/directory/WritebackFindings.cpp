// SPDX-License-Identifier: GPL-3.0-or-later
// What password writeback needs of the domain (operations.md section 6).
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Readiness.h"

namespace cloudsync {

namespace {

void examineMinimumPasswordAge(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Minimum password age");
    Directory &directory = readiness.directory();
    auto root =
        directory.read(directory.rootDse().defaultNamingContext, {QStringLiteral("minPwdAge")}, readiness.stop());
    if (!root)
        return readiness.failed("minimumPasswordAge", title, root.error());
    // A negative number of 100 nanoseconds (MS-ADTS 6.1.1.4); absent means none.
    const qint64 ticks = -root->value(QStringLiteral("minPwdAge")).toLongLong();
    const double hours = static_cast<double>(ticks) / 10'000'000.0 / 3600.0;
    if (ticks <= 0)
        return readiness.ok("minimumPasswordAge", title, DirectoryText::tr("A password may be changed again at once."));
    readiness.warning(
        "minimumPasswordAge", title,
        DirectoryText::tr("A password may be changed again after %1 hours only.").arg(hours, 0, 'f', 1),
        DirectoryText::tr("A change that a person makes in the cloud within this time is refused by the domain."),
        DirectoryText::tr(
            "Set the minimum password age of the domain's password policy to 0. A reset by an administrator is not "
            "affected."));
}

void examineRights(Readiness &readiness)
{
    const auto &account = readiness.answers().serviceAccount;
    if (!account)
        return; // the account is left alone; what it may do is shown with the permissions
    const QString title = DirectoryText::tr("Rights for password writeback");
    if (account->permissions.contains(PermissionSet::PasswordWriteBack) ||
        account->permissions.contains(PermissionSet::All))
        return readiness.ok("passwordWritebackRights", title, DirectoryText::tr("The service account is given them."));
    readiness.warning("passwordWritebackRights", title,
                      DirectoryText::tr("The answers do not give them to the service account %1.").arg(account->name),
                      DirectoryText::tr("The agent cannot write passwords without them."),
                      DirectoryText::tr("Add PasswordWriteBack to the permissions of the service account."));
}

} // namespace

void examineWriteback(Readiness &readiness)
{
    const auto &writeback = readiness.answers().passwordWriteback;
    if (!writeback || !writeback->enabled)
        return;
    examineMinimumPasswordAge(readiness);
    examineRights(readiness);
}

} // namespace cloudsync
