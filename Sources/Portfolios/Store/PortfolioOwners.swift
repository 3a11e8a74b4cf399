public import Journal
public import Kernel
public import Storage

/// Whose the records of portfolios are, so that owners may read what became of their own.
public enum PortfolioOwners {
  /// Nil for a record of another part, and for one that is not there.
  public static func owner(of subject: Subject, in db: any Reading) throws -> SocialCreditCode? {
    let portfolio: SQL
    switch subject.table {
    case "portfolios": portfolio = "\(subject.number)"
    case "portfolio_patents": portfolio = "(SELECT portfolio FROM portfolio_patents WHERE id = \(subject.number))"
    case "portfolio_reviews": portfolio = "(SELECT portfolio FROM portfolio_reviews WHERE id = \(subject.number))"
    case "portfolio_review_items":
      portfolio = """
        (SELECT r.portfolio FROM portfolio_review_items i JOIN portfolio_reviews r ON r.id = i.review
          WHERE i.id = \(subject.number))
        """
    default: return nil
    }
    return try db.row("SELECT owner FROM portfolios WHERE id = \(portfolio)").map { row in
      var columns = row.columns
      return try SocialCreditCode(columns.text())
    }
  }
}
