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
    /// Brackets, quotes and names of an expression; empty when they fit together. The service has the last word.
    [[nodiscard]] static QString expressionProblem(const QString &expression);

    /// Ready-made mappings that administrators ask for most.
    void addHireDate();
    void addLeaveDate();

    [[nodiscard]] const QVector<DefaultMapping> &defaults() const { return m_defaults; }

protected:
    void domainChosen() override { readDefaults(); }

private:
    void readDefaults();
    QVector<DefaultMapping> m_defaults;
    Request m_reading{this};
};

} // namespace cloudsync
