"""Names whose usual English spelling is not their pinyin, and names that must be told apart."""

# How characters are read in names of places where dictionaries, and the package of English names, prefer
# another reading: 长 is "chang" in all but a few names, 都 is "du".
READINGS: dict[str, str] = {
    "长": "chang", "都": "du", "什": "shi", "漯": "luo", "涡": "guo", "曾": "zeng", "郫": "pi",
    "蚌": "beng", "洱": "er", "勐": "meng", "迦": "jia", "圩": "wei", "浒": "hu",
}  # fmt: skip
# Whole stems that are read differently from their characters elsewhere.
SPOKEN: dict[str, str] = {
    "朝阳": "chao yang", "长子": "zhang zi", "南乐": "nan le", "民乐": "min le", "乐陵": "lao ling",
    "洪洞": "hong tong", "繁峙": "fan shi", "单": "shan", "浚": "xun", "筠连": "jun lian",
    "荥经": "ying jing", "珲春": "hun chun", "马尾": "ma wei", "霍林郭勒": "huo lin guo le",
    "宕昌": "dang chang", "浒墅关": "xu shu guan", "牟平": "mu ping", "塔什库尔干": "ta shi ku er gan",
    "和布克赛尔": "he bu ke sai er", "子长": "zi chang", "𰝟渡": "xian du",
}  # fmt: skip

# Names that are a description rather than a proper name.
GENERIC: dict[str, str] = {
    "城区": "Urban District", "郊区": "Suburban District", "矿区": "Mining District",
    "东区": "East District", "西区": "West District", "赵家蓬区公所": "Zhaojiapeng District Office",
    "永暑岛": "Yongshu Island", "中沙岛礁": "Zhongsha Islands",
    "洋浦经济开发区": "Yangpu Economic Development Zone",
    "华南热作学院": "South China Tropical Crops College", "西工业园区": "West Industrial Park",
    "新星市核心区": "Xinxing Central Area", "一六一团分部": "Regiment 161 Branch",
    "松山湖": "Songshan Lake", "东莞港": "Dongguan Port", "东莞生态园": "Dongguan Ecological Park",
    "东莞滨海湾新区": "Dongguan Binhai Bay New Area",
}  # fmt: skip
# Labels that do not follow from the full name: (Chinese, English).
SHORT_NAMES: dict[str, tuple[str, str]] = {
    "000000": ("中国", "China"), "150000": ("内蒙古", "Inner Mongolia"), "450000": ("广西", "Guangxi"),
    "540000": ("西藏", "Tibet"), "640000": ("宁夏", "Ningxia"), "650000": ("新疆", "Xinjiang"),
    "660000": ("兵团", "Corps"), "429021": ("神农架", "Shennongjia"), "500157": ("两江新区", "Liangjiang"),
    "629700": ("山丹马场", "Shandan Ranch"), "629800": ("莲花山", "Lianhuashan"),
    "629900": ("太子山", "Taizishan"), "632857": ("大柴旦", "Da Qaidam"),
}  # fmt: skip
ENGLISH_NAMES: dict[str, str] = {
    "000000": "China", "150000": "Inner Mongolia", "540000": "Tibet", "610000": "Shaanxi",
    "810000": "Hong Kong", "820000": "Macao", "660000": "Xinjiang Production and Construction Corps",
    "150100": "Hohhot", "150200": "Baotou", "150600": "Ordos", "150700": "Hulunbuir", "150800": "Bayannur",
    "150900": "Ulanqab", "152200": "Hinggan", "152500": "Xilin Gol", "152900": "Alxa",
    "220200": "Jilin City", "230100": "Harbin", "232700": "Da Hinggan Ling", "513300": "Garze",
    "540100": "Lhasa", "540200": "Shigatse", "540300": "Qamdo", "540400": "Nyingchi", "540600": "Nagqu",
    "542500": "Ngari", "460321": "Xisha Islands", "460322": "Nansha Islands", "632500": "Hainan Prefecture",
    "632600": "Golog", "650100": "Urumqi", "650200": "Karamay", "650400": "Turpan", "652700": "Bortala",
    "652800": "Bayingolin", "652900": "Aksu", "653000": "Kizilsu", "653100": "Kashgar", "653200": "Hotan",
    "654000": "Ili", "654300": "Altay", "659002": "Aral", "659003": "Tumxuk", "659008": "Kokdala",
    "429021": "Shennongjia Forestry District", "500157": "Liangjiang New Area", "460302": "Xisha District",
    "460303": "Nansha District", "629700": "Shandan Horse Ranch",
    "629800": "Lianhuashan Scenic Forest Reserve", "629900": "Taizishan Natural Forest Reserve",
    "632857": "Da Qaidam Administrative Committee",
}  # fmt: skip

