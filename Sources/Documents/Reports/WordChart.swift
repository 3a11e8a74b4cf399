import Kernel

extension ReportChart {
  /// The chart with its numbers inside, as DrawingML; numbers that are not complete are hatched.
  func wordChart(in language: Language) -> String {
    let points = bars.enumerated().filter(\.element.isOpen).map { place, _ in
      """
      <c:dPt><c:idx val="\(place)"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>\
      <a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="595959"/></a:fgClr><a:bgClr><a:srgbClr val="EDEDED"/></a:bgClr>\
      </a:pattFill><a:ln w="6350"><a:solidFill><a:srgbClr val="595959"/></a:solidFill></a:ln></c:spPr></c:dPt>
      """
    }
    let labels = bars.enumerated().map { "<c:pt idx=\"\($0)\"><c:v>\(wordText($1.label))</c:v></c:pt>" }
    let values = bars.enumerated().map { "<c:pt idx=\"\($0)\"><c:v>\($1.value)</c:v></c:pt>" }
    return wordHead
      + """
      <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:lang val="\(language.rawValue)"/>\
      <c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>\
      <c:barDir val="\(sort == .bars ? "bar" : "col")"/><c:grouping val="clustered"/><c:varyColors val="0"/>\
      <c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>\(wordText(caption))</c:v></c:tx><c:spPr><a:solidFill>\
      <a:srgbClr val="1F6F78"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>\(points.joined())\
      <c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
      <c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>\
      <c:cat><c:strLit><c:ptCount val="\(bars.count)"/>\(labels.joined())</c:strLit></c:cat>\
      <c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="\(bars.count)"/>\(values.joined())</c:numLit>\
      </c:val></c:ser><c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>\(axes)</c:plotArea>\
      <c:plotVisOnly val="1"/></c:chart></c:chartSpace>
      """
  }

  /// Lying bars begin with the first at the top.
  private var axes: String {
    let isLying = sort == .bars
    // Half a document is none.
    let unit = (bars.map(\.value).max() ?? 0) <= 8 ? "<c:majorUnit val=\"1\"/>" : ""
    return """
      <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="\(isLying ? "maxMin" : "minMax")"/></c:scaling>\
      <c:delete val="0"/><c:axPos val="\(isLying ? "l" : "b")"/><c:numFmt formatCode="General" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/>\
      <c:crosses val="autoZero"/></c:catAx>\
      <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>\
      <c:delete val="0"/><c:axPos val="\(isLying ? "t" : "l")"/><c:numFmt formatCode="General" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>\
      <c:crosses val="autoZero"/><c:crossBetween val="between"/>\(unit)</c:valAx>
      """
  }
}
