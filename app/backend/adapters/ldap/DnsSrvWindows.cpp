// SPDX-License-Identifier: GPL-3.0-or-later
// The system's DNS client: it knows the cache, the suffixes and the policies (NRPT) that apply to this machine.
#include "backend/adapters/ldap/Abandonable.h"
#include "backend/adapters/ldap/DnsSrv.h"

#include <windows.h>

#include <windns.h>

namespace cloudsync::ldap {

namespace {

struct Answer
{
    DNS_STATUS status = 0;
    QVector<SrvRecord> records;
};

Answer ask(const QString &name)
{
    Answer answer;
    PDNS_RECORDW list = nullptr;
    answer.status = ::DnsQuery_W(reinterpret_cast<const wchar_t *>(name.utf16()), DNS_TYPE_SRV, DNS_QUERY_STANDARD, nullptr,
                                 reinterpret_cast<PDNS_RECORD *>(&list), nullptr);
    for (const DNS_RECORDW *one = answer.status == 0 ? list : nullptr; one; one = one->pNext) {
        if (one->wType != DNS_TYPE_SRV || one->Flags.S.Section != DnsSectionAnswer)
            continue;
        SrvRecord record{one->Data.SRV.wPriority, one->Data.SRV.wWeight, one->Data.SRV.wPort,
                         QString::fromWCharArray(reinterpret_cast<const wchar_t *>(one->Data.SRV.pNameTarget))};
        while (record.target.endsWith(QLatin1Char('.')))
            record.target.chop(1);
        if (!record.target.isEmpty()) // "." means that the service is decidedly not there
            answer.records.append(std::move(record));
    }
    ::DnsRecordListFree(list, DnsFreeRecordList);
    return answer;
}

QString reasonText(DNS_STATUS status)
{
    switch (status) {
    case DNS_ERROR_RCODE_NAME_ERROR:
        return QStringLiteral("the name does not exist in the DNS");
    case 0:
    case DNS_INFO_NO_RECORDS:
        return QStringLiteral("the DNS holds no service record of this name");
    case ERROR_TIMEOUT:
    case DNS_ERROR_RCODE_SERVER_FAILURE:
        return QStringLiteral("no name server answered");
    default:
        return QStringLiteral("the DNS query failed (%1)").arg(status);
    }
}

} // namespace

Result<QVector<SrvRecord>> lookUpSrv(const QString &name, const Limit &limit, const std::optional<NameServer> &server)
{
    if (server)
        return fail(ErrorCode::NotSupportedHere, server->address);
    auto answer = runAbandonable([name] { return ask(name); }, limit, name);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->status != 0 || answer->records.isEmpty())
        return fail(ErrorCode::NameNotResolved, name, reasonText(answer->status));
    return std::move(answer->records);
}

} // namespace cloudsync::ldap
