// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let http: [Target.Dependency] = [
  hummingbird, logging,
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "NIOCore", package: "swift-nio"),
]

/// A target of the ground floor: one folder, one purpose, no knowledge of the zone.
func ground(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// A room of the house: `X` (pure), `XStore` (SQL and desk), `XWeb` (pages and API).
///
/// - Parameters:
///   - knows: the domains that this one may import.
///   - uses: the stores of lower mechanisms that its store may import.
func context(
  _ name: String, knows: [String] = [], uses: [String] = [], domain: [Target.Dependency] = [],
  store: [Target.Dependency] = [], web: [Target.Dependency] = [], resources: [Resource] = []
) -> [Target] {
  let known = knows.map { Target.Dependency.byName(name: $0) }
  let used = uses.map { Target.Dependency.byName(name: $0) }
  return [
    .target(
      name: name, dependencies: ["Kernel"] + known + domain, path: "Sources/\(name)/Domain", swiftSettings: strict),
    .target(
      name: "\(name)Store", dependencies: [.byName(name: name), "Kernel", "Storage", logging] + known + used + store,
      path: "Sources/\(name)/Store", resources: resources, swiftSettings: strict),
    .target(
      name: "\(name)Web",
      dependencies: [.byName(name: name), .byName(name: "\(name)Store"), "API", "Kernel", "Markup", "Web"]
        + http + known + web + (name == "Access" || knows.contains("Access") ? [] : ["Access"]),
      path: "Sources/\(name)/Web", swiftSettings: strict),
  ]
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["Fixtures"], resources: resources, swiftSettings: strict)
}

