public import Web

/// Adds the doors of this part of the zone.
public func addLedgersDoors(to routes: inout Routes) {}
