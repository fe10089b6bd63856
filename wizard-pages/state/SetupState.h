// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/Backend.h"
#include "wizard-pages/state/TypedSecrets.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace cloudsync {

/// Why the wizard was opened; decides which pages are shown (pages.md).
enum class SetupPath { FirstServer, FurtherServer, ChangeConfiguration, Repair, LookOnly, ContinueRun, UndoRun };

/// What became known of the tenant when the person signed in.
struct TenantSummary
{
    QString tenantId;
    QString tenantName;
    QString account;
    bool isApplication = false;
    QStringList roles; ///< names for people
    QStringList verifiedDomains;
    bool hasPremiumLicense = false; ///< Microsoft Entra ID P1 or P2, in whatever product it comes
    bool syncEnabled = false;
};

/// What all pages work on: the answers, the backend with its session, and what one page learned that another needs.
/// Lives on the GUI thread; only the functions that say so may be called elsewhere.
class SetupState : public QObject
{
    Q_OBJECT

public:
    SetupState(Backend &backend, std::shared_ptr<TypedSecrets> secrets, Answers initial, QObject *parent = nullptr);

    [[nodiscard]] const Answers &answers() const { return m_answers; }
    /// Changes the answers; answersChanged() follows when something is different afterwards.
    void edit(const std::function<void(Answers &)> &change);

    [[nodiscard]] Backend &backend() const { return m_backend; }
    [[nodiscard]] const Ports &ports() const { return m_backend.ports(); }
    [[nodiscard]] TypedSecrets &secrets() const { return *m_secrets; }

    /// The session with the newest answers. On worker threads only: it may wait for a connection that is being made.
    [[nodiscard]] std::shared_ptr<Session> session() const;

    /// Keeps a typed password for the directory of `domain` and points its answers at it; adds the directory when new.
    /// An empty password forgets what was typed and brings back the reference that the answers came with.
    void setDirectoryPassword(const QString &domain, Secret password);
    /// True when the directory's credential can be had without asking again.
    [[nodiscard]] bool hasDirectoryPassword(const QString &domain) const;

    [[nodiscard]] SetupPath path() const { return m_path; }
    void setPath(SetupPath path);
    /// False on a machine that cannot be the server: then only directory and tenant are set up.
    [[nodiscard]] bool includesServer() const { return m_includesServer; }
    void setIncludesServer(bool includes);
    /// The sections that the chosen path works on.
    [[nodiscard]] Sections sections() const;

    [[nodiscard]] const std::optional<TenantSummary> &tenant() const { return m_tenant; }
    void setTenant(std::optional<TenantSummary> tenant);

    /// The run to continue or to take back; empty otherwise.
    [[nodiscard]] const std::optional<JournalRecord> &recordedRun() const { return m_recordedRun; }
    void setRecordedRun(std::optional<JournalRecord> record);

    [[nodiscard]] const std::optional<RunReport> &runReport() const { return m_runReport; }
    void setRunReport(std::optional<RunReport> report) { m_runReport = std::move(report); }
    /// Why the last run was not even begun.
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }
    void setRefusal(std::optional<Error> refusal) { m_refusal = std::move(refusal); }

Q_SIGNALS:
    void answersChanged();
    void pathChanged(); ///< path or sections
    void tenantChanged();

private:
    Backend &m_backend;
    std::shared_ptr<TypedSecrets> m_secrets;
    Answers m_answers;
    QHash<QString, SecretReference> m_given; ///< references replaced by typed passwords, by domain in lower case
    SetupPath m_path = SetupPath::FirstServer;
    bool m_includesServer = true;
    std::optional<TenantSummary> m_tenant;
    std::optional<JournalRecord> m_recordedRun;
    std::optional<RunReport> m_runReport;
    std::optional<Error> m_refusal;

    std::shared_ptr<Session> m_session;
    mutable std::mutex m_sharedMutex; ///< guards m_shared
    Answers m_shared;                 ///< copy of m_answers for worker threads
    mutable std::mutex m_updateMutex; ///< one update of the session at a time, so that an older copy never wins
};

} // namespace cloudsync
