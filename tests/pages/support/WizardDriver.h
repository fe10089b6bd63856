// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pages/support/FakePorts.h"
#include "wizard/SetupWizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace cloudsync::tests {

/// The wizard on fakes, driven as a person without a mouse drives it: keys go to the widget that has the focus, nowhere
/// else.
class WizardDriver
{
public:
    explicit WizardDriver(Answers initial = {}, const std::function<void(World &)> &prepare = {})
    {
        if (prepare)
            prepare(world);
        wizard = makeSetupWizard(world.backend, prompt, world.typed, std::move(initial));
        wizard->show();
        QApplication::setActiveWindow(wizard.get());
    }

    [[nodiscard]] PageId page() const { return PageId(wizard->currentId()); }
    [[nodiscard]] static QWidget *focus() { return QApplication::focusWidget(); }

    /// What a person would call the widget that has the focus: its name, the text on it, or that of its label.
    [[nodiscard]] QString focusName() const
    {
        const QWidget *widget = focus();
        if (!widget)
            return {};
        for (const QLabel *label : wizard->findChildren<QLabel *>()) {
            if (label->buddy() == widget || (label->buddy() && label->buddy()->focusProxy() == widget))
                return plain(label->text());
        }
        if (!widget->accessibleName().isEmpty())
            return widget->accessibleName();
        return plain(widget->property("text").toString());
    }

    /// Presses Tab until the widget of that name has the focus. False when a whole round does not meet it.
    [[nodiscard]] bool tabTo(const QString &name) const
    {
        for (int i = 0; i < 120; ++i) {
            if (focusName().startsWith(name))
                return true;
            QTest::keyClick(focus(), Qt::Key_Tab);
        }
        return false;
    }
    /// Tabs to a field and types over what stands in it.
    [[nodiscard]] bool type(const QString &name, const QString &text) const
    {
        if (!tabTo(name))
            return false;
        QTest::keyClick(focus(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(focus(), text);
        return true;
    }
    /// Tabs to a box, card or button and presses the space bar.
    [[nodiscard]] bool press(const QString &name) const
    {
        if (!tabTo(name))
            return false;
        QTest::keyClick(focus(), Qt::Key_Space);
        return true;
    }
    /// Presses a mnemonic.
    void alt(Qt::Key key) const { QTest::keyClick(focus() ? focus() : wizard.get(), key, Qt::AltModifier); }

    [[nodiscard]] bool nextEnabled() const
    {
        const auto *button = wizard->button(wizard->page(wizard->currentId())->isCommitPage() ? QWizard::CommitButton
                                                                                              : QWizard::NextButton);
        return button->isEnabled();
    }
    [[nodiscard]] static QString plain(QString text)
    {
        text.remove(QLatin1Char('&'));
        if (text.endsWith(QLatin1Char(':')))
            text.chop(1);
        return text;
    }

    QVector<QUrl> opened;
    std::function<void()> onOpen; ///< what the system does when an address is opened
    WizardPrompt prompt{[this](const QUrl &url) {
        opened.append(url);
        if (onOpen)
            onOpen();
        return true;
    }};
    World world{&prompt};
    std::unique_ptr<SetupWizard> wizard;
};

} // namespace cloudsync::tests
