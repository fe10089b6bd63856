// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/mappings/MappingForm.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Mark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace cloudsync {

MappingForm::MappingForm(QWidget *parent)
    : QWidget(parent), m_object(new QComboBox(this)), m_target(new QLineEdit(this)), m_kind(new QComboBox(this)),
      m_source(new QLineEdit(this)), m_hintMark(new MarkLabel(Mark::None, this)), m_hint(textLabel({}, this)),
      m_default(new QLineEdit(this)), m_flow(new QComboBox(this)),
      m_takeOut(new QCheckBox(tr("Ta&ke the mapping of this attribute out"), this))
{
    for (const char *object : {"user", "inetOrgPerson", "group", "contact"})
        m_object->addItem(QLatin1String(object));
    for (MappingKind kind : {MappingKind::Direct, MappingKind::Constant, MappingKind::Expression})
        m_kind->addItem(kindName(kind), int(kind));
    for (MappingFlow flow : {MappingFlow::Always, MappingFlow::OnlyAtCreation})
        m_flow->addItem(flowName(flow), int(flow));
    m_target->setPlaceholderText(tr("for example employeeHireDate"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(fieldLabel(tr("Ob&ject:"), m_object, this), m_object);
    form->addRow(fieldLabel(tr("&Attribute in the cloud:"), m_target, this), m_target);
    form->addRow(fieldLabel(tr("Comes f&rom:"), m_kind, this), m_kind);
    form->addRow(fieldLabel(tr("Val&ue:"), m_source, this), m_source);
    auto *hint = new QHBoxLayout;
    hint->addWidget(m_hintMark, 0, Qt::AlignTop);
    hint->addWidget(m_hint, 1);
    form->addRow(QString(), hint);
    setHint({});
    connect(m_source, &QLineEdit::textChanged, this, &MappingForm::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MappingForm::edited);
    connect(m_takeOut, &QCheckBox::toggled, this, &MappingForm::edited);
    form->addRow(fieldLabel(tr("&When empty:"), m_default, this), m_default);
    form->addRow(fieldLabel(tr("A&pplied:"), m_flow, this), m_flow);
    form->addRow(m_takeOut);
}

void MappingForm::setHint(const MappingsModel::Hint &hint)
{
    m_hint->setText(hint.text);
    m_hint->setVisible(!hint.text.isEmpty());
    m_hintMark->setVisible(!hint.text.isEmpty());
    m_hintMark->setMark(hint.isWrong ? Mark::Error : hint.position >= 0 ? Mark::Warning : Mark::Ok);
    // A screen reader says it with the field; sighted people read it below.
    m_source->setAccessibleDescription(hint.text);
}

QString MappingForm::kindName(MappingKind kind)
{
    switch (kind) {
    case MappingKind::Direct:
        return tr("Attribute");
    case MappingKind::Constant:
        return tr("Fixed text");
    case MappingKind::Expression:
        return tr("Expression");
    }
    return {};
}

QString MappingForm::flowName(MappingFlow flow)
{
    switch (flow) {
    case MappingFlow::Always:
        return tr("always");
    case MappingFlow::OnlyAtCreation:
        return tr("only when the object is created");
    }
    return {};
}

AttributeMappingAnswers MappingForm::mapping() const
{
    AttributeMappingAnswers mapping;
    mapping.object = m_object->currentText();
    mapping.target = m_target->text().trimmed();
    mapping.kind = MappingKind(m_kind->currentData().toInt());
    mapping.source = m_source->text();
    if (!m_default->text().isEmpty())
        mapping.defaultValue = m_default->text();
    mapping.flow = MappingFlow(m_flow->currentData().toInt());
    mapping.remove = m_takeOut->isChecked();
    return mapping;
}

void MappingForm::setMapping(const AttributeMappingAnswers &mapping)
{
    m_object->setCurrentText(mapping.object);
    m_target->setText(mapping.target);
    m_kind->setCurrentIndex(m_kind->findData(int(mapping.kind)));
    m_source->setText(mapping.source);
    m_default->setText(mapping.defaultValue.value_or(QString()));
    m_flow->setCurrentIndex(m_flow->findData(int(mapping.flow)));
    m_takeOut->setChecked(mapping.remove);
}

} // namespace cloudsync
