import HTTPTypes
import Kernel
import Markup

/// What a person sees who submits one form twice: nothing was done again, and where to look.
///
/// - Parameters:
///   - outcome: the page to which the first submission led.
///   - form: where an empty form is to be had.
func alreadySubmittedPage(outcome: Link?, form: Link?) -> Page {
  let again = form.map { linkButton(Phrase(zh: "打开一份新表单", en: "Open a new form"), to: $0) }
  let result = outcome.map { linkButton(Phrase(zh: "查看结果", en: "See the result"), to: $0, .main) }
  return Page(
    Phrase(zh: "已经提交过了", en: "This was already submitted"), status: .conflict,
    """
    <p class="lead">\(Phrase(
      zh: "这份表单已经提交过一次，没有重复办理。后退、刷新页面或连续点击都不会办两次。",
      en: "This form was submitted once, and nothing was done a second time. Going back, reloading or clicking twice never does a thing twice."))</p>
    <ul class="prose">
    <li>\(Phrase(
      zh: "如第一次提交仍在处理，请稍候再查看结果。",
      en: "If the first submission is still being handled, wait a moment and then look at the result."))</li>
    <li>\(Phrase(
      zh: "如页面上曾显示令牌、邀请码或重置代码，它只显示那一次；没有记下的，请作废后重新办理。",
      en: "If a token, an invitation or a reset code was shown, it was shown that once; if you did not keep it, revoke it and make another."))</li>
    <li>\(Phrase(zh: "如确需再办一件，请打开一份新表单。", en: "If you do want a second one, open a new form."))</li>
    </ul>
    <p class="actions">\(result)\(again)\(linkButton(Phrase(zh: "返回首页", en: "Home page"), to: Link("/")))</p>
    <p class="fine-print">\(Phrase(zh: "代码", en: "Code")) <code>409 web.already-submitted</code></p>
    """)
}
