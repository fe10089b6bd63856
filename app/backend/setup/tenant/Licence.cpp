// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/Licence.h"

#include <QRegularExpression>

namespace cloudsync {

Result<QVector<FreeLicence>> freeLicences(const std::shared_ptr<Session> &session, const std::stop_token &stop)
{
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto skus = (*tenant)->subscribedSkus(stop);
    if (!skus)
        return fail(std::move(skus.error()));
    QVector<FreeLicence> result;
    for (const SubscribedSku &sku : std::as_const(*skus)) {
        if (const int free = sku.enabledUnits - sku.consumedUnits; free > 0 && !sku.skuId.isEmpty())
            result.append({sku.skuId, sku.skuPartNumber, free});
    }
    return result;
}

Result<void> giveLicence(const std::shared_ptr<Session> &session, const QString &userId, const QString &skuId,
                         const QString &usageLocation, const std::stop_token &stop)
{
    static const QRegularExpression country(QStringLiteral("^[A-Z]{2}$"));
    const QString location = usageLocation.trimmed().toUpper();
    if (!country.match(location).hasMatch())
        return fail(ErrorCode::AnswersInvalid, QStringLiteral("usageLocation"), usageLocation);
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    if (auto set = (*tenant)->updateUser(userId, {{QStringLiteral("usageLocation"), location}}, stop); !set)
        return set;
    return (*tenant)->assignLicense(userId, skuId, stop);
}

} // namespace cloudsync
