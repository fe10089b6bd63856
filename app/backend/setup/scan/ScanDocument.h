// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/DirectoryScan.h"
#include "backend/setup/scan/Simulation.h"

#include <QJsonObject>

namespace cloudsync {

/// {"user","group","contact","inetOrgPerson"}.
[[nodiscard]] QJsonObject countsToJson(const ScopeCounts &counts);

/// What a scan found in all, without findings: {"objects","inScope","domains":[{"domain","objects","inScope","left",
/// "error"}],"rules":{"<rule>":n},"severities":{"<rule>":"error"},"errors","warnings","notes","notChecked":[…],"seconds"}.
[[nodiscard]] QJsonObject scanToJson(const ScanReport &report);

/// {"estimate":true,"rules":[…],"counts":{"create",…},"objects":[{"domain","dn","objectClass","action","userPrincipalName",
/// "matchedBy","tenantId","reasons"}],"deletions":[{"domain","count","threshold","thresholdEnabled","held"}],
/// "differences":[{"domain","enters","leaves","deletions"}],"domains":[{"domain","error"}]}. Members of an object that say
/// nothing are left out.
[[nodiscard]] QJsonObject simulationToJson(const SimulationReport &report);

} // namespace cloudsync
