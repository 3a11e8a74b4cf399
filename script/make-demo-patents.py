#!/usr/bin/env python3
"""Writes Samples/demo/demo-patents.jsonl: 300 invented patents, the same ones every time.

Every record says 示例数据 in `source`; every applicant ends in （示例）, every person in （示例）.
Serial numbers of applications and publications begin with 99, so that a reader knows them at sight.
"""
import datetime
import json
import pathlib
import random

dice = random.Random(20240118)

# Section, IPC symbols, object, parts, effect.
TOPICS = [
    ("A61B5/00", "A61B5/0205", "可穿戴生理信号监测装置", ["柔性电极", "信号调理电路", "无线传输模块", "供电单元"], "提高了监测的连续性和佩戴舒适性"),
    ("A01G25/16", "A01G27/00", "设施农业精准灌溉系统", ["土壤墒情传感器", "电磁阀组", "控制终端", "水肥混合罐"], "节约了用水并使水肥分布更加均匀"),
    ("A47L11/24", "A47L11/40", "室内清扫机器人的边刷结构", ["边刷电机", "弹性卡接组件", "防缠绕罩", "刷丝束"], "减少了毛发缠绕并便于更换"),
    ("A61K9/16", "A61P35/00", "载药缓释微球及其制备方法", ["可降解聚合物", "活性成分", "乳化剂", "冻干保护剂"], "延长了药物释放时间并降低了突释"),
    ("B25J9/16", "B25J13/08", "工业机器人的力控装配方法", ["六维力传感器", "阻抗控制模块", "视觉定位模块", "末端执行器"], "提高了装配成功率并缩短了节拍"),
    ("B60L50/60", "B60L58/26", "新能源汽车电池热管理系统", ["液冷板", "电子水泵", "换热器", "温度采样单元"], "使电池组温差保持在较小范围内"),
    ("B23K26/21", "B23K26/70", "激光焊接熔池监测装置", ["高速相机", "滤光组件", "图像处理单元", "送丝机构"], "实现了焊接缺陷的在线识别"),
    ("B01D53/78", "B01D53/50", "烟气深度净化装置", ["喷淋塔", "除雾器", "循环浆液池", "在线监测仪"], "降低了出口污染物浓度和运行能耗"),
    ("C02F1/44", "C02F9/00", "工业废水膜法处理系统", ["超滤膜组件", "反渗透膜组件", "加药装置", "清洗回路"], "提高了产水率并延缓了膜污染"),
    ("C08L67/04", "C08K3/34", "可降解复合材料及其制备方法", ["聚乳酸", "改性填料", "增韧剂", "成核剂"], "兼顾了材料的韧性与耐热性"),
    ("C12N15/11", "C12Q1/6844", "核酸等温扩增检测试剂盒", ["引物组", "荧光探针", "聚合酶", "阳性对照"], "缩短了检测时间并提高了灵敏度"),
    ("D06M11/83", "D06M15/564", "抗菌防护织物的整理方法", ["纳米银分散液", "交联剂", "浸轧装置", "定型机"], "使织物经多次水洗后仍保持抗菌效果"),
    ("D01F6/62", "D01D5/08", "高强度聚酯纤维的纺丝装置", ["熔体泵", "纺丝组件", "环吹风冷却器", "牵伸辊"], "提高了纤维断裂强度的均匀性"),
    ("E04B1/58", "E04B1/98", "装配式建筑的节点连接结构", ["预制梁", "预制柱", "连接钢板", "灌浆套筒"], "加快了现场安装并改善了抗震性能"),
    ("E02D17/02", "E02D33/00", "深基坑支护变形监测系统", ["测斜仪", "轴力计", "采集终端", "预警平台"], "及时发现变形趋势并给出分级预警"),
    ("F03D7/04", "F03D17/00", "风力发电机组变桨控制方法", ["风速预测模块", "变桨执行器", "载荷观测器", "主控制器"], "降低了塔筒载荷并提高了发电量"),
    ("F24F11/64", "F24F11/46", "楼宇空调群控节能方法", ["负荷预测模型", "冷水机组", "冷却塔", "群控服务器"], "在保证舒适度的同时减少了电耗"),
    ("F16H57/04", "F16H1/28", "风电齿轮箱的润滑装置", ["油泵", "分配器", "喷油环", "油液传感器"], "改善了齿面润滑并延长了使用寿命"),
    ("G06F16/903", "G06F40/30", "面向专利文本的语义检索方法", ["分词模块", "向量编码模型", "倒排索引", "重排序模块"], "提高了检索的查全率和查准率"),
    ("G06V20/52", "G06N3/08", "视频异常行为识别方法", ["特征提取网络", "时序建模模块", "注意力单元", "报警接口"], "降低了误报率并支持边缘端部署"),
    ("G01N21/64", "G01N33/18", "水质多参数快速检测仪", ["光源模组", "流通池", "光电探测器", "嵌入式处理器"], "实现了多项指标的同步检测"),
    ("G05B19/418", "G06Q50/04", "离散制造车间的排程方法", ["订单解析模块", "约束建模模块", "求解器", "执行反馈接口"], "缩短了制造周期并减少了换型次数"),
    ("H01M10/0525", "H01M4/36", "锂离子电池负极材料及其制备方法", ["硅碳复合颗粒", "包覆层", "导电剂", "粘结剂"], "提高了首次效率和循环稳定性"),
    ("H04W72/04", "H04W24/02", "无线接入网的资源调度方法", ["信道估计模块", "业务分类模块", "调度器", "反馈链路"], "提升了频谱效率并保障了低时延业务"),
    ("H02J3/38", "H02J3/32", "分布式储能协调控制系统", ["储能变流器", "能量管理单元", "通信网关", "并网开关"], "平抑了功率波动并提高了消纳能力"),
    ("H01L21/67", "H01L21/677", "晶圆传输定位装置", ["机械手", "对准台", "真空吸盘", "位移传感器"], "提高了传输定位精度和产能"),
]
DESIGNS = [("电动牙刷", "04-02"), ("扫地机器人", "15-05"), ("充电桩", "13-02"), ("智能手表", "10-02"), ("台灯", "26-05"),
           ("包装盒", "09-03"), ("无人机", "12-07"), ("水杯", "07-01"), ("座椅", "06-01"), ("检测仪", "10-05")]
