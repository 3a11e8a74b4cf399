// The words of the page of a station's staff, in the page's language.

const isEnglish = document.documentElement.lang.startsWith('en');
const say = (zh, en) => (isEnglish ? en : zh);
const unstored = say(
  '本机无法保存：请把内容抄下，或关闭隐私模式、清理空间后重试；联网时可刷新本页直接提交',
  'This browser cannot keep it: write it down, or leave private mode or free some space and try again; with a link, '
    + 'reload the page and submit it at once');

export const words = {
  link: {
    unknown: say('正在检查连接……', 'Looking for the link…'),
    online: say('已联网', 'There is a link'),
    offline: say(
      '未联网：登记内容保存在本机，联网后自动上传', 'No link: entries are kept here and handed in when it is back'),
    expired: say(
      '登录已过期：登记内容仍保存在本机，请重新登录后上传',
      'Your session has ended: the entries are still here; sign in again to hand them in'),
    forbidden: say(
      '您的账号现在不能在本站受理：登记内容仍保存在本机，请联系运营中心',
      'Your account may not work at this station now: the entries are still here; please ask the operation centre'),
    broken: unstored,
    closed: say(
      '本站点今天不受理（尚未启用或已停用）：登记内容仍保存在本机，请由运营中心核对启用日期',
      'The station takes nothing in today: the entries are still here; ask the operation centre to check its dates'),
    trouble: say(
      '平台暂时不能受理：登记内容仍保存在本机，稍后自动重试',
      'The platform cannot take them now: the entries are still here and are tried again shortly'),
    unsafe: say(
      '本页不是以 HTTPS 打开的（或浏览器过旧），不能在断网时登记：请改用 https:// 地址。现在提交的内容立即上传，不在本机保存',
      'This page was not opened by HTTPS, or the browser is too old: nothing can be kept without a link. '
        + 'Use the https:// address; what you submit now is handed in at once'),
  },
  over: say('登录已过期，请重新登录', 'Your session has ended; please sign in again'),
  nobody: say(
    '此标签页尚未登录，不能登记：请联网后登录并打开本页',
    'Nobody has signed in in this tab, so nothing can be entered: sign in when there is a link'),
  opens: say('断网后本页仍可打开', 'The page opens without a link'),
  waiting: (count) => say(`待上传 ${count} 条`, `Waiting to be handed in: ${count}`),
  foreign: (count) => say(
    `本机另有 ${count} 条不属于您或本站的登记，您无法查看；请登记人登录后上传，超过 72 小时将删除`,
    `Entries here of another login or another station: ${count}. You cannot read them; whoever wrote them has to `
      + 'sign in, and after 72 hours they are erased'),
  erased: (count) => say(
    `有 ${count} 条登记超过 72 小时未能上传，已从本机删除；请联系来访人重新登记`,
    `Erased after 72 hours without being handed in: ${count}. Please ask those visitors again`),
  aging: (count) => say(
    `有 ${count} 条登记已满 48 小时，请尽快联网上传；满 72 小时将删除`,
    `Kept for 48 hours already: ${count}. Find a link soon; after 72 hours they are erased`),
  unstored,
  lost: say(
    '这一条已上传，更正没有保存：请在该服务单中补充',
    'This entry was handed in, so the correction was not kept: please add it to that ticket'),
  unreadable: (time) => say(
    `${time} 的一条登记无法解密（平台密钥已更换），请重新登记后删除`,
    `An entry of ${time} cannot be decrypted: the platform’s key was replaced. Enter the visit anew and delete it`),
  written: (time, end) => say(
    `登记于 ${time}，${end} 前未上传则删除`, `Written down ${time}; erased ${end} if not handed in`),
  kept: say('待上传', 'Waiting'),
  sent: say(
    '已发出，等待平台答复；联网后自动核对，不会重复受理',
    'Sent, no answer yet; it is checked when the link is back and never taken in twice'),
  stuck: say(
    '多次发出，平台都未能答复，后面的各条都在等待。平台可能已受理：请先在本站队列中核对，再决定是否删除',
    'Sent several times without an answer, and those behind it wait. It may have been taken in: look in the station’s '
      + 'queue first, and delete it here then'),
  editing: say('正在修改；保存或取消后上传', 'Being changed; handed in when that is saved or left'),
  behind: say('等待前面一条更正或删除后依次上传', 'Follows when the entry before it is corrected or deleted'),
  refused: say('未被受理，请按下列说明更正：', 'Not taken in; please correct it as follows:'),
  toCorrect: say('有一条未被受理，请更正', 'One was not taken in; please correct it'),
  colon: say('：', ': '),
  enter: say('登记', 'Enter the visit'),
  saveCorrection: say('保存更正', 'Save the correction'),
  correct: say('更正', 'Correct'),
  change: say('修改', 'Change'),
  leave: say('取消修改', 'Leave it as it was'),
  remove: say('删除', 'Delete'),
  sure: say('删除后无法恢复，确定删除这一条？', 'This cannot be undone. Delete the entry?'),
  sureSent: say(
    '平台可能已受理这一条。已在本站队列核对，确定从本机删除？',
    'It may have been taken in. Have you looked in the station’s queue, and delete it here?'),
  signIn: say('重新登录', 'Sign in again'),
  number: say('编号', 'Number'),
  code: say('查询码', 'Code'),
};
