// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/RoutableSuffixes.h"
#include "backend/setup/scan/ScanFinding.h"
#include "backend/setup/scan/ScannedObject.h"

#include <memory>
#include <vector>

namespace cloudsync {

/// Where a rule reports: fills in the object, so that a rule says only what it knows.
class ObjectFindings
{
public:
    ObjectFindings(const ScannedObject &object, const QString &domain, const FindingSink &sink)
        : m_object(object), m_domain(domain), m_sink(sink)
    {
    }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    /// `check` is the second half of the rule's id: "length" of "displayName.length".
    void add(Severity severity, const QString &attribute, const QString &check, const QString &value,
             const QString &message, const QString &proposal, const std::optional<QString> &newValue = {}) const
    {
        m_sink({attribute + u'.' + check, severity, m_domain, m_object.dn, attribute, value, message, proposal,
                newValue});
    }

private:
    const ScannedObject &m_object;
    const QString &m_domain;
    const FindingSink &m_sink;
};

/// Looks at one attribute of one object. Rules of one attribute follow one another as in a chain: what a finding would
/// make of the value is what the next check looks at, so that one flaw is told once.
class ScanRule
{
public:
    virtual ~ScanRule() = default;
    virtual void examine(const ScannedObject &object, const ObjectFindings &findings) const = 0;
};

/// Every rule that needs one object only, in the order of the attributes.
[[nodiscard]] std::vector<std::unique_ptr<ScanRule>> scanRules(const RoutableSuffixes &suffixes);

/// Limits of characters (idfix-rules.md sections 4 and 8). Where the two sources differ, the smaller counts.
namespace limits {
constexpr int displayName = 255;
constexpr int givenName = 63;
constexpr int mail = 256;
constexpr int mailNickname = 64;
constexpr int proxyAddress = 256;
constexpr int targetAddress = 255;
constexpr int userAccountName = 20;
constexpr int otherAccountName = 256;
constexpr int principalName = 113;
constexpr int principalNameLocal = 64;
constexpr int principalNameDomain = 48;
} // namespace limits

} // namespace cloudsync
