// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace anakinra {

/// Fusion, the same on every desktop, with what it draws badly or late drawn otherwise.
class ProgramStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ProgramStyle();

    /// The frame of a check box can be seen on dark ground too.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

    /// The arrows of bars that do not fit are drawn, in the colour of the text. Fusion reads them
    /// from dark pictures, before there is any need of them: every menu bar would load all plugins
    /// for pictures at start.
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                                     const QWidget *widget) const override;
};

} // namespace anakinra
