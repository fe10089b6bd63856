// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Progress.h"
#include "backend/setup/scan/ScannedObject.h"
#include "backend/setup/session/Session.h"

#include <QMap>

#include <memory>

namespace cloudsync {

/// What a first cycle would do with an object.
enum class SyncAction {
    Create,
    Match,      ///< an object of the tenant is joined or updated
    OutOfScope, ///< by the scope, or because it never synchronises
    Conflict,   ///< it fails, or a name that belongs to another object is taken from it
    Unroutable, ///< created with a sign-in name of the tenant's initial domain
    Delete      ///< an object of the tenant whose source is not in scope any more
};

/// "create", "match", "outOfScope", "conflict", "unroutable" or "delete".
[[nodiscard]] QString syncActionName(SyncAction action);

/// The estimate for one object.
struct SimulatedObject
{
    QString domain;
    QString dn; ///< of the source; of a deletion where the tenant knows it, else its name there
    QString objectClass;
    SyncAction action = SyncAction::Create;
    QString principalName; ///< that a person would have in the tenant
    QString matchedBy;     ///< sourceAnchor, userPrincipalName, proxyAddresses or mail
    QString tenantId;      ///< object that is matched or deleted
    QStringList reasons;   ///< sentences
};

/// Deletions of a domain against its threshold: reached, they are held back (operations.md section 3).
struct DeletionEstimate
{
    QString domain;
    qint64 count = 0;
    bool thresholdEnabled = true;
    int threshold = 500;
    [[nodiscard]] bool held() const { return thresholdEnabled && count >= threshold; }
};

/// What moves between two scopes of one domain.
struct ScopeDifference
{
    QString domain;
    QStringList enters;         ///< DN
    QStringList leaves;         ///< DN
    DeletionEstimate deletions; ///< what a cycle with the second scope would delete of the first one's objects
};

struct SimulationReport
{
    QVector<SimulatedObject> objects;
    QMap<QString, qint64> counts; ///< by syncActionName(), all of them
    QVector<DeletionEstimate> deletions;
    QVector<ScopeDifference> differences;
    QMap<QString, Error> failures; ///< by domain
    QStringList rules;             ///< the rules that were used, as sentences
};

struct SimulationRequest
{
    std::shared_ptr<Session> session;
    std::optional<Answers> against; ///< whose scopes are compared with those of the session
    ProgressSink progress;
    std::stop_token stop;
};

/// Reads directories and tenant side by side and writes nothing. An estimate: the rules of the service are not public
/// in full; those used are listed. A domain that cannot be read is told and stops no other; without the tenant there is
/// nothing to compare with, and the call fails.
[[nodiscard]] Result<SimulationReport> simulateCycle(const SimulationRequest &request);

} // namespace cloudsync
