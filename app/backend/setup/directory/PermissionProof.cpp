// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PermissionProof.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace cloudsync {

namespace {

using Kind = ProofSample::Kind;

constexpr int mostOfAClass = 200; // objects whose lists are read in one part, to find those that block inheritance
constexpr int mostContainers = 5; // blocked containers in which a sample is looked for
constexpr int samplesOfAKind = 2;

// Classes that a scope holds; the others (devices, computers, foreign principals) lie elsewhere in the domain.
constexpr std::array scopedClasses{"user", "inetOrgPerson", "group", "contact"};

struct Seen
{
    ProofSample sample;
    SecurityDescriptor descriptor;
    std::optional<Sid> sid;
};

QString mostSpecificClass(const DirectoryEntry &entry)
{
    const QStringList classes = entry.texts(QStringLiteral("objectClass"));
    return classes.isEmpty() ? QString() : classes.last();
}

std::optional<Guid> guidOf(const QByteArray &bytes)
{
    auto guid = Guid::fromBytes(bytes);
    return guid ? std::optional<Guid>(*guid) : std::nullopt;
}

class Prover
{
public:
    Prover(Directory &directory, const DomainPermissions &permissions, QVector<Sid> token, const std::stop_token &stop)
        : m_directory(directory), m_permissions(permissions), m_token(std::move(token)), m_stop(stop)
    {
    }

    Result<PermissionProof> prove(const QStringList &parts)
    {
        for (const PermissionTarget &target : m_permissions.targets) {
            if (auto done = proveTarget(target); !done)
                return fail(std::move(done.error()));
        }
        // What is granted on one part of the domain is looked for there.
        for (const PermissionTarget &target : m_permissions.targets) {
            QStringList inside;
            std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(inside),
                         [&](const QString &part) { return isSameOrBelow(part, target.dn); });
            if (inside.isEmpty())
                inside = QStringList{target.dn};
            if (auto done = proveBelow(target, inside); !done)
                return fail(std::move(done.error()));
        }
        return std::move(m_proof);
    }

private:
    // Rights on the target itself: replication, and making and deleting children.
    Result<void> proveTarget(const PermissionTarget &target)
    {
        QVector<WantedAce> here = target.wanted;
        here.removeIf([](const WantedAce &one) { return !one.permission.appliesTo.isEmpty(); });
        if (here.isEmpty())
            return {};
        auto seen = look(target.dn, SearchScope::Base, QStringLiteral("(objectClass=*)"), 0);
        if (!seen)
            return fail(std::move(seen.error()));
        for (Seen &one : *seen) {
            one.sample.kind = Kind::Ordinary; // whatever it inherits: the entries stand on it
            judge(one, here);
        }
        return {};
    }

    Result<void> proveBelow(const PermissionTarget &target, const QStringList &parts)
    {
        QHash<QString, QVector<WantedAce>> byClass;
        for (const WantedAce &one : target.wanted) {
            if (!one.permission.appliesTo.isEmpty())
                byClass[one.permission.appliesTo].append(one);
        }
        if (byClass.isEmpty())
            return {};
        QStringList blocked;
        for (const QString &part : parts) {
            auto found = blockedBelow(part);
            if (!found)
                return fail(std::move(found.error()));
            blocked += *found;
        }
        for (const QString &dn : std::as_const(blocked)) {
            if (!m_proof.blockedContainers.contains(dn))
                m_proof.blockedContainers.append(dn);
        }
        for (auto it = byClass.cbegin(); it != byClass.cend(); ++it) {
            const bool isScoped = std::any_of(scopedClasses.begin(), scopedClasses.end(),
                                              [&](const char *name) { return it.key() == QLatin1String(name); });
            if (auto done = proveClass(it.key(), it.value(), isScoped ? parts : QStringList{target.dn}, blocked); !done)
                return done;
        }
        return {};
    }

