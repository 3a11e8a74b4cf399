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

func share(_ values: [Double], _ part: Double) -> Double {
  let sorted = values.sorted()
  return sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
}

/// usage: bench FOLDER CORPUS.jsonl COUNT QUERIES.txt [scan]
let arguments = CommandLine.arguments
guard arguments.count >= 5, let limit = Int(arguments[3]) else { exit(2) }
let verify = arguments.contains("scan")
let queries = try String(contentsOfFile: arguments[4], encoding: .utf8).split(separator: "\n").map { line in
  let parts = line.split(separator: "\t")
  return (text: String(parts[0]), count: Int(parts[1]) ?? 0)
}

var figures: [String: Any] = ["documents": limit, "queries": queries.count]
let files = try DiskFiles(folder: arguments[1])
let reuse = arguments.contains("reuse")
if !reuse {
  try CorpusIndex.discard(files)
  let corpus = try CorpusFile(arguments[2], limit: limit)
  // Room for a segment of two hundred thousand documents: about a gigabyte while it is built.
  var limits = CorpusLimits()
  limits.places = 150_000_000
  let index = try CorpusIndex(files: files, limits: limits)
  var (cpu, wall) = (processorTime(), wallTime())
  _ = try index.write(position: 1) { batch in
    for document in corpus.documents { try batch.add(document) }
  }
  figures["segment_cpu_s"] = processorTime() - cpu
  while try index.merge() {}
  try index.merge(all: true)
  figures["build_cpu_s"] = processorTime() - cpu
  figures["build_wall_s"] = wallTime() - wall
  figures["text_mb"] = Double(corpus.textBytes) / 1e6
  figures["index_mb"] = Double(index.snapshot.bytes) / 1e6
  figures["index_of_text"] = Double(index.snapshot.bytes) / Double(corpus.textBytes)
  (cpu, wall) = (0, 0)
  if verify {
    var wrong = 0
    for query in queries
    where index.snapshot.select(.phrase(query.text, in: CorpusQuery.allTexts)).count
      != corpus.scan(query.text)
    { wrong += 1 }
    figures["other_than_scan"] = wrong
  }
}

let opening = processorTime()
let index = try CorpusIndex(files: files)
let snapshot = index.snapshot
figures["open_cpu_s"] = processorTime() - opening
figures["segments"] = snapshot.segmentCount

var (ranked, faceted, cpuFaceted): ([Double], [Double], [Double]) = ([], [], [])
var wrong = 0
for query in queries {
  let phrase = CorpusQuery.phrase(query.text, in: CorpusQuery.allTexts)
  var (one, two, three): ([Double], [Double], [Double]) = ([], [], [])
  for _ in 0..<5 {
    var start = wallTime()
    let selection = snapshot.select(phrase)
    let top = selection.top(10)
    one.append((wallTime() - start) * 1e3)
    if selection.count != query.count, one.count == 1 { wrong += 1 }
    start = wallTime()
    let cpu = processorTime()
    let again = snapshot.select(phrase)
    let (best, years) = (again.top(10), again.tally(.filingYear))
    let classes = again.tally(.ipcSubclass, top: 10)
    two.append((wallTime() - start) * 1e3)
    three.append((processorTime() - cpu) * 1e3)
    precondition(best == top && years.missing + classes.missing >= 0)
  }
  ranked.append(share(one, 0.5))
  faceted.append(share(two, 0.5))
  cpuFaceted.append(share(three, 0.5))
  if arguments.contains("each") { print(query.text, query.count, share(one, 0.5), share(two, 0.5), share(three, 0.5)) }
}
figures["queries_with_other_count"] = wrong
for (name, values) in [("ranked_ms", ranked), ("facets_ms", faceted), ("facets_cpu_ms", cpuFaceted)] {
  figures[name] = [
    "p50": share(values, 0.5), "p99": share(values, 0.99), "mean": values.reduce(0, +) / Double(values.count),
  ]
}
let json = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
print(String(decoding: json, as: UTF8.self))
