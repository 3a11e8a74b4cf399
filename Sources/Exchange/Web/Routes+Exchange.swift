public import Web

/// Adds the doors of this part of the zone.
public func addExchangeDoors(to routes: inout Routes) {}
