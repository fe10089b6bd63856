// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/Registry.h"

#include "backend/adapters/windows/WindowsText.h"

#include <array>
#include <cstring>

namespace cloudsync::windows {

namespace {

/// An open key; not open when `error()` is not ERROR_SUCCESS.
class Key
{
public:
    Key(const QString &path, REGSAM access, bool create)
    {
        access |= KEY_WOW64_64KEY;
        m_error = create ? ::RegCreateKeyExW(HKEY_LOCAL_MACHINE, wide(path), 0, nullptr, REG_OPTION_NON_VOLATILE, access, nullptr, &m_key, nullptr)
                         : ::RegOpenKeyExW(HKEY_LOCAL_MACHINE, wide(path), 0, access, &m_key);
    }
    ~Key()
    {
        if (m_error == ERROR_SUCCESS)
            ::RegCloseKey(m_key);
    }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    [[nodiscard]] HKEY get() const { return m_key; }
    [[nodiscard]] DWORD error() const { return static_cast<DWORD>(m_error); }

private:
    HKEY m_key = nullptr;
    LSTATUS m_error = ERROR_SUCCESS;
};

bool isAbsent(DWORD error)
{
    return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
}

tl::unexpected<Error> failed(const RegistryAddress &address, DWORD error)
{
    return fail(ErrorCode::RegistryFailed, QStringLiteral("HKLM\\") + address.key + u'\\' + address.name, systemError(error));
}

QString textOf(const QByteArray &bytes)
{
    QString text(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / static_cast<qsizetype>(sizeof(QChar)));
    while (text.endsWith(QChar::Null))
        text.chop(1);
    return text;
}

std::optional<QVariant> valueOf(DWORD type, const QByteArray &bytes)
{
    switch (type) {
    case REG_DWORD: {
        quint32 number = 0;
        if (bytes.size() == sizeof number)
            std::memcpy(&number, bytes.constData(), sizeof number);
        return QVariant(number);
    }
    case REG_SZ:
    case REG_EXPAND_SZ:
        return QVariant(textOf(bytes));
    case REG_MULTI_SZ:
        return QVariant(textOf(bytes).split(QChar::Null, Qt::SkipEmptyParts));
    default:
        return QVariant(bytes);
    }
}

} // namespace

Result<std::optional<QVariant>> Registry::value(const RegistryAddress &address) const
{
    const Key key(address.key, KEY_QUERY_VALUE, false);
    if (isAbsent(key.error()))
        return std::optional<QVariant>();
    if (key.error() != ERROR_SUCCESS)
        return failed(address, key.error());
    QByteArray bytes(256, '\0');
    for (;;) {
        DWORD type = 0;
        auto size = static_cast<DWORD>(bytes.size());
        const LSTATUS status = ::RegQueryValueExW(key.get(), wide(address.name), nullptr, &type, reinterpret_cast<BYTE *>(bytes.data()), &size);
        if (status == ERROR_MORE_DATA) {
            bytes.resize(static_cast<qsizetype>(size) + 256);
            continue;
        }
        if (isAbsent(static_cast<DWORD>(status)))
            return std::optional<QVariant>();
        if (status != ERROR_SUCCESS)
            return failed(address, static_cast<DWORD>(status));
        bytes.truncate(static_cast<qsizetype>(size));
        return valueOf(type, bytes);
    }
}

Result<void> Registry::set(const RegistryAddress &address, const QVariant &value) const
{
    const Key key(address.key, KEY_SET_VALUE, true);
    if (key.error() != ERROR_SUCCESS)
        return failed(address, key.error());
    DWORD type = REG_SZ;
    QByteArray bytes;
    if (value.userType() == QMetaType::UInt) {
        type = REG_DWORD;
        const quint32 number = value.toUInt();
        bytes = QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
    } else {
        QString text = value.toString();
        if (value.userType() == QMetaType::QStringList) {
            type = REG_MULTI_SZ;
            text = value.toStringList().join(QChar(QChar::Null)) + QChar(QChar::Null);
        }
        text += QChar(QChar::Null);
        bytes = QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * static_cast<qsizetype>(sizeof(QChar)));
    }
    const LSTATUS status = ::RegSetValueExW(key.get(), wide(address.name), 0, type, reinterpret_cast<const BYTE *>(bytes.constData()),
                                            static_cast<DWORD>(bytes.size()));
    return status == ERROR_SUCCESS ? Result<void>() : failed(address, static_cast<DWORD>(status));
}

Result<void> Registry::removeValue(const RegistryAddress &address) const
{
    const Key key(address.key, KEY_SET_VALUE, false);
    if (isAbsent(key.error()))
        return {};
    if (key.error() != ERROR_SUCCESS)
        return failed(address, key.error());
    const LSTATUS status = ::RegDeleteValueW(key.get(), wide(address.name));
    return status == ERROR_SUCCESS || isAbsent(static_cast<DWORD>(status)) ? Result<void>() : failed(address, static_cast<DWORD>(status));
}

Result<void> Registry::remove(const RegistryAddress &address) const
{
    if (auto removed = removeValue(address); !removed)
        return removed;
    for (QString path = address.key; path.count(u'\\') > 0; path = path.section(u'\\', 0, -2)) {
        const Key key(path, KEY_READ, false);
        DWORD below = 0;
        DWORD values = 0;
        if (key.error() != ERROR_SUCCESS
            || ::RegQueryInfoKeyW(key.get(), nullptr, nullptr, nullptr, &below, nullptr, nullptr, &values, nullptr, nullptr, nullptr, nullptr) != ERROR_SUCCESS
            || below > 0 || values > 0)
            break;
        if (::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, wide(path), KEY_WOW64_64KEY, 0) != ERROR_SUCCESS)
            break; // an empty key that stays does no harm
    }
    return {};
}

QString Registry::text(const QString &key, const QString &name) const
{
    const auto found = value({key, name});
    return found && *found ? (*found)->toString() : QString();
}

bool Registry::hasKey(const QString &key) const
{
    return Key(key, KEY_QUERY_VALUE, false).error() == ERROR_SUCCESS;
}

QStringList Registry::keys(const QString &path) const
{
    QStringList names;
    const Key key(path, KEY_ENUMERATE_SUB_KEYS, false);
    if (key.error() != ERROR_SUCCESS)
        return names;
    std::array<wchar_t, 256> name{};
    for (DWORD index = 0;; ++index) {
        auto size = static_cast<DWORD>(name.size());
        if (::RegEnumKeyExW(key.get(), index, name.data(), &size, nullptr, nullptr, nullptr, nullptr) != ERROR_SUCCESS)
            return names;
        names.append(QString::fromWCharArray(name.data(), static_cast<qsizetype>(size)));
    }
}

} // namespace cloudsync::windows
