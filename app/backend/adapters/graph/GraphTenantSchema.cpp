// SPDX-License-Identifier: GPL-3.0-or-later
// Schema of a job, what is computed from it, and on-demand provisioning (graph.md sections 7, 8 and 10).
#include "backend/adapters/graph/GraphTenant.h"

#include <QJsonDocument>

namespace cloudsync {

namespace {

// The agent is asked on the way; the service itself allows it minutes.
constexpr std::chrono::milliseconds agentTimeout = std::chrono::minutes(3);

/// A JSON document that came as a string.
[[nodiscard]] QJsonObject nested(const QJsonObject &object, const char *key)
{
    return QJsonDocument::fromJson(object.value(QLatin1String(key)).toString().toUtf8()).object();
}

} // namespace

Result<QJsonObject> GraphTenant::schemaOfTemplate(const QString &servicePrincipalId, const QString &templateId,
                                                const std::stop_token &stop)
{
    return m_client.object(
        patient(GraphCall::get(synchronizationPath(
                    servicePrincipalId, {QStringLiteral("templates"), templateId, QStringLiteral("schema")})),
                servicePrincipalId),
        stop);
}

Result<QJsonObject> GraphTenant::schema(const QString &servicePrincipalId, const QString &jobId,
                                        const std::stop_token &stop)
{
    return m_client.object(patient(GraphCall::get(jobPath(servicePrincipalId, jobId, {QStringLiteral("schema")})),
                                   servicePrincipalId, jobId),
                           stop);
}

Result<void> GraphTenant::replaceSchema(const QString &servicePrincipalId, const QString &jobId,
                                        const QJsonObject &schema, const std::stop_token &stop)
{
    return m_client.done(patient(GraphCall::put(jobPath(servicePrincipalId, jobId, {QStringLiteral("schema")}), schema),
                                 servicePrincipalId, jobId),
                         stop);
}

Result<QJsonObject> GraphTenant::discover(const QString &servicePrincipalId, const QString &jobId,
                                          const QString &directoryId, const std::stop_token &stop)
{
    GraphCall call = GraphCall::post(
        jobPath(servicePrincipalId, jobId,
                {QStringLiteral("schema"), QStringLiteral("directories"), directoryId, QStringLiteral("discover")}));
    call.repeatable = true;
    call.timeout = agentTimeout;
    return m_client.object(patient(std::move(call), servicePrincipalId, jobId), stop);
}

Result<QJsonObject> GraphTenant::parseExpression(const QString &servicePrincipalId, const QString &jobId,
                                                 const QJsonObject &body, const std::stop_token &stop)
{
    GraphCall call = GraphCall::post(
        jobPath(servicePrincipalId, jobId, {QStringLiteral("schema"), QStringLiteral("parseExpression")}), body);
    call.repeatable = true; // computes, changes nothing
    return m_client.object(patient(std::move(call), servicePrincipalId, jobId), stop);
}

Result<OnDemandResult> GraphTenant::provisionOnDemand(const QString &servicePrincipalId, const QString &jobId,
                                                      const QString &ruleId, const QString &objectDn,
                                                      const QString &objectType, const std::stop_token &stop)
{
    const QJsonObject subject{{QStringLiteral("objectId"), objectDn}, {QStringLiteral("objectTypeName"), objectType}};
    const QJsonObject parameters{{QStringLiteral("ruleId"), ruleId}, {QStringLiteral("subjects"), QJsonArray{subject}}};
    // Not repeated: the second answer would be "already in sync" and hide what the first one did.
    GraphCall call = GraphCall::post(jobPath(servicePrincipalId, jobId, {QStringLiteral("provisionOnDemand")}),
                                     QJsonObject{{QStringLiteral("parameters"), QJsonArray{parameters}}});
    call.timeout = agentTimeout;
    if (!m_onDemand.enter(m_clock, stop))
        return fail(ErrorCode::Cancelled, objectDn);
    const Result<QJsonObject> answer = m_client.object(patient(std::move(call), servicePrincipalId, jobId), stop);
    if (!answer)
        return fail(answer.error());
    OnDemandResult result{nested(*answer, "key"), nested(*answer, "value")};
    if (result.key.isEmpty() && result.value.isEmpty())
        return fail(ErrorCode::TenantResponseInvalid, objectDn,
                    QStringLiteral("the answer holds neither an outcome nor steps"));
    return result;
}

} // namespace cloudsync
