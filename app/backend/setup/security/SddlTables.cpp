// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/SddlTables.h"

#include <QLatin1String>

#include <array>

namespace cloudsync::sddl {

namespace {

struct TypeName
{
    const char *name;
    AceType type;
};

constexpr std::array typeNames{
    TypeName{"A", AceType::AccessAllowed},
    TypeName{"D", AceType::AccessDenied},
    TypeName{"AU", AceType::SystemAudit},
    TypeName{"AL", AceType::SystemAlarm},
    TypeName{"OA", AceType::AccessAllowedObject},
    TypeName{"OD", AceType::AccessDeniedObject},
    TypeName{"OU", AceType::SystemAuditObject},
    TypeName{"OL", AceType::SystemAlarmObject},
    TypeName{"XA", AceType::AccessAllowedCallback},
    TypeName{"XD", AceType::AccessDeniedCallback},
    TypeName{"ZA", AceType::AccessAllowedCallbackObject},
    TypeName{"XU", AceType::SystemAuditCallback},
    TypeName{"ML", AceType::SystemMandatoryLabel},
    TypeName{"RA", AceType::SystemResourceAttribute},
    TypeName{"SP", AceType::SystemScopedPolicyId},
    TypeName{"TL", AceType::SystemProcessTrustLabel},
    TypeName{"FL", AceType::SystemAccessFilter},
};

struct Bits
{
    const char *name;
    quint32 value;
};

// SA and TP are one bit: it is TP only on an access filter entry.
constexpr std::array flagNames{
    Bits{"OI", ace_flag::objectInherit},      Bits{"CI", ace_flag::containerInherit},
    Bits{"NP", ace_flag::noPropagateInherit}, Bits{"IO", ace_flag::inheritOnly},
    Bits{"ID", ace_flag::inherited},          Bits{"CR", ace_flag::critical},
    Bits{"SA", ace_flag::successfulAccess},   Bits{"FA", ace_flag::failedAccess},
    Bits{"TP", ace_flag::successfulAccess},
};

// One name a bit, in the order in which Windows writes them.
constexpr std::array rightNames{
    Bits{"GA", 0x10000000}, Bits{"GX", 0x20000000}, Bits{"GW", 0x40000000}, Bits{"GR", 0x80000000}, Bits{"CC", 0x1},
    Bits{"DC", 0x2},        Bits{"LC", 0x4},        Bits{"SW", 0x8},        Bits{"RP", 0x10},       Bits{"WP", 0x20},
    Bits{"DT", 0x40},       Bits{"LO", 0x80},       Bits{"CR", 0x100},      Bits{"SD", 0x10000},    Bits{"RC", 0x20000},
    Bits{"WD", 0x40000},    Bits{"WO", 0x80000},
};

// Names for several bits (files and registry keys), understood but not written: on directory objects they say nothing.
constexpr std::array compoundRightNames{
    Bits{"FA", 0x1F01FF}, Bits{"FR", 0x120089}, Bits{"FW", 0x120116}, Bits{"FX", 0x1200A0},
    Bits{"KA", 0xF003F},  Bits{"KR", 0x20019},  Bits{"KW", 0x20006},  Bits{"KX", 0x20019},
};

// SYSTEM_MANDATORY_LABEL_NO_*_UP: on a label the low bits mean this.
constexpr std::array labelNames{Bits{"NW", 0x1}, Bits{"NR", 0x2}, Bits{"NX", 0x4}};

enum class Base { Absolute, Domain, RootDomain };

struct Alias
{
    const char *name;
    Base base;
    const char *text; // absolute: the SID; otherwise empty
    quint32 rid;
};

constexpr Alias absolute(const char *name, const char *text)
{
    return {name, Base::Absolute, text, 0};
}
constexpr Alias inDomain(const char *name, quint32 rid)
{
    return {name, Base::Domain, "", rid};
}
constexpr Alias inRootDomain(const char *name, quint32 rid)
{
    return {name, Base::RootDomain, "", rid};
}

constexpr std::array aliases{
    absolute("WD", "S-1-1-0"),
    absolute("CO", "S-1-3-0"),
    absolute("CG", "S-1-3-1"),
    absolute("OW", "S-1-3-4"),
    absolute("NU", "S-1-5-2"),
    absolute("IU", "S-1-5-4"),
    absolute("SU", "S-1-5-6"),
    absolute("AN", "S-1-5-7"),
    absolute("ED", "S-1-5-9"),
    absolute("PS", "S-1-5-10"),
    absolute("AU", "S-1-5-11"),
    absolute("RC", "S-1-5-12"),
    absolute("SY", "S-1-5-18"),
    absolute("LS", "S-1-5-19"),
    absolute("NS", "S-1-5-20"),
    absolute("WR", "S-1-5-33"),
    absolute("BA", "S-1-5-32-544"),
    absolute("BU", "S-1-5-32-545"),
    absolute("BG", "S-1-5-32-546"),
    absolute("PU", "S-1-5-32-547"),
    absolute("AO", "S-1-5-32-548"),
    absolute("SO", "S-1-5-32-549"),
    absolute("PO", "S-1-5-32-550"),
    absolute("BO", "S-1-5-32-551"),
    absolute("RE", "S-1-5-32-552"),
    absolute("RU", "S-1-5-32-554"),
    absolute("RD", "S-1-5-32-555"),
    absolute("NO", "S-1-5-32-556"),
    absolute("MU", "S-1-5-32-558"),
    absolute("LU", "S-1-5-32-559"),
    absolute("IS", "S-1-5-32-568"),
    absolute("CY", "S-1-5-32-569"),
    absolute("ER", "S-1-5-32-573"),
    absolute("CD", "S-1-5-32-574"),
    absolute("RA", "S-1-5-32-575"),
    absolute("ES", "S-1-5-32-576"),
    absolute("MS", "S-1-5-32-577"),
    absolute("HA", "S-1-5-32-578"),
    absolute("AA", "S-1-5-32-579"),
    absolute("RM", "S-1-5-32-580"),
    absolute("UD", "S-1-5-84-0-0-0-0-0"),
    absolute("AC", "S-1-15-2-1"),
    absolute("LW", "S-1-16-4096"),
    absolute("ME", "S-1-16-8192"),
    absolute("MP", "S-1-16-8448"),
    absolute("HI", "S-1-16-12288"),
    absolute("SI", "S-1-16-16384"),
    absolute("AS", "S-1-18-1"),
    absolute("SS", "S-1-18-2"),
    inDomain("LA", 500),
    inDomain("LG", 501),
    inDomain("DA", 512),
    inDomain("DU", 513),
    inDomain("DG", 514),
    inDomain("DC", 515),
    inDomain("DD", 516),
    inDomain("CA", 517),
    inDomain("PA", 520),
    inDomain("CN", 522),
    inDomain("AP", 525),
    inDomain("KA", 526),
    inDomain("RS", 553),
    inRootDomain("RO", 498),
    inRootDomain("SA", 518),
    inRootDomain("EA", 519),
    inRootDomain("EK", 527),
};

bool same(QStringView text, const char *name)
{
    return text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
}

const std::optional<Sid> &domainOf(Base base, const SddlContext &context)
{
    return base == Base::RootDomain && context.rootDomain ? context.rootDomain : context.domain;
}

template<std::size_t N>
std::optional<quint32> valueOf(QStringView name, const std::array<Bits, N> &table)
{
    for (const Bits &one : table) {
        if (same(name, one.name))
            return one.value;
    }
    return std::nullopt;
}

// Appends the names of the bits and takes them out of `rest`.
template<std::size_t N>
QString take(quint32 &rest, const std::array<Bits, N> &table, std::size_t count = N)
{
    QString text;
    for (std::size_t i = 0; i < count; ++i) {
        if ((rest & table[i].value) != 0) {
            text += QLatin1String(table[i].name);
            rest &= ~table[i].value;
        }
    }
    return text;
}

} // namespace

QString aceTypeName(AceType type)
{
    for (const TypeName &one : typeNames) {
        if (one.type == type)
            return QLatin1String(one.name);
    }
    return {};
}

std::optional<AceType> aceTypeFromName(QStringView name)
{
    for (const TypeName &one : typeNames) {
        if (same(name, one.name))
            return one.type;
    }
    return std::nullopt;
}

QString aceFlagsText(quint8 flags, AceType type)
{
    quint32 rest = flags;
    QString trustProtected;
    if (type == AceType::SystemAccessFilter && (rest & ace_flag::successfulAccess) != 0) {
        rest &= ~quint32(ace_flag::successfulAccess);
        trustProtected = QStringLiteral("TP");
    }
    return take(rest, flagNames) + trustProtected; // every bit of the eight has a name
}

std::optional<quint8> aceFlagsFromText(QStringView text)
{
    if (text.size() % 2 != 0)
        return std::nullopt;
    quint8 flags = 0;
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const auto one = valueOf(text.mid(i, 2), flagNames);
        if (!one)
            return std::nullopt;
        flags = static_cast<quint8>(flags | *one);
    }
    return flags;
}

