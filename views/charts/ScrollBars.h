// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractScrollArea;

namespace anakinra {

/// For a view that learns while painting how far it scrolls, and sets its ranges without signals,
/// which would lay it out in the middle: shows the bars that are needed, and hides the others, at
/// the next turn of the event loop.
void showNeededScrollBars(QAbstractScrollArea *view);

} // namespace anakinra
