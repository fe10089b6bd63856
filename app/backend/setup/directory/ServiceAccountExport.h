// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// The service account as the directory has it: who may use it, which permission sets it holds entirely in every domain of
/// the session's answers, whether its object is restricted. `named` says which account; how it is made and where its
/// permissions are granted are taken over from there. nullopt when the account is not there. What cannot be written down
/// in an answer file is told in `notes`, a sentence each.
[[nodiscard]] Result<std::optional<ServiceAccountAnswers>> exportedServiceAccount(const std::shared_ptr<Session> &session,
                                                                                 const ServiceAccountAnswers &named, QStringList *notes,
                                                                                 const std::stop_token &stop);

} // namespace cloudsync
