// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/ReferenceSecretSource.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SecretSource)
};

constexpr qint64 largestSecret = 64 * 1024;

void wipe(QByteArray &bytes)
{
    volatile char *data = bytes.data();
    std::fill_n(data, bytes.size(), '\0');
}

/// The first line, without a byte order mark and line end. `bytes` is wiped.
Secret firstLine(QByteArray &&bytes)
{
    const qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    qsizetype end = bytes.indexOf('\n', start);
    if (end < 0)
        end = bytes.size();
    if (end > start && bytes.at(end - 1) == '\r')
        --end;
    Secret secret(bytes.mid(start, end - start));
    wipe(bytes);
    return secret;
}

tl::unexpected<Error> unavailable(const QString &reason)
{
    return fail(ErrorCode::SecretUnavailable, {}, reason);
}

} // namespace

ReferenceSecretSource::ReferenceSecretSource(Log &log, Ask ask, Entered entered, QStringList keyFolders)
    : m_log(log), m_ask(std::move(ask)), m_entered(std::move(entered)), m_keyFolders(std::move(keyFolders))
{
}

Result<Secret> ReferenceSecretSource::resolve(const SecretReference &reference, const QString &purpose)
{
    Result<Secret> secret = fail(ErrorCode::AnswerMissing);
    switch (reference.kind) {
    case SecretReference::Kind::Environment:
        secret = fromEnvironment(reference.value);
        break;
    case SecretReference::Kind::File:
        secret = fromFile(reference.value, false);
        break;
    case SecretReference::Kind::Cms:
        secret = fromFile(reference.value, true);
        break;
    case SecretReference::Kind::Entered:
        secret = fromWizard(reference.value);
        break;
    case SecretReference::Kind::None:
    case SecretReference::Kind::Prompt:
        secret = fromPerson(purpose);
        break;
    }
    if (!secret && secret.error().subject.isEmpty())
        secret.error().subject = purpose;
    return secret;
}

Result<Secret> ReferenceSecretSource::fromEnvironment(const QString &name) const
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return unavailable(Text::tr("The environment variable %1 is not set.").arg(name));
#ifdef Q_OS_WIN
    Secret secret = Secret::fromString(qEnvironmentVariable(variable.constData())); // qgetenv loses what the code page lacks
#else
    Secret secret(qgetenv(variable.constData()));
#endif
    if (secret.isEmpty())
        return unavailable(Text::tr("The environment variable %1 is empty.").arg(name));
    return secret;
}

Result<Secret> ReferenceSecretSource::fromFile(const QString &path, bool isCms) const
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return unavailable(Text::tr("The file %1 cannot be read.").arg(path));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
#ifndef Q_OS_WIN // Windows knows access lists instead, and Qt answers "everybody" there
    if (!isCms && (file.permissions() & others))
        m_log.warning("secret.fileOpenToOthers", {{"path", path}});
#else
    Q_UNUSED(others)
#endif
    QByteArray bytes = file.read(largestSecret + 1);
    if (bytes.size() > largestSecret) {
        wipe(bytes);
        return unavailable(Text::tr("The file %1 is too large for a secret.").arg(path));
    }
    if (isCms) {
        auto decrypted = decryptCms(bytes, m_keyFolders);
        if (!decrypted)
            return decrypted;
        const QByteArrayView plain = decrypted->reveal();
        bytes = QByteArray(plain.data(), plain.size());
    }
    Secret secret = firstLine(std::move(bytes));
    if (secret.isEmpty())
        return unavailable(Text::tr("The first line of %1 is empty.").arg(path));
    return secret;
}

Result<Secret> ReferenceSecretSource::fromPerson(const QString &purpose)
{
    if (!m_ask)
        return fail(ErrorCode::AnswerMissing, purpose);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_answered.constFind(purpose); known != m_answered.constEnd())
        return *known;
    std::optional<Secret> answer = m_ask(purpose);
    if (!answer || answer->isEmpty())
        return fail(ErrorCode::Cancelled, purpose);
    m_answered.insert(purpose, *answer);
    return std::move(*answer);
}

Result<Secret> ReferenceSecretSource::fromWizard(const QString &key) const
{
    std::optional<Secret> secret = m_entered ? m_entered(key) : std::nullopt;
    if (!secret || secret->isEmpty())
        return unavailable(Text::tr("The password has to be entered again."));
    return std::move(*secret);
}

} // namespace cloudsync
