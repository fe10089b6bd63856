// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/Mark.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace cloudsync {

namespace {

// All shapes are drawn in a square of 16 units and scaled.
constexpr qreal units = 16.0;

void stroke(QPainter &painter, const QColor &colour, const QPainterPath &path, qreal width)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void fill(QPainter &painter, const QColor &colour, const QPainterPath &path)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(path);
}

QPainterPath circle(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), radius, radius);
    return path;
}

QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    bool first = true;
    for (const QPointF &point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
    return path;
}

void drawMark(QPainter &painter, const QRectF &target, Mark mark, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = qMin(target.width(), target.height());
    painter.translate(target.center().x() - side / 2, target.center().y() - side / 2);
    painter.scale(side / units, side / units);

    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = palette.color(QPalette::Highlight);
    const QColor onAccent = palette.color(QPalette::HighlightedText);
    const QColor faint = palette.color(QPalette::Disabled, QPalette::Text);

    switch (mark) {
    case Mark::None:
        break;
    case Mark::Todo:
        stroke(painter, faint, circle(4.5), 1.4);
        break;
    case Mark::Current:
        stroke(painter, accent, circle(6), 1.6);
        fill(painter, accent, circle(3.2));
        break;
    case Mark::Busy: {
        QPainterPath arc;
        arc.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 90);
        arc.arcTo(QRectF(2.5, 2.5, 11, 11), 90, -270);
        stroke(painter, accent, arc, 2);
        break;
    }
    case Mark::Ok:
        fill(painter, accent, circle(7));
        stroke(painter, onAccent, lines({{4.8, 8.3}, {7.1, 10.6}, {11.3, 5.8}}), 1.8);
        break;
    case Mark::Info:
        stroke(painter, text, circle(6.5), 1.4);
        stroke(painter, text, lines({{8, 7.4}, {8, 11.2}}), 1.7);
        fill(painter, text, [] {
            QPainterPath dot;
            dot.addEllipse(QPointF(8, 4.9), 1.0, 1.0);
            return dot;
        }());
        break;
    case Mark::Warning: {
        QPainterPath triangle = lines({{8, 1.8}, {15, 14}, {1, 14}});
        triangle.closeSubpath();
        stroke(painter, text, triangle, 1.4);
        stroke(painter, text, lines({{8, 6}, {8, 9.6}}), 1.7);
        fill(painter, text, [] {
            QPainterPath dot;
            dot.addEllipse(QPointF(8, 11.8), 1.0, 1.0);
            return dot;
        }());
        break;
    }
    case Mark::Error:
        fill(painter, text, circle(7));
        stroke(painter, base, lines({{5.4, 5.4}, {10.6, 10.6}}), 1.8);
        stroke(painter, base, lines({{10.6, 5.4}, {5.4, 10.6}}), 1.8);
        break;
    case Mark::Skipped:
        stroke(painter, faint, circle(6.5), 1.4);
        stroke(painter, faint, lines({{5, 8}, {11, 8}}), 1.6);
        break;
    }
    painter.restore();
}

class MarkIconEngine : public QIconEngine
{
public:
    explicit MarkIconEngine(Mark mark) : m_mark(mark) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected) {
            // On a selected row everything is drawn in the selection's text colour, or it would vanish.
            const QColor on = palette.color(QPalette::HighlightedText);
            palette.setColor(QPalette::Base, palette.color(QPalette::Highlight));
            palette.setColor(QPalette::HighlightedText, palette.color(QPalette::Highlight));
            palette.setColor(QPalette::Highlight, on);
            palette.setColor(QPalette::Text, on);
        }
        drawMark(*painter, rect, m_mark, palette);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new MarkIconEngine(m_mark); } // QIcon owns it

private:
    Mark m_mark;
};

} // namespace

QString markText(Mark mark)
{
    switch (mark) {
    case Mark::None:
        return {};
    case Mark::Todo:
        //: State of a step that was not reached yet.
        return QCoreApplication::translate("cloudsync::Mark", "to do");
    case Mark::Current:
        return QCoreApplication::translate("cloudsync::Mark", "current step");
    case Mark::Busy:
        return QCoreApplication::translate("cloudsync::Mark", "in progress");
    case Mark::Ok:
        return QCoreApplication::translate("cloudsync::Mark", "done");
    case Mark::Info:
        return QCoreApplication::translate("cloudsync::Mark", "note");
    case Mark::Warning:
        return QCoreApplication::translate("cloudsync::Mark", "warning");
    case Mark::Error:
        return QCoreApplication::translate("cloudsync::Mark", "problem");
    case Mark::Skipped:
        return QCoreApplication::translate("cloudsync::Mark", "left out");
    }
    return {};
}

QIcon markIcon(Mark mark)
{
    return QIcon(new MarkIconEngine(mark));
}

MarkLabel::MarkLabel(Mark mark, QWidget *parent) : QWidget(parent), m_mark(mark)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkLabel::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(markText(mark));
    update();
}

QSize MarkLabel::sizeHint() const
{
    const int side = fontMetrics().height();
    return {side, side};
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QPalette shown = palette();
    shown.setColor(QPalette::Text, palette().color(foregroundRole()));
    shown.setColor(QPalette::Base, palette().color(backgroundRole()));
    drawMark(painter, rect(), m_mark, shown);
}

} // namespace cloudsync
