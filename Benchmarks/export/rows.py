#!/usr/bin/env python3
"""Seeded patents as JSON lines, in the form that `ipzone import` takes.

    rows.py COUNT OUT.jsonl

Titles and abstracts are put together of few words, so that some words stand in nearly every row and others in few. The same
count gives the same bytes.
"""

import json
import random
import sys

SEED = 20261123
THINGS = "电池 隔膜 电极 传感器 控制器 电机 阀体 轴承 齿轮 滤芯 芯片 天线 透镜 光纤 激光器 换热器 压缩机 催化剂 涂层 纤维".split()
MANNERS = "旋转 升降 可调 柔性 双向 环形 透明 防水 减震 散热 搅拌 筛分 检测 识别 自适应 远程 低功耗 高精度 耐磨 绝缘".split()
FORMS = "装置 系统 方法 设备 机构 工艺".split()
JOINTS = "固定连接 转动连接 滑动连接 螺纹连接 通信连接 相互配合".split()
SYMBOLS = "G06F 16/90 H01M 10/05 A01B 1/02 B65G 47/90 H04L 9/40 C08L 23/06 F16C 33/58 G01N 21/84".split()
REGIONS = "江苏 广东 浙江 北京 上海 山东 安徽 湖北".split()


def row(dice, number):
    parts = [dice.choice(MANNERS) + dice.choice(THINGS) for _ in range(6)]
    title = f"一种{parts[0]}{dice.choice(FORMS)}"
    clauses = [f"所述{one}与{other}{dice.choice(JOINTS)}" for one, other in zip(parts, parts[1:])]
    place = dice.randrange(0, len(SYMBOLS), 2)
    year, month = 2026 - int(20 * dice.random() ** 1.6), dice.randrange(1, 13)
    company = f"{dice.choice(REGIONS)}示例{int(20_000 * dice.random() ** 2.5)}有限公司"
    return {
        "publication_number": f"CN{100_000_000 + number}A", "title": title,
        "abstract": f"本发明公开了{title}，包括{'、'.join(parts[1:4])}，{'，'.join(clauses)}。", "applicants": [company],
        "inventors": [f"示例人{dice.randrange(50_000)}"], "ipc": [f"{SYMBOLS[place]} {SYMBOLS[place + 1]}"],
        "filing_date": f"{year}{month:02d}15", "publication_date": f"{year + 1}{month:02d}20",
        "province": dice.choice(REGIONS),
    }  # fmt: skip


def main():
    dice = random.Random(SEED)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        for number in range(int(sys.argv[1])):
            file.write(json.dumps(row(dice, number), ensure_ascii=False) + "\n")


main()
