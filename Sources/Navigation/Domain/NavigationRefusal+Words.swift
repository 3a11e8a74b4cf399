import Corpus
public import Kernel

extension NavigationRefusal {
  public var phrase: Phrase {
    switch self {
    case .unknown(let thing): thing.missing
    case .notNow(let step, let stage):
      Phrase(
        zh: "项目现为“\(stage.phrase.zh)”，不能“\(step.phrase.zh)”",
        en: "The project is at “\(stage.phrase.en)”, where “\(step.phrase.en)” is not possible")
    case .closed(let stage):
      Phrase(
        zh: "项目现为“\(stage.phrase.zh)”，内容不能改动；评审通过后可先“重新修改”",
        en: "The project is at “\(stage.phrase.en)” and is not changed now; once accepted it can be opened again")
    case .notMaker: Phrase(zh: "只有承办方可以改动这个项目", en: "Only those who make the project can change it")
    case .noMandate:
      Phrase(
        zh: "承办专利导航须代表一家服务机构；请先在“代表单位办事”中提交授权",
        en: "Act for an agency to make navigation projects; file a mandate under “Acting for an organisation” first")
    case .missing: Phrase(zh: "此项必填", en: "Please fill this in")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters, please")
    case .cutoffAhead: Phrase(zh: "检索截止日不能在今天之后", en: "The cut-off date cannot lie ahead")
    case .useOutsideTime(let from, let to):
      Phrase(
        zh: "运用日期应在发布日（\(from)）与今天（\(to)）之间", en: "The day must lie between the release (\(from)) and today (\(to))")
    case .badBranch(let line):
      Phrase(
        zh: "第 \(line) 行应为“分支名称 | 检索式”", en: "Line \(line) should be the name of a branch, “|”, and its search")
    case .branchTwice(let name): Phrase(zh: "分支“\(name)”出现了两次", en: "The branch “\(name)” stands there twice")
    case .tooManyBranches(let limit): Phrase(zh: "最多 \(limit) 个分支", en: "At most \(limit) branches")
    case .badQuery(let line, let fault):
      Phrase(
        zh: line == 0 ? fault.phrase.zh : "第 \(line) 行：\(fault.phrase.zh)",
        en: line == 0 ? fault.phrase.en : "Line \(line): \(fault.phrase.en)")
    case .noBranches: Phrase(zh: "技术分解表是空的，请先填写", en: "The technology table is empty; please fill it in first")
    case .nothingFound:
      Phrase(
        zh: "检索式在截止日以前没有找到文献，请放宽检索式或核对截止日",
        en: "The searches find no document up to the cut-off date; please widen them or check the date")
    case .tooManyFound(let found, let limit):
      Phrase(
        zh: "找到 \(found) 件，超过一个数据集的上限 \(limit) 件，请收窄检索式",
        en: "\(found) documents are more than the \(limit) of a dataset; please narrow the searches")
    case .nothingChosen: Phrase(zh: "请填写公开号或检索式", en: "Please give publication numbers or a search")
    case .notInDataset(let count):
      Phrase(zh: "其中 \(count) 个号码不在数据集中，请核对", en: "\(count) of these numbers are not in the dataset; please check")
    case .noMergeTarget:
      Phrase(zh: "合并须写明合并到数据集中仍保留的哪一件", en: "A merge names a document of the dataset that stays")
    case .removedAlready(let count): Phrase(zh: "其中 \(count) 件已经移出", en: "\(count) of these are removed already")
    case .bearsOthers(let count):
      Phrase(zh: "已有 \(count) 件合并到其中，请先放回那些文献", en: "\(count) documents were merged into these; take those back first")
    case .nothingToMerge: Phrase(zh: "没有同一申请的多件公开文献", en: "No application has several publications")
    case .nothingWritten: Phrase(zh: "报告还没有文字，写好章节后再送审", en: "Nothing is written yet; write the sections first")
    case .ownWork: Phrase(zh: "不能评审自己承办或撰写的报告", en: "Nobody reviews a report that he made or wrote himself")
    case .notReady(let gaps):
      Phrase(
        zh: "还不能发布：\(gaps.map(\.phrase.zh).joined(separator: "；"))",
        en: "It cannot be released yet: \(gaps.map(\.phrase.en).joined(separator: "; "))")
    }
  }
}

extension NavigationRefusal.Thing {
  fileprivate var missing: Phrase {
    switch self {
    case .project: Phrase(zh: "没有您可以查看的这个专利导航项目", en: "There is no such navigation project that you may see")
    case .section: Phrase(zh: "报告没有这一章", en: "The report has no such chapter")
    case .analysis: Phrase(zh: "没有这项分析", en: "There is no such analysis")
    case .document: Phrase(zh: "数据集中没有这件文献", en: "The dataset has no such document")
    }
  }
}
