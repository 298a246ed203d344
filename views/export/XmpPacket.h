// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace anakinra {

/// What a PDF says about itself; "" = nothing.
struct DocumentFacts
{
    QString title;
    QString description;
    QString source;
    QByteArray view; ///< the kept view that leads back to it, JSON on one line
};

/// The whole XMP packet of a PDF. Qt writes title and creator into the document by itself, all else
/// only this way.
[[nodiscard]] QByteArray xmpPacket(const DocumentFacts &facts);

/// "Anakinra Evidence Browser 0.1.0".
[[nodiscard]] QString softwareName();

/// The key of the view in the text of a PNG, and the name of its element in SVG and XMP.
inline constexpr QStringView viewMetadataKey = u"anakinra-evidence-view";
/// The XML namespace of that element.
inline constexpr QStringView viewMetadataNamespace = u"urn:anakinra-evidence:view";

/// The element with the view, escaped; "" without a view.
[[nodiscard]] QString viewElement(const QByteArray &view);

} // namespace anakinra
