#!/usr/bin/env python3
"""A seeded corpus of Chinese patents that never were, with near-duplicates among them.

    documents.py COUNT OUT.jsonl [--dictionary FILE] [--seed 7] [--jobs 2]

One patent a line: id, pub, title, abstract, claims, ipc, applicant, region, year; kind, rate and base say of a
near-duplicate what was done to which. FILE lists words as `word frequency tag`, such as the dictionary of Debian's
python3-jieba. The same arguments give the same bytes; made in chunks of ten thousand, so that a smaller corpus is the
beginning of a larger one.
"""

import argparse
import json
import random
from bisect import bisect
from itertools import accumulate
from multiprocessing import Pool

CHUNK = 10_000
DICTIONARY = "/usr/lib/python3/dist-packages/jieba/dict.txt"
TOPICS, APPLICANTS = 640, 20_000
HEADS = ("装置 组件 机构 单元 模块 系统 电路 支架 壳体 底座 连接件 固定件 安装座 传感器 控制器 处理器 电机 气缸 油缸 泵体 阀体 "
         "轴承 转轴 齿轮 丝杆 滑块 滑轨 导轨 弹簧 卡扣 螺栓 法兰 管道 进液管 出液管 进气口 出气口 水箱 储料仓 料斗 搅拌轴 叶片 "
         "电池 电极 隔膜 芯片 基板 线圈 磁芯 天线 滤波器 放大器 显示屏 摄像头 镜头 光源 透镜 反射镜 光纤 激光器 加热管 散热片 "
         "冷凝器 压缩机 换热器 过滤网 滤芯 活性炭层 反应釜 催化剂 树脂 涂层 薄膜 纤维 复合材料 水泥 骨料 添加剂 乳液 溶液 "
         "模型 算法 特征向量 数据集 服务器 终端 接口 数据库 索引 网关 节点 训练样本 损失函数 神经网络 编码器 解码器 注意力层 "
         "机械臂 夹爪 输送带 托盘 货架 车体 底盘 轮组 车架 机翼 支撑杆 立柱 横梁 钢筋 模板 挡板 隔板 盖板 密封圈 垫片 "
         "种植箱 育苗盘 灌溉管 喷头 刀片 刀架 磨盘 筛网 烘干箱 培养基 提取物 缓冲液 试剂盒 抗体 引物 载体 菌株 膏体 胶囊").split()
MODIFIERS = ("旋转 升降 移动 固定 可调 柔性 刚性 双向 多级 环形 弧形 锥形 锯齿 空心 实心 透明 防水 防尘 防滑 隔音 减震 缓冲 限位 "
        "定位 导向 驱动 传动 支撑 夹紧 锁紧 密封 散热 加热 冷却 过滤 除尘 搅拌 粉碎 筛分 输送 供料 出料 回收 循环 检测 监测 "
        "采集 识别 控制 报警 通信 存储 计算 融合 预测 分类 分割 校准 补偿 调节 反馈 自适应 智能 远程 分布式 嵌入式 无线 低功耗 "
        "高精度 高强度 耐磨 耐腐蚀 耐高温 导电 绝缘 磁性 光敏 压电 电磁 微波 超声 红外 激光 真空 高压 恒温 变频 节能").split()
EFFECTS = ("结构简单 使用方便 提高了工作效率 降低了生产成本 延长了使用寿命 提升了检测精度 减少了人工操作 避免了资源浪费 增强了稳定性 "
           "具有良好的散热效果 便于拆卸和维护 减小了占用空间 提高了安全性 改善了用户体验 保证了产品质量 适合大规模推广应用 "
           "降低了能耗 提升了响应速度 有效防止了二次污染 增强了抗干扰能力").split()
