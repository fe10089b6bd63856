// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace cloudsync {

/// What is wrong with an address of the form local@domain, first things first.
enum class AddressProblem { Format, DomainPart, LocalPart, TopLevelDomain };

/// The name of the check in a rule's id: "format", "domainPart", "localPart", "topLevelDomain".
[[nodiscard]] QString addressProblemName(AddressProblem problem);

/// Exactly one "@" with something on both sides; a domain of labels of letters, digits and inner hyphens; a local part
/// of atoms separated by single dots; a top-level domain that exists (idfix-rules.md section 5). Characters that a rule
/// of the attribute forbids are that rule's matter: any character but "." and "@" passes in the local part.
[[nodiscard]] std::optional<AddressProblem> addressProblem(const QString &address);
/// The same without asking for the top-level domain.
[[nodiscard]] std::optional<AddressProblem> addressShapeProblem(const QString &address);

/// "name@domain" without the dots that make the local part wrong; without what may not stand in a domain.
[[nodiscard]] QString repairedAddress(const QString &address, AddressProblem problem);

/// True for a character outside of ASCII.
[[nodiscard]] bool isPlainAscii(QStringView text);
/// Letters without their marks: "Jörg" becomes "Jorg"; what has no such form goes.
[[nodiscard]] QString withoutDiacritics(const QString &text);
/// The text without any of the characters, and without blanks when `blanks`.
[[nodiscard]] QString without(const QString &text, QStringView characters, bool blanks);
[[nodiscard]] bool holdsAny(const QString &text, QStringView characters, bool blanks);

} // namespace cloudsync
