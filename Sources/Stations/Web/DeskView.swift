import Kernel
import LedgersWeb
import Markup
import Matters
import MattersStore
import Stations
import StationsStore
import Web

/// Where the staff of a station write visits down, with a link or without.
///
/// Without an opening it holds nothing of anybody: that is what a browser keeps for when the link drops. The script
/// `station.js` keeps what is written down, and hands it in.
///
/// - Parameter opening: of who is signed in.
func deskPage(_ station: Station, _ opening: StationOpening?, _ procedure: Procedure, _ state: FormState) -> Page {
  var page = Page(
    Phrase(zh: "登记来访", en: "Take visits in"), trail: trail(station),
    """
    \(notice(.information, Phrase(zh: "断网时可继续登记", en: "Goes on without a link"), keeping(station, opening != nil)))
    <div class="station" data-station="\(station.id)"\(credentials(opening)) data-shell="\(StationPath.offline(station.id))">
    <div class="station-state" role="status" aria-live="polite" hidden></div>
    \(form(station, procedure, state))
    <div class="station-lists"><section class="station-kept" hidden><h2>\(Phrase(zh: "本机待上传", en: "Waiting in this browser"))</h2>
    <p class="actions"><button type="button" class="button plain-button station-send">\
    \(Phrase(zh: "立即上传", en: "Hand in now"))</button></p><ol class="station-entries"></ol></section>
    <section class="station-done" hidden><h2>\(Phrase(zh: "本次已受理", en: "Taken in just now"))</h2>
    <p>\(Phrase(
      zh: "请把查询码交给来访人；离开本页后不再显示。", en: "Please give each visitor the code; it is not shown again after this page."))</p>
    <ol class="station-receipts"></ol></section></div>
    </div>
    <p class="actions">\(if: opening != nil, "\(linkButton(Phrase(zh: "本站队列", en: "The station's queue"), to: StationPath.queue(station.id))) \(linkButton(Phrase(zh: "断网时的页面", en: "The page without a link"), to: StationPath.offline(station.id)))")\
    \(if: opening == nil, linkButton(Phrase(zh: "站点网络", en: "Network of stations"), to: StationPath.network))</p>
    """)
  page.scripts = ["station.js"]
  return page
}

/// What the page says of what it keeps.
private func keeping(_ station: Station, _ isSignedIn: Bool) -> HTML {
  """
  <ul>
  <li>\(Phrase(
    zh: "先登录并打开本页一次；此后断网也能打开、登记。断网期间请勿关闭本标签页。",
    en: "Sign in and open the page once; from then on it opens and takes entries without a link. Keep this tab open while the link is down."))</li>
  <li>\(Phrase(
    zh: "登记内容加密保存在本机浏览器中，只有您本人登录后可读；联网后按登记顺序各上传一次，受理成功即从本机删除。",
    en: "Entries are kept in this browser encrypted, and only your own login reads them; with a link they are handed in once each, in their order, and erased here as soon as they are taken in."))</li>
  <li>\(Phrase(
    zh: "超过 72 小时未能上传的内容自动删除；请在此之前联网。",
    en: "What could not be handed in within 72 hours is erased: connect before that."))</li>
  <li>\(Phrase(
    zh: "须以 HTTPS 打开；否则浏览器不提供加密，只能在联网时登记。",
    en: "HTTPS is needed: without it browsers do not encrypt, and visits can be entered with a link only."))</li>
  </ul>
  """
}

private func credentials(_ opening: StationOpening?) -> HTML {
  guard let opening else { return "" }
  return " data-login=\"\(opening.login)\" data-key=\"\(opening.key)\""
}

private func form(_ station: Station, _ procedure: Procedure, _ state: FormState) -> HTML {
  let parts = procedure.form.filter(\.isAsked).map { part -> HTML in
    let inputs = part.fields.map { $0.input(state, isAsked: part.condition == nil) }
    return "<fieldset class=\"part\"><legend>\(part.title)</legend>\(inputs)</fieldset>"
  }
  return state.form(
    to: StationPath.desk(station.id), submit: Phrase(zh: "登记", en: "Enter the visit"),
    """
    <fieldset class="part"><legend>\(Phrase(zh: "来访人", en: "Visitor"))</legend>\
    \(state.field(
      "applicant", Phrase(zh: "姓名或单位名称", en: "Name of the person or organisation"), need: .required))\
    \(state.field(
      "applicant-code", Phrase(zh: "单位统一社会信用代码", en: "Unified social credit code"),
      help: Phrase(zh: "代表单位来访时填写，见营业执照", en: "For an organisation, from its business licence")))</fieldset>\
    \(parts)
    """)
}

/// What is shown once where a visit was taken in by the form alone.
func takenPage(_ taken: TakenVisit, _ station: Station) -> Page {
  let number = taken.matter.number
  return Page(
    Phrase(zh: "已受理", en: "Taken in"), trail: trail(station),
    """
    \(notice(
      .success, Phrase(zh: "已受理，编号 \(number)", en: "Taken in under the number \(number)"),
      "<p>\(Phrase(zh: "请把查询码交给来访人；它只显示这一次。", en: "Please give the visitor the code; it is shown this once."))</p>"))
    \(definitions([
      (Phrase(zh: "办件编号", en: "Number"), copyable(number.description)),
      (Phrase(zh: "查询码", en: "Code"), copyable(taken.matter.code.grouped)),
    ]))
    <p class="actions">\(linkButton(Phrase(zh: "登记下一位", en: "The next visit"), to: StationPath.desk(station.id), .main))
    \(linkButton(Phrase(zh: "本站队列", en: "The station's queue"), to: StationPath.queue(station.id)))</p>
    """)
}
