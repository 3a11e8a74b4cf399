import Evidence
import EvidenceStore
import Foundation
import Journal
import JournalStore
import Kernel
import Markup
import Rules
import RulesStore
import Storage

/// Looks a deployment over, and says of each thing how it stands and what to do.
public struct Doctor: Sendable {
  let zone: Zone

  public init(of zone: Zone) { self.zone = zone }

  public func examine() async -> [DoctorFinding] {
    var findings = [place(), disk(), key(), zone.record.isDemonstration ? demonstration : nil].compactMap { $0 }
    findings.append(await looking("database", database))
    findings.append(await looking("schema", schema))
    findings.append(await looking("journal", journal))
    findings.append(await looking("evidence", evidence))
    findings.append(await looking("index", index))
    findings.append(await looking("calendar", calendar))
    findings.append(await looking("rules", rules))
    findings.append(clock())
    findings.append(programs())
    return findings
  }

  /// A look that fails is a finding itself.
  private func looking(_ name: String, _ look: () async throws -> DoctorFinding) async -> DoctorFinding {
    do { return try await look() } catch {
      return .failed(name, Phrase(zh: "无法检查：\(error)", en: "could not be looked at: \(error)"))
    }
  }

  private func place() -> DoctorFinding {
    let path = zone.place.directory
    let mode = Self.mode(of: path)
    guard access(path, W_OK) == 0 else {
      return .failed(
        "data", Phrase(zh: "\(path) 不可写；请检查所有者与权限", en: "\(path) cannot be written; check owner and permissions"))
    }
    guard let mode, mode & 0o077 == 0 else {
      return .warning(
        "data", Phrase(zh: "\(path) 对其他用户开放；请 chmod 700", en: "\(path) is open to other users; chmod 700 it"))
    }
    return .ok("data", Phrase(zh: "\(path) 可写", en: "\(path) can be written"))
  }

