// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/CopyRow.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CopyRow)
};

} // namespace

QWidget *copyRow(QLineEdit *edit, const QString &accessibleName, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *copy = new QPushButton(Text::tr("Copy"), row);
    edit->setReadOnly(true);
    edit->setAccessibleName(accessibleName);
    copy->setAutoDefault(false);
    //: %1 is what stands beside the button, for example the address to open
    copy->setAccessibleName(Text::tr("Copy: %1").arg(accessibleName));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(edit, 1);
    line->addWidget(copy);
    QObject::connect(copy, &QPushButton::clicked, edit, [edit, copy] {
        QGuiApplication::clipboard()->setText(edit->text());
        copy->setText(Text::tr("Copied"));
    });
    // What was copied before is not what stands there now.
    QObject::connect(edit, &QLineEdit::textChanged, copy, [copy] { copy->setText(Text::tr("Copy")); });
    return row;
}

} // namespace cloudsync
