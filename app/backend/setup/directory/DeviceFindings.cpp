// SPDX-License-Identifier: GPL-3.0-or-later
// What synchronisation of devices needs of the forest: the service connection point by which its computers find their tenant
// (operations.md section 9, graph.md section 17).
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Readiness.h"

#include <QUuid>

namespace cloudsync {

namespace {

QString keyword(const QStringList &keywords, QLatin1String name)
{
    for (const QString &one : keywords) {
        if (one.startsWith(name, Qt::CaseInsensitive))
            return one.mid(name.size()).trimmed();
    }
    return {};
}

} // namespace

void examineDeviceSync(Readiness &readiness)
{
    const ConfigurationAnswers *configuration = readiness.answers().configuration(readiness.domain());
    if (!configuration || !configuration->deviceSync.value_or(false))
        return;
    constexpr auto part = "deviceConnectionPoint";
    const QString title = DirectoryText::tr("Connection point for devices");
    const QString dn = QStringLiteral("CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services,") +
                       readiness.directory().rootDse().configurationNamingContext;
    const QString remedy = DirectoryText::tr("Let an Enterprise Admin write the connection point of the forest, as the vendor describes it for "
                                             "devices in Cloud Sync. It replaces the keywords that stand there: keep the old ones.");
    auto point = readiness.directory().read(dn, {QStringLiteral("keywords")}, readiness.stop());
    if (!point && point.error().code == ErrorCode::DirectoryObjectMissing)
        return readiness.warning(part, title, DirectoryText::tr("%1 is not there.").arg(dn),
                                 DirectoryText::tr("Computers of this forest do not know which tenant they belong to, so none registers as a device."),
                                 remedy);
    if (!point)
        return readiness.failed(part, title, point.error());
    const QStringList keywords = point->texts(QStringLiteral("keywords"));
    const QString name = keyword(keywords, QLatin1String("azureADName:"));
    const QString tenant = keyword(keywords, QLatin1String("azureADId:"));
    const QString evidence = keywords.isEmpty() ? DirectoryText::tr("It holds no keywords.") : keywords.join(QStringLiteral("; "));
    if (name.isEmpty() || QUuid::fromString(tenant).isNull())
        return readiness.warning(part, title, evidence,
                                 DirectoryText::tr("It does not name a domain and a tenant (azureADName, azureADId)."), remedy);
    // Only where the answers name the tenant by its id can the two be compared without signing in.
    const QUuid wanted = QUuid::fromString(readiness.answers().signIn.value_or(SignInAnswers{}).tenant);
    if (!wanted.isNull() && wanted != QUuid::fromString(tenant))
        return readiness.warning(part, title, evidence,
                                 DirectoryText::tr("It leads to another tenant than the one of the answers."), remedy);
    readiness.ok(part, title, DirectoryText::tr("Computers register with %1 (%2).").arg(name, tenant));
}

} // namespace cloudsync
