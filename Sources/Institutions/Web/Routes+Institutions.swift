public import Web

/// Adds the doors of this part of the zone.
public func addInstitutionsDoors(to routes: inout Routes) {}
