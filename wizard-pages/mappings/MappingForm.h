// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/mappings/MappingsModel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace cloudsync {

class MarkLabel;

/// The fields of one mapping.
class MappingForm : public QWidget
{
    Q_OBJECT

public:
    explicit MappingForm(QWidget *parent = nullptr);
    [[nodiscard]] AttributeMappingAnswers mapping() const;
    void setMapping(const AttributeMappingAnswers &mapping);

    /// Says what is wrong with the expression, right below it.
    void setHint(const MappingsModel::Hint &hint);

    /// Names for people.
    [[nodiscard]] static QString kindName(MappingKind kind);
    [[nodiscard]] static QString flowName(MappingFlow flow);

Q_SIGNALS:
    void edited();

private:
    QComboBox *m_object;
    QLineEdit *m_target;
    QComboBox *m_kind;
    QLineEdit *m_source;
    MarkLabel *m_hintMark;
    QLabel *m_hint;
    QLineEdit *m_default;
    QComboBox *m_flow;
    QCheckBox *m_takeOut;
};

} // namespace cloudsync
