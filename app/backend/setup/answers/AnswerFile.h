// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/setup/answers/Answers.h"

#include <QByteArray>
#include <QJsonObject>

namespace cloudsync {

/// The JSON Schema of the answer file (2020-12 vocabulary that valijson knows), as text. Public.
[[nodiscard]] QByteArray answerFileSchema();

/// Reads and validates an answer file: JSON, schema, then what a schema cannot say (validateAnswers). Relative paths inside are
/// taken from the folder of the file. Nothing is read from the network.
/// Errors: AnswersUnreadable, AnswersNotJson (detail has line and column), AnswersInvalid with one cause for each problem, whose
/// `subject` is the JSON pointer ("/configurations/0/accidentalDeletion/threshold").
[[nodiscard]] Result<Answers> readAnswerFile(const QString &path);
[[nodiscard]] Result<Answers> answersFromJson(const QByteArray &json, const QString &baseFolder);
/// The document for saving; reading it back gives equal answers.
[[nodiscard]] QJsonObject answersToJson(const Answers &answers);

/// Rules beyond the schema. Empty when all is well; each error's subject is a JSON pointer.
[[nodiscard]] QVector<Error> validateAnswers(const Answers &answers);

/// The endpoints of the cloud that the answers name (resources/clouds.json or the custom one). AnswersInvalid when unknown.
[[nodiscard]] Result<CloudEndpoint> cloudEndpoint(const Answers &answers);
/// Names of the clouds that are built in.
[[nodiscard]] QStringList knownClouds();

// Single rules, for pages that explain while a person types. Empty string when the value is good, else a sentence.
[[nodiscard]] QString serviceAccountNameProblem(const QString &name);
[[nodiscard]] QString testUserNameProblem(const QString &name);
[[nodiscard]] QString mailAddressProblem(const QString &address);
[[nodiscard]] QString distinguishedNameProblem(const QString &dn);
[[nodiscard]] QString deletionThresholdProblem(int threshold);
/// Limit of separate organizational units or groups in one scope (prerequisites.md section 15).
inline constexpr int largestScope = 50;

} // namespace cloudsync
