// SPDX-License-Identifier: GPL-3.0-or-later
// Provisioning log and directory audit (graph.md section 13).
#include "backend/adapters/graph/GraphTenant.h"

#include <algorithm>

namespace cloudsync {

namespace {

constexpr int largestPage = 999;

[[nodiscard]] GraphCall logCall(const QString &log, QString filter, const QDateTime &since, int most)
{
    // Both logs compare times with gt and lt only.
    if (since.isValid())
        filter += QStringLiteral(" and activityDateTime gt ") + since.toUTC().toString(Qt::ISODateWithMs);
    GraphCall call = GraphCall::get({QStringLiteral("auditLogs"), log});
    const int page = most > 0 ? std::min(most, largestPage) : largestPage;
    call.query = {{QStringLiteral("$filter"), filter},
                  {QStringLiteral("$top"), QString::number(page)},
                  {QStringLiteral("$orderby"), QStringLiteral("activityDateTime desc")}};
    return call;
}

} // namespace

Result<QJsonArray> GraphTenant::provisioningLogs(const QString &jobId, const QDateTime &since, int most,
                                                 const std::stop_token &stop)
{
    return m_client.list(
        logCall(QStringLiteral("provisioning"), QStringLiteral("jobId eq ") + odataText(jobId), since, most), stop,
        most);
}

Result<QJsonArray> GraphTenant::directoryAudits(const QString &initiator, const QDateTime &since, int most,
                                                const std::stop_token &stop)
{
    // A person is known by the sign-in name, an application by its display name.
    const QString property = initiator.contains(u'@') ? QStringLiteral("initiatedBy/user/userPrincipalName eq ")
                                                      : QStringLiteral("initiatedBy/app/displayName eq ");
    return m_client.list(logCall(QStringLiteral("directoryAudits"), property + odataText(initiator), since, most), stop,
                         most);
}

} // namespace cloudsync
