public import Web

/// Adds the doors of this part of the zone.
public func addFiguresDoors(to routes: inout Routes) {}