let groundFloor: [Target] = [
  system("CSQLite", "sqlite3", "libsqlite3-dev"),
  system("CPostgres", "libpq", "libpq-dev"),
  system("CXML", "libxml-2.0", "libxml2-dev"),
  system("CZip", "libzip", "libzip-dev"),
  system("CZlib", "zlib", "zlib1g-dev"),
  system("CArgon2", "libargon2", "libargon2-dev"),
  system("CQREncode", "libqrencode", "libqrencode-dev"),
  system("CPango", "pangocairo", "libpango1.0-dev"),
  system("CXLSXWriter", "xlsxwriter", "libxlsxwriter-dev"),
  system("CFreeXL", "freexl", "libfreexl-dev"),
  system("CCurl", "libcurl", "libcurl4-openssl-dev"),
  ground("Kernel"),
  ground("Storage", ["Kernel"]),
  ground(
    "SQLiteDriver",
    [
      "CSQLite", "Kernel", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  ground("PostgresDriver", ["CPostgres", "Kernel", "Storage", logging]),
  ground("Markup", ["Kernel"]),
  ground("Tables", ["CFreeXL", "CXLSXWriter", "CXML", "CZip", "CZlib", "Kernel"]),
  ground("Documents", ["CPango", "CQREncode", "Kernel", "Markup"]),
  ground("Calendars", ["Kernel"]),
  ground("Delivery", ["Access", "CCurl", "Kernel"]),
  ground("API", ["Access", "Kernel"] + http),
  ground("Web", ["Access", "API", "Kernel", "Markup", metrics, crypto] + http, resources: [.copy("Assets")]),
]

let mechanisms: [Target] =
  context(
    "Access", uses: ["Journal", "JournalStore", "Notices", "NoticesStore"], store: ["CArgon2", crypto],
    web: ["Documents"])
  + context("Journal", knows: ["Access"], store: [crypto])
  + context(
    "Corpus", knows: ["Access", "Journal"], uses: ["JournalStore", "NoticesStore"], store: ["Notices"],
    resources: [.copy("Resources")])
  + context(
    "Rules", knows: ["Access", "Journal"], uses: ["JournalStore"],
    store: ["Tables", .product(name: "Yams", package: "Yams")], web: ["Tables"],
    resources: [.copy("Resources")])
  + context("Jobs", knows: ["Access", "Journal"], uses: ["JournalStore"])
  + context(
    "Notices", knows: ["Access", "Journal"], uses: ["JobsStore", "JournalStore"],
    store: ["Delivery", "Jobs", crypto])
  + context("Parties", knows: ["Access", "Journal"], uses: ["JournalStore"])
  + context("Evidence", knows: ["Access", "Journal"], uses: ["JournalStore"], store: [crypto, "Tables"])
  + context(
    "Ledgers", knows: ["Access", "Evidence", "Journal", "Notices"],
    uses: ["JournalStore", "EvidenceStore", "NoticesStore"], store: ["Tables"], web: ["EvidenceStore", "Tables"])
  + context(
    "Matters", knows: ["Access", "Evidence", "Journal", "Ledgers", "Rules"],
    uses: ["EvidenceStore", "JournalStore", "LedgersStore", "RulesStore"], store: [crypto],
    web: ["Calendars", "Documents", "EvidenceStore", "LedgersWeb"])
  + context(
    "Figures", knows: ["Access", "Evidence", "Journal"], uses: ["JournalStore"], store: [crypto, "Tables"],
    web: ["Tables"])

let contexts: [Target] =
  context(
    "Patents", knows: ["Access", "Corpus", "Journal", "Parties"],
    uses: ["CorpusStore", "JournalStore", "JobsStore", "PartiesStore"],
    store: ["Jobs", "PatentFormats", "Tables", crypto], web: ["Jobs", "JobsStore", "PatentFormats", "Tables"])
  + [
    .target(
      name: "PatentFormats", dependencies: ["CXML", "Kernel", "Patents", "Tables"], path: "Sources/Patents/Formats",
      swiftSettings: strict)
  ]
  + context(
    "Landscape", knows: ["Access", "Corpus", "Rules"],
    uses: ["CorpusStore", "JournalStore", "PartiesStore", "RulesStore"], store: ["Parties"], web: ["Tables"])
  + context(
    "Portfolios", knows: ["Access", "Journal", "Notices", "Patents", "Rules"],
    uses: ["JournalStore", "NoticesStore", "PatentsStore", "RulesStore"], store: ["PatentFormats", "Tables", crypto],
    web: ["Documents", "Tables"])
  + context(
    "Navigation", knows: ["Access", "Corpus", "Journal", "Landscape", "Rules"],
    uses: ["CorpusStore", "JournalStore", "LandscapeStore", "PartiesStore", "RulesStore"], store: ["Parties", crypto],
    web: ["Documents", "Tables"])
  + context(
    "Institutions", knows: ["Access", "Evidence", "Journal", "Ledgers"], uses: ["JournalStore", "LedgersStore"],
    web: ["LedgersStore", "LedgersWeb"])
  + context(
    "Enterprises", knows: ["Access", "Evidence", "Journal", "Ledgers"], uses: ["JournalStore", "LedgersStore"],
    web: ["LedgersStore", "LedgersWeb"])
  + context(
    "HighValue", knows: ["Access", "Evidence", "Figures", "Journal", "Ledgers", "Patents", "Rules"],
    uses: [
      "CorpusStore", "EvidenceStore", "FiguresStore", "JournalStore", "LedgersStore", "PatentsStore", "RulesStore",
    ],
    store: ["Corpus", "Tables", crypto], web: ["Tables"])
  + context(
    "Premises", knows: ["Access", "Evidence", "Institutions", "Journal", "Ledgers", "Matters", "Rules"],
    uses: ["InstitutionsStore", "JournalStore", "LedgersStore", "MattersStore"], store: ["Tables"],
    web: ["LedgersWeb", "MattersStore"])
  + context(
    "Protection", knows: ["Access", "Enterprises", "Evidence", "Journal", "Ledgers", "Matters", "Rules"],
    uses: ["EnterprisesStore", "JournalStore", "LedgersStore", "MattersStore"], web: ["MattersStore"])
  + context(
    "Learning", knows: ["Access", "Evidence", "Journal", "Ledgers", "Matters", "Notices", "Rules"],
    uses: ["JournalStore", "LedgersStore", "MattersStore", "NoticesStore"], store: [crypto],
    web: ["Calendars", "Documents", "JournalStore"])
  + context(
    "Stations", knows: ["Access", "Evidence", "Journal", "Ledgers", "Matters"],
    uses: ["JournalStore", "LedgersStore", "MattersStore"],
    web: ["LedgersStore", "LedgersWeb", "MattersStore"])
  + context(
    "Programme", knows: ["Access", "Enterprises", "Evidence", "Figures", "Institutions", "Journal", "Ledgers"],
    uses: [
      "FiguresStore", "HighValueStore", "InstitutionsStore", "JournalStore", "LedgersStore", "MattersStore",
      "PremisesStore", "StationsStore",
    ],
    store: ["HighValue", "Premises", "Stations", "Tables", crypto, .product(name: "Yams", package: "Yams")],
    web: ["FiguresStore", "Tables"],
    resources: [.copy("Resources")])
  + context(
    "Exchange", knows: ["Access", "Evidence", "Figures", "Institutions", "Journal", "Ledgers"],
    uses: ["FiguresStore", "JournalStore", "LedgersStore"], web: ["FiguresStore", "Tables"])

let stores: [Target.Dependency] = [
  "AccessStore", "CorpusStore", "EnterprisesStore", "EvidenceStore", "ExchangeStore", "FiguresStore",
  "HighValueStore", "InstitutionsStore", "JobsStore", "JournalStore", "LandscapeStore", "LearningStore",
  "LedgersStore", "MattersStore", "NavigationStore", "NoticesStore", "PartiesStore", "PatentsStore", "PortfoliosStore",
  "PremisesStore", "ProgrammeStore", "ProtectionStore", "RulesStore", "StationsStore",
]
let domains: [Target.Dependency] = [
  "Access", "Corpus", "Enterprises", "Evidence", "Exchange", "Figures", "HighValue", "Institutions", "Jobs", "Journal",
  "Landscape", "Learning", "Ledgers", "Matters", "Navigation", "Notices", "Parties", "PatentFormats", "Patents",
  "Portfolios", "Premises", "Programme", "Protection", "Rules", "Stations",
]
let webs: [Target.Dependency] = [
  "AccessWeb", "CorpusWeb", "EnterprisesWeb", "EvidenceWeb", "ExchangeWeb", "FiguresWeb", "HighValueWeb",
  "InstitutionsWeb", "JobsWeb", "JournalWeb", "LandscapeWeb", "LearningWeb", "LedgersWeb", "MattersWeb",
  "NavigationWeb", "NoticesWeb", "PartiesWeb", "PatentsWeb", "PortfoliosWeb", "PremisesWeb", "ProgrammeWeb",
  "RulesWeb", "StationsWeb",
]
let grounds: [Target.Dependency] = [
  "API", "Calendars", "Delivery", "Documents", "Kernel", "Markup", "PostgresDriver", "SQLiteDriver", "Storage",
  "Tables", "Web",
]

let house: [Target] = [
  .target(
    name: "Assembly",
    dependencies: grounds + domains + stores + webs + http + [
      "CZlib", metrics, crypto,
      .product(name: "HummingbirdCore", package: "hummingbird"),
      .product(name: "NIOPosix", package: "swift-nio"),
      .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      .product(name: "Yams", package: "Yams"),
    ], swiftSettings: strict),
  .executableTarget(
    name: "ipzone",
    dependencies: ["Assembly"] + grounds + domains + stores + http + [
      metrics, .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: strict),
]

let testing: [Target] = [
  .target(
    name: "Fixtures", dependencies: ["Access", "Kernel", "PostgresDriver", "SQLiteDriver", "Storage", logging],
    path: "Tests/Fixtures", swiftSettings: strict),
  .target(
    name: "PortalFixtures", dependencies: ["Web", .product(name: "NIOEmbedded", package: "swift-nio")] + http,
    path: "Tests/PortalFixtures", swiftSettings: strict),
  tests("KernelTests", ["Kernel"]),
  tests("TablesTests", ["CZip", "CZlib", "Kernel", "Tables"]),
  tests(
    "PatentFormatsTests", ["Kernel", "PatentFormats", "Patents", "Tables"], resources: [.copy("Fixtures")]),
  tests("JobsStoreTests", ["Access", "Jobs", "JobsStore", "JournalStore", "Kernel", "Storage", logging]),
  tests("PartiesTests", ["Parties"]),
  tests(
    "PartiesStoreTests", ["Access", "Journal", "JournalStore", "Kernel", "Parties", "PartiesStore", "Storage"]),
  tests("PatentsTests", ["Kernel", "Patents"]),
  tests(
    "PatentsStoreTests",
    [
      "Access", "Jobs", "JobsStore", "Journal", "JournalStore", "Kernel", "Parties", "PartiesStore", "PatentFormats",
      "Patents", "PatentsStore", "Storage", "Tables",
    ]),
  tests("StorageTests", ["Kernel", "PostgresDriver", "Storage", logging]),
  tests("AccessTests", ["Access", "Kernel"]),
  tests("AccessStoreTests", ["Access", "AccessStore", "Journal", "JournalStore", "Kernel", "Storage"]),
  tests(
    "AccessWebTests",
    [
      "Access", "AccessStore", "AccessWeb", "JournalStore", "Kernel", "Markup", "PortalFixtures", "SQLiteDriver",
      "Storage", "Web",
    ] + http),
  tests("JournalTests", ["Journal"]),
  tests("JournalStoreTests", ["Access", "Journal", "JournalStore", "Kernel", "Storage"]),
  tests(
    "RulesTests",
    ["Access", "Journal", "JournalStore", "Kernel", "Rules", "RulesStore", "SQLiteDriver", "Storage"]),
  tests(
    "RulesWebTests",
    [
      "Access", "JournalStore", "Kernel", "PortalFixtures", "Rules", "RulesStore", "RulesWeb", "SQLiteDriver",
      "Storage", "Web",
    ] + http),
  tests("CalendarsTests", ["Calendars", "Kernel"]),
  tests("CorpusTests", ["Corpus", "Kernel"]),
  tests(
    "CorpusStoreTests",
    [
      "Access", "AccessStore", "Corpus", "CorpusStore", "JobsStore", "Journal", "JournalStore", "Kernel", "Notices",
      "NoticesStore", "Parties", "PartiesStore", "PatentFormats", "Patents", "PatentsStore", "Storage", logging,
    ]),
  tests(
    "LandscapeTests",
    [
      "Access", "Corpus", "CorpusStore", "Journal", "JournalStore", "Kernel", "Landscape", "LandscapeStore",
      "LandscapeWeb", "Markup", "Parties", "PartiesStore", "PortalFixtures", "Rules", "RulesStore",
      "Storage", "Web",
      logging,
    ] + http),
  tests("DocumentsTests", ["Documents", "Kernel", "Markup"]),
  tests("MarkupTests", ["Documents", "Kernel", "Markup"]),
  tests("WebTests", ["Access", "API", "Kernel", "Markup", "PortalFixtures", "Web"] + http),
  tests("APITests", ["Access", "API", "Kernel"] + http),
  tests(
    "AssemblyTests",
    ["Assembly", "CZip", "PortalFixtures"] + grounds + domains + stores + webs + http),
  tests(
    "EvidenceStoreTests",
    ["Access", "Evidence", "EvidenceStore", "Journal", "JournalStore", "Kernel", "Storage", "Tables"]),
  tests(
    "NoticesTests",
    [
      "Access", "AccessStore", "Delivery", "JobsStore", "Journal", "JournalStore", "Kernel", "Notices", "NoticesStore",
      "Storage", crypto, logging,
    ], resources: [.copy("Servers")]),
  tests(
    "LedgersTests",
    [
      "API", "Access", "Evidence", "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore", "LedgersWeb",
      "PortalFixtures", "SQLiteDriver", "Storage", "Tables", "Web",
    ] + http),
  tests(
    "FiguresTests",
    [
      "Access", "Evidence", "Figures", "FiguresStore", "FiguresWeb", "Journal", "JournalStore", "Kernel", "Markup",
      "PortalFixtures", "Storage", "Web",
    ] + http),
  tests(
    "PremisesTests",
    [
      "Access", "EnterprisesStore", "Evidence", "Figures", "FiguresStore", "Institutions", "InstitutionsStore",
      "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore", "Matters", "MattersStore", "Premises",
      "PremisesStore", "Programme", "ProgrammeStore", "Rules", "RulesStore", "Storage",
    ]),
  tests(
    "ProgrammeTests",
    [
      "Access", "Evidence", "Figures", "FiguresStore", "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore",
      "Programme", "ProgrammeStore", "ProgrammeWeb", "PortalFixtures", "SQLiteDriver", "Storage", "Tables", "Web",
    ] + http),
  tests("ExchangeTests", ["Exchange", "Kernel"]),
  tests(
    "MattersTests",
    [
      "Access", "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore", "Matters", "MattersStore", "Rules",
      "RulesStore", "SQLiteDriver", "Storage",
    ]),
  tests(
    "ProtectionTests",
    [
      "Access", "Enterprises", "EnterprisesStore", "Evidence", "Figures", "FiguresStore", "Journal", "JournalStore",
      "Kernel", "Ledgers", "LedgersStore", "Matters", "MattersStore", "PremisesStore", "ProgrammeStore", "Protection",
      "ProtectionStore", "Rules", "RulesStore", "SQLiteDriver", "StationsStore", "Storage",
    ]),
  tests(
    "StationsTests",
    [
      "Access", "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore", "Matters", "MattersStore", "Rules",
      "RulesStore", "SQLiteDriver", "Stations", "StationsStore", "Storage",
    ]),
  tests(
    "PortfoliosTests",
    [
      "Access", "AccessStore", "Jobs", "JobsStore", "Journal", "JournalStore", "Kernel", "Notices", "NoticesStore",
      "Parties", "PartiesStore", "Patents", "PatentsStore", "Portfolios", "PortfoliosStore", "Rules", "RulesStore",
      "Storage",
    ]),
  tests(
    "NavigationTests",
    [
      "Access", "Corpus", "CorpusStore", "Documents", "Journal", "JournalStore", "Kernel", "Landscape",
      "LandscapeStore", "Navigation", "NavigationStore", "NavigationWeb", "Parties", "PartiesStore", "PortalFixtures",
      "Rules", "RulesStore", "Storage", "Tables", "Web", logging,
    ] + http),
  tests(
    "HighValueTests",
    [
      "Access", "CZip", "Evidence", "Figures", "FiguresStore", "HighValue", "HighValueStore", "Jobs", "JobsStore",
      "Journal", "JournalStore", "Kernel", "Ledgers", "LedgersStore", "Parties", "PartiesStore", "Patents",
      "PatentsStore", "Rules", "RulesStore", "Storage",
    ]),
  tests(
    "LearningTests",
    [
      "Access", "AccessStore", "Evidence", "Journal", "JournalStore", "Kernel", "Learning", "LearningStore", "Ledgers",
      "LedgersStore", "Matters", "MattersStore", "NoticesStore", "Rules", "RulesStore", "SQLiteDriver",
      "Storage",
    ]),
  tests(
    "CommandTests",
    [
      "Access", "Assembly", "Corpus", "CorpusStore", "Evidence", "Figures", "FiguresStore", "Institutions", "Kernel",
      "Ledgers", "LedgersStore", "PatentsStore", "SQLiteDriver", "Storage", "ipzone",
    ] + http),
]

let package = Package(
  name: "ipzone",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: groundFloor + mechanisms + contexts + house + testing,
  swiftLanguageModes: [.v6]
)
