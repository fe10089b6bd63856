// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/Licence.h"
#include "backend/setup/tenant/OnDemand.h"
#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// One user as a proof: picked in the directory or made there, provisioned now, looked at, given a licence.
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

    /// What createUser() would begin with; a name that nobody bears by chance, in the first unit of the scope.
    struct Proposal
    {
        QString domain;
        QString name;
        QString container;
        QString note; ///< what else is needed to bring the user into the scope; empty when nothing is
    };
    [[nodiscard]] Proposal proposal() const;
    /// Makes the user in Active Directory as a run of its own, which `undo` takes back. It then stands in found().
    void createUser(const QString &name, const QString &container);
    /// The password that the new user got, made here and shown to the person alone; empty when there is none.
    [[nodiscard]] const Secret &newPassword() const { return m_newPassword; }
    [[nodiscard]] QString createdName() const { return m_created; }

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
    QString m_proposedName;
    QString m_created; ///< distinguished name
    Secret m_newPassword;
    std::optional<OnDemandReport> m_report;
    QVector<FreeLicence> m_licences;
    bool m_licensed = false;
    Request m_request{this};
};

} // namespace cloudsync
