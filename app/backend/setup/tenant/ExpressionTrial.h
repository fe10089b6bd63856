// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// What the tenant makes of an expression.
struct ExpressionTrial
{
    bool parsed = false;
    QString problem;    ///< the service's own words when it was not parsed, or could not be evaluated
    QString example;    ///< DN of the object it was tried with; empty: with none
    QStringList values; ///< the result for that object
};

/// Has the tenant parse an expression (graph.md section 8) and, where `example` names an object of the directory by its
/// sign-in name, account name or common name, evaluate it for that object. Writes nothing. TenantNotFound while the
/// domain has no job whose schema could be used; DirectoryObjectMissing when there is no such object.
[[nodiscard]] Result<ExpressionTrial> tryExpression(const std::shared_ptr<Session> &session, const QString &domain,
                                                    const AttributeMappingAnswers &mapping, const QString &example,
                                                    const std::stop_token &stop);

} // namespace cloudsync