  private func disk() -> DoctorFinding {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: zone.place.directory)
    guard let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value else {
      return .warning("disk", Phrase(zh: "无法得知剩余空间", en: "the free space cannot be told"))
    }
    let gigabytes = free >> 30
    return gigabytes < 2
      ? .warning("disk", Phrase(zh: "仅剩 \(gigabytes) GB；请清理或扩容", en: "only \(gigabytes) GB free; make room"))
      : .ok("disk", Phrase(zh: "剩余 \(gigabytes) GB", en: "\(gigabytes) GB free"))
  }

  private func key() -> DoctorFinding {
    guard let mode = Self.mode(of: zone.place.keyFile) else {
      return .failed("key", Phrase(zh: "缺少 zone.key；请从备份恢复", en: "zone.key is missing; restore it from a backup"))
    }
    return mode & 0o077 == 0
      ? .ok("key", Phrase(zh: "zone.key 仅本用户可读", en: "zone.key is readable by its owner only"))
      : .failed("key", Phrase(zh: "zone.key 可被他人读取；请 chmod 600", en: "zone.key is readable by others; chmod 600 it"))
  }

  private var demonstration: DoctorFinding {
    .warning("zone", Phrase(zh: "这是示例环境，登录密码公开", en: "this is a demonstration; its passwords are printed"))
  }

  private func database() async throws -> DoctorFinding {
    let name = zone.database.dialect == .sqlite ? "SQLite" : "PostgreSQL"
    let version = try await zone.database.read { db in
      let text: SQL =
        switch db.dialect {
        case .sqlite: "SELECT sqlite_version()"
        case .postgres: "SELECT current_setting('server_version')"
        }
      var columns = try db.row(text)?.columns
      return try columns?.text() ?? "?"
    }
    return .ok("database", Phrase(zh: "\(name) \(version) 可用", en: "\(name) \(version) answers"))
  }

  private func schema() async throws -> DoctorFinding {
    let pending = try await Migration.pending(Schema.migrations, in: zone.database)
    let known = Set(Schema.migrations.map(\.name))
    let newer = try await zone.database.read { try BackupTable.migrations(in: $0) }.filter { !known.contains($0) }
    guard newer.isEmpty else { return .failed("schema", ZoneRefusal.newerSchema(newer).phrase) }
    return pending.isEmpty
      ? .ok("schema", Phrase(zh: "结构为最新（\(known.count) 步）", en: "up to date (\(known.count) steps)"))
      : .failed(
        "schema",
        Phrase(zh: "待更新 \(pending.count) 步；请运行 ipzone migrate", en: "\(pending.count) steps wait; run ipzone migrate"))
  }

  /// The stored head against the last entry; the whole chain is `verify journal`.
  private func journal() async throws -> DoctorFinding {
    let (noted, last) = try await zone.database.read { db in
      var noted = try db.row("SELECT hash FROM journal_head")?.columns
      return (try noted?.text(), try BackupTable.head(in: db))
    }
    guard (noted ?? JournalHead.start.hash) == last else {
      return .failed(
        "journal",
        Phrase(zh: "链首与末条不符；请运行 ipzone verify journal", en: "the head is not the last entry; run ipzone verify journal")
      )
    }
    return .ok("journal", Phrase(zh: "链首 \(last)", en: "head \(last)"))
  }

  /// Every file against its SHA-256.
  private func evidence() async throws -> DoctorFinding {
    let verdict = try await zone.evidence.verify(by: zone.console)
    let size = ByteCount(verdict.bytes).description
    guard let first = (verdict.missing + verdict.altered).first else {
      return .ok(
        "evidence",
        Phrase(
          zh: "佐证文件 \(verdict.files) 个（\(size)）与登记相符",
          en: "\(verdict.files) files of evidence (\(size)) are what was registered"))
    }
    return .failed(
      "evidence",
      Phrase(
        zh: "佐证文件缺 \(verdict.missing.count) 个、被改动 \(verdict.altered.count) 个，如 \(first.sha256)；请从备份恢复",
        en:
          "\(verdict.missing.count) files of evidence are missing and \(verdict.altered.count) altered, such as \(first.sha256); restore them from a backup"
      ))
  }

  private func calendar() async throws -> DoctorFinding {
    let shipped = try HolidayLibrary.shipped()
    let year = zone.world.today().year
    let missing = [year, year + 1].filter { year in
      Day(year: year, month: 7, day: 1).map { !shipped.isAnnounced($0) } ?? true
    }
    return missing.isEmpty
      ? .ok("calendar", Phrase(zh: "放假安排齐全至 \(year + 1) 年", en: "holiday notices up to \(year + 1)"))
      : .warning(
        "calendar",
        Phrase(
          zh: "缺 \(missing.map { "\($0)" }.joined(separator: "、")) 年放假安排；公布后请升级程序",
          en: "no holiday notice for \(missing.map { "\($0)" }.joined(separator: ", ")); upgrade once it is published"))
  }

  private func rules() async throws -> DoctorFinding {
    let lines = try await zone.rules.list(on: zone.world.today(), by: zone.console)
    let unknown = lines.filter { $0.finding == .unknown }.count
    return unknown == 0
      ? .ok("rules", Phrase(zh: "规则均有取值", en: "every rule has a value"))
      : .warning(
        "rules",
        Phrase(
          zh: "\(unknown) 条规则尚无取值；请在“查规则”中补录", en: "\(unknown) rules have no value; supply them on the rules pages"))
  }

  /// A year before the zone was made, or far ahead, is a wrong clock.
  private func clock() -> DoctorFinding {
    let now = zone.world.now()
    return now < zone.record.createdAt
      ? .failed("clock", Phrase(zh: "系统时间早于建库时间；请校时", en: "the clock is before the zone's creation; set it"))
      : .ok("clock", Phrase(zh: "系统时间 \(zone.world.today())", en: "the clock says \(zone.world.today())"))
  }

  private func programs() -> DoctorFinding {
    guard zone.database.dialect == .postgres else {
      return .ok("programs", Phrase(zh: "不需要其他程序", en: "no other program is needed"))
    }
    let found = ["/usr/bin/pg_dump", "/usr/lib/postgresql/15/bin/pg_dump"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found
      ? .ok("programs", Phrase(zh: "PostgreSQL 客户端工具已安装", en: "PostgreSQL's client tools are installed"))
      : .warning(
        "programs",
        Phrase(
          zh: "未装 PostgreSQL 客户端工具；备份可用 ipzone backup",
          en: "PostgreSQL's client tools are missing; ipzone backup does without"))
  }

  private static func mode(of path: String) -> Int? {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? NSNumber)?.intValue
  }
}