PLACES = "上端 下端 左侧 右侧 顶部 底部 内壁 外壁 一端 另一端 中部 两侧 前端 后端 内侧 外侧 表面 端部 四周 中心处".split()
JOINTS = "固定连接 转动连接 滑动连接 螺纹连接 电性连接 通信连接 焊接 铰接 卡接 套接 活动连接 可拆卸连接 密封连接 一体成型 相互配合".split()
SYNONYMS = [("固定连接", "固接"), ("转动连接", "转动设置"), ("滑动连接", "滑动配合"), ("设置有", "设有"), ("安装有", "装设有"), ("包括", "包含"),
       ("所述", "该"), ("用于", "用以"), ("提高了", "提升了"), ("降低了", "减少了"), ("通过", "借助"), ("并且", "而且"), ("位于", "处于"),
       ("顶部", "上部"), ("底部", "下部"), ("一端", "一侧端部"), ("组件", "部件"), ("装置", "设备"), ("机构", "结构"), ("从而", "进而"),
       ("实现", "达成"), ("根据", "依据"), ("获取", "获得"), ("其特征在于", "其特征是"), ("公开了", "提供了"), ("连接", "相连")]
SENTENCES = [
    lambda dice, it: f"所述{it.part(dice)}的{dice.choice(PLACES)}与{it.part(dice)}{dice.choice(JOINTS)}，",
    lambda dice, it: f"{it.part(dice)}{dice.choice(('设置在', '安装在', '位于', '套设于'))}{it.part(dice)}的{dice.choice(PLACES)}，",
    lambda dice, it: f"所述{it.part(dice)}上设置有{it.part(dice)}和{it.part(dice)}，",
    lambda dice, it: f"通过{it.part(dice)}对{it.term(dice)}进行{dice.choice(MODIFIERS)}，得到{it.term(dice)}，",
    lambda dice, it: f"{it.part(dice)}根据{it.term(dice)}控制{it.part(dice)}的{it.term(dice)}，",
    lambda dice, it: f"获取{it.term(dice)}的{it.term(dice)}，将其输入{it.part(dice)}，输出{it.term(dice)}，",
    lambda dice, it: f"当{it.term(dice)}{dice.choice(('大于', '小于', '达到', '超过'))}{dice.choice(('预设阈值', '设定值', str(dice.randrange(5, 500))))}时，启动{it.part(dice)}，",
    lambda dice, it: f"由以下重量份的原料制成：{it.term(dice)}{dice.randrange(1, 60)}-{dice.randrange(60, 99)}份、{it.term(dice)}{dice.randrange(1, 30)}份、{it.term(dice)}{dice.randrange(1, 20)}份，",
    lambda dice, it: f"所述{it.part(dice)}内部开设有{it.term(dice)}腔，{it.part(dice)}贯穿所述{it.term(dice)}腔并与{it.part(dice)}{dice.choice(JOINTS)}，",
    lambda dice, it: f"{it.part(dice)}的输出轴{dice.choice(JOINTS)}有{it.part(dice)}，所述{it.part(dice)}远离{it.part(dice)}的{dice.choice(PLACES)}装有{it.part(dice)}，",
]


def totals(weights):
    return list(accumulate(weights))


class Words:
    """The nouns and verbs of a dictionary, the most frequent first."""

    def __init__(self, path):
        nouns, verbs = [], []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                word, *facts = line.split()
                if len(facts) != 2 or not 2 <= len(word) <= 5 or int(facts[0]) < 3:
                    continue
                if facts[1] in ("n", "nz", "vn"):
                    nouns.append((int(facts[0]), word))
                elif facts[1] == "v" and len(word) == 2:
                    verbs.append((int(facts[0]), word))
        self.nouns = [word for _, word in sorted(nouns, reverse=True)]
        self.verbs = [word for _, word in sorted(verbs, reverse=True)][:6000]


class Topic:
    """Like a subclass of the IPC: words of its own, a few of them far more frequent than the others."""

    def __init__(self, words, number, seed):
        dice = random.Random(f"topic{seed}-{number}")
        self.ipc = "ABCDEFGH"[number % 8] + f"{dice.randrange(1, 70):02d}" + dice.choice("BCDFGHJKLMN")
        self.nouns, self.verbs = dice.sample(words.nouns, 400), dice.sample(words.verbs, 80)
        self.heads, self.modifiers = dice.sample(HEADS, 40), dice.sample(MODIFIERS, 30)
        self.of_nouns, self.of_verbs = (totals([1 / (rank + 3) for rank in range(count)]) for count in (400, 80))
        self.of_heads, self.of_modifiers = (totals([1 / (rank + 2) for rank in range(count)]) for count in (40, 30))
        self.field = self.nouns[0] + dice.choice(HEADS)

    @staticmethod
    def pick(dice, words, weights):
        return words[bisect(weights, dice.random() * weights[-1])]

    def noun(self, dice):
        return self.pick(dice, self.nouns, self.of_nouns)

    def verb(self, dice):
        return self.pick(dice, self.verbs, self.of_verbs)

    def head(self, dice):
        return self.pick(dice, self.heads, self.of_heads)

    def modifier(self, dice):
        return self.pick(dice, self.modifiers, self.of_modifiers)


