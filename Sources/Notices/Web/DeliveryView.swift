import Kernel
import Markup
import Notices
import NoticesStore
import Web

func deliveriesPage(
  _ lines: [DeliveryLine], _ filter: DeliveryFilter, _ book: NoticeBook, mail: MailRoute?, older: Link?, newest: Link?
) -> Page {
  Page(
    NoticeTrail.deliveries,
    """
    <p class="lead">\(Phrase(
      zh: "离开平台的每条通知：经哪种渠道、试了几次、对方怎样答复。内容不在此显示，地址已隐去。",
      en: "Every notice that leaves the portal: by which channel, how often tried, what the other side answered. Its words are not shown here, and addresses are masked."))</p>
    \(mailNotice(mail))
    \(filters(filter))
    \(lines.isEmpty ? nothing : deliveryTable(lines, book))
    \(newest.map { "<p><a href=\"\($0)\">\(Phrase(zh: "回到第一页", en: "Back to the first page"))</a></p>" as HTML })
    \(pager(newer: nil, older: older))
    """)
}

private func mailNotice(_ mail: MailRoute?) -> HTML {
  guard let mail else {
    return notice(
      .warning, Phrase(zh: "邮件发送未配置", en: "E-mail is not set up"),
      """
      <p>\(Phrase(
        zh: "通知只在平台内显示。在配置文件中填写 smtp-host 和 smtp-from 后重新启动即可发送。",
        en: "Notices stay in the portal. Set smtp-host and smtp-from in the configuration and start again to send them."))</p>
      """)
  }
  return definitions([
    (Phrase(zh: "邮件服务器", en: "Mail server"), "\(mail.server)"),
    (Phrase(zh: "发件地址", en: "Sender"), "\(mail.from)"),
  ])
}

private func filters(_ filter: DeliveryFilter) -> HTML {
  filterBar(
    to: NoticePath.deliveries, clear: filter == DeliveryFilter() ? nil : NoticePath.deliveries,
    """
    \(field(
      "stage", Phrase(zh: "状态", en: "Stage"),
      .list(DeliveryStage.allCases.map { Choice($0.rawValue, $0.phrase) }),
      values: [filter.stage?.rawValue].compactMap(\.self)))\
    \(field(
      "channel", Phrase(zh: "渠道", en: "Channel"),
      .list(NoticeChannel.allCases.map { Choice($0.rawValue, $0.phrase) }),
      values: [filter.channel?.rawValue].compactMap(\.self)))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "没有发送记录", en: "No deliveries"),
  Phrase(zh: "有通知经邮件或推送发出后，会显示在这里", en: "Once a notice goes out by e-mail or webhook it is shown here"))

private func deliveryTable(_ lines: [DeliveryLine], _ book: NoticeBook) -> HTML {
  table(
    NoticeTrail.deliveries,
    columns: [
      Column(Phrase(zh: "时间", en: "Posted"), .name), Column(Phrase(zh: "种类", en: "Kind")),
      Column(Phrase(zh: "渠道", en: "Channel")), Column(Phrase(zh: "接收方", en: "Recipient")),
      Column(Phrase(zh: "状态", en: "Stage")), Column(Phrase(zh: "次数", en: "Attempts"), .number),
      Column(Phrase(zh: "答复", en: "Answer"), .code),
    ],
    rows: lines.map { line in
      let delivery = line.delivery
      return [
        "<a href=\"\(NoticePath.delivery(delivery.id))\">\(Instant(delivery.postedAt))</a>", kind(line, book),
        "\(delivery.channel.phrase)", marked(line.recipient), badge(delivery.stage.phrase, delivery.stage.tone),
        "\(delivery.attempts)", outcome(delivery.outcome),
      ]
    })
}

private func kind(_ line: DeliveryLine, _ book: NoticeBook) -> HTML {
  book[line.kind].map { "\($0.phrase)" } ?? "\(line.kind)"
}

private func outcome(_ outcome: String?) -> HTML { outcome.map { "\($0)" } ?? .notKnown }

func deliveryPage(_ file: DeliveryFile, _ book: NoticeBook, mayReplay: Bool) -> Page {
  let delivery = file.line.delivery
  let isOver = delivery.stage.after(.replay) != nil
  return Page(
    Phrase(zh: "发送记录", en: "A delivery"), trail: [Crumb(NoticeTrail.deliveries, NoticePath.deliveries)],
    """
    \(definitions([
      (Phrase(zh: "种类", en: "Kind"), kind(file.line, book)),
      (Phrase(zh: "渠道", en: "Channel"), "\(delivery.channel.phrase)"),
      (Phrase(zh: "接收方", en: "Recipient"), marked(file.line.recipient)),
      (Phrase(zh: "状态", en: "Stage"), badge(delivery.stage.phrase, delivery.stage.tone)),
      (Phrase(zh: "通知时间", en: "Posted"), "\(Instant(delivery.postedAt))"),
      (Phrase(zh: "不早于", en: "Not before"), "\(Instant(delivery.dueAt))"),
      (Phrase(zh: "最后答复", en: "Last answer"), outcome(delivery.outcome)),
    ]))
    \(if: mayReplay && isOver, "<p class=\"actions\">\(linkButton(Phrase(zh: "重新发送", en: "Send again"), to: NoticePath.replay(delivery.id)))</p>")
    \(file.attempts.isEmpty ? "<p>\(Phrase(zh: "还没有试过", en: "Not tried yet"))</p>" : attemptTable(file.attempts))
    """)
}

private func attemptTable(_ attempts: [DeliveryAttempt]) -> HTML {
  table(
    Phrase(zh: "各次发送", en: "Attempts"),
    columns: [
      Column(Phrase(zh: "次", en: "Number"), .name), Column(Phrase(zh: "开始", en: "Begun"), .code),
      Column(Phrase(zh: "结束", en: "Ended"), .code), Column(Phrase(zh: "答复", en: "Answer"), .code),
      Column(Phrase(zh: "重发标记", en: "Marked as repeated")),
    ],
    rows: attempts.map { attempt in
      [
        "\(attempt.number)", "\(Instant(attempt.begunAt))", attempt.endedAt.map { "\(Instant($0))" } ?? .notKnown,
        outcome(attempt.outcome),
        "\(attempt.mayBeRepeated ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No"))",
      ]
    })
}

func replayPage(_ file: DeliveryFile, _ state: FormState) -> Page {
  let id = file.line.delivery.id
  let title = Phrase(zh: "重新发送", en: "Send again")
  return Page(
    title,
    trail: [
      Crumb(NoticeTrail.deliveries, NoticePath.deliveries),
      Crumb(Phrase(zh: "发送记录", en: "A delivery"), NoticePath.delivery(id)),
    ],
    """
    <p>\(Phrase(
      zh: "同一条通知会再发一次，并标明是重发；一次性代码不会再发。",
      en: "The same notice goes out once more, marked as repeated; a one-time code does not."))</p>
    \(state.form(
      to: NoticePath.replay(id), submit: title,
      state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(), need: .required)))
    """)
}

extension DeliveryStage {
  var tone: Tone {
    switch self {
    case .waiting, .sending: .information
    case .sent: .success
    case .failed: .error
    case .dropped: .neutral
    }
  }
}
