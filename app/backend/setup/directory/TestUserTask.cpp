// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/TestUserTask.h"

#include "backend/setup/directory/DirectoryText.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace cloudsync {

namespace {

// userAccountControl (MS-ADTS 2.2.16).
constexpr int normalAccount = 0x200;
constexpr int accountDisabled = 0x2;

// By it a second run knows its own user again, and an administrator what this is.
QByteArray mark()
{
    return QByteArrayLiteral("Made by Cloud Sync Setup to try the synchronisation. It may be deleted.");
}

QString guidOf(const DirectoryEntry &entry)
{
    return guidToText(entry.value(QStringLiteral("objectGUID")));
}

// unicodePwd takes the password in quotation marks, UTF-16 little endian (MS-ADTS 3.1.1.3.1.5).
QByteArray quotedUtf16(const Secret &password)
{
    const QString quoted = QLatin1Char('"') + QString::fromUtf8(password.reveal()) + QLatin1Char('"');
    QByteArray bytes;
    bytes.reserve(quoted.size() * 2);
    for (const QChar unit : quoted) {
        bytes.append(static_cast<char>(unit.unicode() & 0xff));
        bytes.append(static_cast<char>(unit.unicode() >> 8));
    }
    return bytes;
}

} // namespace

TestUserTask::TestUserTask(const std::shared_ptr<Session> &session)
    : DirectoryTask(session, session->answers().testUser.value_or(TestUserAnswers{}).domain),
      m_answers(session->answers().testUser.value_or(TestUserAnswers{}))
{
}

TaskId TestUserTask::id() const
{
    return QStringLiteral("directory.%1.testUser").arg(domain());
}

QString TestUserTask::title() const
{
    //: %1 name of a user, %2 domain
    return DirectoryText::tr("User %1 for a trial in %2").arg(m_answers.name, domain());
}

QString TestUserTask::neededRight() const
{
    //: %1 distinguished name
    return DirectoryText::tr("Create users in %1").arg(m_answers.container);
}

QString TestUserTask::dn() const
{
    return QStringLiteral("CN=%1,%2").arg(escapeRdn(m_answers.name), m_answers.container);
}

Result<std::optional<DirectoryEntry>> TestUserTask::find(Directory &directory, const std::stop_token &stop) const
{
    DirectorySearch search;
    search.base = directory.rootDse().defaultNamingContext;
    search.filter = QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(m_answers.name));
    search.attributes = {QStringLiteral("objectGUID"), QStringLiteral("description")};
    search.sizeLimit = 1;
    auto found = directory.list(search, stop);
    if (!found)
        return fail(std::move(found.error()));
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<State> TestUserTask::check(RunContext &context)
{
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    auto found = find(**directory, context.stop());
    if (!found)
        return fail(std::move(found.error()));
    if (*found) {
        if ((*found)->value(QStringLiteral("description")) == mark())
            return State::satisfied();
        return State::conflict({ErrorCode::DirectoryObjectExists, m_answers.name,
                                //: %1 distinguished name
                                DirectoryText::tr("%1 has this logon name. Choose another one for the trial.").arg((*found)->dn),
                                {}});
    }
    auto container = (*directory)->read(m_answers.container, {QStringLiteral("objectClass")}, context.stop());
    if (!container)
        return container.error().code == ErrorCode::DirectoryObjectMissing
                   ? Result<State>(State::conflict(std::move(container.error())))
                   : fail(std::move(container.error()));
    const QString how = m_answers.password.kind == SecretReference::Kind::None
                            ? DirectoryText::tr("The user %1 is made, disabled and without a password.").arg(dn())
                            : DirectoryText::tr("The user %1 is made, enabled and with the given password.").arg(dn());
    return State::missing({how});
}

