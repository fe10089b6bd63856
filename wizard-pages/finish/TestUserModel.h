// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/Licence.h"
#include "backend/setup/tenant/OnDemand.h"
#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// One user as a proof: picked in the directory, provisioned now, looked at, given a licence.
class TestUserModel : public PageModel
{
    Q_OBJECT

public:
    struct User
    {
        QString distinguishedName;
        QString name;              ///< for people
        QString userPrincipalName; ///< in Active Directory
    };

    explicit TestUserModel(SetupState &state, QObject *parent = nullptr) : PageModel(state, parent) {}

    void enter() override;
    [[nodiscard]] bool isComplete() const override { return !m_request.isRunning(); }
    /// True when there is a tenant, and a directory whose users can be looked for.
    [[nodiscard]] bool isPossible() const;

    /// Users whose name begins with or contains the text; at most twenty.
    void find(const QString &text);
    [[nodiscard]] const QVector<User> &found() const { return m_found; }
    [[nodiscard]] bool hasSearched() const { return m_searched; }

    void provision(const QString &distinguishedName);
    [[nodiscard]] const std::optional<OnDemandReport> &report() const { return m_report; }
    /// How it went, in a sentence.
    [[nodiscard]] QString outcome() const;
    /// What the service did, a line each.
    [[nodiscard]] QStringList steps() const;
    /// How to see that the user can sign in; empty until there is a user.
    [[nodiscard]] QString signInAdvice() const;

    [[nodiscard]] const QVector<FreeLicence> &licences() const { return m_licences; }
    [[nodiscard]] bool canLicence() const;
    void giveLicence(const QString &skuId, const QString &usageLocation);
    [[nodiscard]] bool isLicensed() const { return m_licensed; }

private:
    void begin(const QString &what);
    QVector<User> m_found;
    bool m_searched = false;
    std::optional<OnDemandReport> m_report;
    QVector<FreeLicence> m_licences;
    bool m_licensed = false;
    Request m_request{this};
};

} // namespace cloudsync
