import Exchange
public import ExchangeStore
import Kernel
public import Web

/// Adds the doors of the open data: the page that lists it, each dataset in each format, catalogue, feed and the export
/// for DHIS2, and the permanent pages of institutions and published figures.
public func addExchangeDoors(to routes: inout Routes, desk: ExchangeDesk) {
  let pages = ExchangePages(desk: desk)
  let files = ExchangeFiles(desk: desk)
  routes.page("/open", needs: .readOpenData, pages.list)
  for data in OpenData.allCases {
    for format in OpenFormat.allCases {
      routes.file("/open/\(data.rawValue).\(format.rawValue)", needs: .readOpenData) { request, context in
        try await files.dataset(data, as: format, request, context)
      }
    }
  }
  routes.file("/open/catalogue.jsonld", needs: .readOpenData, files.catalogue)
  routes.file("/open/feed.atom", needs: .readOpenData, files.feed)
  routes.file("/open/dhis2.json", needs: .readOpenData, files.dataValues)
  routes.page("/open/institutions/:code", needs: .readOpenData, pages.institution)
  routes.page("/open/figures/:id", needs: .readOpenData, pages.figure)
}
