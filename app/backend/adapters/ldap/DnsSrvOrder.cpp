// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/DnsSrv.h"

#include <algorithm>
#include <utility>

namespace cloudsync::ldap {

QVector<SrvRecord> orderSrv(QVector<SrvRecord> records, const std::function<quint32(quint32)> &random)
{
    // RFC 2782, "Usage rules": those of weight 0 come first, so that they keep a small chance.
    std::stable_sort(records.begin(), records.end(), [](const SrvRecord &a, const SrvRecord &b) {
        return a.priority != b.priority ? a.priority < b.priority : (a.weight == 0) > (b.weight == 0);
    });
    QVector<SrvRecord> ordered;
    while (!records.isEmpty()) {
        const quint16 priority = records.first().priority;
        quint32 sum = 0;
        for (const SrvRecord &one : std::as_const(records))
            sum += one.priority == priority ? one.weight : 0;
        const quint32 drawn = random(sum);
        quint32 running = 0;
        for (qsizetype i = 0; i < records.size(); ++i) {
            running += records.at(i).weight;
            if (running >= drawn) {
                ordered.append(records.takeAt(i));
                break;
            }
        }
    }
    return ordered;
}

} // namespace cloudsync::ldap