QString rightsText(quint32 mask, AceType type)
{
    quint32 rest = mask;
    const QString text = type == AceType::SystemMandatoryLabel ? take(rest, labelNames) : take(rest, rightNames);
    if (rest != 0)
        return QStringLiteral("0x%1").arg(mask, 0, 16);
    return text;
}

std::optional<quint32> rightsFromText(QStringView text)
{
    if (text.isEmpty())
        return 0;
    if (text.front().isDigit()) {
        bool ok = false;
        const uint number = text.toString().toUInt(&ok, 0);
        return ok ? std::optional<quint32>(number) : std::nullopt;
    }
    if (text.size() % 2 != 0)
        return std::nullopt;
    quint32 mask = 0;
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const QStringView name = text.mid(i, 2);
        auto one = valueOf(name, rightNames);
        if (!one)
            one = valueOf(name, compoundRightNames);
        if (!one)
            one = valueOf(name, labelNames);
        if (!one)
            return std::nullopt;
        mask |= *one;
    }
    return mask;
}

QString sidAlias(const Sid &sid, const SddlContext &context)
{
    for (const Alias &one : aliases) {
        if (one.base == Base::Absolute) {
            if (sid.toText() == QLatin1String(one.text))
                return QLatin1String(one.name);
        } else if (sid.rid() == one.rid && !sid.subAuthorities().isEmpty()) {
            const auto &domain = domainOf(one.base, context);
            if (domain && sid.parent() == *domain)
                return QLatin1String(one.name);
        }
    }
    return {};
}

std::optional<Sid> sidFromAlias(QStringView alias, const SddlContext &context)
{
    for (const Alias &one : aliases) {
        if (!same(alias, one.name))
            continue;
        if (one.base == Base::Absolute) {
            auto sid = Sid::fromText(QLatin1String(one.text));
            return sid ? std::optional<Sid>(*sid) : std::nullopt;
        }
        const auto &domain = domainOf(one.base, context);
        return domain ? std::optional<Sid>(domain->child(one.rid)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace cloudsync::sddl
