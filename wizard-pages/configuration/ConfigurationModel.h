// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectorySetup.h"
#include "wizard-pages/state/DomainPageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// The switches of one domain's configuration, with what the directory says about them: objects in scope beside the
/// deletion threshold, Exchange schema beside the writeback.
class ConfigurationModel : public DomainPageModel
{
    Q_OBJECT

public:
    explicit ConfigurationModel(SetupState &state, QObject *parent = nullptr) : DomainPageModel(state, parent) {}

    void enter() override;
    [[nodiscard]] bool isComplete() const override;

    void setPasswordHashSync(bool on);
    void setExchangeHybridWriteback(bool on);
    void setDeviceSync(bool on);
    void setNotifications(const NotificationAnswers &notifications);
    void setAccidentalDeletion(const AccidentalDeletionAnswers &deletion);
    void setEnabled(bool on);
    [[nodiscard]] PasswordWritebackAnswers passwordWriteback() const
    {
        return answers().passwordWriteback.value_or(PasswordWritebackAnswers{});
    }
    void setPasswordWriteback(PasswordWritebackAnswers writeback);

    /// Whether the directory's schema can carry the Exchange writeback; unknown until it was read.
    [[nodiscard]] std::optional<bool> hasExchangeSchema() const { return m_exchange; }
    /// Objects in the scope as it stands; unknown until counted.
    [[nodiscard]] std::optional<qint64> objectsInScope() const { return m_objects; }
    /// Why password writeback cannot be switched on; empty when it can.
    [[nodiscard]] QString passwordWritebackObstacle() const;
    /// What follows from the permissions chosen earlier and does not fit the switches; empty when all fits.
    [[nodiscard]] QStringList warnings() const;
    /// Sentence about the threshold; empty when it is good.
    [[nodiscard]] QString thresholdProblem() const;
    /// Sentence about the recipients; empty when they are good.
    [[nodiscard]] QString recipientsProblem() const;

protected:
    void domainChosen() override { readDirectory(); }

private:
    struct Read
    {
        std::optional<bool> exchange;
        std::optional<qint64> objects;
    };
    void readDirectory();
    [[nodiscard]] bool grants(PermissionSet set) const;
    std::optional<bool> m_exchange;
    std::optional<qint64> m_objects;
    Request m_reading{this};
};

} // namespace cloudsync
