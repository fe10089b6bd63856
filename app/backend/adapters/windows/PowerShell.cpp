// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/PowerShell.h"

#include "backend/adapters/windows/ChildProcess.h"

#include <QDir>
#include <QJsonDocument>

#include <array>

namespace cloudsync::windows {

namespace {

using namespace std::chrono_literals;

QString interpreter()
{
    std::array<wchar_t, MAX_PATH> path{};
    const UINT size = ::GetSystemDirectoryW(path.data(), static_cast<UINT>(path.size()));
    return QString::fromWCharArray(path.data(), static_cast<qsizetype>(size)) + QStringLiteral("\\WindowsPowerShell\\v1.0\\powershell.exe");
}

/// A JSON string without the copies that QJsonValue would leave in memory.
QByteArray jsonString(QByteArrayView text)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray escaped("\"");
    escaped.reserve(text.size() * 6 + 2); // no copy is left behind by growing
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            escaped += '\\';
            escaped += c;
        } else if (byte < 0x20) {
            escaped += "\\u00";
            escaped += digits[byte >> 4];
            escaped += digits[byte & 15];
        } else {
            escaped += c;
        }
    }
    return escaped += '"';
}

QByteArray withSecrets(const QJsonObject &request, const QMap<QString, Secret> &secrets)
{
    QByteArray document = QJsonDocument(request).toJson(QJsonDocument::Compact);
    document.chop(1);
    qsizetype size = document.size() + 2;
    for (const Secret &secret : secrets)
        size += secret.reveal().size() * 6 + 64;
    document.reserve(size);
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
        if (!document.endsWith('{'))
            document += ',';
        QByteArray value = jsonString(it.value().reveal());
        document += jsonString(it.key().toUtf8()) + ':';
        document += value;
        ::SecureZeroMemory(value.data(), static_cast<SIZE_T>(value.size()));
    }
    return document += '}';
}

} // namespace

Result<void> PowerShell::run(const QByteArray &script, QJsonObject request, const QMap<QString, Secret> &secrets, const OnLine &onLine,
                             const std::stop_token &stop) const
{
    const QString text = QString::fromUtf8(script);
    const QByteArray encoded =
        QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * static_cast<qsizetype>(sizeof(QChar))).toBase64();
    ChildCommand command;
    command.program = interpreter();
    command.commandLine = quotedArgument(command.program) + QStringLiteral(" -NoLogo -NoProfile -NonInteractive -EncodedCommand ")
                          + QString::fromLatin1(encoded);
    command.input = withSecrets(request, secrets);
    command.limit = 10min;
    command.mayBeEnded = true;
    command.onLine = [&](const QByteArray &line) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            onLine(object);
    };
    auto code = runChild(std::move(command), stop);
    if (!code) {
        if (code.error().code == ErrorCode::FileUnreadable)
            return fail(ErrorCode::AgentCommandFailed, QStringLiteral("Windows PowerShell"), code.error().detail);
        return fail(std::move(code.error()));
    }
    if (*code != 0)
        return fail(ErrorCode::AgentCommandFailed, QStringLiteral("Windows PowerShell"), QStringLiteral("exit code %1").arg(*code));
    return {};
}

} // namespace cloudsync::windows