class Invention:
    """Parts and terms of its own, used again and again in abstract and claims."""

    def __init__(self, dice, topic, words):
        self.topic = topic
        self.parts = [self.name_of_part(dice) for _ in range(dice.randrange(8, 16))]
        self.terms = [
            topic.noun(dice) if dice.random() < 0.8 else words.nouns[int(len(words.nouns) * dice.random() ** 2)]
            for _ in range(dice.randrange(6, 12))
        ]
        opening = dice.choice(("", "用于" + self.terms[0] + "的", "基于" + self.terms[1] + "的", "一种"))
        forms = ("装置", "系统", "方法", "设备", "及其制备方法", "方法及系统", "机构", "结构", "工艺")
        self.name = opening + topic.noun(dice) + topic.modifier(dice) + dice.choice(forms)

    def name_of_part(self, dice):
        which = dice.choice(("", "第一", "第二", "主", "副", "内", "外")) if dice.random() < 0.35 else ""
        if dice.random() < 0.6:
            kind = self.topic.modifier(dice)
        else:
            kind = self.topic.verb(dice) if dice.random() < 0.6 else self.topic.noun(dice)
        return which + kind + self.topic.head(dice)

    def part(self, dice):
        return dice.choice(self.parts)

    def term(self, dice):
        return dice.choice(self.terms)

    def texts(self, dice):
        """Title, and the clauses of abstract and claims."""
        kind = dice.choice(("本发明", "本实用新型", "本申请"))
        title = self.name if self.name.startswith("一种") else "一种" + self.name
        field = f"涉及{self.topic.field}技术领域，" if dice.random() < 0.7 else "属于" + self.terms[2] + "领域，"
        abstract = [f"{kind}公开了{title}，", field, f"包括{self.parts[0]}、{self.parts[1]}和{self.parts[2]}，"]
        abstract += [dice.choice(SENTENCES)(dice, self) for _ in range(dice.randrange(4, 9))]
        abstract += [f"{kind}" + "，".join(dice.sample(EFFECTS, dice.randrange(2, 4))) + "。"]
        claims = [f"1.{title}，其特征在于，包括{self.parts[0]}，"]
        claims += [f"所述{self.parts[0]}的{dice.choice(PLACES)}设置有{self.parts[1]}，"]
        claims += [dice.choice(SENTENCES)(dice, self) for _ in range(dice.randrange(5, 10))]
        for number in range(2, dice.randrange(4, 7)):
            claims += [f"{number}.根据权利要求{dice.randrange(1, number)}所述的{title}，其特征在于，"]
            claims += [dice.choice(SENTENCES)(dice, self)]
        return title, abstract, claims


def variant(dice, invention, texts, others, kind, rate):
    """A near-duplicate: an edited copy."""
    title, abstract, claims = texts[0], list(texts[1]), list(texts[2])
    if kind == "reorder":
        middle = abstract[3:-1]
        dice.shuffle(middle)
        abstract[3:-1] = middle
        middle = claims[2:]
        dice.shuffle(middle)
        claims[2:] = middle
    if kind == "combine":
        number = int(len(abstract) * rate)
        abstract[3 : 3 + number] = others[1][3 : 3 + number]
        number = int(len(claims) * rate)
        claims[2 : 2 + number] = others[2][2 : 2 + number]
    if kind == "rename":
        for part in dice.sample(invention.parts, max(1, int(len(invention.parts) * rate))):
            other = invention.topic.noun(dice) + invention.topic.head(dice)
            abstract = [clause.replace(part, other) for clause in abstract]
            claims = [clause.replace(part, other) for clause in claims]
    if kind == "insert":
        for _ in range(max(1, int((len(abstract) + len(claims)) * rate))):
            (abstract if dice.random() < 0.5 else claims).insert(2, dice.choice(SENTENCES)(dice, invention))
    written = ["".join(abstract), "".join(claims)]
    if kind == "synonym":
        for word, other in SYNONYMS:
            if dice.random() < rate * 3:
                written = [text.replace(word, other) for text in written]
    if kind == "chars":
        written = [edited(dice, text, invention.topic, rate) for text in written]
    return title, *written


