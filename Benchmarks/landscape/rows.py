#!/usr/bin/env python3
"""Seeded rows for group-bys: symbol of the IPC, applicant, region and year, distributed as in a national corpus.

    rows.py COUNT FILE

640 subclasses and 20,000 applicants, the first of each far more frequent than the last; sixteen regions alike; twenty years,
the latest most frequent. The same count gives the same bytes. One row a line, tab-separated.
"""

import random
import sys

SEED = 7
SUBCLASSES, APPLICANTS = 640, 20_000
REGIONS = "江苏 广东 浙江 北京 上海 山东 安徽 湖北 四川 陕西 福建 河南 湖南 天津 重庆 辽宁".split()
SYLLABLES = "华瑞科信达宏远博创新源智联恒泰金鼎天成安康"
FORMS = ("科技有限公司", "智能装备有限公司", "大学", "研究院", "新材料股份有限公司", "生物医药有限公司")


def subclass(number):
    dice = random.Random(f"subclass{SEED}-{number}")
    return "ABCDEFGH"[number % 8] + f"{dice.randrange(1, 70):02d}" + dice.choice("BCDFGHJKLMN")


def applicants():
    dice = random.Random(f"applicants{SEED}")
    return [
        dice.choice(REGIONS) + "".join(dice.sample(SYLLABLES, dice.randrange(2, 4))) + dice.choice(FORMS)
        for _ in range(APPLICANTS)
    ]


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    dice = random.Random(SEED)
    classes, names = [subclass(number) for number in range(SUBCLASSES)], applicants()
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(count):
            symbol = f"{classes[int(SUBCLASSES * dice.random() ** 1.5)]}{dice.randrange(1, 60)}/{dice.randrange(0, 99):02d}"
            name = names[int(APPLICANTS * dice.random() ** 2.5)]
            file.write(f"{symbol}\t{name}\t{dice.choice(REGIONS)}\t{2026 - int(20 * dice.random() ** 1.6)}\n")


main()
