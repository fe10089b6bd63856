// SPDX-License-Identifier: GPL-3.0-or-later
// Configurations: the service principals made from the template, and their secrets (graph.md sections 2, 4 and 5).
#include "backend/adapters/graph/GraphTenant.h"

#include "backend/engine/Log.h"

namespace cloudsync {

namespace {

/// The gallery application "on-premises Active Directory to Microsoft Entra ID".
[[nodiscard]] QString templateId()
{
    return QStringLiteral("1a4721b3-e57f-4451-ae87-ef078703ec94");
}

/// v1.0 says id, beta and older answers say objectId.
[[nodiscard]] QString objectIdOf(const QJsonObject &object)
{
    const QString id = object.value(QStringLiteral("id")).toString();
    return id.isEmpty() ? object.value(QStringLiteral("objectId")).toString() : id;
}

} // namespace

Result<QVector<SyncConfiguration>> GraphTenant::configurations(const std::stop_token &stop)
{
    Result<QVector<SyncConfiguration>> list = listConfigurations(stop);
    if (!list)
        return list;
    // What a caller has seen is not what a lost answer spoke of; see findNewConfiguration().
    const std::lock_guard lock(m_knownMutex);
    for (const SyncConfiguration &configuration : *list)
        m_knownConfigurations.insert(configuration.servicePrincipalId);
    m_listed = true;
    return list;
}

Result<QVector<SyncConfiguration>> GraphTenant::listConfigurations(const std::stop_token &stop)
{
    GraphCall call = GraphCall::get({QStringLiteral("servicePrincipals")});
    call.query = {{QStringLiteral("$filter"), QStringLiteral("applicationTemplateId eq ") + odataText(templateId())},
                  {QStringLiteral("$select"), QStringLiteral("id,appId,displayName")}};
    const Result<QJsonArray> list = m_client.list(call, stop);
    if (!list)
        return fail(list.error());
    const QDateTime now = m_clock.now();
    QVector<SyncConfiguration> result;
    for (const QJsonValue &value : *list) {
        const QJsonObject object = value.toObject();
        SyncConfiguration configuration;
        configuration.servicePrincipalId = objectIdOf(object);
        configuration.appId = object.value(QStringLiteral("appId")).toString();
        configuration.displayName = object.value(QStringLiteral("displayName")).toString();
        m_recent.seen(configuration.servicePrincipalId, now);
        result.append(configuration);
    }
    return result;
}

Result<QString> GraphTenant::applicationOf(const QString &appId, const std::stop_token &stop)
{
    GraphCall call = GraphCall::get({QStringLiteral("applications")});
    call.query = {{QStringLiteral("$filter"), QStringLiteral("appId eq ") + odataText(appId)},
                  {QStringLiteral("$select"), QStringLiteral("id")}};
    const Result<QJsonArray> list = m_client.list(call, stop);
    if (!list)
        return fail(list.error());
    return list->size() == 1 ? objectIdOf(list->first().toObject()) : QString();
}

Result<std::optional<SyncConfiguration>> GraphTenant::findNewConfiguration(const QString &displayName,
                                                                           const std::stop_token &stop)
{
    // The list lags behind as well: looked at four times within fifteen seconds.
    std::chrono::milliseconds pause = std::chrono::seconds(1);
    for (int look = 0; look < 4; ++look) {
        if (!m_clock.wait(pause, stop))
            return fail(ErrorCode::Cancelled, displayName);
        pause *= 2;
        const Result<QVector<SyncConfiguration>> list = listConfigurations(stop);
        if (!list)
            return fail(list.error());
        for (SyncConfiguration configuration : *list) {
            if (configuration.displayName.compare(displayName, Qt::CaseInsensitive) != 0)
                continue;
            {
                const std::lock_guard lock(m_knownMutex);
                if (m_knownConfigurations.contains(configuration.servicePrincipalId))
                    continue;
            }
            configuration.applicationId = applicationOf(configuration.appId, stop).value_or(QString());
            return configuration;
        }
    }
    return std::nullopt;
}

Result<SyncConfiguration> GraphTenant::createConfiguration(const QString &displayName, const std::stop_token &stop)
{
    bool listed = false;
    {
        const std::lock_guard lock(m_knownMutex);
        listed = m_listed;
    }
    if (!listed) {
        const auto list = configurations(stop);
        if (!list)
            return fail(list.error());
    }
    const GraphCall call =
        GraphCall::post({QStringLiteral("applicationTemplates"), templateId(), QStringLiteral("instantiate")},
                        QJsonObject{{QStringLiteral("displayName"), displayName}});
    constexpr int mostAttempts = 3;
    for (int attempt = 1;; ++attempt) {
        const Result<QJsonObject> answer = m_client.object(call, stop);
        SyncConfiguration made;
        if (answer) {
            const QJsonObject principal = answer->value(QStringLiteral("servicePrincipal")).toObject();
            const QJsonObject application = answer->value(QStringLiteral("application")).toObject();
            made.servicePrincipalId = objectIdOf(principal);
            made.applicationId = objectIdOf(application);
            made.appId = principal.value(QStringLiteral("appId")).toString();
            if (made.appId.isEmpty())
                made.appId = application.value(QStringLiteral("appId")).toString();
            made.displayName = principal.value(QStringLiteral("displayName")).toString(displayName);
        } else if (!mayHaveHappened(answer.error())) {
            return fail(answer.error());
        }
        if (made.servicePrincipalId.isEmpty()) {
            m_client.log().warning("graph.answerLost", {{"call", call.name()}, {"attempt", QString::number(attempt)}});
            const auto found = findNewConfiguration(displayName, stop);
            if (!found)
                return fail(found.error());
            if (*found) {
                made = **found;
            } else if (attempt < mostAttempts && !answer) {
                continue;
            } else {
                return answer ? fail(ErrorCode::TenantResponseInvalid, call.name(),
                                     QStringLiteral("the answer names no service principal"))
                              : fail(answer.error());
            }
        }
        const QDateTime now = m_clock.now();
        m_recent.made(made.servicePrincipalId, now);
        m_recent.made(made.applicationId, now);
        const std::lock_guard lock(m_knownMutex);
        m_knownConfigurations.insert(made.servicePrincipalId);
        return made;
    }
}

Result<void> GraphTenant::removeServicePrincipal(const QString &servicePrincipalId, const std::stop_token &stop)
{
    Result<void> result = m_client.done(
        patient(GraphCall::remove({QStringLiteral("servicePrincipals"), servicePrincipalId}), servicePrincipalId),
        stop);
    if (result)
        m_recent.removed(servicePrincipalId);
    return result;
}

Result<void> GraphTenant::removeApplication(const QString &applicationId, const std::stop_token &stop)
{
    Result<void> result =
        m_client.done(patient(GraphCall::remove({QStringLiteral("applications"), applicationId}), applicationId), stop);
    if (result)
        m_recent.removed(applicationId);
    return result;
}

Result<bool> GraphTenant::servicePrincipalExists(const QString &displayName, const std::stop_token &stop)
{
    GraphCall call = GraphCall::get({QStringLiteral("servicePrincipals")});
    call.query = {{QStringLiteral("$filter"), QStringLiteral("displayName eq ") + odataText(displayName)},
                  {QStringLiteral("$select"), QStringLiteral("id")}};
    const Result<QJsonArray> list = m_client.list(call, stop, 1);
    if (!list)
        return fail(list.error());
    return !list->isEmpty();
}

Result<QJsonArray> GraphTenant::secrets(const QString &servicePrincipalId, const std::stop_token &stop)
{
    return m_client.list(patient(GraphCall::get(synchronizationPath(servicePrincipalId, {QStringLiteral("secrets")})),
                                 servicePrincipalId),
                         stop);
}

Result<void> GraphTenant::replaceSecrets(const QString &servicePrincipalId, const QJsonArray &secrets,
                                         const std::stop_token &stop)
{
    return m_client.done(patient(GraphCall::put(synchronizationPath(servicePrincipalId, {QStringLiteral("secrets")}),
                                                {{QStringLiteral("value"), secrets}}),
                                 servicePrincipalId),
                         stop);
}

} // namespace cloudsync
