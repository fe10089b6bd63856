// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/ldap/LdapLab.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpServer>

namespace cloudsync::tests {

namespace {

constexpr int limit = 20000; // milliseconds for the relay to start or end

} // namespace

TestConnector::TestConnector()
{
    auto log = Log::toFile(m_folder.filePath(QStringLiteral("log")), LogLevel::Trace);
    m_log = log ? std::move(*log) : std::make_unique<Log>();
    m_connector = std::make_unique<LdapConnector>(*m_log, m_clock);
}

QByteArray TestConnector::logText() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Relay::Relay(const LabDirectory &lab, const QStringList &misbehaviour) : m_host(lab.address())
{
    const QString tls = lab.folder() + QStringLiteral("/private/tls/");
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"),
                    QStringList{QStringLiteral(CLOUDSYNC_LDAP_RELAY), QStringLiteral("--host"), m_host,
                                QStringLiteral("--certificate"), tls + QStringLiteral("cert.pem"),
                                QStringLiteral("--key"), tls + QStringLiteral("key.pem"), QStringLiteral("--authority"),
                                lab.caFile(), QStringLiteral("--record"), m_folder.filePath(QStringLiteral("record"))} +
                        misbehaviour);
    if (m_process.waitForStarted(limit) && m_process.waitForReadyRead(limit))
        m_port = m_process.readLine().trimmed().toInt();
}

Relay::~Relay()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(limit);
}

QString Relay::uri() const
{
    return QStringLiteral("ldaps://%1:%2").arg(m_host).arg(m_port);
}

QVector<QJsonObject> Relay::requests() const
{
    QVector<QJsonObject> all;
    QFile file(m_folder.filePath(QStringLiteral("record")));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    }
    return all;
}

QVector<QJsonObject> Relay::requests(const QString &operation) const
{
    QVector<QJsonObject> all = requests();
    all.removeIf([&](const QJsonObject &one) { return one.value(QLatin1String("operation")).toString() != operation; });
    return all;
}

DirectoryTarget targetOf(const LabDirectory &lab, const QStringList &controllers)
{
    return {lab.domain(), controllers.isEmpty() ? QStringList{lab.uri()} : controllers, lab.caFile()};
}

DirectoryCredential adminOf(const LabDirectory &lab, BindMechanism mechanism)
{
    return {lab.adminUser(), Secret::fromString(lab.adminPassword()), mechanism};
}

DirectoryCredential userOf(const QString &user, const QString &password, BindMechanism mechanism)
{
    return {user, Secret::fromString(password), mechanism};
}

int refusals(const LabDirectory &lab, const QString &accountName)
{
    const auto found = lab.entries(lab.base(), QStringLiteral("(sAMAccountName=%1)").arg(accountName),
                                   {QStringLiteral("badPwdCount")});
    return found.size() == 1 ? found.first().value(QStringLiteral("badPwdCount")).toInt() : -1;
}

int freePort(const QString &address)
{
    QTcpServer server;
    return server.listen(QHostAddress(address)) ? server.serverPort() : 0;
}

} // namespace cloudsync::tests
