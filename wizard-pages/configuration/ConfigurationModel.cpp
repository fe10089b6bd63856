// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/configuration/ConfigurationModel.h"

#include "backend/setup/answers/AnswerFile.h"

namespace cloudsync {

void ConfigurationModel::enter()
{
    DomainPageModel::enter();
    readDirectory();
}

void ConfigurationModel::readDirectory()
{
    m_exchange.reset();
    m_objects.reset();
    if (!answers().directory(domain())) {
        m_reading.cancel();
        setBusy({});
        return;
    }
    setBusy(tr("Counting what is in scope."));
    m_reading.start(
        [&shared = state(), name = domain(),
         scope = configuration().scope.value_or(ScopeAnswers{})](const std::stop_token &stop) {
            Read read;
            const auto opened = shared.session()->directory(name, stop);
            if (!opened)
                return read; // the directories page has said why; here the facts are simply not shown
            const auto versionObject = (*opened)->read(QStringLiteral("CN=ms-Exch-Schema-Version-Pt,") +
                                                           (*opened)->rootDse().schemaNamingContext,
                                                       {QStringLiteral("rangeUpper")}, stop);
            if (versionObject)
                read.exchange = true;
            else if (versionObject.error().code == ErrorCode::DirectoryObjectMissing)
                read.exchange = false;
            if (const auto counts = countScope(**opened, scope, stop))
                read.objects = counts->total();
            return read;
        },
        [this](const Read &read) {
            m_exchange = read.exchange;
            m_objects = read.objects;
            if (m_exchange == false && configuration().exchangeHybridWriteback.value_or(false))
                setExchangeHybridWriteback(false);
            setBusy({});
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void ConfigurationModel::setPasswordHashSync(bool on)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.passwordHashSync = on; });
}

void ConfigurationModel::setExchangeHybridWriteback(bool on)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.exchangeHybridWriteback = on; });
}

void ConfigurationModel::setDeviceSync(bool on)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.deviceSync = on; });
}

void ConfigurationModel::setNotifications(const NotificationAnswers &notifications)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.notifications = notifications; });
}

void ConfigurationModel::setAccidentalDeletion(const AccidentalDeletionAnswers &deletion)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.accidentalDeletion = deletion; });
}

void ConfigurationModel::setEnabled(bool on)
{
    editConfiguration([&](ConfigurationAnswers &configuration) { configuration.enable = on; });
}

void ConfigurationModel::setPasswordWriteback(PasswordWritebackAnswers writeback)
{
    if (!writeback.enabled)
        writeback.accountUnlock = false; // unlocking rides on the writeback
    edit([&](Answers &answers) {
        if (answers.passwordWriteback || writeback.enabled)
            answers.passwordWriteback = writeback;
    });
}

bool ConfigurationModel::grants(PermissionSet set) const
{
    if (!answers().serviceAccount)
        return true; // the account is left alone here; what it may do is not known
    const auto &sets = answers().serviceAccount->permissions;
    return sets.contains(set) || sets.contains(PermissionSet::All);
}

QString ConfigurationModel::passwordWritebackObstacle() const
{
    if (!state().includesServer())
        return tr("Password writeback is switched through the agent; this machine does not carry one.");
    if (state().tenant() && !state().tenant()->hasPremiumLicense)
        return tr("Password writeback needs Microsoft Entra ID P1 or P2; no such licence was found in the tenant.");
    return {};
}

QStringList ConfigurationModel::warnings() const
{
    QStringList warnings;
    const ConfigurationAnswers now = configuration();
    if (now.passwordHashSync.value_or(false) && !grants(PermissionSet::PasswordHashSync))
        warnings.append(tr("Password hashes cannot be read with the permissions chosen for the service account."));
    if (now.exchangeHybridWriteback.value_or(false) && !grants(PermissionSet::HybridExchangePermissions))
        warnings.append(
            tr("Exchange attributes cannot be written with the permissions chosen for the service account."));
    if (passwordWriteback().enabled && !grants(PermissionSet::PasswordWriteBack))
        warnings.append(tr("Passwords cannot be written back with the permissions chosen for the service account."));
    const auto deletion = now.accidentalDeletion.value_or(AccidentalDeletionAnswers{});
    if (deletion.enabled && m_objects && deletion.threshold >= *m_objects && *m_objects > 0)
        warnings.append(tr("The threshold is not below the number of objects in scope, so it never stops anything."));
    return warnings;
}

QString ConfigurationModel::thresholdProblem() const
{
    const auto deletion = configuration().accidentalDeletion.value_or(AccidentalDeletionAnswers{});
    return deletion.enabled ? deletionThresholdProblem(deletion.threshold) : QString();
}

QString ConfigurationModel::recipientsProblem() const
{
    const auto notifications = configuration().notifications.value_or(NotificationAnswers{});
    if (!notifications.enabled)
        return {};
    if (notifications.recipients.isEmpty())
        return tr("Name at least one address, or switch the notifications off.");
    for (const QString &recipient : notifications.recipients) {
        if (const QString problem = mailAddressProblem(recipient); !problem.isEmpty())
            return problem;
    }
    return {};
}

bool ConfigurationModel::isComplete() const
{
    return !domain().isEmpty() && thresholdProblem().isEmpty() && recipientsProblem().isEmpty();
}

} // namespace cloudsync
