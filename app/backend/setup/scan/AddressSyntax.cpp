// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/AddressSyntax.h"

#include "backend/setup/scan/TopLevelDomains.h"

#include <QList>

#include <algorithm>

namespace cloudsync {

namespace {

bool isLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > 63 || label.front() == u'-' || label.back() == u'-')
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

bool isDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    return labels.size() > 1 && std::all_of(labels.begin(), labels.end(), isLabel) &&
           std::none_of(labels.back().begin(), labels.back().end(),
                        [&](QChar c) { return c.isDigit() && !labels.back().startsWith(u"xn--"); });
}

bool isLocalPart(QStringView local)
{
    return !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(u"..");
}

} // namespace

QString addressProblemName(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::Format:
        return QStringLiteral("format");
    case AddressProblem::DomainPart:
        return QStringLiteral("domainPart");
    case AddressProblem::LocalPart:
        return QStringLiteral("localPart");
    case AddressProblem::TopLevelDomain:
        return QStringLiteral("topLevelDomain");
    }
    return {};
}

std::optional<AddressProblem> addressShapeProblem(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    if (at <= 0 || at == address.size() - 1 || address.indexOf(u'@', at + 1) >= 0)
        return AddressProblem::Format;
    const QStringView whole(address);
    if (!isDomain(whole.mid(at + 1)))
        return AddressProblem::DomainPart;
    if (!isLocalPart(whole.left(at)))
        return AddressProblem::LocalPart;
    return std::nullopt;
}

std::optional<AddressProblem> addressProblem(const QString &address)
{
    if (const auto problem = addressShapeProblem(address))
        return problem;
    if (!hasPublicTopLevelDomain(address.section(u'@', -1)))
        return AddressProblem::TopLevelDomain;
    return std::nullopt;
}

QString repairedAddress(const QString &address, AddressProblem problem)
{
    const qsizetype at = address.lastIndexOf(u'@');
    QString local = address.left(at);
    QString domain = address.mid(at + 1);
    switch (problem) {
    case AddressProblem::LocalPart:
        while (local.contains(QStringLiteral("..")))
            local.replace(QStringLiteral(".."), QStringLiteral("."));
        while (local.startsWith(u'.'))
            local.remove(0, 1);
        while (local.endsWith(u'.'))
            local.chop(1);
        break;
    case AddressProblem::DomainPart: {
        QString kept;
        for (const QChar c : std::as_const(domain)) {
            if (isLabel(QStringView(&c, 1)) || ((c == u'-' || c == u'.') && !kept.isEmpty()))
                kept += c;
        }
        domain = kept;
        break;
    }
    case AddressProblem::Format:
    case AddressProblem::TopLevelDomain:
        return {};
    }
    const QString mended = local + u'@' + domain;
    return addressShapeProblem(mended) ? QString() : mended;
}

bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString withoutDiacritics(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.unicode() < 0x80)
            plain += c;
        else if (c == QChar(0xDF)) // sharp s
            plain += QStringLiteral("ss");
        else if (c == QChar(0xF8) || c == QChar(0xD8)) // o with stroke
            plain += c.isUpper() ? u'O' : u'o';
        else if (c == QChar(0x142) || c == QChar(0x141)) // l with stroke
            plain += c.isUpper() ? u'L' : u'l';
        else if (c == QChar(0xE6) || c == QChar(0xC6)) // ae
            plain += c.isUpper() ? QStringLiteral("AE") : QStringLiteral("ae");
    }
    return plain;
}

bool holdsAny(const QString &text, QStringView characters, bool blanks)
{
    return std::any_of(text.begin(), text.end(),
                       [&](QChar c) { return characters.contains(c) || (blanks && c.isSpace()); });
}

QString without(const QString &text, QStringView characters, bool blanks)
{
    QString kept;
    for (const QChar c : text) {
        if (!characters.contains(c) && !(blanks && c.isSpace()))
            kept += c;
    }
    return kept;
}

} // namespace cloudsync
