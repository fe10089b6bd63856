// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"

#include "resources/Resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace cloudsync {

namespace {

QJsonArray builtInClouds()
{
    registerCloudSyncResources();
    QFile file(QStringLiteral(":/cloud-sync-setup/clouds.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

QUrl root(QString address)
{
    while (address.endsWith(u'/'))
        address.chop(1);
    return QUrl(address);
}

} // namespace

QStringList knownClouds()
{
    QStringList names;
    for (const QJsonValue cloud : builtInClouds())
        names.append(cloud.toObject().value(QStringLiteral("name")).toString());
    return names;
}

Result<CloudEndpoint> cloudEndpoint(const Answers &answers)
{
    CloudEndpoint endpoint;
    if (answers.customCloud) {
        const CustomCloud &cloud = *answers.customCloud;
        endpoint.name = cloud.name;
        endpoint.authority = root(cloud.authority);
        endpoint.graph = root(cloud.graph);
        endpoint.audience = cloud.audience.isEmpty() ? endpoint.graph.toString() : root(cloud.audience).toString();
        endpoint.agentHosts = cloud.agentHosts;
        endpoint.caFile = cloud.caFile;
        return endpoint;
    }
    for (const QJsonValue value : builtInClouds()) {
        const QJsonObject cloud = value.toObject();
        if (cloud.value(QStringLiteral("name")).toString() != answers.cloud)
            continue;
        endpoint.name = answers.cloud;
        endpoint.authority = root(cloud.value(QStringLiteral("authority")).toString());
        endpoint.graph = root(cloud.value(QStringLiteral("graph")).toString());
        endpoint.audience = cloud.value(QStringLiteral("audience")).toString();
        for (const QJsonValue host : cloud.value(QStringLiteral("agentHosts")).toArray())
            endpoint.agentHosts.append(host.toString());
        return endpoint;
    }
    return fail(ErrorCode::AnswersInvalid, QStringLiteral("/cloud"),
                //: %1 is what was written, %2 a list of names
                QCoreApplication::translate("Answers", "\"%1\" is not the name of a cloud; the names are: %2.")
                    .arg(answers.cloud, knownClouds().join(QStringLiteral(", "))));
}

} // namespace cloudsync
