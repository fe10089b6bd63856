// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Guid.h"

#include "backend/ports/Directory.h"

#include <QUuid>

#include <algorithm>

namespace cloudsync {

Result<Guid> Guid::fromBytes(QByteArrayView bytes)
{
    Guid guid;
    if (bytes.size() != qsizetype(guid.m_bytes.size()))
        return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("GUID"), QStringLiteral("not 16 bytes long"));
    std::copy(bytes.begin(), bytes.end(), guid.m_bytes.begin());
    return guid;
}

Result<Guid> Guid::fromText(const QString &text)
{
    QString bare = text.trimmed();
    if (bare.size() == 38 && bare.startsWith(QLatin1Char('{')) && bare.endsWith(QLatin1Char('}')))
        bare = bare.mid(1, 36);
    // QUuid reads forms that no GUID in SDDL has; the length and the dashes decide first.
    const bool shaped = bare.size() == 36 && bare.at(8) == QLatin1Char('-') && bare.at(13) == QLatin1Char('-') &&
                        bare.at(18) == QLatin1Char('-') && bare.at(23) == QLatin1Char('-');
    const QUuid uuid = shaped ? QUuid::fromString(bare) : QUuid();
    const bool zero = bare == QLatin1String("00000000-0000-0000-0000-000000000000");
    if (!shaped || (uuid.isNull() && !zero)) {
        return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("GUID"),
                    QStringLiteral("\"%1\" is not a GUID").arg(text));
    }
    return fromBytes(zero ? QByteArray(16, '\0') : guidFromText(bare));
}

QString Guid::toText() const
{
    return guidToText(toBytes());
}

} // namespace cloudsync
