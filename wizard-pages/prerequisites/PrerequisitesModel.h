// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

#include <QSet>

namespace cloudsync {

/// Findings about this machine, its network and, where the answers already name one, the directory. They come in
/// section by section. An error that stays holds the page, unless it will be mended or the person knowingly goes on.
class PrerequisitesModel : public PageModel
{
    Q_OBJECT

public:
    explicit PrerequisitesModel(SetupState &state, QObject *parent = nullptr);

    /// Checks when nothing was checked yet or the answers it rests on are others.
    void enter() override;
    [[nodiscard]] bool isComplete() const override;

    void checkAgain();
    [[nodiscard]] bool isRunning() const { return m_server.isRunning() || m_directory.isRunning(); }
    /// Server first, then directory; only the sections that have been looked at.
    [[nodiscard]] QVector<Finding> findings() const;
    /// Ids of findings that the person agreed to have mended.
    [[nodiscard]] QSet<QString> repairs() const;
    void setRepair(const QString &findingId, bool agreed);

    /// Errors that nothing will mend.
    [[nodiscard]] int openErrors() const;
    [[nodiscard]] bool errorsAccepted() const { return m_accepted; }
    void acceptErrors(bool accepted);

    /// This machine cannot carry the agent: directory and tenant can still be set up from it.
    [[nodiscard]] bool cannotBeServer() const;

private:
    void run(Request &request, Sections sections, QVector<Finding> &target);
    [[nodiscard]] bool directoryKnown() const;
    Request m_server{this};
    Request m_directory{this};
    QVector<Finding> m_serverFindings;
    QVector<Finding> m_directoryFindings;
    std::optional<Answers> m_checkedFor;
    bool m_accepted = false;
};

} // namespace cloudsync
