public import FiguresStore
public import Kernel

/// Every figure of the plan with the query of its records.
///
/// - Parameter thresholds: the revenue from which an institution is above scale, by the rules of a day; nil where they
///   are not known.
public func planFigures(thresholds: @escaping @Sendable (Day) -> ScaleThresholds?) -> [FigureSource] {
  [
    .a01, .a02(thresholds), .a03, .a04, .a05, .a06, .a07, .a08, .a08x1, .a08x2, .b01, .b02, .b03, .b04, .b05, .b06,
    .b06x1,
    .b06x2,
    .b07, .c01,
    .c02, .c03, .c04, .c05, .c06, .c07, .c08, .c09, .c10, .c11, .c12, .d01, .d02, .d03, .d04, .d05, .d05x1, .d05x2,
    .e01, .e02, .e03, .e04, .e04x1, .e05, .e05x1, .e05x2, .e05x3, .e06, .e07, .e08, .e09, .e09x1, .e09x2, .e09x3, .e10,
    .e11, .e11x1,
    .e12, .e13, .e14, .e14x1, .e14x2,
    .e15, .e16, .e17, .e18, .e19, .e19x1, .e19x2, .e19x3, .e20, .e21, .e22, .e23, .e24, .e25, .e26, .e27, .e28,
  ]
}
