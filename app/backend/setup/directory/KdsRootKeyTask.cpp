// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/KdsRootKeyTask.h"

#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/KdsRootKey.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <utility>

namespace cloudsync {

namespace {

// Defaults of MS-GKDI 2.2.1 and 2.2.2, as domain controllers write them: SP800-108 in counter mode with HMAC-SHA-512,
// and the 2048-bit group of RFC 5114 section 2.3 with its head.
constexpr char derivationParameters[] = "AAAAAAEAAAAOAAAAAAAAAFMASABBADUAMQAyAAAA";
constexpr char agreementParameters[] =
    "DAIAAERIUE0AAQAAh6jmHbS2Zjz/u9GcZRlZmYzu9ghmDdDyXSzu1ENeOwDgDfjx1hlX1Pr330VhsqowFsPZETQJb6o79Cltgw6afCCeDGSX"
    "UXq9WoqdMGvPZ+2R+eZyW0dYwCLgse9Cdb97bFv8EdRfkIi5QfVOseWbuLw5oL8SMH9cT9twxYGyP3a2Osrhyqa3kC1SUmc1SIoO8TxtmlG/"
    "pKs62DR3llJNjvahZ7WkGCXZZ+FE5RQFZCUcysuD5rSG9rPKP3lxUGAmwLhX9omWKFbe1AEKvQvmIcOjlgpU5xDDdfJjddcBQQOktUMwwZiv"
    "EmEW0iduEXFfaTh3+tfvCcrbCUrpHhoVlz+zLJtzE00LLndQZmDtvUhMp7GPIe8gVAf0eToaC6ElENvBUHe+Rj//T+1KrAu1Vb46bBsMa0ex"
    "vDdzv36Mb2KQEij4woy7GKVa4xNBAAplAZb5Mcd6V/Ld9GPl6ewUS3d95iqquKhiisN20oLW7Thk5nmCQo68gx0UNI9vL5GTtQRa8nZxZOHf"
    "yWfB+z8uVaS9G//oO5yA0FK5hdGC6grbKjtzE9P+FMhISx4FJYi5t9K70t8BYZns0G4VV80JFbM1O7tk4Ow3f9AoNw35K1LHiRQozcZ+thhL"
    "Uj0dskbDL2MHhJDwDvjWR9FI1HlUUV4jJ8/vmMWCZktMD2zEFlk=";

QString containerOf(const Directory &directory)
{
    return QStringLiteral("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,") +
           directory.rootDse().configurationNamingContext;
}

QByteArray keyData()
{
    std::array<quint32, 16> words{}; // 512 bits
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    words.fill(0);
    return bytes;
}

// The computer account of the controller in use: the key says who made it.
Result<QString> controllerAccount(Directory &directory, const std::stop_token &stop)
{
    auto server = directory.read(directory.rootDse().serverName, {QStringLiteral("serverReference")}, stop);
    if (!server)
        return fail(std::move(server.error()));
    return server->text(QStringLiteral("serverReference"));
}

} // namespace

KdsRootKeyTask::KdsRootKeyTask(const std::shared_ptr<Session> &session)
    : DirectoryTask(session, session->answers().serviceAccount.value_or(ServiceAccountAnswers{}).domain)
{
}

TaskId KdsRootKeyTask::idFor(const QString &domain)
{
    return QStringLiteral("directory.%1.kdsRootKey").arg(domain);
}

TaskId KdsRootKeyTask::id() const
{
    return idFor(domain());
}

QString KdsRootKeyTask::title() const
{
    //: %1 domain
    return DirectoryText::tr("KDS root key of the forest of %1").arg(domain());
}

QString KdsRootKeyTask::neededRight() const
{
    return DirectoryText::tr("Domain Admins of the forest's root domain, or Enterprise Admins");
}

Reversibility KdsRootKeyTask::reversibility() const
{
    return {false,
            DirectoryText::tr("Accounts made by anybody may depend on a root key from the moment it is there. It "
                              "stays.")};
}

Result<State> KdsRootKeyTask::check(RunContext &context)
{
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    auto keys = readKdsRootKeys(**directory, context.stop());
    if (!keys)
        return fail(std::move(keys.error()));
    if (keys->keys > 0)
        return State::satisfied();
    // From a child domain a key may be there and not show itself; a second one is not made on a guess.
    if (!keys->certain)
        return State::conflict(Error{ErrorCode::DirectoryRightMissing, containerOf(**directory), {}, {}});
    return State::missing(
        {DirectoryText::tr("A KDS root key is made. Domain controllers use it ten hours later; only then "
                           "can the service account be created. It cannot be taken back.")});
}

Result<void> KdsRootKeyTask::apply(RunContext &context, UndoLog &undo)
{
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    auto keys = readKdsRootKeys(**directory, context.stop());
    if (!keys)
        return fail(std::move(keys.error()));
    if (keys->keys > 0)
        return {};
    auto maker = controllerAccount(**directory, context.stop());
    if (!maker)
        return fail(std::move(maker.error()));
    const QByteArray now =
        QByteArray::number(fileTimeFromTime(controllerNow((*directory)->rootDse(), session().ports().clock)));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString dn = QStringLiteral("CN=%1,%2").arg(name, containerOf(**directory));
    if (auto recorded =
            undo.record({{QStringLiteral("effect"), QStringLiteral("rootKeyCreated")}, {QStringLiteral("dn"), dn}});
        !recorded)
        return recorded;
    QByteArray data = keyData();
    auto added =
        (*directory)
            ->add(dn,
                  {{QStringLiteral("objectClass"), {QByteArrayLiteral("msKds-ProvRootKey")}},
                   {QStringLiteral("msKds-Version"), {QByteArrayLiteral("1")}},
                   {QStringLiteral("msKds-DomainID"), {maker->toUtf8()}},
                   {QStringLiteral("msKds-CreateTime"), {now}},
                   {QStringLiteral("msKds-UseStartTime"), {now}},
                   {QStringLiteral("msKds-RootKeyData"), {data}},
                   {QStringLiteral("msKds-KDFAlgorithmID"), {QByteArrayLiteral("SP800_108_CTR_HMAC")}},
                   {QStringLiteral("msKds-KDFParam"), {QByteArray::fromBase64(derivationParameters)}},
                   {QStringLiteral("msKds-SecretAgreementAlgorithmID"), {QByteArrayLiteral("DH")}},
                   {QStringLiteral("msKds-SecretAgreementParam"), {QByteArray::fromBase64(agreementParameters)}},
                   {QStringLiteral("msKds-PublicKeyLength"), {QByteArrayLiteral("2048")}},
                   {QStringLiteral("msKds-PrivateKeyLength"), {QByteArrayLiteral("256")}}},
                  context.stop());
    data.fill('\0');
    if (added)
        session().ports().log.info("directory.rootKeyCreated", {{"dn", dn}});
    return added;
}

Result<void> KdsRootKeyTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    for (const QJsonObject &effect : data.effects) {
        const QString dn = effect.value(QLatin1String("dn")).toString();
        auto key = (*directory)->read(dn, {QStringLiteral("cn")}, context.stop());
        if (key) {
            //: %1 distinguished name
            context.leaveBehind(DirectoryText::tr("The KDS root key %1 stays: a key cannot be taken back.").arg(dn));
        } else if (key.error().code != ErrorCode::DirectoryObjectMissing) {
            return fail(std::move(key.error()));
        }
    }
    return {};
}

} // namespace cloudsync
