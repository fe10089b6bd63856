// SPDX-License-Identifier: GPL-3.0-or-later
// The tenant itself: organisation, domains, licences, roles, users (graph.md sections 2, 3 and 14).
#include "backend/adapters/graph/GraphTenant.h"

namespace cloudsync {

namespace {

[[nodiscard]] QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

[[nodiscard]] QStringList pathOf(TenantCollection collection)
{
    switch (collection) {
    case TenantCollection::Users:
        return {QStringLiteral("users")};
    case TenantCollection::Groups:
        return {QStringLiteral("groups")};
    case TenantCollection::Contacts:
        return {QStringLiteral("contacts")};
    }
    return {};
}

[[nodiscard]] GraphCall collectionCall(TenantCollection collection, const QString &filter, const QStringList &select)
{
    GraphCall call = GraphCall::get(pathOf(collection));
    if (!filter.isEmpty())
        call.query.append({QStringLiteral("$filter"), filter});
    if (!select.isEmpty())
        call.query.append({QStringLiteral("$select"), select.join(u',')});
    call.query.append({QStringLiteral("$top"), QStringLiteral("999")});
    return call;
}

} // namespace

Result<Organization> GraphTenant::organization(const std::stop_token &stop)
{
    GraphCall call = GraphCall::get({QStringLiteral("organization")});
    call.query = {{QStringLiteral("$select"), QStringLiteral("id,displayName,verifiedDomains,onPremisesSyncEnabled")}};
    const Result<QJsonArray> list = m_client.list(call, stop);
    if (!list)
        return fail(list.error());
    if (list->isEmpty())
        return fail(ErrorCode::TenantResponseInvalid, call.name(), QStringLiteral("the answer names no organisation"));
    const QJsonObject object = list->first().toObject();
    Organization result;
    result.id = text(object, "id");
    result.displayName = text(object, "displayName");
    const QJsonArray domains = object.value(QStringLiteral("verifiedDomains")).toArray();
    for (const QJsonValue &value : domains) {
        const QJsonObject domain = value.toObject();
        result.verifiedDomains.append({text(domain, "name"), true, domain.value(QStringLiteral("isInitial")).toBool(),
                                       domain.value(QStringLiteral("isDefault")).toBool(), text(domain, "type")});
    }
    const QJsonValue enabled = object.value(QStringLiteral("onPremisesSyncEnabled"));
    if (enabled.isBool())
        result.onPremisesSyncEnabled = enabled.toBool();
    return result;
}

Result<void> GraphTenant::setOnPremisesSyncEnabled(const QString &tenantId, bool enabled, const std::stop_token &stop)
{
    GraphCall call = GraphCall::patch({QStringLiteral("organization"), tenantId},
                                      {{QStringLiteral("onPremisesSyncEnabled"), enabled}});
    call.beta = true; // v1.0 has the property; that it takes this change there is not documented
    return m_client.done(call, stop);
}

Result<QVector<TenantDomain>> GraphTenant::domains(const std::stop_token &stop)
{
    const Result<QJsonArray> list = m_client.list(GraphCall::get({QStringLiteral("domains")}), stop);
    if (!list)
        return fail(list.error());
    QVector<TenantDomain> result;
    for (const QJsonValue &value : *list) {
        const QJsonObject domain = value.toObject();
        result.append({text(domain, "id"), domain.value(QStringLiteral("isVerified")).toBool(),
                       domain.value(QStringLiteral("isInitial")).toBool(),
                       domain.value(QStringLiteral("isDefault")).toBool(), text(domain, "authenticationType")});
    }
    return result;
}

Result<QVector<SubscribedSku>> GraphTenant::subscribedSkus(const std::stop_token &stop)
{
    const Result<QJsonArray> list = m_client.list(GraphCall::get({QStringLiteral("subscribedSkus")}), stop);
    if (!list)
        return fail(list.error());
    QVector<SubscribedSku> result;
    for (const QJsonValue &value : *list) {
        const QJsonObject object = value.toObject();
        SubscribedSku sku;
        sku.skuId = text(object, "skuId");
        sku.skuPartNumber = text(object, "skuPartNumber");
        sku.enabledUnits =
            object.value(QStringLiteral("prepaidUnits")).toObject().value(QStringLiteral("enabled")).toInt();
        sku.consumedUnits = object.value(QStringLiteral("consumedUnits")).toInt();
        const QJsonArray plans = object.value(QStringLiteral("servicePlans")).toArray();
        for (const QJsonValue &plan : plans)
            sku.servicePlans.append(text(plan.toObject(), "servicePlanName"));
        result.append(sku);
    }
    return result;
}

Result<QStringList> GraphTenant::rolesOfSignedInUser(const std::stop_token &stop)
{
    GraphCall call = GraphCall::get(
        {QStringLiteral("me"), QStringLiteral("transitiveMemberOf"), QStringLiteral("microsoft.graph.directoryRole")});
    call.query = {{QStringLiteral("$count"), QStringLiteral("true")}};
    call.eventual = true;
    const Result<QJsonArray> list = m_client.list(call, stop);
    if (!list)
        return fail(list.error());
    QStringList result;
    for (const QJsonValue &role : *list)
        result.append(text(role.toObject(), "roleTemplateId"));
    return result;
}

// Through groups too: that is what the function adds to a list by principal.
Result<QStringList> GraphTenant::eligibleRolesOfSignedInUser(const std::stop_token &stop)
{
    const Result<QJsonArray> list = m_client.list(
        GraphCall::get({QStringLiteral("roleManagement"), QStringLiteral("directory"),
                        QStringLiteral("roleEligibilityScheduleInstances"), QStringLiteral("filterByCurrentUser(on='principal')")}),
        stop);
    if (!list)
        return fail(list.error());
    QStringList result;
    for (const QJsonValue &entry : *list)
        result.append(text(entry.toObject(), "roleDefinitionId")); // of a built-in role: its template's id
    return result;
}

Result<QJsonArray> GraphTenant::users(const QString &filter, const QStringList &select, const std::stop_token &stop)
{
    return m_client.list(collectionCall(TenantCollection::Users, filter, select), stop);
}

Result<void> GraphTenant::forEachObject(TenantCollection collection, const QString &filter, const QStringList &select,
                                        const std::function<bool(const QJsonObject &)> &onObject,
                                        const std::stop_token &stop)
{
    return m_client.forEach(
        collectionCall(collection, filter, select), [&](const QJsonValue &item) { return onObject(item.toObject()); },
        stop);
}

Result<void> GraphTenant::updateUser(const QString &userId, const QJsonObject &changes, const std::stop_token &stop)
{
    return m_client.done(GraphCall::patch({QStringLiteral("users"), userId}, changes), stop);
}

Result<void> GraphTenant::assignLicense(const QString &userId, const QString &skuId, const std::stop_token &stop)
{
    const QJsonObject license{{QStringLiteral("skuId"), skuId}, {QStringLiteral("disabledPlans"), QJsonArray()}};
    GraphCall call = GraphCall::post({QStringLiteral("users"), userId, QStringLiteral("assignLicense")},
                                     QJsonObject{{QStringLiteral("addLicenses"), QJsonArray{license}},
                                                 {QStringLiteral("removeLicenses"), QJsonArray()}});
    call.repeatable = true; // assigning what is assigned changes nothing
    return m_client.done(call, stop);
}

} // namespace cloudsync
