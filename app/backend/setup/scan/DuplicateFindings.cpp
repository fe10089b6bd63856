// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DuplicateFindings.h"

#include "backend/setup/scan/ScanText.h"

namespace cloudsync {

namespace {

QString consequence(ValueSpace space)
{
    switch (space) {
    case ValueSpace::Address:
    case ValueSpace::OtherAddress:
        return ScanText::tr("Only one object keeps an address.");
    case ValueSpace::Nickname:
        return ScanText::tr("An alias belongs to one object.");
    case ValueSpace::Target:
        return ScanText::tr("A target address belongs to one object.");
    case ValueSpace::Anchor:
        return ScanText::tr("Only one object can have this anchor.");
    case ValueSpace::GroupLink:
        return ScanText::tr("Group provisioning goes into quarantine when two groups have the same link.");
    }
    return {};
}

QString proposal(const SharedValue &shared)
{
    switch (shared.value.space) {
    case ValueSpace::Anchor:
        return ScanText::tr("Find out which object the anchor belongs to and take it from the other one.");
    case ValueSpace::GroupLink:
        return ScanText::tr("Remove the group that was made by mistake.");
    case ValueSpace::Address:
    case ValueSpace::OtherAddress:
    case ValueSpace::Nickname:
    case ValueSpace::Target:
        break;
    }
    return shared.value.attribute == QStringLiteral("userPrincipalName")
               ? ScanText::tr("Give one of the two another name.")
               : ScanText::tr("Leave it with the object that uses it and take it from the other one.");
}

} // namespace

ScanFinding duplicateFinding(const SharedValue &shared)
{
    ScanFinding finding;
    finding.rule = shared.value.attribute +
                   (shared.inSameAttribute ? QStringLiteral(".duplicate") : QStringLiteral(".duplicateAcrossAttributes"));
    finding.severity = Severity::Error;
    finding.domain = shared.domain;
    finding.dn = shared.dn;
    finding.attribute = shared.value.attribute;
    finding.value = shared.value.value;
    //: %1 is the name of another object of the directory
    finding.message = (shared.others == 1 ? ScanText::tr("%1 has the same value.").arg(shared.otherDn)
                                          : ScanText::tr("%1 and others have the same value; %2 objects in all.")
                                                .arg(shared.otherDn)
                                                .arg(shared.others + 1)) +
                      u' ' + consequence(shared.value.space);
    finding.proposal = proposal(shared);
    return finding;
}

} // namespace cloudsync
