import Access
import Enterprises
import Institutions
import Kernel
import Ledgers
import LedgersStore
import Programme

/// A sample row was refused: the generator and the ledger disagree, a defect.
struct SampleRowRefused: Error, CustomStringConvertible {
  let description: String
}

extension SampleZone {
  /// Brings every record into the zone by the desk that takes tables, and approves what needs it.
  ///
  /// - Returns: how many records of which ledger there are.
  mutating func seed(_ desk: LedgerDesk, by account: Account) async throws -> [(ledger: Ledger, rows: Int)] {
    let leads = leadRows()
    let support = supportRows()
    let visits = visitRows()
    let sales = salesRows()
    let overseas = overseasRows()
    let exports = exportRows()
    let tables: [(Ledger, [LedgerDraft])] = [
      (.institutions, institutionRows()), (.licences, licenceRows()), (.staff, staffRows()),
      (.practitioners, practitionerRows()), (.brands, brandRows()), (.foreignOffices, foreignRows()),
      (.leads, leads.leads), (.leadSteps, leads.steps), (.cultivations, support.cultivations),
      (.support, support.support), (.returns, returnRows()), (.enterprises, enterpriseRows()),
      (.statuses, statusRows()), (.services, serviceRows()), (.visits, visits.visits), (.problems, visits.problems),
      (.salesReturns, sales.sales), (.products, sales.products), (.milestones, milestoneRows()),
      (.recognitions, recognitionRows()), (.platforms, platformRows()), (.cultivationCentres, centreRows()),
      (.pctFilings, pctRows()), (.transfers, transferRows()), (.overseasSites, overseas.sites),
      (.overseasLogs, overseas.logs), (.exports, exports.exports), (.drivenExports, exports.driven),
      (.abnormalCases, abnormalRows()), (.financings, financeRows()), (.attendances, attendanceRows()),
      (.budgets, budgetRows()),
    ]
    var counts: [(Ledger, Int)] = []
    for (ledger, drafts) in tables {
      let rows = drafts.enumerated().map { LedgerRow(number: $0 + 2, draft: $1) }
      let report = try await desk.take(rows, named: "示例数据", into: ledger, by: account)
      // Two drawn alike count once.
      let odd = report.rejected.first { row in row.refusals.contains { $0.code != "ledger.repeated" } }
      if let odd { throw SampleRowRefused(description: "\(ledger.code) \(odd.number): \(odd.refusals) \(odd.texts)") }
      if ledger.isApproved { try await desk.approveAll(in: ledger, by: account) }
      counts.append((ledger, report.new))
    }
    return counts
  }
}
