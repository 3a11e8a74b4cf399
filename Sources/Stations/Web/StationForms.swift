import Access
import Foundation
import Hummingbird
import Kernel
import Ledgers
import Matters
import Stations
import StationsStore
import Web

/// What is done at stations: visits are taken in, and somebody says who works there.
struct StationForms: Sendable {
  let desk: StationDesk

  @Sendable func showDesk(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let opening = try await desk.open(try context.id(), by: context.account)
    return deskPage(opening.station, opening, desk.procedure, state)
  }

  /// One visit at once, for browsers that keep nothing: without a script, or not by https.
  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Station> = try context.id()
    let taken = try await desk.takeAtOnce(
      form.text("applicant"), of: form.text("applicant-code"),
      texts: Dictionary(
        uniqueKeysWithValues: desk.procedure.fields.map { ($0.name, form.all($0.name).joined(separator: ";")) }),
      at: id, by: context.account)
    let station = try await desk.find(id, by: context.account).station
    return takenPage(taken, station).answer(context)
  }

  @Sendable func showStaff(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    staffPage(try await desk.staff(of: try context.id(), by: context.account), state)
  }

  @Sendable func addStaff(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Station> = try context.id()
    try await desk.addStaff(form.text("name"), to: id, by: context.account)
    return .seeOther(StationPath.staff(id), context, saying: .staffAdded)
  }

  @Sendable func removeStaff(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Station> = try context.id()
    try await desk.removeStaff(try context.id("account"), from: id, by: context.account)
    return .seeOther(StationPath.staff(id), context, saying: .staffRemoved)
  }
}