FORMS = ["一种{}", "{}", "一种改进的{}", "基于多源数据的{}"]
# Weight, province, city, districts with postcodes.
PLACES = [
    (60, "江苏", "江苏省南京市", [("江宁区", "211100"), ("玄武区", "210018"), ("鼓楼区", "210009"), ("浦口区", "211800"),
                          ("栖霞区", "210046"), ("雨花台区", "210012"), ("六合区", "211500"), ("秦淮区", "210001"),
                          ("建邺区", "210019"), ("溧水区", "211200"), ("高淳区", "211300")]),
    (18, "江苏", "江苏省苏州市", [("虎丘区", "215011"), ("吴中区", "215128")]),
    (10, "江苏", "江苏省无锡市", [("滨湖区", "214071"), ("新吴区", "214028")]),
    (8, "江苏", "江苏省南通市", [("崇川区", "226001")]),
    (6, "上海", "上海市", [("浦东新区", "200120"), ("闵行区", "201100")]),
    (6, "浙江", "浙江省杭州市", [("滨江区", "310051"), ("余杭区", "311121")]),
    (5, "广东", "广东省深圳市", [("南山区", "518000"), ("宝安区", "518101")]),
    (5, "北京", "北京市", [("海淀区", "100080"), ("朝阳区", "100020")]),
    (4, "安徽", "安徽省合肥市", [("蜀山区", "230031")]),
    (3, "湖北", "湖北省武汉市", [("洪山区", "430070")]),
    (2, "四川", "四川省成都市", [("武侯区", "610041")]),
    (2, "陕西", "陕西省西安市", [("雁塔区", "710061")]),
]
WORDS = ["云岭", "方舟", "青禾", "紫石", "江澜", "启明", "远帆", "衡信", "牧野", "晨曦", "天工", "北辰", "磐石", "汇川源", "金钥"]
TRADES = ["智能科技", "新材料", "生物医药", "装备制造", "节能环保", "电子", "信息技术", "新能源"]
SURNAMES = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何")
GIVEN = ["明远", "思齐", "若溪", "志恒", "雨桐", "文博", "嘉禾", "子昂", "清扬", "一凡", "景行", "书瑶"]
STATES = {"A": ["实质审查", "公开", "驳回", "撤回-视为撤回"], "B": ["授权", "授权 | 权利转移", "未缴年费"],
          "U": ["授权", "未缴年费"], "S": ["授权", "未缴年费"]}


