import Corpus
import Foundation
import Kernel

/// CPU seconds of all threads of this process.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func wallTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// usage: bench FOLDER ROWS.tsv
let arguments = CommandLine.arguments
guard arguments.count == 3 else { exit(2) }
let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
var documents: [CorpusDocument] = []
for line in text.split(separator: "\n") {
  let parts = line.split(separator: "\t").map(String.init)
  guard parts.count == 4, let year = Int(parts[3]) else { exit(2) }
  var document = CorpusDocument(id: Int64(documents.count + 1))
  document.ipc = [parts[0]]
  document.applicants = [parts[1]]
  document.province = parts[2]
  document.filingDay = Day(year: year, month: 6, day: 15)
  documents.append(document)
}

let files = try DiskFiles(folder: arguments[1])
let index = try CorpusIndex(files: files)
let start = processorTime()
_ = try index.write(position: 1) { batch in for document in documents { try batch.add(document) } }
try index.merge(all: true)
let snapshot = index.snapshot
var found: [String: Any] = [
  "facts": [
    "documents": documents.count, "segments": snapshot.segmentCount, "index_mb": Double(snapshot.bytes) / 1e6,
    "build_cpu_s": processorTime() - start,
  ]
]
let first = String(documents[0].ipc[0].prefix(4))

/// Runs a query as often as its peer is run, and keeps its answer; writing the answer down is not part of it.
func measure<Answer>(
  runs: Int = 7, _ query: () -> Answer, lines: (Answer) -> [String]
) -> [String: Any] {
  var (clock, processor): ([Double], [Double]) = ([], [])
  var answer = query()
  for _ in 0..<runs {
    let (wall, cpu) = (wallTime(), processorTime())
    answer = query()
    clock.append((wallTime() - wall) * 1e3)
    processor.append((processorTime() - cpu) * 1e3)
  }
  return ["ms": median(clock), "cpu_ms": median(processor), "answer": lines(answer)]
}

func lines(_ cells: [CorpusMatrix.Cell]) -> [String] { cells.map { "\($0.row)\t\($0.column)\t\($0.count)" } }
func lines(_ tally: CorpusTally) -> [String] { tally.entries.map { "\($0.value)\t\($0.count)" } }

found["year"] = measure {
  snapshot.select(.everything).tally(.filingYear)
} lines: {
  lines($0).sorted()
}
found["ipc_x_year"] = measure {
  snapshot.select(.everything).cross(.ipcSubclass, .filingYear).cells
} lines: {
  lines($0)
}
found["top_applicants"] = measure {
  snapshot.select(.everything).tally(.applicant, top: 20)
} lines: {
  lines($0)
}
found["growth"] = measure {
  let (newer, older) = (Set(["2024", "2025", "2026"]), Set(["2021", "2022", "2023"]))
  let grown = snapshot.select(.everything).change(of: .ipcSubclass, by: .filingYear, in: newer, against: older)
  let ratios = grown.map { Double($0.now) / Double($0.before + 1) }
  let least = ratios.sorted(by: >)[min(19, ratios.count - 1)]
  let best = ratios.indices.filter { ratios[$0] >= least }.sorted { left, right in
    ratios[left] == ratios[right] ? grown[left].value < grown[right].value : ratios[left] > ratios[right]
  }
  return best.prefix(20).map { grown[$0] }
} lines: {
  $0.map { "\($0.value)\t\($0.now)\t\($0.before)" }
}
found["region_filter"] = measure { () -> CorpusTally? in
  guard let day = Day(year: 2020, month: 1, day: 1) else { return nil }
  let query = CorpusQuery.all([.ipc(first), .days(.filing, day.number...2_932_896)])
  return snapshot.select(query).tally(.province)
} lines: {
  $0.map { lines($0) } ?? []
}
found["cooccur"] = measure(runs: 3) {
  snapshot.select(.everything).pairs(of: .ipcSubclass, by: .applicant, top: 20)
} lines: {
  lines($0)
}
let json = try JSONSerialization.data(withJSONObject: found, options: [.sortedKeys])
print(String(decoding: json, as: UTF8.self))
