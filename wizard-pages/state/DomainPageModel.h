// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"

namespace cloudsync {

/// A page that edits one configuration at a time: the one of the chosen domain.
class DomainPageModel : public PageModel
{
    Q_OBJECT

public:
    explicit DomainPageModel(SetupState &state, QObject *parent = nullptr) : PageModel(state, parent) {}

    /// Makes sure that there is a configuration to edit: the first directory's when the answers have none.
    void enter() override;

    /// Domains that can be configured: those with a configuration, then directories without one.
    [[nodiscard]] QStringList domains() const;
    [[nodiscard]] QString domain() const;
    /// Shows another domain's configuration; makes one when it has none.
    void setDomain(const QString &domain);
    /// The configuration shown; a default one while there is none.
    [[nodiscard]] ConfigurationAnswers configuration() const;

protected:
    void editConfiguration(const std::function<void(ConfigurationAnswers &)> &change);
    /// Another domain is shown.
    virtual void domainChosen() {}

private:
    QString m_domain;
};

/// What a new configuration proposes: passwords are synchronised, deletions are guarded, jobs run.
[[nodiscard]] ConfigurationAnswers proposedConfiguration(const QString &domain);

} // namespace cloudsync
