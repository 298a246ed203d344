# SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The headers of the standard library and of Qt that nearly every file reads anyway are compiled
# once per library: a clean build takes half the time. Sources still include what they use; the
# sanitizer preset builds without, so a forgotten include is found there.
option(ANAKINRA_PRECOMPILE "Compile the common headers once" ON)

set(precompiled_core
    <algorithm> <array> <cmath> <functional> <memory> <numeric> <optional> <span> <variant> <vector>
    <QByteArray> <QHash> <QJsonArray> <QJsonObject> <QMap> <QSet> <QString> <QStringList>)
set(precompiled_widgets ${precompiled_core}
    <QAbstractItemModel> <QApplication> <QGraphicsItem> <QLabel> <QPainter> <QVBoxLayout> <QWidget>)

# precompile(TARGET HEADER...)
function(precompile target)
    if(ANAKINRA_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()
