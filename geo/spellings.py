"""Names whose usual English spelling is not their pinyin, and names that must be told apart."""

ENGLISH_NAMES: dict[str, str] = {
    "000000": "China",
    "150000": "Inner Mongolia", "540000": "Tibet", "610000": "Shaanxi", "810000": "Hong Kong", "820000": "Macao",
    "660000": "Xinjiang Production and Construction Corps",
    "150100": "Hohhot", "150200": "Baotou", "150600": "Ordos", "150700": "Hulunbuir", "150800": "Bayannur",
    "150900": "Ulanqab", "152200": "Hinggan", "152500": "Xilin Gol", "152900": "Alxa", "220200": "Jilin City",
    "230100": "Harbin", "232700": "Da Hinggan Ling", "513300": "Garze", "540100": "Lhasa", "540200": "Shigatse",
    "540300": "Qamdo", "540400": "Nyingchi", "540600": "Nagqu", "542500": "Ngari",
    "632500": "Hainan Prefecture", "632600": "Golog", "650100": "Urumqi", "650200": "Karamay", "650400": "Turpan",
    "652700": "Bortala", "652800": "Bayingolin", "652900": "Aksu", "653000": "Kizilsu", "653100": "Kashgar",
    "653200": "Hotan", "654000": "Ili", "654300": "Altay", "659002": "Aral", "659003": "Tumxuk",
    "659008": "Kokdala", "429021": "Shennongjia Forestry District",
    "500157": "Liangjiang New Area", "460302": "Xisha District", "460303": "Nansha District",
    "629700": "Shandan Horse Ranch", "629800": "Lianhuashan Scenic Forest Reserve",
    "629900": "Taizishan Natural Forest Reserve", "632857": "Da Qaidam Administrative Committee",
}  # fmt: skip

STEMS: dict[str, str] = {
    "阿克苏": "Aksu", "阿勒泰": "Altay", "喀什": "Kashgar", "和田": "Hotan", "库尔勒": "Korla", "库车": "Kuqa",
    "格尔木": "Golmud", "玛多": "Madoi", "三都": "Sandu",
    "达尔罕茂明安": "Darhan Muminggan", "土默特左": "Tumed Left", "土默特右": "Tumed Right",
    "阿鲁科尔沁": "Ar Horqin", "巴林左": "Bairin Left", "巴林右": "Bairin Right", "克什克腾": "Hexigten",
    "翁牛特": "Ongniud", "喀喇沁": "Harqin", "敖汉": "Aohan", "科尔沁": "Horqin",
    "科尔沁左翼中": "Horqin Left Middle", "科尔沁左翼后": "Horqin Left Rear", "科尔沁右翼前": "Horqin Right Front",
    "科尔沁右翼中": "Horqin Right Middle", "库伦": "Hure", "奈曼": "Naiman", "扎鲁特": "Jarud",
    "达拉特": "Dalad", "准格尔": "Jungar", "鄂托克前": "Otog Front", "鄂托克": "Otog", "杭锦": "Hanggin",
    "乌审": "Uxin", "伊金霍洛": "Ejin Horo", "海拉尔": "Hailar", "扎赉诺尔": "Jalainur", "阿荣": "Arun",
    "莫力达瓦": "Morin Dawa", "鄂伦春": "Oroqen", "鄂温克": "Ewenki", "陈巴尔虎": "Old Barag",
    "新巴尔虎左": "New Barag Left", "新巴尔虎右": "New Barag Right", "满洲里": "Manzhouli",
    "临河": "Linhe", "磴口": "Dengkou", "乌拉特前": "Urad Front", "乌拉特中": "Urad Middle",
    "乌拉特后": "Urad Rear", "杭锦后": "Hanggin Rear", "察哈尔右翼前": "Chahar Right Front",
    "察哈尔右翼中": "Chahar Right Middle", "察哈尔右翼后": "Chahar Right Rear", "四子王": "Siziwang",
    "乌兰浩特": "Ulanhot", "阿尔山": "Arxan", "扎赉特": "Jalaid", "二连浩特": "Erenhot", "锡林浩特": "Xilinhot",
    "阿巴嘎": "Abag", "苏尼特左": "Sonid Left", "苏尼特右": "Sonid Right", "东乌珠穆沁": "East Ujimqin",
    "西乌珠穆沁": "West Ujimqin", "太仆寺": "Taibus", "阿拉善左": "Alxa Left", "阿拉善右": "Alxa Right",
    "额济纳": "Ejin",
}  # fmt: skip
