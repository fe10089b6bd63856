// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabComposition.h"

#include "tests/lab/host/LabMachine.h"

#include <QFile>
#include <QJsonDocument>

namespace cloudsync {

Result<MachineFactory> labMachineFactory()
{
    const QString path = qEnvironmentVariable("LAB_FOLDER") + QStringLiteral("/lab.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("start the lab with tests/lab/lab.sh and set LAB_FOLDER"));
    const QJsonObject lab = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject directory = lab.value(QStringLiteral("directory")).toObject();
    const QJsonObject tenant = lab.value(QStringLiteral("tenant")).toObject();
    const QJsonObject host = lab.value(QStringLiteral("host")).toObject();
    LabHostSettings settings;
    settings.folder = host.value(QStringLiteral("folder")).toString();
    settings.name = host.value(QStringLiteral("name")).toString(settings.name);
    settings.domain = directory.value(QStringLiteral("domain")).toString(settings.domain);
    settings.computerPassword = host.value(QStringLiteral("computerPassword")).toString();
    settings.tenant = QUrl(tenant.value(QStringLiteral("url")).toString());
    settings.tenantCaFile = tenant.value(QStringLiteral("caFile")).toString();
    settings.directory = {settings.domain, {directory.value(QStringLiteral("uri")).toString()}, directory.value(QStringLiteral("caFile")).toString()};
    settings.installerArguments = lab.value(QStringLiteral("installerArguments")).toVariant().toStringList();
    return MachineFactory([settings](HttpClient &http, DirectoryConnector &directories, Machine &here) -> std::unique_ptr<Machine> {
        return std::make_unique<LabMachine>(settings, http, directories, here);
    });
}

} // namespace cloudsync
