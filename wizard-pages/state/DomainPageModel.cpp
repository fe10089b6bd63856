// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/state/DomainPageModel.h"

namespace cloudsync {

ConfigurationAnswers proposedConfiguration(const QString &domain)
{
    ConfigurationAnswers configuration;
    configuration.domain = domain;
    configuration.passwordHashSync = true;
    configuration.accidentalDeletion = AccidentalDeletionAnswers{};
    configuration.scope = ScopeAnswers{};
    configuration.enable = true;
    return configuration;
}

void DomainPageModel::enter()
{
    const QStringList known = domains();
    if (!known.contains(m_domain, Qt::CaseInsensitive))
        m_domain = known.value(0);
    if (!m_domain.isEmpty())
        editConfiguration([](ConfigurationAnswers &) {});
}

QStringList DomainPageModel::domains() const
{
    QStringList domains;
    for (const ConfigurationAnswers &configuration : answers().configurations)
        domains.append(configuration.domain);
    for (const DirectoryAnswers &directory : answers().directories) {
        if (!domains.contains(directory.domain, Qt::CaseInsensitive))
            domains.append(directory.domain);
    }
    return domains;
}

QString DomainPageModel::domain() const
{
    return m_domain.isEmpty() ? domains().value(0) : m_domain;
}

void DomainPageModel::setDomain(const QString &domain)
{
    if (domain.compare(m_domain, Qt::CaseInsensitive) == 0)
        return;
    m_domain = domain;
    clearProblem();
    editConfiguration([](ConfigurationAnswers &) {});
    domainChosen();
    Q_EMIT changed();
}

ConfigurationAnswers DomainPageModel::configuration() const
{
    const ConfigurationAnswers *found = answers().configuration(domain());
    return found ? *found : proposedConfiguration(domain());
}

void DomainPageModel::editConfiguration(const std::function<void(ConfigurationAnswers &)> &change)
{
    const QString wanted = domain();
    edit([&](Answers &answers) {
        for (ConfigurationAnswers &configuration : answers.configurations) {
            if (configuration.domain.compare(wanted, Qt::CaseInsensitive) == 0) {
                change(configuration);
                return;
            }
        }
        ConfigurationAnswers made = proposedConfiguration(wanted);
        change(made);
        answers.configurations.append(made);
    });
}

} // namespace cloudsync
