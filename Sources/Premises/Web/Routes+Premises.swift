public import Web

/// Adds the doors of this part of the zone.
public func addPremisesDoors(to routes: inout Routes) {}
