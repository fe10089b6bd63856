// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/DnsSrv.h"

#include "backend/adapters/ldap/Abandonable.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace cloudsync::ldap {

namespace {

constexpr int largestAnswer = 65535;

struct Answer
{
    QByteArray bytes;
    int reason = 0; // h_errno of the resolver when there are no bytes
};

// The resolver's state is this call's own: no other thread's settings are touched.
Answer ask(const QByteArray &name, const std::optional<NameServer> &server)
{
    struct __res_state state
    {
    };
    if (res_ninit(&state) != 0)
        return {{}, NO_RECOVERY};
    state.retrans = 3; // seconds for one try
    state.retry = 2;
    if (server) {
        state.nscount = 1;
        state.nsaddr_list[0] = sockaddr_in{};
        state.nsaddr_list[0].sin_family = AF_INET;
        state.nsaddr_list[0].sin_port = qToBigEndian(server->port);
        if (inet_pton(AF_INET, server->address.toLatin1().constData(), &state.nsaddr_list[0].sin_addr) != 1) {
            res_nclose(&state);
            return {{}, NO_RECOVERY};
        }
    }
    QByteArray answer(largestAnswer, '\0');
    const int size = res_nquery(&state, name.constData(), ns_c_in, ns_t_srv,
                                reinterpret_cast<unsigned char *>(answer.data()), largestAnswer);
    Answer result;
    if (size >= 0)
        result.bytes = answer.left(std::min(size, largestAnswer));
    else
        result.reason = state.res_h_errno;
    res_nclose(&state);
    return result;
}

QString reasonText(int reason)
{
    switch (reason) {
    case HOST_NOT_FOUND:
        return QStringLiteral("the name does not exist in the DNS");
    case NO_DATA:
        return QStringLiteral("the DNS holds no service record of this name");
    case TRY_AGAIN:
        return QStringLiteral("no name server answered");
    default:
        return QStringLiteral("the DNS query failed");
    }
}

} // namespace

Result<QVector<SrvRecord>> parseSrvAnswer(const QByteArray &answer)
{
    const auto malformed = [] {
        return fail(ErrorCode::DirectoryResponseInvalid, QStringLiteral("DNS"), QStringLiteral("a malformed answer"));
    };
    const auto *data = reinterpret_cast<const unsigned char *>(answer.constData());
    ns_msg message;
    if (ns_initparse(data, static_cast<int>(answer.size()), &message) != 0)
        return malformed();
    QVector<SrvRecord> records;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, i, &record) != 0)
            return malformed();
        if (ns_rr_type(record) != ns_t_srv)
            continue; // an alias on the way
        const unsigned char *body = ns_rr_rdata(record);
        constexpr int fixedSize = 6;
        if (ns_rr_rdlen(record) <= fixedSize)
            return malformed();
        std::array<char, NS_MAXDNAME> target{};
        if (ns_name_uncompress(ns_msg_base(message), ns_msg_end(message), body + fixedSize, target.data(),
                               target.size()) < 0)
            return malformed();
        SrvRecord one{qFromBigEndian<quint16>(body), qFromBigEndian<quint16>(body + 2),
                      qFromBigEndian<quint16>(body + 4), QString::fromLatin1(target.data())};
        while (one.target.endsWith(QLatin1Char('.')))
            one.target.chop(1);
        if (!one.target.isEmpty()) // "." means that the service is decidedly not there
            records.append(std::move(one));
    }
    return records;
}

Result<QVector<SrvRecord>> lookUpSrv(const QString &name, const Limit &limit, const std::optional<NameServer> &server)
{
    const QByteArray question = name.toLatin1();
    auto answer = runAbandonable([question, server] { return ask(question, server); }, limit, name);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->bytes.isEmpty())
        return fail(ErrorCode::NameNotResolved, name, reasonText(answer->reason));
    auto records = parseSrvAnswer(answer->bytes);
    if (records && records->isEmpty())
        return fail(ErrorCode::NameNotResolved, name, reasonText(NO_DATA));
    return records;
}

} // namespace cloudsync::ldap