def check(digits):
    """The check symbol of twelve digits: weights 2 to 9, then 2 to 5, modulo 11."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])) % 11
    return "X" if rest == 10 else str(rest)


def applicant(province_city):
    city = province_city.replace("江苏省", "").replace("市", "").replace("省", "")
    if dice.random() < 0.18:
        return f"{dice.choice(WORDS)}大学（示例）"
    return f"{city[-2:]}{dice.choice(WORDS)}{dice.choice(TRADES)}有限公司（示例）"


def person():
    return f"{dice.choice(SURNAMES)}{dice.choice(GIVEN)}（示例）"


def text(kind, topic):
    first, second, thing, parts, effect = topic
    title = dice.choice(FORMS if first[0] in "GH" else FORMS[:3]).format(thing)
    word = "本实用新型" if kind == "U" else "本发明"
    chosen = dice.sample(parts, 4)
    size = dice.randint(2, 9)
    abstract = (f"{word}公开了{title}，包括{'、'.join(chosen)}；所述{chosen[0]}与所述{chosen[1]}连接，"
                f"所述{chosen[2]}设置为{size}个并分别与所述{chosen[3]}配合。{word}{effect}，"
                f"适用于{dice.choice(['工业现场', '实验室', '户外', '城市社区', '医院', '园区'])}场合。")
    claim = f"1.{title}，其特征在于，包括{'、'.join(chosen)}，所述{chosen[0]}与所述{chosen[1]}连接。"
    return title, abstract, claim, [first, second] if dice.random() < 0.7 else [first]


def record(number):
    kind = dice.choices("ABUS", [35, 25, 30, 10])[0]
    filed = datetime.date(2015, 1, 5) + datetime.timedelta(days=dice.randrange(365 * 10))
    wait = {"A": (150, 540), "B": (500, 1100), "U": (120, 300), "S": (90, 200)}[kind]
    published = min(filed + datetime.timedelta(days=dice.randint(*wait)), datetime.date(2025, 12, 30))
    digit = {"A": "1", "B": "1", "U": "2", "S": "3"}[kind]
    body = f"{filed.year}{digit}99{number:05d}"
    _, province, city, districts = dice.choices(PLACES, [place[0] for place in PLACES])[0]
    # The first district is the one that the zone is in, or the city's foremost.
    district, postcode = districts[0] if dice.random() < 0.4 else dice.choice(districts)
    if kind == "S":
        title, locarno = dice.choice(DESIGNS)
        abstract, claim, ipc = None, None, []
    else:
        # A utility model protects a shape or a structure, never a method or a substance.
        fitting = [topic for topic in TOPICS if kind != "U" or topic[2].endswith(("装置", "结构", "检测仪"))]
        title, abstract, claim, ipc = text(kind, dice.choice(fitting))
        locarno = None
    agency = f"{dice.choice(['云桥', '正衡', '智汇'])}专利代理事务所（示例）" if dice.random() < 0.8 else None
    found = {
        "application_number": f"CN{body}.{check(body)}",
        "publication_number": f"CN{digit}99{number:06d}{kind}",
        "kind": kind,
        "title": title,
        "abstract": abstract,
        "claims": claim,
        "applicants": [applicant(city) for _ in range(1 if dice.random() < 0.85 else 2)],
        "inventors": [person() for _ in range(dice.randint(1, 5))],
        "agency": agency,
        "agents": [person()] if agency else [],
        "ipc": ipc,
        "filing_date": filed.isoformat(),
        "publication_date": published.isoformat(),
        "address": f"{postcode}{city}{district}示例路{dice.randint(1, 199)}号",
        "province": province,
        "legal_status": dice.choice(STATES[kind]),
        "source": "示例数据",
    }
    if locarno:
        found["locarno"] = locarno
    return found


target = pathlib.Path(__file__).resolve().parent.parent / "Samples" / "demo" / "demo-patents.jsonl"
target.parent.mkdir(parents=True, exist_ok=True)
with target.open("w", encoding="utf-8", newline="\n") as file:
    for number in range(1, 301):
        file.write(json.dumps(record(number), ensure_ascii=False) + "\n")
