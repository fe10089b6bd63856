// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Session.h"

#include <memory>
#include <utility>

namespace cloudsync {

/// A task of the section "directory" that belongs to one domain. It tells its needs, changes and undo above itself.
class DirectoryTask : public Task
{
public:
    DirectoryTask(std::shared_ptr<Session> session, QString domain) : m_session(std::move(session)), m_domain(std::move(domain)) {}
    [[nodiscard]] QString section() const override { return QStringLiteral("directory"); }

protected:
    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    /// The signed-in connection to the domain.
    [[nodiscard]] Result<std::shared_ptr<Directory>> directory(const RunContext &context) const
    {
        return m_session->directory(m_domain, context.stop());
    }

private:
    std::shared_ptr<Session> m_session;
    QString m_domain;
};

} // namespace cloudsync
