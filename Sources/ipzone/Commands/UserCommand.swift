import Access
import AccessStore
import ArgumentParser
import Assembly
import Kernel

/// `ipzone user …`.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "user", zh: "账号", en: "Accounts",
    subcommands: [
      CreateAdministratorCommand.self, DemoLoginsCommand.self, ResetPasswordCommand.self, ResetSecondFactorCommand.self,
      ListUsersCommand.self, DeactivateUserCommand.self,
    ])
}

/// `ipzone user create-administrator`.
struct CreateAdministratorCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "create-administrator", zh: "新建管理员，一次性密码只显示这一次", en: "Create an administrator; the one-time password is shown once")

  @OptionGroup var options: GlobalOptions

  @Option(help: .both(zh: "用户名", en: "Sign-in name", value: "NAME"))
  var name = "admin"

  @Option(
    help: .both(
      zh: "职责：system 系统、security 安全、audit 审计（默认 system）", en: "Duty: system, security or audit (default system)",
      value: "DUTY"))
  var duty = Duty.system

  /// The three administrators, of whom none can do another's work.
  enum Duty: String, ExpressibleByArgument {
    case system, security, audit

    fileprivate var role: Role {
      switch self {
      case .system: .administrator
      case .security: .securityAdministrator
      case .audit: .auditor
      }
    }
  }

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      LoginSheet([try await zone.access.createAdministrator(name: name, role: duty.role, by: zone.console)])
        .outcome(on: surroundings.console)
    }
  }
}

/// `ipzone user demo-logins`.
struct DemoLoginsCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "demo-logins", zh: "显示示例环境的登录", en: "Show the logins of a demonstration zone")

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      LoginSheet(try await zone.access.createDemonstrationLogins(by: zone.console)).outcome(on: surroundings.console)
    }
  }
}

/// `ipzone user reset-password`.
struct ResetPasswordCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "reset-password", zh: "发放一次性密码，原有会话随即结束", en: "Give a one-time password; the account's sessions end")

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "用户名", en: "Sign-in name", value: "NAME"))
  var name: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      LoginSheet([try await zone.access.resetPassword(name: name, by: zone.console)])
        .outcome(on: surroundings.console)
    }
  }
}

/// `ipzone user reset-second-factor`.
struct ResetSecondFactorCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "reset-second-factor", zh: "解除动态验证码，原有会话随即结束", en: "Remove the second factor; the account's sessions end")

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "用户名", en: "Sign-in name", value: "NAME"))
  var name: String

  @Option(help: .both(zh: "理由，记入留痕", en: "The reason, for the journal", value: "TEXT"))
  var because = "lost"

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let line = try await zone.access.find(named: name, by: zone.console)
      try await zone.access.removeSecondFactor(of: line.id, because: because, by: zone.console)
      return Outcome(
        ["withoutSecondFactor": JSONLine(line.name)],
        Phrase(
          zh: "已解除 \(line.name) 的动态验证码；工作人员下次登录后须重新启用",
          en: "\(line.name) has no second factor any more; staff must turn it on again after signing in"))
    }
  }
}

/// `ipzone user list`.
struct ListUsersCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "list", zh: "列出账号（个人信息已遮蔽）", en: "List the accounts, personal data masked")

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let console = surroundings.console
      var (last, count): (ID<Account>?, Int) = (nil, 0)
      while true {
        let lines = try await zone.access.accounts(after: last, limit: 200, by: zone.console)
        for line in lines { tell(line, on: console) }
        count += lines.count
        guard let end = lines.last?.id, lines.count == 200 else { break }
        last = end
      }
      return Outcome(["accounts": JSONLine(count)], Phrase(zh: "共 \(count) 个账号", en: "\(count) accounts"))
    }
  }

  private func tell(_ line: AccountLine, on console: Console) {
    let roles = line.roles.map(\.rawValue).sorted()
    if console.isJSON {
      console.json([
        "id": JSONLine(line.id.description), "name": JSONLine(line.name), "stage": JSONLine(line.stage.rawValue),
        "roles": .array(roles.map { .string($0) }),
      ])
    } else {
      console.line([line.name, line.stage.rawValue, roles.joined(separator: ",")].joined(separator: "\t"))
    }
  }
}

/// `ipzone user deactivate`.
struct DeactivateUserCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "deactivate", zh: "停用账号", en: "Keep an account from signing in")

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "用户名", en: "Sign-in name", value: "NAME"))
  var name: String

  @Option(help: .both(zh: "理由，记入留痕", en: "The reason, for the journal", value: "TEXT"))
  var because: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.existing) { zone in
      let line = try await zone.access.find(named: name, by: zone.console)
      try await zone.access.deactivate(line.id, because: because, by: zone.console)
      return Outcome(
        ["deactivated": JSONLine(line.name)],
        Phrase(zh: "已停用 \(line.name)", en: "Deactivated \(line.name)"))
    }
  }
}
