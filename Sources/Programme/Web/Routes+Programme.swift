public import Web

/// Adds the doors of this part of the zone.
public func addProgrammeDoors(to routes: inout Routes) {}