    Result<void> proveClass(const QString &objectClass, const QVector<WantedAce> &wanted, const QStringList &parts,
                            const QStringList &blocked)
    {
        // objectCategory is indexed everywhere and keeps computers out of the users.
        const QString category =
            objectClass == QStringLiteral("user") ? QStringLiteral("(objectCategory=person)") : QString();
        const QString any = QStringLiteral("(&(objectClass=%1)%2)").arg(objectClass, category);
        const QString held = QStringLiteral("(&(objectClass=%1)%2(adminCount=1))").arg(objectClass, category);
        QVector<Seen> all;
        const auto gather = [&](const QString &base, const QString &filter, int most) -> Result<void> {
            auto seen = look(base, SearchScope::Subtree, filter, most);
            if (!seen)
                return fail(std::move(seen.error()));
            for (Seen &one : *seen) {
                const bool below = std::any_of(blocked.cbegin(), blocked.cend(),
                                               [&](const QString &dn) { return isSameOrBelow(one.sample.dn, dn); });
                if (below && one.sample.kind == Kind::Ordinary)
                    one.sample.kind = Kind::BehindBlockedInheritance;
                if (one.sample.objectClass.compare(objectClass, Qt::CaseInsensitive) == 0)
                    all.append(std::move(one));
            }
            return {};
        };
        for (const QString &part : parts) {
            if (auto done = gather(part, any, mostOfAClass); !done)
                return done;
            if (auto done = gather(part, held, samplesOfAKind); !done)
                return done;
        }
        for (const QString &dn : blocked.mid(0, mostContainers)) {
            if (auto done = gather(dn, any, samplesOfAKind); !done)
                return done;
        }
        QStringList judged;
        QHash<int, int> ofKind;
        for (const Seen &one : std::as_const(all)) {
            const int most = one.sample.kind == Kind::BehindBlockedInheritance ? mostContainers : samplesOfAKind;
            if (judged.contains(one.sample.dn) || ofKind[int(one.sample.kind)] >= most)
                continue;
            ++ofKind[int(one.sample.kind)];
            judged.append(one.sample.dn);
            judge(one, wanted);
        }
        return {};
    }

    Result<QStringList> blockedBelow(const QString &part)
    {
        auto seen = look(
            part, SearchScope::Subtree,
            QStringLiteral("(|(objectClass=organizationalUnit)(objectClass=container)(objectClass=builtinDomain))"), 0);
        if (!seen)
            return fail(std::move(seen.error()));
        QStringList list;
        for (const Seen &one : *seen) {
            // Below System lies what no synchronisation reads.
            if (one.descriptor.isDaclProtected() && !isSystem(one.sample.dn))
                list.append(one.sample.dn);
        }
        return list;
    }

    [[nodiscard]] bool isSystem(const QString &dn) const
    {
        return isSameOrBelow(dn, QStringLiteral("CN=System,") + m_permissions.root);
    }

    Result<QVector<Seen>> look(const QString &base, SearchScope scope, const QString &filter, int most)
    {
        DirectorySearch request;
        request.base = base;
        request.scope = scope;
        request.filter = filter;
        request.attributes = {QStringLiteral("nTSecurityDescriptor"), QStringLiteral("objectClass"),
                              QStringLiteral("objectSid"), QStringLiteral("adminCount")};
        request.securityDescriptorParts = OwnerPart | DaclPart;
        request.sizeLimit = most;
        QVector<Seen> seen;
        std::optional<Error> invalid;
        auto done = m_directory.search(
            request,
            [&](DirectoryEntry &&entry) {
                const QByteArray bytes = entry.value(QStringLiteral("nTSecurityDescriptor"));
                if (bytes.isEmpty()) // hidden from who is signed in
                    return true;
                auto descriptor = SecurityDescriptor::fromBytes(bytes);
                if (!descriptor) {
                    invalid = Error{ErrorCode::SecurityDescriptorInvalid, entry.dn, descriptor.error().detail, {}};
                    return false;
                }
                Seen one;
                one.sample.dn = entry.dn;
                one.sample.objectClass = mostSpecificClass(entry);
                if (entry.text(QStringLiteral("adminCount")).toInt() > 0)
                    one.sample.kind = Kind::HeldByAdminSdHolder;
                else if (descriptor->isDaclProtected())
                    one.sample.kind = Kind::BehindBlockedInheritance;
                one.descriptor = std::move(*descriptor);
                if (auto sid = Sid::fromBytes(entry.value(QStringLiteral("objectSid"))); sid)
                    one.sid = *sid;
                seen.append(std::move(one));
                return true;
            },
            m_stop);
        if (invalid)
            return fail(*invalid);
        if (!done)
            return fail(std::move(done.error()));
        return seen;
    }

