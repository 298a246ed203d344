// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace anakinra {

/// Screen readers see a scroll area that is a MarkedView as a chart with one child per mark in view,
/// named by what the mark says. Idempotent.
void installChartAccessibility();

/// The marks of the view have changed: its children are made anew.
void forgetChartMarks(QWidget *view);

} // namespace anakinra
