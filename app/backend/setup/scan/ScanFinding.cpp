// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/ScanFinding.h"

namespace cloudsync {

QJsonObject ScanFinding::toJson() const
{
    QJsonObject object{{QStringLiteral("rule"), rule},           {QStringLiteral("severity"), severityName(severity)},
                       {QStringLiteral("domain"), domain},       {QStringLiteral("dn"), dn},
                       {QStringLiteral("attribute"), attribute}, {QStringLiteral("value"), value},
                       {QStringLiteral("message"), message},     {QStringLiteral("proposal"), proposal}};
    if (newValue)
        object.insert(QStringLiteral("newValue"), *newValue);
    return object;
}

std::optional<ScanFinding> ScanFinding::fromJson(const QJsonObject &object)
{
    ScanFinding finding;
    finding.rule = object.value(QStringLiteral("rule")).toString();
    finding.domain = object.value(QStringLiteral("domain")).toString();
    finding.dn = object.value(QStringLiteral("dn")).toString();
    finding.attribute = object.value(QStringLiteral("attribute")).toString();
    if (finding.rule.isEmpty() || finding.domain.isEmpty() || finding.dn.isEmpty() || finding.attribute.isEmpty())
        return std::nullopt;
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(severity) == object.value(QStringLiteral("severity")).toString())
            finding.severity = severity;
    }
    finding.value = object.value(QStringLiteral("value")).toString();
    finding.message = object.value(QStringLiteral("message")).toString();
    finding.proposal = object.value(QStringLiteral("proposal")).toString();
    if (const QJsonValue now = object.value(QStringLiteral("newValue")); now.isString())
        finding.newValue = now.toString();
    return finding;
}

} // namespace cloudsync