STEMS: dict[str, str] = {
    "阿克苏": "Aksu", "阿勒泰": "Altay", "喀什": "Kashgar", "和田": "Hotan", "库尔勒": "Korla",
    "库车": "Kuqa", "格尔木": "Golmud", "德令哈": "Delingha", "阿克塞": "Aksay", "若尔盖": "Zoige",
    "九寨沟": "Jiuzhaigou", "阿拉山口": "Alashankou", "霍尔果斯": "Khorgas", "阿图什": "Artux",
    "塔什库尔干": "Taxkorgan", "察布查尔": "Qapqal", "和布克赛尔": "Hoboksar", "巴里坤": "Barkol",
    "莎车": "Yarkant", "若羌": "Ruoqiang", "齐齐哈尔": "Qiqihar", "杜尔伯特": "Dorbod",
    "前郭尔罗斯": "Qian Gorlos", "喀喇沁左翼": "Harqin Left Wing", "霍林郭勒": "Holingol",
    "额尔古纳": "Ergun", "昆都仑": "Hondlon", "白云鄂博": "Bayan Obo", "和林格尔": "Horinger",
    "牙克石": "Yakeshi", "扎兰屯": "Zhalantun", "梅里斯": "Meilisi", "达尔罕茂明安": "Darhan Muminggan",
    "土默特左": "Tumed Left", "土默特右": "Tumed Right", "阿鲁科尔沁": "Ar Horqin", "巴林左": "Bairin Left",
    "巴林右": "Bairin Right", "克什克腾": "Hexigten", "翁牛特": "Ongniud", "喀喇沁": "Harqin",
    "敖汉": "Aohan", "科尔沁": "Horqin", "科尔沁左翼中": "Horqin Left Middle",
    "科尔沁左翼后": "Horqin Left Rear", "科尔沁右翼前": "Horqin Right Front",
    "科尔沁右翼中": "Horqin Right Middle", "库伦": "Hure", "奈曼": "Naiman", "扎鲁特": "Jarud",
    "达拉特": "Dalad", "准格尔": "Jungar", "鄂托克前": "Otog Front", "鄂托克": "Otog", "杭锦": "Hanggin",
    "乌审": "Uxin", "伊金霍洛": "Ejin Horo", "海拉尔": "Hailar", "扎赉诺尔": "Jalainur", "阿荣": "Arun",
    "莫力达瓦": "Morin Dawa", "鄂伦春": "Oroqen", "鄂温克": "Ewenki", "陈巴尔虎": "Old Barag",
    "新巴尔虎左": "New Barag Left", "新巴尔虎右": "New Barag Right", "满洲里": "Manzhouli", "临河": "Linhe",
    "磴口": "Dengkou", "乌拉特前": "Urad Front", "乌拉特中": "Urad Middle", "乌拉特后": "Urad Rear",
    "杭锦后": "Hanggin Rear", "察哈尔右翼前": "Chahar Right Front", "察哈尔右翼中": "Chahar Right Middle",
    "察哈尔右翼后": "Chahar Right Rear", "四子王": "Siziwang", "乌兰浩特": "Ulanhot", "阿尔山": "Arxan",
    "扎赉特": "Jalaid", "二连浩特": "Erenhot", "锡林浩特": "Xilinhot", "阿巴嘎": "Abag",
    "苏尼特左": "Sonid Left", "苏尼特右": "Sonid Right", "东乌珠穆沁": "East Ujimqin",
    "西乌珠穆沁": "West Ujimqin", "太仆寺": "Taibus", "阿拉善左": "Alxa Left", "阿拉善右": "Alxa Right",
    "额济纳": "Ejin",
}  # fmt: skip
