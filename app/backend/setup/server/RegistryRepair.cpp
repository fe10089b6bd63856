// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/RegistryRepair.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

const QString tls12 = QStringLiteral("tls12");
const QString strongCrypto = QStringLiteral("strongCrypto");

} // namespace

QStringList registryRepairs()
{
    return {tls12, strongCrypto};
}

QVector<RegistrySetting> settingsOfRepair(const QString &id)
{
    QVector<RegistrySetting> settings;
    if (id == tls12) {
        const QString protocol =
            QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\)");
        for (const QString &side : {QStringLiteral("Client"), QStringLiteral("Server")}) {
            settings.append({{protocol + side, QStringLiteral("DisabledByDefault")}, 0, true});
            settings.append({{protocol + side, QStringLiteral("Enabled")}, 1, true});
        }
    } else if (id == strongCrypto) {
        for (const QString &key : {QStringLiteral(R"(SOFTWARE\Microsoft\.NETFramework\v4.0.30319)"),
                                   QStringLiteral(R"(SOFTWARE\WOW6432Node\Microsoft\.NETFramework\v4.0.30319)")}) {
            settings.append({{key, QStringLiteral("SchUseStrongCrypto")}, 1, false});
            settings.append({{key, QStringLiteral("SystemDefaultTlsVersions")}, 1, false});
        }
    }
    return settings;
}

QString repairTitle(const QString &id)
{
    if (id == tls12)
        return QCoreApplication::translate("ServerSetup", "Switch TLS 1.2 on in Windows");
    if (id == strongCrypto)
        return QCoreApplication::translate("ServerSetup", "Let .NET use strong cryptography");
    return id;
}

Result<QVector<RegistrySetting>> missingSettings(Machine &machine, const QString &id)
{
    QVector<RegistrySetting> missing;
    const QVector<RegistrySetting> settings = settingsOfRepair(id);
    for (const RegistrySetting &setting : settings) {
        auto value = machine.registryValue(setting.address);
        if (!value)
            return fail(std::move(value.error()));
        if (!*value || (*value)->toUInt() != setting.value)
            missing.append(setting);
    }
    return missing;
}

QString registryText(const RegistryAddress &address)
{
    return QStringLiteral("HKLM\\%1!%2").arg(address.key, address.name);
}

} // namespace cloudsync
