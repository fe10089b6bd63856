// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/DomainPageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// Additions and changes to the attribute mappings of one domain. The default mappings stay; only what is listed here
/// differs.
class MappingsModel : public DomainPageModel
{
    Q_OBJECT

public:
    /// A mapping that the service has by default, for orientation.
    struct DefaultMapping
    {
        QString object;
        QString target;
        QString source;
    };

    explicit MappingsModel(SetupState &state, QObject *parent = nullptr) : DomainPageModel(state, parent) {}

    /// Reads the default mappings where the tenant has a configuration for this domain already.
    void enter() override;
    [[nodiscard]] bool isComplete() const override;

    [[nodiscard]] QVector<AttributeMappingAnswers> mappings() const { return configuration().attributeMappings; }
    /// Adds one, or replaces the one with the same object and target. Sets a problem and returns false when it is not
    /// good.
    bool put(const AttributeMappingAnswers &mapping);
    void removeAt(int index);
    /// Sentence about a mapping; empty when it is good.
    [[nodiscard]] static QString problemOf(const AttributeMappingAnswers &mapping);
    /// What is certainly wrong with an expression; empty when nothing is. The service has the last word.
    [[nodiscard]] static QString expressionProblem(const QString &expression);
    /// What to say while an expression is typed, and which characters it is about (-1: none in particular).
    struct Hint
    {
        QString text; ///< empty: nothing to say
        int position = -1;
        int length = 0;
        bool isWrong = false;
    };
    [[nodiscard]] static Hint hintFor(const AttributeMappingAnswers &mapping);

    /// True when the tenant has a configuration whose schema an expression can be tried with.
    [[nodiscard]] bool canTry() const;
    /// Has the tenant parse the mapping's expression, and evaluate it for an object of the directory where one is
    /// named.
    void tryOut(const AttributeMappingAnswers &mapping, const QString &example);
    /// What came of it, in a sentence; empty before.
    [[nodiscard]] const QString &trial() const { return m_trial; }

    /// Ready-made mappings that administrators ask for most.
    void addHireDate();
    void addLeaveDate();

    [[nodiscard]] const QVector<DefaultMapping> &defaults() const { return m_defaults; }

protected:
    void domainChosen() override { readDefaults(); }

private:
    void readDefaults();
    QVector<DefaultMapping> m_defaults;
    QString m_trial;
    Request m_reading{this};
    Request m_trying{this};
};

} // namespace cloudsync
