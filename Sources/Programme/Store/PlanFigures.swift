public import FiguresStore

/// Every figure of the plan with the query of its records.
public let planFigures: [FigureSource] = []
