public import Web

/// Adds the doors of this part of the zone.
public func addEnterprisesDoors(to routes: inout Routes) {}
