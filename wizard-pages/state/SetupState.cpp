// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/state/SetupState.h"

#include <utility>

namespace cloudsync {

SetupState::SetupState(Backend &backend, std::shared_ptr<TypedSecrets> secrets, Answers initial, QObject *parent)
    : QObject(parent), m_backend(backend), m_secrets(std::move(secrets)), m_answers(std::move(initial)),
      m_session(backend.session(m_answers)), m_shared(m_answers)
{
}

void SetupState::edit(const std::function<void(Answers &)> &change)
{
    Answers changed = m_answers;
    change(changed);
    if (changed == m_answers)
        return;
    const bool otherTenant = changed.signIn != m_answers.signIn || changed.cloud != m_answers.cloud ||
                             changed.customCloud != m_answers.customCloud;
    m_answers = std::move(changed);
    for (const DirectoryAnswers &directory : std::as_const(m_answers.directories)) {
        // An answer file that was saved says "prompt"; whoever asks then asks by the account's name.
        if (directory.credential.password.kind == SecretReference::Kind::Entered)
            m_secrets->setAccount(directory.credential.password.value, directory.credential.user);
    }
    {
        const std::lock_guard lock(m_sharedMutex);
        m_shared = m_answers;
    }
    if (otherTenant)
        setTenant(std::nullopt);
    Q_EMIT answersChanged();
}

std::shared_ptr<Session> SetupState::session() const
{
    const std::lock_guard update(m_updateMutex);
    Answers newest;
    {
        const std::lock_guard lock(m_sharedMutex);
        newest = m_shared;
    }
    if (m_session->answers() != newest)
        m_session->update(std::move(newest));
    return m_session;
}

void SetupState::setDirectoryPassword(const QString &domain, Secret password)
{
    const QString given = domain.toLower();
    SecretReference reference;
    if (password.isEmpty()) {
        m_secrets->forget(domain);
        reference = m_given.value(given);
    } else {
        const DirectoryAnswers *directory = m_answers.directory(domain);
        if (directory && directory->credential.password.kind != SecretReference::Kind::Entered)
            m_given.insert(given, directory->credential.password);
        reference = {SecretReference::Kind::Entered, m_secrets->put(domain, std::move(password))};
    }
    edit([&](Answers &answers) {
        for (DirectoryAnswers &directory : answers.directories) {
            if (directory.domain.compare(domain, Qt::CaseInsensitive) == 0) {
                directory.credential.password = reference;
                return;
            }
        }
        DirectoryAnswers directory;
        directory.domain = domain;
        directory.credential.password = reference;
        answers.directories.append(directory);
    });
}

bool SetupState::hasDirectoryPassword(const QString &domain) const
{
    const DirectoryAnswers *directory = m_answers.directory(domain);
    if (!directory)
        return false;
    switch (directory->credential.password.kind) {
    case SecretReference::Kind::None:
    case SecretReference::Kind::Prompt:
        return false;
    case SecretReference::Kind::Entered:
        return m_secrets->holds(directory->credential.password.value);
    case SecretReference::Kind::Environment:
    case SecretReference::Kind::File:
    case SecretReference::Kind::Cms:
        return true;
    }
    return false;
}

void SetupState::setPath(SetupPath path)
{
    if (std::exchange(m_path, path) != path)
        Q_EMIT pathChanged();
}

void SetupState::setIncludesServer(bool includes)
{
    if (std::exchange(m_includesServer, includes) != includes)
        Q_EMIT pathChanged();
}

Sections SetupState::sections() const
{
    Sections sections = allSections();
    switch (m_path) {
    case SetupPath::FirstServer:
    case SetupPath::LookOnly:
        break;
    case SetupPath::ContinueRun:
    case SetupPath::UndoRun:
        return sections; // what the recorded run was about
    case SetupPath::FurtherServer:
    case SetupPath::Repair:
        sections = Section::Server | Section::Directory;
        break;
    case SetupPath::ChangeConfiguration:
        sections = Section::Tenant;
        break;
    }
    if (!m_includesServer)
        sections &= ~Sections(Section::Server);
    return sections;
}

void SetupState::setTenant(std::optional<TenantSummary> tenant)
{
    m_tenant = std::move(tenant);
    Q_EMIT tenantChanged();
}

void SetupState::setRecordedRun(std::optional<JournalRecord> record)
{
    m_recordedRun = std::move(record);
}

} // namespace cloudsync