    void judge(const Seen &one, const QVector<WantedAce> &wanted)
    {
        m_proof.samples.append(one.sample);
        const EffectiveAccess access(one.descriptor, m_token, one.sid,
                                     guidOf(m_permissions.schema.guid(one.sample.objectClass)));
        for (const WantedAce &right : wanted) {
            AccessQuestion question;
            question.mask = right.ace.mask;
            question.objectType = right.ace.objectType;
            question.propertySet = guidOf(m_permissions.schema.propertySet(right.permission.object));
            question.everyProperty = !right.ace.objectType;
            const AccessVerdict verdict = access.ask(question);
            if (!verdict.isGranted())
                m_proof.lacking.append({one.sample, right, verdict});
        }
    }

    Directory &m_directory;
    const DomainPermissions &m_permissions;
    QVector<Sid> m_token;
    const std::stop_token &m_stop;
    PermissionProof m_proof;
};

} // namespace

QVector<ProvedRight> PermissionProof::onOrdinary(bool deniedOnly) const
{
    QVector<ProvedRight> list = lacking;
    list.removeIf([&](const ProvedRight &right) {
        return right.sample.kind != Kind::Ordinary || (deniedOnly && right.verdict.kind != AccessVerdict::Kind::Denied);
    });
    return list;
}

Result<QVector<Sid>> accessToken(Directory &directory, const DomainPermissions &permissions,
                                 const std::stop_token &stop)
{
    static const QVector<Sid> everybody{Sid(1, {0}), Sid(5, {11}), Sid(5, {2}), Sid(5, {15})};
    QVector<Sid> token{permissions.holder->account};
    token += permissions.holder->groups;
    token += everybody; // Everyone, Authenticated Users, NETWORK, This Organization
    // Groups of this domain that hold everybody (Pre-Windows 2000 Compatible Access does) or the account itself.
    DirectorySearch request;
    request.base = permissions.root;
    QString holds = QStringLiteral("(member:1.2.840.113556.1.4.1941:=%1)").arg(escapeFilter(permissions.accountDn));
    for (const Sid &sid : everybody)
        holds += QStringLiteral("(member:1.2.840.113556.1.4.1941:=%1)")
                     .arg(escapeFilter(
                         QStringLiteral("CN=%1,CN=ForeignSecurityPrincipals,%2").arg(sid.toText(), permissions.root)));
    request.filter = QStringLiteral("(&(objectClass=group)(|%1))").arg(holds);
    request.attributes = QStringList{QStringLiteral("objectSid")};
    auto groups = directory.list(request, stop);
    if (!groups)
        return fail(std::move(groups.error()));
    for (const DirectoryEntry &group : std::as_const(*groups)) {
        auto sid = Sid::fromBytes(group.value(QStringLiteral("objectSid")));
        if (sid && !token.contains(*sid))
            token.append(*sid);
    }
    return token;
}

Result<PermissionProof> provePermissions(Directory &directory, const DomainPermissions &permissions,
                                         const QStringList &parts, const std::stop_token &stop)
{
    if (!permissions.holder)
        return fail(ErrorCode::DirectoryObjectMissing, permissions.account);
    auto token = accessToken(directory, permissions, stop);
    if (!token)
        return fail(std::move(token.error()));
    return Prover(directory, permissions, *token, stop).prove(parts);
}

} // namespace cloudsync
