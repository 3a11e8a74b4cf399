public import Web

/// Adds the doors of this part of the zone.
public func addEvidenceDoors(to routes: inout Routes) {}