Result<void> TestUserTask::apply(RunContext &context, UndoLog &undo)
{
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    auto found = find(**directory, context.stop());
    if (!found)
        return fail(std::move(found.error()));
    if (*found)
        return {};
    const bool hasPassword = m_answers.password.kind != SecretReference::Kind::None;
    Secret password;
    if (hasPassword) {
        auto resolved = session().ports().secrets.resolve(m_answers.password, m_answers.name);
        if (!resolved)
            return fail(std::move(resolved.error()));
        password = std::move(*resolved);
    }
    const QString principal = m_answers.userPrincipalName.isEmpty() ? m_answers.name + QLatin1Char('@') + domain()
                                                                    : m_answers.userPrincipalName;
    const auto text = [](const QString &value) { return QByteArrayList{value.toUtf8()}; };
    QMap<QString, QByteArrayList> attributes{
        {QStringLiteral("objectClass"), {QByteArrayLiteral("user")}},
        {QStringLiteral("sAMAccountName"), text(m_answers.name)},
        {QStringLiteral("userPrincipalName"), text(principal)},
        {QStringLiteral("displayName"), text(m_answers.name)},
        {QStringLiteral("description"), {mark()}},
        {QStringLiteral("userAccountControl"), {QByteArray::number(hasPassword ? normalAccount : normalAccount | accountDisabled)}}};
    QByteArray quoted;
    if (hasPassword) {
        quoted = quotedUtf16(password);
        attributes.insert(QStringLiteral("unicodePwd"), {quoted});
    }
    // The intention first: should the answer get lost, an undo knows which object to look for.
    if (auto recorded = undo.record({{QStringLiteral("effect"), QStringLiteral("userIntended")}, {QStringLiteral("dn"), dn()}}); !recorded)
        return recorded;
    auto added = (*directory)->add(dn(), attributes, context.stop());
    attributes.clear();
    quoted.fill('\0'); // the last one that holds these bytes
    if (!added)
        return added;
    auto made = (*directory)->read(dn(), {QStringLiteral("objectGUID")}, context.stop());
    if (!made)
        return fail(std::move(made.error()));
    session().ports().log.info("directory.testUserCreated", {{"dn", dn()}});
    return undo.record({{QStringLiteral("effect"), QStringLiteral("userCreated")}, {QStringLiteral("dn"), dn()}, {QStringLiteral("guid"), guidOf(*made)}});
}

Result<void> TestUserTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    const QJsonObject last = data.effects.last();
    const QString guid = last.value(QLatin1String("guid")).toString();
    const QString address = guid.isEmpty() ? last.value(QLatin1String("dn")).toString() : QStringLiteral("<GUID=%1>").arg(guid);
    auto user = (*directory)->read(address, {QStringLiteral("description"), QStringLiteral("memberOf")}, context.stop());
    if (!user)
        return user.error().code == ErrorCode::DirectoryObjectMissing ? Result<void>() : fail(std::move(user.error()));
    // Without a GUID the mark says that it is ours; with one, that nobody has given the account another purpose.
    if (user->value(QStringLiteral("description")) != mark() || user->has(QStringLiteral("memberOf"))) {
        //: %1 distinguished name
        context.leaveBehind(DirectoryText::tr("The user %1 stays: it was put to use since.").arg(user->dn));
        return {};
    }
    auto removed = (*directory)->remove(user->dn, context.stop());
    return !removed && removed.error().code == ErrorCode::DirectoryObjectMissing ? Result<void>() : removed;
}

Secret randomPassword()
{
    static const std::array<QByteArray, 4> kinds{"ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!#$%*+-=?@_"};
    auto *random = QRandomGenerator::system();
    constexpr int length = 24;
    QByteArray password;
    password.reserve(length);
    for (int i = 0; i < length; ++i) {
        const QByteArray &kind = kinds[static_cast<std::size_t>(i) < kinds.size() ? static_cast<std::size_t>(i) : random->bounded(quint32(kinds.size()))];
        password.append(kind.at(random->bounded(int(kind.size()))));
    }
    // The first four are one of each kind; which place holds which kind is nobody's business.
    for (int i = length - 1; i > 0; --i)
        std::swap(password[i], password[random->bounded(i + 1)]);
    return Secret(std::move(password));
}

} // namespace cloudsync
