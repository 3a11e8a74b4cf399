import ArgumentParser
import Assembly
import JobsStore
import Kernel
import Patents
import PatentsStore

/// `ipzone reorder`.
struct ReorderCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "reorder", zh: "按来源位次重算登记库", en: "Compute the register by the order of sources",
    more: Phrase(
      zh: "位次见规则库 register.rank.*，改值后运行本命令生效；Ctrl-C 在当前一批后停止，再次运行从头核对。",
      en: """
        The ranks are the rules register.rank.*; a new value takes effect by this command. Ctrl-C stops after the batch in
        hand; the next run begins anew and changes what is left.
        """))

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    StopSignal.listen()
    return try await surroundings.withZone(.existing) { zone in
      let order = try await zone.patents.reorder(by: zone.console) { _ in StopSignal.isRaised ? .stop : .goOn }
      let isDone = order.endedAt != nil
      return Outcome(
        [
          "order": JSONLine(order.id.description), "day": JSONLine(order.day.description),
          "looked": JSONLine(order.looked),
          "changed": JSONLine(order.changed), "kept": JSONLine(order.kept), "marks": JSONLine(order.marks),
          "stopped": .bool(!isDone),
        ],
        Phrase(
          zh: "\(isDone ? "已重算" : "已停止：")专利 \(order.looked) 件，改变取值 \(order.changed) 件，保持原样 \(order.kept) 件",
          en:
            "\(isDone ? "Computed" : "Stopped after") \(order.looked) patents: \(order.changed) changed, \(order.kept) left as they are"
        ), status: isDone ? .done : .refused)
    }
  }
}
