// SPDX-License-Identifier: GPL-3.0-or-later
// Agents and the domains they serve (graph.md section 2); beta alone has them.
#include "backend/adapters/graph/GraphTenant.h"

namespace cloudsync {

namespace {

[[nodiscard]] GraphCall profileCall(const QString &collection)
{
    GraphCall call =
        GraphCall::get({QStringLiteral("onPremisesPublishingProfiles"), QStringLiteral("provisioning"), collection});
    call.beta = true;
    return call;
}

} // namespace

Result<QVector<SyncAgent>> GraphTenant::agents(const std::stop_token &stop)
{
    const Result<QJsonArray> list = m_client.list(profileCall(QStringLiteral("agents")), stop);
    if (!list)
        return fail(list.error());
    QVector<SyncAgent> result;
    for (const QJsonValue &value : *list) {
        const QJsonObject object = value.toObject();
        result.append({object.value(QStringLiteral("id")).toString(),
                       object.value(QStringLiteral("machineName")).toString(),
                       object.value(QStringLiteral("externalIp")).toString(),
                       object.value(QStringLiteral("status")).toString() == QLatin1String("active")});
    }
    return result;
}

Result<QJsonArray> GraphTenant::publishedResources(const std::stop_token &stop)
{
    return m_client.list(profileCall(QStringLiteral("publishedResources")), stop);
}

} // namespace cloudsync
