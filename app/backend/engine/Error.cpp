// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Error.h"

#include <QJsonArray>

namespace cloudsync {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
#define X(name, text)                                                                                                  \
    case ErrorCode::name:                                                                                              \
        return QStringLiteral(text);
        CLOUDSYNC_ERROR_CODES(X)
#undef X
    }
    return QStringLiteral("internal");
}

const QVector<ErrorCode> &allErrorCodes()
{
    static const QVector<ErrorCode> codes{
#define X(name, text) ErrorCode::name,
        CLOUDSYNC_ERROR_CODES(X)
#undef X
    };
    return codes;
}

QString Error::toLogText() const
{
    QString text = errorCodeName(code);
    if (!subject.isEmpty())
        text += QStringLiteral(" [") + subject + u']';
    if (!detail.isEmpty())
        text += QStringLiteral(": ") + detail;
    for (const Error &cause : causes)
        text += QStringLiteral("; because ") + cause.toLogText();
    return text;
}

QJsonObject Error::toJson() const
{
    QJsonObject object{{QStringLiteral("code"), errorCodeName(code)},
                       {QStringLiteral("subject"), subject},
                       {QStringLiteral("detail"), detail}};
    if (!causes.isEmpty()) {
        QJsonArray list;
        for (const Error &cause : causes)
            list.append(cause.toJson());
        object.insert(QStringLiteral("causes"), list);
    }
    return object;
}

Error Error::fromJson(const QJsonObject &object)
{
    Error error;
    const QString name = object.value(QStringLiteral("code")).toString();
    for (ErrorCode candidate : allErrorCodes()) {
        if (errorCodeName(candidate) == name)
            error.code = candidate;
    }
    error.subject = object.value(QStringLiteral("subject")).toString();
    error.detail = object.value(QStringLiteral("detail")).toString();
    const QJsonArray list = object.value(QStringLiteral("causes")).toArray();
    for (const QJsonValue &cause : list)
        error.causes.append(fromJson(cause.toObject()));
    return error;
}

} // namespace cloudsync
