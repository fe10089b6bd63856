// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/KdcExchange.h"

#include "backend/adapters/ldap/DnsSrv.h"
#include "backend/adapters/ldap/TcpStream.h"

#include <QtEndian>

#include <array>
#include <utility>

namespace cloudsync::ldap {

namespace {

using namespace std::chrono_literals;

constexpr quint16 kerberosPort = 88;
constexpr auto connectLimit = 4s;
constexpr qsizetype largestReply = 1024 * 1024;

struct Centre
{
    QString host;
    quint16 port = kerberosPort;
};

// "host", "host:port", "[v6]:port" as krb5.conf writes them.
Centre centreOf(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    const bool hasPort = colon > 0 && (text.count(QLatin1Char(':')) == 1 || text.at(colon - 1) == QLatin1Char(']'));
    Centre centre{hasPort ? text.left(colon) : text, kerberosPort};
    if (hasPort)
        centre.port = text.mid(colon + 1).toUShort();
    centre.host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    return centre;
}

Result<QByteArray> exchange(TcpStream &tcp, const QByteArray &request, const QString &host, const Limit &limit)
{
    std::array<char, 4> length{};
    qToBigEndian(static_cast<quint32>(request.size()), length.data());
    if (!tcp.write(QByteArray(length.data(), length.size()) + request))
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, host,
                    QStringLiteral("the key distribution centre closed the connection"));
    QByteArray reply;
    std::array<char, 8192> buffer{};
    for (;;) {
        const qsizetype count = tcp.read(buffer.data(), qsizetype(buffer.size()));
        if (count == ByteStream::wouldBlock) {
            if (auto ready = tcp.waitReadable(limit, host); !ready)
                return fail(std::move(ready.error()));
            continue;
        }
        if (count <= 0)
            return fail(ErrorCode::TimedOut, host,
                        QStringLiteral("the key distribution centre closed the connection before it answered"));
        reply.append(buffer.data(), count);
        if (reply.size() < qsizetype(length.size()))
            continue;
        const auto size = qsizetype(qFromBigEndian<quint32>(reply.constData()));
        if (size > largestReply)
            return fail(ErrorCode::DirectoryResponseInvalid, host, QStringLiteral("a reply of %1 bytes").arg(size));
        if (reply.size() >= qsizetype(length.size()) + size)
            return reply.mid(length.size(), size);
    }
}

} // namespace

KdcExchange::KdcExchange(QString realm, QString controller)
    : m_realm(std::move(realm)), m_controller(std::move(controller))
{
}

Result<QByteArray> KdcExchange::send(const QString &realm, const QByteArray &request, const QStringList &configured,
                                     const Limit &limit) const
{
    QVector<Centre> centres;
    // A realm without a dot is the NetBIOS name of a domain, which any controller of the forest resolves.
    if (realm.compare(m_realm, Qt::CaseInsensitive) == 0 || !realm.contains(QLatin1Char('.')))
        centres.append({m_controller, kerberosPort});
    for (const QString &text : configured)
        centres.append(centreOf(text));

    QVector<Error> causes;
    for (bool asked = false;; asked = true) {
        for (const Centre &centre : std::as_const(centres)) {
            auto tcp = TcpStream::connect(centre.host, centre.port, limit.within(connectLimit));
            if (tcp)
                return exchange(**tcp, request, centre.host, limit);
            if (tcp.error().code == ErrorCode::Cancelled)
                return fail(std::move(tcp.error()));
            causes.append(std::move(tcp.error()));
        }
        // The DNS comes last: it is asked only where nothing nearer answers.
        if (asked)
            break;
        centres.clear();
        const auto records = lookUpSrv(QStringLiteral("_kerberos._tcp.") + realm.toLower(), limit.within(connectLimit));
        if (!records) {
            if (records.error().code == ErrorCode::Cancelled)
                return fail(records.error());
            causes.append(records.error());
            break;
        }
        for (const SrvRecord &record : *records)
            centres.append({record.target, record.port});
    }
    return fail(ErrorCode::DirectoryAuthenticationUnavailable, realm,
                QStringLiteral("no key distribution centre could be reached"), std::move(causes));
}

} // namespace cloudsync::ldap