def edited(dice, text, topic, rate):
    """With so many of its characters replaced, left out or followed by another."""
    text = list(text)
    for _ in range(int(len(text) * rate)):
        place, choice = dice.randrange(len(text)), dice.random()
        if choice < 0.6:
            text[place] = dice.choice(topic.nouns[dice.randrange(400)])
        elif choice < 0.8:
            text[place] = ""
        else:
            text[place] += dice.choice("的之其该并且与及")
    return "".join(text)


KINDS = [
    ("exact", 0), ("chars", 0.01), ("chars", 0.03), ("chars", 0.06), ("chars", 0.10), ("synonym", 0.1),
    ("synonym", 0.25), ("reorder", 0), ("rename", 0.1), ("rename", 0.3), ("insert", 0.1), ("insert", 0.25),
    ("combine", 0.3), ("combine", 0.5),
]  # fmt: skip
REGIONS = "江苏 广东 浙江 北京 上海 山东 安徽 湖北 四川 陕西 福建 河南 湖南 天津 重庆 辽宁".split()
SYLLABLES = "华瑞科信达宏远博创新源智联恒泰金鼎天成安康"
FORMS = ("科技有限公司", "智能装备有限公司", "大学", "研究院", "新材料股份有限公司", "生物医药有限公司")
words = topics = applicants = None


def set_up(dictionary, seed):
    global words, topics, applicants
    words = Words(dictionary)
    topics = [Topic(words, number, seed) for number in range(TOPICS)]
    dice = random.Random(f"app{seed}")
    applicants = [
        dice.choice(REGIONS) + "".join(dice.sample(SYLLABLES, dice.randrange(2, 4))) + dice.choice(FORMS)
        for _ in range(APPLICANTS)
    ]


def chunk(job):
    """The lines of one chunk; families of near-duplicates stand together in it, in any order."""
    number, count, seed, share = job
    dice = random.Random(f"{seed}/{number}")
    rows, bases = [], []
    while len(rows) < count:
        if bases and dice.random() < share:
            base = dice.randrange(len(bases))
            invention, texts = bases[base]
            kind, rate = dice.choice(KINDS)
            others = bases[dice.randrange(len(bases))][1]
            for _ in range(dice.choice((1, 1, 1, 1, 2, 6))):
                if len(rows) < count:
                    copy = variant(dice, invention, texts, others, kind, rate)
                    rows.append((copy, invention.topic, kind, rate, base))
        else:
            topic = topics[int(len(topics) * dice.random() ** 1.5)]
            invention = Invention(dice, topic, words)
            texts = invention.texts(dice)
            bases.append((invention, texts))
            whole = (texts[0], "".join(texts[1]), "".join(texts[2]))
            rows.append((whole, topic, "", 0, len(bases) - 1))
    order = list(range(count))
    dice.shuffle(order)
    return "".join(line(dice, number * CHUNK + place, rows[row]) for place, row in enumerate(order))


def line(dice, number, row):
    (title, abstract, claims), topic, kind, rate, base = row
    facts = {
        "id": number, "pub": f"CN{100_000_000 + number}A", "title": title, "abstract": abstract, "claims": claims,
        "ipc": topic.ipc + f"{dice.randrange(1, 60)}/{dice.randrange(0, 99):02d}",
        "applicant": applicants[int(APPLICANTS * dice.random() ** 2.5)], "region": dice.choice(REGIONS),
        "year": 2026 - int(20 * dice.random() ** 1.6), "kind": kind, "rate": rate, "base": base,
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out")
    parser.add_argument("--dictionary", default=DICTIONARY)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    starts = range(0, asked.count, CHUNK)
    jobs = [(start // CHUNK, min(CHUNK, asked.count - start), asked.seed, 0.06) for start in starts]
    with open(asked.out, "w", encoding="utf-8") as file, Pool(asked.jobs, set_up, (asked.dictionary, asked.seed)) as pool:
        for lines in pool.imap(chunk, jobs):
            file.write(lines)


if __name__ == "__main__":
    main()
