// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Readiness.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace cloudsync {

namespace {

// LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS_OID (MS-ADTS 3.1.1.3.4.3): what read-only controllers announce.
constexpr QLatin1String readOnlyCapability("1.2.840.113556.1.4.1920");

// Kerberos refuses tickets beyond five minutes (MaxTokenClockSkew's default); two are a sign that time is not kept.
constexpr qint64 skewError = 5 * 60;
constexpr qint64 skewWarning = 2 * 60;

// Values of the functionality attributes (MS-ADTS 6.1.4.2).
constexpr int level2012 = 5;
constexpr int level2012R2 = 6;

QString levelName(int level)
{
    switch (level) {
    case 0:
        return QStringLiteral("Windows 2000");
    case 1:
    case 2:
        return QStringLiteral("Windows Server 2003");
    case 3:
        return QStringLiteral("Windows Server 2008");
    case 4:
        return QStringLiteral("Windows Server 2008 R2");
    case level2012:
        return QStringLiteral("Windows Server 2012");
    case level2012R2:
        return QStringLiteral("Windows Server 2012 R2");
    case 7:
        return QStringLiteral("Windows Server 2016");
    case 10:
        return QStringLiteral("Windows Server 2025");
    default:
        return QString::number(level);
    }
}

void examineWritable(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Writable domain controller");
    const RootDse &dse = readiness.directory().rootDse();
    auto capabilities =
        readiness.directory().read(QString(), {QStringLiteral("supportedCapabilities")}, readiness.stop());
    if (!capabilities) {
        readiness.failed("controllerWritable", title, capabilities.error());
        return;
    }
    if (capabilities->texts(QStringLiteral("supportedCapabilities")).contains(readOnlyCapability)) {
        readiness.error("controllerWritable", title, dse.dnsHostName,
                        DirectoryText::tr(
                            "This domain controller is read-only. Neither the service account nor its permissions can "
                            "be written through it."),
                        DirectoryText::tr(
                            "Name a writable domain controller in the answers, or leave the list of controllers empty "
                            "where DNS offers a writable one."));
    } else if (!dse.isSynchronized) {
        readiness.warning("controllerWritable", title, dse.dnsHostName,
                          DirectoryText::tr("This domain controller has not finished replicating since it started."),
                          DirectoryText::tr("Wait until it has, or name another domain controller."));
    } else {
        readiness.ok("controllerWritable", title, dse.dnsHostName);
    }
}

void examineClock(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Clock of this machine and of the domain controller");
    const RootDse &dse = readiness.directory().rootDse();
    if (!dse.currentTime.isValid() || !dse.readAt.isValid()) {
        readiness.info("clockSkew", title, dse.dnsHostName,
                       DirectoryText::tr("The domain controller did not tell its time."));
        return;
    }
    const qint64 ahead = dse.readAt.secsTo(dse.currentTime);
    const qint64 skew = std::abs(ahead);
    //: %1 time of the controller, %2 time of this machine, %n seconds between them
    const QString evidence =
        DirectoryText::tr("The controller says %1, this machine says %2: %n second(s) apart", nullptr,
                          static_cast<int>(std::min<qint64>(skew, std::numeric_limits<int>::max())))
            .arg(dse.currentTime.toUTC().toString(Qt::ISODate), dse.readAt.toUTC().toString(Qt::ISODate));
    const QString cause =
        ahead > 0 ? DirectoryText::tr("This machine's clock is behind.")
                  : DirectoryText::tr("This machine's clock is ahead, or the domain controller's is behind.");
    const QString remedy =
        DirectoryText::tr("Let both take their time from the domain's time source (w32tm /resync on Windows). "
                          "Kerberos refuses more than five minutes.");
    if (skew > skewError)
        readiness.error("clockSkew", title, evidence, cause, remedy);
    else if (skew > skewWarning)
        readiness.warning("clockSkew", title, evidence, cause, remedy);
    else
        readiness.ok("clockSkew", title, evidence);
}

void examineLevels(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Functional level");
    const RootDse &dse = readiness.directory().rootDse();
    //: %1, %2, %3 versions of Windows Server
    const QString evidence = DirectoryText::tr("Domain %1, forest %2, this controller %3")
                                 .arg(levelName(dse.domainFunctionality), levelName(dse.forestFunctionality),
                                      levelName(dse.domainControllerFunctionality));
    if (dse.domainControllerFunctionality < level2012) {
        readiness.error(
            "functionalLevel", title, evidence,
            DirectoryText::tr(
                "Group managed service accounts need a domain controller with Windows Server 2012 or later."),
            DirectoryText::tr("Use a newer domain controller."));
    } else if (dse.domainFunctionality < level2012R2) {
        readiness.info("functionalLevel", title, evidence,
                       DirectoryText::tr(
                           "The domain still admits old domain controllers, which cannot serve the service account."));
    } else {
        readiness.ok("functionalLevel", title, evidence);
    }
}

} // namespace

void examineController(Readiness &readiness)
{
    examineWritable(readiness);
    examineClock(readiness);
    examineLevels(readiness);
}

} // namespace cloudsync
