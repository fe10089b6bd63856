// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// A product of the tenant that has licences left.
struct FreeLicence
{
    QString skuId;
    QString name; ///< part number, as the service tells it
    int free = 0;
};
[[nodiscard]] Result<QVector<FreeLicence>> freeLicences(const std::shared_ptr<Session> &session,
                                                        const std::stop_token &stop);

/// Sets the user's usage location, which the service asks for first (graph.md section 14), then assigns the licence.
/// AnswersInvalid (subject "usageLocation") when it is not a country code of two letters: nothing is written.
[[nodiscard]] Result<void> giveLicence(const std::shared_ptr<Session> &session, const QString &userId,
                                       const QString &skuId, const QString &usageLocation, const std::stop_token &stop);

} // namespace cloudsync
