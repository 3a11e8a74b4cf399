public import EvidenceStore
import Kernel
public import Web

/// Adds the doors of the evidence: the list, adding, each piece with its file, and withdrawing.
public func addEvidenceDoors(to routes: inout Routes, desk: EvidenceDesk, links: EvidenceLinks) {
  let pages = EvidencePages(desk: desk, links: links)
  routes.page("/evidence", needs: .readEvidence, pages.list)
  routes.form("/evidence/new", needs: .addEvidence, show: pages.showNew, submit: pages.add)
  routes.page("/evidence/:id", needs: .readEvidence, pages.show)
  routes.file("/evidence/:id/file", needs: .readEvidence, pages.download)
  routes.form("/evidence/:id/withdraw", needs: .withdrawEvidence, show: pages.showWithdraw, submit: pages.withdraw)
  routes.say([EvidencePages.added, EvidencePages.withdrawn])
  for endpoint in EvidenceAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}
