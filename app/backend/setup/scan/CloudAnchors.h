// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Tenant.h"
#include "backend/setup/scan/ScanFinding.h"
#include "backend/setup/scan/ScannedObject.h"

#include <unordered_set>

namespace cloudsync {

/// The anchors (onPremisesImmutableId) of the users that some synchronisation brought to the tenant. Eight bytes each.
class CloudAnchors
{
public:
    /// Streams the tenant's synchronised users.
    [[nodiscard]] Result<void> read(Tenant &tenant, const std::stop_token &stop);
    [[nodiscard]] bool holds(const ScannedObject &object) const;
    [[nodiscard]] bool isEmpty() const { return m_hashes.empty(); }
    /// "sourceAnchor.inTenant".
    [[nodiscard]] static ScanFinding finding(const QString &domain, const ScannedObject &object);

private:
    std::unordered_set<std::size_t> m_hashes;
};

} // namespace cloudsync
