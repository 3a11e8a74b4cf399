import Jobs
import JobsWeb
import JournalWeb
import Kernel
import Markup
import Patents
import PatentsStore
import Web

extension ZonePortal {
  /// The jobs of the register of patents.
  static let jobKinds = [
    PatentDesk.importJob: JobKind(Phrase(zh: "专利导入", en: "Import of patents")) { job in
      job.outcome.flatMap { ID<PatentImport>($0) }.map { Link("/imports/\($0)") }
    },
    PatentDesk.reorderJob: JobKind(Phrase(zh: "按来源位次重算", en: "Computation by the order of sources")) { _ in
      Link("/imports/order")
    },
  ]

  /// The records of the register of patents.
  static let patentKinds = [
    "patents": RecordKind(Phrase(zh: "专利", en: "Patent"), page: "/patents/", needs: .readPatents),
    "source_reservations": RecordKind(Phrase(zh: "来源再提供限制", en: "Source that may not be given on")),
    "table_mappings": RecordKind(
      Phrase(zh: "列对应", en: "Mapping of columns"), page: "/imports/mappings/", needs: .readImports),
    "source_orders": RecordKind(Phrase(zh: "按来源位次重算", en: "Computation by the order of sources")),
    "patent_sources": RecordKind(Phrase(zh: "专利来源", en: "Source of a patent")),
    "patent_files": RecordKind(Phrase(zh: "导入文件", en: "Imported file")),
    "patent_imports": RecordKind(Phrase(zh: "导入", en: "Import"), page: "/imports/", needs: .readImports),
    "trademarks": RecordKind(Phrase(zh: "商标记录", en: "Record of a trademark")),
    "import_notes": RecordKind(Phrase(zh: "导入说明", en: "Note on an import")),
  ]
}
